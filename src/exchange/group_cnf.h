// Group CNF: clauses in groups, as tools for minimal unsatisfiable subsets exchange them.
#pragma once
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "solve/constraint_system.h"

namespace surety {

inline constexpr int kGroupCnfVariablesMax = 1'000'000;  // and as many groups
inline constexpr std::size_t kGroupCnfLiteralsMax = 10'000'000;
inline constexpr std::size_t kGroupCnfBytesMax = std::size_t{64} * 1024 * 1024;

// Reads `p gcnf VARIABLES CLAUSES LAST_GROUP` and clauses `{GROUP} LITERALS 0`; `c` at the beginning of a
// line begins a comment. Group 0 is hard; group k is soft[k - 1], there even without a clause. One fault: the
// first.
std::expected<ConstraintSystem, Fault> read_group_cnf(std::string_view text, const std::string& file);

}  // namespace surety
