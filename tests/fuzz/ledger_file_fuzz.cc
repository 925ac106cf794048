// Fuzz target: no bytes of a file break the opening, the reading and the verification of a ledger.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/check.h"
#include "exchange/ledger_case.h"
#include "exchange/ndjson.h"
#include "ledger/ledger.h"

namespace {

// A small ledger's bytes, to which the input is laid: pairs of place and value.
const std::string& sound_bytes() {
  static const std::string bytes = [] {
    const std::string path = "/dev/shm/surety-fuzz-" + std::to_string(::getpid()) + ".ledger";
    SURETY_CHECK(surety::create_ledger(path).has_value());
    {
      const auto ledger = surety::open_ledger(path, surety::LedgerAccess::write);
      const auto writing = (*ledger)->begin_writing("fuzz", "2025-01-01T00:00:00Z");
      const auto add = [&](surety::RecordKind kind, const char* payload) {
        SURETY_CHECK((*writing)->append(kind, payload).has_value());
      };
      add(surety::RecordKind::vocabulary,
          R"({"entry":{"id":"c","reference_date":"2025-01-01"},"table":"case"})");
      add(surety::RecordKind::actor, R"({"id":"A","kind":"state"})");
      add(surety::RecordKind::source, R"({"id":"p"})");
      add(surety::RecordKind::statement,
          R"({"chain":["p"],"id":"S1","kind":"position","said":"2024-01-01","speaker":"A"})");
      add(surety::RecordKind::statement,
          R"({"chain":["p"],"id":"S2","kind":"position","said":"2024-02-01","speaker":"A","supersedes":["S1"]})");
      add(surety::RecordKind::judgement, R"({"likelihood":0.5,"statement":"S2"})");
      SURETY_CHECK((*writing)->commit().has_value());
    }
    std::ifstream in(path, std::ios::binary);
    std::string read((std::istreambuf_iterator<char>(in)), {});
    std::filesystem::remove(path);
    return read;
  }();
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes;
  if (size > 0 && data[0] == 'S') {
    bytes.assign(reinterpret_cast<const char*>(data), size);
  } else {
    bytes = sound_bytes();
    for (std::size_t i = 1; i + 3 < size; i += 4) {
      const std::size_t at = (data[i] << 16 | data[i + 1] << 8 | data[i + 2]) % bytes.size();
      bytes[at] = static_cast<char>(data[i + 3]);
    }
  }
  const auto ledger = surety::open_ledger_bytes(bytes);
  if (!ledger) {
    SURETY_CHECK(!ledger.error().message.empty());
    return 0;
  }
  const auto check = (*ledger)->verify();
  SURETY_CHECK(check.has_value() || !check.error().message.empty());
  (void)surety::case_of_ledger(**ledger, "l", {});
  surety::LedgerView view;
  view.current_on = surety::Date::parse("2025-01-01");
  view.analyst = "fuzz";
  (void)surety::case_of_ledger(**ledger, "l", view);
  std::string out;
  (void)surety::write_ndjson(**ledger, [&](std::string_view piece) {
    out += piece;
    return true;
  });
  return 0;
}
