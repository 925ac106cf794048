// The verdict in one or two sentences, and the short texts of shares and requirements that stand beside it.
#pragma once
#include <string>

#include "base/language.h"
#include "model/standing.h"
#include "outlook/assess.h"

namespace surety {

std::string verdict_text(const Standing& standing, const Assessment& assessment, Language language);

// Whether what counts by the default rule meets every requirement: yes, no, in part, open.
Phrase covered_word(const Assessment& assessment);

// "16–20 %"; for a requirement that something be there, "offered" or "none"; empty where 0 is required.
std::string share_text(const Coverage& coverage, const CoverageRow& row, Language language);

// "of at least 50,000 soldiers"
std::string requirement_text(const Standing& standing, const Requirement& requirement, Language language);

// The rules that the front answer shows: all but the built-in one where the case declares its own.
bool shown_rule(const Coverage& coverage, const CoverageRow& row);

}  // namespace surety
