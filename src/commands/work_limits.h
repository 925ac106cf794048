// How much work a command does where the user sets no --budget: in steps, so that the same input gives the
// same answer.
#pragma once
#include <cstddef>
#include <cstdint>

namespace surety {

inline constexpr std::int64_t kConflictSteps = 400'000;  // questions to the solver, at most, for `conflict`
inline constexpr std::int64_t kAssessSteps = 200'000;    // the same, for the front answer
inline constexpr std::int64_t kExplainSteps = 20'000;    // questions to find the assumptions behind conflicts
inline constexpr std::int64_t kCoverageSteps = 4'000'000'000;  // cells of distributions
inline constexpr std::int64_t kVerifySteps = 20'000'000'000;   // code points looked at by `verify`

// A question costs about as much as the case is large, and a large case has more of them: the number falls
// with the square of the statements, so that the first page comes in about the same time (measured in
// bench/assess_bench.cc).
inline std::int64_t steps_for(std::int64_t steps_max, std::size_t statements) {
  constexpr std::int64_t kWork = 1'000'000'000, kStepsMin = 1'000;
  const auto size = static_cast<std::int64_t>(statements) + 50;
  const std::int64_t steps = kWork / (size * size) * (steps_max / kAssessSteps);
  return steps < kStepsMin ? kStepsMin : (steps > steps_max ? steps_max : steps);
}

}  // namespace surety
