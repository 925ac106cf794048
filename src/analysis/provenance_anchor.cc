// See provenance_anchor.h.
#include "analysis/provenance_anchor.h"

#include <algorithm>
#include <array>

namespace surety {
namespace {

constexpr std::array<std::string_view, 5> kStatuses = {"found", "moved", "not_found", "no_text", "unchecked"};
constexpr std::array<std::string_view, 5> kDoubts = {"", "no_quote", "no_selector", "out_of_text", "stopped"};

struct Stretch {
  std::int64_t start = 0, end = 0;
};

struct Found {
  Stretch place;
  std::size_t count = 0;
};

Found found_exactly(std::u32string_view quote, const SourceText& text, std::size_t wanted) {
  const NearestPlace nearest = nearest_place(quote, text.exact, wanted);
  return {{static_cast<std::int64_t>(nearest.at), static_cast<std::int64_t>(nearest.at + quote.size())},
          nearest.count};
}

// A stretch ends behind the point from which its last loose point comes.
Found found_loosely(std::u32string_view quote, const SourceText& text, std::size_t wanted) {
  std::u32string sought = loosened(quote).points;
  while (!sought.empty() && sought.back() == ' ') sought.pop_back();
  while (!sought.empty() && sought.front() == ' ') sought.erase(0, 1);
  if (sought.empty()) return {};
  const auto& origin = text.loose.origin;
  const auto from = static_cast<std::size_t>(std::ranges::lower_bound(origin, wanted) - origin.begin());
  const NearestPlace nearest = nearest_place(sought, text.loose.points, from);
  if (nearest.count == 0) return {};
  return {{static_cast<std::int64_t>(origin[nearest.at]),
           static_cast<std::int64_t>(origin[nearest.at + sought.size() - 1]) + 1},
          nearest.count};
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
  const auto length = static_cast<std::int64_t>(quote.size());
  const std::int64_t start = evidence.start.value_or(evidence.end.value_or(length) - length);
  const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(start, 0));
  Found found = found_exactly(quote, text, wanted);
  if (found.count == 0) {
    if (!budget.spend(work)) return {AnchorStatus::unchecked, AnchorDoubt::stopped, {}, {}, false, 0};
    found = found_loosely(quote, text, wanted);
    result.loosely = found.count > 0;
  }
  result.occurrences = found.count;
  if (found.count == 0) {
    result.status = AnchorStatus::not_found;
    return result;
  }
  const bool here = stands_at(evidence, found.place, result.loosely, text);
  result.status = here ? AnchorStatus::found : AnchorStatus::moved;
  result.start = found.place.start;
  result.end = found.place.end;
  return result;
}

}  // namespace surety
