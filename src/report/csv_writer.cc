// See csv_writer.h.
#include "report/csv_writer.h"

#include <cmath>

#include <fmt/format.h>

#include "base/check.h"
#include "base/number_text.h"
#include "base/text.h"

namespace surety {
namespace {

constexpr std::string_view kQuoted =
    ",;\"\t\n\r";  // the semicolon and the tab for readers that guess what separates

// `text` as a cell; quotation marks where they are needed, and around an empty text.
std::string cell(std::string_view text) {
  std::string clean;
  bool quote = text.empty() || text.front() == ' ' || text.back() == ' ';  // spaces that some readers strip
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    const bool line_sign = now.value == '\t' || now.value == '\n' || now.value == '\r';
    const bool control = now.value < 0x20 || (now.value >= 0x7F && now.value <= 0x9F);
    if (!now.valid || (control && !line_sign))
      clean += "\uFFFD";
    else
      clean += text.substr(at, now.bytes);
    if (now.value == '"') clean += '"';
    quote = quote || (now.value < 0x80 && kQuoted.find(static_cast<char>(now.value)) != kQuoted.npos);
    at += now.bytes;
  }
  return quote ? "\"" + clean + "\"" : clean;
}

std::string list_cell(const std::vector<std::string>& elements) {
  if (elements.empty()) return {};
  std::string text;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) text += '|';
    for (const char c : elements[i]) text.append(c == '|' || c == '\\' ? "\\" : "").push_back(c);
  }
  return cell(text);
}

struct Emit {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(Hundredths value) const { return plain_hundredths(value.count); }
  std::string operator()(double value) const {
    return std::isfinite(value) ? shortest_number(value) : std::string();
  }
  std::string operator()(const std::string& value) const { return cell(value); }
  std::string operator()(const std::vector<std::string>& value) const { return list_cell(value); }
};

Result<const Table*> table_with(const Document& document, std::string_view key) {
  if (document.tables.empty()) return fail(ErrorCode::not_found, "this answer has no table");
  if (key.empty()) return &document.tables.front();
  std::vector<std::string> known;
  for (const Table& table : document.tables) {
    if (table.key == key) return &table;
    known.push_back(table.key);
  }
  return fail(ErrorCode::not_found, fmt::format("this answer has no table \"{}\"; it has {}",
                                                quoted_for_message(key), joined(known, ", ")));
}

}  // namespace

Result<std::string> csv_table(const Document& document, std::string_view table_key) {
  TRY(const Table* const table, table_with(document, table_key));
  std::string csv;
  for (const Column& column : table->columns) csv += cell(column.key) + ",";
  csv += "because\n";
  for (const Row& row : table->rows) {
    SURETY_CHECK(row.cells.size() == table->columns.size());
    for (const Value& value : row.cells) csv += std::visit(Emit{}, value) + ",";
    csv += list_cell(row.because.ids()) + "\n";
  }
  return csv;
}

}  // namespace surety
