// SqliteWriting: one all-or-nothing append to a ledger in SQLite.
#pragma once
#include <memory>
#include <string>

#include "ledger/derivation.h"
#include "ledger/ledger.h"
#include "ledger/sqlite_tables.h"

namespace surety {

class SqliteWriting : public LedgerWriting {
 public:
  // Begins; the file and the tables must outlive it.
  static Result<std::unique_ptr<LedgerWriting>> begin(SqliteFile& file, SqliteTables& tables,
                                                      std::string analyst, std::string moment);
  ~SqliteWriting() override;

  const std::string& moment() const override { return moment_; }
  const LedgerHead& head() const override { return head_; }
  Result<Appended> append(RecordKind kind, std::string_view payload) override;
  Result<void> take(std::string_view line, const Record& record, const std::string& hash) override;
  Result<LedgerHead> commit() override;

 private:
  SqliteWriting(SqliteFile& file, SqliteTables& tables, std::string analyst)
      : file_(file), tables_(tables), derivation_(tables), analyst_(std::move(analyst)) {}

  // The record that says the same already, 0: none; an error where another says something else.
  Result<std::int64_t> found_equal(const Payload& payload, const JsonDocument& document,
                                   std::string_view text);
  Result<std::int64_t> declared_equal(const Payload& payload, const JsonDocument& document);
  Result<std::int64_t> judged_equal(const Payload& payload, std::string_view text);
  Result<void> add(std::string_view line, const std::string& hash, const RecordParts& parts,
                   const Payload& payload, const JsonDocument& document);

  SqliteFile& file_;
  SqliteTables& tables_;
  Derivation derivation_;
  JsonReader reader_, other_reader_;
  std::string analyst_, moment_;
  LedgerHead head_;
  bool broken_ = false;  // something was begun that cannot be ended
  bool done_ = false;
};

// The newest record; an error where it is none.
Result<LedgerHead> head_of(SqliteFile& file);

}  // namespace surety
