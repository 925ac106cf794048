// Rates of conflict_sets on generated negotiations, beside those of the prototype, in one run.
//
// Usage     conflict_bench [seconds [instance.txt ...]]
// Reads     the flat files named, or small, medium and large made on the spot by gen.py and flat.py of the
// folder
//           SURETY_PROTOTYPES (default: ../shared/prototypes/conflicts beside the checkout); the prototype's
//           binary is SURETY_PROTOTYPE. What is missing is not measured, and says so.
// Prints    conflicts a second of CPU time, as collapsed contents and as sets of statements, and the ratios
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/flat_instance.h"
#include "solve/conflict_sets.h"

namespace surety {

namespace {

struct Rates {
  double conflicts = 0;  // a second
  double statements = 0;
  double first = 0;  // seconds to the first conflict
  bool complete = false;
};

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : otherwise;
}

Rates measure(const FlatInstance& instance, double seconds) {
  const double start = cpu_seconds();
  std::stop_source stop;
  Budget budget = Budget::unlimited();
  budget.stop_with(stop.get_token());
  const auto look_at_clock = [&] {
    if (cpu_seconds() - start >= seconds) stop.request_stop();
  };
  budget.report_to([&](std::int64_t) { look_at_clock(); });
  double conflicts = 0, statements = 0;
  Rates rates;
  const auto count = [&](const GroupSet& conflict) {
    if (conflicts++ == 0) rates.first = cpu_seconds() - start;
    double voices = 1;
    for (const int g : conflict) voices *= instance.voices[static_cast<std::size_t>(g)];
    statements += voices;
    look_at_clock();
  };
  const ConflictSets sets = conflict_sets(instance.system, std::int64_t{1} << 40, budget,
                                          {count, [&](const GroupSet&) { look_at_clock(); }});
  const double spent = cpu_seconds() - start;
  rates.conflicts = conflicts / spent;
  rates.statements = statements / spent;
  rates.complete = sets.complete;
  return rates;
}

// What the prototype prints of itself: "MUS 42 (over statements 69) ... COMPLETE in 0.943 s; first MUS 0.0002
// ..."
std::optional<Rates> measure_prototype(const std::string& prototype, const std::string& file,
                                       double seconds) {
  const std::string command = "'" + prototype + "' '" + file + "' -c -t " + std::to_string(seconds);
  FILE* output = popen(command.c_str(), "r");
  if (output == nullptr) return std::nullopt;
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = fread(buffer.data(), 1, buffer.size(), output))
    text.append(buffer.data(), read);
  pclose(output);
  const std::size_t line = text.find("\nMUS ");
  const std::size_t time = text.find(" in ", line);
  if (line == std::string::npos || time == std::string::npos) return std::nullopt;
  double conflicts = 0, statements = 0, spent = 0;
  Rates rates;
  if (std::sscanf(text.c_str() + line, " MUS %lf (over statements %lf)", &conflicts, &statements) != 2)
    return std::nullopt;
  if (std::sscanf(text.c_str() + time, " in %lf s; first MUS %lf", &spent, &rates.first) != 2)
    return std::nullopt;
  rates.conflicts = conflicts / spent;
  rates.statements = statements / spent;
  rates.complete = text.find("COMPLETE") != std::string::npos;
  return rates;
}

void print(const char* who, const Rates& rates) {
  std::printf("  %-10s %10.0f conflicts/s %14.0f over statements/s  first %.4f s%s\n", who, rates.conflicts,
              rates.statements, rates.first, rates.complete ? "  complete" : "");
}

std::vector<std::string> generated_instances() {
  const std::string sources =
      environment("SURETY_PROTOTYPES", std::string(SURETY_SOURCE_DIR) + "/../shared/prototypes/conflicts");
  if (!std::filesystem::exists(sources + "/gen.py")) return {};
  const auto folder = std::filesystem::temp_directory_path() / "surety_conflict_bench";
  std::filesystem::create_directories(folder);
  std::vector<std::string> files;
  for (const std::string size : {"small", "medium", "large"}) {
    const std::string stem = (folder / (size + "-1")).string();
    const std::string make = "python3 -B '" + sources + "/gen.py' " + size + " 1 '" + stem +
                             ".json' > /dev/null && " + "python3 -B '" + sources + "/flat.py' '" + stem +
                             ".json' '" + stem + ".txt'";
    if (std::system(make.c_str()) == 0) files.push_back(stem + ".txt");
  }
  return files;
}

// The instance with each side in turn, so that a busy machine is busy for both.
void compare(const std::string& file, double seconds, const std::string& prototype) {
  const auto instance = read_flat_instance(file, true);
  if (!instance) {
    std::printf("%s: not measured (no such instance)\n", file.c_str());
    return;
  }
  std::printf("%s: %d statements, %zu contents\n", std::filesystem::path(file).stem().c_str(),
              instance->statements, instance->system.soft.size());
  const Rates ours = measure(*instance, seconds);
  print("surety", ours);
  const auto theirs = prototype.empty() ? std::nullopt : measure_prototype(prototype, file, seconds);
  if (!theirs) {
    std::printf("  prototype  not measured (SURETY_PROTOTYPE names no binary that answers)\n");
    return;
  }
  print("prototype", *theirs);
  std::printf("  ratio      %10.2f             %14.2f\n", ours.conflicts / theirs->conflicts,
              ours.statements / theirs->statements);
}

}  // namespace

}  // namespace surety

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 8;
  std::vector<std::string> files(argv + std::min(argc, 2), argv + argc);
  if (files.empty()) files = surety::generated_instances();
  if (files.empty()) std::printf("not measured: no instances (see SURETY_PROTOTYPES)\n");
  const std::string prototype = surety::environment("SURETY_PROTOTYPE", "");
  for (const std::string& file : files) surety::compare(file, seconds, prototype);
  return 0;
}
