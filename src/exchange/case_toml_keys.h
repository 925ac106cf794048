// The keys of every table of the case file: what case_toml.cc reads them with.
#pragma once
#include "exchange/toml_table.h"
#include "model/case.h"

namespace surety {

// Reads the table `[[name]]` at `node` into a new entry of the case; nothing known by that name: false.
bool read_case_entry(TomlReading& reading, std::string_view name, const TomlNode& node, Case& into);
// Reads `[case]`.
void read_case_head(TomlReading& reading, const TomlNode& node, Case& into);
// The names of all tables, "case" first.
const std::vector<std::string>& case_table_names();

}  // namespace surety
