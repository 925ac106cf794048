// What changed, as a person reads it: one sentence, then the statements, then what became of the answer.
#pragma once
#include <string>

#include "commands/comparison.h"

namespace surety {

// What changed in the answer, in one sentence.
std::string change_sentence(const Comparison& comparison, Language language);

// The changed statements in groups, figures old and new, conflicts and ways that came and went. `all`: every
// line; otherwise long lists are cut and say so.
void lay_out_changes(const Comparison& comparison, bool all, Document& document);

}  // namespace surety
