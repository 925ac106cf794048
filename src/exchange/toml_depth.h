// A first look at a TOML text that refuses keys with so many parts that reading them would exhaust the stack.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/fault.h"

namespace surety {

inline constexpr std::size_t kTomlKeyPartsMax = 16;

// A fault where a dotted key or table header has more than kTomlKeyPartsMax parts. Brackets are the reader's
// own business (TOML_MAX_NESTED_VALUES). Strings and comments are skipped by TOML's rules; where the text is
// no TOML, what lies behind that place is never read, so that a wrong guess there does no harm.
std::optional<Fault> too_many_key_parts(std::string_view text, const std::string& file);

}  // namespace surety
