// A case from a ledger, as it was known at the end of a day: corrections, retractions, decisions and one
// analyst's judgements applied.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "exchange/input_file.h"
#include "ledger/ledger.h"
#include "model/case.h"

namespace surety {

// How a ledger is to be looked at.
struct LedgerView {
  std::optional<Date> known;  // default: the day of the newest record
  std::string analyst;        // whose judgements apply; empty: nobody's
  // Only statements that may be current on this day: the answers of that day are those of the whole case.
  std::optional<Date> current_on;
  std::vector<std::string> parties;  // only statements of these speakers and holders
  std::vector<std::string> ids;      // these statements on top
  bool ids_only = false;             // these and nothing else
  // Without this, statements that are superseded by others name only what was handed out.
  bool whole() const { return !current_on && parties.empty() && !ids_only; }
};

// The case is checked. `input_sha256` is the hash of the newest record known. `at` of an entry is the record
// with its content: file "LEDGER#12". Entries of a table stand in the order in which they were declared.
// What was retracted is not there, and nobody's `supersedes` names it.
struct KnownCase {
  Case c;
  Date known;       // of the view, or the newest record's day
  LedgerHead head;  // as of that day
};

// Cost: what is handed out. Everything but statements, and the sources that only other statements name, is
// always handed out.
std::expected<KnownCase, InputRefused> case_of_ledger(Ledger& ledger, const std::string& path,
                                                      const LedgerView& view);

// The case's reference date as of a day; nothing where the ledger had no [case] then.
Result<std::optional<Date>> reference_date_of(Ledger& ledger, Date known);

// A judgement applied to the statement it is about.
Result<void> apply_judgement(std::string_view payload, Statement& statement);

// What speaks against the storage or the ledger itself, as a refusal.
InputRefused refusal(const Error& error);

}  // namespace surety
