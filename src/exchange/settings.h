// Settings: what a user told the program once: SETTINGS/surety/config.toml.
#pragma once
#include <expected>
#include <string>

#include "base/result.h"
#include "exchange/input_file.h"

namespace surety {

// The key `analyst`; empty where there is no such file or key.
std::expected<std::string, InputRefused> analyst_in_settings(const std::string& folder);

// Keeps it, in a new file or beside what stands there already.
Result<void> keep_analyst(const std::string& folder, const std::string& analyst);

// The file in which it is kept.
std::string settings_file(const std::string& folder);

}  // namespace surety
