// A case of any size in the claim language, for benches: parties in blocs, issues, pledges, demands and red
// lines.
#pragma once
#include <cstdint>
#include <string>

namespace surety {

// A TOML case with `statements` statements that carry a claim. Statements come in rounds on about one topic a
// hundred, as in a real collection: most repeat or support what others say, a few clash. The same seed gives
// the same bytes.
std::string generated_case(int statements, std::uint64_t seed);

}  // namespace surety
