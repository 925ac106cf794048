// See number_text.h.
#include "base/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace surety {
namespace {

constexpr std::string_view kMinus = "−";
constexpr std::string_view kNoNumber = "–";
constexpr std::string_view kPercent = "\u00A0%";
constexpr Phrase kDecimalSign{".", ","};
constexpr Phrase kGroupSign{",", "."};
constexpr Phrase kTo{" to ", " bis "};
constexpr double kNoDifference = 1e-9;  // what adding up shares may be off by

// The magnitude of `value`, also of the lowest one, which has no positive counterpart.
std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

// "1234567" -> "1,234,567".
std::string grouped(std::string_view digits, Language language) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += kGroupSign.in(language);
    text += digits[i];
  }
  return text;
}

// A number printed in the C locale ("-1234.5") as a person of the language writes it.
std::string localised(std::string_view plain, Language language) {
  const bool negative = plain.starts_with('-') && plain.find_first_of("123456789") != plain.npos;
  if (plain.starts_with('-')) plain.remove_prefix(1);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text(negative ? kMinus : "");
  text += grouped(plain.substr(0, point), language);
  if (point < plain.size()) text.append(kDecimalSign.in(language)).append(plain.substr(point + 1));
  return text;
}

// The share as a number of percent, without the sign.
std::string percent_number(double share, Language language) {
  if (share > kNoDifference && share < 0.0005) return "<" + localised("0.1", language);
  if (share < 1 - kNoDifference && share >= 0.9995) return ">" + localised("99.9", language);
  std::string plain = fmt::format("{:.1f}", share * 100);
  if (plain.ends_with(".0")) plain.resize(plain.size() - 2);
  return localised(plain, language);
}

std::string between(const std::string& low, const std::string& high, Language language) {
  if (low == high) return low;
  const bool negative = low.starts_with(kMinus) || high.starts_with(kMinus);
  return fmt::format("{}{}{}", low, negative ? kTo.in(language) : "–", high);
}

}  // namespace

std::string number_text(std::int64_t value, Language language) {
  return std::string(value < 0 ? kMinus : "") + grouped(fmt::format("{}", magnitude(value)), language);
}

std::string hundredths_text(std::int64_t hundredths, Language language) {
  const std::uint64_t count = magnitude(hundredths);
  std::string plain = fmt::format("{}{}", hundredths < 0 ? "-" : "", count / 100);
  if (count % 100 != 0) plain += fmt::format(".{:02}", count % 100);
  return localised(plain, language);
}

std::string decimal_text(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return std::string(kNoNumber);
  return localised(fmt::format("{:.{}f}", value, std::clamp(decimals, 0, 17)), language);
}

std::string range_text(std::int64_t low, std::int64_t high, Language language) {
  return between(number_text(low, language), number_text(high, language), language);
}

std::string percent_text(double share, Language language) {
  if (!std::isfinite(share)) return std::string(kNoNumber);
  return percent_number(share, language).append(kPercent);
}

std::string percent_range_text(double low, double high, Language language) {
  if (!std::isfinite(low) || !std::isfinite(high)) return std::string(kNoNumber);
  return between(percent_number(low, language), percent_number(high, language), language).append(kPercent);
}

std::string shortest_number(double value) {
  // 1e21 has 22 digits, 1e-6 with 17 digits takes 25 signs; the exponent form is shorter than both.
  std::array<char, 64> room{};
  const double size = std::abs(value);
  const bool fixed = value == 0 || (size >= 1e-6 && size < 1e21);
  const auto end =
      fixed ? std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed)
            : std::to_chars(room.data(), room.data() + room.size(), value);
  return {room.data(), end.ptr};
}

std::string plain_hundredths(std::int64_t hundredths) {
  const std::uint64_t count = magnitude(hundredths);
  std::string text = fmt::format("{}{}", hundredths < 0 ? "-" : "", count / 100);
  if (count % 100 == 0) return text;
  text += fmt::format(".{:02}", count % 100);
  if (text.ends_with('0')) text.pop_back();
  return text;
}

std::string counted_text(std::int64_t count, Phrase one, Phrase many, Language language) {
  return number_text(count, language) + " " + std::string((count == 1 ? one : many).in(language));
}

std::string count_text(double count, Language language) {
  constexpr double kExactBelow = 9007199254740992.0;
  return count < kExactBelow ? number_text(static_cast<std::int64_t>(count), language)
                             : shortest_number(count);
}

}  // namespace surety
