// An analyst's own copies of sources: the text files of a folder, told apart by their SHA-256, else by their
// names.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "exchange/input_file.h"

namespace surety {

inline constexpr std::size_t kTextBytesMax = std::size_t{16} * 1024 * 1024;  // of one text
inline constexpr std::size_t kTextFilesMax = 10'000;                         // in one folder
inline constexpr std::size_t kFolderBytesMax = std::size_t{4} * 1024 * 1024 * 1024;

// What is looked for: a source's id and, where the case has it, the SHA-256 of its bytes.
struct WantedText {
  std::string id, sha256;
};

struct TextCopy {
  std::string file;    // its name in the folder; empty: none found
  std::string sha256;  // of its bytes
  bool same_bytes = false;
  std::string text;             // UTF-8 without byte order mark
  std::optional<Fault> unread;  // why a file that bears the name or the hash is no text
};

// One copy for each that is wanted, in order. A file with the wanted SHA-256 goes before one with the id as
// its name, with or without an ending (`tass-2025-08-20.txt`); of several by name the first in the order of
// bytes. Files whose name begins with a dot, folders, pipes and devices, and files larger than kTextBytesMax
// are passed over, unless they bear a wanted id: then `unread` says so. Refused: no such folder, too many
// files, too many bytes in all.
std::expected<std::vector<TextCopy>, InputRefused> read_text_copies(const std::string& folder,
                                                                    const std::vector<WantedText>& wanted);

}  // namespace surety
