// For tests: random cases that hang together, with every key and with text that is out to break files.
#pragma once
#include <string>
#include <vector>

#include "base/random.h"
#include "model/case.h"
#include "model/random_claim.h"

namespace surety {

inline std::string odd_text(Random& random) {
  static const std::vector<std::string> kPieces = {
      "a",    "Soldaten", " ",    "\"",    "'",     R"(""")", "'''", "\\",      "\\u0041", "\n",
      "\r\n", "\t",       "\x01", "\x7F",  "|",     ",",      ";",   "=1",      "@",       "\u2028",
      "ä",    "🇺🇦",       "#",    "{ x }", "[[a]]", "-",      "\r",  "e\u0301", "\\",      "id@2025-08-20"};
  std::string text;
  for (std::uint64_t n = random.below(6) + 1; n > 0; --n) text += kPieces[random.below(kPieces.size())];
  return text;
}

class RandomCase {
 public:
  explicit RandomCase(std::uint64_t seed) : random_(seed) {}

  Case make() {
    c_ = claim_case();
    c_.id = plain_id("case");
    c_.reference_date = day();
    c_.title = texts();
    c_.about_percent = random_.between(0, 100);
    c_.outside = outside();
    c_.exchange_rates.front().date = maybe_day();
    fill_vocabulary();
    fill_actors();
    for (std::uint64_t n = random_.below(8); n > 0; --n) add_statement();
    for (std::uint64_t n = random_.below(4); n > 0; --n) {
      Assumption a;
      a.id = plain_id("A");
      a.claim.claim = random_claim(random_, c_, 3);
      a.reason = texts();
      a.enabled = random_.chance(.5);
      a.outside = outside();
      c_.assumptions.push_back(std::move(a));
    }
    fill_rules();
    return std::move(c_);
  }

 private:
  std::string plain_id(const std::string& stem) {
    static const std::vector<std::string> kEnds = {"",   "-x", "ü", "|", "@2025-01-02",
                                                   "\\", "\"", "'", ".", "="};
    return stem + std::to_string(++count_) + kEnds[random_.below(kEnds.size())];
  }
  Date day() {
    return *Date::from(static_cast<int>(random_.between(1, 9999)), static_cast<int>(random_.between(1, 12)),
                       static_cast<int>(random_.between(1, 28)));
  }
  std::optional<Date> maybe_day() { return random_.chance(.5) ? std::optional(day()) : std::nullopt; }
  // At least one end; never an end before its beginning.
  DateRange range() {
    DateRange result{maybe_day(), maybe_day()};
    if (!result.from && !result.to) result.from = day();
    if (result.from && result.to && *result.to < *result.from) std::swap(result.from, result.to);
    return result;
  }
  Texts texts() {
    if (random_.chance(.4)) return {};
    if (random_.chance(.4)) return {{"", odd_text(random_)}};
    Texts result = {{"en", odd_text(random_)}};
    if (random_.chance(.5)) result["de"] = odd_text(random_);
    if (random_.chance(.3)) result["de_dative"] = "";
    return result;
  }
  OutsideKeys outside() {
    OutsideKeys keys;
    if (random_.chance(.2)) keys["x_" + odd_text(random_)] = "[1, { a = \"b\", c = [] }, 1.0, 2025-08-21]";
    if (random_.chance(.2)) keys["x_b"] = "{ \"\" = true, y = 07:32:00, z = -5 }";
    return keys;
  }
  ProbabilityRange likelihood() {
    const double a = random_.chance(.2) ? 0 : random_.unit(), b = random_.chance(.2) ? a : random_.unit();
    return ProbabilityRange::exactly(std::min(a, b), std::max(a, b));
  }
  std::optional<double> number() {
    if (random_.chance(.5)) return std::nullopt;
    return random_.chance(.5) ? static_cast<double>(random_.below(1'000'000'000)) : random_.unit() * 1e25;
  }
  std::vector<std::string> some_actors() {
    std::vector<std::string> ids;
    for (std::uint64_t n = 1 + random_.below(3); n > 0; --n) ids.push_back(any_of(random_, c_.actors).id);
    return ids;
  }

  void fill_vocabulary() {
    for (Factor& factor : c_.factors) factor.likelihood = likelihood();
    for (auto* names : {&c_.issues[0].name, &c_.capabilities[0].name}) *names = texts();
    c_.capabilities[0].closed = random_.chance(.5);
    c_.capabilities[0].outside = outside();
    c_.places[1].within = random_.chance(.5) ? c_.places[0].id : "";
    for (std::uint64_t n = 1 + random_.below(3); n > 0; --n) {
      Source source;
      source.id = plain_id("source");
      source.outlet = odd_text(random_);
      source.date = maybe_day();
      source.url = odd_text(random_);
      if (random_.chance(.5)) source.reliability = static_cast<char>('A' + random_.below(6));
      source.name = texts();
      c_.sources.push_back(std::move(source));
    }
    Modality modality;
    modality.id = plain_id("modality");
    modality.likelihood = likelihood();
    c_.modalities.push_back(modality);
  }

  void fill_actors() {
    Actor& ten = c_.actors.back();  // the group of claim_case()
    if (random_.chance(.5)) ten.members.push_back({"FRA", {}, {}});
    if (random_.chance(.5)) ten.members.push_back({"GBR", range(), {}});
    if (random_.chance(.5))
      ten.unnamed_members = random_.between(0, 6);
    else if (random_.chance(.5))
      ten.unnamed_members = 1, ten.unnamed_unknown = true;
    Actor person;
    person.id = "p.person";
    person.kind = ActorKind::person;
    person.acts_for = "FRA";
    if (random_.chance(.5))
      person.member_of.push_back({"ten", random_.chance(.5) ? range() : DateRange{}, {}});
    person.population = number();
    person.gdp = number();
    person.outside = outside();
    c_.actors.push_back(std::move(person));
    Actor outlet;
    outlet.id = "outlet.x";  // claims are drawn over all actors
    outlet.kind = ActorKind::outlet;
    c_.actors.push_back(std::move(outlet));
  }

  void add_statement() {
    Statement s;
    s.id = plain_id("S");
    s.kind = random_.chance(.4)
                 ? StatementKind::position
                 : any_of<StatementKind>(random_, {StatementKind::demand, StatementKind::event});
    s.speakers = some_actors();
    for (std::uint64_t n = random_.below(4); n > 0; --n)
      s.chain.push_back(
          {random_.chance(.5) ? any_of(random_, c_.sources).id : any_of(random_, c_.actors).id, maybe_day()});
    if (s.chain.empty() || random_.chance(.5)) {
      s.evidence = Evidence{any_of(random_, c_.sources).id, {}, {}, {}};
      if (random_.chance(.5)) s.evidence->start = random_.between(0, 100);
      if (random_.chance(.5)) s.evidence->end = random_.between(100, 200);
      if (random_.chance(.5)) s.evidence->quote = odd_text(random_);
    }
    if (random_.chance(.8)) s.claim = WrittenClaim{random_claim(random_, c_, 3), {}};
    if (s.claim && random_.chance(.3)) s.condition = WrittenClaim{random_claim(random_, c_, 2), {}};
    fill_fields(s);
    c_.statements.push_back(std::move(s));
  }

  void fill_fields(Statement& s) {
    if (random_.chance(.3)) s.holders = some_actors();
    if (random_.chance(.3)) s.addressees = some_actors();
    if (random_.chance(.5))
      s.said = random_.chance(.5) ? range() : DateRange{c_.reference_date, c_.reference_date};
    if (random_.chance(.5)) s.effective = range();
    if (random_.chance(.2)) s.state = PledgeState::withdrawn;
    if (random_.chance(.3)) s.modality = random_.chance(.5) ? "insists" : c_.modalities.front().id;
    if (random_.chance(.5)) s.likelihood = likelihood();
    if (random_.chance(.5)) s.credibility = static_cast<int>(random_.between(1, 6));
    if (random_.chance(.3)) s.caveats = {texts(), {{"en", odd_text(random_)}}};
    s.goal = random_.chance(.2);
    s.gloss = texts();
    s.note = texts();
    if (random_.chance(.2)) s.status = StatementStatus::proposed;
    s.outside = outside();
    // What was said on no day supersedes whatever it likes.
    if (!c_.statements.empty() && random_.chance(.3) && !s.said)
      s.supersedes = {any_of(random_, c_.statements).id};
  }

  void fill_rules() {
    CountingRule rule;
    rule.id = plain_id("rule");
    rule.states_from = PledgeState::ready;
    rule.credibility_to = static_cast<int>(random_.between(1, 6));
    if (random_.chance(.5)) rule.roles_excluded = {"trainers"};
    rule.is_default = random_.chance(.5);
    c_.counting_rules.push_back(std::move(rule));
    Rotation rotation;
    rotation.id = plain_id("rotation");
    if (random_.chance(.5))
      rotation.ratio = 3;
    else
      rotation.tour_months = 6, rotation.interval_months = 12.5;
    c_.rotations.push_back(std::move(rotation));
    BurdenKey key;
    key.id = plain_id("burden");
    key.shares = {{"FRA", 1.0}, {"p.person", random_.unit() + 1e-9}};
    key.outside = outside();
    c_.burden_keys.push_back(std::move(key));
  }

  Random random_;
  Case c_;
  int count_ = 0;
};

}  // namespace surety
