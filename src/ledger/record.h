// Record: one entry of the ledger's book, its canonical bytes, and the hash that the next record carries.
//
// Method  canonical bytes are those of RFC 8785 (JSON Canonicalization Scheme); docs/formats.md, section 9,
//         gives them byte by byte. The chain is SHA-256 over them, without a line end.
// Limits  kRecordBytesMax bytes, tables and lists inside each other kJsonDepthMax deep (json_document.h)
// Cost    linear
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace surety {

// What a record does. The first four declare something for the first time; a correction gives a declared
// thing new content; a decision accepts or rejects a proposed statement; a retraction takes one earlier
// record back.
enum class RecordKind {
  statement,
  actor,
  source,
  vocabulary,
  judgement,
  decision,
  correction,
  retraction,
  note
};

inline constexpr int kRecordFormat = 1;
inline constexpr std::size_t kRecordBytesMax = std::size_t{1} << 20;
// What stands for the hash before the first record.
inline constexpr std::string_view kNoRecordBefore =
    "0000000000000000000000000000000000000000000000000000000000000000";

struct Record {
  int format = kRecordFormat;
  std::int64_t seq = 0;  // from 1, without a gap
  RecordKind kind = RecordKind::note;
  std::string analyst;
  std::string recorded;  // UTC, to the second: "2025-08-21T14:03:05Z"; never earlier than the record before
  std::string payload;   // a JSON object in canonical bytes
  std::string previous;  // SHA-256 of the canonical bytes of the record before, 64 digits

  friend bool operator==(const Record&, const Record&) = default;
};

std::string_view word(RecordKind kind);
std::optional<RecordKind> record_kind(std::string_view text);

// The canonical bytes. REQUIRES that `payload` is in canonical bytes.
std::string canonical_line(const Record& record);
// SHA-256 of canonical bytes, 64 digits in lower case.
std::string record_hash(std::string_view line);

// Reads one record, but for its payload, which is whatever stands between the other keys. Refused, in a
// sentence: what is no JSON object with exactly the seven keys, an unknown kind, a newer format, a moment
// that is none, an analyst's name that does not fit, bytes that are not canonical.
Result<Record> record_of_line(std::string_view line);

// A record's line cut at the fixed places of its canonical form, without reading its payload.
// Views into the line.
struct RecordParts {
  std::string_view analyst;  // with its escapes
  RecordKind kind = RecordKind::note;
  std::string_view payload;  // not read: anything
  std::string_view previous, recorded;
  std::int64_t seq = 0;
};

// Nothing where the line does not look like a canonical record of this format.
std::optional<RecordParts> parts_of_line(std::string_view line);

// The name without escapes.
std::string analyst_of(const RecordParts& parts);

// Whether the text is a moment as records have it, a day of the calendar in years 0001 to 9999.
bool is_moment(std::string_view text);
// The day of a moment. REQUIRES is_moment.
Date day_of(std::string_view moment);

// Nothing where the name fits: 1 to 100 characters, not only spaces, none of them a control. Else a sentence.
std::optional<std::string> analyst_name_fault(std::string_view name);

}  // namespace surety
