// See derivation.h.
#include "ledger/derivation.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace surety {
namespace {

std::string record_text(std::int64_t seq) { return "record " + std::to_string(seq); }
std::string in_quotes(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

std::unexpected<Error> unfit(std::int64_t seq, const std::string& message) {
  return fail(ErrorCode::invalid_input, record_text(seq) + ": " + message);
}

}  // namespace

bool is_void(DerivedTables& tables, std::int64_t seq, std::int64_t seq_max) {
  // Every record that may bear on it; a retraction comes after what it takes back.
  std::set<std::int64_t> seen = {seq};
  std::vector<std::int64_t> open = {seq};
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;  // retraction, what it takes back
  while (!open.empty()) {
    const std::int64_t target = open.back();
    open.pop_back();
    for (const std::int64_t by : tables.retractions(target)) {
      if (by > seq_max) continue;
      pairs.emplace_back(by, target);
      if (seen.insert(by).second) open.push_back(by);
    }
  }
  std::ranges::sort(pairs, std::greater<>());
  std::set<std::int64_t> is_back;
  for (const auto& [by, target] : pairs)
    if (!is_back.contains(by)) is_back.insert(target);
  return is_back.contains(seq);
}

// What stands of an entry, and what of it is not saved in its state.
struct Derivation::Folded {
  bool stands = false;
  EntryState state;
};

Result<void> Derivation::add(const RecordParts& parts, const Payload& payload, const JsonDocument& document) {
  day_ = day_number(day_of(parts.recorded));
  switch (payload.kind) {
    case RecordKind::statement:
    case RecordKind::actor:
    case RecordKind::source:
    case RecordKind::vocabulary:
      return declare(parts, payload, document);
    case RecordKind::correction:
      return correct(parts, payload, document);
    case RecordKind::judgement:
    case RecordKind::decision:
      return decide_or_judge(parts, payload);
    case RecordKind::retraction:
      return retract(parts, payload);
    case RecordKind::note:
      return {};
  }
  return {};
}

Result<void> Derivation::finish() {
  for (const auto& [older, newer] : pending_) {
    EntryState state;
    if (!tables_.open_state(EntryTable::statement, newer, state)) continue;
    TRY(const std::vector<std::string> names, supersedes_of(state.content));
    if (std::ranges::find(names, older) != names.end())
      return unfit(state.content, "supersedes " + in_quotes(older) + ", which is not there");
  }
  pending_.clear();
  return {};
}

Result<void> Derivation::link_pending(const std::string& older_name) {
  std::vector<std::int64_t> waiting;
  const auto [from, to] = pending_.equal_range(older_name);
  for (auto at = from; at != to; ++at) waiting.push_back(at->second);
  pending_.erase(from, to);
  for (const std::int64_t newer : waiting) {
    EntryState state;
    if (!tables_.open_state(EntryTable::statement, newer, state)) continue;
    TRY(const std::vector<std::string> names, supersedes_of(state.content));
    if (std::ranges::find(names, older_name) == names.end()) continue;  // corrected meanwhile
    if (auto done = link(newer, state, older_name); !done) return done;
  }
  return {};
}

Result<void> Derivation::declare(const RecordParts& parts, const Payload& payload,
                                 const JsonDocument& document) {
  const EntryTable table = payload.table;
  const bool shares_names = table == EntryTable::statement || table == EntryTable::assumption;
  const EntryTable other = table == EntryTable::statement ? EntryTable::assumption : EntryTable::statement;
  if (tables_.find(table, payload.id) != 0 || (shares_names && tables_.find(other, payload.id) != 0))
    return unfit(parts.seq, in_quotes(payload.id) + " is declared already");
  tables_.declare(table, payload.id, parts.seq);
  EntryState state{.known_from = day_, .content = parts.seq};
  if (table != EntryTable::statement) {
    tables_.save_state(table, parts.seq, state);
    return {};
  }
  const StatementDays days = days_of(document, *payload.entry);
  state.accepted = days.accepted;
  state.said_from = days.said_from;
  state.first_day = days.first_day;
  state.last_day = days.accepted && !days.ended ? days.last_day : kBeforeAllDays;
  tables_.save_state(table, parts.seq, state);
  add_parties(parts.seq, document, *payload.entry);
  for (const std::string& older : texts_under(document, *payload.entry, "supersedes"))
    if (auto done = link(parts.seq, state, older, true); !done) return done;
  return pending_.empty() ? Result<void>() : link_pending(payload.id);
}

void Derivation::add_parties(std::int64_t statement, const JsonDocument& document, const JsonNode& entry) {
  for (const char* key : {"holder", "speaker"})
    for (const std::string& party : texts_under(document, entry, key)) tables_.add_party(party, statement);
}

Result<std::int64_t> Derivation::standing_entry(const RecordParts& parts, const Payload& payload) {
  const std::int64_t declared = tables_.find(payload.table, payload.id);
  const std::string name = std::string(word(payload.table)) + " " + in_quotes(payload.id);
  if (declared == 0) return unfit(parts.seq, name + " is not there");
  EntryState state;
  if (!tables_.open_state(payload.table, declared, state)) return unfit(parts.seq, name + " is retracted");
  return declared;
}

Result<void> Derivation::correct(const RecordParts& parts, const Payload& payload,
                                 const JsonDocument& document) {
  TRY(const std::int64_t declared, standing_entry(parts, payload));
  tables_.add_mention(declared, parts.seq);
  if (payload.table == EntryTable::statement) add_parties(declared, document, *payload.entry);
  return refold(payload.table, declared);
}

Result<void> Derivation::decide_or_judge(const RecordParts& parts, const Payload& payload) {
  TRY(const std::int64_t declared, standing_entry(parts, payload));
  tables_.add_mention(declared, parts.seq);
  if (payload.kind == RecordKind::decision) return refold(payload.table, declared);
  tables_.add_judgement(analyst_of(parts), parts.seq);
  return {};
}

Result<void> Derivation::retract(const RecordParts& parts, const Payload& payload) {
  const std::int64_t target = payload.retracted;
  if (target >= parts.seq)
    return unfit(parts.seq, "retracts " + record_text(target) + ", which does not come before it");
  if (is_void(tables_, target, parts.seq))
    return unfit(parts.seq, "retracts " + record_text(target) + ", which is retracted already");
  TRY(const auto about, entry_of(target));
  tables_.add_retraction(target, parts.seq);
  if (about.second == 0) return {};
  tables_.add_mention(about.second, parts.seq);
  return refold(about.first, about.second);
}

Result<std::pair<EntryTable, std::int64_t>> Derivation::entry_of(std::int64_t seq) {
  while (true) {
    TRY(const std::string line, tables_.line(seq));
    const auto parts = parts_of_line(line);
    if (!parts) return unfit(seq, "is no record");
    TRY(const JsonDocument* document, reader_.read(parts->payload));
    TRY(const Payload payload, payload_of(parts->kind, *document));
    if (payload.kind == RecordKind::note) return std::pair(EntryTable::head, std::int64_t{0});
    if (payload.kind != RecordKind::retraction)
      return std::pair(payload.table, tables_.find(payload.table, payload.id));
    seq = payload.retracted;  // smaller each time
  }
}

Result<std::vector<std::string>> Derivation::supersedes_of(std::int64_t content) {
  TRY(const std::string line, tables_.line(content));
  const auto parts = parts_of_line(line);
  if (!parts) return unfit(content, "is no record");
  TRY(const JsonDocument* document, reader_.read(parts->payload));
  TRY(const Payload payload, payload_of(parts->kind, *document));
  if (payload.entry == nullptr) return std::vector<std::string>();
  return texts_under(*document, *payload.entry, "supersedes");
}

Result<std::string> Derivation::name_of_record(std::int64_t declared) {
  TRY(const std::string line, tables_.line(declared));
  const auto parts = parts_of_line(line);
  if (!parts) return unfit(declared, "is no record");
  TRY(const JsonDocument* document, reader_.read(parts->payload));
  TRY(const Payload payload, payload_of(parts->kind, *document));
  return payload.id;
}

Result<void> Derivation::link(std::int64_t newer, const EntryState& newer_state,
                              const std::string& older_name, bool fresh) {
  const std::int64_t older = tables_.find(EntryTable::statement, older_name);
  if (older == 0) {
    pending_.emplace(older_name, newer);
    return {};
  }
  EntryState state;
  const bool stands = tables_.open_state(EntryTable::statement, older, state);
  const bool says_when = newer_state.said_from != kBeforeAllDays;
  if (stands && says_when && newer_state.said_from < state.said_from)
    return unfit(newer_state.content, "supersedes " + in_quotes(older_name) + ", which was said later");
  if (!fresh || older == newer)
    if (auto fine = refuse_circle(newer, older); !fine) return fine;
  tables_.add_supersession(older, newer);
  if (!stands || !newer_state.accepted || !says_when) return {};
  EntryState ended = state;
  ended.last_day = std::min(state.last_day, newer_state.said_from - 1);
  save_over(EntryTable::statement, older, state, ended);
  return {};
}

Result<std::vector<Derivation::Superseder>> Derivation::standing_superseders(std::int64_t older) {
  std::vector<Superseder> standing;
  const std::vector<std::int64_t> all = tables_.superseders(older);
  if (all.empty()) return standing;
  TRY(const std::string name, name_of_record(older));
  for (const std::int64_t newer : all) {
    EntryState state;
    if (!tables_.open_state(EntryTable::statement, newer, state)) continue;
    TRY(const std::vector<std::string> names, supersedes_of(state.content));
    if (std::ranges::find(names, name) != names.end()) standing.push_back({newer, state});
  }
  return standing;
}

// Walks upwards from the newer one: nothing that supersedes it may be the older one.
Result<void> Derivation::refuse_circle(std::int64_t newer, std::int64_t older) {
  std::set<std::int64_t> seen = {newer};
  std::vector<std::int64_t> open = {newer};
  while (!open.empty()) {
    const std::int64_t at = open.back();
    open.pop_back();
    if (at == older) return unfit(newer, "the statement supersedes itself by a detour");
    TRY(const std::vector<Superseder> above, standing_superseders(at));
    for (const Superseder& s : above)
      if (seen.insert(s.declared).second) open.push_back(s.declared);
  }
  return {};
}

Result<Derivation::Folded> Derivation::folded(EntryTable table, std::int64_t declared) {
  constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  Folded result;
  if (is_void(tables_, declared, kAll)) return result;
  result.stands = true;
  result.state = {.known_from = day_, .content = declared};
  for (const std::int64_t seq : tables_.mentions(declared)) {
    TRY(const std::string line, tables_.line(seq));
    const auto parts = parts_of_line(line);
    if (!parts) return unfit(seq, "is no record");
    if (parts->kind != RecordKind::correction && parts->kind != RecordKind::decision) continue;
    if (is_void(tables_, seq, kAll)) continue;
    TRY(const JsonDocument* document, reader_.read(parts->payload));
    TRY(const Payload payload, payload_of(parts->kind, *document));
    if (payload.kind == RecordKind::correction)
      result.state.content = seq;
    else
      result.state.decided = payload.accept ? 1 : 0;
  }
  if (table != EntryTable::statement) return result;
  TRY(const std::string line, tables_.line(result.state.content));
  const auto parts = parts_of_line(line);
  if (!parts) return unfit(result.state.content, "is no record");
  TRY(const JsonDocument* document, reader_.read(parts->payload));
  TRY(const Payload payload, payload_of(parts->kind, *document));
  const StatementDays days = days_of(*document, *payload.entry);
  EntryState& state = result.state;
  state.accepted = state.decided < 0 ? days.accepted : state.decided == 1;
  state.said_from = days.said_from;
  state.first_day = days.first_day;
  state.last_day = state.accepted && !days.ended ? days.last_day : kBeforeAllDays;
  TRY(const std::vector<Superseder> above, standing_superseders(declared));
  for (const Superseder& newer : above) {
    const std::int64_t said = newer.state.said_from;
    if (said == kBeforeAllDays) continue;
    if (said < state.said_from)
      return unfit(newer.state.content, "supersedes " + record_text(declared) + ", which was said later");
    if (newer.state.accepted) state.last_day = std::min(state.last_day, said - 1);
  }
  return result;
}

Result<void> Derivation::refold_alone(EntryTable table, std::int64_t declared) {
  TRY(const Folded now, folded(table, declared));
  if (now.stands)
    save(table, declared, now.state);
  else
    close(table, declared);
  return {};
}

Result<void> Derivation::refold(EntryTable table, std::int64_t declared) {
  if (table != EntryTable::statement) return refold_alone(table, declared);
  std::vector<std::string> touched;
  EntryState state;
  if (tables_.open_state(table, declared, state)) {
    TRY(touched, supersedes_of(state.content));
  }
  if (auto done = refold_alone(table, declared); !done) return done;
  if (tables_.open_state(table, declared, state)) {
    TRY(const std::vector<std::string> now, supersedes_of(state.content));
    for (const std::string& older : now)
      if (auto done = link(declared, state, older); !done) return done;
    touched.insert(touched.end(), now.begin(), now.end());
  }
  for (const std::string& name : touched) {
    const std::int64_t older = tables_.find(table, name);
    if (older == 0) continue;
    if (auto done = refold_alone(table, older); !done) return done;
  }
  return {};
}

void Derivation::save(EntryTable table, std::int64_t declared, EntryState state) {
  EntryState before;
  if (tables_.open_state(table, declared, before)) return save_over(table, declared, before, state);
  state.known_from = day_;
  state.known_to = kAfterAllDays;
  tables_.save_state(table, declared, state);
}

void Derivation::save_over(EntryTable table, std::int64_t declared, EntryState before, EntryState state) {
  state.known_from = before.known_from;
  state.known_to = kAfterAllDays;
  if (state == before) return;
  if (before.known_from != day_) {
    before.known_to = day_;
    tables_.save_state(table, declared, before);
  }
  state.known_from = day_;
  tables_.save_state(table, declared, state);
}

void Derivation::close(EntryTable table, std::int64_t declared) {
  EntryState state;
  if (!tables_.open_state(table, declared, state)) return;
  if (state.known_from == day_) return tables_.remove_state(table, declared, state.known_from);
  state.known_to = day_;
  tables_.save_state(table, declared, state);
}

}  // namespace surety
