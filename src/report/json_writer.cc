// See json_writer.h. Output only, so a string escaper and a few lines take the place of a JSON library.
#include "report/json_writer.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/check.h"
#include "base/number_text.h"
#include "base/text.h"
#include "report/shown_blocks.h"

namespace surety {
namespace {

constexpr int kFormat = 1;  // of the contract; grows when a key changes its meaning or goes

// The escape of a code point that may not stand for itself; "" where it may.
std::string escape_of(char32_t c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return is_control(c) ? fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c)) : std::string();
  }
}

std::string number(double value) {
  if (!std::isfinite(value)) return "null";
  if (value == 0 && std::signbit(value)) return "-0.0";  // "-0" would read back as the whole number 0
  return shortest_number(value);
}

std::string list(const std::vector<std::string>& strings) {
  std::string text = "[";
  for (const std::string& string : strings)
    text.append(text.size() > 1 ? ", " : "").append(json_string(string));
  return text + "]";
}

struct Emit {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(Hundredths value) const { return plain_hundredths(value.count); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(const std::string& value) const { return json_string(value); }
  std::string operator()(const std::vector<std::string>& value) const { return list(value); }
};

std::string string_or_null(const std::string& text) { return text.empty() ? "null" : json_string(text); }

// `parts` one a line between the brackets, `indent` spaces deep.
std::string lines_between(char open, const std::vector<std::string>& parts, char close, int indent) {
  if (parts.empty()) return {open, close};
  std::string text(1, open);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += fmt::format("{}\n{:{}}{}", i > 0 ? "," : "", "", indent + 1, parts[i]);
  }
  return text + fmt::format("\n{:{}}{}", "", indent, close);
}

std::string figure_text(const Figure& figure) {
  return fmt::format(R"({}: {{"value": {}, "low": {}, "high": {}, "unit": {}, "because": {}}})",
                     json_string(figure.key), json_value(figure.value), json_value(figure.low),
                     json_value(figure.high), string_or_null(figure.unit), list(figure.because.ids()));
}

std::string row_text(const Table& table, const Row& row) {
  SURETY_CHECK(row.cells.size() == table.columns.size());
  std::string text = "{";
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    text += json_string(table.columns[i].key) + ": " + json_value(row.cells[i]) + ", ";
  }
  return text + "\"because\": " + list(row.because.ids()) + "}";
}

std::string table_text(const Table& table) {
  std::set<std::string> keys = {"because"};
  std::string columns = "[";
  for (const Column& column : table.columns) {
    SURETY_CHECK(keys.insert(column.key).second);
    columns += fmt::format(R"({}{{"key": {}, "unit": {}}})", columns.size() > 1 ? ", " : "",
                           json_string(column.key), string_or_null(column.unit));
  }
  std::vector<std::string> rows;
  rows.reserve(table.rows.size());
  for (const Row& row : table.rows) rows.push_back(row_text(table, row));
  return fmt::format("{}: {{\n   \"columns\": {}],\n   \"rows\": {}\n  }}", json_string(table.key), columns,
                     lines_between('[', rows, ']', 3));
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint now = code_point_at(text, at);
    if (const std::string escape = escape_of(now.value); !escape.empty())
      quoted += escape;
    else
      quoted += now.valid ? text.substr(at, now.bytes) : std::string_view("\uFFFD");
    at += now.bytes;
  }
  return quoted + "\"";
}

std::string json_value(const Value& value) { return std::visit(Emit{}, value); }

std::string json_answer(const Document& document) {
  std::set<std::string> figure_keys, table_keys;
  std::vector<std::string> figures, tables, texts;
  for (const Figure& figure : document.figures) {
    SURETY_CHECK(figure_keys.insert(figure.key).second);
    figures.push_back(figure_text(figure));
  }
  for (const Table& table : document.tables) {
    SURETY_CHECK(table_keys.insert(table.key).second);
    tables.push_back(table_text(table));
  }
  for (const Block& block : document.blocks) {
    for (const std::string& string : plain_strings(block)) texts.push_back(json_string(string));
  }
  const std::vector<std::string> answer = {
      fmt::format(R"("surety": {{"version": {}, "format": {}, "input_sha256": {}}})",
                  json_string(SURETY_VERSION), kFormat, string_or_null(document.input_sha256)),
      fmt::format(R"("command": {})", json_string(document.command)),
      fmt::format(R"("case": {})", string_or_null(document.case_id)),
      fmt::format(R"("as_of": {{"valid": {}, "known": {}}})", string_or_null(document.valid),
                  string_or_null(document.known)),
      fmt::format(R"("complete": {})", document.complete),
      "\"figures\": " + lines_between('{', figures, '}', 1),
      "\"tables\": " + lines_between('{', tables, '}', 1),
      "\"text\": " + lines_between('[', texts, ']', 1)};
  return lines_between('{', answer, '}', 0) + "\n";
}

}  // namespace surety
