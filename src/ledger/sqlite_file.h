// SqliteFile: a database of SQLite and the questions put to it, without SQLite's header.
//
// Where a call fails, every later call of the same file does nothing, and error() has the sentence; a writer
// asks once, at the end.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace surety {

class SqliteQuery;

// read: nothing is changed. read_frozen: the same where not even a file beside it can be written; REQUIRES
// that nobody writes to it meanwhile. write: an existing file. create: a new one.
enum class SqliteMode { read, read_frozen, write, create };

class SqliteFile {
 public:
  static Result<std::unique_ptr<SqliteFile>> open(const std::string& path, SqliteMode mode);
  // A database whose bytes stand in memory, for reading; the bytes are copied.
  static Result<std::unique_ptr<SqliteFile>> open_bytes(std::string_view bytes);
  ~SqliteFile();
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;

  void run(const std::string& sql);
  SqliteQuery prepare(const std::string& sql);

  bool failed() const { return error_.has_value(); }
  // REQUIRES failed().
  const Error& error() const { return *error_; }
  // Nothing, or the error.
  Result<void> state() const {
    if (error_) return std::unexpected(*error_);
    return {};
  }
  // Forgets the error: after a rollback.
  void forget_error() { error_.reset(); }
  bool in_transaction() const;

 private:
  friend class SqliteQuery;
  SqliteFile(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  void fail_with(int code);

  sqlite3* handle_;
  std::string path_;
  std::optional<Error> error_;
};

// One statement of SQL. Parameters count from 1, columns from 0.
class SqliteQuery {
 public:
  SqliteQuery(SqliteFile& file, sqlite3_stmt* handle) : file_(&file), handle_(handle) {}
  ~SqliteQuery();
  SqliteQuery(SqliteQuery&& other) noexcept : file_(other.file_), handle_(other.handle_) {
    other.handle_ = nullptr;
  }
  SqliteQuery& operator=(SqliteQuery&&) = delete;
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  // The text must stay until the next reset().
  SqliteQuery& bind(int parameter, std::string_view text);
  SqliteQuery& bind(int parameter, std::int64_t number);
  // The next row; false: there is none, or the file failed.
  bool row();
  // For a statement without rows; ready for the next binding afterwards.
  void run();
  void reset();

  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  // of a text or a blob; until the next row() or reset()

 private:
  SqliteFile* file_;
  sqlite3_stmt* handle_;
};

}  // namespace surety
