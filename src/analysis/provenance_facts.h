// What is declared of a statement, an assumption or a word of the vocabulary, field by field, so that two
// versions of it can be held against each other.
//
// Method    every field as text under the key that the case file has for it; a field that is not there has no
// entry. Two versions say the same exactly if their facts are equal. Places in files do not count
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/case.h"

namespace surety {

// Key and text, in the order of the keys of the case file.
using Facts = std::vector<std::pair<std::string, std::string>>;

// One field that differs; a side that lacks it is empty.
struct FieldChange {
  std::string field, from, to;
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};
std::vector<FieldChange> changed_fields(const Facts& from, const Facts& to);

// What the statement says and where it comes from: everything but judgements, `id` and `status`.
Facts content_facts(const Statement& s);
// What an analyst judges: how likely the statement is to hold, whether by a figure of its own or by its
// modality, and credibility.
Facts judgement_facts(const Case& c, const Statement& s);
// Claim and reason; whether it is enabled is no fact of this kind.
Facts assumption_facts(const Assumption& a);

// A word of the vocabulary: table ("actor", "place", ...), id, and what is declared of it. `case` is one too.
struct DeclaredWord {
  std::string table, id;
  Facts facts;
};
// All words of a case, tables in the order of docs/formats.md, words in declared order. An exchange rate has
// the id "rate:EUR-USD".
std::vector<DeclaredWord> vocabulary_facts(const Case& c);

}  // namespace surety
