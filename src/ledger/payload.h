// Payload: what a record says about what, as far as the store has to know it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/day_number.h"
#include "ledger/entry_table.h"
#include "ledger/json_document.h"
#include "ledger/record.h"

namespace surety {

// Views into the document that was read.
struct Payload {
  RecordKind kind = RecordKind::note;
  EntryTable table = EntryTable::head;  // of what is declared, corrected, decided or judged
  std::string id;                       // of it; of a note what it is about, or empty
  const JsonNode* entry = nullptr;      // of a declaration or a correction
  bool accept = false;                  // of a decision
  std::int64_t retracted = 0;           // of a retraction: a record

  bool declares() const { return kind <= RecordKind::vocabulary; }
};

// Refused: a judgement that judges nothing, or outside of 0 to 1; keys that the kind does not have or lacks,
// an id that is no text, a table that is none.
Result<Payload> payload_of(RecordKind kind, const JsonDocument& document);

// The id under which an entry is known: of a rate "EUR-USD", of the case "case". Empty: it has none.
std::string id_of_entry(EntryTable table, const JsonDocument& document, const JsonNode& entry);

// What a statement's own text says about when it may be current.
struct StatementDays {
  std::int64_t said_from =
      kBeforeAllDays;  // known from the statement alone; kBeforeAllDays: not known, or always
  std::int64_t first_day = kBeforeAllDays;  // it is current on no day before
  std::int64_t last_day = kAfterAllDays;    // nor after
  bool accepted = true;                     // by its own status
  bool ended = false;                       // withdrawn or expired: never current
};
StatementDays days_of(const JsonDocument& document, const JsonNode& entry);

// The texts under a key that takes one id or a list; nothing where there are none.
std::vector<std::string> texts_under(const JsonDocument& document, const JsonNode& entry,
                                     std::string_view key);

}  // namespace surety
