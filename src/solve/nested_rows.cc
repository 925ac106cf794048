// Whether whole amounts fit nested rows: bounds go up the tree, amounts come down.
#include "solve/nested_rows.h"

#include <algorithm>
#include <ranges>

namespace surety {

namespace {

class NestedRows {
 public:
  NestedRows(const RowSystem& system, const RowSystem::Forest& forest)
      : system_(system),
        forest_(forest),
        reach_(system.rows.size()),
        rows_in_(system.rows.size()),
        columns_in_(system.rows.size()) {
    for (std::size_t c = 0; c < system.columns.size(); ++c) {
      if (const int row = forest.leaf[c]; row >= 0) columns_in_[at(row)].push_back(static_cast<int>(c));
    }
    for (const int row : forest.members) {
      if (const int parent = forest.parent[at(row)]; parent >= 0) rows_in_[at(parent)].push_back(row);
    }
  }

  bool fits(Refutation& why) {
    for (const int row : forest_.members) {
      RowSystem::Interval sum = inside(row);
      const RowSystem::Interval own = system_.rows[at(row)];
      reach_[at(row)] = {std::max(sum.low, own.low), std::min(sum.high, own.high)};
      if (reach_[at(row)].low <= reach_[at(row)].high) continue;
      why.lacking = reach_[at(row)].low - reach_[at(row)].high;
      explain(row, true, why);
      explain(row, false, why);
      return false;
    }
    return true;
  }

  // Gives every column its least, then raises columns until each row has what it must.
  void place(std::vector<Wide>& amounts) const {
    for (std::size_t c = 0; c < amounts.size(); ++c) amounts[c] = system_.columns[c].low;
    for (const int row : std::views::reverse(forest_.members)) {
      if (forest_.parent[at(row)] < 0) share_out(row, reach_[at(row)].low, amounts);
    }
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  RowSystem::Interval inside(int row) const {
    RowSystem::Interval sum;
    for (const int c : columns_in_[at(row)]) {
      sum.low += system_.columns[at(c)].low;
      sum.high += system_.columns[at(c)].high;
    }
    for (const int r : rows_in_[at(row)]) {
      sum.low += reach_[at(r)].low;
      sum.high += reach_[at(r)].high;
    }
    return sum;
  }

  // NOLINTBEGIN(misc-no-recursion): as deep as rows lie inside each other.
  // Which bounds make the row's sum so large (lower), or so small.
  void explain(int row, bool lower, Refutation& why) const {
    const RowSystem::Interval own = system_.rows[at(row)], reach = reach_[at(row)];
    if (lower ? own.low == reach.low : own.high == reach.high) {
      why.uses.push_back({true, row, lower, 1});
      return;
    }
    for (const int c : columns_in_[at(row)]) why.uses.push_back({false, c, lower, 1});
    for (const int r : rows_in_[at(row)]) explain(r, lower, why);
  }

  void share_out(int row, Wide sum, std::vector<Wide>& amounts) const {
    Wide missing = sum - inside(row).low;
    for (const int c : columns_in_[at(row)]) {
      const Wide more = std::min(missing, system_.columns[at(c)].high - system_.columns[at(c)].low);
      amounts[at(c)] += more;
      missing -= more;
    }
    for (const int r : rows_in_[at(row)]) {
      const Wide more = std::min(missing, reach_[at(r)].high - reach_[at(r)].low);
      share_out(r, reach_[at(r)].low + more, amounts);
      missing -= more;
    }
  }
  // NOLINTEND(misc-no-recursion)

  const RowSystem& system_;
  const RowSystem::Forest& forest_;
  std::vector<RowSystem::Interval>
      reach_;  // what each row's sum can be, by what is inside it and its own bounds
  std::vector<std::vector<int>> rows_in_;  // of each row, the rows directly inside it
  std::vector<std::vector<int>> columns_in_;
};

}  // namespace

Fit fit_nested_rows(const RowSystem& system, const RowSystem::Forest& forest, std::vector<Wide>& amounts,
                    Refutation& why) {
  NestedRows rows(system, forest);
  if (!rows.fits(why)) return Fit::refuted;
  amounts.resize(system.columns.size());
  rows.place(amounts);
  return Fit::fits;
}

}  // namespace surety
