// A case from the disk: one .toml file, or a folder of them.
#pragma once
#include <expected>
#include <string>

#include "exchange/input_file.h"
#include "model/case.h"

namespace surety {

// Reads and checks the case at `path`, a .toml file or a folder whose direct children *.toml (sorted by name)
// are its parts. Refused unread: more than kInputBytesMax bytes in all, an empty file, a pipe, a device, what
// is not UTF-8. `input_sha256` is the SHA-256 of the file's bytes; of a folder, of every part's name, a NUL
// and its bytes in order.
std::expected<Case, InputRefused> read_case(const std::string& path);

// Reads tables that need not be a whole case (case_toml.h, entries_of_toml) from the same kinds of files.
std::expected<Case, InputRefused> read_entries(const std::string& path);

}  // namespace surety
