// Solves components by their kind and finds out which outcomes of the factors are alike.
#include "solve/sum_variants.h"

#include <algorithm>

#include "base/check.h"
#include "solve/entangled.h"
#include "solve/nested_total.h"

namespace surety {
namespace {

std::vector<int> active_pieces(const SumStructure& structure, const SumComponent& component,
                               std::size_t outcome) {
  std::vector<int> active;
  for (const int i : component.pieces) {
    if (structure.active(i, outcome)) active.push_back(i);
  }
  return active;
}

Result<SumPart> solve(const SumStructure& structure, const SumComponent& component, std::size_t outcome,
                      const Grid& grid, Budget& budget) {
  const std::vector<int> active = active_pieces(structure, component, outcome);
  if (component.kind == SumComponent::Kind::nested) return nested_part(structure, active, grid, budget);
  if (component.kind == SumComponent::Kind::entangled) return entangled_part(structure, active, budget);
  SumPart part{.ranges = {}, .atoms = {}};
  part.probability = structure.pieces[static_cast<std::size_t>(component.pieces.front())].probability;
  for (const int i : active) part.add(structure.pieces[static_cast<std::size_t>(i)].spread);
  return part;
}

// Numbers the variants of one component by the set of its active pieces.
class VariantNumbers {
 public:
  Result<std::size_t> number(const SumStructure& structure, const SumComponent& component,
                             std::size_t outcome, const Grid& grid, Budget& budget,
                             std::vector<SumPart>& variants) {
    std::vector<bool> key;
    for (const int i : component.varying) key.push_back(structure.active(i, outcome));
    const auto [place, fresh] = numbers_.try_emplace(std::move(key), variants.size());
    if (fresh) {
      TRY(SumPart part, solve(structure, component, outcome, grid, budget));
      variants.push_back(std::move(part));
    }
    return place->second;
  }

 private:
  std::map<std::vector<bool>, std::size_t> numbers_;
};

std::int64_t slack_of(const SumPart& part, const Grid& grid) {
  std::int64_t roundings = 1;
  for (const AmountSpread& range : part.ranges)
    roundings += range.shape == AmountSpread::Shape::triangle ? 2 : 1;
  return part.slack + roundings * grid.slack();
}

}  // namespace

std::vector<const SumPart*> SumVariants::parts_of(std::size_t pattern) const {
  std::vector<const SumPart*> parts;
  for (std::size_t c = 0; c < varying.size(); ++c) parts.push_back(&varying[c][patterns[pattern][c]]);
  return parts;
}

std::int64_t SumVariants::slack(const Grid& grid) const {
  std::int64_t sum = 0;
  for (const SumPart& part : steady) sum += slack_of(part, grid);
  for (const std::vector<SumPart>& variants : varying) {
    std::int64_t most = 0;
    for (const SumPart& part : variants) most = std::max(most, slack_of(part, grid));
    sum += most;
  }
  return sum;
}

Result<SumVariants> variants_of(const SumStructure& structure, const Grid& grid, Budget& budget) {
  SumVariants answer;
  std::vector<const SumComponent*> varying;
  for (const SumComponent& component : structure.components) {
    if (!component.varying.empty()) {
      varying.push_back(&component);
      continue;
    }
    TRY(SumPart part, solve(structure, component, 0, grid, budget));
    answer.certain += part.take_certain();
    answer.steady.push_back(std::move(part));
  }
  answer.varying.resize(varying.size());
  std::vector<VariantNumbers> numbers(varying.size());
  std::map<std::vector<std::size_t>, std::size_t> number_of_pattern;
  for (std::size_t outcome = 0; outcome < structure.outcomes; ++outcome) {
    if (!budget.spend(static_cast<std::int64_t>(varying.size()))) {
      return fail(ErrorCode::interrupted, "the adding of amounts was ended before it was finished");
    }
    std::vector<std::size_t> pattern(varying.size());
    for (std::size_t c = 0; c < varying.size(); ++c) {
      TRY(pattern[c], numbers[c].number(structure, *varying[c], outcome, grid, budget, answer.varying[c]));
    }
    const auto [place, fresh] = number_of_pattern.try_emplace(pattern, answer.patterns.size());
    if (fresh) answer.patterns.push_back(std::move(pattern));
    answer.pattern_of.push_back(place->second);
  }
  return answer;
}

}  // namespace surety
