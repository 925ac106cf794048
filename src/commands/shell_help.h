// The table of commands as a manual page and as completions for bash, zsh and fish.
#pragma once
#include <span>
#include <string>

#include "commands/command.h"

namespace surety {

// In the format man(7); English or German.
std::string manual_page(std::span<const CommandRow> table, Language language);

// Scripts that the shells read; they complete commands, options and their values, and files.
std::string bash_completion(std::span<const CommandRow> table);
std::string zsh_completion(std::span<const CommandRow> table, Language language);
std::string fish_completion(std::span<const CommandRow> table, Language language);

}  // namespace surety
