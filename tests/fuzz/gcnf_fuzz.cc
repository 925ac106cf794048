// Fuzz target: no bytes break the reading of group CNF; what is read keeps to its header.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/group_cnf.h"

namespace {

void check_clauses(const surety::ConstraintSystem& system, const std::vector<surety::Clause>& clauses) {
  for (const surety::Clause& clause : clauses)
    for (const surety::Literal literal : clause)
      SURETY_CHECK(literal != 0 && literal <= system.boolean_count && literal >= -system.boolean_count);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto system =
      surety::read_group_cnf(std::string_view(reinterpret_cast<const char*>(data), size), "f.gcnf");
  if (!system) {
    SURETY_CHECK(!system.error().message.empty());
    return 0;
  }
  check_clauses(*system, system->hard);
  for (const surety::SoftGroup& group : system->soft) check_clauses(*system, group.clauses);
  return 0;
}
