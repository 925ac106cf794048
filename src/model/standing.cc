// See standing.h.
#include "model/standing.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "base/check.h"

namespace surety {
namespace {

bool ended(const Statement& s) {
  const PledgeState state = s.state.value_or(PledgeState::reported_option);
  return state == PledgeState::withdrawn || state == PledgeState::expired;
}

// Ids that an accepted statement said by `valid` supersedes.
std::set<std::string> superseded_ids(const Case& c, Date valid) {
  std::set<std::string> ids;
  for (const Statement& later : c.statements)
    if (!later.supersedes.empty() && later.status == StatementStatus::accepted && said_by(c, later, valid))
      ids.insert(later.supersedes.begin(), later.supersedes.end());
  return ids;
}

// In declared order; only groups that have unnamed members at all.
std::vector<std::string> groups_with_unnamed(const Case& c) {
  std::vector<std::string> groups;
  for (const Actor& actor : c.actors)
    if (actor.unnamed_members && *actor.unnamed_members > 0) groups.push_back(actor.id);
  return groups;
}

}  // namespace

std::optional<Date> said_from(const Case& c, const Statement& s) {
  if (s.said) return s.said->from;
  std::optional<Date> earliest;
  for (const ChainLink& link : s.chain)
    if (link.date && (!earliest || *link.date < *earliest)) earliest = link.date;
  if (earliest) return earliest;
  const Source* source = source_of(c, s);
  return source == nullptr ? std::nullopt : source->date;
}

bool said_by(const Case& c, const Statement& s, Date valid) {
  const std::optional<Date> from = said_from(c, s);
  return !from || *from <= valid;
}

bool said_later(const Case& c, const Statement& a, const Statement& b) {
  const std::optional<Date> from_a = said_from(c, a), from_b = said_from(c, b);
  if (!from_a) return false;
  return !from_b || *from_b < *from_a;
}

std::vector<int> current_statements(const Case& c, Date valid) {
  const std::set<std::string> superseded = superseded_ids(c, valid);
  std::vector<int> current;
  for (std::size_t i = 0; i < c.statements.size(); ++i) {
    const Statement& s = c.statements[i];
    if (s.status != StatementStatus::accepted || ended(s) || !said_by(c, s, valid)) continue;
    if (s.effective && !s.effective->contains(valid)) continue;
    if (!superseded.contains(s.id)) current.push_back(static_cast<int>(i));
  }
  return current;
}

const Source* source_of(const Case& c, const Statement& s) {
  if (s.evidence)
    if (const Source* source = find_source(c, s.evidence->source)) return source;
  for (const ChainLink& link : std::views::reverse(s.chain))
    if (const Source* source = find_source(c, link.id)) return source;
  return nullptr;
}

Standing standing_of(const std::shared_ptr<const Case>& c, AsOf as_of) {
  Faults faults;
  Standing standing{c,
                    as_of,
                    current_statements(*c, as_of.valid),
                    {},
                    groups_with_unnamed(*c),
                    {},
                    line_space(*c, as_of.valid),
                    ExchangeRates::of(*c, faults)};
  SURETY_CHECK(faults.empty());
  for (std::size_t i = 0; i < c->assumptions.size(); ++i)
    if (c->assumptions[i].enabled) standing.assumptions.push_back(static_cast<int>(i));
  return standing;
}

Standing without(const Standing& standing, std::span<const std::string> ids) {
  Standing rest = standing;
  rest.off.insert(rest.off.end(), ids.begin(), ids.end());
  const auto named = [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
  std::erase_if(rest.statements, [&](int i) { return named(standing.statement(i).id); });
  std::erase_if(rest.assumptions, [&](int i) { return named(standing.assumption(i).id); });
  std::set<std::string> unnamed_off;
  for (const std::string& group : groups_with_unnamed(standing.c())) unnamed_off.insert(group);
  std::erase_if(rest.unnamed_on,
                [&](const std::string& group) { return named(unnamed_assumption_id(group)); });
  for (const std::string& group : rest.unnamed_on) unnamed_off.erase(group);
  if (rest.unnamed_on != standing.unnamed_on)
    rest.space = line_space(standing.c(), standing.as_of.valid, unnamed_off);
  return rest;
}

Standing on_day(const Standing& standing, Date valid) {
  return without(standing_of(standing.shared_case, {valid, standing.as_of.known}), standing.off);
}

}  // namespace surety
