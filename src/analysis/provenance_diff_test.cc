// Tests of diffs: each kind of change by hand, then random histories against a comparison of plain sets.
#include "analysis/provenance_diff.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/random.h"
#include "model/small_case.h"

namespace surety {
namespace {

using Found = std::set<std::pair<std::string, Change>>;

SmallCase two_states() {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.group("pair", {"A"});
  small.capability("boats", "boats");
  return small;
}

Date day(int d) { return *Date::from(2030, 6, d); }

Statement& say(SmallCase& small, const std::string& id, int said, std::vector<std::string> supersedes = {}) {
  Statement& s = small.pledge(id, "A", "boats(by A) = 3");
  s.said = DateRange{day(said), day(said)};
  s.supersedes = std::move(supersedes);
  return s;
}

Standing on(const SmallCase& small, int d) { return standing_of(small.shared(), {day(d), day(d)}); }

Found found_in(const ProvenanceDiff& diff) {
  Found found;
  for (const ChangedStatement& one : diff.statements) found.emplace(one.id, one.change);
  return found;
}

// By the words of provenance_diff.h, over sets of ids and nothing else.
Found by_sets(const Standing& from, const Standing& to) {
  struct Side {
    std::set<std::string> all, accepted, record, current;
    std::map<std::string, std::string> content, judgement;
  };
  const auto side_of = [](const Standing& standing) {
    Side side;
    for (const Statement& s : standing.c().statements) {
      side.all.insert(s.id);
      if (s.status == StatementStatus::accepted) side.accepted.insert(s.id);
      if (s.status == StatementStatus::accepted && *s.said->from <= standing.as_of.valid)
        side.record.insert(s.id);
      side.content[s.id] = print_claim(s.claim->claim) + s.said->from->iso() + s.gloss.at("en");
      side.judgement[s.id] = std::to_string(s.likelihood->low()) + "/" + std::to_string(s.likelihood->high());
    }
    for (const int i : standing.statements) side.current.insert(standing.statement(i).id);
    return side;
  };
  const Side a = side_of(from), b = side_of(to);
  std::set<std::string> superseded;
  for (const Statement& s : to.c().statements)
    if (b.record.contains(s.id)) superseded.insert(s.supersedes.begin(), s.supersedes.end());
  Found found;
  for (const auto* record : {&a.record, &b.record})
    for (const std::string& id : *record) {
      const bool was = a.record.contains(id), is = b.record.contains(id);
      if (!was) found.emplace(id, Change::added);
      if (!is) found.emplace(id, b.accepted.contains(id) ? Change::not_in_effect : Change::retracted);
      if (!was || !is) continue;
      const bool counted = a.current.contains(id), counts = b.current.contains(id);
      if (counts && !counted) found.emplace(id, Change::in_effect);
      if (counted && !counts)
        found.emplace(id, superseded.contains(id) ? Change::superseded : Change::not_in_effect);
      if (a.content.at(id) != b.content.at(id)) found.emplace(id, Change::corrected);
      if (a.judgement.at(id) != b.judgement.at(id)) found.emplace(id, Change::judged);
    }
  return found;
}

SmallCase random_history(Random& random) {
  SmallCase small = two_states();
  for (std::uint64_t n = 1 + random.below(8), i = 1; i <= n; ++i) {
    Statement& s = say(small, "S" + std::to_string(i), static_cast<int>(random.between(1, 20)));
    s.gloss = {{"en", "said"}};
    if (random.chance(.2)) s.status = StatementStatus::proposed;
    if (random.chance(.3))
      s.effective = DateRange{s.said->from, day(static_cast<int>(random.between(20, 28)))};
  }
  return small;
}

// Another version of the same history: things corrected, judged otherwise, retracted, said later.
SmallCase gone_on(Random& random, SmallCase small) {
  auto& all = small.c().statements;
  for (Statement& s : all) {
    if (random.chance(.2)) s.claim = SmallCase::written("boats(by A) = 4");
    if (random.chance(.2)) s.gloss["en"] = "said otherwise";
    if (random.chance(.2)) s.likelihood = ProbabilityRange::exactly(.1, .2);
    if (random.chance(.15)) s.status = StatementStatus::rejected;
  }
  std::erase_if(all, [&](const Statement&) { return random.chance(.1); });
  const std::size_t old = all.size();
  for (std::uint64_t n = random.below(4), i = 1; i <= n; ++i) {
    Statement& s = say(small, "T" + std::to_string(i), static_cast<int>(random.between(21, 27)));
    s.gloss = {{"en", "new"}};
    if (old > 0 && random.chance(.6)) s.supersedes = {all[random.below(old)].id};
  }
  return small;
}

}  // namespace

TEST_CASE("diff: of a plain case on two days") {
  SmallCase small = two_states();
  say(small, "S1", 1);
  say(small, "S2", 5, {"S1"});
  say(small, "S3", 2).effective = DateRange{day(6), {}};
  say(small, "S4", 2).effective = DateRange{{}, day(4)};
  say(small, "S5", 9);
  const auto diff = provenance_diff(on(small, 3), on(small, 7));
  CHECK(found_in(diff) == Found{{"S2", Change::added},
                                {"S1", Change::superseded},
                                {"S3", Change::in_effect},
                                {"S4", Change::not_in_effect}});
  CHECK(diff.statements[1].superseded_by == std::vector<std::string>{"S2"});
  CHECK(diff.statements[1].current_from);
  CHECK_FALSE(diff.statements[1].current_to);
  // backwards: what was not said yet is no longer in effect, what was superseded counts again
  CHECK(found_in(provenance_diff(on(small, 7), on(small, 3))) == Found{{"S2", Change::not_in_effect},
                                                                       {"S1", Change::in_effect},
                                                                       {"S3", Change::not_in_effect},
                                                                       {"S4", Change::in_effect}});
  CHECK(provenance_diff(on(small, 7), on(small, 7)).empty());
}

TEST_CASE("diff: of two analysts: corrected, judged otherwise, retracted, an assumption, a word") {
  SmallCase one = two_states();
  say(one, "S1", 1);
  say(one, "S2", 1);
  Assumption& a = one.c().assumptions.emplace_back();
  a.id = "A1";
  a.claim = SmallCase::written("boats(by B) = 0");
  SmallCase other = one;
  other.c().statements[0].likelihood = ProbabilityRange::exactly(.2, .3);
  other.c().statements[0].credibility = 4;
  other.c().statements[0].claim = SmallCase::written("boats(by A) = 5");
  other.c().statements.pop_back();
  other.c().assumptions[0].enabled = false;
  other.c().actors[2].members.push_back({"B", {}, {}});
  const auto diff = provenance_diff(on(one, 9), on(other, 9));
  CHECK(found_in(diff) == Found{{"S1", Change::corrected},
                                {"S1", Change::judged},
                                {"S2", Change::retracted},
                                {"A1", Change::not_in_effect}});
  REQUIRE(diff.statements[0].fields.size() == 1);
  CHECK(diff.statements[0].fields[0] == FieldChange{"claim", "boats(by A) = 3", "boats(by A) = 5"});
  CHECK(diff.statements[1].fields ==
        std::vector<FieldChange>{{"likelihood", "0.5..0.8", "0.2..0.3"}, {"credibility", "", "4"}});
  REQUIRE(diff.words.size() == 2);
  CHECK(diff.words[0].id == "pair");
  CHECK(diff.words[0].fields[0] == FieldChange{"members", "A", "A, B"});
  CHECK(diff.words[1].kind == ChangedWord::Kind::members);
}

TEST_CASE("diff: a group whose members have dates") {
  SmallCase small = two_states();
  small.c().actors[2].members.push_back({"B", {day(5), {}}, {}});
  const auto diff = provenance_diff(on(small, 3), on(small, 7));
  REQUIRE(diff.words.size() == 1);
  CHECK(diff.words[0].fields[0] == FieldChange{"members", "A", "A, B"});
}

TEST_CASE("diff: random histories against a comparison of sets") {
  const std::uint64_t seed = 20250822;
  INFO("seed ", seed);
  Random random(seed);
  std::map<Change, int> seen;
  for (int round = 0; round < 2'000; ++round) {
    CAPTURE(round);
    const SmallCase before = random_history(random), after = gone_on(random, before);
    const Standing from = on(before, static_cast<int>(random.between(1, 28))),
                   to = on(after, static_cast<int>(random.between(1, 28)));
    const Found expected = by_sets(from, to);
    const auto diff = provenance_diff(from, to);
    REQUIRE(found_in(diff) == expected);
    REQUIRE(diff.statements.size() == expected.size());
    for (const auto& [id, change] : expected) ++seen[change];
  }
  CHECK(seen.size() == kChanges.size());  // every kind was tried
}

}  // namespace surety
