// SumTheory: which rows must be tested together, and in which shape they are.
#include <algorithm>
#include <map>

#include "base/rising.h"
#include "solve/sum_theory.h"

namespace surety {

namespace {

// A case visits few sets of active rows; the limit only keeps memory bounded.
constexpr std::size_t kStoredMax = 4096;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int representative(std::vector<int>& parents, int i) {
  while (parents[at(i)] != i) i = parents[at(i)] = parents[at(parents[at(i)])];
  return i;
}

enum class Relation { apart, inside, around, crossing };

Relation relation(const std::vector<bool>& a, const std::vector<bool>& b) {
  bool both = false, only_a = false, only_b = false;
  for (std::size_t c = 0; c < a.size(); ++c) {
    both = both || (a[c] && b[c]);
    only_a = only_a || (a[c] && !b[c]);
    only_b = only_b || (b[c] && !a[c]);
  }
  if (!both) return Relation::apart;
  if (only_a && only_b) return Relation::crossing;
  return only_a ? Relation::around : Relation::inside;
}

// The rows of one colour as a forest. `order`: all rows, those with fewer columns first.
RowSystem::Forest forest_of(const RowSystem& system, const std::vector<std::vector<bool>>& has,
                            const std::vector<int>& order, const std::vector<int>& colour, int wanted) {
  RowSystem::Forest forest;
  forest.parent.assign(has.size(), -1);
  forest.leaf.assign(system.columns.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int row = order[i];
    if (colour[at(row)] != wanted) continue;
    forest.members.push_back(row);
    for (std::size_t c = 0; c < system.columns.size(); ++c) {
      if (has[at(row)][c] && forest.leaf[c] < 0) forest.leaf[c] = row;
    }
    for (std::size_t j = i + 1; j < order.size() && forest.parent[at(row)] < 0; ++j) {
      if (colour[at(order[j])] != wanted) continue;
      if (relation(has[at(row)], has[at(order[j])]) == Relation::inside) forest.parent[at(row)] = order[j];
    }
  }
  return forest;
}

// Colours rows 0 and 1 so that crossing rows differ; false when that cannot be.
bool two_colours(const std::vector<std::vector<int>>& crossing, std::vector<int>& colour) {
  colour.assign(crossing.size(), -1);
  for (std::size_t start = 0; start < crossing.size(); ++start) {
    if (colour[start] >= 0) continue;
    colour[start] = 0;
    std::vector<int> queue{static_cast<int>(start)};
    for (std::size_t done = 0; done < queue.size(); ++done) {
      const int row = queue[done];
      for (const int other : crossing[at(row)]) {
        if (colour[at(other)] == colour[at(row)]) return false;
        if (colour[at(other)] >= 0) continue;
        colour[at(other)] = 1 - colour[at(row)];
        queue.push_back(other);
      }
    }
  }
  return true;
}

}  // namespace

std::vector<SumTheory::Block>& SumTheory::blocks_of_active() {
  if (last_blocks_ != nullptr && last_active_ == active_) return *last_blocks_;
  if (blocks_.size() >= kStoredMax) blocks_.clear();
  const auto [entry, is_new] = blocks_.try_emplace(active_);
  if (is_new) entry->second = build_blocks();
  last_active_ = active_;
  last_blocks_ = &entry->second;
  return *last_blocks_;
}

std::vector<SumTheory::Block> SumTheory::build_blocks() const {
  std::vector<int> parents(rows_.size());
  number_from_zero(parents);
  std::vector<bool> is_active(rows_.size(), false);
  for (const int r : active_) is_active[at(r)] = true;
  for (const auto& rows : rows_with_) {
    int before = -1;
    for (const int r : rows) {
      if (!is_active[at(r)]) continue;
      if (before >= 0) parents[at(representative(parents, r))] = representative(parents, before);
      before = r;
    }
  }
  std::map<int, std::vector<int>> together;
  for (const int r : active_) together[representative(parents, r)].push_back(r);
  std::vector<Block> blocks;
  for (auto& [representative_row, rows] : together) blocks.push_back(build_block(std::move(rows)));
  return blocks;
}

SumTheory::Block SumTheory::build_block(std::vector<int> rows) const {
  Block block;
  block.rows = std::move(rows);
  std::map<int, std::vector<int>> rows_of_amount;
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    for (const int x : rows_[at(block.rows[r])].amounts) rows_of_amount[x].push_back(static_cast<int>(r));
  }
  std::map<std::vector<int>, std::size_t> column_of;
  for (const auto& [x, in_rows] : rows_of_amount) {
    const auto [entry, is_new] = column_of.emplace(in_rows, block.amounts.size());
    if (is_new) {
      block.amounts.emplace_back();
      block.system.rows_of.push_back(in_rows);
    }
    block.amounts[entry->second].push_back(x);
  }
  block.system.columns.resize(block.amounts.size());
  block.system.rows.resize(block.rows.size());
  if (block.rows.size() > 1) find_shape(block);
  return block;
}

void SumTheory::find_shape(Block& block) {
  const RowSystem& system = block.system;
  std::vector<std::vector<bool>> has(block.rows.size(), std::vector<bool>(system.columns.size(), false));
  std::vector<std::size_t> size(block.rows.size(), 0);
  for (std::size_t c = 0; c < system.columns.size(); ++c) {
    for (const int r : system.rows_of[c]) {
      has[at(r)][c] = true;
      ++size[at(r)];
    }
  }
  std::vector<std::vector<int>> crossing(block.rows.size());
  bool any_crossing = false;
  for (std::size_t a = 0; a < has.size(); ++a) {
    for (std::size_t b = 0; b < has.size(); ++b) {
      if (relation(has[a], has[b]) != Relation::crossing) continue;
      crossing[a].push_back(static_cast<int>(b));
      any_crossing = true;
    }
  }
  std::vector<int> colour;
  if (!two_colours(crossing, colour)) {
    block.shape = Block::Shape::any;
    return;
  }
  std::vector<int> order(block.rows.size());
  number_from_zero(order);
  std::ranges::stable_sort(order, [&](int a, int b) { return size[at(a)] < size[at(b)]; });
  block.first = forest_of(system, has, order, colour, 0);
  if (any_crossing) block.second = forest_of(system, has, order, colour, 1);
  block.shape = any_crossing ? Block::Shape::crossing : Block::Shape::nested;
}

}  // namespace surety
