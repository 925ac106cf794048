// Tests of because.h: that a Because is the set of its ids however it was built.
#include "base/because.h"

#include <set>

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

std::string random_id(Random& random) {
  static const std::vector<std::string> kPieces = {"S", "A", "0", "1", "2", "9", "10", "-", "_", "ä"};
  std::string id;
  for (std::uint64_t n = random.below(5); n > 0; --n) id += kPieces[random.below(kPieces.size())];
  return id;
}

}  // namespace

TEST_CASE("because: a set of ids") {
  const Because because{"S10", "S9", "S10", "A1"};
  CHECK(because.ids() == std::vector<std::string>{"A1", "S10", "S9"});  // by bytes
  CHECK(because.contains("S9"));
  CHECK(!because.contains("S1"));
  CHECK(Because().empty());
  CHECK(join(Because{"S1"}, Because{"S2", "S1"}) == Because{"S2", "S1"});
}

TEST_CASE("because: however it is built, it is the same set") {
  Random random(kSeed);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> left, right;
    for (std::uint64_t n = random.below(8); n > 0; --n) left.push_back(random_id(random));
    for (std::uint64_t n = random.below(8); n > 0; --n) right.push_back(random_id(random));
    std::vector<std::string> all = left;
    all.insert(all.end(), right.begin(), right.end());
    Because one_by_one;
    for (const std::string& id : all) one_by_one.add(id);
    CAPTURE(kSeed);
    REQUIRE(one_by_one == Because(all));
    REQUIRE(join(Because(left), Because(right)) == Because(all));
    const std::set<std::string> set(all.begin(), all.end());
    REQUIRE(one_by_one.ids() == std::vector<std::string>(set.begin(), set.end()));
    for (const std::string& id : all) REQUIRE(one_by_one.contains(id));
  }
}

}  // namespace surety
