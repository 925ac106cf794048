// For tests: a small case built claim by claim, without a file.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/check.h"
#include "model/case_check.h"
#include "model/standing.h"

namespace surety {

// Actors, places and so on are declared by id; every statement is said by `speaker` on the day of reference
// unless the test changes what say() hands back.
class SmallCase {
 public:
  SmallCase() {
    c_.id = "small";
    c_.reference_date = Date::from(2030, 6, 15);
  }

  Case& c() { return c_; }

  Actor& actor(const std::string& id) {
    c_.actors.emplace_back().id = id;
    return c_.actors.back();
  }
  Actor& group(const std::string& id, const std::vector<std::string>& members) {
    Actor& made = actor(id);
    made.kind = ActorKind::group;
    for (const std::string& member : members) made.members.push_back({member, {}, {}});
    return made;
  }
  void place(const std::string& id, const std::string& within = "") {
    c_.places.emplace_back().id = id;
    c_.places.back().within = within;
  }
  void role(const std::string& id) { c_.roles.emplace_back().id = id; }
  Capability& capability(const std::string& id, const std::string& unit, bool money = false) {
    Capability& made = c_.capabilities.emplace_back();
    made.id = id;
    made.unit = unit;
    made.money = money;
    return made;
  }
  void factor(const std::string& id, double low, double high) {
    c_.factors.emplace_back().id = id;
    c_.factors.back().likelihood = ProbabilityRange::exactly(low, high);
  }
  CountingRule& rule(const std::string& id) {
    c_.counting_rules.emplace_back().id = id;
    return c_.counting_rules.back();
  }
  void rate(const std::string& from, const std::string& to, const std::string& rate) {
    ExchangeRate& made = c_.exchange_rates.emplace_back();
    made.from = from;
    made.to = to;
    made.rate = rate;
  }

  Statement& say(const std::string& id, StatementKind kind, const std::string& speaker,
                 const std::string& claim) {
    Statement& s = c_.statements.emplace_back();
    s.id = id;
    s.kind = kind;
    s.speakers = {speaker};
    s.chain = {{speaker, std::nullopt}};
    s.said = DateRange{c_.reference_date, c_.reference_date};
    s.claim = written(claim);
    return s;
  }
  Statement& pledge(const std::string& id, const std::string& speaker, const std::string& claim,
                    double low = .5, double high = .8) {
    Statement& s = say(id, StatementKind::pledge, speaker, claim);
    s.likelihood = ProbabilityRange::exactly(low, high);
    return s;
  }
  Statement& need(const std::string& id, const std::string& speaker, const std::string& claim) {
    return say(id, StatementKind::requirement, speaker, claim);
  }

  static WrittenClaim written(const std::string& text) {
    const auto claim = parse_claim(text);
    SURETY_CHECK(claim.has_value());
    return {*claim, {}};
  }

  std::shared_ptr<const Case> shared() const {
    SURETY_CHECK(case_faults(c_).empty());
    return std::make_shared<const Case>(c_);
  }
  Standing standing() const { return standing_of(shared(), {*c_.reference_date, *c_.reference_date}); }

 private:
  Case c_;
};

}  // namespace surety
