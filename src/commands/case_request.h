// From a Request to a standing: the case file read and checked, dates, what-if and budget taken from the
// options.
#pragma once
#include <expected>
#include <span>
#include <string>
#include <vector>

#include "base/budget.h"
#include "commands/case_view.h"
#include "commands/command.h"
#include "model/standing.h"
#include "report/document.h"

namespace surety {

// The options that mean the same for every command that looks at a case: --as-of --known --without --with
// --only
// --assume --set.
std::span<const OptionRow> case_options();
// Those of them that change the case, not the day or the analyst it is looked at for.
std::span<const OptionRow> what_if_options();
// --budget SECONDS, for commands that may take long.
const OptionRow& budget_option();

// CASE, the argument of nearly every command.
ArgumentRow case_argument();

// Reads, checks and views the case named by the first argument, a case file, a folder or a ledger; otherwise
// the answer that refuses.
std::expected<Standing, Answer> requested_standing(const Request& request, Scope scope = Scope::whole);
// The case alone, read and checked; of a ledger what is known on --known, with the judgements of --analyst.
std::expected<std::shared_ptr<const Case>, Answer> requested_case(const Request& request);

// Steps by default; seconds where --budget says so (a positive number, else an answer that refuses).
std::expected<Budget, Answer> requested_budget(const Request& request, std::int64_t steps);

// A document with its head filled in from the request and the standing.
Document document_for(const Request& request, const Standing& standing);

// "--as-of 2025-08-21 --without S66 ...": the options of the request that change the case, as they would be
// typed.
std::string case_options_text(const Request& request);

// The same request to another command: the case and those options that it knows.
Request forwarded(const Request& request, const CommandRow& question);

// One argument as a shell reads it back: quoted where it must be.
std::string shell_word(const std::string& text);

}  // namespace surety
