// Whether a case hangs together: every fault at once, each with its place and what was expected.
#pragma once
#include "base/fault.h"
#include "model/case.h"
#include "model/key_place.h"

namespace surety {

// Everything that semantics asks of a case as a whole: ids unique in their namespaces and well formed,
// references to what exists (with the nearest name), no circles in memberships, places and supersedes, claims
// well typed, pledges and `respect` of the right shape, rates, one default rule, dates that make sense.
// Sorted by place.
Faults case_faults(const Case& c);

// The same for a reader that knows where each key stands.
Faults case_faults(const Case& c, const KeyPlace& key_place);

// Advice that refuses nothing: `by each` under a negation, a refusal that ends a pledge without superseding
// it, group totals that overlap. Sorted by place.
Faults case_warnings(const Case& c);

}  // namespace surety
