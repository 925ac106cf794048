// See generated_ledger.h.
#include "bench/generated_ledger.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>

#include "ledger/record.h"

namespace surety {
namespace {

constexpr std::int64_t kLines = 1000, kStates = 200;

class Lines {
 public:
  explicit Lines(const std::string& file) : out_(file, std::ios::binary) {}

  void add(RecordKind kind, std::string payload, const std::string& day) {
    record_.seq += 1;
    record_.kind = kind;
    record_.analyst = "bench";
    record_.recorded = day + "T12:00:00Z";
    record_.payload = std::move(payload);
    const std::string line = canonical_line(record_);
    out_ << line << '\n';
    bytes_ += static_cast<std::int64_t>(line.size()) + 1;
    record_.previous = record_hash(line);
  }
  std::int64_t bytes() const { return bytes_; }

 private:
  std::ofstream out_;
  Record record_{1, 0, RecordKind::note, "", "", "", std::string(kNoRecordBefore)};
  std::int64_t bytes_ = 0;
};

std::string day_after(std::int64_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} +
                                        std::chrono::days{days}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace

std::int64_t write_generated_ledger(const std::string& file, std::int64_t statements) {
  Lines lines(file);
  const std::string first = day_after(0);
  lines.add(RecordKind::vocabulary,
            fmt::format(R"({{"entry":{{"id":"years","reference_date":"{}"}},"table":"case"}})",
                        day_after((statements - 1) / kLines)),
            first);
  lines.add(RecordKind::vocabulary, R"({"entry":{"id":"troops","unit":"soldiers"},"table":"capability"})",
            first);
  for (std::int64_t n = 0; n < kStates; ++n)
    lines.add(RecordKind::actor, fmt::format(R"({{"id":"N{}","kind":"state"}})", n), first);
  lines.add(RecordKind::source, R"({"date":"2000-01-01","id":"page","outlet":"The Page"})", first);
  for (std::int64_t n = 0; n < kLines / kStates; ++n)
    lines.add(RecordKind::vocabulary, fmt::format(R"({{"entry":{{"id":"P{}"}},"table":"place"}})", n), first);
  lines.add(
      RecordKind::statement,
      R"({"chain":["page"],"claim":"troops() >= 1000000","id":"NEED","kind":"requirement","speaker":"N0"})",
      first);
  for (std::int64_t n = 0; n < statements; ++n) {
    const std::int64_t line = n % kLines;
    const std::string day = day_after(n / kLines);
    const std::string supersedes = n < kLines ? "" : fmt::format(R"(,"supersedes":["S{}"])", n - kLines);
    lines.add(
        RecordKind::statement,
        fmt::format(
            R"({{"chain":["N{0}","page"],"claim":"troops(by N{0}, in P{1}) = {2}","credibility":2,)"
            R"("gloss":{{"en":"The state offers {2} soldiers for the force in the place"}},"id":"S{3}",)"
            R"("kind":"pledge","modality":"commits","said":"{4}","speaker":"N{0}"{5}}})",
            line % kStates, line / kStates, 100 + n % 997, n, day, supersedes),
        day);
  }
  return lines.bytes();
}

}  // namespace surety
