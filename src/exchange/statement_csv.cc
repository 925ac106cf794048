// See statement_csv.h.
#include "exchange/statement_csv.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "exchange/csv_records.h"
#include "exchange/input_file.h"
#include "exchange/statement_csv_columns.h"
#include "exchange/xlsx_records.h"
#include "model/case_check.h"

namespace surety {
namespace {

std::string quoted(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

// Which column each cell of a line belongs to; null for one that could not be told.
using Header = std::vector<const StatementColumn*>;

Header read_header(const CsvRecord& record, Faults& faults) {
  std::vector<std::string> known;
  for (const StatementColumn& column : statement_columns()) known.emplace_back(column.name);
  Header header;
  for (const CsvCell& cell : record) {
    const std::string name = trimmed(cell.text);
    const auto column = std::ranges::find(statement_columns(), name, &StatementColumn::name);
    if (column == statement_columns().end()) {
      const auto near = nearest_word(name, known);
      faults.push_back({cell.at, "unknown column " + quoted(name),
                        near ? "did you mean '" + *near + "'?" : "one of: " + joined(known, ", ")});
      header.push_back(nullptr);
      continue;
    }
    if (std::ranges::find(header, &*column) != header.end())
      faults.push_back({cell.at, "the column " + quoted(name) + " stands twice", "each column once"});
    header.push_back(&*column);
  }
  if (std::ranges::none_of(header, [](const StatementColumn* column) { return column != nullptr; })) {
    faults = {{{record.front().at.file, record.front().at.line, 1},
               "the header is missing: no cell of the first line names a column",
               "a first line such as id,kind,speaker,chain,claim"}};
    return header;
  }
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(
        header, [&](const StatementColumn* column) { return column != nullptr && column->name == name; });
  };
  const Place whole{record.front().at.file, record.front().at.line, 1};
  for (const char* name : {"id", "kind", "speaker"})
    if (!has(name)) faults.push_back({whole, "the header lacks the column " + quoted(name), name});
  if (!has("chain") && !has("source"))
    faults.push_back(
        {whole, "the header has neither the column 'chain' nor the column 'source'", "one of the two"});
  return header;
}

// What the cells of a line say together.
class LineReading {
 public:
  LineReading(const Header& header, const CsvRecord& record, Faults& faults)
      : header_(header), record_(record), faults_(faults) {}

  Statement read() {
    line_.statement.at = {record_.front().at.file, record_.front().at.line, 1};
    for (std::size_t i = 0; i < std::min(header_.size(), record_.size()); ++i) {
      if (header_[i] == nullptr) continue;
      CsvCell cell = record_[i];
      if (!header_[i]->is_text) cell.text = trimmed(cell.text);
      if (!cell.text.empty())
        header_[i]->read({cell, header_[i]->name, faults_}, line_);
      else if (header_[i]->name == "id" || header_[i]->name == "kind")
        fault(header_[i]->name, "the cell is empty", "a value in every line");
    }
    if (record_.size() != header_.size())
      faults_.push_back({line_.statement.at,
                         "the line has " + std::to_string(record_.size()) + " cells and the header " +
                             std::to_string(header_.size()),
                         "a cell for each column"});
    join_likelihood();
    check_evidence();
    return std::move(line_.statement);
  }

 private:
  const CsvCell* cell_of(std::string_view column) const {
    for (std::size_t i = 0; i < std::min(header_.size(), record_.size()); ++i)
      if (header_[i] != nullptr && header_[i]->name == column) return &record_[i];
    return nullptr;
  }
  bool has_text(std::string_view column) const {
    const CsvCell* cell = cell_of(column);
    return cell != nullptr && !trimmed(cell->text).empty();
  }
  void fault(std::string_view column, const std::string& message, std::string expected) {
    const CsvCell* cell = cell_of(column);
    faults_.push_back({cell != nullptr ? cell->at : line_.statement.at, std::string(column) + ": " + message,
                       std::move(expected)});
  }

  void join_likelihood() {
    const bool low = has_text("likelihood_low"), high = has_text("likelihood_high");
    if (low != high)
      return fault(low ? "likelihood_low" : "likelihood_high", "the other end of the likelihood is missing",
                   "likelihood_low and likelihood_high, or neither");
    if (!line_.likelihood_low || !line_.likelihood_high) return;
    if (*line_.likelihood_low > *line_.likelihood_high)
      return fault("likelihood_low", "the low end of the likelihood lies above its high end", "low <= high");
    line_.statement.likelihood = ProbabilityRange::exactly(*line_.likelihood_low, *line_.likelihood_high);
  }

  void check_evidence() {
    for (const char* column : {"start", "end"})
      if (has_text(column) && !has_text("source"))
        fault(column, "a place in a source that is not named", "the column source");
  }

  const Header& header_;
  const CsvRecord& record_;
  Faults& faults_;
  StatementLine line_;
};

std::string statement_line(const Statement& s) {
  std::string line;
  for (const StatementColumn& column : statement_columns()) {
    if (&column != &statement_columns().front()) line += ',';
    line += csv_cell(column.write(s));
  }
  return line + '\n';
}

std::expected<std::vector<Statement>, Faults> statements_in(const std::vector<CsvRecord>& records,
                                                            const Place& first) {
  if (records.empty())
    return std::unexpected(
        Faults{{first, "there is no header", "a first line with the names of the columns"}});
  Faults faults;
  const Header header = read_header(records.front(), faults);
  const bool no_header =
      std::ranges::none_of(header, [](const StatementColumn* column) { return column != nullptr; });
  if (no_header) return std::unexpected(std::move(faults));
  std::vector<Statement> statements;
  for (std::size_t i = 1; i < records.size(); ++i)
    statements.push_back(LineReading(header, records[i], faults).read());
  std::ranges::stable_sort(faults, {}, &Fault::place);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return statements;
}

}  // namespace

std::vector<std::string> statement_cells(const Statement& s) {
  std::vector<std::string> cells;
  for (const StatementColumn& column : statement_columns()) cells.push_back(column.write(s));
  return cells;
}

std::vector<std::string> statement_column_names() {
  std::vector<std::string> names;
  for (const StatementColumn& column : statement_columns()) names.emplace_back(column.name);
  return names;
}

std::string statement_csv(std::span<const Statement> statements) {
  std::string text;
  for (const StatementColumn& column : statement_columns())
    text += (text.empty() ? "" : ",") + std::string(column.name);
  text += '\n';
  for (const Statement& s : statements) text += statement_line(s);
  return text;
}

std::expected<std::vector<Statement>, Faults> read_statement_csv(std::string bytes, const std::string& file) {
  const auto text = checked_text(std::move(bytes), file);
  if (!text) return std::unexpected(Faults{text.error()});
  const auto records = csv_records(*text, file);
  if (!records) return std::unexpected(records.error());
  return statements_in(*records, {file, 1, 1});
}

std::expected<std::vector<Statement>, Faults> read_statement_xlsx(std::string_view bytes,
                                                                  const std::string& file) {
  const auto records = xlsx_records(bytes, file);
  if (!records) return std::unexpected(records.error());
  return statements_in(*records, {file, 0, 0});
}

Faults merge_statements(Case& c, std::vector<Statement> statements) {
  Faults faults;
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < c.statements.size(); ++i) known.try_emplace(c.statements[i].id, i);
  Case merged = c;
  for (Statement& s : statements) {
    const auto [at, is_new] = known.try_emplace(s.id, merged.statements.size());
    if (is_new) {
      merged.statements.push_back(std::move(s));
      continue;
    }
    const Statement& other = merged.statements[at->second];
    if (statement_line(other) == statement_line(s)) continue;
    const std::string where =
        other.at.line > 0 ? " (" + other.at.file + ":" + std::to_string(other.at.line) + ")" : "";
    faults.push_back({s.at, "statement " + quoted(s.id) + " is there already with other content" + where,
                      "equal content, or another id and 'supersedes'"});
  }
  const Faults found = case_faults(merged);
  faults.insert(faults.end(), found.begin(), found.end());
  std::ranges::stable_sort(faults, {}, &Fault::place);
  if (faults.empty()) c = std::move(merged);
  return faults;
}

}  // namespace surety
