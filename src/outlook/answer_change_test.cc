// Tests of what a change did to the answer: by hand, and random small cases against listing both sides.
#include "outlook/answer_change.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/random.h"
#include "model/small_case.h"

namespace surety {
namespace {

SmallCase offers_case() {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.capability("boats", "boats");
  Issue& issue = small.c().issues.emplace_back();
  issue.id = "flag";
  issue.options = {"red", "blue", "green"};
  return small;
}

Assessment assessed(const Standing& standing) {
  Budget conflicts = Budget::unlimited(), coverage = Budget::unlimited();
  auto assessment = assess(standing, conflicts, coverage);
  REQUIRE(assessment);
  return *std::move(assessment);
}

AnswerChange change_of(const Standing& from, const Standing& to) {
  return answer_change(from, assessed(from), to, assessed(to));
}

// The conflicts of a side by trying: minimal sets of statements of one issue that leave no option.
std::set<IdSet> conflicts_by_trying(const Standing& standing) {
  std::set<IdSet> sets;
  const std::size_t count = standing.statements.size();
  for (std::uint32_t mask = 1; mask < (1U << count); ++mask) {
    IdSet ids;
    std::set<std::string> left = {"red", "blue", "green"};
    for (std::size_t i = 0; i < count; ++i) {
      if ((mask >> i & 1U) == 0) continue;
      const Statement& s = standing.statement(standing.statements[i]);
      ids.push_back(s.id);
      const Atom& atom = s.claim->claim.atoms.front();
      std::erase_if(left, [&](const std::string& option) {
        return (atom.relation == Relation::equal) != (option == atom.option);
      });
    }
    const bool minimal =
        std::ranges::none_of(sets, [&](const IdSet& set) { return std::ranges::includes(ids, set); });
    if (left.empty() && minimal) sets.insert(ids);
  }
  // a larger set may have come before a smaller one
  std::set<IdSet> smallest;
  for (const IdSet& one : sets)
    if (std::ranges::none_of(
            sets, [&](const IdSet& other) { return other != one && std::ranges::includes(one, other); }))
      smallest.insert(one);
  return smallest;
}

}  // namespace

TEST_CASE("answer change: a conflict comes, and with it the ways out") {
  SmallCase small = offers_case();
  small.need("Q", "B", "boats() >= 10");
  small.pledge("P", "A", "boats(by A) = 10");
  const Standing from = small.standing();
  small.say("R", StatementKind::red_line, "B", "boats(by A) = 0");
  const Standing to = small.standing();
  const AnswerChange change = change_of(from, to);
  CHECK(change.breaks_from == BreaksAt::nowhere);
  CHECK(change.breaks_to == BreaksAt::agreement);
  CHECK(change.conflicts_new == std::vector<IdSet>{{"P", "R"}});
  CHECK(change.conflicts_gone.empty());
  CHECK(change.ways_new.size() == 2);
  CHECK(change.ways_known);
  const AnswerChange back = change_of(to, from);
  CHECK(back.conflicts_gone == change.conflicts_new);
  CHECK(back.ways_gone.size() == 2);
  const AnswerChange none = change_of(to, to);
  CHECK((none.conflicts_new.empty() && none.conflicts_gone.empty() && none.ways_new.empty() &&
         none.ways_gone.empty()));
}

TEST_CASE("answer change: random cases of one issue, against trying every set on both sides") {
  const std::uint64_t seed = 424242;
  INFO("seed ", seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    SmallCase small = offers_case();
    const std::vector<std::string> options = {"red", "blue", "green"};
    for (std::uint64_t n = 2 + random.below(5), i = 1; i <= n; ++i)
      small.say("S" + std::to_string(i), StatementKind::position, random.chance(.5) ? "A" : "B",
                "flag " + std::string(random.chance(.6) ? "=" : "!=") + " " + options[random.below(3)]);
    const Standing from = small.standing();
    for (Statement& s : small.c().statements)
      if (random.chance(.3)) s.claim = SmallCase::written("flag = " + options[random.below(3)]);
    if (random.chance(.5)) small.c().statements.pop_back();
    const Standing to = small.standing();
    const AnswerChange change = change_of(from, to);
    REQUIRE(change.conflicts_known);
    std::set<IdSet> old = conflicts_by_trying(from), now = conflicts_by_trying(to), come, gone;
    std::ranges::set_difference(now, old, std::inserter(come, come.end()));
    std::ranges::set_difference(old, now, std::inserter(gone, gone.end()));
    REQUIRE(std::set<IdSet>(change.conflicts_new.begin(), change.conflicts_new.end()) == come);
    REQUIRE(std::set<IdSet>(change.conflicts_gone.begin(), change.conflicts_gone.end()) == gone);
  }
}

}  // namespace surety
