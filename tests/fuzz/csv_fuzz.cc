// Fuzz target: no bytes break the reading of the CSV of statements; what reads is written, and reads back
// equal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "exchange/statement_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto statements =
      surety::read_statement_csv(std::string(reinterpret_cast<const char*>(data), size), "s.csv");
  if (!statements) {
    SURETY_CHECK(!statements.error().empty());
    for (const surety::Fault& fault : statements.error())
      SURETY_CHECK(fault.place.line > 0 && fault.place.column > 0 && !fault.message.empty());
    return 0;
  }
  const std::string written = surety::statement_csv(*statements);
  const auto again = surety::read_statement_csv(written, "s.csv");
  SURETY_CHECK(again.has_value());
  SURETY_CHECK(again->size() == statements->size());
  SURETY_CHECK(surety::statement_csv(*again) == written);
  return 0;
}
