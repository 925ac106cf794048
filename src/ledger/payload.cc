// See payload.h.
#include "ledger/payload.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/date.h"
#include "base/text.h"

namespace surety {
namespace {

using Kind = JsonNode::Kind;

constexpr std::array<std::string_view, 16> kTables = {
    "",         "case",      "actor",    "place",     "role",       "capability",    "issue",
    "factor",   "source",    "modality", "statement", "assumption", "counting_rule", "exchange_rate",
    "rotation", "burden_key"};

std::unexpected<Error> unfit(std::string message) {
  return fail(ErrorCode::invalid_input, std::move(message));
}

struct PayloadKey {
  std::string_view name;
  bool required = true;
};

constexpr std::array<PayloadKey, 2> kVocabulary = {{{"entry"}, {"table"}}};
constexpr std::array<PayloadKey, 3> kCorrection = {{{"entry"}, {"reason", false}, {"table"}}};
constexpr std::array<PayloadKey, 4> kJudgement = {
    {{"credibility", false}, {"likelihood", false}, {"reason", false}, {"statement"}}};
constexpr std::array<PayloadKey, 3> kDecision = {{{"accept"}, {"reason", false}, {"statement"}}};
constexpr std::array<PayloadKey, 2> kRetraction = {{{"reason"}, {"record"}}};
constexpr std::array<PayloadKey, 2> kNote = {{{"about", false}, {"text"}}};

std::span<const PayloadKey> keys_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::vocabulary:
      return kVocabulary;
    case RecordKind::correction:
      return kCorrection;
    case RecordKind::judgement:
      return kJudgement;
    case RecordKind::decision:
      return kDecision;
    case RecordKind::retraction:
      return kRetraction;
    case RecordKind::note:
      return kNote;
    default:
      return {};
  }
}

std::optional<std::string> keys_fault(std::span<const PayloadKey> keys, const JsonDocument& document) {
  for (const JsonNode& child : document.children(document.root()))
    if (std::ranges::find(keys, child.key, &PayloadKey::name) == keys.end())
      return "a payload of this kind has no key '" + quoted_for_message(child.key) + "'";
  for (const PayloadKey& key : keys)
    if (key.required && document.find(document.root(), key.name) == nullptr)
      return "the payload lacks the key '" + std::string(key.name) + "'";
  for (const char* key : {"reason", "text", "about"})
    if (const JsonNode* node = document.find(document.root(), key);
        node != nullptr && node->kind != Kind::text)
      return "'" + std::string(key) + "' is no text";
  return std::nullopt;
}

// Reads `entry` and `table` of a vocabulary record or a correction.
std::optional<std::string> read_table(Payload& payload, const JsonDocument& document) {
  const std::string_view name = document.text(document.root(), "table");
  const auto table = entry_table(name);
  if (!table) return "'" + quoted_for_message(name) + "' is no table of the case file";
  const bool has_kind =
      *table == EntryTable::statement || *table == EntryTable::actor || *table == EntryTable::source;
  if (payload.kind == RecordKind::vocabulary && has_kind)
    return "an entry of '" + std::string(name) + "' has a kind of record of its own";
  payload.table = *table;
  payload.entry = document.find(document.root(), "entry");
  if (payload.entry->kind != Kind::object) return "'entry' is no object";
  payload.id = id_of_entry(payload.table, document, *payload.entry);
  return std::nullopt;
}

bool is_number(const JsonNode* node) {
  return node != nullptr && (node->kind == Kind::integer || node->kind == Kind::number);
}

std::optional<std::string> judgement_fault(const JsonDocument& document) {
  const JsonNode* credibility = document.find(document.root(), "credibility");
  const JsonNode* likelihood = document.find(document.root(), "likelihood");
  if (credibility == nullptr && likelihood == nullptr)
    return "a judgement is about likelihood or credibility";
  if (credibility != nullptr &&
      (credibility->kind != Kind::integer || credibility->integer < 1 || credibility->integer > 6))
    return "'credibility' is no whole number from 1 to 6";
  if (likelihood == nullptr) return std::nullopt;
  const bool is_range = likelihood->kind == Kind::object && likelihood->child_count == 2;
  const JsonNode* low = is_range ? document.find(*likelihood, "low") : likelihood;
  const JsonNode* high = is_range ? document.find(*likelihood, "high") : likelihood;
  if (is_number(low) && is_number(high) && 0 <= low->number && low->number <= high->number &&
      high->number <= 1)
    return std::nullopt;
  return "'likelihood' is no number from 0 to 1, nor { low, high }";
}

std::int64_t day_in(std::string_view text, std::int64_t otherwise) {
  const auto date = Date::parse(text);
  return date ? day_number(*date) : otherwise;
}

}  // namespace

std::string_view word(EntryTable table) {
  const auto number = static_cast<std::size_t>(table);
  return number < kTables.size() ? kTables[number] : std::string_view();
}

std::optional<EntryTable> entry_table(std::string_view word) {
  const auto at = std::find(kTables.begin() + 1, kTables.end(), word);
  if (at == kTables.end()) return std::nullopt;
  return static_cast<EntryTable>(at - kTables.begin());
}

std::string id_of_entry(EntryTable table, const JsonDocument& document, const JsonNode& entry) {
  if (table == EntryTable::head) return "case";
  if (table != EntryTable::exchange_rate) return std::string(document.text(entry, "id"));
  const std::string_view from = document.text(entry, "from"), to = document.text(entry, "to");
  return from.empty() || to.empty() ? "" : std::string(from) + "-" + std::string(to);
}

Result<Payload> payload_of(RecordKind kind, const JsonDocument& document) {
  Payload payload;
  payload.kind = kind;
  const JsonNode& root = document.root();
  if (kind == RecordKind::statement || kind == RecordKind::actor || kind == RecordKind::source) {
    payload.table = *entry_table(word(kind));
    payload.entry = &root;
    payload.id = id_of_entry(payload.table, document, root);
    if (payload.id.empty()) return unfit("'id' is missing, or no text");
    return payload;
  }
  if (const auto fault = keys_fault(keys_of(kind), document)) return unfit(*fault);
  if (kind == RecordKind::vocabulary || kind == RecordKind::correction) {
    if (const auto fault = read_table(payload, document)) return unfit(*fault);
    if (payload.id.empty()) return unfit("the entry has no 'id'");
  } else if (kind == RecordKind::judgement || kind == RecordKind::decision) {
    payload.table = EntryTable::statement;
    payload.id = document.text(root, "statement");
    if (payload.id.empty()) return unfit("'statement' is no id");
    if (kind == RecordKind::judgement)
      if (const auto fault = judgement_fault(document)) return unfit(*fault);
    if (kind == RecordKind::decision) {
      const JsonNode& accept = *document.find(root, "accept");
      if (accept.kind != Kind::boolean) return unfit("'accept' is neither true nor false");
      payload.accept = accept.boolean;
    }
  } else if (kind == RecordKind::retraction) {
    const JsonNode& record = *document.find(root, "record");
    if (record.kind != Kind::integer || record.integer < 1) return unfit("'record' is no number of a record");
    payload.retracted = record.integer;
  } else {
    payload.id = document.text(root, "about");
  }
  return payload;
}

StatementDays days_of(const JsonDocument& document, const JsonNode& entry) {
  StatementDays days;
  const auto end_of = [&](const JsonNode& node, std::string_view key, std::int64_t otherwise) {
    return node.kind == Kind::text ? day_in(node.text, otherwise)
                                   : day_in(document.text(node, key), otherwise);
  };
  if (const JsonNode* said = document.find(entry, "said")) {
    days.said_from = end_of(*said, "from", kBeforeAllDays);
  } else if (const JsonNode* chain = document.find(entry, "chain")) {
    std::int64_t earliest = kAfterAllDays;
    for (const JsonNode& link : document.children(*chain))
      if (link.kind == Kind::object)
        earliest = std::min(earliest, day_in(document.text(link, "date"), kAfterAllDays));
    if (earliest != kAfterAllDays) days.said_from = earliest;
  }
  days.first_day = days.said_from;
  if (const JsonNode* effective = document.find(entry, "effective")) {
    days.first_day = std::max(days.first_day, end_of(*effective, "from", kBeforeAllDays));
    if (effective->kind == Kind::object) days.last_day = end_of(*effective, "to", kAfterAllDays);
  }
  const std::string_view status = document.text(entry, "status"), state = document.text(entry, "state");
  days.accepted = status.empty() || status == "accepted";
  days.ended = state == "withdrawn" || state == "expired";
  return days;
}

std::vector<std::string> texts_under(const JsonDocument& document, const JsonNode& entry,
                                     std::string_view key) {
  std::vector<std::string> texts;
  const JsonNode* node = document.find(entry, key);
  if (node == nullptr) return texts;
  if (node->kind == Kind::text) texts.emplace_back(node->text);
  if (node->kind == Kind::list)
    for (const JsonNode& item : document.children(*node))
      if (item.kind == Kind::text) texts.emplace_back(item.text);
  return texts;
}

}  // namespace surety
