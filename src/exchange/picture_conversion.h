// Picture conversion: an SVG as PNG or PDF, through the program rsvg-convert where it is installed.
#pragma once
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"

namespace surety {

enum class PictureForm { png, pdf };

// The bytes of the picture; a PNG has two pixels for one of the SVG. An Error not_found where rsvg-convert is
// not there, storage where it fails. Nothing is written but a nameless file aside. Cost: a process, some 50
// ms.
Result<std::string> converted_picture(std::string_view svg, PictureForm form, Language language);

}  // namespace surety
