// KeyPlace: where the keys of a case stand in the file, for messages about a case that came from one.
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "base/fault.h"

namespace surety {

// Where a key's value stands in the file, for a reader that knows better than the place of the whole table
// (`at`); `index` counts the items of a list from 0, -1 is the list. Nothing: the key was there and could not
// be read, so that what follows from its absence is not the author's fault.
using KeyPlace = std::function<std::optional<Place>(const Place& table, std::string_view key, int index)>;
}  // namespace surety
