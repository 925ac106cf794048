// Tests of claim.h: what is printed, what prints and reads back equal, brackets no more than needed,
// operands.
#include "model/claim.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "model/random_claim.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

Claim parsed(const std::string& text) {
  const auto claim = parse_claim(text);
  CAPTURE(text);
  REQUIRE(claim);
  return *claim;
}

std::string canonical(const std::string& text) { return print_claim(parsed(text)); }

// Where each '(' of `text` stands, and the ')' that closes it.
std::vector<std::pair<std::size_t, std::size_t>> bracket_pairs(const std::string& text) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<std::size_t> open;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] == '(') open.push_back(k);
    if (text[k] == ')') {
      pairs.emplace_back(open.back(), k);
      open.pop_back();
    }
  }
  return pairs;
}

// A claim written with needless brackets, needless blanks and needless zeros, and with equal operators
// nested.
std::string wasteful_text(Random& random, const std::string& canonical_text) {
  std::string text;
  for (const char c : canonical_text) {
    if (c == ' ' || c == '(' || c == ')' || c == '+')
      text.append(random.below(3), random.chance(.5) ? ' ' : '\t');
    const bool number_begins = c >= '1' && c <= '9' && !text.empty() && text.back() == ' ';
    if (number_begins && random.chance(.3)) text += "00";
    text += c;
  }
  while (random.chance(.5)) text.insert(0, " (").append(")\n");
  return text;
}

}  // namespace

TEST_CASE("claim: the canonical text") {
  CHECK(canonical("us_role<=minimal") == "us_role <= minimal");
  CHECK(canonical("approval  >=  040") == "approval >= 40");
  CHECK(canonical("\tceasefire\r\n") == "ceasefire");
  CHECK(canonical("p.trump.2") == "p.trump.2");
  CHECK(canonical("c()=0") == "c() = 0");
  CHECK(canonical("c(by each A+B)>0") == "c(by each A + B) > 0");
  CHECK(canonical("c( in P )>0") == "c(in P) > 0");
  CHECK(canonical("c(as r)!=7 u") == "c(as r) != 7 u");
  CHECK(canonical("ground_troops(by FRA+GBR,in UKR,as trainers)in 3000..5000 soldiers") ==
        "ground_troops(by FRA + GBR, in UKR, as trainers) in 3000..5000 soldiers");
  CHECK(canonical("g() in 3000 soldiers .. 5000") == "g() in 3000..5000 soldiers");
  CHECK(canonical("g() in 3000 soldiers..5000 soldiers") == "g() in 3000..5000 soldiers");
  CHECK(canonical("g(by FRA) about 5000") == "g(by FRA) about 5000");
  CHECK(canonical("aid() >= 12.50 EUR") == "aid() >= 12.5 EUR");
  CHECK(canonical("aid() >= 12.05 EUR") == "aid() >= 12.05 EUR");
  CHECK(canonical("aid() >= 0012.00 EUR") == "aid() >= 12 EUR");
  CHECK(canonical("aid() >= 1000000000000000 EUR") == "aid() >= 1000000000000000 EUR");
  CHECK(canonical("aid() in 0.5..1.25") == "aid() in 0.5..1.25");
}

TEST_CASE("claim: brackets stand where they are needed and nowhere else") {
  for (const char* text :
       {"a and b or c", "(a or b) and c", "not (a and b)", "not a and b", "not not a", "not (not a or b)",
        "if a then b", "if a and b then c or d", "not (if a then b)", "(if a then b) and c",
        "a or (if b then c)", "if if a then b then c", "if a then if b then c", "(if a then b or c) or d",
        "if a then b or c", "if not a then (if b then c) and d"}) {
    CHECK(canonical(text) == text);
  }
  CHECK(canonical("((a))") == "a");
  CHECK(canonical("(a and b) and (c and d)") == "a and b and c and d");
  CHECK(canonical("(a or b) or c") == "a or b or c");
  CHECK(canonical("a or (b or (c or d)) or e") == "a or b or c or d or e");
  CHECK(canonical("a or (b and c)") == "a or b and c");
  CHECK(canonical("not (not (a))") == "not not a");
  CHECK(canonical("if (a) then (if b then c)") == "if a then if b then c");
  CHECK(canonical("if (if a then b) then (c)") == "if if a then b then c");
}

TEST_CASE("claim: brackets that change nothing leave no trace; places and needless decimals do not count") {
  CHECK(parsed("(a or b) or c") == parsed("a or b or c"));
  CHECK(parsed("  a") == parsed("a"));
  CHECK(parsed("aid() = 12.00") == parsed("aid() = 12"));
  CHECK(parsed("aid() = 12.00").atoms[0].number.has_decimals);
  CHECK_FALSE(parsed("a and b") == parsed("b and a"));
  CHECK_FALSE(parsed("a and (b or c)") == parsed("a and b or c"));
}

TEST_CASE("claim: the parts of an atom and their places") {
  const Claim claim = parsed("not g(by each FRA + GBR, in UKR, as trainers) in 3000..5000 soldiers");
  REQUIRE(claim.atoms.size() == 1);
  const Atom& atom = claim.atoms[0];
  CHECK(atom.kind == Atom::Kind::between);
  CHECK(atom.is_measure());
  CHECK(atom.name.empty());
  CHECK(atom.measure == Measure{"g", {"FRA", "GBR"}, true, "UKR", "trainers"});
  CHECK(atom.number.hundredths == 300'000);
  CHECK(atom.upper.hundredths == 500'000);
  CHECK(atom.unit == "soldiers");
  CHECK(atom.at.name == 4);
  CHECK(atom.at.by == std::vector<std::size_t>{14, 20});
  CHECK(atom.at.place == 28);
  CHECK(atom.at.role == 36);
  CHECK(atom.at.value == 49);
  CHECK(atom.at.unit == 60);
  const Claim issue = parsed("us_role != lead");
  CHECK(issue.atoms[0].kind == Atom::Kind::issue_option);
  CHECK(issue.atoms[0].relation == Relation::not_equal);
  CHECK(issue.atoms[0].option == "lead");
  CHECK(issue.atoms[0].at.value == 11);
}

TEST_CASE("claim: random claims print and read back equal, with no bracket too many") {
  INFO("seed " << kSeed);
  Random random(kSeed);
  const Case c = claim_case();
  for (int round = 0; round < 4000; ++round) {
    const Claim claim = random_claim(random, c, 12);
    const std::string text = print_claim(claim);
    CAPTURE(text);
    const auto back = parse_claim(text);
    REQUIRE(back);
    REQUIRE(*back == claim);
    REQUIRE(print_claim(*back) == text);
    const auto wasteful = parse_claim(wasteful_text(random, text));
    REQUIRE(wasteful);
    REQUIRE(*wasteful == claim);
    for (const auto& [open, close] : bracket_pairs(text)) {
      std::string without = text;
      without[open] = without[close] = ' ';
      const auto other = parse_claim(without);
      CAPTURE(without);
      REQUIRE((!other || !(*other == claim)));
    }
  }
}

TEST_CASE("claim: operands of a node end with their roots") {
  const Claim claim = parsed("if a and b then not (c or d or e)");
  // a b and c d e or not if
  CHECK(operand_ends(claim, 8) == std::vector<int>{2, 7});
  CHECK(operand_ends(claim, 2) == std::vector<int>{0, 1});
  CHECK(operand_ends(claim, 7) == std::vector<int>{6});
  CHECK(operand_ends(claim, 6) == std::vector<int>{3, 4, 5});
  CHECK(operand_ends(claim, 0).empty());
}

TEST_CASE("claim: a condition in front of a claim") {
  const Claim both = conditional_claim(parsed("a or b"), parsed("c and d"));
  CHECK(both == parsed("if a or b then c and d"));
  CHECK(print_claim(both) == "if a or b then c and d");
  CHECK(conditional_claim(parsed("if a then b"), parsed("if c then d")) ==
        parsed("if if a then b then if c then d"));
}

TEST_CASE("claim: which texts may be names") {
  for (const char* id : {"a", "_", "A9", "p.trump", "a.1", "a._.b", "if_", "If", "ands", "if.then"})
    CHECK(is_claim_id(id));
  for (const char* id : {"", "9a", ".a", "a.", "a..b", "a b", "a-b", "ä", "ten#1", "if", "then", "or", "and",
                         "not", "by", "each", "in", "as", "about"}) {
    CHECK_FALSE(is_claim_id(id));
  }
}

}  // namespace surety
