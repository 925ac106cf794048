// Simplex: pivots on a dense table of exact fractions until every basic variable lies between its bounds.
#include "solve/simplex.h"

namespace surety {

Simplex::Simplex(const RowSystem& system) : columns_(static_cast<int>(system.columns.size())) {
  const std::size_t rows = system.rows.size(), columns = system.columns.size();
  tableau_.assign(rows, std::vector<Rational>(columns));
  for (std::size_t c = 0; c < columns; ++c) {
    nonbasic_.push_back(static_cast<int>(c));
    bounds_.push_back({{system.columns[c].low, 0}, {system.columns[c].high, 0}});
    for (const int row : system.rows_of[c]) tableau_[at(row)][c] = Rational(1);
  }
  for (std::size_t r = 0; r < rows; ++r) {
    basic_.push_back(static_cast<int>(columns + r));
    bounds_.push_back({{system.rows[r].low, 0}, {system.rows[r].high, 0}});
  }
  values_.assign(rows + columns, Rational());
}

// Bounds may have moved since the last time; a nonbasic variable always lies between its own.
void Simplex::rest_on_bounds() {
  for (std::size_t c = 0; c < nonbasic_.size(); ++c) {
    const int variable = nonbasic_[c];
    if (below(variable))
      move(static_cast<int>(c), Rational(bound(variable, true).value));
    else if (above(variable))
      move(static_cast<int>(c), Rational(bound(variable, false).value));
  }
}

void Simplex::move(int column, const Rational& to) {
  const Rational step = to - values_[at(nonbasic_[at(column)])];
  values_[at(nonbasic_[at(column)])] = to;
  for (std::size_t r = 0; r < basic_.size(); ++r) {
    if (tableau_[r][at(column)].sign() != 0) values_[at(basic_[r])] += tableau_[r][at(column)] * step;
  }
}

// The nonbasic variable of least number that can still move the row's basic one in the wished direction, or
// -1.
int Simplex::entering(int row, bool raise) const {
  int best = -1;
  for (std::size_t c = 0; c < nonbasic_.size(); ++c) {
    const int sign = tableau_[at(row)][c].sign();
    if (sign == 0 || (best >= 0 && nonbasic_[at(best)] < nonbasic_[c])) continue;
    const int variable = nonbasic_[c];
    const bool up = (sign > 0) == raise;
    const Rational limit(bound(variable, !up).value);
    if (up ? values_[at(variable)] < limit : limit < values_[at(variable)]) best = static_cast<int>(c);
  }
  return best;
}

void Simplex::pivot(int row, int column) {
  std::vector<Rational>& own = tableau_[at(row)];
  const Rational inverse = Rational(1) / own[at(column)];
  for (std::size_t c = 0; c < own.size(); ++c) {
    if (c != at(column) && own[c].sign() != 0) own[c] *= -inverse;
  }
  own[at(column)] = inverse;
  for (std::size_t r = 0; r < tableau_.size(); ++r) {
    if (r == at(row) || tableau_[r][at(column)].sign() == 0) continue;
    const Rational factor = tableau_[r][at(column)];
    tableau_[r][at(column)] = Rational();
    for (std::size_t c = 0; c < own.size(); ++c) {
      if (own[c].sign() != 0) tableau_[r][c] += factor * own[c];
    }
  }
  std::swap(basic_[at(row)], nonbasic_[at(column)]);
}

void Simplex::explain(int row, bool raise) {
  conflict_.assign(1, {basic_[at(row)], raise, Rational(1)});
  for (std::size_t c = 0; c < nonbasic_.size(); ++c) {
    const Rational& entry = tableau_[at(row)][c];
    if (entry.sign() == 0) continue;
    const bool up = (entry.sign() > 0) == raise;
    conflict_.push_back({nonbasic_[c], !up, entry.sign() > 0 ? entry : -entry});
  }
}

Fit Simplex::solve(Budget& budget) {
  for (int variable = 0; variable < static_cast<int>(bounds_.size()); ++variable) {
    if (bound(variable, true).value <= bound(variable, false).value) continue;
    conflict_ = {{variable, true, Rational(1)}, {variable, false, Rational(1)}};
    return Fit::refuted;
  }
  rest_on_bounds();
  while (budget.spend(0)) {
    int row = -1;  // Bland: the least basic variable out of its bounds, so that pivoting ends
    for (std::size_t r = 0; r < basic_.size(); ++r) {
      if (row >= 0 && basic_[at(row)] < basic_[r]) continue;
      if (below(basic_[r]) || above(basic_[r])) row = static_cast<int>(r);
    }
    if (row < 0) return Fit::fits;
    const int leaving = basic_[at(row)];
    const bool raise = below(leaving);
    const int column = entering(row, raise);
    if (column < 0) {
      explain(row, raise);
      return Fit::refuted;
    }
    pivot(row, column);
    move(column, Rational(bound(leaving, raise).value));
  }
  return Fit::interrupted;
}

}  // namespace surety
