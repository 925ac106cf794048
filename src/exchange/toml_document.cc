// See toml_document.h. The one file that includes tomlplusplus.
#include "exchange/toml_document.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 40
#include <toml++/toml.h>

#include "base/check.h"
#include "exchange/toml_depth.h"

namespace surety {
namespace {

using Kind = TomlNode::Kind;

// Where each line of a text begins, to look at the characters of a place.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') starts_.push_back(i + 1);
  }
  // The text from a place on; columns count code points.
  std::string_view from(int line, int column) const {
    if (line < 1 || static_cast<std::size_t>(line) > starts_.size()) return {};
    std::size_t at = starts_[static_cast<std::size_t>(line) - 1];
    for (int c = 1; c < column && at < text_.size(); ++c) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return text_.substr(std::min(at, text_.size()));
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_ = {0};
};

// Whether the string that begins here stands in the file character by character: one quote, no escape, one
// line.
bool is_verbatim(std::string_view from, const std::string& value) {
  if (from.empty() || (from[0] != '"' && from[0] != '\'')) return false;
  return from.substr(1, value.size()) == value && from.substr(1 + value.size(), 1) == from.substr(0, 1) &&
         value.find('\n') == std::string::npos;
}

void fill_date(const toml::date& day, TomlNode& node) {
  node.kind = Kind::date;
  node.date = Date::from(day.year, day.month, day.day);
}

template <class T>
std::string streamed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

void fill_value(const toml::node& from, const Lines& lines, TomlNode& node) {
  if (const auto* text = from.as_string()) {
    node.kind = Kind::text;
    node.text = text->get();
    if (is_verbatim(lines.from(node.line, node.column), node.text)) node.verbatim_column = node.column + 1;
  } else if (const auto* integer = from.as_integer()) {
    node.kind = Kind::integer;
    node.integer = integer->get();
    node.number = static_cast<double>(node.integer);
  } else if (const auto* number = from.as_floating_point()) {
    node.kind = Kind::number;
    node.number = number->get();
  } else if (const auto* boolean = from.as_boolean()) {
    node.kind = Kind::boolean;
    node.boolean = boolean->get();
  } else if (const auto* day = from.as_date()) {
    fill_date(day->get(), node);
    node.text = streamed(day->get());
  } else if (const auto* time = from.as_time()) {
    node.kind = Kind::moment;
    node.text = streamed(time->get());
  } else if (const auto* moment = from.as_date_time()) {
    node.kind = Kind::moment;
    node.text = streamed(moment->get());
  }
}

TomlNode node_of(const toml::node& from, const Lines& lines) {
  TomlNode node;
  node.line = static_cast<int>(from.source().begin.line);
  node.column = static_cast<int>(from.source().begin.column);
  if (from.is_table())
    node.kind = Kind::table;
  else if (from.is_array())
    node.kind = Kind::list;
  else
    fill_value(from, lines, node);
  return node;
}

// Level by level, so that the children of each node stand side by side. Nothing when it is nested too deeply.
struct Copied {
  std::vector<TomlNode> nodes;
  std::optional<std::size_t> too_deep;
};
Copied copied(const toml::table& root, const Lines& lines) {
  Copied result;
  std::vector<const toml::node*> sources = {&root};
  std::vector<std::size_t> depths = {0};
  result.nodes.push_back(node_of(root, lines));
  for (std::size_t at = 0; at < result.nodes.size(); ++at) {
    const toml::node& from = *sources[at];
    if (!from.is_table() && !from.is_array()) continue;
    if (depths[at] >= kTomlDepthMax) {
      result.too_deep = at;
      return result;
    }
    result.nodes[at].first_child = result.nodes.size();
    if (const auto* table = from.as_table()) {
      for (const auto& [key, value] : *table) {
        TomlNode child = node_of(value, lines);
        child.key = key.str();
        child.key_line = static_cast<int>(key.source().begin.line);
        child.key_column = static_cast<int>(key.source().begin.column);
        result.nodes.push_back(std::move(child));
        sources.push_back(&value);
        // The writer moves outside keys of the file into [case], one level down.
        depths.push_back(depths[at] + (at == 0 && result.nodes.back().key.starts_with("x_") ? 2 : 1));
      }
    } else {
      for (const toml::node& value : *from.as_array()) {
        result.nodes.push_back(node_of(value, lines));
        sources.push_back(&value);
        depths.push_back(depths[at] + 1);
      }
    }
    result.nodes[at].child_count = result.nodes.size() - result.nodes[at].first_child;
  }
  return result;
}

}  // namespace

const TomlNode* TomlDocument::find(const TomlNode& table, std::string_view key) const {
  if (table.kind != Kind::table) return nullptr;
  const auto entries = children(table);
  const auto at = std::ranges::lower_bound(entries, key, {}, &TomlNode::key);
  return at == entries.end() || at->key != key ? nullptr : &*at;
}

std::expected<TomlDocument, Fault> read_toml(std::string_view text, const std::string& file) {
  if (auto fault = too_many_key_parts(text, file)) return std::unexpected(*std::move(fault));
  const toml::parse_result parsed = toml::parse(text, std::string_view(file));
  if (!parsed) {
    const auto at = parsed.error().source().begin;
    return std::unexpected(Fault{{file, static_cast<int>(at.line), static_cast<int>(at.column)},
                                 "this is no TOML: " + std::string(parsed.error().description()),
                                 {}});
  }
  Copied copy = copied(parsed.table(), Lines(text));
  if (copy.too_deep) {
    const TomlNode& node = copy.nodes[*copy.too_deep];
    return std::unexpected(
        Fault{{file, node.line, node.column},
              "tables and lists stand more than " + std::to_string(kTomlDepthMax) + " deep inside each other",
              {}});
  }
  return TomlDocument(file, std::move(copy.nodes));
}

}  // namespace surety
