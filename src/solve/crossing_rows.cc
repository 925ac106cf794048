// Whether whole amounts fit two families of nested rows: a circulation, found by a largest flow.
#include "solve/crossing_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace surety {

namespace {

// Number is int64 where all sums fit in it, since that is what a check spends its time on; else Wide.
template <class Number>
class Circulation {
 public:
  // Nodes: one a row, then a root of either forest, then source and sink of the flow.
  explicit Circulation(const RowSystem& system)
      : system_(system),
        rows_(static_cast<int>(system.rows.size())),
        heads_(system.rows.size() + 4, -1),
        surplus_(heads_.size(), 0) {}

  Fit run(const RowSystem::Forest& first, const RowSystem::Forest& second, std::vector<Wide>& amounts,
          Refutation& why) {
    for (std::size_t c = 0; c < system_.columns.size(); ++c) {
      const int from = first.leaf[c] >= 0 ? first.leaf[c] : rows_,
                to = second.leaf[c] >= 0 ? second.leaf[c] : rows_ + 1;
      add_bounded(from, to, {false, static_cast<int>(c), true, 1}, system_.columns[c]);
    }
    for (const int row : first.members) {
      const int parent = first.parent[static_cast<std::size_t>(row)];
      add_bounded(parent >= 0 ? parent : rows_, row, {true, row, true, 1},
                  system_.rows[static_cast<std::size_t>(row)]);
    }
    for (const int row : second.members) {
      const int parent = second.parent[static_cast<std::size_t>(row)];
      add_bounded(row, parent >= 0 ? parent : rows_ + 1, {true, row, true, 1},
                  system_.rows[static_cast<std::size_t>(row)]);
    }
    add_arc(rows_ + 1, rows_, kUnbounded);
    if (!saturate()) {
      explain(why);
      return Fit::refuted;
    }
    amounts.resize(system_.columns.size());
    for (std::size_t c = 0; c < amounts.size(); ++c) {
      amounts[c] = system_.columns[c].low + arcs_[2 * c + 1].free;  // the back arc holds what flows
    }
    return Fit::fits;
  }

 private:
  // More than all bounds together; std::numeric_limits does not know Wide in strict C++.
  static constexpr Number kUnbounded = static_cast<Number>(Wide{1} << (8 * sizeof(Number) - 2));

  struct Arc {
    int to;
    int next;     // of the same node, or -1
    Number free;  // what may still flow; its partner is the arc of the other direction, at index ^ 1
  };
  struct Bounded {
    int from, to;
    BoundUse use;
    Number low, high;
  };

  void add_arc(int from, int to, Number capacity) {
    arcs_.push_back({to, heads_[static_cast<std::size_t>(from)], capacity});
    heads_[static_cast<std::size_t>(from)] = static_cast<int>(arcs_.size()) - 1;
    arcs_.push_back({from, heads_[static_cast<std::size_t>(to)], 0});
    heads_[static_cast<std::size_t>(to)] = static_cast<int>(arcs_.size()) - 1;
  }

  void add_bounded(int from, int to, BoundUse use, RowSystem::Interval bounds) {
    const auto low = static_cast<Number>(bounds.low), high = static_cast<Number>(bounds.high);
    bounded_.push_back({from, to, use, low, high});
    add_arc(from, to, high - low);
    surplus_[static_cast<std::size_t>(to)] += low;
    surplus_[static_cast<std::size_t>(from)] -= low;
  }

  // Sends what the lower bounds have brought to a node on to where they took it from.
  bool saturate() {
    const int source = rows_ + 2, sink = rows_ + 3;
    Number needed = 0;
    for (int node = 0; node < rows_ + 2; ++node) {
      const Number surplus = surplus_[static_cast<std::size_t>(node)];
      if (surplus > 0) add_arc(source, node, surplus);
      if (surplus < 0) add_arc(node, sink, -surplus);
      if (surplus > 0) needed += surplus;
    }
    while (find_levels(source, sink)) {
      open_ = heads_;
      while (const Number sent = push(source, sink, kUnbounded)) needed -= sent;
    }
    return needed == 0;
  }

  bool find_levels(int source, int sink) {
    level_.assign(heads_.size(), -1);
    queue_.assign(1, source);
    level_[static_cast<std::size_t>(source)] = 0;
    // NOLINTNEXTLINE(modernize-loop-convert): the queue grows while it is read.
    for (std::size_t done = 0; done < queue_.size(); ++done) {
      const int node = queue_[done];
      for (int a = heads_[static_cast<std::size_t>(node)]; a >= 0;
           a = arcs_[static_cast<std::size_t>(a)].next) {
        const Arc& arc = arcs_[static_cast<std::size_t>(a)];
        if (arc.free == 0 || level_[static_cast<std::size_t>(arc.to)] >= 0) continue;
        level_[static_cast<std::size_t>(arc.to)] = level_[static_cast<std::size_t>(node)] + 1;
        queue_.push_back(arc.to);
      }
    }
    return level_[static_cast<std::size_t>(sink)] >= 0;
  }

  // NOLINTNEXTLINE(misc-no-recursion): no deeper than there are levels, each with a row of its own.
  Number push(int node, int sink, Number most) {
    if (node == sink) return most;
    for (int& a = open_[static_cast<std::size_t>(node)]; a >= 0;
         a = arcs_[static_cast<std::size_t>(a)].next) {
      Arc& arc = arcs_[static_cast<std::size_t>(a)];
      if (arc.free == 0) continue;
      if (level_[static_cast<std::size_t>(arc.to)] != level_[static_cast<std::size_t>(node)] + 1) continue;
      const Number sent = push(arc.to, sink, std::min(most, arc.free));
      if (sent == 0) continue;
      arc.free -= sent;
      arcs_[static_cast<std::size_t>(a ^ 1)].free += sent;
      return sent;
    }
    return 0;
  }

  // Hoffman's condition, broken by the nodes that the source still reaches: the arcs that leave them must
  // carry less than the arcs that enter them bring.
  void explain(Refutation& why) const {
    for (const Bounded& arc : bounded_) {
      const bool from_in = level_[static_cast<std::size_t>(arc.from)] >= 0;
      const bool to_in = level_[static_cast<std::size_t>(arc.to)] >= 0;
      if (from_in == to_in) continue;
      why.uses.push_back(arc.use);
      why.uses.back().lower = to_in;
      why.lacking += to_in ? Wide{arc.low} : -Wide{arc.high};
    }
  }

  const RowSystem& system_;
  int rows_;
  std::vector<int> heads_;  // of each node, its newest arc
  std::vector<Number> surplus_;
  std::vector<Arc> arcs_;
  std::vector<Bounded> bounded_;
  std::vector<int> level_, open_, queue_;
};

}  // namespace

Fit fit_crossing_rows(const RowSystem& system, const RowSystem::Forest& first,
                      const RowSystem::Forest& second, std::vector<Wide>& amounts, Refutation& why) {
  // No flow is larger than all upper bounds of columns and all lower bounds of rows together.
  Wide total = 0;
  for (const auto& column : system.columns) total += column.high;
  for (const auto& row : system.rows) total += row.high;
  if (total < std::numeric_limits<std::int64_t>::max() / 4) {
    return Circulation<std::int64_t>(system).run(first, second, amounts, why);
  }
  return Circulation<Wide>(system).run(first, second, amounts, why);
}

}  // namespace surety
