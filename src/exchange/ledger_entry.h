// Entries of a case as payloads of a ledger's records, and back: a table of the case file as JSON.
//
// Method  an entry is written as canonical TOML (case_toml_writer.h) and read as JSON from there, and back
//         through the keys of the case file: a new key of the case is a new key of the ledger
// Form    dates are texts, numbers numbers; a key x_... holds its TOML value as text, so that nothing is lost
#pragma once
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "ledger/json_document.h"
#include "ledger/record.h"
#include "model/case.h"

namespace surety {

// An entry as it would be recorded.
struct DeclaredEntry {
  std::string table, id;
  RecordKind kind = RecordKind::vocabulary;
  std::string entry;    // the table as canonical JSON
  std::string payload;  // of the record that declares it
  Place at;
};

// Every entry of the case, in the order of docs/formats.md: the head first where it has an id.
std::vector<DeclaredEntry> declared_entries(const Case& c);

// The payload of a correction that gives the entry this content.
std::string correction_payload(const DeclaredEntry& entry, std::string_view reason);

// One text after the other: {"a":"x","b":3}; a value that begins with { or [ or a digit is JSON already.
struct JsonField {
  std::string key;
  std::string value;  // JSON
};
std::string json_object(std::span<const JsonField> fields);  // REQUIRES keys in canonical order
std::string json_quoted(std::string_view text);

// Reads one entry into the case. Faults stand at `at`.
void read_entry(std::string_view table, const JsonDocument& document, const JsonNode& entry, const Place& at,
                Case& into, Faults& faults);

}  // namespace surety
