// See fault_words.h.
#include "commands/fault_words.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "commands/fault_catalogue.h"

namespace surety {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class GapKind { anything, number, key, code, message, listed };

struct Gap {
  GapKind kind = GapKind::anything;
  std::span<const Phrase> words;  // of a listed one
};

// A pair taken apart: the fixed parts around the gaps, one more than those.
struct Pair {
  std::vector<std::string_view> english;
  std::vector<Gap> gaps;
  std::vector<std::string_view> german;
  std::vector<std::size_t> order;  // which gap stands behind each German part
  std::size_t fixed_bytes = 0;
  bool nests = false;
};

// A text cut at its gaps: "a{}b{1}c" is a b c, and "" 1.
struct Cut {
  std::vector<std::string_view> parts;
  std::vector<std::string_view> names;
};

// A brace without a name and its end is text: "{ group, from, to }".
Cut cut(std::string_view text) {
  Cut result;
  std::size_t from = 0, at = 0;
  while ((at = text.find('{', at)) != std::string_view::npos) {
    std::size_t end = at + 1;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    if (end == text.size() || text[end] != '}') {
      at = end;
      continue;
    }
    result.parts.push_back(text.substr(from, at - from));
    result.names.push_back(text.substr(at + 1, end - at - 1));
    from = at = end + 1;
  }
  result.parts.push_back(text.substr(from));
  return result;
}

Gap gap_named(std::string_view name) {
  if (name.empty()) return {};
  if (name == "number") return {GapKind::number, {}};
  if (name == "key") return {GapKind::key, {}};
  if (name == "code") return {GapKind::code, {}};
  if (name == "message") return {GapKind::message, {}};
  const auto list = std::ranges::find(fault_word_lists(), name, &WordList::name);
  SURETY_CHECK(list != fault_word_lists().end());
  return {GapKind::listed, list->words};
}

Pair pair_of(const Phrase& phrase) {
  Pair pair;
  const Cut english = cut(phrase.en), german = cut(phrase.de);
  pair.english = english.parts;
  pair.german = german.parts;
  for (const std::string_view name : english.names) pair.gaps.push_back(gap_named(name));
  for (const std::string_view part : english.parts) pair.fixed_bytes += part.size();
  for (std::size_t k = 1; k + 1 < english.parts.size(); ++k) SURETY_CHECK(!english.parts[k].empty());
  for (std::size_t k = 0; k < german.names.size(); ++k) {
    const std::string_view name = german.names[k];
    pair.order.push_back(name.size() == 1 && is_digit(name[0]) ? static_cast<std::size_t>(name[0] - '0') : k);
    SURETY_CHECK(pair.order.back() < pair.gaps.size());
  }
  pair.nests = std::ranges::find(pair.gaps, GapKind::message, &Gap::kind) != pair.gaps.end();
  return pair;
}

// All pairs, those with the most fixed bytes first: what is more particular is tried before what is general.
const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = [] {
    std::vector<Pair> list;
    for (const auto topic : {case_fault_words(), claim_fault_words(), file_fault_words(), toml_fault_words(),
                             ledger_fault_words(), answer_fault_words()})
      for (const Phrase& phrase : topic) list.push_back(pair_of(phrase));
    std::ranges::stable_sort(list, std::ranges::greater{}, &Pair::fixed_bytes);
    return list;
  }();
  return all;
}

// What stands in the gaps of the pair, each as far as the next fixed part's first place; nothing where the
// pair does not fit.
std::optional<std::vector<std::string_view>> gaps_in(const Pair& pair, std::string_view text) {
  const std::string_view first = pair.english.front(), last = pair.english.back();
  if (pair.gaps.empty()) return text == first ? std::optional(std::vector<std::string_view>{}) : std::nullopt;
  if (text.size() < first.size() + last.size() || !text.starts_with(first) || !text.ends_with(last))
    return std::nullopt;
  std::string_view rest = text.substr(first.size(), text.size() - first.size() - last.size());
  std::vector<std::string_view> values;
  for (std::size_t k = 1; k + 1 < pair.english.size(); ++k) {
    const std::size_t at = rest.find(pair.english[k]);
    if (at == std::string_view::npos) return std::nullopt;
    values.push_back(rest.substr(0, at));
    rest.remove_prefix(at + pair.english[k].size());
  }
  values.push_back(rest);
  return values;
}

using Translator = std::optional<std::string> (*)(std::string_view);

bool consists_of(std::string_view text, bool (*admitted)(char)) {
  return !text.empty() && std::ranges::all_of(text, admitted);
}

// What a gap's text is in German; nothing where it is not what the gap is for. A {message} is put into German
// by `message`.
std::optional<std::string> gap_in_german(const Gap& gap, std::string_view text, Translator message) {
  switch (gap.kind) {
    case GapKind::anything:
      break;
    case GapKind::number:
      if (!consists_of(text, [](char c) { return is_digit(c) || c == '.' || c == '-'; })) return std::nullopt;
      break;
    case GapKind::key:
      if (!consists_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; }))
        return std::nullopt;
      break;
    case GapKind::code:
      if (!text.starts_with('[') && !text.starts_with('{') && !text.starts_with('\'')) return std::nullopt;
      break;
    case GapKind::message:
      return message(text);
    case GapKind::listed: {
      const auto word = std::ranges::find(gap.words, text, &Phrase::en);
      if (word == gap.words.end()) return std::nullopt;
      return std::string(word->de);
    }
  }
  return std::string(text);
}

std::optional<std::string> filled_pair(const Pair& pair, std::string_view text, Translator message) {
  const auto values = gaps_in(pair, text);
  if (!values) return std::nullopt;
  std::vector<std::string> words;
  for (std::size_t k = 0; k < values->size(); ++k) {
    auto word = gap_in_german(pair.gaps[k], (*values)[k], message);
    if (!word) return std::nullopt;
    words.push_back(*std::move(word));
  }
  std::string german(pair.german.front());
  for (std::size_t k = 0; k < pair.order.size(); ++k) {
    german += words[pair.order[k]];
    german += pair.german[k + 1];
  }
  return german;
}

// Whether nothing stands outside of '...' but signs and digits.
bool is_without_words(std::string_view text) {
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'')
      quoted = !quoted;
    else if (!quoted && (is_letter(c) || static_cast<unsigned char>(c) >= 0x80))
      return false;
  }
  return !quoted;
}

// The German of a text that holds no other message.
std::optional<std::string> plain_german(std::string_view text) {
  if (is_without_words(text)) return std::string(text);
  for (const Pair& pair : pairs())
    if (!pair.nests)
      if (auto german = filled_pair(pair, text, nullptr)) return german;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> in_german(std::string_view english) {
  if (is_without_words(english)) return std::string(english);
  for (const Pair& pair : pairs())
    if (auto german = filled_pair(pair, english, plain_german)) return german;
  return std::nullopt;
}

std::string said_in(std::string_view english, Language language) {
  if (language == Language::de)
    if (auto german = in_german(english)) return *std::move(german);
  return std::string(english);
}

}  // namespace surety
