// The cheapest concession: core-guided search (OLL), part by part, with proof; then the first among equals.
#include <algorithm>
#include <map>
#include <utility>

#include "base/check.h"
#include "solve/conflict_oracle.h"
#include "solve/conflict_sets.h"
#include "solve/system_parts.h"

namespace surety {

namespace {

// Larger cores are taken as they are: making them smaller would cost more questions than it saves.
constexpr std::size_t kShrunkCoreMax = 60;

class CheapestSearch {
 public:
  CheapestSearch(const ConstraintSystem& system, Budget& budget)
      : system_(system), oracle_(system), budget_(budget), groups_(oracle_.group_count()) {
    // What a group costs, weight first and then one for being a member at all: ties go to fewer members.
    for (int g = 0; g < groups_; ++g) soft_[oracle_.selector(g)] = cost(g);
  }

  enum class State { proved, stopped, conflicting };

  State run() {
    Wide stratum = 0;
    for (const auto& [literal, weight] : soft_) stratum = std::max(stratum, weight);
    while (true) {
      const Fit fit = oracle_.check_literals(assumptions(stratum), budget_);
      if (fit == Fit::interrupted) return State::stopped;
      if (fit == Fit::fits) {
        take_model();
        harden();
        const Wide next = next_stratum(stratum);
        if (next == 0) break;
        stratum = next;
        continue;
      }
      std::vector<Literal> core = oracle_.sat().failed();
      if (core.empty()) return State::conflicting;
      if (!shrink(core)) return State::stopped;
      relax(core);
    }
    SURETY_CHECK(best_cost_ == bound_);
    first_among_equals();
    return State::proved;
  }

  const std::optional<GroupSet>& best() const { return best_; }
  // No concession weighs less.
  std::int64_t weight_bound() const {
    const Wide least = bound_ - groups_;  // at most every group is a member
    return least <= 0 ? 0 : static_cast<std::int64_t>((least + groups_) / (groups_ + 1));
  }

 private:
  Wide cost(int g) const {
    return Wide{system_.soft[static_cast<std::size_t>(g)].weight} * (groups_ + 1) + 1;
  }

  std::vector<Literal> assumptions(Wide stratum) const {
    std::vector<Literal> literals;
    for (const auto& [literal, weight] : soft_) {
      if (weight >= stratum) literals.push_back(literal);
    }
    return literals;
  }

  // The next lower stratum leaves out what is much lighter still, so that heavy cores come first.
  Wide next_stratum(Wide stratum) const {
    Wide next = 0;
    for (const auto& [literal, weight] : soft_) {
      if (weight < stratum) next = std::max(next, weight);
    }
    return next > 2 ? next * 2 / 3 : next;
  }

  void take_model() {
    const GroupBits& truth = oracle_.truth();
    GroupSet given_up;
    Wide price = 0;
    for (int g = 0; g < groups_; ++g) {
      if (truth.has(g)) continue;
      given_up.push_back(g);
      price += cost(g);
    }
    if (best_ && std::pair(price, given_up) >= std::pair(best_cost_, *best_)) return;
    best_ = std::move(given_up);
    best_cost_ = price;
  }

  // What costs more than the best concession known has to hold.
  void harden() {
    for (auto entry = soft_.begin(); entry != soft_.end();) {
      if (entry->second <= best_cost_ - bound_) {
        ++entry;
        continue;
      }
      oracle_.sat().add_clause({entry->first});
      entry = soft_.erase(entry);
    }
  }

  bool shrink(std::vector<Literal>& core) {
    if (core.size() > kShrunkCoreMax) return true;
    for (std::size_t needed = 0; needed < core.size() && core.size() > 1;) {
      std::vector<Literal> rest = core;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(needed));
      const Fit fit = oracle_.check_literals(rest, budget_);
      if (fit == Fit::interrupted) return false;
      if (fit == Fit::fits) {
        take_model();
        ++needed;
        continue;
      }
      const std::vector<Literal>& failed = oracle_.sat().failed();
      std::size_t kept = 0;  // of those known to be needed; a smaller core has them too
      std::vector<Literal> smaller;
      for (std::size_t i = 0; i < rest.size(); ++i) {
        if (std::ranges::find(failed, rest[i]) == failed.end()) continue;
        smaller.push_back(rest[i]);
        if (i < needed) ++kept;
      }
      core = std::move(smaller);
      needed = kept;
    }
    return true;
  }

  // One of the core must go, at the price of its cheapest; what more must go is counted from now on.
  void relax(const std::vector<Literal>& core) {
    if (core.empty()) return;  // the hard clauses and what was hardened: the next question tells
    Wide least = soft_.at(core.front());
    for (const Literal literal : core) least = std::min(least, soft_.at(literal));
    bound_ += least;
    std::vector<Literal> broken;
    for (const Literal literal : core) {
      const auto entry = soft_.find(literal);
      entry->second -= least;
      if (entry->second == 0) soft_.erase(entry);
      oracle_.sat().make_decided(literal);
      broken.push_back(-literal);
      const auto counted = counts_.find(literal);
      if (counted != counts_.end()) soften(counted->second.first, counted->second.second + 1, least);
    }
    oracle_.sat().add_clause(broken);
    if (core.size() == 1) return;
    all_counts_.push_back(count(broken));
    soften(all_counts_.size() - 1, 1, least);
  }

  void soften(std::size_t which, std::size_t position, Wide weight) {
    const std::vector<Literal>& outputs = all_counts_[which];
    if (position >= outputs.size()) return;
    soft_[-outputs[position]] += weight;
    counts_[-outputs[position]] = {which, position};
  }

  // A totalizer (Bailleux, Boufkhad, CP 2003) in the one direction that is needed.
  // NOLINTNEXTLINE(misc-no-recursion): each level halves the inputs.
  std::vector<Literal> count(std::span<const Literal> inputs) {
    if (inputs.size() == 1) return {inputs.front()};
    Sat& sat = oracle_.sat();
    const std::vector<Literal> left = count(inputs.first(inputs.size() / 2));
    const std::vector<Literal> right = count(inputs.subspan(inputs.size() / 2));
    std::vector<Literal> outputs;
    for (std::size_t i = 0; i < inputs.size(); ++i)
      outputs.push_back(sat.add_variable(Sat::Role::decided, false));
    for (std::size_t i = 0; i <= left.size(); ++i) {
      for (std::size_t j = 0; j <= right.size(); ++j) {
        if (i + j == 0) continue;
        Clause clause{outputs[i + j - 1]};
        if (i > 0) clause.push_back(-left[i - 1]);
        if (j > 0) clause.push_back(-right[j - 1]);
        sat.add_clause(clause);
      }
    }
    for (std::size_t i = 1; i < outputs.size(); ++i) sat.add_clause({-outputs[i], outputs[i - 1]});
    return outputs;
  }

  // Under what is assumed now every model has the least cost. Members are forced in one by one, smallest
  // first.
  void first_among_equals() {
    std::vector<Literal> fixed = assumptions(0);
    std::size_t members = 0;
    for (int g = 0; g < groups_ && members < best_->size(); ++g) {
      const bool is_member = std::ranges::binary_search(*best_, g);
      fixed.push_back(-oracle_.selector(g));
      if (!is_member) {
        const Fit fit = oracle_.check_literals(fixed, budget_);
        if (fit == Fit::interrupted) return;
        if (fit == Fit::refuted) {
          fixed.back() = oracle_.selector(g);
          continue;
        }
        take_model();
      }
      ++members;
    }
  }

  const ConstraintSystem& system_;
  ConflictOracle oracle_;
  Budget& budget_;
  int groups_;
  std::map<Literal, Wide> soft_;  // what it costs when the literal is false
  std::map<Literal, std::pair<std::size_t, std::size_t>>
      counts_;  // of softened outputs: which count, which output
  std::vector<std::vector<Literal>>
      all_counts_;  // output k of a count: at least k + 1 of its inputs are true
  Wide bound_ = 0;
  std::optional<GroupSet> best_;
  Wide best_cost_ = 0;
};

}  // namespace

CheapestConcession cheapest_concession(const ConstraintSystem& system, Budget& budget) {
  CheapestConcession result;
  result.found = true;
  for (const SystemPart& part : split_system(system)) {
    CheapestSearch search(part.system, budget);
    if (search.run() == CheapestSearch::State::conflicting) return {{}, 0, 0, false, true};
    result.lower_bound += search.weight_bound();
    result.found = result.found && search.best().has_value();
    if (!search.best()) continue;
    for (const int g : *search.best()) {
      result.members.push_back(part.groups[static_cast<std::size_t>(g)]);
      result.weight += system.soft[static_cast<std::size_t>(result.members.back())].weight;
    }
  }
  if (!result.found) return {{}, 0, result.lower_bound, false, false};
  std::ranges::sort(result.members);
  return result;
}

}  // namespace surety
