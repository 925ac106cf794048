// See coverage_sizing.h.
#include "analysis/coverage_sizing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace surety {
namespace {

constexpr std::array<std::string_view, 3> kPersonnelUnits = {"soldiers", "troops", "personnel"};

// Soldiers for 1,000 inhabitants.
struct PopulationModel {
  std::string_view model;
  double per_thousand;
  std::string_view source;
};
constexpr std::array<PopulationModel, 3> kPopulationModels = {{
    {"population:light_peacekeeping", 1.6,
     "RAND RB-9241 (2007): 8,000 soldiers for a country of 5 million, light peacekeeping"},
    {"population:heavy_enforcement", 13,
     "RAND RB-9241 (2007): heavy peace enforcement, about 13 for 1,000 inhabitants"},
    {"population:stabilisation", 20,
     "Quinlivan, Parameters 1995 and RAND Review 2003: 20 for 1,000 inhabitants and more"},
}};

// Soldiers for a kilometre of line; the two ends give the shorter and the longer line.
struct SpaceModel {
  std::string_view model;
  double soldiers_high, km_high;  // the densest reading
  double soldiers_low, km_low;    // the thinnest
  std::string_view source;
};
constexpr std::array<SpaceModel, 3> kSpaceModels = {{
    {"space:korea", 28500, 250, 28500, 250, "US forces in Korea: 28,500 for 250 km"},
    {"space:line_of_peacekeepers", 100000, 1200, 100000, 1200,
     "Lviv Herald, February 2025: 100,000 for 1,200 km"},
    {"space:monitoring", 15000, 1000, 15000, 1200,
     "GCSP Ceasefire Toolkit, February 2025: 15,000 for 1,000-1,200 km"},
}};

constexpr double kRatioLow = 3, kRatioHigh = 5;
constexpr std::string_view kRotationSource =
    "3: one deployed, one preparing, one recovering; 5: UK Harmony Guidelines, Iraq Inquiry section 16.1, (6 "
    "+ 24) / 6 months";

// Models are rough: whole numbers, below 10 one decimal.
double rounded(double x) { return x < 10 ? std::round(x * 10) / 10 : std::round(x); }

void add_population(const Standing& standing, const Requirement& requirement, const SizingCheck& blank,
                    std::vector<SizingCheck>& all) {
  const Actor* country =
      requirement.measure.place.empty() ? nullptr : find_actor(standing.c(), requirement.measure.place);
  if (country == nullptr || !country->population) return;
  for (const PopulationModel& model : kPopulationModels) {
    SizingCheck check = blank;
    check.model = model.model;
    check.value_low = check.value_high = rounded(*country->population * model.per_thousand / 1000);
    check.unit = requirement.unit;
    check.source = model.source;
    all.push_back(std::move(check));
  }
}

}  // namespace

std::vector<SizingCheck> coverage_sizing(const Standing& standing, const Coverage& coverage) {
  std::vector<SizingCheck> all;
  for (std::size_t r = 0; r < coverage.requirements.size(); ++r) {
    const Requirement& requirement = coverage.requirements[r];
    if (requirement.required.value_or(0) <= 0 ||
        std::ranges::find(kPersonnelUnits, requirement.unit) == kPersonnelUnits.end())
      continue;
    SizingCheck blank;
    blank.requirement = static_cast<int>(r);
    blank.because.add(standing.statement(requirement.statement).id);
    add_population(standing, requirement, blank, all);
    const auto force = static_cast<double>(*requirement.required);
    for (const SpaceModel& model : kSpaceModels) {
      SizingCheck check = blank;
      check.model = model.model;
      check.value_low = rounded(force / (model.soldiers_high / model.km_high));
      check.value_high = rounded(force / (model.soldiers_low / model.km_low));
      check.unit = "km";
      check.source = model.source;
      all.push_back(std::move(check));
    }
    SizingCheck pool = blank;
    pool.model = "rotation:pool";
    pool.value_low = std::ceil(force * kRatioLow);
    pool.value_high = std::ceil(force * kRatioHigh);
    pool.unit = requirement.unit;
    pool.source = kRotationSource;
    all.push_back(std::move(pool));
  }
  return all;
}

}  // namespace surety
