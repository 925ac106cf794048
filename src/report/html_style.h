// HTML style: the rules of the page; those of the charts stand in chart_svg.h.
#pragma once
#include <string_view>

namespace surety {

std::string_view html_style();

}  // namespace surety
