// Statements as JSON-LD: W3C Web Annotation for the evidence, PROV for the way from mouth to page, schema.org
// for the quotation and the pages.
#pragma once
#include <string>
#include <vector>

#include "model/standing.h"

namespace surety {

// One object with a @graph: sources, actors that speak or carry, then the statements (indices of
// Case::statements). Identifiers are URNs of the case: urn:surety:CASE:S51. The same bytes for the same case;
// no language but that of each text. Cost: linear in the statements times the sources and actors.
std::string statement_jsonld(const Standing& standing, const std::vector<int>& statements);

}  // namespace surety
