// See ledger_entry.h.
#include "exchange/ledger_entry.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/check.h"
#include "exchange/case_toml_keys.h"
#include "exchange/case_toml_writer.h"
#include "exchange/toml_document.h"
#include "ledger/canonical_json.h"
#include "ledger/payload.h"

namespace surety {
namespace {

using Toml = TomlNode::Kind;
using Json = JsonNode::Kind;

// ---- TOML to JSON
// ------------------------------------------------------------------------------------------

void append_scalar(std::string& out, const TomlDocument& document, const TomlNode& node, bool outside) {
  if (outside) return append_json_text(out, toml_literal(document, node));
  switch (node.kind) {
    case Toml::integer:
    case Toml::number:
      return append_json_number(out, node.number);
    case Toml::boolean:
      out += node.boolean ? "true" : "false";
      return;
    default:
      return append_json_text(out, node.text);
  }
}

// What is left of the children of a table or a list that is open.
struct OpenTable {
  std::vector<const TomlNode*> left;  // in reverse
  char close = '}';
  bool first = true;
};

OpenTable opened(const TomlDocument& document, const TomlNode& node) {
  OpenTable open;
  for (const TomlNode& child : document.children(node)) open.left.push_back(&child);
  if (node.kind == Toml::table)
    std::ranges::sort(open.left,
                      [](const TomlNode* a, const TomlNode* b) { return key_before(a->key, b->key); });
  std::ranges::reverse(open.left);
  open.close = node.kind == Toml::table ? '}' : ']';
  return open;
}

// A table of the case file as canonical JSON.
std::string json_of(const TomlDocument& document, const TomlNode& table) {
  std::string out = "{";
  std::vector<OpenTable> open = {opened(document, table)};
  while (!open.empty()) {
    OpenTable& top = open.back();
    if (top.left.empty()) {
      out += top.close;
      open.pop_back();
      continue;
    }
    const TomlNode& child = *top.left.back();
    top.left.pop_back();
    if (!top.first) out += ',';
    top.first = false;
    if (top.close == '}') {
      append_json_text(out, child.key);
      out += ':';
    }
    const bool outside = open.size() == 1 && child.key.starts_with("x_");
    if (outside || (child.kind != Toml::table && child.kind != Toml::list)) {
      append_scalar(out, document, child, outside);
      continue;
    }
    out += child.kind == Toml::table ? '{' : '[';
    open.push_back(opened(document, child));
  }
  return out;
}

// ---- JSON to TOML
// ------------------------------------------------------------------------------------------

bool holds_days(std::string_view key) {
  return key == "said" || key == "effective" || key == "member_of" || key == "members";
}

// Whether a text under `key` is a date where it looks like one; `above` is the nearest key above.
bool is_date_key(std::string_view key, std::string_view above) {
  if (key == "from" || key == "to") return holds_days(above);
  if (key == "date") return above.empty() || above == "chain";
  return above.empty() && (key == "said" || key == "effective" || key == "reference_date");
}

TomlNode toml_scalar(const JsonNode& json, std::string_view above) {
  TomlNode node;
  node.key = json.key;
  switch (json.kind) {
    case Json::object:
      node.kind = Toml::table;
      break;
    case Json::list:
      node.kind = Toml::list;
      break;
    case Json::text:
      node.kind = Toml::text;
      node.text = json.text;
      if (is_date_key(json.key, above))
        if (const auto date = Date::parse(json.text)) {
          node.kind = Toml::date;
          node.date = date;
        }
      break;
    case Json::integer:
      node.kind = Toml::integer;
      break;
    case Json::number:
      node.kind = Toml::number;
      break;
    case Json::boolean:
      node.kind = Toml::boolean;
      break;
    case Json::nothing:
      node.kind = Toml::moment;
      break;  // fits nowhere
  }
  node.integer = json.integer;
  node.number = json.number;
  node.boolean = json.boolean;
  return node;
}

// The entry as a document whose root is its table. Keys x_... are left to the caller.
TomlDocument toml_of(const JsonDocument& json, const JsonNode& entry, const Place& at) {
  std::vector<TomlNode> nodes(1);
  std::vector<std::pair<const JsonNode*, std::string_view>> from = {
      {&entry, {}}};  // with the nearest key above
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto [node, above] = from[i];
    if (node->kind != Json::object && node->kind != Json::list) continue;
    const std::size_t first = nodes.size();
    std::vector<const JsonNode*> children;
    for (const JsonNode& child : json.children(*node))
      if (i != 0 || !child.key.starts_with("x_")) children.push_back(&child);
    if (node->kind == Json::object)  // as TomlDocument has them
      std::ranges::sort(children, {}, [](const JsonNode* child) { return child->key; });
    const std::string_view below = node->key.empty() ? above : node->key;
    for (const JsonNode* child : children) {
      nodes.push_back(toml_scalar(*child, i == 0 ? std::string_view() : below));
      nodes.back().line = at.line;
      nodes.back().key_line = at.line;
      from.emplace_back(child, i == 0 ? std::string_view() : below);
    }
    nodes[i].first_child = first;
    nodes[i].child_count = nodes.size() - first;
  }
  nodes.front().line = at.line;
  return {at.file, std::move(nodes)};
}

// The value of a key x_... is TOML; a fault where it is none.
void read_outside(const JsonNode& node, const Place& at, OutsideKeys& into, Faults& faults) {
  if (node.kind == Json::text) {
    const auto document = read_toml("x = " + std::string(node.text), at.file);
    if (document && document->children(document->root()).size() == 1) {
      const TomlNode& value = document->children(document->root()).front();
      if (toml_literal(*document, value) == node.text) {
        into[std::string(node.key)] = node.text;
        return;
      }
    }
  }
  faults.push_back(
      {at, "'" + quoted_for_message(node.key) + "' holds no value of TOML", "a text such as \"3\""});
}

// The x_ keys of the entry that was read last.
OutsideKeys* outside_of_last(std::string_view table, Case& c) {
  const auto last = [](auto& list) { return &list.back().outside; };
  switch (entry_table(table).value_or(EntryTable::head)) {
    case EntryTable::head:
      return &c.outside;
    case EntryTable::actor:
      return last(c.actors);
    case EntryTable::place:
      return last(c.places);
    case EntryTable::role:
      return last(c.roles);
    case EntryTable::capability:
      return last(c.capabilities);
    case EntryTable::issue:
      return last(c.issues);
    case EntryTable::factor:
      return last(c.factors);
    case EntryTable::source:
      return last(c.sources);
    case EntryTable::modality:
      return last(c.modalities);
    case EntryTable::statement:
      return last(c.statements);
    case EntryTable::assumption:
      return last(c.assumptions);
    case EntryTable::counting_rule:
      return last(c.counting_rules);
    case EntryTable::exchange_rate:
      return last(c.exchange_rates);
    case EntryTable::rotation:
      return last(c.rotations);
    case EntryTable::burden_key:
      return last(c.burden_keys);
  }
  return nullptr;
}

RecordKind kind_of(std::string_view table) {
  if (table == "statement") return RecordKind::statement;
  if (table == "actor") return RecordKind::actor;
  if (table == "source") return RecordKind::source;
  return RecordKind::vocabulary;
}

// Where the entries of a table were declared, in their order.
std::vector<Place> places_of(std::string_view table, const Case& c) {
  std::vector<Place> places;
  const auto all = [&](const auto& list) {
    for (const auto& entry : list) places.push_back(entry.at);
  };
  switch (entry_table(table).value_or(EntryTable::head)) {
    case EntryTable::head:
      places.push_back(c.at);
      break;
    case EntryTable::actor:
      all(c.actors);
      break;
    case EntryTable::place:
      all(c.places);
      break;
    case EntryTable::role:
      all(c.roles);
      break;
    case EntryTable::capability:
      all(c.capabilities);
      break;
    case EntryTable::issue:
      all(c.issues);
      break;
    case EntryTable::factor:
      all(c.factors);
      break;
    case EntryTable::source:
      all(c.sources);
      break;
    case EntryTable::modality:
      all(c.modalities);
      break;
    case EntryTable::statement:
      all(c.statements);
      break;
    case EntryTable::assumption:
      all(c.assumptions);
      break;
    case EntryTable::counting_rule:
      all(c.counting_rules);
      break;
    case EntryTable::exchange_rate:
      all(c.exchange_rates);
      break;
    case EntryTable::rotation:
      all(c.rotations);
      break;
    case EntryTable::burden_key:
      all(c.burden_keys);
      break;
  }
  return places;
}

DeclaredEntry declared_entry(std::string_view table, const TomlDocument& document, const TomlNode& node) {
  DeclaredEntry entry;
  entry.table = table;
  entry.kind = kind_of(table);
  entry.entry = json_of(document, node);
  const auto text = [&](std::string_view key) {
    const TomlNode* value = document.find(node, key);
    return value == nullptr ? std::string() : value->text;
  };
  entry.id = table == "case"            ? "case"
             : table == "exchange_rate" ? text("from") + "-" + text("to")
                                        : text("id");
  entry.payload = entry.kind != RecordKind::vocabulary
                      ? entry.entry
                      : "{\"entry\":" + entry.entry + ",\"table\":" + json_quoted(table) + "}";
  return entry;
}

}  // namespace

std::vector<DeclaredEntry> declared_entries(const Case& c) {
  const auto document = read_toml(case_toml(c), "");
  SURETY_CHECK(document.has_value());
  std::vector<DeclaredEntry> entries;
  for (const std::string& table : case_table_names()) {
    const TomlNode* node = document->find(document->root(), table);
    if (node == nullptr) continue;
    if (table == "case") {
      if (c.id.empty()) continue;
      entries.push_back(declared_entry(table, *document, *node));
      entries.back().at = c.at;
      continue;
    }
    const std::vector<Place> places = places_of(table, c);
    std::size_t at = 0;
    for (const TomlNode& child : document->children(*node)) {
      entries.push_back(declared_entry(table, *document, child));
      entries.back().at = places.at(at++);
    }
  }
  return entries;
}

std::string json_quoted(std::string_view text) {
  std::string out;
  append_json_text(out, text);
  return out;
}

std::string json_object(std::span<const JsonField> fields) {
  std::string out = "{";
  for (const JsonField& field : fields) {
    if (out.size() > 1) out += ',';
    append_json_text(out, field.key);
    out += ':' + field.value;
  }
  return out + "}";
}

std::string correction_payload(const DeclaredEntry& entry, std::string_view reason) {
  std::vector<JsonField> fields = {{"entry", entry.entry}};
  if (!reason.empty()) fields.push_back({"reason", json_quoted(reason)});
  fields.push_back({"table", json_quoted(entry.table)});
  return json_object(fields);
}

void read_entry(std::string_view table, const JsonDocument& json, const JsonNode& entry, const Place& at,
                Case& into, Faults& faults) {
  const TomlDocument document = toml_of(json, entry, at);
  UnreadableKeys unreadable;
  TomlReading reading(document, faults, unreadable);
  if (table == "case")
    read_case_head(reading, document.root(), into);
  else if (!read_case_entry(reading, table, document.root(), into))
    return faults.push_back({at, "'" + quoted_for_message(table) + "' is no table of the case file", ""});
  for (const JsonNode& child : json.children(entry))
    if (child.key.starts_with("x_")) read_outside(child, at, *outside_of_last(table, into), faults);
}

}  // namespace surety
