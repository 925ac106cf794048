// surety: the program. Turns argv into a request, runs the command, prints the answer; the only main besides
// other doors'.
#include <csignal>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include <fmt/chrono.h>

#include "base/number_text.h"
#include "cli/arguments.h"
#include "cli/interrupts.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "commands/answer_writing.h"
#include "commands/table.h"

namespace surety {
namespace {

constexpr Phrase kSteps = {" steps", " Schritte"};
constexpr Phrase kNotForTerminals = {"a terminal cannot show this format",
                                     "ein Terminal kann dieses Format nicht zeigen"};
constexpr Phrase kNoMemory = {"there is not enough memory for this answer",
                              "für diese Antwort reicht der Speicher nicht"};
constexpr Phrase kBroken = {"the program failed: ", "das Programm hat versagt: "};

int exit_code(Outcome outcome) { return static_cast<int>(outcome); }

int refuse(const Error& error, Language language) {
  print_message(fault_line({{error.where, 0, 0}, error.message, ""}, language));
  return exit_code(error.code == ErrorCode::storage ? Outcome::machine_failed : Outcome::refused);
}

// One line of a terminal, written over again and cleared at the end; nothing where stderr is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(Language language) : language_(language), watched_(stderr_is_terminal()) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  bool watched() const { return watched_; }
  void show(std::int64_t steps) {
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_at_ < kPause) return;
    shown_at_ = now;
    print_progress("\r\x1b[K" + number_text(steps, language_) + std::string(kSteps.in(language_)));
    shown_ = true;
  }
  void clear() {
    if (shown_) print_progress("\r\x1b[K");
    shown_ = false;
  }

 private:
  static constexpr std::chrono::milliseconds kPause{200};
  Language language_;
  bool watched_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point shown_at_ = std::chrono::steady_clock::now();
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Now, in UTC and to the second. Only what writes to a ledger asks.
std::string moment_now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

// As the XDG Base Directory Specification has it.
std::string settings_folder() {
  const std::string named = environment("XDG_CONFIG_HOME"), home = environment("HOME");
  if (named.starts_with("/")) return named;
  return home.empty() ? "" : home + "/.config";
}

Answer run_command(const Invocation& invocation) {
  Request request = invocation.request;
  ProgressLine progress(request.language);
  Interrupts interrupts;
  request.stop = interrupts.token();
  request.emit = [&](const std::string& line) {
    if (!print_line(line)) interrupts.stop();  // nobody reads on, so nobody waits for more
  };
  request.clock = moment_now;
  request.settings_folder = settings_folder();
  if (stdin_is_terminal()) request.ask = ask_on_terminal;
  if (progress.watched()) request.progress = [&](std::int64_t steps) { progress.show(steps); };
  return invocation.command->run(request);
}

// What the answer says on stdout or in its file; an exit code where that could not be said.
std::optional<int> deliver(const Invocation& invocation, const Answer& answer) {
  const Language language = invocation.request.language;
  if (const auto* pieces = std::get_if<ByteSource>(&answer.content)) {
    const auto written = invocation.output.empty() ? print_pieces(*pieces, language)
                                                   : write_pieces(invocation.output, *pieces, language);
    if (!written) return refuse(written.error(), language);
    return std::nullopt;
  }
  const auto bytes = answer_bytes(answer, invocation.form, page_style(invocation));
  if (!bytes) return refuse(bytes.error(), language);
  if (bytes->empty()) return std::nullopt;
  const auto written = invocation.output.empty() ? print_answer(*bytes, language)
                                                 : write_file(invocation.output, *bytes, language);
  if (!written) return refuse(written.error(), language);
  return std::nullopt;
}

int run(const std::vector<std::string>& words, const std::string& environment_language) {
  const auto invocation = read_arguments(words, command_table(), environment_language);
  if (!invocation) {
    print_message(fault_line(invocation.error().fault, invocation.error().language));
    return exit_code(Outcome::refused);
  }
  const Language language = invocation->request.language;
  if (invocation->command == nullptr) {
    const auto printed = print_answer("surety " SURETY_VERSION "\n", language);
    return printed ? exit_code(Outcome::answered) : refuse(printed.error(), language);
  }
  if (invocation->output.empty() && is_binary(invocation->form) && stdout_is_terminal()) {
    print_message(fault_line(
        {{"--output", 0, 0}, std::string(kNotForTerminals.in(language)), "--output FILE"}, language));
    return exit_code(Outcome::refused);
  }
  if (!invocation->output.empty())
    if (const auto fits = check_output_path(invocation->output, language); !fits)
      return refuse(fits.error(), language);
  const Answer answer = run_command(*invocation);
  if (const std::optional<int> code = deliver(*invocation, answer)) return *code;
  for (const Fault& fault : answer.faults) print_message(fault_line(fault, language));
  for (const std::string& message : answer.messages) print_message("surety: " + message);
  return exit_code(answer.outcome);
}

}  // namespace
}  // namespace surety

// Our own code throws nothing; what a library throws ends here in a sentence.
int main(int argc, char** argv) {
  using namespace surety;
  occupy_standard_descriptors();
  signal(SIGPIPE, SIG_IGN);  // a closed pipe and a full quota become errors of write(), which have sentences
  signal(SIGXFSZ, SIG_IGN);
  const Language language = environment("SURETY_LANG") == "de" ? Language::de : Language::en;
  try {
    return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), environment("SURETY_LANG"));
  } catch (const std::bad_alloc&) {
    print_message("surety: " + std::string(kNoMemory.in(language)));
  } catch (const std::exception& error) {
    print_message("surety: " + std::string(kBroken.in(language)) + error.what());
  } catch (...) {
    print_message("surety: " + std::string(kBroken.in(language)) + "?");
  }
  return exit_code(Outcome::machine_failed);
}
