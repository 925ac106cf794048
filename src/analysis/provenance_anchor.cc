// See provenance_anchor.h.
#include "analysis/provenance_anchor.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace surety {
namespace {

constexpr std::array<std::string_view, 5> kStatuses = {"found", "moved", "not_found", "no_text", "unchecked"};
constexpr std::array<std::string_view, 5> kDoubts = {"", "no_quote", "no_selector", "out_of_text", "stopped"};

struct Stretch {
  std::int64_t start = 0, end = 0;
};

std::vector<Stretch> exact_places(std::u32string_view quote, const SourceText& text) {
  std::vector<Stretch> places;
  for (const std::size_t at : places_of(quote, text.exact, kOccurrencesMax))
    places.push_back({static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + quote.size())});
  return places;
}

// A stretch ends behind the point from which its last loose point comes.
std::vector<Stretch> loose_places(std::u32string_view quote, const SourceText& text) {
  std::u32string sought = loosened(quote).points;
  while (!sought.empty() && sought.back() == ' ') sought.pop_back();
  while (!sought.empty() && sought.front() == ' ') sought.erase(0, 1);
  std::vector<Stretch> places;
  if (sought.empty()) return places;
  for (const std::size_t at : places_of(sought, text.loose.points, kOccurrencesMax))
    places.push_back({static_cast<std::int64_t>(text.loose.origin[at]),
                      static_cast<std::int64_t>(text.loose.origin[at + sought.size() - 1]) + 1});
  return places;
}

Anchoring by_position(const Evidence& evidence, const SourceText& text) {
  Anchoring result;
  if (!evidence.start || !evidence.end) {
    result.status = AnchorStatus::unchecked;
    result.doubt = AnchorDoubt::no_selector;
  } else if (!text.same_bytes) {
    result.status = AnchorStatus::unchecked;
    result.doubt = AnchorDoubt::no_quote;
  } else if (*evidence.end > static_cast<std::int64_t>(text.exact.size())) {
    result.status = AnchorStatus::not_found;
    result.doubt = AnchorDoubt::out_of_text;
  } else {
    result.status = AnchorStatus::found;
    result.start = evidence.start;
    result.end = evidence.end;
  }
  return result;
}

// In a quote that was found loosely, white space at its ends may belong to it or not.
bool stands_at(const Evidence& evidence, const Stretch& place, bool loosely, const SourceText& text) {
  if (!evidence.start && !evidence.end) return true;
  const std::int64_t start = evidence.start.value_or(place.start), end = evidence.end.value_or(place.end);
  if (start == place.start && end == place.end) return true;
  if (!loosely || start > place.start || end < place.end ||
      end > static_cast<std::int64_t>(text.exact.size()))
    return false;
  const auto blank = [&](std::int64_t from, std::int64_t to) {
    const auto piece = std::u32string_view(text.exact)
                           .substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    const std::u32string points = loosened(piece).points;
    return points.empty() || points == U" ";
  };
  return blank(start, place.start) && blank(place.end, end);
}

}  // namespace

SourceText::SourceText(std::string_view text) : exact(code_points_of(text)), loose(loosened(exact)) {}

std::string_view word(AnchorStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
std::string_view word(AnchorDoubt doubt) { return kDoubts[static_cast<std::size_t>(doubt)]; }

Anchoring anchored(const Evidence& evidence, const SourceText& text, Budget& budget) {
  const std::u32string quote = code_points_of(evidence.quote);
  if (quote.empty()) return by_position(evidence, text);
  Anchoring result;
  const auto work = static_cast<std::int64_t>(text.exact.size() + quote.size());
  if (!budget.spend(work)) return {AnchorStatus::unchecked, AnchorDoubt::stopped, {}, {}, false, 0};
  std::vector<Stretch> places = exact_places(quote, text);
  if (places.empty()) {
    if (!budget.spend(work)) return {AnchorStatus::unchecked, AnchorDoubt::stopped, {}, {}, false, 0};
    places = loose_places(quote, text);
    result.loosely = !places.empty();
  }
  result.occurrences = places.size();
  if (places.empty()) {
    result.status = AnchorStatus::not_found;
    return result;
  }
  const auto here = std::ranges::find_if(
      places, [&](const Stretch& place) { return stands_at(evidence, place, result.loosely, text); });
  const std::int64_t wanted = evidence.start.value_or(evidence.end.value_or(0));
  const auto nearest = std::ranges::min_element(
      places, {}, [&](const Stretch& place) { return std::abs(place.start - wanted); });
  const Stretch& place = here != places.end() ? *here : *nearest;
  result.status = here != places.end() ? AnchorStatus::found : AnchorStatus::moved;
  result.start = place.start;
  result.end = place.end;
  return result;
}

}  // namespace surety
