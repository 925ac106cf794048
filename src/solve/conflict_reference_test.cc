// Tests of conflict_sets against the reference data: instances whose answers were found by walking every
// assignment, or by two unrelated solvers. Skipped where the data are not at hand.
#include <doctest/doctest.h>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "solve/conflict_sets.h"

namespace surety {

namespace {

using nlohmann::json;

std::filesystem::path reference_folder() {
  if (const char* folder = std::getenv("SURETY_REFERENCE"))
    return std::filesystem::path(folder) / "conflicts";
  return std::filesystem::path(SURETY_SOURCE_DIR).parent_path() / "shared/reference/conflicts";
}

json read_json(const std::filesystem::path& path) {
  std::ifstream in(path);
  return json::parse(in, nullptr, false);
}

// An instance in the form of its generator: issues, pledge variables, statements of nine kinds.
class ReferenceSystem {
 public:
  explicit ReferenceSystem(const json& instance) : instance_(instance) {
    for (const json& issue : instance["issues"]) {
      system_.choices.emplace_back();
      for (std::size_t o = 0; o < issue["options"].size(); ++o) {
        system_.choices.back().push_back(++system_.boolean_count);
      }
    }
    for (const json& amount : instance["vars"]) {
      system_.rows.push_back({static_cast<int>(system_.amount_max.size())});
      system_.amount_max.emplace_back(amount["hardmax"].get<std::int64_t>());
    }
    for (const json& statement : instance["statements"]) {
      system_.soft.push_back({clauses(statement), statement["w"].get<std::int64_t>()});
    }
  }
  const ConstraintSystem& system() const { return system_; }

 private:
  Literal option(const json& issue, const json& which) const {
    return system_.choices[issue.get<std::size_t>()][which.get<std::size_t>()];
  }
  Literal at_least(int row, std::int64_t bound) {
    system_.sums.push_back({row, bound});
    return system_.boolean_count + static_cast<int>(system_.sums.size());
  }
  int row(const std::string& by, const json& value) {
    system_.rows.emplace_back();
    for (std::size_t x = 0; x < instance_["vars"].size(); ++x) {
      if (instance_["vars"][x][by] == value) system_.rows.back().push_back(static_cast<int>(x));
    }
    return static_cast<int>(system_.rows.size()) - 1;
  }

  std::vector<Clause> clauses(const json& s) {
    const std::string kind = s["kind"];
    if (kind == "demand") return {{option(s["issue"], s["opt"])}};
    if (kind == "redline") return {{-option(s["issue"], s["opt"])}};
    if (kind == "cond") return {{option(s["a"], s["o"]), -option(s["b"], s["bo"])}};
    if (kind == "pledge")
      return {{at_least(s["x"], s["lo"])}, {-at_least(s["x"], s["hi"].get<std::int64_t>() + 1)}};
    if (kind == "cpledge") {
      return {{option(s["a"], s["o"]), -at_least(s["x"], s["hi"].get<std::int64_t>() + 1)}};
    }
    if (kind == "req") return {{at_least(row("cap", s["cap"]), s["min"])}};
    if (kind == "creq") return {{-option(s["a"], s["o"]), at_least(row("cap", s["cap"]), s["min"])}};
    const bool ceiling = kind == "ceil";
    REQUIRE((ceiling || kind == "budget"));
    const int own = ceiling ? row("cap", s["cap"]) : row("party", s["party"]);
    return {{-at_least(own, s["max"].get<std::int64_t>() + 1)}};
  }

  const json& instance_;
  ConstraintSystem system_;
};

std::set<GroupSet> sets_in(const json& lists) {
  std::set<GroupSet> result;
  for (const json& list : lists) {
    GroupSet set;
    for (const json& id : list) set.push_back(std::stoi(id.get<std::string>().substr(1)));
    std::ranges::sort(set);
    result.insert(set);
  }
  return result;
}

void check_instance(const json& instance, const json& answer) {
  const ReferenceSystem reference(instance);
  Budget budget = Budget::unlimited();
  const ConflictSets sets = conflict_sets(reference.system(), 1'000'000, budget);
  REQUIRE(sets.complete);
  std::set<GroupSet> conflicts;
  std::size_t concessions = 1;
  for (const ConflictPart& part : sets.parts) {
    conflicts.insert(part.conflicts.begin(), part.conflicts.end());
    concessions *= part.concessions.size();
  }
  REQUIRE(conflicts == sets_in(answer["muses"]));
  const std::set<GroupSet> expected = sets_in(answer["mcses"]);
  REQUIRE(concessions == expected.size());
  for (const GroupSet& concession :
       expected) {  // the product of the parts has as many, so it is enough that each is in it
    std::size_t covered = 0;
    for (const ConflictPart& part : sets.parts) {
      GroupSet own;
      std::ranges::set_intersection(concession, part.groups, std::back_inserter(own));
      REQUIRE(std::ranges::find(part.concessions, own) != part.concessions.end());
      covered += own.size();
    }
    REQUIRE(covered == concession.size());
  }
  if (!answer.contains("min_weight_mcs")) return;
  const CheapestConcession cheapest = cheapest_concession(reference.system(), budget);
  REQUIRE(cheapest.weight == answer["min_weight_mcs"].get<std::int64_t>());
  REQUIRE(cheapest.lower_bound == cheapest.weight);
}

void check_folder(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    std::printf("skipped: no reference data in %s\n", folder.c_str());
    return;
  }
  int checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string(), ending = ".answer.json";
    if (!name.ends_with(ending)) continue;
    const json answer = read_json(entry.path());
    const json instance = read_json(folder / (name.substr(0, name.size() - ending.size()) + ".json"));
    CAPTURE(name);
    REQUIRE_FALSE(answer.is_discarded());
    REQUIRE_FALSE(instance.is_discarded());
    check_instance(instance, answer);
    ++checked;
  }
  MESSAGE(checked, " instances of ", folder.filename().string());
}

}  // namespace

TEST_CASE("reference: every instance found by walking all assignments") {
  check_folder(reference_folder() / "brute");
}
TEST_CASE("reference: instances on which two unrelated solvers agree") {
  check_folder(reference_folder() / "cross");
}

}  // namespace surety
