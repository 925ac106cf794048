// How values are written as TOML: the part of toml_document.h that goes out.
#include <array>
#include <cmath>
#include <cstdio>

#include "base/check.h"
#include "base/number_text.h"
#include "exchange/toml_document.h"

namespace surety {

using Kind = TomlNode::Kind;

std::string_view kind_phrase(Kind kind) {
  switch (kind) {
    case Kind::table:
      return "a table";
    case Kind::list:
      return "a list";
    case Kind::text:
      return "a text";
    case Kind::integer:
      return "a whole number";
    case Kind::number:
      return "a number";
    case Kind::boolean:
      return "true or false";
    case Kind::date:
      return "a date";
    case Kind::moment:
      return "a time of day";
  }
  return "a value";
}

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char ch : text) {
    const auto byte = static_cast<unsigned char>(ch);
    if (ch == '"')
      out += "\\\"";
    else if (ch == '\\')
      out += "\\\\";
    else if (ch == '\n')
      out += "\\n";
    else if (ch == '\t')
      out += "\\t";
    else if (ch == '\r')
      out += "\\r";
    else if (byte < 0x20 || byte == 0x7F) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(byte));
      out += escape.data();
    } else
      out += ch;
  }
  return out + '"';
}

std::string toml_key(std::string_view key) {
  const auto bare = [](char ch) {
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_' ||
           ch == '-';
  };
  for (const char ch : key)
    if (!bare(ch)) return toml_text(key);
  return key.empty() ? "\"\"" : std::string(key);
}

std::string toml_number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  std::string text = shortest_number(value);
  // TOML tells 1 and 1.0 apart, and a whole number there has at most 64 bits.
  if (text.find_first_of(".eE") == std::string::npos) text += ".0";
  return text;
}

namespace {

std::string scalar_literal(const TomlNode& node) {
  switch (node.kind) {
    case Kind::text:
      return toml_text(node.text);
    case Kind::integer:
      return std::to_string(node.integer);
    case Kind::number:
      return toml_number(node.number);
    case Kind::boolean:
      return node.boolean ? "true" : "false";
    case Kind::date:
    case Kind::moment:
      return node.text;
    case Kind::table:
    case Kind::list:
      break;
  }
  return {};
}

bool is_container(const TomlNode& node) { return node.kind == Kind::table || node.kind == Kind::list; }

}  // namespace

std::string toml_literal(const TomlDocument& document, const TomlNode& node) {
  struct Open {
    const TomlNode* node;
    std::size_t next;
  };
  std::string out;
  std::vector<Open> open;
  const auto begin = [&](const TomlNode& value) {
    if (!is_container(value)) {
      out += scalar_literal(value);
      return;
    }
    out += value.kind == Kind::table ? "{" : "[";
    open.push_back({&value, 0});
  };
  begin(node);
  while (!open.empty()) {
    const TomlNode& value = *open.back().node;
    const bool table = value.kind == Kind::table;
    if (open.back().next == value.child_count) {
      out += table ? (value.child_count == 0 ? "}" : " }") : "]";
      open.pop_back();
      continue;
    }
    const std::size_t i = open.back().next++;
    if (i > 0) out += ",";
    if (i > 0 || table) out += " ";
    const TomlNode& child = document.children(value)[i];
    if (table) out += toml_key(child.key) + " = ";
    begin(child);
  }
  return out;
}

}  // namespace surety
