// A lower bound of the probability of meeting what is required, whatever the dependence between the events.
//
// Let the sum be at least Z = sum over events e of Z_e, where Z_e depends on event e (and spreads) alone, let
// H_e be the largest value of Z_e, Y_e = H_e - Z_e >= 0 what is lost, and D = sum of H_e - required + 1. If Z
// misses what is required then sum of Y_e >= D, and so sum of min(Y_e, D) >= D. Let F be that event and t its
// probability. Then
//   D t <= E[sum of min(Y_e, D); F] <= sum of g_e(t),
// where g_e(t) is the largest mean of min(Y_e, D) on any event of probability t: its upper tail. Each g_e is
// concave with g_e(0) = 0, so that the t that fulfil this form an interval 0..t*, and P(met) >= 1 - t*. Only
// the law of each Y_e was used, so it holds for every joint distribution of the events (and of the spreads).
// For points this is the relaxation of "which pledges fail together" to fractions (Rueschendorf 1982 for k of
// n alike, where it is exact).
//
// Z for totals and rivals: choose amounts S that are counted, no two of them rivals, containing each other or
// sharing parts. The sum counts the remainder of each X of S and of each of its parts that is counted and has
// no rivals; together these are at least X less what the other parts of X bring, and a part brings at most
// its own amount.
#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <vector>

#include "solve/part_sum.h"
#include "solve/sum_structure.h"
#include "solve/uncertain_sum.h"

namespace surety {
namespace {

// What one event adds to Z when it happens.
struct Effect {
  double probability = 0;
  std::vector<AmountSpread> gains;
  std::int64_t penalty = 0;  // the most that parts of other amounts take away
};

// Values of what is lost, by falling size, with their probabilities.
struct Loss {
  std::vector<double> size = {};
  std::vector<double> mass = {};
  std::int64_t highest = 0;     // of Z_e
  std::int64_t step = 1;        // Z_e is a multiple
  bool may_be_ignored = false;  // Z_e is never below 0, so that Z without it is a lower bound as well

  // The mean of min(size, limit) on the worst event of probability t.
  double upper_tail(double t, double limit) const {
    double sum = 0;
    for (std::size_t k = 0; k < size.size() && t > 0; ++k) {
      sum += std::min(size[k], limit) * std::min(mass[k], t);
      t -= mass[k];
    }
    return sum;
  }
};

Loss loss_of_points(const Effect& effect) {
  std::int64_t gain = -effect.penalty;
  for (const AmountSpread& spread : effect.gains) gain += spread.low;
  Loss loss{.highest = std::max<std::int64_t>(gain, 0), .step = gain, .may_be_ignored = gain >= 0};
  loss.size = {static_cast<double>(loss.highest), static_cast<double>(loss.highest - gain)};
  loss.mass = {1 - effect.probability, effect.probability};
  if (gain < 0) {
    std::ranges::reverse(loss.size);
    std::ranges::reverse(loss.mass);
  }
  return loss;
}

// A range is cut into pieces, each taken at its lower end, which can only lower the bound.
Loss loss_of(const Effect& effect) {
  if (effect.gains.size() != 1 || effect.penalty > 0) return loss_of_points(effect);
  constexpr std::int64_t kPieces = 200;
  const AmountSpread& spread = effect.gains.front();
  if (spread.low == spread.high) return loss_of_points(effect);
  Loss loss{.highest = spread.high, .step = 1, .may_be_ignored = true};
  loss.size.push_back(static_cast<double>(spread.high));
  loss.mass.push_back(1 - effect.probability);
  const Grid grid{.step = (spread.high - spread.low) / kPieces + 1, .binned = true};
  for (const Atom& atom : atoms_of(spread, grid)) {
    const std::int64_t lowest = std::max(atom.value - grid.step / 2, spread.low);
    loss.size.push_back(static_cast<double>(spread.high - lowest));
    loss.mass.push_back(effect.probability * atom.mass);
  }
  return loss;
}

// Lowers `most` to what the chance that the losses reach `limit` together can be at most, if that is less.
void lower_failure(std::span<const Loss> losses, double limit, double& most) {
  constexpr double kRounding = 1e-12;
  const auto possible = [&](double t) {
    double sum = 0;
    for (const Loss& loss : losses) sum += loss.upper_tail(t, limit);
    return sum >= limit * t * (1 - kRounding);
  };
  if (possible(most)) return;
  double low = 0;
  for (int halving = 0; halving < 60; ++halving) {
    const double middle = (low + most) / 2;
    (possible(middle) ? low : most) = middle;
  }
}

// Chooses S greedily, and finds what each event adds to Z.
class Choice {
 public:
  Choice(const SumStructure& structure, std::size_t outcome) : structure_(structure), outcome_(outcome) {}

  std::vector<Effect> effects(bool totals_first) {
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(structure_.pieces.size()); ++i) {
      if (structure_.active(i, outcome_) && at(i).counted) order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](int a, int b) {
      const std::size_t parts_a = at(a).parts.size(), parts_b = at(b).parts.size();
      if (!totals_first && parts_a != parts_b) return parts_a < parts_b;
      return at(a).probability * static_cast<double>(at(a).spread.low) >
             at(b).probability * static_cast<double>(at(b).spread.low);
    });
    taken_.assign(structure_.pieces.size(), false);
    effects_.clear();
    for (const int i : order) {
      if (is_free(i)) take(i);
    }
    std::vector<Effect> list;
    for (const auto& [event, effect] : effects_) list.push_back(effect);
    return list;
  }

 private:
  const SumPiece& at(int i) const { return structure_.pieces[static_cast<std::size_t>(i)]; }

  // Everything that X of S contains is taken, and so is what is rival to it.
  bool is_free(int i) const {
    return !taken_[static_cast<std::size_t>(i)] && std::ranges::none_of(at(i).parts, [&](int part) {
      return taken_[static_cast<std::size_t>(part)];
    });
  }

  bool has_rivals(int i) const {
    return std::ranges::any_of(at(i).rivals, [&](int rival) { return structure_.active(rival, outcome_); });
  }

  void take(int i) {
    effect(i).gains.push_back(at(i).spread);
    taken_[static_cast<std::size_t>(i)] = true;
    for (const int rival : at(i).rivals) taken_[static_cast<std::size_t>(rival)] = true;
    for (const int part : at(i).parts) {
      taken_[static_cast<std::size_t>(part)] = true;
      if (!structure_.active(part, outcome_)) continue;
      if (!at(part).counted || has_rivals(part)) effect(part).penalty += at(part).spread.high;
    }
  }

  Effect& effect(int i) {
    Effect& found = effects_[at(i).event];
    found.probability = at(i).probability;
    return found;
  }

  const SumStructure& structure_;
  std::size_t outcome_;
  std::vector<bool> taken_;
  std::map<int, Effect> effects_;
};

// Small amounts can loosen the relaxation, which lets a bit of everything fail; so it is tried without them,
// too.
double failure_with(std::vector<Loss> losses, std::int64_t required, double most) {
  std::ranges::stable_sort(losses, [](const Loss& a, const Loss& b) {
    return a.may_be_ignored != b.may_be_ignored ? b.may_be_ignored : a.highest > b.highest;
  });
  constexpr std::size_t kTries = 32;
  const std::size_t stride = losses.size() / kTries + 1;
  std::int64_t highest = 0, step = 0;
  for (std::size_t kept = 1; kept <= losses.size(); ++kept) {
    highest += losses[kept - 1].highest;
    step = std::gcd(step, losses[kept - 1].step);
    const bool complete = kept == losses.size() || losses[kept].may_be_ignored;
    if (!complete || ((losses.size() - kept) % stride != 0)) continue;
    // A sum that misses is at most the multiple of the step below `required`.
    const std::int64_t grid = std::max<std::int64_t>(step, 1);
    const std::int64_t limit = highest - (required - 1) / grid * grid;
    if (limit > 0) lower_failure(std::span(losses).first(kept), static_cast<double>(limit), most);
  }
  return most;
}

double bound_for(const SumStructure& structure, std::size_t outcome, std::int64_t required) {
  double failure = 1;
  for (const bool totals_first : {true, false}) {
    std::vector<Loss> losses;
    for (const Effect& effect : Choice(structure, outcome).effects(totals_first))
      losses.push_back(loss_of(effect));
    failure = failure_with(std::move(losses), required, failure);
  }
  return 1 - failure;
}

}  // namespace

Result<double> met_worst_case(const UncertainSum& sum, std::int64_t required, Budget& budget) {
  TRY(const SumStructure structure, structure_of(sum));
  if (required <= 0) return 1.0;
  std::map<std::vector<bool>, double> known;  // by the activity of the pieces
  std::vector<double> by_outcome;
  for (std::size_t outcome = 0; outcome < structure.outcomes; ++outcome) {
    std::vector<bool> active;
    for (int i = 0; i < static_cast<int>(structure.pieces.size()); ++i)
      active.push_back(structure.active(i, outcome));
    const auto [place, fresh] = known.try_emplace(std::move(active), 0.0);
    if (fresh) {
      if (!budget.spend(static_cast<std::int64_t>(structure.pieces.size()))) return interrupted();
      place->second = bound_for(structure, outcome, required);
    }
    by_outcome.push_back(place->second);
  }
  return mixed(by_outcome, sum.factors);
}

}  // namespace surety
