// The statements and assumptions of a case: whom and what they name, their dates, the shapes of their claims.
#include "model/case_checking.h"
#include "model/claim_check.h"
#include "model/exchange_rates.h"

namespace surety {
namespace {

void check_actors(CaseChecking& checking, const CheckedTable& table, std::string_view key,
                  const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i)
    checking.must_exist(table, key, static_cast<int>(i), ids[i], checking.actors, "actor");
}

void check_range(CaseChecking& checking, const CheckedTable& table, std::string_view key,
                 const std::optional<DateRange>& range) {
  if (!range || !range->from || !range->to || *range->from <= *range->to) return;
  checking.fault(table, key, -1,
                 "'" + std::string(key) + "' ends on " + range->to->iso() + ", before it begins on " +
                     range->from->iso(),
                 "from <= to");
}

// Who carried it: at least a chain or an evidence, all of it known.
void check_provenance(CaseChecking& checking, const CheckedTable& table, const Statement& s) {
  if (s.chain.empty() && !s.evidence && checking.is_readable(s.at, "evidence"))
    checking.fault(table, "chain", -1, "it has neither a chain nor evidence",
                   "chain = [...] or evidence = { source = ... }");
  for (std::size_t i = 0; i < s.chain.size(); ++i)
    if (!checking.actors.contains(s.chain[i].id))
      checking.must_exist(table, "chain", static_cast<int>(i), s.chain[i].id, checking.sources,
                          "source or actor");
  if (!s.evidence) return;
  checking.must_exist(table, "evidence", -1, s.evidence->source, checking.sources, "source");
  if (s.evidence->start && s.evidence->end && *s.evidence->start > *s.evidence->end)
    checking.fault(table, "evidence", -1, "its evidence ends before it starts", "start <= end");
}

void check_supersedes(CaseChecking& checking, const CheckedTable& table, const Statement& s) {
  for (std::size_t i = 0; i < s.supersedes.size(); ++i) {
    const int index = static_cast<int>(i);
    checking.must_exist(table, "supersedes", index, s.supersedes[i], checking.statements, "statement");
    const Statement* earlier = checking.statement(s.supersedes[i]);
    if (earlier == nullptr || !earlier->said || !earlier->said->from || !s.said || !s.said->from) continue;
    if (*earlier->said->from > *s.said->from)
      checking.fault(table, "supersedes", index,
                     "it was said on " + s.said->from->iso() + " and supersedes " + in_quotes(earlier->id) +
                         ", said later, on " + earlier->said->from->iso(),
                     "a statement that was said before it");
  }
}

void check_state(CaseChecking& checking, const CheckedTable& table, const Statement& s) {
  if (!s.state || s.kind == StatementKind::pledge || !checking.is_readable(s.at, "kind")) return;
  if (*s.state == PledgeState::withdrawn || *s.state == PledgeState::expired) return;
  checking.fault(table, "state", -1,
                 "a " + std::string(word(s.kind)) + " has no state " + in_quotes(word(*s.state)),
                 "kind = \"pledge\"; other kinds can only be withdrawn or expired");
}

// In a text with escapes or several lines a byte of the claim has no column of its own: the claim's place is
// that of the whole text then, and its faults stand there.
void check_written_claim(CaseChecking& checking, const Place& table, std::string_view key, bool is_pledge,
                         const WrittenClaim& written, const ExchangeRates& rates) {
  Faults found;
  check_claim(checking.c, rates, written, found);
  if (is_pledge) check_pledge_claim(written, found);
  const bool has_columns = checking.place(table, key) != written.at;
  for (Fault& fault : found) {
    if (!has_columns) fault.place = written.at;
    checking.faults().push_back(std::move(fault));
  }
}

void check_statement_claims(CaseChecking& checking, const CheckedTable& table, const Statement& s,
                            const ExchangeRates& rates) {
  if (s.condition) {
    check_written_claim(checking, s.at, "if", false, *s.condition, rates);
    if (!s.claim) checking.fault(table, "claim", -1, "it has an 'if' and no claim", "claim = \"...\"");
  }
  if (!s.claim) return;
  const bool is_pledge = s.kind == StatementKind::pledge && checking.is_readable(s.at, "kind");
  check_written_claim(checking, s.at, "claim", is_pledge, *s.claim, rates);
}

void check_statement(CaseChecking& checking, const Statement& s, const ExchangeRates& rates) {
  const CheckedTable table{"statement", s.id, s.at};
  if (s.speakers.empty())
    checking.fault(table, "speaker", -1, "it has no speaker", "an actor's id or a list of them");
  check_actors(checking, table, "speaker", s.speakers);
  check_actors(checking, table, "holder", s.holders);
  check_actors(checking, table, "addressee", s.addressees);
  check_provenance(checking, table, s);
  check_range(checking, table, "said", s.said);
  check_range(checking, table, "effective", s.effective);
  check_state(checking, table, s);
  if (!s.modality.empty())
    checking.must_exist(table, "modality", -1, s.modality, checking.modalities, "modality");
  if (s.credibility && (*s.credibility < 1 || *s.credibility > 6))
    checking.fault(table, "credibility", -1, "'credibility' is outside 1 to 6", "a whole number from 1 to 6");
  check_supersedes(checking, table, s);
  check_statement_claims(checking, table, s, rates);
}

}  // namespace

void check_case_statements(CaseChecking& checking) {
  Faults reported_with_the_rates;
  const ExchangeRates rates = ExchangeRates::of(checking.c, reported_with_the_rates);
  for (const Statement& s : checking.c.statements) check_statement(checking, s, rates);
  for (const Assumption& a : checking.c.assumptions)
    if (checking.is_readable(a.at, "claim"))
      check_written_claim(checking, a.at, "claim", false, a.claim, rates);
}

}  // namespace surety
