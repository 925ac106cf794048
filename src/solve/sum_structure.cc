// Checks an uncertain sum, leaves out what cannot matter and finds its independent components.
#include "solve/sum_structure.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/rising.h"

namespace surety {
namespace {

bool is_probability(double p) { return p >= 0 && p <= 1; }

std::unexpected<Error> refuse(std::size_t amount, const std::string& what) {
  return fail(ErrorCode::invalid_input, "amount number " + std::to_string(amount) + " of a sum " + what);
}

bool in_range(int index, std::size_t size) { return index >= 0 && static_cast<std::size_t>(index) < size; }

// The parts of each amount must be closed (parts of parts are parts), since remainders subtract every part
// once.
Result<bool> check_parts(const UncertainSum& sum) {
  const std::size_t n = sum.amounts.size();
  std::vector<std::size_t> seen_by(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (const int part : sum.amounts[i].parts) {
      if (!in_range(part, n)) return refuse(i, "has a part that does not exist");
      if (static_cast<std::size_t>(part) == i) return refuse(i, "contains itself");
      if (seen_by[static_cast<std::size_t>(part)] == i) return refuse(i, "names a part twice");
      seen_by[static_cast<std::size_t>(part)] = i;
    }
    for (const int part : sum.amounts[i].parts) {
      for (const int inner : sum.amounts[static_cast<std::size_t>(part)].parts) {
        if (!in_range(inner, n) || seen_by[static_cast<std::size_t>(inner)] != i) {
          return refuse(i, "does not name a part of one of its parts");
        }
      }
    }
  }
  return true;
}

Result<bool> check_amount(const UncertainSum& sum, std::size_t i, std::size_t outcomes) {
  const UncertainAmount& amount = sum.amounts[i];
  if (!in_range(amount.event, sum.events.size())) return refuse(i, "hangs on an event that does not exist");
  if (amount.spread.low < 0 || amount.spread.high < amount.spread.low)
    return refuse(i, "has no proper range");
  if (amount.spread.shape == AmountSpread::Shape::triangle &&
      (amount.spread.high - amount.spread.low) % 2 != 0) {
    return refuse(i, "is a triangle without a middle");
  }
  if (!amount.when.empty() && amount.when.size() != outcomes) {
    return refuse(i, "does not name every outcome of the factors");
  }
  return true;
}

Result<bool> check(const UncertainSum& sum) {
  if (sum.factors.size() > kFactorsMax) {
    return fail(ErrorCode::too_large, "a sum can depend on " + std::to_string(kFactorsMax) +
                                          " factors at most, not on " + std::to_string(sum.factors.size()));
  }
  if (!std::ranges::all_of(sum.events, is_probability) || !std::ranges::all_of(sum.factors, is_probability)) {
    return fail(ErrorCode::invalid_input, "the probability of an event lies between 0 and 1");
  }
  std::int64_t total = 0;
  for (std::size_t i = 0; i < sum.amounts.size(); ++i) {
    TRY([[maybe_unused]] const bool fine, check_amount(sum, i, std::size_t{1} << sum.factors.size()));
    if (__builtin_add_overflow(total, sum.amounts[i].spread.high, &total) || total > kSumMax) {
      return fail(ErrorCode::too_large, "the amounts together are larger than " + std::to_string(kSumMax));
    }
  }
  for (const auto& [a, b] : sum.rivals) {
    if (!in_range(a, sum.amounts.size()) || !in_range(b, sum.amounts.size()) || a == b) {
      return fail(ErrorCode::invalid_input, "two rivals of a sum are two of its amounts");
    }
  }
  return check_parts(sum);
}

// Number of the piece for each amount, or -1.
std::vector<int> keep_what_matters(const UncertainSum& sum, std::vector<SumPiece>& pieces) {
  const std::size_t n = sum.amounts.size();
  std::vector<bool> may_come(n), matters(n);
  for (std::size_t i = 0; i < n; ++i) {
    const UncertainAmount& amount = sum.amounts[i];
    const bool ever = amount.when.empty() || std::ranges::find(amount.when, true) != amount.when.end();
    may_come[i] = ever && amount.spread.high > 0 && sum.events[static_cast<std::size_t>(amount.event)] > 0;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!may_come[i] || !sum.amounts[i].counted) continue;
    matters[i] = true;
    for (const int part : sum.amounts[i].parts) {
      if (may_come[static_cast<std::size_t>(part)]) matters[static_cast<std::size_t>(part)] = true;
    }
  }
  std::vector<int> number(n, -1);
  for (std::size_t i = 0; i < n; ++i) {
    if (!matters[i]) continue;
    const UncertainAmount& amount = sum.amounts[i];
    const bool varies = std::ranges::find(amount.when, false) != amount.when.end();
    number[i] = static_cast<int>(pieces.size());
    pieces.push_back({.event = amount.event,
                      .probability = sum.events[static_cast<std::size_t>(amount.event)],
                      .spread = amount.spread,
                      .counted = amount.counted,
                      .when = varies ? &amount.when : nullptr,
                      .parts = {},
                      .containers = {},
                      .rivals = {}});
  }
  return number;
}

void tie(const UncertainSum& sum, const std::vector<int>& number, std::vector<SumPiece>& pieces) {
  const auto piece = [&](int i) -> SumPiece& { return pieces[static_cast<std::size_t>(i)]; };
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] < 0) continue;
    for (const int part : sum.amounts[i].parts) {
      const int p = number[static_cast<std::size_t>(part)];
      if (p < 0) continue;
      piece(number[i]).parts.push_back(p);
      piece(p).containers.push_back(number[i]);
    }
  }
  for (SumPiece& each : pieces) {
    std::ranges::sort(each.parts);
    std::ranges::stable_sort(each.containers, {}, [&](int c) { return piece(c).parts.size(); });
  }
  if (sum.rivals_add) return;
  for (const auto& [a, b] : sum.rivals) {
    const int x = number[static_cast<std::size_t>(a)], y = number[static_cast<std::size_t>(b)];
    // An uncounted rival weighs nothing in a set of rivals, so that it excludes nobody.
    if (x < 0 || y < 0 || !piece(x).counted || !piece(y).counted) continue;
    if (std::ranges::find(piece(x).rivals, y) != piece(x).rivals.end()) continue;
    piece(x).rivals.push_back(y);
    piece(y).rivals.push_back(x);
  }
}

// Union-find; the smallest index stands for its set.
class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { number_from_zero(parent_); }
  int find(int x) {
    while (at(x) != x) x = at(x) = at(at(x));
    return x;
  }
  void join(int x, int y) {
    x = find(x);
    y = find(y);
    at(std::max(x, y)) = std::min(x, y);
  }

 private:
  int& at(int x) { return parent_[static_cast<std::size_t>(x)]; }
  std::vector<int> parent_;
};

bool containers_form_a_chain(const std::vector<SumPiece>& pieces, const SumPiece& piece) {
  for (std::size_t k = 1; k < piece.containers.size(); ++k) {
    const std::vector<int>& outer = pieces[static_cast<std::size_t>(piece.containers[k])].parts;
    if (!std::ranges::binary_search(outer, piece.containers[k - 1])) return false;
  }
  return true;
}

void describe(const std::vector<SumPiece>& pieces, SumComponent& component) {
  const auto parts_of = [&](int i) { return pieces[static_cast<std::size_t>(i)].parts.size(); };
  std::ranges::stable_sort(component.pieces, {}, parts_of);
  component.kind = SumComponent::Kind::one_event;
  for (const int i : component.pieces) {
    const SumPiece& piece = pieces[static_cast<std::size_t>(i)];
    component.largest += piece.counted ? piece.spread.high : 0;
    if (piece.when != nullptr) component.varying.push_back(i);
    if (!piece.rivals.empty() || !containers_form_a_chain(pieces, piece)) {
      component.kind = SumComponent::Kind::entangled;
    } else if (!piece.parts.empty() && component.kind == SumComponent::Kind::one_event) {
      component.kind = SumComponent::Kind::nested;
    }
  }
}

}  // namespace

Result<SumStructure> structure_of(const UncertainSum& sum) {
  TRY([[maybe_unused]] const bool fine, check(sum));
  SumStructure structure;
  structure.outcomes = std::size_t{1} << sum.factors.size();
  std::vector<SumPiece>& pieces = structure.pieces;
  tie(sum, keep_what_matters(sum, pieces), pieces);
  Groups groups(pieces.size());
  std::vector<int> first_of_event(sum.events.size(), -1);
  for (int i = 0; i < static_cast<int>(pieces.size()); ++i) {
    const SumPiece& piece = pieces[static_cast<std::size_t>(i)];
    for (const int part : piece.parts) groups.join(i, part);
    for (const int rival : piece.rivals) groups.join(i, rival);
    int& first = first_of_event[static_cast<std::size_t>(piece.event)];
    if (first < 0) first = i;
    if (piece.probability < 1) groups.join(i, first);  // what is certain ties nothing together
  }
  std::vector<int> component_of(pieces.size(), -1);
  std::int64_t step = 0;
  for (int i = 0; i < static_cast<int>(pieces.size()); ++i) {
    const auto root = static_cast<std::size_t>(groups.find(i));
    if (component_of[root] < 0) {
      component_of[root] = static_cast<int>(structure.components.size());
      structure.components.emplace_back();
    }
    structure.components[static_cast<std::size_t>(component_of[root])].pieces.push_back(i);
    const AmountSpread& spread = pieces[static_cast<std::size_t>(i)].spread;
    step = std::gcd(step, spread.low < spread.high ? 1 : spread.low);
  }
  structure.step = std::max<std::int64_t>(step, 1);
  for (SumComponent& component : structure.components) {
    describe(pieces, component);
    structure.largest += component.largest;
  }
  return structure;
}

}  // namespace surety
