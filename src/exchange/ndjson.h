// A whole ledger as NDJSON, byte-stable: each line is the canonical bytes of one record, in order.
//
// `sha256sum` over a line without its line feed is the hash that the next line carries.
#pragma once
#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "exchange/input_file.h"
#include "ledger/ledger.h"

namespace surety {

// Hands the bytes out piece by piece, until `take` says false.
Result<void> write_ndjson(Ledger& ledger, const std::function<bool(std::string_view bytes)>& take);

struct NdjsonTaken {
  std::int64_t added = 0, already_there = 0;
};

// Takes the records of a file that continues the ledger: those it has already must be the same, the others
// must follow. Every record keeps its hash. Refused with file and line: a broken line, an unknown kind, a
// newer format, bytes that are not canonical, a wrong hash, records out of order or missing, two heads, the
// same id with other content. `reached` hears of the line being read, from time to time; false stops.
// Cost: linear; memory does not grow with the file.
std::expected<NdjsonTaken, InputRefused> take_ndjson(Ledger& ledger, LedgerWriting& writing,
                                                     const std::string& file,
                                                     const std::function<bool(std::int64_t)>& reached);

// Whether the file's first line looks like a record.
bool looks_like_ndjson(const std::string& file);

}  // namespace surety
