// See date.h.
#include "base/date.h"

#include <array>

#include <fmt/format.h>

namespace surety {
namespace {

constexpr std::array<Phrase, 12> kMonths = {{{"Jan", "Januar"},
                                             {"Feb", "Februar"},
                                             {"Mar", "März"},
                                             {"Apr", "April"},
                                             {"May", "Mai"},
                                             {"Jun", "Juni"},
                                             {"Jul", "Juli"},
                                             {"Aug", "August"},
                                             {"Sep", "September"},
                                             {"Oct", "Oktober"},
                                             {"Nov", "November"},
                                             {"Dec", "Dezember"}}};

// The number written in `text`, all of whose characters must be digits.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
             day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from(*year, *month, *day);
}

std::optional<Date> Date::from(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days{ymd});
}

std::string Date::iso() const {
  const std::chrono::year_month_day ymd{days_};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string Date::text(Language language) const {
  const std::chrono::year_month_day ymd{days_};
  const std::string_view month = kMonths[static_cast<unsigned>(ymd.month()) - 1].in(language);
  return fmt::format("{}{} {} {}", static_cast<unsigned>(ymd.day()), language == Language::de ? "." : "",
                     month, static_cast<int>(ymd.year()));
}

}  // namespace surety
