// Fuzz target: whatever parse_claim reads prints, reads back equal and prints the same again; every fault
// lies inside.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "model/claim.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto claim = surety::parse_claim(text);
  if (!claim) {
    SURETY_CHECK(claim.error().offset <= size);
    SURETY_CHECK(!claim.error().message.empty() && !claim.error().expected.empty());
    return 0;
  }
  const std::string printed = surety::print_claim(*claim);
  const auto again = surety::parse_claim(printed);
  SURETY_CHECK(again.has_value());
  SURETY_CHECK(*again == *claim);
  SURETY_CHECK(surety::print_claim(*again) == printed);
  for (int k = 0; k < static_cast<int>(claim->nodes.size()) && k < 100; ++k) {
    const auto& node = claim->nodes[static_cast<std::size_t>(k)];
    SURETY_CHECK(surety::operand_ends(*claim, k).size() == static_cast<std::size_t>(node.operands));
  }
  for (const surety::Atom& atom : claim->atoms) SURETY_CHECK(atom.at.name < size && atom.at.value < size);
  return 0;
}
