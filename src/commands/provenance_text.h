// Provenance as a person and a program read it: who said a thing, who carried it, when, how firmly, and where
// it stands.
#pragma once
#include <string>
#include <vector>

#include "base/because.h"
#include "base/language.h"
#include "model/standing.h"
#include "report/document.h"

namespace surety {

// Every id that a because may hold: statements, assumptions, `unnamed:GROUP`, `rate:EUR-USD`, in the case's
// order.
std::vector<std::string> because_ids(const Standing& standing);

// Table `because`: id, kind, holder, chain, said, claim, source, start, end; a row for each id.
Table because_table(const Standing& standing, const std::vector<std::string>& ids);

// For each id what it says and, deeper, where it comes from.
Outline because_outline(const Standing& standing, const std::vector<std::string>& ids, Language language);

}  // namespace surety
