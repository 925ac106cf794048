// Tests of parse_claim: the grammar against a second reader of it, limits, and faults with their places.
#include <doctest/doctest.h>

#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "base/heard_test.h"
#include "base/random.h"
#include "base/text.h"
#include "model/claim.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

// ---- a second reader: recursive descent, straight from the grammar, over words parted by blanks
// ---------------

// A claim as "(or a (not b))", operands of equal operators merged.
// NOLINTBEGIN(misc-no-recursion): its texts are short, and recursion is what makes it another reader.
class SecondReader {
 public:
  explicit SecondReader(const std::vector<std::string>& words) : words_(words) {}
  std::optional<std::string> read() {
    const auto tree = claim();
    return tree && at_ == words_.size() ? tree : std::nullopt;
  }

 private:
  bool take(const std::string& word) {
    if (at_ == words_.size() || words_[at_] != word) return false;
    ++at_;
    return true;
  }
  std::optional<std::string> claim() {
    if (!take("if")) return series("or");
    const auto condition = claim();
    if (!condition || !take("then")) return std::nullopt;
    const auto then = claim();
    if (!then) return std::nullopt;
    return "(if " + *condition + " " + *then + ")";
  }
  std::optional<std::string> series(const std::string& word) {
    std::string operands;
    int count = 0;
    do {
      auto operand = word == "or" ? series("and") : single();
      if (!operand) return std::nullopt;
      const std::string same = "(" + word + " ";
      if (operand->starts_with(same))
        *operand = operand->substr(same.size(), operand->size() - same.size() - 1), ++count;
      operands += (operands.empty() ? "" : " ") + *operand;
      ++count;
    } while (take(word));
    return count == 1 ? operands : "(" + word + " " + operands + ")";
  }
  std::optional<std::string> single() {
    if (take("not")) {
      const auto operand = single();
      return operand ? std::optional("(not " + *operand + ")") : std::nullopt;
    }
    if (take("(")) {
      const auto inner = claim();
      return inner && take(")") ? inner : std::nullopt;
    }
    if (at_ < words_.size() && words_[at_].size() == 1 && words_[at_] >= "a") return words_[at_++];
    return std::nullopt;
  }

  const std::vector<std::string>& words_;
  std::size_t at_ = 0;
};
// NOLINTEND(misc-no-recursion)

std::string tree_of(const Claim& claim) {
  std::vector<std::string> stack;
  for (const ClaimNode& node : claim.nodes) {
    if (node.kind == ClaimNode::Kind::atom) {
      stack.push_back(claim.atoms[static_cast<std::size_t>(node.atom)].name);
      continue;
    }
    std::string tree;
    for (int k = 0; k < node.operands; ++k) {
      tree.insert(0, " " + stack.back());
      stack.pop_back();
    }
    const char* word = node.kind == ClaimNode::Kind::negation      ? "(not"
                       : node.kind == ClaimNode::Kind::conjunction ? "(and"
                       : node.kind == ClaimNode::Kind::disjunction ? "(or"
                                                                   : "(if";
    stack.push_back(word + tree + ")");
  }
  return stack.size() == 1 ? stack.back() : "not one result";
}

const std::vector<std::string> kWords = {"a", "b", "if", "then", "or", "and", "not", "(", ")"};

void compare_readers(const std::vector<std::string>& words) {
  const std::string text = joined(words, " ");
  const auto first = parse_claim(text);
  const auto second = SecondReader(words).read();
  if (!first) heard(Fault{{}, first.error().message, first.error().expected});
  if (first.has_value() == second.has_value() && (!first || tree_of(*first) == *second)) return;
  CAPTURE(text);
  CHECK(first.has_value() == second.has_value());
  if (first && second) CHECK(tree_of(*first) == *second);
}

ClaimFault fault_of(const std::string& text) {
  const auto claim = parse_claim(text);
  CAPTURE(text);
  REQUIRE_FALSE(claim);
  CHECK_FALSE(claim.error().message.empty());
  CHECK_FALSE(claim.error().expected.empty());
  heard(Fault{{}, claim.error().message, claim.error().expected});
  return claim.error();
}

struct Refused {
  std::string text;
  std::size_t offset;
  std::string message;
  std::string expected;
};

void check_refused(const std::vector<Refused>& table) {
  for (const Refused& row : table) {
    CAPTURE(row.text);
    const ClaimFault fault = fault_of(row.text);
    CHECK(fault.offset == row.offset);
    CHECK(fault.message == row.message);
    if (!row.expected.empty()) CHECK(fault.expected == row.expected);
  }
}

}  // namespace

TEST_CASE("claim parser: agrees with a second reader on every text of up to six words") {
  std::vector<std::string> words;
  std::vector<std::size_t> digits;
  for (std::size_t length = 0; length <= 6; ++length) {
    digits.assign(length, 0);
    for (;;) {
      words.clear();
      for (const std::size_t d : digits) words.push_back(kWords[d]);
      compare_readers(words);
      std::size_t k = 0;
      while (k < length && ++digits[k] == kWords.size()) digits[k++] = 0;
      if (k == length) break;
    }
  }
}

TEST_CASE("claim parser: agrees with a second reader on longer random texts") {
  INFO("seed " << kSeed);
  Random random(kSeed);
  int read = 0;
  for (int round = 0; round < 60'000; ++round) {
    // Grown by replacing an atom, so that most are claims; then, in half of them, one word is changed.
    std::vector<std::string> words = {"a"};
    while (words.size() < 4 + random.below(22)) {
      static const std::vector<std::vector<std::string>> kPieces = {
          {"not", "b"},     {"(", "a", ")"},          {"a", "and", "b"},
          {"a", "or", "b"}, {"if", "a", "then", "b"}, {"(", "if", "a", "then", "b", ")"}};
      const std::size_t at = random.below(words.size());
      if (words[at] != "a" && words[at] != "b") continue;
      const auto& piece = kPieces[random.below(kPieces.size())];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), piece.begin(), piece.end());
    }
    if (random.chance(.5)) words[random.below(words.size())] = kWords[random.below(kWords.size())];
    read += parse_claim(joined(words, " ")).has_value() ? 1 : 0;
    compare_readers(words);
  }
  CHECK(read > 10'000);
}

TEST_CASE("claim parser: depth up to 200, of brackets, 'not' and 'if' together") {
  const auto repeated = [](const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t k = 0; k < times; ++k) all += text;
    return all;
  };
  CHECK(parse_claim(repeated("(", 200) + "a" + repeated(")", 200)));
  CHECK(parse_claim(repeated("not ", 200) + "a"));
  CHECK(parse_claim(repeated("if a then ", 200) + "a"));
  CHECK(parse_claim(repeated("if ", 200) + "a" + repeated(" then a", 200)));
  CHECK(parse_claim(repeated("not (if a then ", 66) + "not (a" + repeated(")", 67)));
  CHECK(parse_claim(repeated("not a and ", 6000) + "a"));
  CHECK(fault_of(repeated("(", 201) + "a").offset == 200);
  CHECK(fault_of(repeated("not ", 201) + "a").offset == 800);
  CHECK(fault_of(repeated("if a then ", 201) + "a").offset == 2000);
  CHECK(fault_of(repeated("(", 201)).message == "the claim is nested more than 200 deep");
}

TEST_CASE("claim parser: what is much too deep or much too long is refused at once") {
  const std::clock_t begin = std::clock();  // of this process alone: other work must not fail the test
  for (const char* opener : {"(", "not ", "if ", "if a then ", "c(", "a or (", "if (not "}) {
    std::string deep;
    while (deep.size() < 60'000) deep += opener;
    CHECK_FALSE(parse_claim(deep));
    while (deep.size() < 1'000'000) deep += opener;
    CHECK(fault_of(deep).message == "the claim is longer than 64 KiB");
  }
  CHECK(fault_of(std::string(1 << 20, ' ')).offset == kClaimBytesMax);
  CHECK(fault_of(std::string(1 << 20, '9')).offset == kClaimBytesMax);
  CHECK(std::clock() - begin < 2 * CLOCKS_PER_SEC);
}

TEST_CASE("claim parser: 64 KiB are read, and no claim is longer when it is printed") {
  CHECK(parse_claim(std::string(kClaimBytesMax, 'a')));
  CHECK_FALSE(parse_claim(std::string(kClaimBytesMax + 1, 'a')));
  CHECK(parse_claim(std::string(kClaimBytesMax - 1, ' ') + "a"));
  std::string tight = "a=b";
  while (tight.size() + 7 <= kClaimBytesMax) tight += " or a=b";
  CHECK(fault_of(tight).message == "the claim is longer than 64 KiB when it is printed");
}

TEST_CASE("claim parser: faults of the order of words") {
  check_refused({
      {"", 0, "the claim is empty", ""},
      {" \t\n", 3, "the claim is empty", ""},
      {"a and", 5, "the claim ends after 'and'", ""},
      {"not", 3, "the claim ends after 'not'", ""},
      {"if", 2, "the claim ends after 'if'", ""},
      {"()", 1, "nothing stands between '(' and ')'", ""},
      {"a and or b", 6, "'or' stands where a claim should begin", ""},
      {"5 = a", 0, "'5' stands where a claim should begin", ""},
      {"if a", 4, "'then' is missing behind an 'if'", "'then' and a claim"},
      {"(if a) then b", 5, "'then' is missing behind an 'if'", "'then' and a claim before ')'"},
      {"if a or b", 9, "'then' is missing behind an 'if'", ""},
      {"a then b", 2, "this 'then' has no 'if'", "'if' and a condition before 'then'"},
      {"if a then b then c", 12, "this 'then' has no 'if'", ""},
      {"a)", 1, "this ')' has no '('", ""},
      {"(a", 2, "the '(' at character 1 is not closed", "')'"},
      {"a or (b and c", 13, "the '(' at character 6 is not closed", "')'"},
      {"a and if b then c", 6, "an 'if' behind 'and' needs brackets", "'(' before 'if'"},
      {"not if b then c", 4, "an 'if' behind 'not' needs brackets", "'(' before 'if'"},
      {"a b", 2, "'b' cannot follow 'a'", "'and', 'or', or the end of the claim"},
      {"(a b", 3, "'b' cannot follow 'a'", "'and', 'or', ')'"},
      {"if a b", 5, "'b' cannot follow 'a'", "'and', 'or', 'then'"},
      {"a AND b", 2, "'AND' is written in capitals", "'and' in small letters"},
      {"NOT a", 0, "'NOT' is written in capitals", "'not' in small letters"},
      {"If a then b", 0, "'If' is written in capitals", "'if' in small letters"},
      {"c() > 0 AND b", 8, "'AND' is written in capitals", "'and' in small letters"},
      {"p >= 4 Or b", 7, "'Or' is written in capitals", "'or' in small letters"},
  });
}

TEST_CASE("claim parser: faults of issues, measures and their parts") {
  check_refused({
      {"a =", 3, "no option or number stands behind '='", "an option of the issue or a number"},
      {"a = or", 4, "'or' is a word of the claim language and no name", ""},
      {"a < (b)", 4, "no option or number stands behind '<'", ""},
      {"p >= 40 percent", 8, "a number on an issue has no unit", "the number alone"},
      {"a about 5000", 2, "'about' belongs behind a measure, and 'a' is none",
       "a measure such as a() about ..."},
      {"a in 3..5", 2, "'in' belongs behind a measure, and 'a' is none", ""},
      {"c(", 2, "the claim ends after '('", "'by', 'in', 'as' or ')'"},
      {"c(FRA) > 0", 2, "'FRA' cannot follow '(' in a measure", "'by', 'in', 'as' or ')'"},
      {"c(by) > 0", 4, "nobody stands behind 'by'", "an actor or a group"},
      {"c(by each) > 0", 9, "nobody stands behind 'each'", "an actor or a group"},
      {"c(by A +) > 0", 8, "nobody stands behind '+'", "an actor or a group"},
      {"c(by in UKR) > 0", 5, "'in' is a word of the claim language and no name", "an actor or a group"},
      {"c(by A, B) > 0", 8, "'B' cannot follow ',' in a measure", "'in' or 'as'; actors are joined with '+'"},
      {"c(by A B) > 0", 7, "'B' cannot follow 'A' in a measure", "'+', ',' or ')'"},
      {"c(by A in B) > 0", 7, "no comma stands before 'in'", "'+', ',' or ')'"},
      {"c(by A,) > 0", 7, "nothing stands between ',' and ')'", "'in' or 'as'"},
      {"c(by A, by B) > 0", 8, "'by' stands twice in a measure", "each of 'by', 'in', 'as' at most once"},
      {"c(in A, in B) > 0", 8, "'in' stands twice in a measure", ""},
      {"c(as r, in B) > 0", 8, "'in' stands too late in a measure",
       "the order 'by', 'in', 'as', each at most once"},
      {"c(in A, by B) > 0", 8, "'by' stands too late in a measure", ""},
      {"c(in) > 0", 4, "no place stands behind 'in'", "a place"},
      {"c(as 5) > 0", 5, "no role stands behind 'as'", "a role"},
      {"c(by A, in P, as r", 18, "the claim ends after 'r'", "',' or ')'"},
      {"c(by A)", 7, "the measure is compared with nothing", ""},
      {"c(by A) and b", 8, "the measure is compared with nothing", ""},
      {"c() >", 5, "no number stands behind '>'", "a number such as 5000"},
      {"c() >= many", 7, "no number stands behind '>='", ""},
      {"c() about", 9, "no number stands behind 'about'", ""},
      {"c() in 5", 8, "the range has no upper end", ""},
      {"c() in 5 ..", 11, "no number stands behind '..'", ""},
      {"c() in 3 men..5 women", 16, "the two ends of the range have the units 'men' and 'women'", "one unit"},
      {"c() > 0 men b", 12, "'b' cannot follow 'men'", ""},
  });
}

TEST_CASE("claim parser: faults of numbers say what to write") {
  check_refused({
      {"c() > 5,000", 6, "the number that begins with '5' is not written in digits only", "5000"},
      {"c() > 5 000", 6, "the number that begins with '5' is not written in digits only", "5000"},
      {"c() > 5.000", 6, "the number that begins with '5.000' is not written in digits only",
       "5000, or for money at most two decimals"},
      {"c() > 5_000", 6, "the number that begins with '5' is not written in digits only", "5000"},
      {"c() > 5'000", 6, "the number that begins with '5' is not written in digits only", "5000"},
      {"c() > 5\u202f000 men", 6, "the number that begins with '5' is not written in digits only", "5000"},
      {"c() > 1.234.567", 6, "the number that begins with '1.234' is not written in digits only", "1234567"},
      {"c() > 1,234.50", 6, "the number that begins with '1' is not written in digits only", "1234.50"},
      {"c() > 12,5", 6, "the number that begins with '12' is not written in digits only", "12.5"},
      {"c() > 12.3456", 6, "the number that begins with '12.3456' is not written in digits only",
       "a number in digits only, such as 5000"},
      {"c() > 12.34.5", 6, "the number that begins with '12.34' is not written in digits only",
       "a number in digits only, such as 5000"},
      {"c() > 5 00", 6, "the number that begins with '5' is not written in digits only",
       "a number in digits only, such as 5000"},
      {"c() > 5000,000", 6, "the number that begins with '5000' is not written in digits only",
       "a number in digits only, such as 5000"},
      {"c() > 5.", 7, "a number ends with a point", "a digit after the point, or no point"},
      {"c() > .5", 6, "'.' is no sign of the claim language", ""},
      {"c() in 3...5", 10, "'.' is no sign of the claim language", ""},
      {"c() > 5k", 6, "a letter follows the number '5' directly",
       "a space before the unit; a name begins with a letter"},
      {"c() > 1e5", 6, "a letter follows the number '1' directly", ""},
      {"c() > 1000000000000001", 6, "the number 1000000000000001 is too large",
       "a number of at most 1000000000000000"},
      {"c() > 1000000000000000.01", 6, "the number 1000000000000000.01 is too large", ""},
      {"c() > 99999999999999999999999999", 6, "the number 99999999999999999999999999 is too large", ""},
  });
  CHECK(parse_claim("c() > 0000000000000000000000000000001"));
  CHECK(parse_claim("c() > 1000000000000000.00"));
}

TEST_CASE("claim parser: faults of characters") {
  check_refused({
      {"a == b", 2, "'==' is no sign of the claim language", "'='"},
      {"a =< b", 2, "'=<' is no sign of the claim language", "'<='"},
      {"a <> b", 2, "'<>' is no sign of the claim language", "'!='"},
      {"a ≤ b", 2, "'≤' is no sign of the claim language", "'<='"},
      {"a && b", 2, "'&&' is no sign of the claim language", "'and'"},
      {"a | b", 2, "'|' is no sign of the claim language", "'or'"},
      {"!a", 0, "'!' is no sign of the claim language", "'not', or '!=' for a comparison"},
      {"c() > -5", 6, "'-' is no sign of the claim language", ""},
      {"c() in 3–5", 8, "'–' is no sign of the claim language", "'..' between the ends of a range"},
      {"a = \"b\"", 4, "'\"' is no sign of the claim language", "a name without quotation marks"},
      {"ten#1", 3, "the character '#' has no place in a claim", ""},
      {"a = großes", 7, "the character 'ß' has no place in a claim", ""},
      {"a 🇺🇦", 2, "the character '🇺' has no place in a claim", ""},
      {"a\a", 1, "the character U+0007 has no place in a claim", ""},
      {std::string("a\0b", 3), 1, "the character U+0000 has no place in a claim", ""},
      {"a. and b", 1, "the name 'a' ends with a dot", "a letter, a digit or '_' after a dot in a name"},
      {"a and \xff", 6, "the claim is not valid UTF-8", "text in UTF-8"},
      {"\xc0\x80", 0, "the claim is not valid UTF-8", "text in UTF-8"},
      {"a \xe2\x82", 2, "the claim is not valid UTF-8", "text in UTF-8"},
  });
}

TEST_CASE("claim parser: the leftmost fault is reported, be it of a word or of the grammar") {
  CHECK(fault_of("a b §").offset == 2);
  CHECK(fault_of("a § b c").offset == 2);
}

}  // namespace surety
