// See what_if.h.
#include "model/what_if.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "model/claim_check.h"

namespace surety {
namespace {

Fault option_fault(std::string_view option, std::string message, std::string expected = {}) {
  return {{std::string(option), 0, 0}, std::move(message), std::move(expected)};
}

// Ids that --without, --with and --only may name.
std::vector<std::string> switchable_ids(const Case& c) {
  std::vector<std::string> ids;
  for (const Statement& s : c.statements) ids.push_back(s.id);
  for (const Assumption& a : c.assumptions) ids.push_back(a.id);
  for (const Actor& a : c.actors)
    if (a.unnamed_members) ids.push_back(unnamed_assumption_id(a.id));
  return ids;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::optional<std::string> near = nearest_word(word, known);
  return near ? "did you mean '" + *near + "'?" : "the id of a statement or an assumption";
}

void check_ids(std::string_view option, const std::vector<std::string>& ids,
               const std::vector<std::string>& known, Faults& faults) {
  for (const std::string& id : ids)
    if (std::ranges::find(known, id) == known.end())
      faults.push_back(option_fault(option,
                                    "no statement or assumption is called '" + quoted_for_message(id) + "'",
                                    did_you_mean(id, known)));
}

std::optional<double> decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "0.4" or "0.2..0.4".
std::optional<ProbabilityRange> likelihood_text(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto low = decimal(text.substr(0, dots));
  const auto high = dots == std::string_view::npos ? low : decimal(text.substr(dots + 2));
  if (!low || !high) return std::nullopt;
  const auto range = ProbabilityRange::from(*low, *high);
  return range ? std::optional(*range) : std::nullopt;
}

// A number as it may stand in a claim.
std::optional<WrittenNumber> amount_text(const std::string& text) {
  const auto claim = parse_claim("x() = " + text);
  if (!claim || claim->atoms.size() != 1 || !claim->atoms[0].unit.empty()) return std::nullopt;
  return claim->atoms[0].number;
}

void set_amount(const std::string& option, Claim& claim, WrittenNumber number, Faults& faults) {
  Atom* only = nullptr;
  for (Atom& atom : claim.atoms) {
    if (!atom.is_measure()) continue;
    if (only != nullptr) {
      faults.push_back(
          option_fault(option, "this claim speaks of more than one amount", "a statement with one amount"));
      return;
    }
    only = &atom;
  }
  if (only == nullptr) {
    faults.push_back(option_fault(option, "this statement claims no amount", "a statement with one amount"));
    return;
  }
  const bool bare_presence = only->kind == Atom::Kind::compared && only->relation == Relation::greater &&
                             only->number.hundredths == 0;
  if (only->kind == Atom::Kind::between || bare_presence) {
    only->kind = Atom::Kind::compared;
    only->relation = Relation::equal;
    only->upper = {};
  }
  only->number = number;
}

struct Setting {
  std::string id, key, value;
};

std::optional<Setting> parse_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return std::nullopt;
  const std::size_t dot = text.rfind('.', equals);
  if (dot == std::string::npos || dot == 0) return std::nullopt;
  return Setting{text.substr(0, dot), text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1)};
}

void apply_setting(const std::string& text, Case& c, const ExchangeRates& rates, Faults& faults) {
  const std::string option = "--set " + quoted_for_message(text);
  const std::optional<Setting> setting = parse_setting(text);
  if (!setting || (setting->key != "likelihood" && setting->key != "amount")) {
    faults.push_back(option_fault(option, "this sets nothing", "ID.likelihood=0.4 or ID.amount=8000"));
    return;
  }
  const auto statement = std::ranges::find(c.statements, setting->id, &Statement::id);
  const auto factor = std::ranges::find(c.factors, setting->id, &Factor::id);
  const bool known =
      statement != c.statements.end() || (setting->key == "likelihood" && factor != c.factors.end());
  if (!known && find_assumption(c, setting->id) != nullptr) {
    faults.push_back(option_fault(option, "an assumption has no " + setting->key + ": it holds, or it is off",
                                  "a statement or a factor, or --without " + setting->id));
  } else if (!known) {
    std::vector<std::string> ids;
    for (const Statement& s : c.statements) ids.push_back(s.id);
    if (setting->key == "likelihood")
      for (const Factor& f : c.factors) ids.push_back(f.id);
    faults.push_back(option_fault(option, "no statement is called '" + quoted_for_message(setting->id) + "'",
                                  did_you_mean(setting->id, ids)));
  } else if (setting->key == "likelihood") {
    const auto range = likelihood_text(setting->value);
    if (!range) {
      faults.push_back(option_fault(option, "'" + quoted_for_message(setting->value) + "' is no likelihood",
                                    "a number from 0 to 1, or a range such as 0.2..0.4"));
    } else if (statement != c.statements.end()) {
      statement->likelihood = *range;
    } else {
      factor->likelihood = *range;
    }
  } else if (const auto number = amount_text(setting->value); !number) {
    faults.push_back(option_fault(option, "'" + quoted_for_message(setting->value) + "' is no amount",
                                  "digits only, at most 1000000000000000"));
  } else if (!statement->claim) {
    faults.push_back(option_fault(option, "this statement claims nothing", "a statement with one amount"));
  } else {
    set_amount(option, statement->claim->claim, *number, faults);
    Faults unfit;
    check_claim(c, rates, {statement->claim->claim, {option, 0, 0}}, unfit);
    for (Fault& fault : unfit) faults.push_back(option_fault(option, fault.message, fault.expected));
  }
}

void assume(const std::string& text, std::size_t number, Case& c, const ExchangeRates& rates,
            Faults& faults) {
  const std::string option = "--assume '" + quoted_for_message(text) + "'";
  const auto claim = parse_claim(text);
  if (!claim) {
    faults.push_back(option_fault(option, claim.error().message, claim.error().expected));
    return;
  }
  Assumption assumption;
  assumption.id = "what_if:" + std::to_string(number);
  assumption.claim = {*claim, {option, 0, 0}};
  assumption.reason = {{"en", "assumed in this what-if"}, {"de", "in diesem Was-wäre-wenn angenommen"}};
  Faults unfit;
  check_claim(c, rates, assumption.claim, unfit);
  for (Fault& fault : unfit) faults.push_back(option_fault(option, fault.message, fault.expected));
  c.assumptions.push_back(std::move(assumption));
}

// Switches a disabled assumption or a proposed statement on; says why where it is neither. `proposed`
// receives the statements.
void switch_on(const std::string& id, Case& c, Date valid, std::vector<std::string>& proposed,
               Faults& faults) {
  const auto assumption = std::ranges::find(c.assumptions, id, &Assumption::id);
  if (assumption != c.assumptions.end()) {
    assumption->enabled = true;
    return;
  }
  const auto statement = std::ranges::find(c.statements, id, &Statement::id);
  if (statement == c.statements.end()) return;  // unnamed members are on already
  if (statement->status == StatementStatus::proposed) {
    statement->status = StatementStatus::accepted;
    proposed.push_back(id);
    return;
  }
  const std::vector<int> current = current_statements(c, valid);
  if (std::ranges::find(current, static_cast<int>(statement - c.statements.begin())) == current.end())
    faults.push_back(option_fault(
        "--with",
        "statement '" + id + "' is not current on this date (rejected, ended, superseded or not yet said)",
        "a disabled assumption or a proposed statement"));
}

// Why an accepted statement does not count on a day; REQUIRES that it does not.
Fault why_not(const Case& c, const Statement& s, Date valid) {
  const std::string start = "proposed statement '" + s.id + "' would not count on " + valid.iso() + ": ";
  const std::optional<Date> said = said_from(c, s);
  if (said && valid < *said)
    return option_fault("--with", start + "it is not said before " + said->iso(),
                        "--as-of " + said->iso() + " or later");
  if (s.effective && s.effective->from && valid < *s.effective->from)
    return option_fault("--with", start + "it is in force from " + s.effective->from->iso(),
                        "--as-of " + s.effective->from->iso() + " or later");
  if (s.effective && !s.effective->contains(valid))
    return option_fault("--with", start + "it is in force until " + s.effective->to->iso(),
                        "--as-of " + s.effective->to->iso() + " or earlier");
  return option_fault("--with", start + "it has ended or is superseded",
                      "a proposed statement that nothing replaces");
}

// A proposed statement that is on and does not count all the same would change nothing, and say nothing.
void check_switched_on(const std::vector<std::string>& proposed, const Case& c, Date valid, Faults& faults) {
  const std::vector<int> current = current_statements(c, valid);
  for (const std::string& id : proposed) {
    const auto at = std::ranges::find(c.statements, id, &Statement::id);
    if (std::ranges::find(current, static_cast<int>(at - c.statements.begin())) != current.end()) continue;
    const bool by_each_other = std::ranges::any_of(proposed, [&](const std::string& other) {
      const auto later = std::ranges::find(c.statements, other, &Statement::id);
      return std::ranges::find(later->supersedes, id) != later->supersedes.end();
    });
    if (!by_each_other) faults.push_back(why_not(c, *at, valid));
  }
}

std::vector<std::string> all_but(const std::vector<std::string>& ids, const std::vector<std::string>& kept) {
  std::vector<std::string> rest;
  for (const std::string& id : ids)
    if (std::ranges::find(kept, id) == kept.end() && !id.starts_with("what_if:") &&
        !id.starts_with("unnamed:"))
      rest.push_back(id);
  return rest;
}

// A statement that is switched off is as if nobody had said it: what it supersedes stands again.
void switch_off(const std::vector<std::string>& off, Case& c) {
  const std::set<std::string> ids(off.begin(), off.end());
  for (Statement& s : c.statements)
    if (ids.contains(s.id)) s.status = StatementStatus::rejected;
}

}  // namespace

std::expected<Standing, Faults> standing_under(const std::shared_ptr<const Case>& c, AsOf as_of,
                                               const WhatIf& what_if) {
  if (what_if.empty()) return standing_of(c, as_of);
  Faults faults;
  Case changed = *c;
  const ExchangeRates rates = ExchangeRates::of(changed, faults);
  for (const std::string& text : what_if.set) apply_setting(text, changed, rates, faults);
  for (std::size_t i = 0; i < what_if.assume.size(); ++i)
    assume(what_if.assume[i], i + 1, changed, rates, faults);
  const std::vector<std::string> known = switchable_ids(changed);
  check_ids("--with", what_if.with, known, faults);
  check_ids("--only", what_if.only, known, faults);
  check_ids("--without", what_if.without, known, faults);
  std::vector<std::string> proposed;
  for (const std::string& id : what_if.with) switch_on(id, changed, as_of.valid, proposed, faults);
  check_switched_on(proposed, changed, as_of.valid, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  std::vector<std::string> off = what_if.without;
  if (!what_if.only.empty()) {
    const std::vector<std::string> rest = all_but(known, what_if.only);
    off.insert(off.end(), rest.begin(), rest.end());
  }
  switch_off(off, changed);
  return without(standing_of(std::make_shared<const Case>(std::move(changed)), as_of), off);
}

}  // namespace surety
