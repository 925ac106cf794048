// The word for a unit in a reader's language: "soldiers" is "Soldaten" in German.
#pragma once
#include <string>
#include <string_view>

#include "base/language.h"

namespace surety {

// A case gives its units one word each. German texts have a word of their own for the units that cases of
// this field use most; every other unit, and every currency, stands as written, an underscore as a space.
std::string unit_word(std::string_view unit, Language language);

}  // namespace surety
