// See coverage_timeline.h.
#include "analysis/coverage_timeline.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/check.h"

namespace surety {
namespace {

struct Month {
  int year = 1;
  int month = 1;

  int number() const { return 12 * year + month - 1; }
  static Month of(int number) { return {number / 12, number % 12 + 1}; }
  std::string text() const { return last_day().iso().substr(0, 7); }
  Date last_day() const {
    for (int day = 31; day > 28; --day)
      if (const auto date = Date::from(year, month, day)) return *date;
    return *Date::from(year, month, 28);
  }
};

Month month_of(Date date) {
  const std::string iso = date.iso();
  return {std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2))};
}

// The first dated day of an accepted statement that is not switched off.
std::optional<Date> first_day(const Standing& standing) {
  std::optional<Date> first;
  for (const Statement& s : standing.c().statements) {
    if (s.status != StatementStatus::accepted || std::ranges::find(standing.off, s.id) != standing.off.end())
      continue;
    const std::optional<Date> said = said_from(standing.c(), s);
    if (said && *said <= standing.as_of.valid && (!first || *said < *first)) first = said;
  }
  return first;
}

}  // namespace

Result<std::vector<TimelinePoint>> coverage_timeline(const Standing& standing, const Coverage& coverage) {
  const Month last = month_of(standing.as_of.valid);
  const Month first = month_of(first_day(standing).value_or(standing.as_of.valid));
  std::map<std::pair<int, int>, std::vector<TimelinePoint>> lines;  // by requirement and rule
  for (int number = std::max(first.number(), last.number() - kMonthsMax + 1); number <= last.number();
       ++number) {
    const bool is_last = number == last.number();
    const Standing then = is_last ? standing : on_day(standing, Month::of(number).last_day());
    const std::vector<Contribution> offers = contributions(then);
    const std::vector<Rule> rules = rules_of(then);
    SURETY_CHECK(rules.size() == coverage.rules.size());
    for (std::size_t r = 0; r < coverage.requirements.size(); ++r) {
      if (!coverage.requirements[r].required) continue;
      for (std::size_t k = 0; k < rules.size(); ++k) {
        TRY(Counted sum, counted(then, offers, coverage.requirements[r], rules[k]));
        lines[{static_cast<int>(r), static_cast<int>(k)}].push_back(
            {static_cast<int>(r), static_cast<int>(k), Month::of(number).text(), sum.counted_min,
             sum.counted_max, std::move(sum.because)});
      }
    }
  }
  std::vector<TimelinePoint> all;
  for (auto& [which, points] : lines) std::ranges::move(points, std::back_inserter(all));
  return all;
}

}  // namespace surety
