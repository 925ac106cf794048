// Tests of independent origins: the example of the page, and random chains against spreading marks until
// nothing changes.
#include "analysis/provenance_origins.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "analysis/provenance.h"
#include "base/random.h"
#include "model/small_case.h"

namespace surety {
namespace {

using Ids = std::vector<std::string>;

SmallCase press_case(int outlets) {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  small.capability("boats", "boats");
  for (const char* id : {"n1", "n2", "n3"}) small.actor(id).kind = ActorKind::anonymous;
  for (int i = 0; i < outlets; ++i)
    for (const char* page : {"a", "b"}) {
      Source& source = small.c().sources.emplace_back();
      source.outlet = "O" + std::to_string(i);
      source.id = source.outlet + page;
    }
  return small;
}

void report(SmallCase& small, const Ids& chain, const std::string& claim = "boats(by A) = 3") {
  Statement& s = small.pledge("S" + std::to_string(small.c().statements.size() + 1), "A", claim);
  s.chain.clear();
  for (const std::string& link : chain) s.chain.push_back({link, std::nullopt});
}

std::vector<int> all_of(const Case& c) {
  std::vector<int> all(c.statements.size());
  std::iota(all.begin(), all.end(), 0);
  return all;
}

// The number of origins by another way: marks spread over shared outlets and voices until nothing changes.
std::size_t origins_by_spreading(const Case& c) {
  struct Report {
    Carriage carriage;
    std::set<std::string> keys;
    std::size_t mark = 0;
    bool counts = true;
  };
  std::vector<Report> reports;
  for (const Statement& s : c.statements) {
    Report one{carriage_of(c, s), {}, reports.size(), true};
    one.keys.insert("outlet " + one.carriage.outlets.front());
    for (const std::string& voice : one.carriage.voices)
      if (voice != s.speakers.front()) one.keys.insert("voice " + voice);
    reports.push_back(std::move(one));
  }
  for (Report& one : reports) {
    const std::set<std::string> outlets(one.carriage.outlets.begin(), one.carriage.outlets.end());
    if (!one.carriage.voices.empty() || outlets.size() > 1) continue;
    for (const Report& other : reports)
      if (other.carriage.outlets.front() != *outlets.begin() &&
          std::ranges::find(other.carriage.outlets, *outlets.begin()) != other.carriage.outlets.end())
        one.counts = false;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (Report& a : reports)
      for (Report& b : reports) {
        const bool shared =
            std::ranges::any_of(a.keys, [&](const auto& key) { return b.keys.contains(key); });
        if (!a.counts || !b.counts || !shared || a.mark == b.mark) continue;
        a.mark = b.mark = std::min(a.mark, b.mark);
        changed = true;
      }
  }
  std::set<std::size_t> marks;
  for (const Report& one : reports)
    if (one.counts) marks.insert(one.mark);
  return marks.size();
}

}  // namespace

TEST_CASE("origins: one outlet is one origin, however many voices; a re-print is none; a witness is one") {
  SmallCase small = press_case(3);
  report(small, {"n1", "O0a"});         // the agency hears a nameless voice
  report(small, {"n2", "O0b", "O1a"});  // and another, on another page, which a paper prints
  report(small, {"A", "O2a"});          // A says so itself to a third
  report(small, {"O1b"});               // the paper says so and names nobody: it carries the agency
  const auto c = small.shared();
  const std::vector<Origin> origins = origins_of(*c, all_of(*c));
  REQUIRE(origins.size() == 2);
  CHECK(origins[0].outlets == Ids{"O0"});
  CHECK(origins[0].voices == Ids{"n1", "n2"});
  CHECK(origins[0].statements == std::vector<int>{0, 1});
  CHECK(origins[0].repeats == std::vector<int>{3});
  CHECK(origins[1].outlets == Ids{"O2"});
  CHECK(origins[1].statements == std::vector<int>{2});
}

TEST_CASE("origins: one nameless voice that speaks to two outlets is one; A itself to two is two") {
  SmallCase nameless = press_case(2);
  report(nameless, {"n1", "O0a"});
  report(nameless, {"n1", "O1a"});
  CHECK(origins_of(*nameless.shared(), all_of(nameless.c())).size() == 1);
  SmallCase open = press_case(2);
  report(open, {"A", "O0a"});
  report(open, {"A", "O1a"});
  CHECK(origins_of(*open.shared(), all_of(open.c())).size() == 2);
  CHECK(origins_of(*open.shared(), std::vector<int>{1, 1, 1}).size() == 1);
  CHECK(origins_of(*open.shared(), {}).empty());
}

TEST_CASE("origins: random chains, against spreading marks") {
  const std::uint64_t seed = 19870401;
  INFO("seed ", seed);
  Random random(seed);
  for (int round = 0; round < 2'000; ++round) {
    SmallCase small = press_case(4);
    const Ids voices = {"A", "B", "n1", "n2", "n3"};
    for (std::uint64_t n = 1 + random.below(7); n > 0; --n) {
      Ids chain;
      for (std::uint64_t k = random.below(3); k > 0; --k)
        chain.push_back(voices[random.below(voices.size())]);
      for (std::uint64_t k = 1 + random.below(3); k > 0; --k)
        chain.push_back("O" + std::to_string(random.below(4)) + (random.chance(.5) ? "a" : "b"));
      report(small, chain);
    }
    const auto c = small.shared();
    const std::vector<Origin> origins = origins_of(*c, all_of(*c));
    REQUIRE(origins.size() == origins_by_spreading(*c));
    std::vector<int> told;
    for (const Origin& origin : origins) {
      CHECK_FALSE(origin.statements.empty());
      told.insert(told.end(), origin.statements.begin(), origin.statements.end());
      told.insert(told.end(), origin.repeats.begin(), origin.repeats.end());
    }
    std::ranges::sort(told);
    REQUIRE(told == all_of(*c));  // every statement once
  }
}

TEST_CASE("origins: reports of a claim are equal normal forms of one holder") {
  SmallCase small = press_case(2);
  report(small, {"A", "O0a"}, "boats(by A) = 3");
  report(small, {"A", "O1a"}, "boats(by A) in 3..3");
  report(small, {"A", "O1a"}, "boats(by A) = 4");
  report(small, {"A", "O1b"}, "boats(by A) = 3");
  small.c().statements[3].kind = StatementKind::demand;  // B's will that A should bring them
  small.c().statements[3].holders = {"B"};
  report(small, {"A", "O1b"}, "boats(by A) = 3");
  small.c().statements[4].status = StatementStatus::rejected;
  const Standing standing = small.standing();
  CHECK(reports_of_claim(standing, 0) == std::vector<int>{0, 1});
  CHECK(reports_of_claim(standing, 2) == std::vector<int>{2});
  CHECK(reports_of_claim(standing, 4) == std::vector<int>{0, 1, 4});
}

}  // namespace surety
