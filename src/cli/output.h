// Output: bytes to stdout, to stderr, or to a file that appears whole or not at all.
#pragma once
#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"

namespace surety {

// A descriptor 0, 1 or 2 that was closed before we began would be given to the next file we open, and an
// answer could land in it: each is occupied by something that cannot be written.
void occupy_standard_descriptors();

// The bytes to stdout, which is closed afterwards. A reader that has gone away is no fault: `| head -1` has
// what it wanted.
std::expected<void, Error> print_answer(std::string_view bytes, Language language);

// A line to stdout at once, before the answer; false when nobody can take it.
bool print_line(std::string_view line);

// A line to stderr, and text that ends no line; nothing is done where that fails.
void print_message(std::string_view line);
void print_progress(std::string_view text);

// What speaks against writing to this path, before any work is done: a folder that is not there, something
// that is no regular file.
std::expected<void, Error> check_output_path(const std::string& path, Language language);

// The same, piece by piece: `hand_out` gives each to the function it is given, until that says false.
using HandOut = std::function<Result<void>(const std::function<bool(std::string_view)>& take)>;
std::expected<void, Error> print_pieces(const HandOut& hand_out, Language language);
std::expected<void, Error> write_pieces(const std::string& path, const HandOut& hand_out, Language language);

// Writes aside, in the same folder, then renames: whoever looks sees the old file or the new one. A link is
// followed, the mode of an old file kept.
std::expected<void, Error> write_file(const std::string& path, std::string_view bytes, Language language);

}  // namespace surety
