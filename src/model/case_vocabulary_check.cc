// The vocabulary of a case: actors and their groups, places, capabilities, issues, rules, rates, rotations,
// burdens.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/case_checking.h"
#include "model/claim_check.h"

namespace surety {
namespace {

// More than this many nameless actors are a typing error, and would be as many lines.
constexpr std::int64_t kUnnamedMembersMax = 10'000;

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char ch) { return ch >= 'A' && ch <= 'Z'; });
}

bool has_members(const Actor& actor) {
  return actor.kind == ActorKind::group || actor.kind == ActorKind::organisation;
}

void check_memberships(CaseChecking& checking, const Actor& actor, std::string_view key,
                       const std::vector<Membership>& memberships) {
  const CheckedTable table{"actor", actor.id, actor.at};
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    const Membership& m = memberships[i];
    const int index = static_cast<int>(i);
    checking.must_exist(table, key, index, m.other, checking.actors, "actor");
    if (m.when.from && m.when.to && *m.when.from > *m.when.to)
      checking.fault(table, key, index, "a membership ends before it begins", "from <= to");
    const Actor* other = key == "member_of" ? checking.actor(m.other) : nullptr;
    if (other != nullptr && !has_members(*other) && checking.is_readable(other->at, "kind"))
      checking.fault(table, key, index,
                     in_quotes(m.other) + " is a " + std::string(word(other->kind)) + " and has no members",
                     "a group or an organisation");
  }
}

void check_actor(CaseChecking& checking, const Actor& actor) {
  const CheckedTable table{"actor", actor.id, actor.at};
  if (!actor.acts_for.empty()) {
    checking.must_exist(table, "acts_for", -1, actor.acts_for, checking.actors, "actor");
    if (actor.acts_for == actor.id)
      checking.fault(table, "acts_for", -1, "it acts for itself", "another actor");
  }
  check_memberships(checking, actor, "member_of", actor.member_of);
  check_memberships(checking, actor, "members", actor.members);
  if (actor.unnamed_members.value_or(0) > kUnnamedMembersMax)
    checking.fault(table, "unnamed_members", -1,
                   "there are more than " + std::to_string(kUnnamedMembersMax) + " unnamed members",
                   "at most " + std::to_string(kUnnamedMembersMax));
  if (has_members(actor) || !checking.is_readable(actor.at, "kind")) return;
  const std::string message = "a " + std::string(word(actor.kind)) + " has no members";
  if (!actor.members.empty())
    checking.fault(table, "members", -1, message, R"(kind = "group" or "organisation")");
  if (actor.unnamed_members.value_or(0) > 0)
    checking.fault(table, "unnamed_members", -1, message, R"(kind = "group" or "organisation")");
}

void check_issue(CaseChecking& checking, const Issue& issue) {
  const CheckedTable table{"issue", issue.id, issue.at};
  const bool readable = checking.is_readable(issue.at, "options") && checking.is_readable(issue.at, "scale");
  if (readable && issue.options.empty() && !issue.scale)
    checking.fault(table, "options", -1, "it has neither options nor a scale",
                   "options = [...] or scale = [0, 100]");
  if (!issue.options.empty() && issue.scale)
    checking.fault(table, "scale", -1, "it has both options and a scale", "one of the two");
  for (std::size_t i = 0; i < issue.options.size(); ++i) {
    const std::string& option = issue.options[i];
    const auto first = std::ranges::find(issue.options, option) - issue.options.begin();
    if (!is_claim_id(option))
      checking.fault(table, "options", static_cast<int>(i),
                     "the option " + in_quotes(option) + " cannot be named in a claim",
                     "letters, digits and _, not beginning with a digit, no word of the claim language");
    else if (static_cast<std::size_t>(first) != i)
      checking.fault(table, "options", static_cast<int>(i),
                     "the option " + in_quotes(option) + " stands twice", "each option once");
  }
}

void check_capability(CaseChecking& checking, const Capability& capability) {
  if (!capability.money || is_currency(capability.unit)) return;
  const CheckedTable table{"capability", capability.id, capability.at};
  if (!checking.is_readable(capability.at, "unit")) return;
  checking.fault(table, "unit", -1,
                 capability.unit.empty()
                     ? "money needs a currency as its unit"
                     : "the unit " + in_quotes(capability.unit) + " of money is no currency",
                 "an ISO 4217 code such as EUR");
}

void check_respect(CaseChecking& checking, const CountingRule& rule) {
  const CheckedTable table{"counting rule", rule.id, rule.at};
  for (std::size_t i = 0; i < rule.respect.size(); ++i) {
    const int index = static_cast<int>(i);
    checking.must_exist(table, "respect", index, rule.respect[i], checking.statements, "statement");
    const Statement* s = checking.statement(rule.respect[i]);
    if (s == nullptr || !checking.is_readable(s->at, "claim") || !checking.is_readable(s->at, "if")) continue;
    const auto claim = full_claim(*s);
    if (!claim || !zeroed_measures(*claim))
      checking.fault(table, "respect", index,
                     "the claim of " + in_quotes(s->id) + " does not only set measures to zero",
                     "a statement whose claim is 'measure = 0', or several joined by 'and'");
  }
}

void check_counting_rules(CaseChecking& checking) {
  const CountingRule* marked = nullptr;
  for (const CountingRule& rule : checking.c.counting_rules) {
    const CheckedTable table{"counting rule", rule.id, rule.at};
    for (std::size_t i = 0; i < rule.roles_excluded.size(); ++i)
      checking.must_exist(table, "roles_excluded", static_cast<int>(i), rule.roles_excluded[i],
                          checking.roles, "role");
    check_respect(checking, rule);
    if (rule.states_from == PledgeState::withdrawn || rule.states_from == PledgeState::expired)
      checking.fault(table, "states_from", -1, "a rule cannot begin with pledges that have ended",
                     "a state from reported_option to deployed");
    if (rule.credibility_to < 1 || rule.credibility_to > 6)
      checking.fault(table, "credibility_to", -1, "it is outside 1 to 6", "a whole number from 1 to 6");
    if (!rule.is_default) continue;
    if (marked != nullptr)
      checking.fault(
          table, "default", -1,
          "a second default; the first is " + in_quotes(marked->id) + " at " + place_text(marked->at),
          "one default rule");
    else
      marked = &rule;
  }
}

void check_exchange_rates(CaseChecking& checking) {
  Faults found;
  ExchangeRates::of(checking.c, found);
  for (const ExchangeRate& rate : checking.c.exchange_rates) {
    const CheckedTable table{"exchange rate", {}, rate.at};
    for (const auto& [key, currency] : {std::pair("from", &rate.from), std::pair("to", &rate.to)})
      if (!is_currency(*currency))
        checking.fault(table, key, -1, in_quotes(*currency) + " is no currency",
                       "an ISO 4217 code such as EUR");
    bool readable = true;
    for (const char* key : {"from", "to", "rate"}) readable = readable && checking.is_readable(rate.at, key);
    if (!readable) std::erase_if(found, [&](const Fault& fault) { return fault.place == rate.at; });
    for (Fault& fault : found)
      if (fault.place == rate.at) fault.place = checking.place(rate.at, "rate").value_or(rate.at);
  }
  checking.faults().insert(checking.faults().end(), found.begin(), found.end());
}

void check_rotation(CaseChecking& checking, const Rotation& rotation) {
  const CheckedTable table{"rotation", rotation.id, rotation.at};
  const auto numbers = std::to_array<std::pair<const char*, const std::optional<double>*>>(
      {{"tour_months", &rotation.tour_months},
       {"interval_months", &rotation.interval_months},
       {"ratio", &rotation.ratio}});
  bool readable = true;
  for (const auto& [key, number] : numbers) {
    readable = readable && checking.is_readable(rotation.at, key);
    if (*number && !(**number > 0))
      checking.fault(table, key, -1, "'" + std::string(key) + "' is not above 0", "a number above 0");
  }
  const bool months = rotation.tour_months && rotation.interval_months;
  const bool some_months = rotation.tour_months || rotation.interval_months;
  if (!readable || (months && !rotation.ratio) || (!some_months && rotation.ratio)) return;
  const char* key = rotation.ratio ? "ratio" : rotation.tour_months ? "tour_months" : "interval_months";
  checking.fault(table, key, -1,
                 some_months && rotation.ratio ? "it has months and a ratio"
                                               : "it has neither a ratio nor both numbers of months",
                 "tour_months and interval_months, or ratio");
}

void check_burden_key(CaseChecking& checking, const BurdenKey& key) {
  const CheckedTable table{"burden key", key.id, key.at};
  if (key.shares.empty()) checking.fault(table, "shares", -1, "there are no shares", "{ FRA = 1.0, ... }");
  int index = 0;
  for (const auto& [actor, share] : key.shares) {
    checking.must_exist(table, "shares", index, actor, checking.actors, "actor");
    if (!(share > 0) || !std::isfinite(share))
      checking.fault(table, "shares", index, "the share of " + in_quotes(actor) + " is not above 0",
                     "a number above 0");
    ++index;
  }
}

}  // namespace

void check_case_vocabulary(CaseChecking& checking) {
  const Case& c = checking.c;
  const CheckedTable head{"case", c.id, c.at};
  if (!c.reference_date)
    checking.fault(head, "reference_date", -1, "it has no reference date", "reference_date = 2025-08-21");
  if (c.about_percent < 0 || c.about_percent > 100)
    checking.fault(head, "about_percent", -1, "'about_percent' is outside 0 to 100",
                   "a whole number from 0 to 100");
  for (const Actor& actor : c.actors) check_actor(checking, actor);
  for (const LocationPlace& place : c.places)
    if (!place.within.empty())
      checking.must_exist({"place", place.id, place.at}, "within", -1, place.within, checking.places,
                          "place");
  for (const Capability& capability : c.capabilities) check_capability(checking, capability);
  for (const Issue& issue : c.issues) check_issue(checking, issue);
  check_counting_rules(checking);
  check_exchange_rates(checking);
  for (const Rotation& rotation : c.rotations) check_rotation(checking, rotation);
  for (const BurdenKey& key : c.burden_keys) check_burden_key(checking, key);
}

}  // namespace surety
