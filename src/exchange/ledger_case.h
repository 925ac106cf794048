// A case from a ledger, as it was known at the end of a day: corrections, retractions, decisions and one
// analyst's judgements applied.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "ledger/ledger.h"
#include "model/case.h"

namespace surety {

// How a ledger is to be looked at.
struct LedgerView {
  std::optional<Date> known;  // default: the day of the newest record
  std::string analyst;        // whose judgements apply; empty: nobody's
  // Only statements that may be current on this day. Together with these ids the answers of that day are
  // those of the whole case.
  std::optional<Date> current_on;
  std::vector<std::string> parties;  // only statements of these speakers and holders
  std::vector<std::string> ids;      // these statements too
};

// The case is checked. `input_sha256` is the hash of the newest record known. `at` of an entry is the record
// with its content: file "LEDGER#12". Entries stand in the order in which they were declared.
struct KnownCase {
  Case c;
  Date known;       // of the view, or the newest record's day
  Date newest;      // the day of the newest record
  LedgerHead head;  // as of `known`
};

// Cost: what is handed out; the vocabulary (all but statements and the sources only they name) is always
// whole.
std::expected<KnownCase, Faults> case_of_ledger(Ledger& ledger, const std::string& path,
                                                const LedgerView& view);

}  // namespace surety
