// The front answer as a whole process: time to the page and peak memory, on generated cases and on the
// shipped one, each beside `surety check` of the same case (reading and checking alone: the bound no answer
// can beat).
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "generated_case.h"

namespace {

struct Run {
  double seconds = 0;
  double megabytes = 0;
  int exit = 0;
};

// One process from start to end, its output thrown away.
Run run(const std::string& program, const std::string& command, const std::string& path) {
  const auto start = std::chrono::steady_clock::now();
  std::fflush(stdout);  // or the child would print it once more
  const pid_t child = fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(127);
    execl(program.c_str(), program.c_str(), command.c_str(), path.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return {took.count(), static_cast<double>(usage.ru_maxrss) / 1024,
          WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

// The median of five runs by time; memory of the same run.
Run median(const std::string& program, const std::string& command, const std::string& path) {
  std::vector<Run> runs;
  for (int i = 0; i < 5; ++i) runs.push_back(run(program, command, path));
  std::ranges::sort(runs, {}, &Run::seconds);
  return runs[2];
}

void compare(const std::string& program, const std::string& name, const std::string& path) {
  const Run check = median(program, "check", path), assess = median(program, "assess", path);
  std::printf("%-28s assess %7.3f s %6.1f MB exit %d | check %7.3f s | ratio %.2f\n", name.c_str(),
              assess.seconds, assess.megabytes, assess.exit, check.seconds, assess.seconds / check.seconds);
}

}  // namespace

int main() {
  const char* named = std::getenv("SURETY_PROGRAM");
  const std::string program = named != nullptr ? named : std::string(SURETY_SOURCE_DIR) + "/build/surety";
  compare(program, "cases/ukraine-2025-08", std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  for (const int statements : {100, 300, 1'000}) {
    const std::string path =
        (std::filesystem::temp_directory_path() / ("surety-bench-" + std::to_string(statements) + ".toml"))
            .string();
    std::ofstream(path) << surety::generated_case(statements, 1);
    compare(program, std::to_string(statements) + " statements, seed 1", path);
    std::filesystem::remove(path);
  }
  return 0;
}
