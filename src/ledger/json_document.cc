// See json_document.h. The only place that knows simdjson.
#include "ledger/json_document.h"

#include <algorithm>

#include <simdjson.h>

#include "ledger/canonical_json.h"

namespace surety {
namespace {

namespace dom = simdjson::dom;
using Kind = JsonNode::Kind;

constexpr std::int64_t kWholeMax = std::int64_t{1} << 53;

std::unexpected<Error> unfit(std::string message) {
  return fail(ErrorCode::invalid_input, std::move(message));
}

// What a value says itself; its children are told apart later. False: a number out of range.
bool fill(JsonNode& node, dom::element value) {
  switch (value.type()) {
    case dom::element_type::OBJECT:
      node.kind = Kind::object;
      return true;
    case dom::element_type::ARRAY:
      node.kind = Kind::list;
      return true;
    case dom::element_type::STRING:
      node.kind = Kind::text;
      node.text = value.get_string().value_unsafe();
      return true;
    case dom::element_type::INT64:
      node.kind = Kind::integer;
      node.integer = value.get_int64().value_unsafe();
      node.number = static_cast<double>(node.integer);
      return -kWholeMax <= node.integer && node.integer <= kWholeMax;
    case dom::element_type::UINT64:
      return false;
    case dom::element_type::DOUBLE:
      node.kind = Kind::number;
      node.number = value.get_double().value_unsafe();
      return true;
    case dom::element_type::BOOL:
      node.kind = Kind::boolean;
      node.boolean = value.get_bool().value_unsafe();
      return true;
    case dom::element_type::NULL_VALUE:
      return true;
  }
  return false;
}

}  // namespace

struct JsonReader::Engine {
  dom::parser parser;
  std::vector<dom::element> values;  // beside the nodes
  std::vector<std::size_t> depths;
};

JsonReader::JsonReader() : engine_(std::make_unique<Engine>()) {}
JsonReader::~JsonReader() = default;

Result<const JsonDocument*> JsonReader::read(std::string_view text, bool any_form) {
  dom::element root;
  const auto error = engine_->parser.parse(text.data(), text.size()).get(root);
  if (error == simdjson::MEMALLOC)
    return fail(ErrorCode::storage, "there is not enough memory for this line");
  if (error != simdjson::SUCCESS) return unfit("this is no JSON");
  if (!root.is_object()) return unfit("this is no JSON object");
  std::vector<JsonNode>& nodes = document_.nodes_;
  nodes.assign(1, {});
  engine_->values.assign(1, root);
  engine_->depths.assign(1, 1);
  const auto add = [&](std::string_view key, dom::element value, std::size_t depth) {
    nodes.push_back({});
    nodes.back().key = key;
    engine_->values.push_back(value);
    engine_->depths.push_back(depth + 1);
  };
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    const dom::element value = engine_->values[at];
    const std::size_t depth = engine_->depths[at], first = nodes.size();
    if (!fill(nodes[at], value)) return unfit("a whole number lies beyond 2^53");
    const Kind kind = nodes[at].kind;
    if (kind != Kind::object && kind != Kind::list) continue;
    if (depth > kJsonDepthMax) return unfit("objects and lists are nested too deep");
    if (kind == Kind::object) {
      const dom::object object = value.get_object().value_unsafe();
      for (const auto field : object) add(field.key, field.value, depth);
    } else {
      const dom::array list = value.get_array().value_unsafe();
      for (const dom::element item : list) add({}, item, depth);
    }
    nodes[at].first_child = first;
    nodes[at].child_count = nodes.size() - first;
    if (kind == Kind::object && !any_form)
      for (std::size_t i = first + 1; i < nodes.size(); ++i)
        if (!key_before(nodes[i - 1].key, nodes[i].key))
          return unfit("the keys of an object are not in canonical order, each once");
  }
  if (any_form) return &document_;
  canonical_.clear();
  append_canonical(canonical_, document_, document_.root());
  if (canonical_ != text) return unfit("the bytes are not canonical (RFC 8785)");
  return &document_;
}

const JsonNode* JsonDocument::find(const JsonNode& object, std::string_view key) const {
  for (const JsonNode& child : children(object))
    if (child.key == key) return &child;
  return nullptr;
}

std::string_view JsonDocument::text(const JsonNode& object, std::string_view key) const {
  const JsonNode* node = find(object, key);
  return node != nullptr && node->kind == Kind::text ? node->text : std::string_view();
}

void append_canonical(std::string& out, const JsonDocument& document, const JsonNode& node) {
  // Objects and lists that are open: what is left of their children.
  struct Open {
    std::span<const JsonNode> left;
    char close;
    bool first = true;
  };
  std::vector<Open> open;
  const auto begin = [&](const JsonNode& value) {
    switch (value.kind) {
      case Kind::text:
        append_json_text(out, value.text);
        return;
      case Kind::integer:
        out += std::to_string(value.integer);
        return;
      case Kind::number:
        append_json_number(out, value.number);
        return;
      case Kind::boolean:
        out += value.boolean ? "true" : "false";
        return;
      case Kind::nothing:
        out += "null";
        return;
      case Kind::object:
        out += '{';
        break;
      case Kind::list:
        out += '[';
        break;
    }
    open.push_back({document.children(value), value.kind == Kind::object ? '}' : ']'});
  };
  begin(node);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.left.empty()) {
      out += top.close;
      open.pop_back();
      continue;
    }
    const JsonNode& child = top.left.front();
    top.left = top.left.subspan(1);
    if (!top.first) out += ',';
    top.first = false;
    if (top.close == '}') {
      append_json_text(out, child.key);
      out += ':';
    }
    begin(child);
  }
}

}  // namespace surety
