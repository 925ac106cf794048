// See ledger_case.h.
#include "exchange/ledger_case.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "exchange/ledger_entry.h"
#include "ledger/payload.h"
#include "model/case_check.h"

namespace surety {
namespace {

std::vector<std::string> tables_but(const std::vector<std::string_view>& left_out) {
  std::vector<std::string> tables;
  for (int number = 1; !word(static_cast<EntryTable>(number)).empty(); ++number) {
    const std::string_view name = word(static_cast<EntryTable>(number));
    if (std::ranges::find(left_out, name) == left_out.end()) tables.emplace_back(name);
  }
  return tables;
}

// Reads what stood on one day into a case, part by part.
class CaseOfLedger {
 public:
  CaseOfLedger(Ledger& ledger, const std::string& path, const LedgerView& view, Date known)
      : ledger_(ledger), path_(path), view_(view), known_(known) {}

  Result<void> read() {
    if (auto done = read_entries({known_, tables_but({"statement", "source"}), {}, {}, {}, false}); !done)
      return done;
    if (auto done = read_statements(); !done) return done;
    EntryQuery sources{known_, {"source"}, {}, {}, {}, false};
    if (!view_.whole()) {
      sources.ids = named_sources();
      sources.ids_only = true;
    }
    if (auto done = read_entries(sources); !done) return done;
    if (!view_.analyst.empty())
      if (auto done = apply_judgements(); !done) return done;
    trim_supersedes();
    return {};
  }

  Case c;
  Faults faults;

 private:
  Place place_of(std::int64_t record) const { return {path_ + "#" + std::to_string(record), 0, 0}; }

  Result<void> read_entries(const EntryQuery& query) {
    return ledger_.each_entry(query, [&](const KnownEntry& known) {
      read_entry(known.table, *known.document, *known.entry, place_of(known.content), c, faults);
      if (known.table != "statement") return true;
      declared_.push_back(known.declared);
      if (known.accepted)
        c.statements.back().status = *known.accepted ? StatementStatus::accepted : StatementStatus::rejected;
      return true;
    });
  }

  Result<void> read_statements() {
    EntryQuery query{known_, {"statement"}, view_.current_on, view_.parties, view_.ids, view_.ids_only};
    // Whoever speaks for one of the parties names them as holder without a word.
    for (const Actor& actor : c.actors)
      if (std::ranges::find(view_.parties, actor.acts_for) != view_.parties.end())
        query.parties.push_back(actor.id);
    if (!view_.whole())
      for (const CountingRule& rule : c.counting_rules)
        query.ids.insert(query.ids.end(), rule.respect.begin(), rule.respect.end());
    return read_entries(query);
  }

  // Sources that somebody names; an id that is none is not found and does no harm.
  std::vector<std::string> named_sources() const {
    std::set<std::string> named;
    for (const Statement& s : c.statements) {
      for (const ChainLink& link : s.chain) named.insert(link.id);
      if (s.evidence) named.insert(s.evidence->source);
    }
    for (const auto& rate : c.exchange_rates) named.insert(rate.source);
    for (const auto& rotation : c.rotations) named.insert(rotation.source);
    for (const auto& key : c.burden_keys) named.insert(key.source);
    return {named.begin(), named.end()};
  }

  Result<void> apply_judgements() {
    for (std::size_t i = 0; i < c.statements.size(); ++i) {
      TRY(const auto judgements, ledger_.judgements_about(declared_[i], known_, view_.analyst));
      for (const KnownJudgement& judgement : judgements)
        if (auto applied = apply_judgement(judgement.payload, c.statements[i]); !applied) return applied;
    }
    return {};
  }

  void trim_supersedes() {
    std::unordered_set<std::string_view> there;
    for (const Statement& s : c.statements) there.insert(s.id);
    for (Statement& s : c.statements)
      std::erase_if(s.supersedes, [&](const std::string& id) { return !there.contains(id); });
  }

  Ledger& ledger_;
  const std::string& path_;
  const LedgerView& view_;
  Date known_;
  std::vector<std::int64_t> declared_;  // beside c.statements
};

std::unexpected<InputRefused> refused(const std::string& where, std::string message,
                                      std::string expected = {}) {
  return std::unexpected(InputRefused{{{{where, 0, 0}, std::move(message), std::move(expected)}}, false});
}

}  // namespace

InputRefused refusal(const Error& error) {
  return {{{{error.where, 0, 0}, error.message, {}}}, error.code == ErrorCode::storage};
}

Result<std::optional<Date>> reference_date_of(Ledger& ledger, Date known) {
  Case head;
  Faults faults;
  const auto read = ledger.each_entry({known, {"case"}, {}, {}, {}, false}, [&](const KnownEntry& entry) {
    read_entry(entry.table, *entry.document, *entry.entry, {}, head, faults);
    return true;
  });
  if (!read) return std::unexpected(read.error());
  return head.reference_date;
}

Result<void> apply_judgement(std::string_view payload, Statement& statement) {
  JsonReader reader;
  TRY(const JsonDocument* document, reader.read(payload));
  TRY(const Payload judgement, payload_of(RecordKind::judgement, *document));
  const JsonNode& root = document->root();
  if (const JsonNode* credibility = document->find(root, "credibility"))
    statement.credibility = static_cast<int>(credibility->integer);
  if (const JsonNode* likelihood = document->find(root, "likelihood")) {
    const JsonNode* low = document->find(*likelihood, "low");
    const JsonNode* high = document->find(*likelihood, "high");
    statement.likelihood = low == nullptr ? ProbabilityRange::exactly(likelihood->number, likelihood->number)
                                          : ProbabilityRange::exactly(low->number, high->number);
  }
  return {};
}

std::expected<KnownCase, InputRefused> case_of_ledger(Ledger& ledger, const std::string& path,
                                                      const LedgerView& view) {
  const auto newest = ledger.head();
  if (!newest) return std::unexpected(refusal(newest.error()));
  if (newest->seq == 0)
    return refused(path, "the ledger holds no record yet", "surety ledger import LEDGER CASE");
  const Date known = view.known.value_or(day_of(newest->recorded));
  const auto head = ledger.head_on(known);
  if (!head) return std::unexpected(refusal(head.error()));
  if (head->seq == 0) return refused(path, "nothing was recorded by " + known.iso(), "a later day");
  CaseOfLedger reading(ledger, path, view, known);
  if (const auto read = reading.read(); !read) return std::unexpected(refusal(read.error()));
  if (!reading.c.reference_date) return refused(path, "the ledger holds no [case] as of " + known.iso());
  Faults faults = std::move(reading.faults);
  if (faults.empty()) faults = case_faults(reading.c);
  if (!faults.empty()) return std::unexpected(InputRefused{std::move(faults), false});
  reading.c.input_sha256 = head->hash;
  return KnownCase{std::move(reading.c), known, *head};
}

}  // namespace surety
