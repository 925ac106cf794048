// Whether a case hangs together: every fault at once, each with its place and what was expected.
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "base/fault.h"
#include "model/case.h"

namespace surety {

// Everything that semantics asks of a case as a whole: ids unique in their namespaces and well formed,
// references to what exists (with the nearest name), no circles in memberships, places and supersedes, claims
// well typed, pledges and `respect` of the right shape, rates, one default rule, dates that make sense.
// Sorted by place.
Faults case_faults(const Case& c);

// Where a key's value stands in the file, for a reader that knows better than the place of the whole table
// (`at`); `index` counts the items of a list from 0, -1 is the list. Nothing: the key was there and could not
// be read, so that what follows from its absence is not the author's fault.
using KeyPlace = std::function<std::optional<Place>(const Place& table, std::string_view key, int index)>;
Faults case_faults(const Case& c, const KeyPlace& key_place);

// Advice that refuses nothing: `by each` under a negation, a refusal that ends a pledge without superseding
// it, group totals that overlap. Sorted by place.
Faults case_warnings(const Case& c);

}  // namespace surety
