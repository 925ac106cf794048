// See claim_check.h; the shapes that kinds of statements ask for stand in claim_shape.cc.
#include "model/claim_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/claim_tokens.h"

namespace surety {
namespace {

// Proposals compare a word with every known one; behind so many faults nobody reads them.
constexpr std::size_t kProposalsMax = 500;
constexpr std::size_t kListedMax = 8;  // names that a message lists

std::string in_quotes(std::string_view name) { return fmt::format("'{}'", quoted_for_message(name)); }

// What bears the name, with its article ("an issue"); empty where nothing does.
std::string_view noun_of(const Case& c, std::string_view name) {
  if (find_capability(c, name) != nullptr) return "a capability";
  if (find_issue(c, name) != nullptr) return "an issue";
  if (find_factor(c, name) != nullptr) return "a factor";
  if (find_actor(c, name) != nullptr) return "an actor";
  if (find_place(c, name) != nullptr) return "a place";
  if (find_role(c, name) != nullptr) return "a role";
  for (const Issue& issue : c.issues)
    if (std::ranges::find(issue.options, name) != issue.options.end()) return "an option";
  return "";
}

class ClaimChecking {
 public:
  ClaimChecking(const Case& c, const ExchangeRates& rates, const Place& begin, Faults& faults)
      : c_(c), rates_(rates), begin_(begin), faults_(faults) {}

  void check(const Atom& atom) {
    switch (atom.kind) {
      case Atom::Kind::issue_option:
      case Atom::Kind::issue_number:
        return check_issue(atom);
      case Atom::Kind::factor:
        return check_factor(atom);
      default:
        return check_measure(atom);
    }
  }

 private:
  // What is read is ASCII: a byte further on is a column further on.
  void fault(std::size_t offset, std::string message, std::string expected) {
    Place place = begin_;
    if (place.line > 0) place.column += static_cast<int>(offset);
    faults_.push_back({std::move(place), std::move(message), std::move(expected)});
  }
  // The ids that a message may propose; none where nobody would read it.
  template <class T>
  std::vector<std::string> ids_of(const std::vector<T>& things) const {
    std::vector<std::string> ids;
    if (faults_.size() < kProposalsMax)
      for (const T& thing : things) ids.push_back(thing.id);
    return ids;
  }
  void refuse_name(std::size_t offset, const std::string& name, std::string_view wanted,
                   const std::vector<std::string>& known);

  void check_issue(const Atom& atom);
  void check_option(const Issue& issue, const Atom& atom);
  void check_scale_number(const Issue& issue, const Atom& atom);
  void check_factor(const Atom& atom);
  void check_measure(const Atom& atom);
  void check_names(const Measure& measure, const AtomPlaces& at);
  void check_presence(const Atom& atom);
  void check_numbers(const Capability& capability, const Atom& atom);
  void check_unit(const Capability& capability, const Atom& atom);

  const Case& c_;
  const ExchangeRates& rates_;
  const Place& begin_;
  Faults& faults_;
};

// `wanted` is the kind that must bear the name, with its article.
void ClaimChecking::refuse_name(std::size_t offset, const std::string& name, std::string_view wanted,
                                const std::vector<std::string>& known) {
  const std::string_view noun = noun_of(c_, name);
  std::string message = noun.empty() ? fmt::format("nothing is called {}", in_quotes(name))
                                     : fmt::format("{} is {}, not {}", in_quotes(name), noun, wanted);
  std::string expected = fmt::format("{} that is declared", wanted);
  if (!known.empty() && known.size() <= kListedMax) expected += fmt::format(": {}", joined(known, ", "));
  if (const auto near = nearest_word(name, known)) expected = fmt::format("did you mean '{}'?", *near);
  fault(offset, std::move(message), std::move(expected));
}

// ---- issues and factors ----------------------------------------------------------------------

void ClaimChecking::check_issue(const Atom& atom) {
  const Issue* issue = find_issue(c_, atom.name);
  if (issue == nullptr) {
    if (find_factor(c_, atom.name) != nullptr) {
      return fault(atom.at.name,
                   fmt::format("{} is a factor and compared with nothing", in_quotes(atom.name)),
                   fmt::format("'{0}' or 'not {0}'", quoted_for_message(atom.name)));
    }
    if (find_capability(c_, atom.name) != nullptr) {
      return fault(atom.at.name,
                   fmt::format("{} is a capability and stands here without brackets", in_quotes(atom.name)),
                   fmt::format("'{}() {} ...'", quoted_for_message(atom.name), relation_sign(atom.relation)));
    }
    return refuse_name(atom.at.name, atom.name, "an issue", ids_of(c_.issues));
  }
  if (!issue->ordered && atom.relation != Relation::equal && atom.relation != Relation::not_equal) {
    fault(atom.at.name, fmt::format("the options of {} have no order", in_quotes(issue->id)),
          fmt::format("'=' or '!=' instead of '{}'", relation_sign(atom.relation)));
  }
  if (atom.kind == Atom::Kind::issue_option)
    check_option(*issue, atom);
  else
    check_scale_number(*issue, atom);
}

void ClaimChecking::check_option(const Issue& issue, const Atom& atom) {
  if (issue.scale) {
    return fault(atom.at.value,
                 fmt::format("{} is a number, not {}", in_quotes(issue.id), in_quotes(atom.option)),
                 fmt::format("a whole number from {} to {}", issue.scale->first, issue.scale->second));
  }
  if (std::ranges::find(issue.options, atom.option) != issue.options.end()) return;
  std::string message = fmt::format("{} is no option of {}", in_quotes(atom.option), in_quotes(issue.id));
  for (const Issue& other : c_.issues) {
    if (std::ranges::find(other.options, atom.option) == other.options.end()) continue;
    message = fmt::format("{} is an option of {}, not of {}", in_quotes(atom.option), in_quotes(other.id),
                          in_quotes(issue.id));
    break;
  }
  std::string expected = "an option of the issue";
  if (issue.options.size() <= kListedMax) expected = fmt::format("one of {}", joined(issue.options, ", "));
  if (faults_.size() < kProposalsMax)
    if (const auto near = nearest_word(atom.option, issue.options))
      expected = fmt::format("did you mean '{}'?", *near);
  fault(atom.at.value, std::move(message), std::move(expected));
}

void ClaimChecking::check_scale_number(const Issue& issue, const Atom& atom) {
  if (!issue.scale) {
    return fault(atom.at.value, fmt::format("{} has options, not numbers", in_quotes(issue.id)),
                 issue.options.size() <= kListedMax ? fmt::format("one of {}", joined(issue.options, ", "))
                                                    : "an option of the issue");
  }
  const auto [low, high] = *issue.scale;
  const std::string expected = fmt::format("a whole number from {} to {}", low, high);
  if (atom.number.has_decimals || atom.number.hundredths % 100 != 0)
    return fault(atom.at.value, fmt::format("{} takes whole numbers only", in_quotes(issue.id)), expected);
  const std::int64_t value = atom.number.hundredths / 100;
  if (value < low || value > high) {
    fault(atom.at.value, fmt::format("{} lies outside the scale of {}", value, in_quotes(issue.id)),
          expected);
  }
}

void ClaimChecking::check_factor(const Atom& atom) {
  if (find_factor(c_, atom.name) != nullptr) return;
  if (find_issue(c_, atom.name) != nullptr) {
    return fault(atom.at.name, fmt::format("{} is an issue and needs a comparison", in_quotes(atom.name)),
                 fmt::format("'{} = ...'", quoted_for_message(atom.name)));
  }
  if (find_capability(c_, atom.name) != nullptr) {
    return fault(atom.at.name,
                 fmt::format("{} is a capability and needs brackets and an amount", in_quotes(atom.name)),
                 fmt::format("'{}() > 0'", quoted_for_message(atom.name)));
  }
  std::vector<std::string> known = ids_of(c_.factors);
  // An unknown name alone may have been meant as any of the three; only a proposal needs to know.
  const bool near_a_factor = nearest_word(atom.name, known).has_value();
  if (!near_a_factor && nearest_word(atom.name, ids_of(c_.issues))) known = ids_of(c_.issues);
  refuse_name(atom.at.name, atom.name, "a factor", known);
}

// ---- measures --------------------------------------------------------------------------------

void ClaimChecking::check_measure(const Atom& atom) {
  const Measure& measure = atom.measure;
  const Capability* capability = find_capability(c_, measure.capability);
  if (capability == nullptr)
    refuse_name(atom.at.name, measure.capability, "a capability", ids_of(c_.capabilities));
  check_names(measure, atom.at);
  if (capability == nullptr) return;
  if (capability->unit.empty())
    check_presence(atom);
  else
    check_numbers(*capability, atom);
  if (!atom.unit.empty()) check_unit(*capability, atom);
}

void ClaimChecking::check_names(const Measure& measure, const AtomPlaces& at) {
  for (std::size_t k = 0; k < measure.by.size(); ++k) {
    if (find_actor(c_, measure.by[k]) == nullptr)
      refuse_name(k < at.by.size() ? at.by[k] : at.name, measure.by[k], "an actor", ids_of(c_.actors));
  }
  if (!measure.place.empty() && find_place(c_, measure.place) == nullptr)
    refuse_name(at.place, measure.place, "a place", ids_of(c_.places));
  if (!measure.role.empty() && find_role(c_, measure.role) == nullptr)
    refuse_name(at.role, measure.role, "a role", ids_of(c_.roles));
}

void ClaimChecking::check_presence(const Atom& atom) {
  const bool known_relation = atom.kind == Atom::Kind::compared &&
                              (atom.relation == Relation::greater || atom.relation == Relation::equal);
  if (known_relation && atom.number.hundredths == 0 && !atom.number.has_decimals) return;
  fault(atom.at.value,
        fmt::format("{} has no unit: it is there or not there", in_quotes(atom.measure.capability)),
        "'> 0' or '= 0'");
}

void ClaimChecking::check_numbers(const Capability& capability, const Atom& atom) {
  const bool decimals = atom.number.has_decimals || atom.number.hundredths % 100 != 0 ||
                        atom.upper.has_decimals || atom.upper.hundredths % 100 != 0;
  if (decimals && !capability.money) {
    fault(atom.at.value,
          fmt::format("{} is counted in whole {}", in_quotes(capability.id),
                      quoted_for_message(capability.unit)),
          "a whole number in digits only, such as 5000; only money has decimals");
  }
  if (atom.kind == Atom::Kind::between && atom.number.hundredths > atom.upper.hundredths) {
    fault(atom.at.value,
          fmt::format("the range {}..{} ends below its beginning", written_number_text(atom.number),
                      written_number_text(atom.upper)),
          fmt::format("{}..{}", written_number_text(atom.upper), written_number_text(atom.number)));
  }
}

void ClaimChecking::check_unit(const Capability& capability, const Atom& atom) {
  if (atom.unit == capability.unit) return;
  const std::string id = in_quotes(capability.id), unit = in_quotes(atom.unit);
  if (capability.unit.empty())
    return fault(atom.at.unit, fmt::format("{} has no unit and takes no {}", id, unit), "the number alone");
  if (!capability.money) {
    return fault(atom.at.unit,
                 fmt::format("{} is counted in {}, not in {}", id, quoted_for_message(capability.unit), unit),
                 fmt::format("'{}', or the number alone", quoted_for_message(capability.unit)));
  }
  const bool is_code =
      atom.unit.size() == 3 && std::ranges::all_of(atom.unit, [](char ch) { return ch >= 'A' && ch <= 'Z'; });
  if (!is_code) {
    return fault(
        atom.at.unit, fmt::format("{} is no code of a currency", unit),
        fmt::format("'{}', or three capital letters of ISO 4217", quoted_for_message(capability.unit)));
  }
  if (!rates_.has_path(atom.unit, capability.unit)) {
    return fault(atom.at.unit,
                 fmt::format("no exchange rate leads from {} to {}, the unit of {}", atom.unit,
                             quoted_for_message(capability.unit), id),
                 fmt::format("an [[exchange_rate]] between them, or an amount in {}",
                             quoted_for_message(capability.unit)));
  }
  for (const WrittenNumber number : {atom.number, atom.upper}) {
    const auto converted = rates_.convert(number.hundredths, atom.unit, capability.unit);
    if (!converted) return fault(atom.at.value, converted.error().message, "a smaller amount");
  }
}

}  // namespace

void check_claim(const Case& c, const ExchangeRates& rates, const WrittenClaim& written, Faults& faults) {
  ClaimChecking checking(c, rates, written.at, faults);
  for (const Atom& atom : written.claim.atoms) checking.check(atom);
}

}  // namespace surety
