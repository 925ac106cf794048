// Tests of date.h: the calendar, what is refused, both languages, ranges with open ends.
#include "base/date.h"

#include <doctest/doctest.h>

namespace surety {

TEST_CASE("date: reads and writes ISO dates") {
  for (const std::string text : {"2025-08-21", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) {
    const auto date = Date::parse(text);
    REQUIRE(date);
    CHECK(date->iso() == text);
  }
}

TEST_CASE("date: refuses what is no day of the calendar") {
  for (const char* text : {"", "2025", "2025-8-21", "2025-08-21 ", " 2025-08-21", "2025/08/21", "2025-13-01",
                           "2025-00-10", "2025-02-29", "1900-02-29", "2025-04-31", "2025-01-00", "0000-01-01",
                           "-025-01-01", "20a5-01-01", "2025-08-2\xC2", "2025-08-+1", "21.08.2025"}) {
    CAPTURE(text);
    CHECK(!Date::parse(text));
  }
  CHECK(!Date::from(10'000, 1, 1));
  CHECK(!Date::from(2025, -1, 1));
  CHECK(!Date::from(2025, 1, 1 + 256));
}

TEST_CASE("date: reads as people write it") {
  const auto day = Date::from(2025, 8, 21);
  const auto march = Date::from(2024, 3, 1);
  REQUIRE(day);
  REQUIRE(march);
  CHECK(day->text(Language::en) == "21 Aug 2025");
  CHECK(day->text(Language::de) == "21. August 2025");
  CHECK(march->text(Language::en) == "1 Mar 2024");
  CHECK(march->text(Language::de) == "1. März 2024");
}

TEST_CASE("date: days are in order, and every day of a leap year is one") {
  const auto first = Date::from(2024, 1, 1);
  REQUIRE(first);
  int days = 0;
  std::string before;
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 31; ++day) {
      const auto date = Date::from(2024, month, day);
      if (!date) continue;
      ++days;
      CHECK(before < date->iso());
      CHECK(*first <= *date);
      before = date->iso();
    }
  }
  CHECK(days == 366);
}

TEST_CASE("date: a range holds both its ends, and an open end holds everything") {
  const auto first = Date::from(2025, 8, 1), middle = Date::from(2025, 8, 15), last = Date::from(2025, 8, 31);
  REQUIRE((first && middle && last));
  CHECK(DateRange{first, last}.contains(*first));
  CHECK(DateRange{first, last}.contains(*middle));
  CHECK(DateRange{first, last}.contains(*last));
  CHECK(!DateRange{middle, last}.contains(*first));
  CHECK(!DateRange{first, middle}.contains(*last));
  CHECK(DateRange{std::nullopt, middle}.contains(*first));
  CHECK(!DateRange{std::nullopt, middle}.contains(*last));
  CHECK(DateRange{middle, std::nullopt}.contains(*last));
  CHECK(DateRange{}.contains(*first));
}

}  // namespace surety
