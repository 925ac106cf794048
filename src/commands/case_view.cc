// See case_view.h.
#include "commands/case_view.h"

#include "base/text.h"
#include "exchange/case_file.h"
#include "exchange/ledger_case.h"

namespace surety {
namespace {

Answer refusing(InputRefused why) {
  Answer answer = refused(std::move(why.faults));
  if (why.machine_failed) answer.outcome = Outcome::machine_failed;
  return answer;
}

std::expected<CaseView, Answer> view_of_ledger(const CaseQuestion& question) {
  const auto ledger = open_ledger(question.path, LedgerAccess::read);
  if (!ledger) return std::unexpected(refused(ledger.error()));
  LedgerView view;
  view.known = question.known;
  view.analyst = question.analyst;
  if (question.scope == Scope::current) {
    const auto head = (*ledger)->head();
    if (!head) return std::unexpected(refused(head.error()));
    std::optional<Date> reference;
    if (head->seq > 0) {
      const auto found = reference_date_of(**ledger, view.known.value_or(day_of(head->recorded)));
      if (!found) return std::unexpected(refused(found.error()));
      reference = *found;
    }
    if (reference) view.current_on = question.valid.value_or(*reference);
    view.ids = question.ids;
  }
  auto known = case_of_ledger(**ledger, question.path, view);
  if (!known) return std::unexpected(refusing(std::move(known.error())));
  const auto c = std::make_shared<const Case>(std::move(known->c));
  return CaseView{c, {question.valid.value_or(*c->reference_date), question.known.value_or(known->known)}};
}

}  // namespace

std::expected<CaseView, Answer> case_view(const CaseQuestion& question) {
  if (look_of(question.path) != LedgerLook::other) return view_of_ledger(question);
  auto read = read_case(question.path);
  if (!read) return std::unexpected(refusing(std::move(read.error())));
  if (!question.analyst.empty())
    return std::unexpected(
        refused(Faults{{{"--analyst", 0, 0},
                        "'" + quoted_for_message(question.analyst) +
                            "' is no analyst here: a case file holds the judgements of one",
                        "the case file of each analyst, or a ledger"}}));
  const auto c = std::make_shared<const Case>(*std::move(read));
  const Date reference = *c->reference_date;
  return CaseView{c, {question.valid.value_or(reference), question.known.value_or(reference)}};
}

}  // namespace surety
