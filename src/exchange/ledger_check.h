// Whether a ledger as it stands now is a case that hangs together: what case_check.h asks of a case file.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/fault.h"
#include "ledger/ledger.h"

namespace surety {

// Where a record came from, for messages; nothing: it is called LEDGER#12.
using PlaceOfRecord = std::function<Place(std::int64_t seq)>;

// Checks everything but statements, and of the statements those of the given ids, with what they supersede
// and what supersedes them. Read through the ledger's own connection: what is being written is seen.
// Cost: the vocabulary and the statements named.
Result<Faults> check_statements(Ledger& ledger, const std::string& path, Date known,
                                const std::vector<std::string>& ids, const PlaceOfRecord& place_of);

// The same for all statements, some thousands at a time: what one says of another far away is left to the
// store. Cost: linear; memory does not grow with the ledger but by its sources.
Result<Faults> check_all(Ledger& ledger, const std::string& path, Date known, const PlaceOfRecord& place_of);

}  // namespace surety
