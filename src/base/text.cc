// See text.h. The only file that knows utf8proc.
#include "base/text.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <utf8proc.h>

#include "base/check.h"

namespace surety {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "…";

int width_of(char32_t code_point) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)); }

// One character as a reader sees it: a letter with its accents, an emoji of several code points.
struct Cluster {
  std::size_t begin = 0;
  std::size_t bytes = 0;
  int width = 0;
};

// A cluster wider than `columns` (a family of emoji on a very narrow page) counts as several.
std::vector<Cluster> clusters_of(std::string_view text, int columns) {
  std::vector<Cluster> clusters;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    const bool starts = clusters.empty() ||
                        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                                         static_cast<utf8proc_int32_t>(now.value), &state);
    const int width = width_of(now.value);
    if (starts || clusters.back().width + width > columns) clusters.push_back({at, 0, 0});
    clusters.back().bytes += now.bytes;
    clusters.back().width += width;
    before = now.value;
    at += now.bytes;
  }
  return clusters;
}

// What the next line has room for.
struct LineRoom {
  int first = 0;
  int further = 0;
  int after(const std::vector<std::string>& lines) const { return lines.empty() ? first : further; }
};

// Cuts a word wider than a line into pieces that fit and gives back the last one, which may have a neighbour.
std::string_view break_word(std::string_view word, LineRoom room, std::vector<std::string>& lines) {
  std::size_t begin = 0;
  int used = 0;
  for (const Cluster& cluster : clusters_of(word, std::min(room.first, room.further))) {
    if (used + cluster.width > room.after(lines)) {
      lines.emplace_back(word.substr(begin, cluster.begin - begin));
      begin = cluster.begin;
      used = 0;
    }
    used += cluster.width;
  }
  return word.substr(begin);
}

// The bytes of the next word of `text`, together with a sign that stands alone behind it, if both fit on one
// line.
std::size_t next_word(std::string_view text, int columns) {
  const std::size_t end = std::min(text.find(' '), text.size());
  for (const std::string_view sign : {" ·", " –", " —"}) {
    const std::string_view behind = text.substr(end);
    const bool alone =
        behind.starts_with(sign) && (behind.size() == sign.size() || behind[sign.size()] == ' ');
    if (end > 0 && alone && display_width(text.substr(0, end)) + 2 <= columns) return end + sign.size();
  }
  return end;
}

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    points.push_back(now.value);
    at += now.bytes;
  }
  return points;
}

// Damerau's distance without edits inside a swapped pair ("optimal string alignment"): insert, delete,
// replace, swap.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> two_back(b.size() + 1), back(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replace, back[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  SURETY_CHECK(at < text.size());
  utf8proc_int32_t value = -1;
  const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t used = utf8proc_iterate(bytes, left, &value);
  if (used <= 0 || value < 0) return {kReplacement, 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(used), true};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {  // most bytes of most files
      ++at;
      continue;
    }
    const CodePoint now = code_point_at(text, at);
    if (!now.valid) return at;
    at += now.bytes;
  }
  return std::nullopt;
}

bool is_control(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string without_controls(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    shown += now.valid && !is_control(now.value) ? text.substr(at, now.bytes) : kReplacementUtf8;
    at += now.bytes;
  }
  return shown;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    const bool space = text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
    line.push_back(space ? ' ' : text[at]);
  }
  return without_controls(line);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    width += width_of(now.value);
    at += now.bytes;
  }
  return width;
}

std::string cut_to_width(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns <= 0) return {};
  int used = 0;
  std::size_t end = 0;
  for (const Cluster& cluster : clusters_of(text, columns)) {
    used += cluster.width;
    if (used > columns - 1) break;
    end = cluster.begin + cluster.bytes;
  }
  return std::string(text.substr(0, end)).append(kEllipsis);
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  return wrapped(text, columns, columns);
}

std::vector<std::string> wrapped(std::string_view text, int first_columns, int further_columns) {
  SURETY_CHECK(first_columns >= 2 && further_columns >= 2);
  const LineRoom room{first_columns, further_columns};
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, next_word(text, std::min(first_columns, further_columns)));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    const int width = display_width(word);
    if (!line.empty() && used + 1 + width <= room.after(lines)) {
      line.append(" ").append(word);
      used += 1 + width;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    const bool fits = width <= room.after(lines);
    line = fits ? word : break_word(word, room, lines);
    used = fits ? width : display_width(line);
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> known) {
  const std::u32string typed = decoded(word);
  std::size_t limit = typed.size() / 3;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : known) {
    const std::u32string letters = decoded(candidate);
    const std::size_t difference =
        std::max(typed.size(), letters.size()) - std::min(typed.size(), letters.size());
    if (difference > limit) continue;
    const std::size_t wrong = distance(typed, letters);
    if (wrong > limit || (nearest && wrong == limit)) continue;
    nearest = &candidate;
    limit = wrong;
  }
  return nearest ? std::optional<std::string>(*nearest) : std::nullopt;
}

std::string quoted_for_message(std::string_view text, std::size_t code_points_max) {
  // No code point takes more than four bytes, so what lies beyond need not be read; the text may be a file.
  const std::size_t enough = code_points_max < text.size() ? 4 * (code_points_max + 1) : text.size();
  std::string shown = without_controls(text.substr(0, enough));
  if (code_points(shown) <= code_points_max) return shown;
  std::string cut;
  std::size_t at = 0;
  for (std::size_t count = 0; count + 1 < code_points_max; ++count) at += code_point_at(shown, at).bytes;
  if (code_points_max > 0) cut.append(shown, 0, at).append(kEllipsis);
  return cut;
}

std::string case_folded(std::string_view text) {
  constexpr auto kOptions =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  utf8proc_uint8_t* folded = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &folded, kOptions);
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
  std::free(folded);
  return result;
}

std::string joined(std::span<const std::string> words, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += separator;
    text += words[i];
  }
  return text;
}

}  // namespace surety
