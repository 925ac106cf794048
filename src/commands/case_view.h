// CaseView: from a name, two dates and an analyst to the case as it is then and for that analyst. The one
// place where a command gets a case from.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "commands/command.h"
#include "model/case.h"

namespace surety {

struct CaseQuestion {
  std::string path;                  // what stands for CASE on the command line
  std::optional<Date> valid, known;  // missing: as the case has it
  std::string analyst;               // whose judgements count; empty: the case's own
};

struct CaseView {
  std::shared_ptr<const Case> c;
  AsOf as_of;
};

// Reads and checks. A case file is known at once and has one analyst: `known` is kept and changes nothing, a
// named analyst is refused. Otherwise the answer that refuses.
std::expected<CaseView, Answer> case_view(const CaseQuestion& question, Language language);

}  // namespace surety
