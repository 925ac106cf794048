// Tests of classes of provenance, histories and what a statement speaks of, on a small case.
#include "analysis/provenance.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

namespace surety {
namespace {

// A state, a person who acts for it, an official with a name, one without, two outlets with their pages.
SmallCase press_case() {
  SmallCase small;
  small.actor("A");
  small.actor("B");
  Actor& minister = small.actor("minister");
  minister.kind = ActorKind::person;
  minister.acts_for = "A";
  small.actor("official").kind = ActorKind::person;
  small.actor("nameless").kind = ActorKind::anonymous;
  small.actor("Agency").kind = ActorKind::outlet;
  small.actor("Daily").kind = ActorKind::outlet;
  small.capability("boats", "boats");
  for (const auto& [id, outlet] :
       {std::pair{"agency-1", "Agency"}, {"agency-2", "Agency"}, {"daily-1", "Daily"}}) {
    Source& source = small.c().sources.emplace_back();
    source.id = id;
    source.outlet = outlet;
  }
  return small;
}

ProvenanceClass class_with(const std::vector<std::string>& chain, const std::string& speaker = "A",
                           const std::string& evidence = "") {
  SmallCase small = press_case();
  Statement& s = small.pledge("S1", speaker, "boats(by A) = 3");
  s.chain.clear();
  for (const std::string& link : chain) s.chain.push_back({link, std::nullopt});
  if (!evidence.empty()) s.evidence = Evidence{evidence, 1, 2, {}};
  return carriage_of(*small.shared(), small.c().statements[0]).provenance;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("provenance: the class follows from who stands between mouth and page") {
  using enum ProvenanceClass;
  CHECK(class_with({"A", "daily-1"}) == on_record);
  CHECK(class_with({"minister", "daily-1"}) == on_record);      // acts for the speaker
  CHECK(class_with({"A", "Agency", "agency-1"}) == on_record);  // an outlet and its own page
  CHECK(class_with({"A", "agency-1", "daily-1"}) == on_record_relayed);
  CHECK(class_with({"A", "official", "daily-1"}) == on_record_relayed);
  CHECK(class_with({"B", "daily-1"}) == on_record_relayed);  // another says so of A
  CHECK(class_with({"A", "nameless", "daily-1"}) == anonymous);
  CHECK(class_with({"nameless", "daily-1"}, "nameless") == anonymous);
  CHECK(class_with({"agency-1", "daily-1"}) == outlet_only);
  CHECK(class_with({"agency-1", "agency-2"}) == editorial);  // one outlet, two pages
  CHECK(class_with({"daily-1"}) == editorial);
  CHECK(class_with({"daily-1"}, "Daily") == editorial);
  CHECK(class_with({}, "A", "daily-1") == editorial);
  CHECK(class_with({"A", "agency-1"}, "A", "daily-1") == on_record_relayed);  // read on another page
}

TEST_CASE("provenance: three hands for five classes, and their words") {
  CHECK(hand_of(ProvenanceClass::on_record) == Hand::first_hand);
  CHECK(hand_of(ProvenanceClass::on_record_relayed) == Hand::reported);
  for (const auto hearsay :
       {ProvenanceClass::anonymous, ProvenanceClass::outlet_only, ProvenanceClass::editorial})
    CHECK(hand_of(hearsay) == Hand::hearsay);
  CHECK(provenance_words().size() == 8);
  CHECK(word(ProvenanceClass::outlet_only) == "outlet_only");
  CHECK(word(Hand::first_hand) == "first_hand");
}

TEST_CASE(
    "provenance: a history is all that hangs together by supersedes, in the order in which it was said") {
  SmallCase small = press_case();
  const auto said = [&](const std::string& id, int day, Ids supersedes) {
    Statement& s = small.pledge(id, "A", "boats(by A) = " + std::to_string(day));
    s.said = DateRange{Date::from(2030, 6, day), Date::from(2030, 6, day)};
    s.supersedes = std::move(supersedes);
  };
  said("S3", 9, {"S2"});
  said("S1", 1, {});
  said("S2", 5, {"S1"});
  said("S4", 6, {"S1"});
  said("other", 2, {});
  said("proposed", 10, {"S3"});
  small.c().statements.back().status = StatementStatus::proposed;
  const auto c = small.shared();
  CHECK(history_of(*c, 1) == std::vector<int>{1, 2, 3, 0});
  CHECK(history_of(*c, 4) == std::vector<int>{4});
  CHECK(history_of(*c, 5) == std::vector<int>{1, 2, 3, 0, 5});
  CHECK(superseding(*c, "S1", *Date::from(2030, 6, 5)) == Ids{"S2"});
  CHECK(superseding(*c, "S1", *Date::from(2030, 6, 6)) == Ids{"S2", "S4"});
  CHECK(superseding(*c, "S3", *Date::from(2030, 6, 20)).empty());
}

TEST_CASE("provenance: who has a part in a statement, and of what it speaks") {
  SmallCase small = press_case();
  small.capability("crews", "");
  Issue& issue = small.c().issues.emplace_back();
  issue.id = "flag";
  issue.options = {"red", "blue"};
  Statement& s = small.say("S1", StatementKind::demand, "minister", "if flag = red then boats(by B) > 0");
  s.condition = SmallCase::written("crews(by official) > 0");
  s.addressees = {"B"};
  s.chain = {{"nameless", std::nullopt}, {"agency-1", std::nullopt}};
  const auto c = small.shared();
  CHECK(parties_of(*c, c->statements[0]) == Ids{"A", "Agency", "B", "minister", "nameless", "official"});
  CHECK(capabilities_of(c->statements[0]) == Ids{"boats", "crews"});
  CHECK(issues_of(c->statements[0]) == Ids{"flag"});
  CHECK(sources_of(*c, c->statements[0]) == Ids{"Agency", "agency-1"});
}

}  // namespace surety
