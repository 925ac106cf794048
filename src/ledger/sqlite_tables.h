// SqliteTables: the records and the derived tables in one file of SQLite.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ledger/derived_tables.h"
#include "ledger/memory_tables.h"
#include "ledger/sqlite_file.h"

namespace surety {

// What makes the tables, each statement as SQLite keeps it.
const std::vector<std::string>& ledger_schema();

class SqliteTables : public DerivedTables {
 public:
  explicit SqliteTables(SqliteFile& file);
  ~SqliteTables() override;
  SqliteTables(const SqliteTables&) = delete;
  SqliteTables& operator=(const SqliteTables&) = delete;

  void add_record(std::int64_t seq, std::string_view line, std::string_view hash);

  std::int64_t find(EntryTable table, std::string_view id) override;
  void declare(EntryTable table, std::string_view id, std::int64_t declared) override;
  bool open_state(EntryTable table, std::int64_t declared, EntryState& into) override;
  void save_state(EntryTable table, std::int64_t declared, const EntryState& state) override;
  void remove_state(EntryTable table, std::int64_t declared, std::int64_t known_from) override;
  void add_supersession(std::int64_t older, std::int64_t newer) override;
  std::vector<std::int64_t> superseders(std::int64_t older) override;
  void add_party(std::string_view party, std::int64_t statement) override;
  void add_mention(std::int64_t declared, std::int64_t seq) override;
  std::vector<std::int64_t> mentions(std::int64_t declared) override;
  void add_judgement(std::string_view analyst, std::int64_t seq) override;
  void add_retraction(std::int64_t target, std::int64_t by) override;
  std::vector<std::int64_t> retractions(std::int64_t target) override;
  Result<std::string> line(std::int64_t seq) override;

  // How it stood at the end of a day; false: it was not there, or retracted.
  bool state_on(EntryTable table, std::int64_t declared, std::int64_t known, EntryState& into);
  // All of a table that stood on that day, rising.
  std::vector<std::int64_t> entries_on(EntryTable table, std::int64_t known);
  // One statement after the other that stood on that day, rising, with the line of its content, until `take`
  // says false.
  struct StatementLine {
    std::int64_t declared = 0, content = 0, decided = -1;
    std::string_view line;
  };
  void each_statement_on(std::int64_t known, const std::function<bool(const StatementLine&)>& take);
  // The statements of which the state on that day says they may be current on `valid`.
  std::vector<std::int64_t> current_on(std::int64_t known, std::int64_t valid);
  std::vector<std::int64_t> statements_of(std::string_view party);
  // Records of judgements; of every analyst where none is named.
  std::vector<std::int64_t> judgements_of(std::string_view analyst);

  // Over all rows, read from the tables and, where there is one, from their index.
  MemoryTables::Sums sums();

 private:
  struct Queries;
  SqliteFile& file_;
  std::unique_ptr<Queries> queries_;
};

}  // namespace surety
