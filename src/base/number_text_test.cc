// Tests of number_text.h: both languages, the ends of the range of numbers, and reading back what was
// printed.
#include "base/number_text.h"

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;
constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();
constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Language kEn = Language::en;
constexpr Language kDe = Language::de;

}  // namespace

TEST_CASE("number_text: whole numbers") {
  CHECK(number_text(0, kEn) == "0");
  CHECK(number_text(999, kEn) == "999");
  CHECK(number_text(50'000, kEn) == "50,000");
  CHECK(number_text(50'000, kDe) == "50.000");
  CHECK(number_text(-1'234'567, kEn) == "−1,234,567");
  CHECK(number_text(kLowest, kEn) == "−9,223,372,036,854,775,808");
  CHECK(number_text(kHighest, kDe) == "9.223.372.036.854.775.807");
}

TEST_CASE("number_text: hundredths") {
  CHECK(hundredths_text(123'450, kEn) == "1,234.50");
  CHECK(hundredths_text(123'450, kDe) == "1.234,50");
  CHECK(hundredths_text(123'400, kEn) == "1,234");
  CHECK(hundredths_text(-5, kEn) == "−0.05");
  CHECK(hundredths_text(0, kDe) == "0");
  CHECK(hundredths_text(kLowest, kEn) == "−92,233,720,368,547,758.08");
  CHECK(plain_hundredths(12'345) == "123.45");
  CHECK(plain_hundredths(12'000) == "120");
  CHECK(plain_hundredths(1'250) == "12.5");
  CHECK(plain_hundredths(-5) == "-0.05");
  CHECK(plain_hundredths(-100) == "-1");
  CHECK(plain_hundredths(kLowest) == "-92233720368547758.08");
}

TEST_CASE("number_text: ranges") {
  CHECK(range_text(8'000, 10'000, kEn) == "8,000–10,000");
  CHECK(range_text(8'000, 10'000, kDe) == "8.000–10.000");
  CHECK(range_text(5'000, 5'000, kEn) == "5,000");
  CHECK(range_text(-5, 3, kEn) == "−5 to 3");
  CHECK(range_text(-5, -3, kDe) == "−5 bis −3");
  CHECK(range_text(kLowest, kHighest, kEn) == "−9,223,372,036,854,775,808 to 9,223,372,036,854,775,807");
}

TEST_CASE("number_text: percent") {
  CHECK(percent_text(0.16, kEn) == "16\u00A0%");
  CHECK(percent_text(0.164, kEn) == "16.4\u00A0%");
  CHECK(percent_text(0.164, kDe) == "16,4\u00A0%");
  CHECK(percent_text(0, kEn) == "0\u00A0%");
  CHECK(percent_text(-0.0, kEn) == "0\u00A0%");
  CHECK(percent_text(1, kEn) == "100\u00A0%");
  CHECK(percent_text(-0.05, kEn) == "−5\u00A0%");
  CHECK(percent_text(12.5, kEn) == "1,250\u00A0%");
  CHECK(percent_text(0.0004, kEn) == "<0.1\u00A0%");
  CHECK(percent_text(0.9999, kDe) == ">99,9\u00A0%");
  CHECK(percent_text(1e-12, kEn) == "0\u00A0%");
  CHECK(percent_text(0.1 + 0.2 + 0.7 - 1e-13, kEn) == "100\u00A0%");
  CHECK(percent_text(kInfinity, kEn) == "–");
  CHECK(percent_text(std::nan(""), kEn) == "–");
  CHECK(percent_range_text(0.16, 0.20, kEn) == "16–20\u00A0%");
  CHECK(percent_range_text(0.165, 0.2, kDe) == "16,5–20\u00A0%");
  CHECK(percent_range_text(0.05, 0.0500001, kEn) == "5\u00A0%");
  CHECK(percent_range_text(-0.05, 0.05, kEn) == "−5 to 5\u00A0%");
  CHECK(percent_range_text(0, kInfinity, kEn) == "–");
}

TEST_CASE("number_text: decimals") {
  CHECK(decimal_text(0.25, 2, kEn) == "0.25");
  CHECK(decimal_text(0.25, 2, kDe) == "0,25");
  CHECK(decimal_text(1234.5, 1, kDe) == "1.234,5");
  CHECK(decimal_text(-0.001, 2, kEn) == "0.00");
  CHECK(decimal_text(-1.5, 1, kEn) == "−1.5");
  CHECK(decimal_text(2, 0, kEn) == "2");
  CHECK(decimal_text(2, -3, kEn) == "2");
  CHECK(decimal_text(std::nan(""), 2, kEn) == "–");
}

TEST_CASE("number_text: the shortest number reads back as the same one") {
  CHECK(shortest_number(0.1) == "0.1");
  CHECK(shortest_number(0.16) == "0.16");
  CHECK(shortest_number(50'000) == "50000");
  CHECK(shortest_number(100'000) == "100000");
  CHECK(shortest_number(-0.0) == "-0");
  CHECK(shortest_number(1e21) == "1e+21");
  CHECK(shortest_number(5e-324) == "5e-324");
  CHECK(shortest_number(1e-6) == "0.000001");
  Random random(kSeed);
  for (int round = 0; round < 20'000; ++round) {
    const double value = round % 2 == 0 ? std::bit_cast<double>(random.next()) : random.unit() * 1e6;
    if (!std::isfinite(value)) continue;
    CAPTURE(kSeed);
    REQUIRE(std::strtod(shortest_number(value).c_str(), nullptr) == value);
  }
  for (int round = 0; round < 5'000; ++round) {
    const auto value = static_cast<std::int64_t>(random.next());
    std::string digits = number_text(value, kDe);
    std::erase(digits, '.');
    if (digits.starts_with("−")) digits.replace(0, 3, "-");
    REQUIRE(digits == std::to_string(value));
  }
}

}  // namespace surety
