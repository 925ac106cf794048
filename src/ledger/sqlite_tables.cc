// See sqlite_tables.h.
#include "ledger/sqlite_tables.h"

namespace surety {
namespace {

constexpr auto kStatement = static_cast<std::int64_t>(EntryTable::statement);

std::int64_t number(EntryTable table) { return static_cast<std::int64_t>(table); }

const std::string kStateColumns =
    "known_from, known_to, content, decided, accepted, said_from, first_day, last_day";

// The columns of kStateColumns, the first of them at `column`.
EntryState state_in(const SqliteQuery& query, int column) {
  return {query.integer(column),     query.integer(column + 1),      query.integer(column + 2),
          query.integer(column + 3), query.integer(column + 4) != 0, query.integer(column + 5),
          query.integer(column + 6), query.integer(column + 7)};
}

std::vector<std::int64_t> numbers(SqliteQuery& query) {
  std::vector<std::int64_t> list;
  while (query.row()) list.push_back(query.integer(0));
  query.reset();
  return list;
}

}  // namespace

const std::vector<std::string>& ledger_schema() {
  static const std::vector<std::string> schema = {
      "CREATE TABLE record(seq INTEGER PRIMARY KEY, line TEXT NOT NULL, hash TEXT NOT NULL)",
      "CREATE TABLE entry(tab INTEGER NOT NULL, id TEXT NOT NULL, declared INTEGER NOT NULL, "
      "PRIMARY KEY(tab, id)) WITHOUT ROWID",
      "CREATE TABLE state(tab INTEGER NOT NULL, declared INTEGER NOT NULL, known_from INTEGER NOT NULL, "
      "known_to INTEGER NOT NULL, content INTEGER NOT NULL, decided INTEGER NOT NULL, accepted INTEGER NOT "
      "NULL, "
      "said_from INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, "
      "PRIMARY KEY(tab, declared, known_from)) WITHOUT ROWID",
      "CREATE INDEX state_by_last_day ON state(last_day, first_day, known_from, known_to) WHERE tab = 10",
      "CREATE TABLE supersession(older INTEGER NOT NULL, newer INTEGER NOT NULL, PRIMARY KEY(older, newer)) "
      "WITHOUT ROWID",
      "CREATE TABLE party(party TEXT NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY(party, statement)) "
      "WITHOUT ROWID",
      "CREATE TABLE mention(declared INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(declared, seq)) "
      "WITHOUT ROWID",
      "CREATE TABLE judgement(analyst TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(analyst, seq)) "
      "WITHOUT ROWID",
      "CREATE TABLE retraction(target INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(target, seq)) "
      "WITHOUT ROWID"};
  return schema;
}

struct SqliteTables::Queries {
  explicit Queries(SqliteFile& file)
      : add_record(file.prepare("INSERT INTO record VALUES(?1, ?2, ?3)")),
        line(file.prepare("SELECT line FROM record WHERE seq = ?1")),
        find(file.prepare("SELECT declared FROM entry WHERE tab = ?1 AND id = ?2")),
        declare(file.prepare("INSERT INTO entry VALUES(?1, ?2, ?3)")),
        newest_state(
            file.prepare("SELECT " + kStateColumns +
                         " FROM state WHERE tab = ?1 AND declared = ?2 ORDER BY known_from DESC LIMIT 1")),
        state_on(file.prepare(
            "SELECT " + kStateColumns +
            " FROM state WHERE tab = ?1 AND declared = ?2 AND known_from <= ?3 AND known_to > ?3")),
        save_state(
            file.prepare("INSERT OR REPLACE INTO state VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")),
        remove_state(file.prepare("DELETE FROM state WHERE tab = ?1 AND declared = ?2 AND known_from = ?3")),
        entries_on(file.prepare("SELECT declared FROM state WHERE tab = ?1 AND known_from <= ?2 AND known_to "
                                "> ?2 ORDER BY declared")),
        current_on(
            file.prepare("SELECT declared FROM state WHERE tab = 10 AND last_day >= ?2 AND first_day <= ?2 "
                         "AND known_from <= ?1 AND known_to > ?1")),
        add_supersession(file.prepare("INSERT OR IGNORE INTO supersession VALUES(?1, ?2)")),
        superseders(file.prepare("SELECT newer FROM supersession WHERE older = ?1 ORDER BY newer")),
        add_party(file.prepare("INSERT OR IGNORE INTO party VALUES(?1, ?2)")),
        statements_of(file.prepare("SELECT statement FROM party WHERE party = ?1 ORDER BY statement")),
        add_mention(file.prepare("INSERT OR IGNORE INTO mention VALUES(?1, ?2)")),
        mentions(file.prepare("SELECT seq FROM mention WHERE declared = ?1 ORDER BY seq")),
        add_judgement(file.prepare("INSERT OR IGNORE INTO judgement VALUES(?1, ?2)")),
        judgements_of(file.prepare("SELECT seq FROM judgement WHERE analyst = ?1 ORDER BY seq")),
        judgements(file.prepare("SELECT seq FROM judgement ORDER BY seq")),
        add_retraction(file.prepare("INSERT OR IGNORE INTO retraction VALUES(?1, ?2)")),
        retractions(file.prepare("SELECT seq FROM retraction WHERE target = ?1 ORDER BY seq")) {}

  SqliteQuery add_record, line, find, declare, newest_state, state_on, save_state, remove_state, entries_on,
      current_on, add_supersession, superseders, add_party, statements_of, add_mention, mentions,
      add_judgement, judgements_of, judgements, add_retraction, retractions;
};

SqliteTables::SqliteTables(SqliteFile& file) : file_(file), queries_(std::make_unique<Queries>(file)) {}
SqliteTables::~SqliteTables() = default;

void SqliteTables::add_record(std::int64_t seq, std::string_view line, std::string_view hash) {
  queries_->add_record.bind(1, seq).bind(2, line).bind(3, hash).run();
}

Result<std::string> SqliteTables::line(std::int64_t seq) {
  SqliteQuery& query = queries_->line;
  query.bind(1, seq);
  const bool found = query.row();
  std::string line(found ? query.text(0) : std::string_view());
  query.reset();
  if (file_.failed()) return std::unexpected(file_.error());
  if (!found) return fail(ErrorCode::not_found, "there is no record " + std::to_string(seq));
  return line;
}

std::int64_t SqliteTables::find(EntryTable table, std::string_view id) {
  SqliteQuery& query = queries_->find;
  query.bind(1, number(table)).bind(2, id);
  const std::int64_t declared = query.row() ? query.integer(0) : 0;
  query.reset();
  return declared;
}

void SqliteTables::declare(EntryTable table, std::string_view id, std::int64_t declared) {
  queries_->declare.bind(1, number(table)).bind(2, id).bind(3, declared).run();
}

bool SqliteTables::open_state(EntryTable table, std::int64_t declared, EntryState& into) {
  SqliteQuery& query = queries_->newest_state;
  query.bind(1, number(table)).bind(2, declared);
  bool open = query.row();
  if (open) {
    const EntryState state = state_in(query, 0);
    open = state.known_to == kAfterAllDays;
    if (open) into = state;
  }
  query.reset();
  return open;
}

bool SqliteTables::state_on(EntryTable table, std::int64_t declared, std::int64_t known, EntryState& into) {
  SqliteQuery& query = queries_->state_on;
  query.bind(1, number(table)).bind(2, declared).bind(3, known);
  const bool found = query.row();
  if (found) into = state_in(query, 0);
  query.reset();
  return found;
}

void SqliteTables::save_state(EntryTable table, std::int64_t declared, const EntryState& s) {
  queries_->save_state.bind(1, number(table))
      .bind(2, declared)
      .bind(3, s.known_from)
      .bind(4, s.known_to)
      .bind(5, s.content)
      .bind(6, s.decided)
      .bind(7, std::int64_t{s.accepted ? 1 : 0})
      .bind(8, s.said_from)
      .bind(9, s.first_day)
      .bind(10, s.last_day)
      .run();
}

void SqliteTables::remove_state(EntryTable table, std::int64_t declared, std::int64_t known_from) {
  queries_->remove_state.bind(1, number(table)).bind(2, declared).bind(3, known_from).run();
}

std::vector<std::int64_t> SqliteTables::entries_on(EntryTable table, std::int64_t known) {
  return numbers(queries_->entries_on.bind(1, number(table)).bind(2, known));
}

void SqliteTables::each_statement_on(std::int64_t known,
                                     const std::function<bool(const StatementLine&)>& take) {
  SqliteQuery query = file_.prepare(
      "SELECT s.declared, s.content, s.decided, r.line FROM state s CROSS JOIN record r ON r.seq = s.content "
      "WHERE s.tab = 10 AND s.known_from <= ?1 AND s.known_to > ?1 ORDER BY s.declared");
  query.bind(1, known);
  while (query.row())
    if (!take({query.integer(0), query.integer(1), query.integer(2), query.text(3)})) return;
}

std::vector<std::int64_t> SqliteTables::current_on(std::int64_t known, std::int64_t valid) {
  return numbers(queries_->current_on.bind(1, known).bind(2, valid));
}

void SqliteTables::add_supersession(std::int64_t older, std::int64_t newer) {
  queries_->add_supersession.bind(1, older).bind(2, newer).run();
}
std::vector<std::int64_t> SqliteTables::superseders(std::int64_t older) {
  return numbers(queries_->superseders.bind(1, older));
}

void SqliteTables::add_party(std::string_view party, std::int64_t statement) {
  queries_->add_party.bind(1, party).bind(2, statement).run();
}
std::vector<std::int64_t> SqliteTables::statements_of(std::string_view party) {
  return numbers(queries_->statements_of.bind(1, party));
}

void SqliteTables::add_mention(std::int64_t declared, std::int64_t seq) {
  queries_->add_mention.bind(1, declared).bind(2, seq).run();
}
std::vector<std::int64_t> SqliteTables::mentions(std::int64_t declared) {
  return numbers(queries_->mentions.bind(1, declared));
}

void SqliteTables::add_judgement(std::string_view analyst, std::int64_t seq) {
  queries_->add_judgement.bind(1, analyst).bind(2, seq).run();
}
std::vector<std::int64_t> SqliteTables::judgements_of(std::string_view analyst) {
  if (analyst.empty()) return numbers(queries_->judgements);
  return numbers(queries_->judgements_of.bind(1, analyst));
}

void SqliteTables::add_retraction(std::int64_t target, std::int64_t by) {
  queries_->add_retraction.bind(1, target).bind(2, by).run();
}
std::vector<std::int64_t> SqliteTables::retractions(std::int64_t target) {
  return numbers(queries_->retractions.bind(1, target));
}

MemoryTables::Sums SqliteTables::sums() {
  MemoryTables::Sums sums;
  SqliteQuery entries = file_.prepare("SELECT tab, id, declared FROM entry");
  while (entries.row())
    sums.entries.add(
        row_of_entry(static_cast<EntryTable>(entries.integer(0)), entries.text(1), entries.integer(2)));
  SqliteQuery states = file_.prepare("SELECT tab, declared, " + kStateColumns + " FROM state");
  MemoryTables::Sum by_table, by_index;
  while (states.row()) {
    const EntryState s = state_in(states, 2);
    const std::int64_t declared = states.integer(1);
    sums.states.add(row_of_state(static_cast<EntryTable>(states.integer(0)), declared, s));
    if (states.integer(0) == kStatement)
      by_table.add(
          row_of_pair(declared, static_cast<std::int64_t>(row_of_pair(s.known_from, s.known_to)) ^
                                    static_cast<std::int64_t>(row_of_pair(s.first_day, s.last_day))));
  }
  SqliteQuery index = file_.prepare(
      "SELECT declared, known_from, known_to, first_day, last_day FROM state INDEXED BY state_by_last_day "
      "WHERE tab = 10");
  while (index.row())
    by_index.add(row_of_pair(index.integer(0),
                             static_cast<std::int64_t>(row_of_pair(index.integer(1), index.integer(2))) ^
                                 static_cast<std::int64_t>(row_of_pair(index.integer(3), index.integer(4)))));
  if (by_table != by_index) sums.states.add(1);  // then they are not equal to those of any records
  const auto add_pairs = [&](MemoryTables::Sum& sum, const std::string& sql) {
    SqliteQuery pairs = file_.prepare(sql);
    while (pairs.row()) sum.add(row_of_pair(pairs.integer(0), pairs.integer(1)));
  };
  const auto add_texts = [&](MemoryTables::Sum& sum, const std::string& sql) {
    SqliteQuery pairs = file_.prepare(sql);
    while (pairs.row()) sum.add(row_of_text(pairs.text(0), pairs.integer(1)));
  };
  add_pairs(sums.supersessions, "SELECT older, newer FROM supersession");
  add_texts(sums.parties, "SELECT party, statement FROM party");
  add_pairs(sums.mentions, "SELECT declared, seq FROM mention");
  add_texts(sums.judgements, "SELECT analyst, seq FROM judgement");
  add_pairs(sums.retractions, "SELECT target, seq FROM retraction");
  return sums;
}

}  // namespace surety
