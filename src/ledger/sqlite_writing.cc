// See sqlite_writing.h.
#include "ledger/sqlite_writing.h"

#include <ranges>

#include "base/text.h"

namespace surety {
namespace {

std::string in_quotes(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

std::unexpected<Error> unfit(std::string message) {
  return fail(ErrorCode::invalid_input, std::move(message));
}

std::string canonical_entry(const JsonDocument& document, const JsonNode& entry) {
  std::string text;
  append_canonical(text, document, entry);
  return text;
}

}  // namespace

Result<LedgerHead> head_of(SqliteFile& file) {
  SqliteQuery query = file.prepare("SELECT seq, line, hash FROM record ORDER BY seq DESC LIMIT 1");
  LedgerHead head;
  if (query.row()) {
    const auto parts = parts_of_line(query.text(1));
    if (!parts) return unfit("record " + std::to_string(query.integer(0)) + " is no record");
    head = {query.integer(0), std::string(parts->recorded), std::string(query.text(2))};
  }
  if (file.failed()) return std::unexpected(file.error());
  return head;
}

Result<std::unique_ptr<LedgerWriting>> SqliteWriting::begin(SqliteFile& file, SqliteTables& tables,
                                                            std::string analyst, std::string moment) {
  if (const auto fault = analyst_name_fault(analyst)) return unfit(*fault);
  if (!is_moment(moment)) return unfit(in_quotes(moment) + " is no moment such as 2025-08-21T14:03:05Z");
  file.run("BEGIN IMMEDIATE");
  if (file.failed()) {
    const Error error = file.error();
    file.forget_error();
    return std::unexpected(error);
  }
  std::unique_ptr<SqliteWriting> writing(new SqliteWriting(file, tables, std::move(analyst)));
  TRY(writing->head_, head_of(file));
  writing->moment_ = std::max(std::move(moment), writing->head_.recorded);
  return writing;
}

SqliteWriting::~SqliteWriting() {
  if (done_) return;
  file_.forget_error();
  if (file_.in_transaction()) file_.run("ROLLBACK");
  file_.forget_error();
}

// Equal to any content that the entry ever had.
Result<std::int64_t> SqliteWriting::declared_equal(const Payload& payload, const JsonDocument& document) {
  const std::int64_t declared = tables_.find(payload.table, payload.id);
  if (declared == 0) return std::int64_t{0};
  const std::string wanted = canonical_entry(document, *payload.entry);
  std::vector<std::int64_t> versions = tables_.mentions(declared);
  versions.insert(versions.begin(), declared);
  for (const std::int64_t seq : versions) {
    TRY(const std::string line, tables_.line(seq));
    const auto parts = parts_of_line(line);
    if (!parts) return unfit("record " + std::to_string(seq) + " is no record");
    if (seq != declared && parts->kind != RecordKind::correction) continue;
    TRY(const JsonDocument* other, other_reader_.read(parts->payload));
    TRY(const Payload there, payload_of(parts->kind, *other));
    if (canonical_entry(*other, *there.entry) == wanted) return seq;
  }
  return unfit(std::string(word(payload.table)) + " " + in_quotes(payload.id) +
               " is there already with other content (record " + std::to_string(declared) + ")");
}

Result<std::int64_t> SqliteWriting::judged_equal(const Payload& payload, std::string_view text) {
  const std::int64_t declared = tables_.find(payload.table, payload.id);
  if (declared == 0) return std::int64_t{0};
  for (const std::int64_t seq : std::views::reverse(tables_.mentions(declared))) {
    TRY(const std::string line, tables_.line(seq));
    const auto parts = parts_of_line(line);
    if (!parts) return unfit("record " + std::to_string(seq) + " is no record");
    if (parts->kind == RecordKind::retraction || parts->kind == RecordKind::correction)
      return std::int64_t{0};
    if (parts->kind != payload.kind) continue;
    if (payload.kind == RecordKind::judgement && analyst_of(*parts) != analyst_) continue;
    return parts->payload == text ? seq : std::int64_t{0};
  }
  return std::int64_t{0};
}

Result<std::int64_t> SqliteWriting::found_equal(const Payload& payload, const JsonDocument& document,
                                                std::string_view text) {
  if (payload.declares()) return declared_equal(payload, document);
  if (payload.kind == RecordKind::judgement || payload.kind == RecordKind::decision)
    return judged_equal(payload, text);
  if (payload.kind != RecordKind::correction) return std::int64_t{0};
  EntryState state;
  const std::int64_t declared = tables_.find(payload.table, payload.id);
  if (declared == 0 || !tables_.open_state(payload.table, declared, state)) return std::int64_t{0};
  TRY(const std::string line, tables_.line(state.content));
  const auto parts = parts_of_line(line);
  if (!parts) return unfit("record " + std::to_string(state.content) + " is no record");
  TRY(const JsonDocument* other, other_reader_.read(parts->payload));
  TRY(const Payload there, payload_of(parts->kind, *other));
  const bool equal = canonical_entry(*other, *there.entry) == canonical_entry(document, *payload.entry);
  return equal ? state.content : std::int64_t{0};
}

Result<Appended> SqliteWriting::append(RecordKind kind, std::string_view text) {
  if (broken_) return unfit("");  // the reason was given with an earlier record
  TRY(const JsonDocument* document, reader_.read(text));
  TRY(const Payload payload, payload_of(kind, *document));
  TRY(const std::int64_t equal, found_equal(payload, *document, text));
  if (file_.failed()) return std::unexpected(file_.error());
  if (equal != 0) return Appended{equal, true};
  const Record record{kRecordFormat, head_.seq + 1, kind, analyst_, moment_, std::string(text), head_.hash};
  const std::string line = canonical_line(record);
  if (line.size() > kRecordBytesMax)
    return fail(ErrorCode::too_large, "a record has at most " + std::to_string(kRecordBytesMax) + " bytes");
  const auto parts = parts_of_line(line);
  if (!parts) return unfit("the payload cannot be written as a record");
  if (auto added = add(line, record_hash(line), *parts, payload, *document); !added)
    return std::unexpected(added.error());
  return Appended{head_.seq, false};
}

Result<void> SqliteWriting::take(std::string_view line, const Record& record, const std::string& hash) {
  const std::string number = std::to_string(record.seq);
  if (record.seq != head_.seq + 1)
    return unfit("record " + number + " stands where " + std::to_string(head_.seq + 1) + " should");
  if (record.previous != head_.hash)
    return unfit("record " + number + " was written after another record " + std::to_string(head_.seq));
  if (record.recorded < head_.recorded)
    return unfit("record " + number + " was recorded before the one that precedes it");
  const auto parts = parts_of_line(line);
  if (!parts) return unfit("record " + number + " is not in canonical bytes");
  TRY(const JsonDocument* document, reader_.read(parts->payload));
  TRY(const Payload payload, payload_of(parts->kind, *document));
  return add(line, hash, *parts, payload, *document);
}

Result<void> SqliteWriting::add(std::string_view line, const std::string& hash, const RecordParts& parts,
                                const Payload& payload, const JsonDocument& document) {
  broken_ = true;
  tables_.add_record(parts.seq, line, hash);
  if (auto derived = derivation_.add(parts, payload, document); !derived) return derived;
  if (file_.failed()) return std::unexpected(file_.error());
  broken_ = false;
  head_ = {parts.seq, std::string(parts.recorded), hash};
  return {};
}

Result<LedgerHead> SqliteWriting::commit() {
  if (broken_ || done_) return unfit("nothing was written: an earlier record of this writing was refused");
  if (auto finished = derivation_.finish(); !finished) return std::unexpected(finished.error());
  file_.run("COMMIT");
  if (file_.failed()) return std::unexpected(file_.error());
  done_ = true;
  return head_;
}

}  // namespace surety
