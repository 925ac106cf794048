// A value and a figure of an answer as a person reads them.
#pragma once
#include <string>

#include "base/language.h"
#include "report/document.h"

namespace surety {

// "yes", "50,000", "0.65", "S51, S52"; empty for no value.
std::string value_text(const Value& value, Language language);

// The value, or the range between its ends, with the unit: "8,000–10,000 soldiers". Empty where nothing is
// known.
std::string figure_text(const Figure& figure, Language language);

// The same, but shares and chances in per cent, as the pages have them.
std::string shown_figure(const Figure& figure, Language language);

// "share covered [S58]" for share:S58, and so on; the key itself where it has no words.
std::string figure_label(const std::string& key, Language language);

}  // namespace surety
