// CaseView: from a name, two dates and an analyst to the case as it is then and for that analyst. The one
// place where a command gets a case from, be it a file, a folder or a ledger.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "model/case.h"

namespace surety {

// How much of a ledger an answer needs. whole: everything known. current: what may be current on V, and what
// the options name; the answers of that one day are the same, and the rest is not read.
enum class Scope { whole, current };

struct CaseQuestion {
  std::string path;                  // what stands for CASE on the command line
  std::optional<Date> valid, known;  // missing: the reference date; of a ledger the newest record's day
  std::string analyst;               // whose judgements count; empty: the case's own
  Scope scope = Scope::whole;
  std::vector<std::string> ids;  // statements that must be there, current or not
};

struct CaseView {
  std::shared_ptr<const Case> c;
  AsOf as_of;
};

// Reads and checks. A case file is known at once and has one analyst: `known` is kept and changes nothing, a
// named analyst is refused. Otherwise the answer that refuses.
std::expected<CaseView, Answer> case_view(const CaseQuestion& question);

}  // namespace surety
