// A statement as a record: its dates, its way from mouth to page, and whether it counts today, in words and
// in cells.
#pragma once
#include <string>
#include <vector>

#include "base/language.h"
#include "model/standing.h"
#include "report/document.h"

namespace surety {

// "2025-08-20", or "2025-08-01/2025-08-20" with a missing end empty; no value where nothing is said.
Value said_cell(const Statement& s);
// The ids of the chain, mouth to page; for a statement without chain the source of its evidence.
std::vector<std::string> chain_ids(const Statement& s);
// The day for people: "20 Aug 2025", "1 Aug 2025 – 20 Aug 2025", "until 20 Aug 2025"; the first day that is
// known where `said` is missing; empty where none is.
std::string said_text(const Case& c, const Statement& s, Language language);

// Why a statement is not current in this standing: "superseded by S90", "only said on 1 Sep 2025"; empty if
// it is.
std::string why_not_current(const Standing& standing, int statement, Language language);

// The word of a kind of statement in the reader's language.
std::string kind_text(StatementKind kind, Language language);
// "likely (55–80 %)": the words of ICD 203 for a range, and the range.
std::string likelihood_text(ProbabilityRange likelihood, Language language);

// "6 members of ten countries are not named": the assumption `unnamed:ten` as a sentence.
std::string unnamed_text(const Case& c, const Actor& group, Language language);

// The name of an actor or a source; the id where nothing bears it.
std::string party_name(const Case& c, const std::string& id, Language language);
std::string party_names(const Case& c, const std::vector<std::string>& ids, Language language);

}  // namespace surety
