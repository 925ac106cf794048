// Case: the vocabulary (actors, capabilities, issues, rules ...) and the statements about one guarantee, as
// declared.
//
// Values only, as a case file or a ledger says them; nothing here is worked out. docs/formats.md explains
// every field. A case that `exchange` or `ledger` hands out is checked (model/case_check.h): names exist,
// claims are well typed.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/probability.h"
#include "model/claim.h"

namespace surety {

// A text by language code ("en", "de", "de_dative", ...).
using Texts = std::map<std::string, std::string>;  // a text without a language stands under ""

// Keys that begin with x_, kept as written in TOML and otherwise ignored: key -> value.
using OutsideKeys = std::map<std::string, std::string>;

enum class ActorKind { state, person, organisation, group, outlet, anonymous };

struct Membership {
  std::string other;  // the group, or the member
  DateRange when;
  Place at;
  friend bool operator==(const Membership& a, const Membership& b) {
    return a.other == b.other && a.when == b.when;
  }
};

struct Actor {
  std::string id;
  ActorKind kind = ActorKind::state;
  Texts name;
  std::string iso3;
  std::string acts_for;
  std::vector<Membership> member_of;
  std::vector<Membership> members;
  std::optional<std::int64_t> unnamed_members;  // "unknown" counts as one and sets the next field
  bool unnamed_unknown = false;
  std::optional<double> population, gdp, forces;
  OutsideKeys outside;
  Place at;
};

// A [[place]] of the case; `Place` (base/fault.h) is the word for a place in a file.
struct LocationPlace {
  std::string id;
  Texts name;
  std::string within;
  OutsideKeys outside;
  Place at;
};

struct Role {
  std::string id;
  Texts name;
  OutsideKeys outside;
  Place at;
};

struct Capability {
  std::string id;
  Texts name;
  std::string unit;     // empty: there or not there
  bool money = false;   // the unit is a currency and amounts count in hundredths of it
  bool closed = false;  // nobody but the declared actors contributes
  OutsideKeys outside;
  Place at;
};

struct Issue {
  std::string id;
  Texts name;
  std::vector<std::string> options;                            // or
  std::optional<std::pair<std::int64_t, std::int64_t>> scale;  // whole numbers, both ends included
  bool ordered = true;
  OutsideKeys outside;
  Place at;
};

struct Factor {
  std::string id;
  Texts name;
  ProbabilityRange likelihood = ProbabilityRange::exactly(0, 1);
  OutsideKeys outside;
  Place at;
};

struct Source {
  std::string id, outlet;
  std::optional<Date> date;
  std::string language, url, sha256, author;
  char reliability = 0;  // 'A' .. 'F'; 0: not rated
  Texts name;
  OutsideKeys outside;
  Place at;
};

struct Modality {
  std::string id;
  Texts name;
  ProbabilityRange likelihood = ProbabilityRange::exactly(0, 1);
  OutsideKeys outside;
  Place at;
};

enum class StatementKind {
  pledge,
  refusal,
  demand,
  red_line,
  condition,
  requirement,
  position,
  assessment,
  plan,
  event
};

// In rising order; the last two are ended.
enum class PledgeState {
  reported_option,
  stated_willingness,
  quantified_offer,
  legally_committed,
  earmarked,
  ready,
  deployed,
  withdrawn,
  expired
};

enum class StatementStatus { accepted, proposed, rejected };

// One link of a chain, mouth to page: a source or an actor.
struct ChainLink {
  std::string id;
  std::optional<Date> date;
  friend bool operator==(const ChainLink&, const ChainLink&) = default;
};

struct Evidence {
  std::string source;
  std::optional<std::int64_t> start, end;  // code points of the source's text
  std::string quote;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// A claim with the text it was read from and where that text begins in the file.
struct WrittenClaim {
  Claim claim;
  Place at;
};

struct Statement {
  std::string id;
  StatementKind kind = StatementKind::position;
  std::vector<std::string> speakers;
  std::vector<ChainLink> chain;
  std::optional<WrittenClaim> claim;
  std::optional<WrittenClaim> condition;  // the key `if`
  std::vector<std::string> holders;       // as declared; empty: see holders_of()
  std::vector<std::string> addressees;
  std::optional<DateRange> said;
  std::optional<DateRange> effective;  // a single date means: from that day on
  std::optional<PledgeState> state;
  std::string modality;
  std::optional<ProbabilityRange> likelihood;
  std::optional<int> credibility;  // 1-6
  std::vector<Texts> caveats;
  bool goal = false;
  std::vector<std::string> supersedes;
  Texts gloss;
  std::optional<Evidence> evidence;
  StatementStatus status = StatementStatus::accepted;
  Texts note;
  OutsideKeys outside;
  Place at;
};

struct Assumption {
  std::string id;
  WrittenClaim claim;
  Texts reason;
  bool enabled = true;
  OutsideKeys outside;
  Place at;
};

struct CountingRule {
  std::string id;
  Texts name;
  PledgeState states_from = PledgeState::quantified_offer;
  std::vector<std::string> roles_excluded;
  int credibility_to = 6;
  std::vector<std::string> respect;  // statements
  bool is_default = false;
  OutsideKeys outside;
  Place at;
};

struct ExchangeRate {
  std::string from, to;
  std::string rate;  // exact decimal
  std::optional<Date> date;
  std::string source;
  OutsideKeys outside;
  Place at;
};

struct Rotation {
  std::string id;
  Texts name;
  std::optional<double> tour_months, interval_months;  // both, or
  std::optional<double> ratio;                         // soldiers in the pool for one deployed
  std::string source;
  OutsideKeys outside;
  Place at;
};

struct BurdenKey {
  std::string id;
  Texts name;
  std::map<std::string, double> shares;  // actor -> share, > 0, of any sum
  std::string source;
  OutsideKeys outside;
  Place at;
};

struct Case {
  std::string id;
  Texts title;
  std::optional<Date> reference_date;  // always there in a checked case
  std::int64_t about_percent = 10;
  OutsideKeys outside;
  OutsideKeys beside;  // x_ keys and tables that stand beside [case]
  Place at;

  std::vector<Actor> actors;
  std::vector<LocationPlace> places;
  std::vector<Role> roles;
  std::vector<Capability> capabilities;
  std::vector<Issue> issues;
  std::vector<Factor> factors;
  std::vector<Source> sources;
  std::vector<Modality> modalities;  // declared ones only; the built-in table stands in model/likelihood.h
  std::vector<Statement> statements;
  std::vector<Assumption> assumptions;
  std::vector<CountingRule> counting_rules;  // declared ones only
  std::vector<ExchangeRate> exchange_rates;
  std::vector<Rotation> rotations;
  std::vector<BurdenKey> burden_keys;

  std::string input_sha256;  // of the bytes it was read from, hexadecimal
};

// Linear searches: nothing where nobody bears the id.
const Actor* find_actor(const Case& c, std::string_view id);
const LocationPlace* find_place(const Case& c, std::string_view id);
const Role* find_role(const Case& c, std::string_view id);
const Capability* find_capability(const Case& c, std::string_view id);
const Issue* find_issue(const Case& c, std::string_view id);
const Factor* find_factor(const Case& c, std::string_view id);
const Source* find_source(const Case& c, std::string_view id);
const Statement* find_statement(const Case& c, std::string_view id);
const Assumption* find_assumption(const Case& c, std::string_view id);

// The name in the language, else in English, else in any language, else the id.
std::string name_of(const Texts& name, std::string_view id, Language language);

// The words of the case file for each value, and back (nothing for an unknown word).
std::string_view word(ActorKind kind);
std::string_view word(StatementKind kind);
std::string_view word(PledgeState state);
std::string_view word(StatementStatus status);
template <class T>
std::optional<T> value_of_word(std::string_view text);
template <class T>
std::vector<std::string> words_of();  // all words, in order

// Whose will or deed a statement is: the declared holders, else what each speaker acts for, else the
// speakers.
std::vector<std::string> holders_of(const Case& c, const Statement& s);

// The claim a statement makes: with its `if` in front. Nothing where it makes none.
std::optional<Claim> full_claim(const Statement& s);

}  // namespace surety
