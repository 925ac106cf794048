// See search_text.h. Knows utf8proc, as text.cc does.
#include "base/search_text.h"

#include <array>
#include <cstdlib>

#include <utf8proc.h>

#include "base/check.h"
#include "base/text.h"

namespace surety {
namespace {

// Case folded and without marks; a text that is not UTF-8 is only folded.
std::string without_marks(std::string_view text) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  utf8proc_uint8_t* result = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &result, kOptions);
  if (size < 0) return case_folded(text);
  std::string copy(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return copy;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Soft hyphen, zero-width spaces and joiners, word joiner, byte order mark.
bool is_nothing(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

char32_t plain_sign(char32_t c) {
  if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F)) return '"';
  if (c == 0x2039 || c == 0x203A || (c >= 0x2018 && c <= 0x201B)) return '\'';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return c;
}

}  // namespace

SearchedText::SearchedText(std::string_view query)
    : folded_(case_folded(query)), plain_(folded_ == without_marks(query)) {}

bool SearchedText::found_in(std::string_view text) const {
  if (case_folded(text).find(folded_) != std::string::npos) return true;
  return plain_ && without_marks(text).find(folded_) != std::string::npos;
}

std::u32string code_points_of(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.value;
    at += point.bytes;
  }
  return points;
}

LooseText loosened(std::u32string_view text) {
  LooseText loose;
  loose.points.reserve(text.size());
  loose.origin.reserve(text.size());
  const auto add = [&](char32_t point, std::size_t at) {
    loose.points += point;
    loose.origin.push_back(static_cast<std::uint32_t>(at));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (is_nothing(c)) continue;
    if (is_space(c)) {
      if (loose.points.empty() || loose.points.back() != ' ') add(' ', at);
      continue;
    }
    if (c < 0xA0) {
      add(c, at);
      continue;
    }
    std::array<utf8proc_int32_t, 8> parts;
    int boundary = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(plain_sign(c)), parts.data(),
                                static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
    if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) add(c, at);
    for (utf8proc_ssize_t i = 0; i < count && count <= static_cast<utf8proc_ssize_t>(parts.size()); ++i)
      add(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]), at);
  }
  return loose;
}

NearestPlace nearest_place(std::u32string_view part, std::u32string_view text, std::size_t wanted) {
  SURETY_CHECK(!part.empty());
  NearestPlace nearest;
  if (part.size() > text.size()) return nearest;
  // fall[i]: how many of the first i + 1 points of `part` begin it and end there, the whole not counted.
  std::vector<std::uint32_t> fall(part.size(), 0);
  for (std::size_t i = 1, k = 0; i < part.size(); ++i) {
    while (k > 0 && part[i] != part[k]) k = fall[k - 1];
    if (part[i] == part[k]) ++k;
    fall[i] = static_cast<std::uint32_t>(k);
  }
  const auto distance = [&](std::size_t at) { return at < wanted ? wanted - at : at - wanted; };
  for (std::size_t i = 0, k = 0; i < text.size(); ++i) {
    while (k > 0 && text[i] != part[k]) k = fall[k - 1];
    if (text[i] == part[k]) ++k;
    if (k < part.size()) continue;
    const std::size_t at = i + 1 - k;
    if (nearest.count == 0 || distance(at) < distance(nearest.at)) nearest.at = at;
    ++nearest.count;
    k = fall[k - 1];
  }
  return nearest;
}

}  // namespace surety
