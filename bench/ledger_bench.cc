// The ledger: import, verification, queries as of a day, each beside raw SQLite with the same bytes in the
// same run.
//
// SURETY_BENCH_STATEMENTS says how many statements (default 100000).
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/generated_ledger.h"
#include "exchange/ledger_case.h"
#include "exchange/ledger_check.h"
#include "exchange/ndjson.h"
#include "ledger/ledger.h"
#include "ledger/sqlite_file.h"
#include "model/standing.h"

namespace surety {
namespace {

std::int64_t statements() {
  const char* text = std::getenv("SURETY_BENCH_STATEMENTS");
  return text == nullptr ? 100'000 : std::atoll(text);
}

// A folder with the records as NDJSON, and a ledger once import has made one.
struct Place {
  Place() {
    folder =
        (std::filesystem::temp_directory_path() / ("surety-bench-" + std::to_string(::getpid()))).string();
    std::filesystem::create_directories(folder);
    bytes = write_generated_ledger(folder + "/records.ndjson", statements());
  }
  ~Place() { std::filesystem::remove_all(folder); }
  std::string folder;
  std::int64_t bytes = 0;
};

const Place& place() {
  static const Place made;
  return made;
}

std::int64_t import_into(const std::string& path) {
  std::filesystem::remove(path);
  if (!create_ledger(path)) std::abort();
  const auto ledger = open_ledger(path, LedgerAccess::write);
  auto writing = (*ledger)->begin_writing("bench", "2030-01-01T00:00:00Z");
  const auto taken =
      take_ndjson(**ledger, **writing, place().folder + "/records.ndjson", [](std::int64_t) { return true; });
  const auto faults = check_all(**ledger, path, day_of((*writing)->head().recorded), {});
  if (!taken || !faults || !faults->empty() || !(*writing)->commit()) std::abort();
  return taken->added;
}

const std::string& ledger_path() {
  static const std::string path = [] {
    const std::string made = place().folder + "/kept.ledger";
    import_into(made);
    return made;
  }();
  return path;
}

void import_ndjson(benchmark::State& state) {
  std::int64_t records = 0;
  for (auto _ : state) records += import_into(place().folder + "/import.ledger");
  state.SetItemsProcessed(records);
}

// The same lines into one table of SQLite, in one transaction with the same safety.
void raw_inserts(benchmark::State& state) {
  std::int64_t records = 0;
  for (auto _ : state) {
    const std::string path = place().folder + "/raw.sqlite";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    const auto file = *SqliteFile::open(path, SqliteMode::create);
    file->run("PRAGMA journal_mode = WAL");
    file->run("PRAGMA synchronous = FULL");
    file->run("CREATE TABLE record(seq INTEGER PRIMARY KEY, line TEXT NOT NULL)");
    file->run("BEGIN");
    SqliteQuery query = file->prepare("INSERT INTO record VALUES(?1, ?2)");
    std::ifstream in(place().folder + "/records.ndjson");
    for (std::string line; std::getline(in, line);) query.bind(1, ++records).bind(2, line).run();
    file->run("COMMIT");
    if (file->failed()) std::abort();
  }
  state.SetItemsProcessed(records);
}

void verify_ledger(benchmark::State& state) {
  const auto ledger = open_ledger(ledger_path(), LedgerAccess::read);
  std::int64_t records = 0;
  for (auto _ : state) {
    const auto check = (*ledger)->verify();
    if (!check || !check->whole()) std::abort();
    records += check->records;
  }
  state.SetItemsProcessed(records);
}

void raw_selects(benchmark::State& state) {
  const auto file = *SqliteFile::open(ledger_path(), SqliteMode::read);
  std::int64_t records = 0, bytes = 0;
  for (auto _ : state) {
    SqliteQuery query = file->prepare("SELECT line FROM record ORDER BY seq");
    while (query.row()) bytes += static_cast<std::int64_t>(query.text(0).size()), ++records;
  }
  benchmark::DoNotOptimize(bytes);
  state.SetItemsProcessed(records);
}

// What one of 200 actors said that is current on the last day.
void as_of_one_actor(benchmark::State& state) {
  for (auto _ : state) {
    const auto ledger = open_ledger(ledger_path(), LedgerAccess::read);
    LedgerView view;
    view.parties = {"N7"};
    view.current_on = day_of((*ledger)->head()->recorded);
    const auto known = case_of_ledger(**ledger, "ledger", view);
    if (!known || known->c.statements.empty()) std::abort();
    benchmark::DoNotOptimize(known->c.statements.size());
  }
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["rss_mib"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

// The 1,000 statements that are current, read into a case and found to be so.
void as_of_all_current(benchmark::State& state) {
  for (auto _ : state) {
    const auto ledger = open_ledger(ledger_path(), LedgerAccess::read);
    LedgerView view;
    const Date last = day_of((*ledger)->head()->recorded);
    view.current_on = last;
    auto known = case_of_ledger(**ledger, "ledger", view);
    if (!known || current_statements(known->c, last).size() != 1001) std::abort();
  }
}

BENCHMARK(import_ndjson)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(raw_inserts)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(verify_ledger)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(raw_selects)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(as_of_one_actor)->Unit(benchmark::kMillisecond);
BENCHMARK(as_of_all_current)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace surety
