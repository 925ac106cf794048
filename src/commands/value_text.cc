// See value_text.h.
#include "commands/value_text.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/number_text.h"
#include "base/text.h"
#include "model/unit_word.h"

namespace surety {
namespace {

// What stands before the colon of a figure's key.
constexpr std::array<std::pair<std::string_view, Phrase>, 12> kLabels = {
    {{"agreed", {"agreed", "einig"}},
     {"conflicts", {"conflicts", "Konflikte"}},
     {"cheapest_concession", {"cheapest concession", "billigstes Zugeständnis"}},
     {"combinations", {"concessions in all", "Zugeständnisse insgesamt"}},
     {"required", {"required", "gebraucht"}},
     {"counted", {"counted", "gezählt"}},
     {"share", {"share covered", "gedeckter Anteil"}},
     {"gap", {"missing", "es fehlen"}},
     {"met", {"chance that it is met", "Aussicht auf Deckung"}},
     {"expected", {"to be expected", "zu erwarten"}},
     {"ways_out", {"ways out", "Auswege"}},
     {"ways_out_keeping_goals", {"ways out that keep every goal", "Auswege mit allen Zielen"}}}};

}  // namespace

std::string value_text(const Value& value, Language language) {
  struct Words {
    Language language;
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(bool yes) const {
      return std::string((yes ? Phrase{"yes", "ja"} : Phrase{"no", "nein"}).in(language));
    }
    std::string operator()(std::int64_t number) const { return number_text(number, language); }
    std::string operator()(Hundredths amount) const { return hundredths_text(amount.count, language); }
    std::string operator()(double number) const {
      std::string text = decimal_text(number, 3, language);
      while (text.ends_with('0')) text.pop_back();
      if (text.ends_with('.') || text.ends_with(',')) text.pop_back();
      return text;
    }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& list) const { return joined(list, ", "); }
  };
  return std::visit(Words{language}, value);
}

std::string figure_text(const Figure& figure, Language language) {
  std::string text = value_text(figure.value, language);
  const std::string low = value_text(figure.low, language), high = value_text(figure.high, language);
  if (!low.empty() && low == high && text.empty())
    text = low;
  else if (!low.empty() && low != high)
    text += (text.empty() ? "" : ", ") + low + "–" + high;
  return text.empty() || figure.unit.empty() ? text : text + " " + unit_word(figure.unit, language);
}

std::string shown_figure(const Figure& figure, Language language) {
  const bool percent = figure.key.starts_with("share:") || figure.key.starts_with("met:");
  const auto* low = std::get_if<double>(&figure.low);
  const auto* high = std::get_if<double>(&figure.high);
  if (percent && low != nullptr && high != nullptr) return percent_range_text(*low, *high, language);
  return figure_text(figure, language);
}

std::string figure_label(const std::string& key, Language language) {
  const std::size_t colon = key.find(':');
  for (const auto& [start, words] : kLabels)
    if (key.substr(0, colon) == start)
      return std::string(words.in(language)) +
             (colon == std::string::npos ? "" : " [" + key.substr(colon + 1) + "]");
  return key;
}

}  // namespace surety
