// Normal forms say the same as the claims they come from, and say it in one way.
#include "model/normal_form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "model/random_claim.h"
#include "model/situation.h"

using namespace surety;

namespace {

std::int64_t sum_of(const Selector& selector, const Situation& situation) {
  std::int64_t sum = 0;
  for (const auto& [line, amount] : situation.amounts) {
    const auto& [capability, actor, place, role] = line;
    const auto in = [](const std::vector<int>& indices, int index) {
      return std::ranges::find(indices, index) != indices.end();
    };
    if (capability == selector.capability && in(selector.actors, actor) && in(selector.places, place) &&
        in(selector.roles, role))
      sum += amount;
  }
  return sum;
}

bool leaf_holds(const Leaf& leaf, const Situation& situation) {
  switch (leaf.kind) {
    case Leaf::Kind::factor:
      return situation.factors[static_cast<std::size_t>(leaf.index)] == leaf.happens;
    case Leaf::Kind::issue: {
      const std::int64_t value = situation.issues[static_cast<std::size_t>(leaf.index)];
      return std::ranges::any_of(
          leaf.allowed, [&](const auto& range) { return range.first <= value && value <= range.second; });
    }
    case Leaf::Kind::sum:
      break;
  }
  const std::int64_t sum = sum_of(leaf.selector, situation);
  return leaf.low <= sum && sum <= leaf.high;
}

bool holds(const NormalForm& form, const Situation& situation) {
  std::vector<bool> stack;
  for (const FormulaNode& node : form.nodes) {
    if (node.kind == FormulaNode::Kind::leaf) {
      stack.push_back(leaf_holds(form.leaves[static_cast<std::size_t>(node.leaf)], situation));
      continue;
    }
    const auto first = stack.end() - node.operands;
    const bool all = node.kind == FormulaNode::Kind::all;
    const auto is_true = [](bool b) { return b; };
    const bool value =
        all ? std::all_of(first, stack.end(), is_true) : std::any_of(first, stack.end(), is_true);
    stack.erase(first, stack.end());
    stack.push_back(value);
  }
  REQUIRE(stack.size() == 1);
  return stack.back();
}

Situation random_situation(Random& random, const Standing& standing) {
  Situation situation;
  for (const Issue& issue : standing.c().issues)
    situation.issues.push_back(issue.scale ? random.between(issue.scale->first, issue.scale->second)
                                           : static_cast<std::int64_t>(random.below(issue.options.size())));
  for (std::size_t i = 0; i < standing.c().factors.size(); ++i)
    situation.factors.push_back(random.chance(.5));
  const auto below = [&](std::size_t n) { return static_cast<int>(random.below(n)); };
  for (int k = 0; k < 6; ++k) {
    const Line line{below(standing.c().capabilities.size()), below(standing.space.actors.size()),
                    below(standing.space.places.size()), below(standing.space.roles.size())};
    situation.amounts[line] = random.chance(.5) ? random.between(0, 3) : random.between(0, 6000);
  }
  return situation;
}

Standing claim_standing() {
  Case c = claim_case();
  c.actors.back().members = {{"FRA", {}, {}}, {"GBR", {}, {}}};
  c.actors.back().unnamed_members = 2;
  const Date day = *Date::from(2030, 1, 1);
  c.reference_date = day;
  return standing_of(std::make_shared<const Case>(std::move(c)), {day, day});
}

std::string key_of(const Standing& standing, const std::string& text) {
  const auto claim = parse_claim(text);
  REQUIRE(claim);
  return normal_form(standing, *claim).key;
}

}  // namespace

TEST_CASE(
    "a normal form holds exactly where its claim holds: 2,000 random claims, 20 situations each, seed 51") {
  Random random(51);
  const Standing standing = claim_standing();
  int held = 0;
  for (int round = 0; round < 2'000; ++round) {
    const Claim claim = random_claim(random, standing.c(), 6);
    const NormalForm form = normal_form(standing, claim);
    for (int k = 0; k < 20; ++k) {
      const Situation situation = random_situation(random, standing);
      const bool expected = holds_in(standing, claim, situation);
      held += expected ? 1 : 0;
      REQUIRE_MESSAGE(holds(form, situation) == expected, print_claim(claim));
    }
  }
  CHECK(held > 4'000);   // the test would prove nothing if claims nearly never,
  CHECK(held < 36'000);  // or nearly always, held
}

TEST_CASE("claims that say the same have one key") {
  const Standing standing = claim_standing();
  const auto same = [&](const char* a, const char* b) {
    CHECK_MESSAGE(key_of(standing, a) == key_of(standing, b), a);
  };
  same("us_role > none and ceasefire", "ceasefire and us_role >= minimal");
  same("ground_troops(by FRA + GBR) >= 5", "ground_troops(by GBR + FRA) > 4 soldiers");
  same("not (ceasefire or p.trump)", "not p.trump and not ceasefire");
  same("not seat = kyiv", "seat != kyiv");
  same("if ceasefire then us_role = lead", "us_role = lead or not ceasefire");
  same("ground_troops(by each FRA) > 0", "ground_troops(by FRA) > 0");
  same("(ceasefire and ceasefire) or p.trump", "p.trump or ceasefire");
  CHECK(key_of(standing, "ground_troops(by FRA) >= 5") != key_of(standing, "ground_troops(by FRA) >= 6"));
  CHECK(key_of(standing, "ground_troops(by FRA) = 5") !=
        key_of(standing, "ground_troops(by FRA, in UKR) = 5"));
}

TEST_CASE("what is always so, and what never is") {
  const Standing standing = claim_standing();
  const auto form = [&](const char* text) { return normal_form(standing, *parse_claim(text)); };
  CHECK(form("us_role >= none").always_true());
  CHECK(form("us_role < none").always_false());
  CHECK(form("ground_troops() >= 0").always_true());
  CHECK(form("ground_troops() < 0").always_false());
  CHECK(form("not (us_role < none and ceasefire)").always_true());
}

TEST_CASE("group members, `others` and money") {
  const Standing standing = claim_standing();
  const Selector ten = selector_of(standing, {"ground_troops", {"ten"}, false, "", ""});
  CHECK(ten.actors.size() == 4);  // two named, two not
  const Selector everybody = selector_of(standing, {"ground_troops", {}, false, "", ""});
  CHECK(everybody.actors.size() == 6);  // and the USA and the others
  CHECK(selects_all_of(everybody, ten));
  CHECK_FALSE(selects_all_of(ten, everybody));
  CHECK(overlap(ten, everybody));
  const NormalForm converted = normal_form(standing, *parse_claim("aid(by FRA) >= 116 USD"));
  CHECK(converted.leaves.at(0).low == 100'00);
  CHECK(converted.rates == std::vector<std::string>{"rate:EUR-USD"});
}
