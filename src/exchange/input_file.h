// Files as the program may read them: regular, not too large, not empty, and, where they are text, valid
// UTF-8.
#pragma once
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"

namespace surety {

inline constexpr std::size_t kInputBytesMax = std::size_t{64} * 1024 * 1024;

// Why something was not read: faults of the input (exit code 2), or one sentence about what the machine could
// not do (exit code 1: no permission, a broken disk). A name that nothing bears is a fault of the input.
struct InputRefused {
  Faults faults;
  bool machine_failed = false;
};

// The bytes of a regular file of 1 to `bytes_max` bytes. A pipe, a device or a directory is refused without
// waiting.
std::expected<std::string, InputRefused> read_input_file(const std::string& path,
                                                         std::size_t bytes_max = kInputBytesMax);

// A text without its byte order mark. Refuses what is not UTF-8 and what contains NUL, with line and column.
std::expected<std::string, Fault> checked_text(std::string bytes, const std::string& file);

// Whether the path names a directory; nothing where it names nothing that can be looked at.
bool is_directory(const std::string& path);
// The names in a directory that end in `ending`, sorted by their bytes.
std::expected<std::vector<std::string>, InputRefused> names_in_directory(const std::string& path,
                                                                         std::string_view ending);

}  // namespace surety
