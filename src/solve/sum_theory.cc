// SumTheory: reading bounds from a model, testing them, and clauses that say why they contradict each other.
#include "solve/sum_theory.h"

#include <algorithm>
#include <tuple>

#include "solve/any_rows.h"
#include "solve/crossing_rows.h"
#include "solve/nested_rows.h"

namespace surety {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

SumTheory::SumTheory(const ConstraintSystem& system, Sat& sat)
    : amount_count_(static_cast<int>(system.amount_max.size())) {
  add_rows(system);
  add_steps(system, sat);
  bounds_.resize(rows_.size());
}

void SumTheory::add_rows(const ConstraintSystem& system) {
  // An amount beyond the largest bound can be cut back to it: rows that must be large still are.
  std::int64_t cut = 0;
  for (const SumAtLeast& sum : system.sums) cut = std::max(cut, sum.bound);
  for (int x = 0; x < amount_count_; ++x) {
    const Wide most = std::min(system.amount_max[at(x)].value_or(cut), cut);
    rows_.push_back({{x}, {}, most});
  }
  rows_with_.resize(at(amount_count_));
  std::map<std::vector<int>, int> known;
  for (std::vector<int> amounts : system.rows) {
    std::ranges::sort(amounts);
    if (amounts.size() < 2) {
      row_of_.push_back(amounts.empty() ? -1 : amounts.front());
      continue;
    }
    const auto [entry, is_new] = known.emplace(amounts, static_cast<int>(rows_.size()));
    row_of_.push_back(entry->second);
    if (!is_new) continue;
    Row row{amounts, {}, 0};
    for (const int x : amounts) {
      row.most += rows_[at(x)].most;
      rows_with_[at(x)].push_back(entry->second);
    }
    rows_.push_back(std::move(row));
  }
}

void SumTheory::add_steps(const ConstraintSystem& system, Sat& sat) {
  const Literal always = sat.add_variable(Sat::Role::decided, true);
  sat.add_clause({always});
  std::map<std::pair<int, std::int64_t>, Literal> known;
  for (const SumAtLeast& sum : system.sums) {
    const int row = row_of_[at(sum.row)];
    if (sum.bound <= 0 || row < 0 || sum.bound > rows_[at(row)].most) {
      literals_.push_back(sum.bound <= 0 ? always : -always);
      continue;
    }
    const auto [entry, is_new] = known.emplace(std::pair(row, sum.bound), 0);
    if (is_new) {
      entry->second = sat.add_variable(Sat::Role::implied, false);
      rows_[at(row)].steps.push_back({sum.bound, entry->second});
    }
    literals_.push_back(entry->second);
  }
  for (Row& row : rows_) {
    std::ranges::sort(row.steps, [](const Step& a, const Step& b) { return a.bound < b.bound; });
    for (std::size_t i = 1; i < row.steps.size(); ++i) {
      sat.add_clause({-row.steps[i].literal, row.steps[i - 1].literal});
    }
  }
}

void SumTheory::read_model(const Sat& sat) {
  active_.clear();
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const Row& row = rows_[r];
    Bounds& bounds = bounds_[r];
    bounds = {0, row.most, -1, -1};
    const int steps = static_cast<int>(row.steps.size());
    for (int i = steps - 1; i >= 0 && bounds.low_step < 0; --i) {
      if (sat.is_true(row.steps[at(i)].literal)) bounds.low = row.steps[at(i)].bound, bounds.low_step = i;
    }
    for (int i = bounds.low_step + 1; i < steps && bounds.high_step < 0; ++i) {
      if (sat.is_true(-row.steps[at(i)].literal))
        bounds.high = row.steps[at(i)].bound - 1, bounds.high_step = i;
    }
    const bool active = bounds.low_step >= 0 || bounds.high_step >= 0;
    if (active && row.amounts.size() > 1) active_.push_back(static_cast<int>(r));
  }
}

// Each row against its own amounts: cheap, and it finds most contradictions.
void SumTheory::check_single_rows() {
  for (const int r : active_) {
    const Bounds& own = bounds_[at(r)];
    Wide low = 0, high = 0;
    for (const int x : rows_[at(r)].amounts) {
      low += bounds_[at(x)].low;
      high += bounds_[at(x)].high;
    }
    for (const bool lower : {true, false}) {
      const Wide lacking = lower ? own.low - high : low - own.high;
      if (lacking <= 0) continue;
      std::vector<Use> uses{{r, lower, 1}};
      for (const int x : rows_[at(r)].amounts) uses.push_back({x, !lower, 1});
      add_lemma(std::move(uses), lacking);
    }
  }
}

Fit SumTheory::check(const Sat& sat, Budget& budget) {
  lemmas_.clear();
  read_model(sat);
  check_single_rows();
  if (!lemmas_.empty()) return Fit::refuted;
  for (Block& block : blocks_of_active()) {
    if (check_block(block, budget) == Fit::interrupted) return Fit::interrupted;
  }
  return lemmas_.empty() ? Fit::fits : Fit::refuted;
}

Fit SumTheory::check_block(Block& block, Budget& budget) {
  if (block.shape == Block::Shape::single) return Fit::fits;
  RowSystem& system = block.system;
  for (std::size_t c = 0; c < system.columns.size(); ++c) {
    system.columns[c] = {};
    for (const int x : block.amounts[c]) {
      system.columns[c].low += bounds_[at(x)].low;
      system.columns[c].high += bounds_[at(x)].high;
    }
  }
  for (std::size_t r = 0; r < system.rows.size(); ++r) {
    const Bounds& bounds = bounds_[at(block.rows[r])];
    system.rows[r] = {bounds.low, bounds.high};
  }
  Refutation why;
  Fit fit = Fit::fits;
  if (block.shape == Block::Shape::nested)
    fit = fit_nested_rows(system, block.first, block.found, why);
  else if (block.shape == Block::Shape::crossing)
    fit = fit_crossing_rows(system, block.first, block.second, block.found, why);
  else
    fit = fit_any_rows(system, block.found, why, budget);
  if (fit != Fit::refuted) return fit;
  std::vector<Use> uses;
  for (const BoundUse& use : why.uses) {
    if (use.of_row) {
      uses.push_back({block.rows[at(use.index)], use.lower, use.times});
      continue;
    }
    for (const int x : block.amounts[at(use.index)]) uses.push_back({x, use.lower, use.times});
  }
  add_lemma(std::move(uses), why.lacking);
  return fit;
}

// By how much the contradiction shrinks when the bound is forgotten.
Wide SumTheory::gain(const Use& use) const {
  const Bounds& bounds = bounds_[at(use.row)];
  return use.times * (use.lower ? bounds.low : rows_[at(use.row)].most - bounds.high);
}

// Puts the weakest bound that `slack` allows into the clause, or none; what that takes of the slack.
Wide SumTheory::weaken(const Use& use, Wide slack, Clause& clause) const {
  const Wide all = gain(use);
  if (all <= slack) return all;
  const Row& row = rows_[at(use.row)];
  const Bounds& bounds = bounds_[at(use.row)];
  int step = use.lower ? bounds.low_step : bounds.high_step;
  const Wide now = row.steps[at(step)].bound;
  Wide taken = 0;
  for (int next = step; next >= 0 && next < static_cast<int>(row.steps.size()); next += use.lower ? -1 : 1) {
    const Wide bound = row.steps[at(next)].bound;
    const Wide loss = use.times * (use.lower ? now - bound : bound - now);
    if (loss > slack) break;
    step = next;
    taken = loss;
  }
  clause.push_back(use.lower ? -row.steps[at(step)].literal : row.steps[at(step)].literal);
  return taken;
}

// The small ones are forgotten first, so that as few as possible remain.
void SumTheory::add_lemma(std::vector<Use> uses, Wide lacking) {
  std::vector<std::tuple<Wide, int, std::size_t>> order;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const Bounds& bounds = bounds_[at(uses[i].row)];
    if ((uses[i].lower ? bounds.low_step : bounds.high_step) >= 0)
      order.emplace_back(gain(uses[i]), uses[i].row, i);
  }
  std::ranges::sort(order);
  Clause clause;
  Wide slack = lacking - 1;
  for (const auto& [gained, row, i] : order) slack -= weaken(uses[i], slack, clause);
  lemmas_.push_back(std::move(clause));
}

// Moves the amounts of each column, all at one end of their bounds, by what the column or the row needs.
void SumTheory::place(const Block& block, Lean lean) {
  const bool single = block.shape == Block::Shape::single;
  for (std::size_t c = 0; c < block.amounts.size(); ++c) {
    Wide now = 0;
    for (const int x : block.amounts[c]) now += amounts_[at(x)];
    const Bounds& row = bounds_[at(block.rows.front())];
    Wide missing = (single ? std::clamp(now, row.low, row.high) : block.found[c]) - now;
    for (const int x : block.amounts[c]) {
      const Bounds& own = bounds_[at(x)];
      const Wide by =
          lean == Lean::small ? std::min(missing, own.high - own.low) : std::max(missing, own.low - own.high);
      amounts_[at(x)] += by;
      missing -= by;
    }
  }
}

const std::vector<Wide>& SumTheory::amounts(Lean lean) {
  amounts_.resize(at(amount_count_));
  for (int x = 0; x < amount_count_; ++x) {
    amounts_[at(x)] = lean == Lean::small ? bounds_[at(x)].low : bounds_[at(x)].high;
  }
  for (const Block& block : blocks_of_active()) place(block, lean);
  return amounts_;
}

}  // namespace surety
