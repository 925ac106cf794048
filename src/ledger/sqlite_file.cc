// See sqlite_file.h. The only place that knows SQLite.
#include "ledger/sqlite_file.h"

#include <sqlite3.h>

#include <cstring>

namespace surety {
namespace {

constexpr int kBusyMilliseconds = 60'000;

// The path as a URI that says the file does not change.
std::string frozen_uri(const std::string& path) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kDigits[byte >> 4];
    uri += kDigits[byte & 15];
  }
  return uri + "?immutable=1";
}

Error error_of(int code, const std::string& path, const char* message) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::storage, "another process is writing to this ledger; try again when it is done",
              path};
    case SQLITE_FULL:
      return {ErrorCode::storage, "there is no room left on the disk", path};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorCode::storage, "the file, or the folder it stands in, cannot be written to", path};
    case SQLITE_CANTOPEN:
      return {ErrorCode::storage, "the file, or one that SQLite needs beside it, cannot be opened", path};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::invalid_input, "the file is damaged: what stands in it is no whole database", path};
    case SQLITE_NOMEM:
      return {ErrorCode::storage, "there is not enough memory", path};
    case SQLITE_IOERR:
      return {ErrorCode::storage, "the disk could not be read or written", path};
    default:
      return {ErrorCode::storage, "SQLite says: " + std::string(message), path};
  }
}

}  // namespace

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const std::string& path, SqliteMode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  std::string name =
      path.starts_with("-") || path.starts_with(":") || path.starts_with("file:") ? "./" + path : path;
  switch (mode) {
    case SqliteMode::read:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case SqliteMode::read_frozen:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
      name = frozen_uri(name);
      break;
    case SqliteMode::write:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case SqliteMode::create:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
  }
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  if (code != SQLITE_OK) {
    const Error error = error_of(code, path, handle == nullptr ? "" : sqlite3_errmsg(handle));
    sqlite3_close(handle);
    return std::unexpected(error);
  }
  std::unique_ptr<SqliteFile> file(new SqliteFile(handle, path));
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // Whoever may write takes the files beside the ledger away when the last one closes it, readers too.
  if (mode == SqliteMode::read) sqlite3_exec(handle, "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
  // What stands in a file may be foreign: it may not run anything.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  // Else every binding prepares a query anew that a partial index might serve.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  return file;
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open_bytes(std::string_view bytes) {
  TRY(auto file, open(":memory:", SqliteMode::create));
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
  if (copy == nullptr) return fail(ErrorCode::storage, "there is not enough memory");
  std::memcpy(copy, bytes.data(), bytes.size());
  // In memory there is no write-ahead log; without one the two header bytes are 1 (SQLite's file
  // format, 1.3).
  if (bytes.size() > 19 && copy[18] == 2 && copy[19] == 2) copy[18] = copy[19] = 1;
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int code = sqlite3_deserialize(file->handle_, "main", copy, size, size,
                                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) file->fail_with(code);
  return file;
}

SqliteFile::~SqliteFile() { sqlite3_close(handle_); }

bool SqliteFile::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void SqliteFile::fail_with(int code) {
  if (!error_) error_ = error_of(code, path_, sqlite3_errmsg(handle_));
}

void SqliteFile::run(const std::string& sql) {
  if (error_) return;
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail_with(code);
}

SqliteQuery SqliteFile::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (!error_) {
    const int code = sqlite3_prepare_v3(handle_, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail_with(code);
  }
  return {*this, statement};
}

SqliteQuery::~SqliteQuery() { sqlite3_finalize(handle_); }

SqliteQuery& SqliteQuery::bind(int parameter, std::string_view text) {
  if (handle_ == nullptr || file_->failed()) return *this;
  const int code = sqlite3_bind_text64(handle_, parameter, text.data() == nullptr ? "" : text.data(),
                                       text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) file_->fail_with(code);
  return *this;
}

SqliteQuery& SqliteQuery::bind(int parameter, std::int64_t number) {
  if (handle_ == nullptr || file_->failed()) return *this;
  const int code = sqlite3_bind_int64(handle_, parameter, number);
  if (code != SQLITE_OK) file_->fail_with(code);
  return *this;
}

bool SqliteQuery::row() {
  if (handle_ == nullptr || file_->failed()) return false;
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) file_->fail_with(code);
  return false;
}

void SqliteQuery::run() {
  while (row()) {
  }
  reset();
}

void SqliteQuery::reset() {
  if (handle_ != nullptr) sqlite3_reset(handle_);
}

std::int64_t SqliteQuery::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string_view SqliteQuery::text(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  const int size = sqlite3_column_bytes(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace surety
