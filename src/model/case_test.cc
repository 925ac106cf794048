// Names, words and holders of a case.
#include "model/case.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

TEST_CASE("a name in the language asked for, else English, else any, else the id") {
  CHECK(name_of({{"en", "France"}, {"de", "Frankreich"}}, "FRA", Language::de) == "Frankreich");
  CHECK(name_of({{"en", "France"}}, "FRA", Language::de) == "France");
  CHECK(name_of({{"fr", "la France"}}, "FRA", Language::en) == "la France");
  CHECK(name_of({{"", "France"}}, "FRA", Language::de) == "France");
  CHECK(name_of({}, "FRA", Language::en) == "FRA");
}

TEST_CASE("every word reads back, and unknown ones do not") {
  for (const std::string& text : words_of<StatementKind>())
    CHECK(word(*value_of_word<StatementKind>(text)) == text);
  for (const std::string& text : words_of<PledgeState>())
    CHECK(word(*value_of_word<PledgeState>(text)) == text);
  for (const std::string& text : words_of<ActorKind>()) CHECK(word(*value_of_word<ActorKind>(text)) == text);
  for (const std::string& text : words_of<StatementStatus>())
    CHECK(word(*value_of_word<StatementStatus>(text)) == text);
  CHECK(words_of<StatementKind>().size() == 10);
  CHECK(words_of<PledgeState>().size() == 9);
  CHECK_FALSE(value_of_word<StatementKind>("red line").has_value());
}

TEST_CASE("the holder: declared, else whom the speaker acts for, else the speaker") {
  SmallCase small;
  small.actor("USA");
  small.actor("FRA");
  small.actor("p.vance").acts_for = "USA";
  small.capability("troops", "soldiers");
  Statement& s = small.say("S1", StatementKind::pledge, "p.vance", "troops(by USA) = 5");
  CHECK(holders_of(small.c(), s) == std::vector<std::string>{"USA"});
  s.speakers = {"p.vance", "FRA", "USA"};
  CHECK(holders_of(small.c(), s) == std::vector<std::string>{"FRA", "USA"});
  s.holders = {"FRA"};
  CHECK(holders_of(small.c(), s) == std::vector<std::string>{"FRA"});
  CHECK(print_claim(*full_claim(s)) == "troops(by USA) = 5");
  s.condition = SmallCase::written("troops(by FRA) > 0");
  CHECK(print_claim(*full_claim(s)) == "if troops(by FRA) > 0 then troops(by USA) = 5");
  s.claim.reset();
  CHECK_FALSE(full_claim(s).has_value());
}
