// Tests of fault_words.h: every pair of the catalogue by name, what is no pair, and hostile text.
#include "commands/fault_words.h"

#include <doctest/doctest.h>

#include <ctime>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "commands/answer_writing.h"
#include "commands/fault_catalogue.h"

namespace surety {
namespace {

std::vector<Phrase> all_pairs() {
  std::vector<Phrase> all;
  for (const auto topic : {case_fault_words(), claim_fault_words(), file_fault_words(), toml_fault_words(),
                           ledger_fault_words(), answer_fault_words()})
    all.insert(all.end(), topic.begin(), topic.end());
  return all;
}

// A second way to fill gaps: what may stand in each, in both languages.
struct Sample {
  std::string en, de;
};
Sample sample_of(const std::string& gap, int turn) {
  if (gap.empty()) return {"S5" + std::to_string(turn), "S5" + std::to_string(turn)};
  if (gap == "number") return {"-1" + std::to_string(turn), "-1" + std::to_string(turn)};
  if (gap == "key") return {"red_line", "red_line"};
  if (gap == "code") return {"[[actor]]", "[[actor]]"};
  if (gap == "message") return {"the id is empty", "die Kennung ist leer"};
  for (const WordList& list : fault_word_lists())
    if (list.name == gap) return {std::string(list.words.front().en), std::string(list.words.front().de)};
  return {"no such list", gap};
}

bool is_gap(const std::string& text, std::size_t at, std::size_t& end) {
  end = text.find('}', at);
  return text[at] == '{' && end != std::string::npos &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789", at + 1) == end;
}

// The pair with samples in its gaps.
Sample filled(const Phrase& pair) {
  Sample result;
  std::vector<Sample> samples;
  const std::string en(pair.en), de(pair.de);
  std::size_t end = 0;
  for (std::size_t i = 0; i < en.size(); ++i) {
    if (!is_gap(en, i, end)) {
      result.en += en[i];
      continue;
    }
    samples.push_back(sample_of(en.substr(i + 1, end - i - 1), static_cast<int>(samples.size())));
    result.en += samples.back().en;
    i = end;
  }
  std::set<std::size_t> used;
  std::size_t turn = 0;
  for (std::size_t i = 0; i < de.size(); ++i) {
    if (!is_gap(de, i, end)) {
      result.de += de[i];
      continue;
    }
    const std::size_t which = end == i + 1 ? turn++ : std::stoul(de.substr(i + 1, 1));
    REQUIRE(which < samples.size());
    used.insert(which);
    result.de += samples[which].de;
    i = end;
  }
  CHECK(used.size() == samples.size());  // nothing is lost
  return result;
}

TEST_CASE("fault words: every pair says its English in its German, with all that varies") {
  for (const Phrase& pair : all_pairs()) {
    CAPTURE(pair.en);
    const Sample both = filled(pair);
    CHECK(in_german(both.en) == both.de);
    CHECK_FALSE(pair.de.empty());
  }
}

TEST_CASE("fault words: no pair stands twice, nor a word in its list") {
  std::set<std::string_view> seen;
  for (const Phrase& pair : all_pairs()) CHECK_MESSAGE(seen.insert(pair.en).second, pair.en);
  CHECK(seen.size() > 300);
  for (const WordList& list : fault_word_lists()) {
    std::set<std::string_view> words;
    for (const Phrase& word : list.words) CHECK_MESSAGE(words.insert(word.en).second, word.en);
  }
}

TEST_CASE("fault words: names in messages, words in their forms, order turned about") {
  CHECK(in_german("statement 'S1': unknown actor 'GRB' in 'holder'") ==
        "Aussage 'S1': unbekannter Akteur 'GRB' in 'holder'");
  CHECK(in_german("'x' is a place, not an actor") == "'x' ist ein Ort, kein Akteur");
  CHECK(in_german("unknown kind 'sate'") == "unbekannter Wert 'sate' für 'kind'");
  CHECK(in_german("kind: unknown kind 'evnt'") == "kind: unbekannter Wert 'evnt' für 'kind'");
  CHECK(in_german("this cannot be read: Permission denied") ==
        "das lässt sich nicht lesen: keine Berechtigung");
  CHECK(in_german("'and', 'or', ')'") == "'and', 'or', ')'");
  CHECK(in_german("5000") == "5000");
  CHECK(fault_line({{"case.toml", 12, 7}, "unknown key 'naem' in [[actor]]", "did you mean 'name'?"},
                   Language::de) ==
        "case.toml:12:7: unbekannter Schlüssel 'naem' in [[actor]] (war gemeint: 'name'?)");
}

TEST_CASE("fault words: what no pair fits stays as it is, and nothing is half translated") {
  for (const char* text :
       {"the moon is full", "'x' is a moon, not an actor", "statement 'S1': the moon is full",
        "moon 'S1': the id is empty", "this cannot be read: the moon is full",
        "actor 'a': actor 'b': the id is empty", "unknown red actor 'GRB'", "at most five",
        "'credibility' is high", " the id is empty", "the id is empty.", "a file or a folder or a pipe"}) {
    CAPTURE(text);
    CHECK_FALSE(in_german(text));
    CHECK(said_in(text, Language::de) == text);
  }
  CHECK(said_in("the id is empty", Language::en) == "the id is empty");
  CHECK(said_in("die Kennung ist leer", Language::de) == "die Kennung ist leer");
  CHECK(said_in("", Language::de).empty());
}

TEST_CASE("fault words: a name may say what it likes") {
  CHECK(in_german("nothing is called '' is a place, not an actor'") ==
        "nichts heißt '' is a place, not an actor'");
  CHECK(in_german("unknown actor 'a' in 'b' in 'holder'") == "unbekannter Akteur 'a' in 'b' in 'holder'");
  CHECK(in_german("nothing is called '\xFF{}{0}%s'") == "nichts heißt '\xFF{}{0}%s'");
  CHECK(in_german(std::string("nothing is called '\0'", 21)) == std::string("nichts heißt '\0'", 17));
}

TEST_CASE("fault words: hostile text costs time in proportion to its length") {
  const std::clock_t begin = std::clock();  // of this process alone: other work must not fail the test
  for (const std::string piece :
       {"' is ", "'", "statement '", ": ", "{}", "the ", "'x' is a place, not ", "\xC3"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    CHECK(said_in(text, Language::de).size() >= text.size() / 2);
    CHECK(said_in("'" + text, Language::de).size() >= text.size() / 2);
    CHECK(said_in("statement '" + text + "': " + text, Language::de).size() >= text.size());
  }
  CHECK(std::clock() - begin < 10 * CLOCKS_PER_SEC);
}

TEST_CASE("fault words: random bytes and damaged sentences") {
  constexpr std::uint64_t kSeed = 20250821;
  INFO("seed " << kSeed);
  Random random(kSeed);
  const std::vector<Phrase> pairs = all_pairs();
  for (int round = 0; round < 20'000; ++round) {
    std::string text = filled(pairs[random.below(pairs.size())]).en;
    for (std::size_t k = random.below(4); k > 0 && !text.empty(); --k) {
      const std::size_t at = random.below(text.size());
      if (random.chance(.5))
        text[at] = static_cast<char>(random.below(256));
      else
        text.erase(at, 1 + random.below(5));
    }
    const std::string said = said_in(text, Language::de);
    CHECK((said == text || said == in_german(text)));
  }
}

}  // namespace
}  // namespace surety
