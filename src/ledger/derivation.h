// Derivation: from records, one after the other, to the tables that say what stood on which day.
//
// Method  an entry's state changes only where a record about it is added; what stands is folded anew from all
//         records about it that are not taken back (the last correction, the last decision). What is
//         superseded by an accepted statement that says itself when it was said ends the day before that;
//         where that day is known from elsewhere only, it stays open and whoever looks decides.
// Cost    a plain statement: a few look-ups; a correction, decision or retraction: the records about its
// entry
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/derived_tables.h"
#include "ledger/json_document.h"
#include "ledger/payload.h"
#include "ledger/record.h"

namespace surety {

class Derivation {
 public:
  explicit Derivation(DerivedTables& tables) : tables_(tables) {}

  // The next record. Refused in a sentence: an entry that is declared already, a record about what is not
  // there, a retraction of what is retracted, a supersession against time or in a circle.
  Result<void> add(const RecordParts& parts, const Payload& payload, const JsonDocument& document);

  // What could not be told before all records of one writing were there: that every statement which is
  // superseded exists.
  Result<void> finish();

 private:
  struct Folded;

  Result<void> declare(const RecordParts& parts, const Payload& payload, const JsonDocument& document);
  Result<void> correct(const RecordParts& parts, const Payload& payload, const JsonDocument& document);
  Result<void> decide_or_judge(const RecordParts& parts, const Payload& payload);
  Result<void> retract(const RecordParts& parts, const Payload& payload);

  // The entry of a payload, which must be there and not be retracted.
  Result<std::int64_t> standing_entry(const RecordParts& parts, const Payload& payload);
  // Which entry a record is about; declared 0: none.
  Result<std::pair<EntryTable, std::int64_t>> entry_of(std::int64_t seq);
  void add_parties(std::int64_t statement, const JsonDocument& document, const JsonNode& entry);

  // The pair is possible; a name that nobody bears yet is kept for finish().
  // `fresh`: nobody can supersede the newer one yet.
  Result<void> link(std::int64_t newer, const EntryState& newer_state, const std::string& older_name,
                    bool fresh = false);
  Result<void> refuse_circle(std::int64_t newer, std::int64_t older);
  // Those of its superseders that stand and still name it.
  struct Superseder {
    std::int64_t declared = 0;
    EntryState state;
  };
  Result<std::vector<Superseder>> standing_superseders(std::int64_t older);

  Result<std::vector<std::string>> supersedes_of(std::int64_t content);
  Result<std::string> name_of_record(std::int64_t declared);
  Result<Folded> folded(EntryTable table, std::int64_t declared);
  // Folds the entry anew, saves how it stands from today on, and does the same with what it supersedes, or
  // did.
  Result<void> refold(EntryTable table, std::int64_t declared);
  Result<void> refold_alone(EntryTable table, std::int64_t declared);
  void save(EntryTable table, std::int64_t declared, EntryState state);
  void save_over(EntryTable table, std::int64_t declared, EntryState before, EntryState state);
  void close(EntryTable table, std::int64_t declared);

  // Links the statements that came before this one, which they supersede.
  Result<void> link_pending(const std::string& older_name);

  DerivedTables& tables_;
  JsonReader reader_;
  std::multimap<std::string, std::int64_t> pending_;  // a name nobody bears yet, who supersedes it
  std::int64_t day_ = 0;                              // of the record being added
};

}  // namespace surety
