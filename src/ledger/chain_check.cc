// See chain_check.h.
#include "ledger/chain_check.h"

#include "ledger/derivation.h"
#include "ledger/sqlite_writing.h"

namespace surety {
namespace {

std::string record_text(std::int64_t seq) { return "record " + std::to_string(seq); }

// What is wrong with one record, seen with the one before it; `at` is the record to name.
struct Blame {
  std::int64_t at = 0;
  std::string sentence;
};

std::optional<Blame> blame(std::int64_t seq, std::string_view line, std::string_view hash,
                           const LedgerHead& before) {
  const std::string name = record_text(seq);
  if (record_hash(line) != hash) return Blame{seq, name + " was changed after it was written"};
  const auto parts = parts_of_line(line);
  if (!parts || parts->seq != seq)
    return Blame{seq, name + " was replaced by something that is no such record"};
  if (parts->previous != before.hash)
    return Blame{seq == 1 ? 1 : seq - 1, record_text(seq == 1 ? 1 : seq - 1) +
                                             " is not the one after which " + name + " was written"};
  if (parts->recorded < before.recorded)
    return Blame{seq, name + " was recorded before the one that precedes it"};
  return std::nullopt;
}

}  // namespace

LedgerCheck check_chain(SqliteFile& file) {
  LedgerCheck check;
  const auto head = head_of(file);
  SqliteQuery query = file.prepare("SELECT line, hash FROM record WHERE seq = ?1");
  const std::int64_t last = head ? head->seq : 0;
  for (std::int64_t seq = 1; seq <= last; ++seq) {
    query.bind(1, seq);
    if (!query.row()) {
      check.tampered = seq;
      check.sentence = file.failed() ? file.error().message : record_text(seq) + " is missing";
      return check;
    }
    if (const auto found = blame(seq, query.text(0), query.text(1), check.head)) {
      check.tampered = found->at;
      check.sentence = found->sentence;
      return check;
    }
    const auto parts = parts_of_line(query.text(0));
    check.head = {seq, std::string(parts->recorded), std::string(query.text(1))};
    ++check.records;
    query.reset();
  }
  if (!head) check.sentence = head.error().message;
  if (file.failed()) check.sentence = file.error().message;
  return check;
}

std::string check_derived(SqliteFile& file, SqliteTables& tables) {
  SqliteQuery query = file.prepare("SELECT seq, line FROM record ORDER BY seq");
  MemoryTables memory([&](std::int64_t seq) { return tables.line(seq); });
  Derivation derivation(memory);
  JsonReader reader;
  while (query.row()) {
    const std::string place = record_text(query.integer(0)) + ": ";
    const auto parts = parts_of_line(query.text(1));
    if (!parts) return place + "this is no record";
    const auto document = reader.read(parts->payload, true);  // its bytes are the chain's business
    if (!document) return place + document.error().message;
    const auto payload = payload_of(parts->kind, **document);
    if (!payload) return place + payload.error().message;
    if (const auto added = derivation.add(*parts, *payload, **document); !added) return added.error().message;
  }
  if (const auto finished = derivation.finish(); !finished) return finished.error().message;
  const MemoryTables::Sums wanted = memory.sums(), there = tables.sums();
  if (file.failed()) return file.error().message;
  if (wanted == there) return {};
  const char* table = wanted.entries != there.entries               ? "entry"
                      : wanted.states != there.states               ? "state"
                      : wanted.supersessions != there.supersessions ? "supersession"
                      : wanted.parties != there.parties             ? "party"
                      : wanted.mentions != there.mentions           ? "mention"
                      : wanted.judgements != there.judgements       ? "judgement"
                                                                    : "retraction";
  return std::string("the records are whole, but the table '") + table +
         "' is not what follows from them; export the ledger and import it into a new one";
}

}  // namespace surety
