// See zip_archive.h.
#include "base/zip_archive.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include <zip.h>

namespace surety {
namespace {

constexpr zip_uint16_t kFirstDay = (1 << 5) | 1, kMidnight = 0;  // 1 January 1980, as DOS writes it

std::unexpected<Error> failed(std::string message) {
  return fail(ErrorCode::storage, "ZIP: " + std::move(message));
}
std::unexpected<Error> no_archive(const std::string& why) {
  return fail(ErrorCode::invalid_input, "this is no ZIP archive as XLSX and DOCX files are ('" + why + "')");
}

// The bytes of one entry while libzip asks for them.
struct Reading {
  std::function<bool(std::string&)> next;
  std::string part;
  std::size_t at = 0;
  zip_error_t error{};
};

zip_int64_t read_more(Reading& reading, char* to, zip_uint64_t wanted) {
  zip_uint64_t given = 0;
  while (given < wanted) {
    if (reading.at == reading.part.size()) {
      reading.part.clear();
      reading.at = 0;
      if (!reading.next(reading.part)) break;
      continue;
    }
    const std::size_t count = std::min<std::size_t>(reading.part.size() - reading.at, wanted - given);
    std::memcpy(to + given, reading.part.data() + reading.at, count);
    reading.at += count;
    given += count;
  }
  return static_cast<zip_int64_t>(given);
}

zip_int64_t source_of_parts(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto* reading = static_cast<Reading*>(user);
  switch (command) {
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
      return 0;
    case ZIP_SOURCE_READ:
      return read_more(*reading, static_cast<char*>(data), length);
    case ZIP_SOURCE_STAT:
      zip_stat_init(static_cast<zip_stat_t*>(data));
      return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&reading->error, data, length);
    case ZIP_SOURCE_FREE:
      delete reading;
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      zip_error_set(&reading->error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

bool add_entry(zip_t* archive, ZipEntry entry) {
  auto reading = std::make_unique<Reading>();
  reading->next = std::move(entry.next);
  zip_source_t* source = zip_source_function(archive, source_of_parts, reading.get());
  if (source == nullptr) return false;
  (void)reading.release();  // the source frees it
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, at, entry.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 6) == 0 &&
         zip_file_set_dostime(archive, at, kMidnight, kFirstDay, 0) == 0 &&
         zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0;
}

std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return bytes;
  bytes.resize(stat.size);
  const zip_int64_t count = zip_source_read(source, bytes.data(), stat.size);
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  zip_source_close(source);
  return bytes;
}

// Reads a whole entry, at most `room` bytes; nothing where it is broken or longer.
bool read_entry(zip_t* archive, zip_uint64_t index, std::size_t room, std::string& bytes) {
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  if (file == nullptr) return false;
  std::array<char, 65536> part{};
  zip_int64_t count = 0;
  while ((count = zip_fread(file, part.data(), part.size())) > 0 && bytes.size() <= room)
    bytes.append(part.data(), static_cast<std::size_t>(count));
  return zip_fclose(file) == 0 && count == 0 && bytes.size() <= room;
}

}  // namespace

ZipEntry zip_entry(std::string name, std::string bytes, bool packed) {
  return {std::move(name),
          [bytes = std::move(bytes), given = false](std::string& part) mutable {
            if (std::exchange(given, true)) return false;
            part = std::move(bytes);
            return true;
          },
          packed};
}

Result<std::string> zip_archive(std::vector<ZipEntry> entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* sink = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (sink == nullptr) return failed(zip_error_strerror(&error));
  zip_source_keep(sink);
  zip_t* archive = zip_open_from_source(sink, ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    zip_source_free(sink);
    zip_source_free(sink);
    return failed(zip_error_strerror(&error));
  }
  bool good = true;
  for (ZipEntry& entry : entries) good = good && add_entry(archive, std::move(entry));
  if (!good || zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    zip_source_free(sink);
    return failed(why);
  }
  std::string bytes = bytes_of(sink);
  zip_source_free(sink);
  return bytes;
}

Result<std::map<std::string, std::string>> zip_contents(std::string_view bytes,
                                                        const std::function<bool(std::string_view)>& wanted,
                                                        std::size_t bytes_max) {
  if (bytes.empty()) return no_archive("0 bytes");  // libzip takes nothing for an archive without entries
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return failed(zip_error_strerror(&error));
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return no_archive(zip_error_strerror(&error));
  }
  const std::unique_ptr<zip_t, void (*)(zip_t*)> closing(archive, zip_discard);
  std::map<std::string, std::string> contents;
  std::size_t room = bytes_max;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
    if (name == nullptr || !wanted(name)) continue;
    std::string content;
    if (!read_entry(archive, index, room, content)) {
      if (content.size() > room)
        return fail(ErrorCode::too_large,
                    "unpacked, the file is larger than " + std::to_string(bytes_max) + " bytes");
      return no_archive(name);
    }
    room -= content.size();
    contents.insert_or_assign(name, std::move(content));
  }
  return contents;
}

}  // namespace surety
