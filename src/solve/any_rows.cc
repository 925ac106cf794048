// Whether whole amounts fit rows that overlap in any way: branch and bound over the simplex.
#include "solve/any_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "solve/simplex.h"

namespace surety {

namespace {

constexpr int kSourceSystem = 0;  // a bound of the system itself
constexpr int kSourceBox = -1;    // of the box around the first fitting fractions; nothing rests on it
                                  // 1, 2, ...: of the branching of that depth

// Beyond these, multipliers are too large to count with: then only the bounds themselves are named.
constexpr Wide kTimesMax = Wide{1} << 30;
constexpr Wide kLackingMax = Wide{1} << 120;

// A bound on the size of the determinant of any square matrix of zeros and ones with that many rows
// (Hadamard).
double determinant_max(std::size_t rows) {
  const auto n = static_cast<double>(rows);
  return std::floor(std::pow(n + 1, (n + 1) / 2) / std::pow(2.0, n) * (1 + 1e-9) + 1e-9);
}

class BranchAndBound {
 public:
  BranchAndBound(const RowSystem& system, Budget& budget)
      : system_(system),
        columns_(static_cast<int>(system.columns.size())),
        simplex_(system),
        budget_(budget) {}

  Fit run(std::vector<Wide>& amounts, Refutation& why) {
    Fit fit = simplex_.solve(budget_);
    if (fit == Fit::refuted) {
      explain_linear(why);
      return fit;
    }
    if (fit == Fit::fits) {
      enclose();
      fit = branch(1);
    }
    if (fit == Fit::fits) {
      for (int c = 0; c < columns_; ++c) amounts.push_back(simplex_.value(c).floor());
    }
    if (fit == Fit::refuted) {
      for (const auto& [variable, lower, source] : used_) why.uses.push_back(use_of(variable, lower));
      why.lacking = 1;
    }
    return fit;
  }

 private:
  // A bound that a refutation rests on: variable, lower, source.
  using Used = std::set<std::tuple<int, bool, int>>;

  BoundUse use_of(int variable, bool lower) const {
    return variable < columns_ ? BoundUse{false, variable, lower, 1}
                               : BoundUse{true, variable - columns_, lower, 1};
  }

  void explain_linear(Refutation& why) const {
    std::vector<Rational> times;
    for (const auto& use : simplex_.conflict()) times.push_back(use.times);
    const Rational scale(Rational::common_denominator(times));
    bool countable = scale.sign() > 0;
    Rational lacking;
    for (const auto& use : simplex_.conflict()) {
      const Rational scaled = scale * use.times;
      countable = countable && scaled < Rational(kTimesMax);
      const Rational part = scaled * Rational(simplex_.bound(use.variable, use.lower).value);
      if (use.lower)
        lacking += part;
      else
        lacking -= part;
    }
    countable = countable && lacking < Rational(kLackingMax);
    why.lacking = countable ? lacking.floor() : 1;
    for (const auto& use : simplex_.conflict()) {
      why.uses.push_back(use_of(use.variable, use.lower));
      if (countable) why.uses.back().times = (scale * use.times).floor();
    }
  }

  void enclose() {
    const double reach = determinant_max(system_.rows.size()) * static_cast<double>(columns_);
    if (!(reach < 1e18)) return;
    const Wide radius = static_cast<Wide>(reach) + 1;
    std::vector<Wide> centre;
    for (int c = 0; c < columns_; ++c) centre.push_back(simplex_.value(c).floor());
    for (int c = 0; c < columns_; ++c) {
      const Wide middle = centre[static_cast<std::size_t>(c)];
      if (middle - radius > simplex_.bound(c, true).value)
        simplex_.set_bound(c, true, {middle - radius, kSourceBox});
      if (middle + radius < simplex_.bound(c, false).value)
        simplex_.set_bound(c, false, {middle + radius, kSourceBox});
    }
  }

  int fractional_column() const {
    for (int c = 0; c < columns_; ++c) {
      if (!simplex_.value(c).whole()) return c;
    }
    return -1;
  }

  // After `refuted` used_ holds what the refutation rests on, bounds of branchings above this one included.
  // NOLINTNEXTLINE(misc-no-recursion): a level for each branching, and the budget ends them.
  Fit branch(int depth) {
    if (const Fit fit = simplex_.solve(budget_); fit != Fit::fits) {
      used_.clear();
      for (const auto& use : simplex_.conflict()) {
        const int source = simplex_.bound(use.variable, use.lower).source;
        if (source != kSourceBox) used_.insert({use.variable, use.lower, source});
      }
      return fit;
    }
    const int column = fractional_column();
    if (column < 0) return Fit::fits;
    const Wide below = simplex_.value(column).floor();
    Used both;
    for (const bool lower : {false, true}) {
      const Simplex::Bound before = simplex_.bound(column, lower);
      simplex_.set_bound(column, lower, {lower ? below + 1 : below, depth});
      const Fit fit = branch(depth + 1);
      if (fit != Fit::refuted) return fit;
      simplex_.set_bound(column, lower, before);
      if (used_.erase({column, lower, depth}) == 0) return fit;  // it did not matter how this branching went
      both.insert(used_.begin(), used_.end());
    }
    used_ = std::move(both);
    return Fit::refuted;
  }

  const RowSystem& system_;
  int columns_;
  Simplex simplex_;
  Budget& budget_;
  Used used_;
};

}  // namespace

Fit fit_any_rows(const RowSystem& system, std::vector<Wide>& amounts, Refutation& why, Budget& budget) {
  amounts.clear();
  return BranchAndBound(system, budget).run(amounts, why);
}

}  // namespace surety
