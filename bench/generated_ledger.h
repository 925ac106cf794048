// For benches: the records of a ledger that was kept for years, as NDJSON.
#pragma once
#include <cstdint>
#include <string>

namespace surety {

// Vocabulary and `statements` pledges of 200 states over 1,000 lines; each line is said anew every day, and
// the new word supersedes the one of the day before, so that 1,000 are current. Returns the number of bytes.
std::int64_t write_generated_ledger(const std::string& file, std::int64_t statements);

}  // namespace surety
