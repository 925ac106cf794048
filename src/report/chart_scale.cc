// See chart_scale.h.
#include "report/chart_scale.h"

#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kTickGap = 14;
constexpr double kWholeMax = 9e15;
constexpr double kEndMin = 1e-6, kEndMax = 1e18;  // beyond, steps lose their digits

// The next larger of 1, 2, 5 times a power of ten.
double next_step(double step) {
  const double power = std::pow(10, std::floor(std::log10(step) + 1e-9));
  const double digit = std::round(step / power);
  return digit < 2 ? 2 * power : digit < 5 ? 5 * power : 10 * power;
}

}  // namespace

std::string tick_text(double value, Language language) {
  if (std::abs(value) < kWholeMax && value == std::round(value))
    return number_text(static_cast<std::int64_t>(value), language);
  if (std::abs(value) >= kWholeMax || std::abs(value) < 1e-3) return shortest_number(value);
  std::string text = decimal_text(value, 3, language);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.') || text.ends_with(',')) text.pop_back();
  return text;
}

ChartScale::ChartScale(double largest, double from, double to) : from_(from), to_(to) {
  if (std::isfinite(largest) && largest > 0) end_ = std::clamp(largest, kEndMin, kEndMax);
}

double ChartScale::at(double value) const {
  const double counted = std::isfinite(value) ? std::clamp(value, 0.0, end_) : 0;
  return from_ + (to_ - from_) * (counted / end_);
}

std::vector<ScaleTick> ChartScale::ticks(Language language, double size) const {
  double step = std::pow(10, std::floor(std::log10(end_)) - 1);
  const auto label_width = [&](double one) {
    const double last = std::floor(end_ / one) * one;
    return std::max(text_width(tick_text(last, language), size), text_width(tick_text(one, language), size));
  };
  while (end_ / step > 1 && (to_ - from_) * (step / end_) < label_width(step) + kTickGap)
    step = next_step(step);
  std::vector<ScaleTick> ticks = {{0, "0"}};
  double right = from_ + text_width("0", size) / 2;
  for (double value = step; value <= end_ * (1 + 1e-9); value += step) {
    std::string label = tick_text(value, language);
    const double half = text_width(label, size) / 2;
    if (at(value) - half < right + kTickGap / 2) label.clear();
    if (!label.empty()) right = at(value) + half;
    ticks.push_back({value, std::move(label)});
  }
  return ticks;
}

}  // namespace surety
