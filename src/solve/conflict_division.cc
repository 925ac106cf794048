// ConflictDivision: who owns which variables, which side of a link holds, and what a counterexample blames.
#include "solve/conflict_division.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"
#include "base/rising.h"
#include "solve/hitting_sets.h"

namespace surety {

namespace {

constexpr std::int64_t kQuestionsMin = 2'000;
constexpr int kRefinementsMax = 200;
constexpr int kWhole = -1;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

ConflictDivision::ConflictDivision(const ConstraintSystem& system, ConflictSearch& whole, Budget& budget)
    : system_(system),
      whole_(whole),
      budget_(budget),
      questions_left_(kQuestionsMin + whole.oracle().questions()),
      blocks_(at(system.variable_count()) + 1),
      owners_(blocks_.size(), -1) {
  number_from_zero(blocks_);
  find_blocks();
}

int ConflictDivision::block_of(int variable) {
  while (blocks_[at(variable)] != variable)
    variable = blocks_[at(variable)] = blocks_[at(blocks_[at(variable)])];
  return variable;
}

int ConflictDivision::owner_of(Literal literal) { return owners_[at(block_of(std::abs(literal)))]; }

void ConflictDivision::find_blocks() {
  for (const auto& options : system_.choices) {
    for (const int option : options) blocks_[at(block_of(option))] = block_of(options.front());
  }
  std::vector<int> sum_with(system_.amount_max.size(), 0);  // of each amount, a sum that counts it
  for (std::size_t s = 0; s < system_.sums.size(); ++s) {
    const int variable = system_.boolean_count + static_cast<int>(s) + 1;
    for (const int x : system_.rows[at(system_.sums[s].row)]) {
      if (sum_with[at(x)] == 0) sum_with[at(x)] = variable;
      blocks_[at(block_of(variable))] = block_of(sum_with[at(x)]);
    }
  }
}

// Each class of conflicts owns what its groups talk about, and what is nearest to that; false when there is
// one owner.
bool ConflictDivision::find_owners() {
  const auto classes = connected_classes(whole_.conflicts(), whole_.oracle().group_count());
  std::vector<int> same(classes.size());
  number_from_zero(same);
  const auto representative = [&](int c) {
    while (same[at(c)] != c) c = same[at(c)];
    return c;
  };
  std::vector<int> reached;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    for (const GroupSet& conflict : classes[c]) {
      for (const int g : conflict) {
        for (const Clause& clause : system_.soft[at(g)].clauses) {
          for (const Literal literal : clause) {
            int& owner = owners_[at(block_of(std::abs(literal)))];
            if (owner < 0)
              reached.push_back(block_of(std::abs(literal)));
            else
              same[at(representative(owner))] = representative(static_cast<int>(c));
            owner = representative(static_cast<int>(c));
          }
        }
      }
    }
  }
  std::vector<std::vector<const Clause*>> clauses_with(blocks_.size());
  const auto note = [&](const Clause& clause) {
    for (const Literal literal : clause) clauses_with[at(block_of(std::abs(literal)))].push_back(&clause);
  };
  for (const Clause& clause : system_.hard) note(clause);
  for (const SoftGroup& group : system_.soft) {
    for (const Clause& clause : group.clauses) note(clause);
  }
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const Clause* clause : clauses_with[at(reached[next])]) {
      for (const Literal literal : *clause) {
        int& owner = owners_[at(block_of(std::abs(literal)))];
        if (owner >= 0) continue;
        owner = owners_[at(reached[next])];
        reached.push_back(block_of(std::abs(literal)));
      }
    }
  }
  for (int& owner : owners_) {
    if (owner >= 0) owner = representative(owner);
  }
  return std::ranges::any_of(reached, [&](int b) { return owners_[at(b)] != owners_[at(reached.front())]; });
}

void ConflictDivision::add_link(int group, std::size_t index, const Clause& clause) {
  std::vector<int> owners;
  for (const Literal literal : clause) owners.push_back(owner_of(literal));
  std::ranges::sort(owners);
  owners.erase(std::ranges::unique(owners).begin(), owners.end());
  if (owners.size() < 2) return;
  Link link{group, index, {}, 0, 0};
  for (const int owner : owners) {
    link.sides.emplace_back();
    for (const Literal literal : clause) {
      if (owner_of(literal) == owner) link.sides.back().push_back(literal);
    }
  }
  // To rule something out leaves more room than to demand it, so sides with such literals are tried first.
  std::ranges::stable_partition(link.sides, [](const Clause& side) {
    return std::ranges::any_of(side, [](Literal literal) { return literal < 0; });
  });
  links_.push_back(std::move(link));
}

void ConflictDivision::find_links() {
  for (std::size_t c = 0; c < system_.hard.size(); ++c) add_link(-1, c, system_.hard[c]);
  for (std::size_t g = 0; g < system_.soft.size(); ++g) {
    const auto& clauses = system_.soft[g].clauses;
    for (std::size_t c = 0; c < clauses.size(); ++c) add_link(static_cast<int>(g), c, clauses[c]);
  }
}

ConstraintSystem ConflictDivision::strengthened() const {
  ConstraintSystem system = system_;
  for (const Link& link : links_) {
    if (link.side == kWhole) continue;
    auto& clauses = link.group < 0 ? system.hard : system.soft[at(link.group)].clauses;
    clauses[link.clause] = link.sides[at(link.side)];
  }
  return system;
}

// Whether groups of known conflicts are in more than one part.
bool ConflictDivision::divided(const std::vector<SystemPart>& parts) const {
  std::size_t parts_with_conflicts = 0;
  for (const SystemPart& part : parts) {
    const auto inside = [&](const GroupSet& conflict) {
      return std::ranges::binary_search(part.groups, conflict.front());
    };
    if (std::ranges::any_of(whole_.conflicts(), inside)) ++parts_with_conflicts;
  }
  return parts_with_conflicts > 1;
}

ConflictDivision::Outcome ConflictDivision::explore(const SystemPart& part) {
  ConflictSearch search(part.system, std::numeric_limits<std::int64_t>::max(), budget_, {});
  search.limit_questions(questions_left_);
  wrong_.reset();
  search.accept_by([&](const GroupSet& found) {
    GroupSet conflict;
    for (const int g : found) conflict.push_back(part.groups[at(g)]);
    if (whole_.knows(conflict)) return true;
    const Fit fit = whole_.oracle().check(conflict, budget_);
    if (fit == Fit::fits) wrong_ = conflict;
    return fit == Fit::refuted && whole_.record_conflict(conflict);
  });
  const ConflictSearch::State state = search.run();
  questions_left_ -= search.oracle().questions();
  if (state == ConflictSearch::State::conflicting) wrong_ = GroupSet{};
  if (wrong_) return Outcome::refuted;
  return state == ConflictSearch::State::complete ? Outcome::complete : Outcome::failed;
}

// Of the links that make `refuted` contradict itself, a minimal set is found, and the one of them that was
// wrong least often gets its next side.
bool ConflictDivision::blame(const GroupSet& refuted) {
  ConstraintSystem blamed = strengthened();
  std::vector<int> soft_links;
  std::vector<SoftGroup> suspects;
  const auto is_asked = [&](int group) { return group < 0 || std::ranges::binary_search(refuted, group); };
  for (std::size_t l = 0; l < links_.size(); ++l) {
    const Link& link = links_[l];
    if (link.side == kWhole || !is_asked(link.group)) continue;
    auto& clauses = link.group < 0 ? blamed.hard : blamed.soft[at(link.group)].clauses;
    clauses[link.clause] =
        link.group < 0 ? system_.hard[link.clause] : system_.soft[at(link.group)].clauses[link.clause];
    soft_links.push_back(static_cast<int>(l));
    suspects.push_back({{link.sides[at(link.side)]}, 1});
  }
  for (const int g : refuted) {
    const auto& clauses = blamed.soft[at(g)].clauses;
    blamed.hard.insert(blamed.hard.end(), clauses.begin(), clauses.end());
  }
  blamed.soft = std::move(suspects);
  ConflictOracle oracle(blamed);
  GroupSet all(soft_links.size());
  number_from_zero(all);
  if (oracle.check(all, budget_) != Fit::refuted) return false;
  const auto core = oracle.shrink(oracle.core(), budget_);
  questions_left_ -= oracle.questions();
  if (!core) return false;
  SURETY_CHECK(!core->empty());  // without strengthened links it would fit
  const int worst = *std::ranges::min_element(*core, [&](int a, int b) {
    return links_[at(soft_links[at(a)])].refuted < links_[at(soft_links[at(b)])].refuted;
  });
  Link& link = links_[at(soft_links[at(worst)])];
  link.side = ++link.refuted < static_cast<int>(link.sides.size()) ? link.refuted : kWhole;
  return true;
}

bool ConflictDivision::proves_complete() {
  if (whole_.conflicts().empty() || !find_owners()) return false;
  find_links();
  for (int refinement = 0; refinement < kRefinementsMax && questions_left_ > 0; ++refinement) {
    const ConstraintSystem system = strengthened();
    std::vector<SystemPart> parts = split_system(system);
    if (!divided(parts)) return false;
    std::ranges::stable_sort(
        parts, [](const SystemPart& a, const SystemPart& b) { return a.groups.size() < b.groups.size(); });
    Outcome outcome = Outcome::complete;
    for (std::size_t p = 0; p < parts.size() && outcome == Outcome::complete; ++p)
      outcome = explore(parts[p]);
    if (outcome == Outcome::complete) return true;
    if (outcome == Outcome::failed || !blame(*wrong_)) return false;
  }
  return false;
}

}  // namespace surety
