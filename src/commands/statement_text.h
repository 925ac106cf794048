// How a statement, a set of statements or a requirement is named in a line of text, in the reader's language.
#pragma once
#include <string>
#include <vector>

#include "analysis/conflict.h"
#include "base/language.h"
#include "model/standing.h"
#include "worlds/counting.h"

namespace surety {

// The gloss, else the claim as a sentence, else the id; without a full stop.
std::string gloss_of(const Standing& standing, int statement, Language language);
// "Russia", "France and the United Kingdom": the names of the holders; more than three are cut ("and 4
// others").
std::string holders_text(const Standing& standing, int statement, Language language);
// "Russia: no troops of a NATO state in Ukraine [S64]"; the holder is left out where the gloss names it.
// The kind as a word for a person: "red line"; `many` in the plural.
std::string kind_word(StatementKind kind, bool many, Language language);
std::string statement_line(const Standing& standing, int statement, Language language);
// The same for a node: equal claims are one line with several voices, each named.
std::string node_line(const Standing& standing, const ConflictAnswer& conflicts, int node, Language language);
// "USA: position [S03]; Russia: demand [S66], red line [S64]": who, and what kind of statement, without
// saying it again.
std::string by_holder(const Standing& standing, const std::vector<int>& members, Language language);
// "[S51, S52]"
std::string ids_text(const Standing& standing, const std::vector<int>& statements);
// "a, b and c"
std::string listed(const std::vector<std::string>& items, Language language);
// "ground troops in Ukraine": what a requirement asks for, without the amount.
std::string measure_text(const Standing& standing, const Measure& measure, Language language);
// An amount of a requirement's unit: "50,000", or "1,234.50" for money.
std::string amount_text(const Requirement& requirement, std::int64_t amount, Language language);
// "40,000–42,000"
std::string amount_range_text(const Requirement& requirement, std::int64_t low, std::int64_t high,
                              Language language);
// The name of a rule, or its id.
std::string rule_name(const Rule& rule, Language language);

}  // namespace surety
