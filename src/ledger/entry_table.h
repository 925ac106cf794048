// EntryTable: which table of the case file a declared thing belongs to.
#pragma once
#include <optional>
#include <string_view>

namespace surety {

// The numbers stand in files and never change.
enum class EntryTable {
  head = 1,
  actor = 2,
  place = 3,
  role = 4,
  capability = 5,
  issue = 6,
  factor = 7,
  source = 8,
  modality = 9,
  statement = 10,
  assumption = 11,
  counting_rule = 12,
  exchange_rate = 13,
  rotation = 14,
  burden_key = 15
};

// The name of the table in the case file: "case", "actor" ...; empty for a number that is none.
std::string_view word(EntryTable table);
std::optional<EntryTable> entry_table(std::string_view word);

}  // namespace surety
