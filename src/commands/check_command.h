// The command `check`: whether a case is sound, every fault with its place.
#pragma once
#include "commands/command.h"

namespace surety {

CommandRow check_command();

}  // namespace surety
