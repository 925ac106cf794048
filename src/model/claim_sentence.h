// A claim as a sentence in English or German, with the case's names.
#pragma once
#include <string>

#include "model/case.h"

namespace surety {

// "ground troops of France in Ukraine: about 5,000 soldiers", "role of the US: at most minimal", "if A, then
// B": no verb whose form would depend on a name. German keeps names in the nominative, after a colon or a
// dash, unless the name carries `de_dative`. No full stop at the end. Total for every checked claim.
std::string claim_sentence(const Case& c, const Claim& claim, Language language);

}  // namespace surety
