// See toml_depth.h.
#include "exchange/toml_depth.h"

#include <algorithm>

#include "base/text.h"

namespace surety {
namespace {

// The end of the string that begins with the quote at `at`: behind its closing quotes, or the end of the
// text.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string three(3, quote);
  const bool long_form = text.substr(at, 3) == three;
  std::size_t i = at + (long_form ? 3 : 1);
  while (i < text.size()) {
    if (quote == '"' && text[i] == '\\') {
      i += 2;
    } else if (!long_form && (text[i] == quote || text[i] == '\n')) {
      return i + 1;
    } else if (long_form && text.substr(i, 3) == three) {
      i += 3;
      // Up to two more quotes belong to the string itself.
      for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
      return i;
    } else {
      ++i;
    }
  }
  return text.size();
}

}  // namespace

std::optional<Fault> too_many_key_parts(std::string_view text, const std::string& file) {
  std::size_t parts = 1;
  std::size_t i = 0;
  while (i < text.size()) {
    const char ch = text[i];
    if (ch == '"' || ch == '\'') {
      i = end_of_string(text, i);
      continue;
    }
    if (ch == '#') {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if (ch == '.')
      ++parts;
    else if (ch == '=' || ch == '[' || ch == ']' || ch == '{' || ch == '}' || ch == ',' || ch == '\n')
      parts = 1;
    if (parts > kTomlKeyPartsMax) {
      const std::size_t line_start = i == 0 ? 0 : text.rfind('\n', i - 1) + 1;  // npos + 1 is 0
      const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), '\n') + 1;
      const auto column = code_points(text.substr(line_start, i - line_start)) + 1;
      return Fault{{file, static_cast<int>(line), static_cast<int>(column)},
                   "a key has more than " + std::to_string(kTomlKeyPartsMax) + " parts",
                   "fewer dots"};
    }
    ++i;
  }
  return std::nullopt;
}

}  // namespace surety
