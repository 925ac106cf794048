// The ledger in SQLite: one file, opened, created and read. See ledger.h; sqlite_writing.h appends.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <thread>

#include "base/text.h"
#include "ledger/chain_check.h"
#include "ledger/ledger.h"
#include "ledger/sqlite_tables.h"
#include "ledger/sqlite_writing.h"

namespace surety {
namespace {

constexpr std::uint32_t kApplicationId = 0x53555245;  // "SURE"
constexpr std::uint32_t kFileFormat = 1;              // SQLite's user_version
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderBytes = 100;

std::uint32_t number_at(std::string_view header, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(header[i]);
  return number;
}

// The first bytes of a regular file; fewer where it has fewer, none where it cannot be read.
std::string header_of(const std::string& path) {
  std::string header(kHeaderBytes, '\0');
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return {};
  struct stat status = {};
  ssize_t count = 0;
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode))
    count = ::pread(file, header.data(), header.size(), 0);
  ::close(file);
  header.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return header;
}

LedgerLook look_of_header(std::string_view header) {
  if (!header.starts_with(kMagic)) return LedgerLook::other;
  if (header.size() < kHeaderBytes) return LedgerLook::foreign_sqlite;
  return number_at(header, 68) == kApplicationId ? LedgerLook::ledger : LedgerLook::foreign_sqlite;
}

std::unexpected<Error> refused_format(const std::string& path, std::uint32_t format) {
  return fail(ErrorCode::invalid_input,
              "the ledger has format " + std::to_string(format) + ", and this program knows up to " +
                  std::to_string(kFileFormat) + "; a newer Surety reads it",
              path);
}

// Whether the tables are those that this program makes; nothing else may stand in a ledger.
bool schema_is_ours(SqliteFile& file) {
  std::vector<std::string> found;
  SqliteQuery query = file.prepare("SELECT sql FROM sqlite_schema ORDER BY rowid");
  while (query.row()) found.emplace_back(query.text(0));
  return found == ledger_schema();
}

// Then they are read one after the other, and not collected first.
bool wants_all_statements(const EntryQuery& query) {
  const bool wants_statements =
      query.tables.empty() || std::ranges::find(query.tables, "statement") != query.tables.end();
  return wants_statements && !query.current_on && query.parties.empty() && !query.ids_only;
}

class SqliteLedger : public Ledger {
 public:
  SqliteLedger(std::unique_ptr<SqliteFile> file, std::string path, SqliteMode mode)
      : file_(std::move(file)), tables_(*file_), path_(std::move(path)), mode_(mode) {}

  Result<LedgerHead> head() override { return said(head_of(*file_)); }
  Result<LedgerHead> head_on(Date known) override;
  Result<void> each(std::int64_t from, std::int64_t to, const TakeRecord& take) override;
  Result<void> each_entry(const EntryQuery& query, const TakeEntry& take) override;
  Result<std::vector<std::int64_t>> records_about(std::string_view table, std::string_view id,
                                                  Date known) override;
  Result<std::vector<KnownJudgement>> judgements(Date known, std::string_view analyst) override {
    return judgements_in(tables_.judgements_of(analyst), known, analyst);
  }
  Result<std::vector<KnownJudgement>> judgements_about(std::int64_t declared, Date known,
                                                       std::string_view analyst) override {
    return judgements_in(tables_.mentions(declared), known, analyst);
  }
  Result<bool> is_retracted(std::int64_t seq, Date known) override;
  Result<std::unique_ptr<LedgerWriting>> begin_writing(std::string analyst, std::string moment) override {
    return said(SqliteWriting::begin(*file_, tables_, std::move(analyst), std::move(moment)));
  }
  Result<LedgerCheck> verify() override;

 private:
  using Found = std::set<std::pair<std::int64_t, EntryTable>>;  // by the record that declared it

  // An error says which ledger it is about.
  template <class T>
  Result<T> said(Result<T> result) const {
    if (!result && result.error().where.empty()) result.error().where = path_;
    return result;
  }
  Result<Record> record(std::int64_t seq);
  Found found_entries(const EntryQuery& query);
  Result<bool> hand_out(JsonReader& reader, std::string_view line, KnownEntry& entry, std::int64_t decided,
                        const TakeEntry& take);
  void find_statements(const EntryQuery& query, std::int64_t known, Found& found);
  void add_superseders(const EntryQuery& query, std::int64_t known, Found& found);
  Result<std::vector<KnownJudgement>> judgements_in(const std::vector<std::int64_t>& records, Date known,
                                                    std::string_view analyst);

  std::unique_ptr<SqliteFile> file_;
  SqliteTables tables_;
  std::string path_;  // empty: in memory
  SqliteMode mode_;
};

Result<Record> SqliteLedger::record(std::int64_t seq) {
  TRY(const std::string line, said(tables_.line(seq)));
  return said(record_of_line(line));
}

// Moments never fall, so that the records known on a day are the first ones.
Result<LedgerHead> SqliteLedger::head_on(Date known) {
  TRY(const LedgerHead newest, head());
  if (newest.seq == 0 || day_of(newest.recorded) <= known) return newest;
  std::int64_t low = 0, high = newest.seq;  // low is known, high is not
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    TRY(const Record at, record(middle));
    (day_of(at.recorded) <= known ? low : high) = middle;
  }
  if (low == 0) return LedgerHead{};
  TRY(const std::string line, said(tables_.line(low)));
  TRY(const Record at, said(record_of_line(line)));
  return LedgerHead{low, at.recorded, record_hash(line)};
}

Result<void> SqliteLedger::each(std::int64_t from, std::int64_t to, const TakeRecord& take) {
  SqliteQuery query = file_->prepare("SELECT seq, line FROM record WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
  query.bind(1, from).bind(2, to);
  while (query.row())
    if (!take(query.integer(0), query.text(1))) break;
  return file_->state();
}

void SqliteLedger::find_statements(const EntryQuery& query, std::int64_t known, Found& found) {
  std::set<std::int64_t> wanted;
  const auto add = [&](const std::vector<std::int64_t>& list) { wanted.insert(list.begin(), list.end()); };
  if (query.current_on) {
    add(tables_.current_on(known, day_number(*query.current_on)));
    if (!query.parties.empty()) {
      std::set<std::int64_t> theirs;
      for (const std::string& party : query.parties)
        for (const std::int64_t statement : tables_.statements_of(party)) theirs.insert(statement);
      std::erase_if(wanted, [&](std::int64_t statement) { return !theirs.contains(statement); });
    }
  } else if (!query.parties.empty()) {
    for (const std::string& party : query.parties) add(tables_.statements_of(party));
  }
  for (const std::int64_t statement : wanted) found.emplace(statement, EntryTable::statement);
}

// Upwards from each statement found; with `current_on`, only what may be said by then can end another.
void SqliteLedger::add_superseders(const EntryQuery& query, std::int64_t known, Found& found) {
  std::vector<std::int64_t> open;
  for (const auto& [declared, table] : found)
    if (table == EntryTable::statement) open.push_back(declared);
  while (!open.empty()) {
    const std::int64_t at = open.back();
    open.pop_back();
    for (const std::int64_t newer : tables_.superseders(at)) {
      EntryState state;
      if (!tables_.state_on(EntryTable::statement, newer, known, state)) continue;
      if (query.current_on && state.said_from > day_number(*query.current_on)) continue;
      if (found.emplace(newer, EntryTable::statement).second) open.push_back(newer);
    }
  }
}

SqliteLedger::Found SqliteLedger::found_entries(const EntryQuery& query) {
  const std::int64_t known = day_number(query.known);
  Found found;
  for (int number = 1; !word(static_cast<EntryTable>(number)).empty(); ++number) {
    const auto table = static_cast<EntryTable>(number);
    if (!query.tables.empty() && std::ranges::find(query.tables, word(table)) == query.tables.end()) continue;
    if (table == EntryTable::statement && wants_all_statements(query)) continue;
    for (const std::string& id : query.ids)
      if (const std::int64_t declared = tables_.find(table, id)) found.emplace(declared, table);
    if (query.ids_only) continue;
    if (table == EntryTable::statement)
      find_statements(query, known, found);
    else
      for (const std::int64_t declared : tables_.entries_on(table, known)) found.emplace(declared, table);
  }
  const bool some_only = query.ids_only || query.current_on || !query.parties.empty();
  if (some_only) add_superseders(query, known, found);
  return found;
}

// Hands out one entry by the line of its content.
Result<bool> SqliteLedger::hand_out(JsonReader& reader, std::string_view line, KnownEntry& entry,
                                    std::int64_t decided, const TakeEntry& take) {
  const auto parts = parts_of_line(line);
  const std::string name = "record " + std::to_string(entry.content);
  if (!parts) return fail(ErrorCode::invalid_input, name + " is no record", path_);
  TRY(entry.document, said(reader.read(parts->payload, true)));
  TRY(Payload payload, said(payload_of(parts->kind, *entry.document)));
  if (payload.entry == nullptr) return fail(ErrorCode::invalid_input, name + " declares nothing", path_);
  entry.id = std::move(payload.id);
  entry.entry = payload.entry;
  entry.accepted.reset();
  if (decided >= 0) entry.accepted = decided == 1;
  return take(entry);
}

Result<void> SqliteLedger::each_entry(const EntryQuery& query, const TakeEntry& take) {
  JsonReader reader;
  KnownEntry entry;
  for (const auto& [declared, table] : found_entries(query)) {
    EntryState state;
    if (!tables_.state_on(table, declared, day_number(query.known), state)) continue;
    TRY(const std::string line, said(tables_.line(state.content)));
    entry.table = word(table);
    entry.declared = declared;
    entry.content = state.content;
    TRY(const bool more, hand_out(reader, line, entry, state.decided, take));
    if (!more) return file_->state();
  }
  if (!wants_all_statements(query)) return file_->state();
  entry.table = word(EntryTable::statement);
  Result<bool> more = true;
  tables_.each_statement_on(day_number(query.known), [&](const SqliteTables::StatementLine& at) {
    entry.declared = at.declared;
    entry.content = at.content;
    more = hand_out(reader, at.line, entry, at.decided, take);
    return more && *more;
  });
  if (!more) return std::unexpected(more.error());
  return file_->state();
}

Result<std::vector<std::int64_t>> SqliteLedger::records_about(std::string_view table, std::string_view id,
                                                              Date known) {
  std::vector<std::int64_t> records;
  const auto known_table = entry_table(table);
  const std::int64_t declared = known_table ? tables_.find(*known_table, id) : 0;
  TRY(const LedgerHead last, head_on(known));
  if (declared == 0 || declared > last.seq) return records;
  records = tables_.mentions(declared);
  records.insert(records.begin(), declared);
  std::erase_if(records, [&](std::int64_t seq) { return seq > last.seq; });
  return records;
}

Result<std::vector<KnownJudgement>> SqliteLedger::judgements_in(const std::vector<std::int64_t>& records,
                                                                Date known, std::string_view analyst) {
  std::vector<KnownJudgement> judgements;
  if (records.empty()) return judgements;
  TRY(const LedgerHead last, head_on(known));
  for (const std::int64_t seq : records) {
    if (seq > last.seq) break;
    TRY(Record at, record(seq));
    if (at.kind != RecordKind::judgement || (!analyst.empty() && at.analyst != analyst)) continue;
    if (!is_void(tables_, seq, last.seq))
      judgements.push_back({seq, std::move(at.analyst), std::move(at.payload)});
  }
  return judgements;
}

Result<bool> SqliteLedger::is_retracted(std::int64_t seq, Date known) {
  TRY(const LedgerHead last, head_on(known));
  return is_void(tables_, seq, last.seq);
}

Result<LedgerCheck> SqliteLedger::verify() {
  // The chain on a second connection, beside the derivation.
  LedgerCheck chain;
  std::jthread beside;
  auto second = path_.empty() ? fail(ErrorCode::storage, "") : SqliteFile::open(path_, mode_);
  file_->run("BEGIN");
  if (second)
    beside = std::jthread([&] { chain = check_chain(**second); });
  else
    chain = check_chain(*file_);
  const std::string derived = check_derived(*file_, tables_);
  if (beside.joinable()) beside.join();
  const auto state = file_->state();
  if (file_->failed()) file_->forget_error();
  file_->run("COMMIT");
  if (chain.whole()) chain.sentence = derived;
  if (chain.whole() && !state) return std::unexpected(state.error());
  return chain;
}

// What speaks against a database that was opened: it is asked for the first time here.
Result<std::unique_ptr<Ledger>> checked(std::unique_ptr<SqliteFile> file, const std::string& path,
                                        SqliteMode mode) {
  file->run("PRAGMA cell_size_check = ON");
  const bool ours = schema_is_ours(*file);
  if (file->failed()) return std::unexpected(file->error());
  if (!ours)
    return fail(ErrorCode::invalid_input, "the file is damaged: its tables are not those of a ledger", path);
  auto ledger = std::make_unique<SqliteLedger>(std::move(file), path, mode);
  if (const auto head = ledger->head(); !head) return std::unexpected(head.error());
  return ledger;
}

Result<void> build_ledger(const std::string& path) {
  TRY(const auto file, SqliteFile::open(path, SqliteMode::write));
  file->run("PRAGMA application_id = " + std::to_string(kApplicationId));
  file->run("PRAGMA user_version = " + std::to_string(kFileFormat));
  file->run("PRAGMA journal_mode = WAL");
  file->run("PRAGMA synchronous = FULL");
  file->run("BEGIN");
  for (const std::string& sql : ledger_schema()) file->run(sql);
  file->run("COMMIT");
  file->run("PRAGMA wal_checkpoint(TRUNCATE)");
  return file->state();
}

std::unexpected<Error> not_created(const std::string& path, int error) {
  if (error == EEXIST)
    return fail(ErrorCode::invalid_input,
                "something bears this name already; a ledger is begun where nothing is", path);
  const ErrorCode code = error == ENOENT || error == ENOTDIR ? ErrorCode::not_found : ErrorCode::storage;
  return fail(code, "the ledger could not be created: " + std::string(std::strerror(error)), path);
}

}  // namespace

LedgerLook look_of(const std::string& path) { return look_of_header(header_of(path)); }

// Aside, then renamed: whoever looks sees no ledger or a whole one.
Result<void> create_ledger(const std::string& path) {
  struct stat status = {};
  if (::lstat(path.c_str(), &status) == 0) return not_created(path, EEXIST);
  std::string aside = path + ".XXXXXX";
  const int file = ::mkostemp(aside.data(), O_CLOEXEC);
  if (file < 0) return not_created(path, errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  (void)::fchmod(file, 0666U & ~mask);
  ::close(file);
  auto built = build_ledger(aside);
  if (built && ::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0)
    built = not_created(path, errno);
  if (!built) {
    for (const char* end : {"", "-wal", "-shm"}) ::unlink((aside + end).c_str());
    if (built.error().where == aside) built.error().where = path;
  }
  return built;
}

Result<std::unique_ptr<Ledger>> open_ledger(const std::string& path, LedgerAccess access) {
  const std::string header = header_of(path);
  switch (look_of_header(header)) {
    case LedgerLook::other:
      return fail(ErrorCode::invalid_input, "this is no ledger", path);
    case LedgerLook::foreign_sqlite:
      return fail(ErrorCode::invalid_input, "this is a database of SQLite, but no ledger of Surety", path);
    case LedgerLook::ledger:
      break;
  }
  if (number_at(header, 60) > kFileFormat) return refused_format(path, number_at(header, 60));
  if (access == LedgerAccess::write) {
    TRY(auto file, SqliteFile::open(path, SqliteMode::write));
    for (const char* sql :
         {"PRAGMA synchronous = FULL", "PRAGMA cache_size = -200000", "PRAGMA temp_store = MEMORY"})
      file->run(sql);
    return checked(std::move(file), path, SqliteMode::read);
  }
  TRY(auto file, SqliteFile::open(path, SqliteMode::read));
  auto ledger = checked(std::move(file), path, SqliteMode::read);
  if (ledger || ledger.error().code != ErrorCode::storage) return ledger;
  // A folder in which nothing can be written has no room for what SQLite needs beside a ledger that is being
  // written; without such a file nobody writes.
  struct stat status = {};
  if (::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0) return ledger;
  TRY(auto frozen, SqliteFile::open(path, SqliteMode::read_frozen));
  return checked(std::move(frozen), path, SqliteMode::read_frozen);
}

Result<std::unique_ptr<Ledger>> open_ledger_bytes(std::string_view bytes) {
  if (look_of_header(bytes) != LedgerLook::ledger) return fail(ErrorCode::invalid_input, "this is no ledger");
  if (number_at(bytes, 60) > kFileFormat) return refused_format("", number_at(bytes, 60));
  TRY(auto file, SqliteFile::open_bytes(bytes));
  return checked(std::move(file), "", SqliteMode::read);
}

}  // namespace surety
