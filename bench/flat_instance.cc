// Reading the flat form: issues with options, pledge variables, and statements of nine kinds.
#include "bench/flat_instance.h"

#include <fstream>
#include <map>

namespace surety {

namespace {

class FlatReader {
 public:
  explicit FlatReader(std::ifstream& in) : in_(in) {}

  std::optional<FlatInstance> read(bool collapse) {
    read_issues();
    read_amounts();
    const int statements = number();
    std::map<std::vector<Clause>, std::size_t> known;
    for (int s = 0; s < statements && in_; ++s) {
      SoftGroup group = read_statement();
      auto& groups = instance_.system.soft;
      const auto [entry, is_new] = known.emplace(group.clauses, groups.size());
      if (is_new || !collapse) {
        groups.push_back(std::move(group));
        instance_.voices.push_back(1);
      } else {
        groups[entry->second].weight += group.weight;
        ++instance_.voices[entry->second];
      }
    }
    instance_.statements = statements;
    if (!in_) return std::nullopt;
    return std::move(instance_);
  }

 private:
  int number() {
    int n = 0;
    in_ >> n;
    return n;
  }
  std::int64_t large_number() {
    std::int64_t n = 0;
    in_ >> n;
    return n;
  }

  void read_issues() {
    const int issues = number();
    for (int i = 0; i < issues && in_; ++i) {
      const int options = number();
      instance_.system.choices.emplace_back();
      for (int o = 0; o < options; ++o)
        instance_.system.choices.back().push_back(++instance_.system.boolean_count);
    }
  }

  void read_amounts() {
    const int amounts = number();
    for (int x = 0; x < amounts && in_; ++x) {
      number();  // the party
      number();  // the capability
      instance_.system.amount_max.emplace_back(large_number());
      instance_.system.rows.push_back({x});
    }
  }

  Literal option() {
    const int issue = number(), which = number();
    if (issue < 0) return 0;
    return instance_.system.choices[static_cast<std::size_t>(issue)][static_cast<std::size_t>(which)];
  }

  Literal at_least(int row, std::int64_t bound) {
    auto& sums = instance_.system.sums;
    const auto [entry, is_new] = sums_.emplace(std::pair(row, bound), static_cast<int>(sums.size()));
    if (is_new) sums.push_back({row, bound});
    return instance_.system.boolean_count + entry->second + 1;
  }

  int read_row() {
    std::vector<int> amounts(static_cast<std::size_t>(number()));
    for (int& x : amounts) x = number();
    const auto [entry, is_new] = rows_.emplace(amounts, static_cast<int>(instance_.system.rows.size()));
    if (is_new) instance_.system.rows.push_back(amounts);
    return entry->second;
  }

  SoftGroup read_statement() {
    std::string kind;
    in_ >> kind;
    number();  // the party
    SoftGroup group;
    group.weight = number();
    auto& clauses = group.clauses;
    if (kind == "demand")
      clauses = {{option()}};
    else if (kind == "redline")
      clauses = {{-option()}};
    else if (kind == "cond") {
      const Literal a = option(), b = option();
      clauses = {{a, -b}};
    } else if (kind == "pledge") {
      const int x = number();
      const std::int64_t low = large_number(), high = large_number();
      if (high < instance_.system.amount_max[static_cast<std::size_t>(x)])
        clauses.push_back({-at_least(x, high + 1)});
      if (low > 0) clauses.push_back({at_least(x, low)});
    } else if (kind == "cpledge") {
      const int x = number();
      const Literal a = option();
      const std::int64_t high = large_number();
      if (high < instance_.system.amount_max[static_cast<std::size_t>(x)])
        clauses = {{a, -at_least(x, high + 1)}};
    } else {
      const std::int64_t bound = large_number();
      const Literal a = option();
      const int row = read_row();
      const bool lower = kind == "req" || kind == "creq";
      clauses = {{lower ? at_least(row, bound) : -at_least(row, bound + 1)}};
      if (a != 0) clauses.front().push_back(-a);
    }
    return group;
  }

  std::ifstream& in_;
  FlatInstance instance_;
  std::map<std::pair<int, std::int64_t>, int> sums_;
  std::map<std::vector<int>, int> rows_;
};

}  // namespace

std::optional<FlatInstance> read_flat_instance(const std::string& path, bool collapse) {
  std::ifstream in(path);
  if (!in) return std::nullopt;
  return FlatReader(in).read(collapse);
}

}  // namespace surety
