// A case as canonical TOML: what case_toml.h reads back as an equal case.
#pragma once
#include <string>

#include "model/case.h"

namespace surety {

// The tables and keys in the order of docs/formats.md, entries in the order of the case, claims in canonical
// text, what equals its default left out. Reading it and writing it again gives the same bytes. Cost: linear.
std::string case_toml(const Case& c);

}  // namespace surety
