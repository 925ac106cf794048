// ZIP archives in memory: the container of DOCX and XLSX files, written and read.
//
// Libzip behind it. Written archives hold the same bytes on every machine and on every day: entries carry the
// first day that ZIP knows, 1 January 1980.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace surety {

// One file in an archive to be written. `next` hands out its bytes part by part and returns false at the end,
// so that a long sheet is never in memory as a whole.
struct ZipEntry {
  std::string name;
  std::function<bool(std::string& part)> next;
  bool packed = true;  // false: stored as it is, for what is packed already
};
ZipEntry zip_entry(std::string name, std::string bytes, bool packed = true);

// Entries in the order given. Cost: linear; the packed archive is held in memory.
Result<std::string> zip_archive(std::vector<ZipEntry> entries);

// The entries whose name `wanted` accepts, unpacked. An Error where the bytes are no archive, or where more
// than `bytes_max` would come of them: a small archive may hold an endless file.
Result<std::map<std::string, std::string>> zip_contents(std::string_view archive,
                                                        const std::function<bool(std::string_view)>& wanted,
                                                        std::size_t bytes_max);

}  // namespace surety
