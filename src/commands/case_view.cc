// See case_view.h.
#include "commands/case_view.h"

#include "base/text.h"
#include "exchange/case_file.h"

namespace surety {
namespace {

constexpr Phrase kNoAnalysts = {"' is no analyst here: a case file holds the judgements of one",
                                "' ist hier kein Analyst: eine Falldatei enthält die Urteile eines einzigen"};
constexpr Phrase kTwoFiles = {"the case file of each analyst, or a ledger",
                              "die Falldatei jedes Analysten, oder ein Ledger"};

}  // namespace

std::expected<CaseView, Answer> case_view(const CaseQuestion& question, Language language) {
  auto read = read_case(question.path);
  if (!read) {
    Answer answer = refused(std::move(read.error().faults));
    if (read.error().machine_failed) answer.outcome = Outcome::machine_failed;
    return std::unexpected(std::move(answer));
  }
  if (!question.analyst.empty())
    return std::unexpected(
        refused(Faults{{{"--analyst", 0, 0},
                        "'" + quoted_for_message(question.analyst) + std::string(kNoAnalysts.in(language)),
                        std::string(kTwoFiles.in(language))}}));
  const auto c = std::make_shared<const Case>(*std::move(read));
  const Date reference = *c->reference_date;
  return CaseView{c, {question.valid.value_or(reference), question.known.value_or(reference)}};
}

}  // namespace surety
