// The columns of the CSV of statements: how each is written and read. Only for statement_csv*.cc.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "exchange/csv_records.h"
#include "model/case.h"

namespace surety {

// One cell being read; an empty cell is not read.
struct CsvCellReading {
  const CsvCell& cell;
  std::string_view column;
  Faults& faults;
  void fault(const std::string& message, std::string expected) const;
};

// One line being read; the ends of the likelihood are a range only together.
struct StatementLine {
  Statement statement;
  std::optional<double> likelihood_low, likelihood_high;
};

struct StatementColumn {
  std::string_view name;
  std::string (*write)(const Statement&);
  void (*read)(const CsvCellReading&, StatementLine&);
  bool is_text = false;  // white space around it belongs to it
};

std::span<const StatementColumn> statement_columns();

}  // namespace surety
