// The options that mean the same for every command, whatever door it is asked through.
#pragma once
#include <span>

#include "commands/command.h"

namespace surety {

// --lang --format --table --chart --style --output --width --colour --ascii --help --version.
std::span<const OptionRow> general_options();

}  // namespace surety
