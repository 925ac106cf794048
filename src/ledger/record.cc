// See record.h.
#include "ledger/record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.h"
#include "base/hash.h"
#include "base/text.h"
#include "ledger/canonical_json.h"
#include "ledger/json_document.h"

namespace surety {
namespace {

constexpr std::array<std::string_view, 9> kWords = {"statement",  "actor",      "source",
                                                    "vocabulary", "judgement",  "decision",
                                                    "correction", "retraction", "note"};
constexpr std::array<std::string_view, 7> kKeys = {"analyst",  "format",   "kind", "payload",
                                                   "previous", "recorded", "seq"};
constexpr std::size_t kAnalystMax = 100;

std::unexpected<Error> unfit(std::string message) {
  return fail(ErrorCode::invalid_input, std::move(message));
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_hash(std::string_view text) {
  return text.size() == kNoRecordBefore.size() &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || ('a' <= c && c <= 'f'); });
}

// Why a line is no record, asked key by key once it is known that it is none.
Error diagnosis(std::string_view line) {
  JsonReader reader;
  const auto read = reader.read(line, true);
  if (!read) return read.error();
  const JsonDocument& document = **read;
  const JsonNode& root = document.root();
  const auto say = [](std::string message) {
    return Error{ErrorCode::invalid_input, std::move(message), {}};
  };
  for (const JsonNode& child : document.children(root))
    if (std::ranges::find(kKeys, child.key) == kKeys.end())
      return say("a record has no key '" + quoted_for_message(child.key) + "'");
  for (const std::string_view key : kKeys)
    if (document.find(root, key) == nullptr) return say("the key '" + std::string(key) + "' is missing");
  const JsonNode& format = *document.find(root, "format");
  if (format.kind == JsonNode::Kind::integer && format.integer > kRecordFormat)
    return say("the record has format " + std::to_string(format.integer) + ", and this program knows up to " +
               std::to_string(kRecordFormat));
  if (format.kind != JsonNode::Kind::integer || format.integer < 1) return say("'format' is no format");
  const JsonNode& kind = *document.find(root, "kind");
  if (kind.kind != JsonNode::Kind::text || !record_kind(kind.text))
    return say("unknown kind of record '" + quoted_for_message(kind.text) + "'");
  if (document.find(root, "payload")->kind != JsonNode::Kind::object) return say("'payload' is no object");
  const JsonNode& seq = *document.find(root, "seq");
  if (seq.kind != JsonNode::Kind::integer || seq.integer < 1) return say("'seq' is no number from 1");
  if (!is_moment(document.text(root, "recorded")))
    return say("'recorded' is no moment such as 2025-08-21T14:03:05Z");
  if (!is_hash(document.text(root, "previous"))) return say("'previous' is no SHA-256 of 64 digits");
  if (const auto fault = analyst_name_fault(document.text(root, "analyst"))) return say(*fault);
  return say("the bytes are not canonical (RFC 8785)");
}

}  // namespace

std::string_view word(RecordKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::optional<RecordKind> record_kind(std::string_view text) {
  const auto at = std::ranges::find(kWords, text);
  if (at == kWords.end()) return std::nullopt;
  return static_cast<RecordKind>(at - kWords.begin());
}

std::string canonical_line(const Record& record) {
  std::string line = "{\"analyst\":";
  line.reserve(record.payload.size() + 300);
  append_json_text(line, record.analyst);
  line += ",\"format\":" + std::to_string(record.format) + ",\"kind\":\"";
  line += word(record.kind);
  line += "\",\"payload\":";
  line += record.payload;
  line += ",\"previous\":\"" + record.previous + "\",\"recorded\":\"" + record.recorded +
          "\",\"seq\":" + std::to_string(record.seq) + "}";
  return line;
}

std::string record_hash(std::string_view line) { return sha256_hex(line); }

std::optional<RecordParts> parts_of_line(std::string_view line) {
  RecordParts parts;
  const auto skip = [&](std::string_view text) {
    if (!line.starts_with(text)) return false;
    line.remove_prefix(text.size());
    return true;
  };
  if (!skip("{\"analyst\":\"")) return std::nullopt;
  std::size_t end = 0;
  while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
  if (end >= line.size()) return std::nullopt;
  parts.analyst = line.substr(0, end);
  line.remove_prefix(end);
  if (!skip("\",\"format\":1,\"kind\":\"")) return std::nullopt;
  const auto kind = record_kind(line.substr(0, line.find('"')));
  if (!kind || !skip(word(*kind)) || !skip("\",\"payload\":")) return std::nullopt;
  parts.kind = *kind;
  const std::size_t comma = line.rfind(",\"previous\":\"");
  if (comma == std::string_view::npos) return std::nullopt;
  parts.payload = line.substr(0, comma);
  line.remove_prefix(comma + 13);
  parts.previous = line.substr(0, kNoRecordBefore.size());
  if (!is_hash(parts.previous)) return std::nullopt;
  line.remove_prefix(parts.previous.size());
  if (!skip("\",\"recorded\":\"")) return std::nullopt;
  parts.recorded = line.substr(0, 20);
  if (!is_moment(parts.recorded)) return std::nullopt;
  line.remove_prefix(parts.recorded.size());
  if (!skip("\",\"seq\":") || line.empty() || line.front() == '0') return std::nullopt;
  const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), parts.seq);
  if (error != std::errc() || parts.seq < 1 || stop + 1 != line.data() + line.size() || *stop != '}')
    return std::nullopt;
  return parts;
}

std::string analyst_of(const RecordParts& parts) {
  std::string name;
  for (std::size_t i = 0; i < parts.analyst.size(); ++i) {
    if (parts.analyst[i] == '\\' && i + 1 < parts.analyst.size()) ++i;
    name += parts.analyst[i];
  }
  return name;
}

Result<Record> record_of_line(std::string_view line) {
  if (line.size() > kRecordBytesMax)
    return fail(ErrorCode::too_large,
                "the record has more than " + std::to_string(kRecordBytesMax) + " bytes");
  const auto parts = parts_of_line(line);
  if (!parts) return std::unexpected(diagnosis(line));
  Record record{kRecordFormat,
                parts->seq,
                parts->kind,
                analyst_of(*parts),
                std::string(parts->recorded),
                std::string(parts->payload),
                std::string(parts->previous)};
  if (const auto fault = analyst_name_fault(record.analyst)) return unfit(*fault);
  // An escape that a name does not need.
  std::string analyst;
  append_json_text(analyst, record.analyst);
  if (analyst.size() != parts->analyst.size() + 2) return std::unexpected(diagnosis(line));
  return record;
}

bool is_moment(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return false;
  for (const std::size_t at : {11, 12, 14, 15, 17, 18})
    if (!is_digit(text[at])) return false;
  return text.substr(11, 2) < "24" && text[14] < '6' && text[17] < '6' && Date::parse(text.substr(0, 10));
}

Date day_of(std::string_view moment) {
  const std::optional<Date> day = Date::parse(moment.substr(0, 10));
  SURETY_CHECK(day.has_value());
  return *day;
}

std::optional<std::string> analyst_name_fault(std::string_view name) {
  if (first_invalid_utf8(name)) return "the analyst's name is not valid UTF-8";
  if (name.find_first_not_of(' ') == std::string_view::npos) return "the analyst's name is empty";
  if (without_controls(name) != name) return "the analyst's name contains control characters";
  if (code_points(name) > kAnalystMax)
    return "the analyst's name has more than " + std::to_string(kAnalystMax) + " characters";
  return std::nullopt;
}

}  // namespace surety
