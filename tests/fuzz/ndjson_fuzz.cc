// Fuzz target: no bytes break the reading of a ledger's NDJSON; what is taken is whole and comes out byte for
// byte.
//
// The ledger stands in memory's file system. A first byte of 1 to 9 asks that lines be chained: the hash, the
// number and the moment of each are made to fit, so that what the payloads say is reached.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>

#include "base/check.h"
#include "exchange/ledger_check.h"
#include "exchange/ndjson.h"
#include "ledger/ledger.h"

namespace {

std::string chained(std::string_view text) {
  std::string out;
  surety::Record record{
      1, 0, surety::RecordKind::note, "f", "2025-01-01T00:00:00Z", "", std::string(surety::kNoRecordBefore)};
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto kind =
        line.empty() ? std::nullopt : std::optional(static_cast<surety::RecordKind>(line.front() % 9));
    if (!kind) continue;
    record.kind = *kind;
    record.seq += 1;
    record.payload = line.substr(1);
    const std::string bytes = surety::canonical_line(record);
    record.previous = surety::record_hash(bytes);
    out += bytes + "\n";
  }
  return out;
}

const std::string& folder() {
  static const std::string name = "/dev/shm/surety-fuzz-" + std::to_string(::getpid());
  return name;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (!text.empty() && 1 <= text.front() && text.front() <= 9)
    text = chained(std::string_view(text).substr(1));
  if (text.empty()) return 0;
  const std::string lines = folder() + ".ndjson", path = folder() + ".ledger";
  std::ofstream(lines, std::ios::binary) << text;
  static const bool made = surety::create_ledger(path).has_value();
  SURETY_CHECK(made);
  static const auto ledger = *surety::open_ledger(path, surety::LedgerAccess::write);
  auto writing = ledger->begin_writing("fuzz", "2025-01-01T00:00:00Z");
  SURETY_CHECK(writing.has_value());
  const auto taken = surety::take_ndjson(*ledger, **writing, lines, [](std::int64_t) { return true; });
  if (!taken) {
    SURETY_CHECK(!taken.error().faults.empty() && !taken.error().faults.front().message.empty());
    return 0;
  }
  // Not committed: the next input finds an empty ledger again.
  const auto faults = surety::check_all(*ledger, "l", *surety::Date::parse("9999-12-31"), {});
  SURETY_CHECK(faults.has_value());
  std::string out;
  SURETY_CHECK(surety::write_ndjson(*ledger, [&](std::string_view piece) {
    out += piece;
    return true;
  }));
  SURETY_CHECK(out == text || out == text + "\n");
  return 0;
}
