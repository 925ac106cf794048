// See unit_word.h.
#include "model/unit_word.h"

#include <algorithm>
#include <array>

namespace surety {
namespace {

struct UnitWord {
  std::string_view unit, german;
};
constexpr std::array<UnitWord, 37> kUnitWords = {{
    {"aircraft", "Flugzeuge"},
    {"batteries", "Batterien"},
    {"battalions", "Bataillone"},
    {"beds", "Betten"},
    {"boats", "Boote"},
    {"brigades", "Brigaden"},
    {"days", "Tage"},
    {"doctors", "Ärzte"},
    {"doses", "Dosen"},
    {"drones", "Drohnen"},
    {"flights", "Flüge"},
    {"helicopters", "Hubschrauber"},
    {"hours", "Stunden"},
    {"households", "Haushalte"},
    {"jets", "Kampfjets"},
    {"litres", "Liter"},
    {"missiles", "Raketen"},
    {"months", "Monate"},
    {"observers", "Beobachter"},
    {"people", "Menschen"},
    {"personnel", "Kräfte"},
    {"persons", "Personen"},
    {"police", "Polizisten"},
    {"points", "Punkte"},
    {"police_officers", "Polizisten"},
    {"satellites", "Satelliten"},
    {"ships", "Schiffe"},
    {"soldiers", "Soldaten"},
    {"squadrons", "Staffeln"},
    {"tanks", "Panzer"},
    {"tents", "Zelte"},
    {"tonnes", "Tonnen"},
    {"tons", "Tonnen"},
    {"trainers", "Ausbilder"},
    {"troops", "Soldaten"},
    {"trucks", "Lastwagen"},
    {"vehicles", "Fahrzeuge"},
}};

}  // namespace

std::string unit_word(std::string_view unit, Language language) {
  if (language == Language::de) {
    const auto* const at = std::ranges::find(kUnitWords, unit, &UnitWord::unit);
    if (at != kUnitWords.end()) return std::string(at->german);
  }
  std::string text(unit);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace surety
