// Origins and classes of provenance in words, and as tables.
#pragma once
#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "analysis/provenance_origins.h"
#include "base/language.h"
#include "report/document.h"

namespace surety {

// "first hand: the speaker's own word, carried by the page itself"
std::string provenance_text(ProvenanceClass provenance, Language language);

// Figure `origins`: how many independent origins; its because are the statements.
Figure origins_figure(const Standing& standing, const std::vector<Origin>& origins);
// Table `origins`: outlets, voices, statements, repeats.
Table origins_table(const Standing& standing, const std::vector<Origin>& origins);

// "1 independent origin: Politico (4 voices)"
std::string origins_text(const Standing& standing, const std::vector<Origin>& origins, Language language);
// One line an origin: its outlets, who spoke there, which statements.
Outline origins_outline(const Standing& standing, const std::vector<Origin>& origins, Language language);

}  // namespace surety
