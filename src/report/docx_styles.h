// DOCX styles: the styles that a text has when no style file is given.
#pragma once
#include <string>

#include "base/language.h"

namespace surety {

// The part word/styles.xml.
std::string docx_styles(Language language);

}  // namespace surety
