// Ledger: the store that analysts keep for years. Records are only ever appended; what stood as of a day is
// asked of tables derived from them.
//
// Method  one file of SQLite: table `record` is the truth, everything else in it is derived, can be rebuilt
//         from the records alone, and is held against them by verify(). Bitemporal: a record counts from the
//         day it was recorded; when its statement is said and valid stands in its payload.
// Limits  one case a ledger; 10^9 records; a record kRecordBytesMax bytes
// Cost    append: logarithmic a record. each_entry: what it hands out, not what the ledger holds; each() and
//         verify(): linear. Memory does not grow with the ledger, but in verify().
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ledger/json_document.h"
#include "ledger/record.h"

namespace surety {

// The newest record.
struct LedgerHead {
  std::int64_t seq = 0;  // 0: no record yet
  std::string recorded;  // empty without a record
  std::string hash = std::string(kNoRecordBefore);
};

// A declared thing as it stood on a day. Views last until the next one is handed out.
struct KnownEntry {
  std::string_view table;        // of the case file: "statement", "actor", "source", "case", "capability" ...
  std::string id;                // of a rate "EUR-USD"; of the case "case"
  std::int64_t declared = 0;     // the record that declared it
  std::int64_t content = 0;      // the record whose content stands: that one, or a correction
  std::optional<bool> accepted;  // what the last decision says; nothing: none was taken
  const JsonDocument* document = nullptr;
  const JsonNode* entry = nullptr;  // the table as JSON (docs/formats.md, section 9)
};

// Which entries are wanted, as they stood at the end of the day `known`. Conditions are joined by "and".
struct EntryQuery {
  Date known;
  std::vector<std::string> tables;  // only of these; empty: of all
  // Only statements that may be current on this day. May hand out more (dates that only a source knows),
  // never less.
  std::optional<Date> current_on;
  // Only statements that name one of these as speaker or holder.
  std::vector<std::string> parties;
  // These on top, whatever their state.
  std::vector<std::string> ids;
  bool ids_only = false;  // these and nothing else
};
// Where only some statements are wanted, those that supersede one of them come too (with `current_on` only if
// they may have been said by then), so that what is current can be told from what is handed out.

// One analyst's word on how likely a statement is, or how credible its report.
struct KnownJudgement {
  std::int64_t seq = 0;
  std::string analyst;
  std::string payload;  // canonical JSON
};

// What verify() found.
struct LedgerCheck {
  std::int64_t records = 0;  // that were checked
  LedgerHead head;
  // The first record whose bytes are not those that were written; 0: none.
  std::int64_t tampered = 0;
  std::string sentence;  // what is wrong, where something is
  bool whole() const { return sentence.empty(); }
};

// What became of a record that was to be appended.
struct Appended {
  std::int64_t seq = 0;        // of the new record, or of the one that is there already
  bool already_there = false;  // equal content: no new record
};

// Records on their way in: all of them, or, without commit(), none. No other process writes meanwhile.
class LedgerWriting {
 public:
  virtual ~LedgerWriting() = default;
  LedgerWriting(const LedgerWriting&) = delete;
  LedgerWriting& operator=(const LedgerWriting&) = delete;

  // What is recorded as the moment of each record: now, or the head's where the clock stands before it.
  virtual const std::string& moment() const = 0;
  virtual const LedgerHead& head() const = 0;
  // Appends a record of now. Refused, and then nothing of this writing may be committed: the same id with
  // other content, a correction, decision, judgement or retraction of what is not there.
  virtual Result<Appended> append(RecordKind kind, std::string_view payload) = 0;
  // Takes a record of another ledger as it is: it must follow the head (seq, previous, recorded).
  // `hash` is that of the line.
  virtual Result<void> take(std::string_view line, const Record& record, const std::string& hash) = 0;
  // Checks what only the whole can tell (supersession: its target is there, no circle) and makes it last.
  virtual Result<LedgerHead> commit() = 0;

 protected:
  LedgerWriting() = default;
};

class Ledger {
 public:
  virtual ~Ledger() = default;
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  virtual Result<LedgerHead> head() = 0;
  // The newest record recorded by the end of that day.
  virtual Result<LedgerHead> head_on(Date known) = 0;

  // Records from one number to another, both included, in order, until `take` says false.
  using TakeRecord = std::function<bool(std::int64_t seq, std::string_view line)>;
  virtual Result<void> each(std::int64_t from, std::int64_t to, const TakeRecord& take) = 0;
  // Entries in the order in which they were declared.
  using TakeEntry = std::function<bool(const KnownEntry& entry)>;
  virtual Result<void> each_entry(const EntryQuery& query, const TakeEntry& take) = 0;
  // The records about one entry recorded by that day, in order: declaration, corrections, decisions,
  // judgements, retractions of any of these, retracted ones too.
  virtual Result<std::vector<std::int64_t>> records_about(std::string_view table, std::string_view id,
                                                          Date known) = 0;
  // The judgements of one analyst that stand, in order; of every analyst where none is named.
  virtual Result<std::vector<KnownJudgement>> judgements(Date known, std::string_view analyst) = 0;
  // The same about one statement, by the record that declared it.
  virtual Result<std::vector<KnownJudgement>> judgements_about(std::int64_t declared, Date known,
                                                               std::string_view analyst) = 0;
  // Whether a record is taken back by one recorded by that day.
  virtual Result<bool> is_retracted(std::int64_t seq, Date known) = 0;

  // `moment` is now, as a record has it; where the head is later, the head's moment is recorded.
  virtual Result<std::unique_ptr<LedgerWriting>> begin_writing(std::string analyst, std::string moment) = 0;

  // Recomputes every hash and every derived row.
  virtual Result<LedgerCheck> verify() = 0;

 protected:
  Ledger() = default;
};

enum class LedgerAccess { read, write };

// Whether the file begins as a ledger does. A foreign SQLite file is `foreign_sqlite`; what cannot be read is
// `other`, and whoever reads it as something else will say why.
enum class LedgerLook { ledger, foreign_sqlite, other };
LedgerLook look_of(const std::string& path);

// A new ledger without a record. Refused where anything bears the name.
Result<void> create_ledger(const std::string& path);

// Opens a ledger. Refused, in a sentence: what is none, a newer format, a file that was cut. An older format
// is read.
Result<std::unique_ptr<Ledger>> open_ledger(const std::string& path, LedgerAccess access);

// The same from the bytes of a file, for reading.
Result<std::unique_ptr<Ledger>> open_ledger_bytes(std::string_view bytes);

}  // namespace surety
