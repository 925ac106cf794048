// Date: a day of the Gregorian calendar; DateRange: from one day to another, either end open; AsOf: valid on
// V, known on K.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

namespace surety {

class Date {
 public:
  // Reads "2025-08-21"; nothing where it is no day of the calendar. Years 0001 to 9999.
  static std::optional<Date> parse(std::string_view text);
  static std::optional<Date> from(int year, int month, int day);

  // Days since 1 January 1970, and back; REQUIRES a year from 1 to 9999.
  std::int64_t day_number() const { return days_.time_since_epoch().count(); }
  static Date of_day_number(std::int64_t number) {
    return Date(std::chrono::sys_days{std::chrono::days{number}});
  }

  std::string iso() const;                    // "2025-08-21"
  std::string text(Language language) const;  // "21 Aug 2025", "21. August 2025"
  friend auto operator<=>(Date, Date) = default;

 private:
  explicit Date(std::chrono::sys_days days) : days_(days) {}
  std::chrono::sys_days days_;
};

// Both ends belong to the range; a missing end is open.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;
  bool contains(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

struct AsOf {
  Date valid;
  Date known;
};

}  // namespace surety
