// Unicode text: validity, length in code points, width in a terminal, wrapping, and the nearest known word.
//
// Where a function does not say REQUIRES, a byte that is not valid UTF-8 counts as one U+FFFD.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace surety {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included); nothing if
// all is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// The code point that starts at byte `at` and how many bytes it takes; U+FFFD and one byte where none is
// valid. REQUIRES at < text.size().
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
  bool valid = false;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

// Whether a terminal may obey this code point instead of showing it: C0, DEL, C1, the line and paragraph
// separators, and the controls of writing direction, with which a text can be made to look like another one.
bool is_control(char32_t code_point);

// `text` with every control and every byte that is not UTF-8 shown as U+FFFD: a case file is foreign text.
std::string without_controls(std::string_view text);

// The same for text that may stand on several lines in its file: tab, LF, CR and CRLF become one space first.
std::string on_one_line(std::string_view text);

// REQUIRES valid UTF-8.
std::size_t code_points(std::string_view text);

// Columns that `text` takes in a terminal: wide characters two, combining and control characters none.
int display_width(std::string_view text);

// `text` cut to at most `columns` columns, with "…" at its end where something was cut; a character keeps its
// accents.
std::string cut_to_width(std::string_view text, int columns);

// Lines of at most `columns` columns, broken at spaces, several of which count as one, but never at a
// no-break space nor before a dash or middle dot that stands alone; a word longer than a line is broken where
// it must be, between characters as readers see them. Never empty: "" gives one empty line. REQUIRES columns
// >= 2, the width of a wide character.
std::vector<std::string> wrapped(std::string_view text, int columns);

// The same where the first line has another width than the further ones.
std::vector<std::string> wrapped(std::string_view text, int first_columns, int further_columns);

// The word of `known` that `word` was probably meant to be: at most a third of its letters wrong (Damerau's
// distance of adjacent swaps), the first one of several equally near; nothing where none is near. Cost: the
// product of the two lengths for each known word of about the same length.
std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> known);

// `text` without controls and with at most `code_points_max` code points, the last one "…" where something
// was cut, for a message about it. Adds no quotation marks.
std::string quoted_for_message(std::string_view text, std::size_t code_points_max = 60);

// `text` in the form in which it is compared without regard to upper and lower case (Unicode's case folding,
// composed); a byte that is not valid UTF-8 stays as it is, and then nothing else changes.
std::string case_folded(std::string_view text);

// Words joined by `separator`.
std::string joined(std::span<const std::string> words, std::string_view separator);

}  // namespace surety
