// See command.h.
#include "commands/command.h"

namespace surety {

std::string Request::value(const std::string& option) const {
  const auto at = options.find(option);
  return at == options.end() || at->second.empty() ? "" : at->second.back();
}

std::vector<std::string> Request::list(const std::string& option) const {
  std::vector<std::string> items;
  const auto at = options.find(option);
  if (at == options.end()) return items;
  for (const std::string& value : at->second) {
    std::size_t from = 0;
    while (from <= value.size()) {
      const std::size_t comma = std::min(value.find(',', from), value.size());
      // Ids hold no white space, so a blank beside a comma is the writer's habit.
      const std::size_t first = value.find_first_not_of(' ', from);
      const std::size_t last = value.find_last_not_of(' ', comma == 0 ? 0 : comma - 1);
      if (first < comma && last != std::string::npos && last >= first)
        items.push_back(value.substr(first, last - first + 1));
      from = comma + 1;
    }
  }
  return items;
}

Answer refused(Faults faults) { return {std::string(), std::move(faults), {}, Outcome::refused}; }

Answer refused(const Error& error) {
  Answer answer{std::string(), {{{error.where, 0, 0}, error.message, ""}}, {}, Outcome::refused};
  if (error.code == ErrorCode::storage) answer.outcome = Outcome::machine_failed;
  if (error.code == ErrorCode::interrupted) answer.outcome = Outcome::stopped;
  return answer;
}

}  // namespace surety
