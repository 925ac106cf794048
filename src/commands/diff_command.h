// The command `diff`: what changed between two looks at a case, and what it did to the answer.
#pragma once
#include <expected>
#include <optional>
#include <string>

#include "commands/command.h"

namespace surety {

CommandRow diff_command();

// "2025-08-20" or "2025-08-20,2025-08-21": valid on the first day, known on the second.
struct TwoDates {
  std::optional<Date> valid, known;
};
// Nothing in both where the option is missing; a fault where it is no date.
std::expected<TwoDates, Faults> requested_two_dates(const Request& request, const std::string& option);

}  // namespace surety
