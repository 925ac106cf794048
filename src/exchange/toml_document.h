// TomlDocument: what a TOML file says, as a flat list of values, each with its place; knows no case.
//
// Method  tomlplusplus 3.3 reads the text behind this border; what it gives is copied without recursion
// Limits  kTomlDepthMax tables and lists inside each other; 16 parts in a dotted key (toml_depth.h)
// Cost    linear; about ten times the text in memory while reading
#pragma once
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/fault.h"

namespace surety {

inline constexpr std::size_t kTomlDepthMax = 32;

struct TomlNode {
  // A date is a day of the calendar; a moment is a time, or a day with a time.
  enum class Kind { table, list, text, integer, number, boolean, date, moment };
  Kind kind = Kind::table;
  std::string key;  // under which it stands in its table; empty in a list
  int key_line = 0, key_column = 0;
  int line = 0, column = 0;  // where the value begins; for `[table]` and `[[table]]` the bracket
  // Of a text whose characters stand in the file as they are, on one line: the column of the first. Else 0.
  int verbatim_column = 0;
  std::string text;  // of a text; for a date or a moment its TOML literal
  std::int64_t integer = 0;
  double number = 0;  // of a number, and of an integer too
  bool boolean = false;
  std::optional<Date> date;
  std::size_t first_child = 0, child_count = 0;  // of a table (sorted by key) or a list (in order)
};

class TomlDocument {
 public:
  TomlDocument(std::string file, std::vector<TomlNode> nodes)
      : file_(std::move(file)), nodes_(std::move(nodes)) {}
  const std::string& file() const { return file_; }
  const TomlNode& root() const { return nodes_.front(); }
  std::span<const TomlNode> all() const { return nodes_; }
  std::span<const TomlNode> children(const TomlNode& node) const {
    return std::span(nodes_).subspan(node.first_child, node.child_count);
  }
  // The value under `key` in a table, or nothing. Cost: logarithmic.
  const TomlNode* find(const TomlNode& table, std::string_view key) const;
  Place place(const TomlNode& node) const { return {file_, node.line, node.column}; }
  Place key_place(const TomlNode& node) const { return {file_, node.key_line, node.key_column}; }

 private:
  std::string file_;
  std::vector<TomlNode> nodes_;  // the root first; the children of one node stand side by side
};

// Reads a text that is valid UTF-8. One fault: the reader stops at the first place where the text is no TOML.
std::expected<TomlDocument, Fault> read_toml(std::string_view text, const std::string& file);

// "a text", "a list" ... for messages.
std::string_view kind_phrase(TomlNode::Kind kind);

// The value as one line of TOML that reads back as the same value.
std::string toml_literal(const TomlDocument& document, const TomlNode& node);
// A text as a TOML basic string on one line, with its quotes.
std::string toml_text(std::string_view text);
// A key as it is where that is allowed, else in quotes.
std::string toml_key(std::string_view key);
// A number that reads back as the same number.
std::string toml_number(double value);

}  // namespace surety
