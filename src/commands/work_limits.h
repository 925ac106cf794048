// How much work a command does where the user sets no --budget: in steps, so that the same input gives the same answer.
#pragma once
#include <cstdint>

namespace surety {

inline constexpr std::int64_t kConflictSteps = 400'000;  // questions to the solver, for `conflict`
inline constexpr std::int64_t kAssessSteps = 40'000;     // the same, for the front answer
inline constexpr std::int64_t kExplainSteps = 20'000;    // questions to find the assumptions behind conflicts
inline constexpr std::int64_t kCoverageSteps = 4'000'000'000;  // cells of distributions

}  // namespace surety
