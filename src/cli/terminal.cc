// See terminal.h.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "cli/output.h"

namespace surety {
namespace {

constexpr int kWidthWithoutTerminal = 80, kWidthLeast = 40;
constexpr int kWidthMost = 100;  // longer lines are hard to read, however wide the window

int terminal_width() {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  if (columns == nullptr) return kWidthWithoutTerminal;
  const std::string_view text = columns;
  int width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  const bool whole = error == std::errc() && end == text.data() + text.size() && width > 0;
  return whole ? width : kWidthWithoutTerminal;
}

}  // namespace

PageStyle page_style(const Invocation& invocation) {
  const bool terminal = invocation.output.empty() && isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  const bool colourless = no_colour != nullptr && *no_colour != '\0';
  PageStyle style;
  style.width = terminal ? std::clamp(terminal_width(), kWidthLeast, kWidthMost) : kWidthWithoutTerminal;
  if (invocation.width) style.width = *invocation.width;
  style.colour = invocation.colour == Colour::always ||
                 (invocation.colour == Colour::automatic && terminal && !colourless);
  style.ascii = invocation.ascii;
  return style;
}

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }
bool stdin_is_terminal() { return isatty(STDIN_FILENO) == 1; }

std::optional<std::string> ask_on_terminal(const std::string& question) {
  print_progress(question);
  std::string line;
  char c = 0;
  while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n') line += c;
  if (line.empty()) return std::nullopt;
  return line;
}
bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

}  // namespace surety
