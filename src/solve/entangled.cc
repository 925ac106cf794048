// Enumerates an entangled component: its events, and bundles of parts that lie in the same totals.
#include "solve/entangled.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "solve/part_sum.h"

namespace surety {
namespace {

// One amount of the reduced problem: a piece, or a bundle of parts that only ever matter together.
struct Member {
  bool counted = true;
  std::vector<int> parts;  // members
  std::vector<int> rivals;
};

// Something that happens by itself: with chance `mass`, the members brought have these values (0: does not
// come).
struct Source {
  std::vector<int> members;
  std::vector<double> mass;
  std::vector<std::int64_t> values;  // members.size() entries for each outcome
};

struct Reduced {
  std::vector<Member> members;  // a part stands before what contains it
  std::vector<Source> sources;
};

std::unexpected<Error> too_entangled() {
  return fail(ErrorCode::too_large, "the totals that overlap have more than " +
                                        std::to_string(kEntangledMax) +
                                        " outcomes together; fewer or narrower amounts are needed");
}

// All combinations of the values of the members of one event, after the outcome that it does not happen.
Result<Source> source_of(const SumStructure& structure, const std::vector<int>& pieces,
                         std::vector<int> members) {
  const double p = structure.pieces[static_cast<std::size_t>(pieces.front())].probability;
  Source source{.members = std::move(members), .mass = {p}, .values = {}};
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const AmountSpread& spread = structure.pieces[static_cast<std::size_t>(pieces[k])].spread;
    if (width(spread) > kEntangledMax / static_cast<std::int64_t>(source.mass.size())) return too_entangled();
    const Atoms atoms = atoms_of(spread, Grid{});
    std::vector<double> mass;
    std::vector<std::int64_t> values;
    for (std::size_t row = 0; row < source.mass.size(); ++row) {
      for (const Atom& atom : atoms) {
        mass.push_back(source.mass[row] * atom.mass);
        const auto begin = source.values.begin() + static_cast<std::ptrdiff_t>(row * k);
        values.insert(values.end(), begin, begin + static_cast<std::ptrdiff_t>(k));
        values.push_back(atom.value);
      }
    }
    source.mass = std::move(mass);
    source.values = std::move(values);
  }
  if (p < 1) {
    source.mass.push_back(1 - p);
    source.values.resize(source.values.size() + pieces.size());
  }
  return source;
}

// Builds the reduced problem: leaves of different events that lie in the same totals are first added up.
class Reduction {
 public:
  Reduction(const SumStructure& structure, const std::vector<int>& active, Budget& budget)
      : structure_(structure), active_(active), budget_(budget) {}

  Result<Reduced> run() {
    for (const int i : active_) {
      const SumPiece& piece = at(i);
      if (piece.probability < 1) ++uses_[piece.event];
    }
    for (const int i : active_) {
      if (can_be_bundled(i)) {
        bundles_[{active_only(at(i).containers), at(i).counted}].push_back(i);
      }
    }
    for (const auto& [key, pieces] : bundles_) {
      TRY([[maybe_unused]] const bool fine, add_bundle(pieces));
    }
    // `active` has parts before totals, and bundles have no parts.
    std::map<std::pair<int, int>, std::vector<int>> of_event;  // certain pieces each by themselves
    for (const int i : active_) {
      if (bundled_.contains(i)) continue;
      member_[i] = static_cast<int>(reduced_.members.size());
      reduced_.members.push_back({.counted = at(i).counted, .parts = members_of(at(i).parts), .rivals = {}});
      of_event[{at(i).event, at(i).probability < 1 ? -1 : i}].push_back(i);
    }
    for (const int i : active_) {
      if (!bundled_.contains(i)) member(member_[i]).rivals = members_of(active_only(at(i).rivals));
    }
    for (const auto& [key, pieces] : of_event) {
      TRY(Source source, source_of(structure_, pieces, members_of(pieces)));
      reduced_.sources.push_back(std::move(source));
    }
    return std::move(reduced_);
  }

 private:
  const SumPiece& at(int i) const { return structure_.pieces[static_cast<std::size_t>(i)]; }
  Member& member(int i) { return reduced_.members[static_cast<std::size_t>(i)]; }
  bool is_active(int i) const { return std::ranges::find(active_, i) != active_.end(); }

  std::vector<int> active_only(const std::vector<int>& pieces) const {
    std::vector<int> kept;
    std::ranges::copy_if(pieces, std::back_inserter(kept), [&](int i) { return is_active(i); });
    return kept;
  }

  bool can_be_bundled(int i) const {
    const SumPiece& piece = at(i);
    const bool alone = piece.probability >= 1 || uses_.at(piece.event) == 1;
    return alone && active_only(piece.parts).empty() && active_only(piece.rivals).empty();
  }

  std::vector<int> members_of(const std::vector<int>& pieces) const {
    std::vector<int> members;
    for (const int i : pieces) {
      if (const auto found = member_.find(i); found != member_.end()) members.push_back(found->second);
    }
    std::ranges::sort(members);
    const auto repeats = std::ranges::unique(members);
    members.erase(repeats.begin(), repeats.end());
    return members;
  }

  Result<bool> add_bundle(const std::vector<int>& pieces) {
    std::vector<SumPart> parts;
    for (const int i : pieces) {
      parts.push_back({.probability = at(i).probability, .point = 0, .ranges = {}, .atoms = {}});
      parts.back().add(at(i).spread);
      member_[i] = static_cast<int>(reduced_.members.size());
      bundled_[i] = true;
    }
    TRY(const Atoms atoms, sum_of(parts, Grid{.step = structure_.step, .binned = false}, budget_));
    if (static_cast<std::int64_t>(atoms.size()) > kEntangledMax) return too_entangled();
    Source source{.members = {static_cast<int>(reduced_.members.size())}, .mass = {}, .values = {}};
    for (const Atom& atom : atoms) {
      source.mass.push_back(atom.mass);
      source.values.push_back(atom.value);
    }
    reduced_.sources.push_back(std::move(source));
    reduced_.members.push_back({.counted = at(pieces.front()).counted, .parts = {}, .rivals = {}});
    return true;
  }

  const SumStructure& structure_;
  const std::vector<int>& active_;
  Budget& budget_;
  std::map<int, int> uses_;  // of uncertain events
  std::map<std::pair<std::vector<int>, bool>, std::vector<int>> bundles_;
  std::map<int, int> member_;
  std::map<int, bool> bundled_;
  Reduced reduced_;
};

// What the sum is when the members have given values.
class Valuation {
 public:
  explicit Valuation(const Reduced& reduced) : reduced_(reduced), values_(reduced.members.size()) {
    remainder_.resize(values_.size());
    excluded_.resize(values_.size());
    rivals_inside_.resize(values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (is_rival(static_cast<int>(i))) rivals_.push_back(i);
      for (const int part : reduced.members[i].parts)
        if (is_rival(part)) rivals_inside_[i].push_back(static_cast<std::size_t>(part));
    }
  }

  void set(int member, std::int64_t value) { values_[static_cast<std::size_t>(member)] = value; }

  std::int64_t sum() {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const Member& member = reduced_.members[i];
      std::int64_t rest = values_[i];
      for (const int part : member.parts)
        if (!is_rival(part)) rest -= remainder_[static_cast<std::size_t>(part)];
      // Of rivals among its parts a total gives up what is counted of them, lest it fall below itself.
      if (!rivals_inside_[i].empty()) rest -= best_of(rivals_inside_[i]);
      remainder_[i] = std::max<std::int64_t>(rest, 0);
      if (member.counted && member.rivals.empty()) total += remainder_[i];
    }
    return total + best_of(rivals_);
  }

 private:
  bool is_rival(int member) const {
    return !reduced_.members[static_cast<std::size_t>(member)].rivals.empty();
  }

  // The largest sum of mutually non-rival remainders: each member in turn is taken or left, without
  // recursion. Members without remainder are left at once; a branch that cannot beat the best is cut.
  std::int64_t best_of(const std::vector<std::size_t>& rivals) {
    order_.clear();
    std::int64_t open = 0;
    for (const std::size_t i : rivals) {
      if (remainder_[i] == 0) continue;
      order_.push_back(i);
      open += remainder_[i];
    }
    std::ranges::fill(excluded_, 0);
    taken_.assign(order_.size(), false);
    std::int64_t best = 0, sum = 0;
    std::size_t k = 0;
    while (true) {
      if (k < order_.size() && sum + open > best) {
        const std::size_t i = order_[k];
        open -= remainder_[i];
        taken_[k] = excluded_[i] == 0;
        if (taken_[k]) choose(i, +1, sum);
        ++k;
        continue;
      }
      best = std::max(best, sum);
      // Back to the last member that was taken, and leave it.
      while (k > 0 && !taken_[k - 1]) open += remainder_[order_[--k]];
      if (k == 0) return best;
      choose(order_[k - 1], -1, sum);
      taken_[k - 1] = false;
    }
  }

  void choose(std::size_t i, int sign, std::int64_t& sum) {
    sum += sign * remainder_[i];
    for (const int rival : reduced_.members[i].rivals) excluded_[static_cast<std::size_t>(rival)] += sign;
  }

  const Reduced& reduced_;
  std::vector<std::int64_t> values_;
  std::vector<std::int64_t> remainder_;
  std::vector<std::size_t> rivals_;                      // members that have rivals
  std::vector<std::vector<std::size_t>> rivals_inside_;  // of a total: those of its parts
  std::vector<int> excluded_;       // of a member with rivals: by how many of those taken
  std::vector<std::size_t> order_;  // the rivals in question, and which of them are taken
  std::vector<bool> taken_;
};

Result<Atoms> enumerate(const Reduced& reduced, Budget& budget) {
  std::int64_t outcomes = 1;
  for (const Source& source : reduced.sources) {
    const auto each = static_cast<std::int64_t>(source.mass.size());
    if (each > kEntangledMax / outcomes) return too_entangled();
    outcomes *= each;
  }
  Valuation valuation(reduced);
  std::vector<std::size_t> at(reduced.sources.size());
  const auto set = [&](std::size_t s) {
    const Source& source = reduced.sources[s];
    for (std::size_t m = 0; m < source.members.size(); ++m) {
      valuation.set(source.members[m], source.values[at[s] * source.members.size() + m]);
    }
  };
  for (std::size_t s = 0; s < at.size(); ++s) set(s);
  constexpr std::int64_t kBetweenReports = 4096;
  std::size_t tidy_at = kBetweenReports;
  Atoms atoms;
  for (std::int64_t done = 1;; ++done) {
    double mass = 1;
    for (std::size_t s = 0; s < at.size(); ++s) mass *= reduced.sources[s].mass[at[s]];
    atoms.push_back({valuation.sum(), mass});
    if (done % kBetweenReports == 0 && !budget.spend(kBetweenReports)) return interrupted();
    if (atoms.size() >= tidy_at) {
      tidy(atoms);
      tidy_at = 2 * atoms.size() + kBetweenReports;
    }
    std::size_t s = 0;
    for (; s < at.size(); ++s) {
      at[s] = at[s] + 1 == reduced.sources[s].mass.size() ? 0 : at[s] + 1;
      set(s);
      if (at[s] != 0) break;
    }
    if (s == at.size()) break;
  }
  tidy(atoms);
  return atoms;
}

}  // namespace

Result<SumPart> entangled_part(const SumStructure& structure, const std::vector<int>& active,
                               Budget& budget) {
  TRY(const Reduced reduced, Reduction(structure, active, budget).run());
  TRY(Atoms atoms, enumerate(reduced, budget));
  return SumPart{.probability = 1, .point = 0, .ranges = {}, .atoms = std::move(atoms)};
}

}  // namespace surety
