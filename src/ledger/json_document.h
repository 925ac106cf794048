// JsonDocument: what a canonical JSON object says, as a flat list of values; knows no record.
//
// Method  simdjson reads the text behind this border; what it gives is copied without recursion
// Limits  kJsonDepthMax objects and lists inside each other; whole numbers up to 2^53
// Cost    linear; about four times the text in memory
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace surety {

inline constexpr std::size_t kJsonDepthMax = 32;

struct JsonNode {
  enum class Kind { object, list, text, integer, number, boolean, nothing };
  Kind kind = Kind::nothing;
  bool boolean = false;
  std::string_view key;   // under which it stands in its object; empty in a list
  std::string_view text;  // of a text
  std::int64_t integer = 0;
  double number = 0;                             // of a number, and of an integer too
  std::size_t first_child = 0, child_count = 0;  // of an object (in order of its keys) or a list (in order)
};

// Keys and texts live as long as the document and the reader's next reading.
class JsonDocument {
 public:
  const JsonNode& root() const { return nodes_.front(); }
  std::span<const JsonNode> children(const JsonNode& node) const {
    return std::span(nodes_).subspan(node.first_child, node.child_count);
  }
  // The value under `key` in an object, or nothing.
  const JsonNode* find(const JsonNode& object, std::string_view key) const;
  // The text under `key`; empty where there is none.
  std::string_view text(const JsonNode& object, std::string_view key) const;

 private:
  friend class JsonReader;
  std::vector<JsonNode> nodes_;  // the root first; the children of one node stand side by side
};

// Reads one text after the other; each reading ends the document before.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  // Refused: what is no JSON, whose outermost value is no object, that is nested too deep, a whole number
  // beyond 2^53, and, unless `any_form`, bytes that are not the canonical ones of RFC 8785.
  Result<const JsonDocument*> read(std::string_view text, bool any_form = false);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
  JsonDocument document_;
  std::string canonical_;
};

// Appends the value in canonical bytes; the keys of objects are taken in the order of `children`.
void append_canonical(std::string& out, const JsonDocument& document, const JsonNode& node);

}  // namespace surety
