// Days as numbers, as the derived tables keep and compare them: 1970-01-01 is 0.
#pragma once
#include <chrono>
#include <cstdint>
#include <limits>

#include "base/date.h"

namespace surety {

// These two stand for no day at all.
inline constexpr std::int64_t kBeforeAllDays = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t kAfterAllDays = std::numeric_limits<std::int32_t>::max();

inline std::int64_t day_number(Date date) {
  const std::string text = date.iso();
  const auto digits = [&](std::size_t at, std::size_t count) {
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) number = 10 * number + (text[i] - '0');
    return number;
  };
  const std::chrono::year_month_day day{std::chrono::year{digits(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(digits(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(digits(8, 2))}};
  return std::chrono::sys_days{day}.time_since_epoch().count();
}

}  // namespace surety
