// Group CNF: what is read, and every way in which a file can be wrong.
#include <doctest/doctest.h>

#include <string>

#include "base/heard_test.h"
#include "base/random.h"
#include "exchange/group_cnf.h"

namespace surety {
namespace {

std::string fault_of(const std::string& text) {
  const auto system = read_group_cnf(text, "f.gcnf");
  if (system) return "";
  const Fault& f = heard(system.error());
  CHECK(f.place.file == "f.gcnf");
  return std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + " " + f.message;
}

}  // namespace

TEST_CASE("group cnf: groups, comments and clauses over several lines") {
  const auto system = read_group_cnf(
      "c a comment\np gcnf 3 5 4\n{0} 1 2 0\nc another\n{1} -1\n 0 {1} -2 0\r\n{3}\t3 0\n{2} 0\n", "f");
  REQUIRE(system.has_value());
  CHECK(system->boolean_count == 3);
  CHECK(system->hard == std::vector<Clause>{{1, 2}});
  REQUIRE(system->soft.size() == 4);
  CHECK(system->soft[0].clauses == std::vector<Clause>{{-1}, {-2}});
  CHECK(system->soft[1].clauses == std::vector<Clause>{{}});
  CHECK(system->soft[2].clauses == std::vector<Clause>{{3}});
  CHECK(system->soft[3].clauses.empty());
}

TEST_CASE("group cnf: faults") {
  CHECK(fault_of("") == "1:1 the header is missing");
  CHECK(fault_of("c x\n\n1 0\n") == "3:1 the header is missing");
  CHECK(fault_of("p cnf 1 1\n1 0\n") == "1:1 the header is missing");
  CHECK(fault_of("p gcnf 1 1\n") == "2:1 the header has no last group");
  CHECK(fault_of("p gcnf 1 x 1\n") == "1:10 'x' is no number of clauses");
  CHECK(fault_of("p gcnf -1 1 1\n") == "1:8 '-1' is no number of variables");
  CHECK(fault_of("p gcnf 1000001 1 1\n") == "1:8 '1000001' is too large a number of variables");
  CHECK(fault_of("p gcnf 1 1 99999999999999999999\n") == "1:12 '99999999999999999999' is no last group");
  CHECK(fault_of("p gcnf 1 2 1\n{1} 1 0\n") == "1:1 the header promises 2 clauses and there are 1");
  CHECK(fault_of("p gcnf 1 1 1\n{1} 1 0\n{1} 1 0\n") ==
        "3:1 there are more clauses than the 1 of the header");
  CHECK(fault_of("p gcnf 1 1 1\n1 0\n") == "2:1 '1' is no group");
  CHECK(fault_of("p gcnf 1 1 1\n{} 1 0\n") == "2:1 '{}' is no group");
  CHECK(fault_of("p gcnf 1 1 1\n{2} 1 0\n") == "2:1 the group '{2}' is outside the header's range");
  CHECK(fault_of("p gcnf 1 1 1\n{-1} 1 0\n") == "2:1 the group '{-1}' is outside the header's range");
  CHECK(fault_of("p gcnf 1 1 1\n{1} 2 0\n") == "2:5 the literal '2' is outside the header's range");
  CHECK(fault_of("p gcnf 1 1 1\n{1} x 0\n") == "2:5 'x' is no literal");
  CHECK(fault_of("p gcnf 1 1 1\n{1} 1\n") == "3:1 the clause that begins in line 2 has no end");
  CHECK(fault_of("p gcnf 1 2 1\n{1} 1\n{1} 1 0\n") == "3:1 the clause that begins in line 2 has no end");
}

TEST_CASE("group cnf: limits") {
  CHECK(fault_of(std::string(kGroupCnfBytesMax + 1, ' ')).starts_with("0:0 the file has 67108865 bytes"));
  std::string many = "p gcnf 1 1 1\n{1}";
  for (std::size_t i = 0; i <= kGroupCnfLiteralsMax; ++i) many += " 1";
  CHECK(fault_of(many + " 0\n").find("more than 10000000 literals") != std::string::npos);
}

TEST_CASE("group cnf: what is written at random is read as it is") {
  constexpr std::uint64_t kSeed = 20250821;
  MESSAGE("seed ", kSeed);
  Random random(kSeed);
  for (int i = 0; i < 300; ++i) {
    const int groups = static_cast<int>(random.below(5)), variables = 1 + static_cast<int>(random.below(6));
    ConstraintSystem made;
    made.soft.resize(static_cast<std::size_t>(groups));
    std::string text;
    const int clauses = static_cast<int>(random.below(9));
    for (int k = 0; k < clauses; ++k) {
      Clause clause;
      for (std::uint64_t n = random.below(4); n > 0; --n)
        clause.push_back(static_cast<int>(random.between(1, variables)) * (random.chance(.5) ? 1 : -1));
      const auto group = random.below(static_cast<std::uint64_t>(groups) + 1);
      text += "{" + std::to_string(group) + "}";
      for (const int literal : clause) text += (random.chance(.1) ? "\n" : " ") + std::to_string(literal);
      text += " 0\n";
      (group == 0 ? made.hard : made.soft[group - 1].clauses).push_back(clause);
    }
    const auto read = read_group_cnf("p gcnf " + std::to_string(variables) + " " + std::to_string(clauses) +
                                         " " + std::to_string(groups) + "\n" + text,
                                     "f");
    REQUIRE(read.has_value());
    CHECK(read->hard == made.hard);
    REQUIRE(read->soft.size() == made.soft.size());
    for (std::size_t k = 0; k < made.soft.size(); ++k) CHECK(read->soft[k].clauses == made.soft[k].clauses);
  }
}

}  // namespace surety
