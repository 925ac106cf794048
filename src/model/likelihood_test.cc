// Likelihoods, states and firmness: the tables and their defaults.
#include "model/likelihood.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

using namespace surety;

TEST_CASE("the statement's own likelihood, else its modality's, else .50-.80") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  Statement& s = small.say("S1", StatementKind::pledge, "A", "troops(by A) = 5");
  CHECK(likelihood_of(small.c(), s) == ProbabilityRange::exactly(.50, .80));
  s.modality = "insists";
  CHECK(likelihood_of(small.c(), s) == ProbabilityRange::exactly(.95, .99));
  Modality& own = small.c().modalities.emplace_back();
  own.id = "insists";
  own.likelihood = ProbabilityRange::exactly(.1, .2);
  CHECK(likelihood_of(small.c(), s) == ProbabilityRange::exactly(.1, .2));
  s.likelihood = ProbabilityRange::exactly(.3, .3);
  CHECK(likelihood_of(small.c(), s) == ProbabilityRange::exactly(.3, .3));
  CHECK(built_in_modalities().size() == 9);
  CHECK_FALSE(modality_likelihood(small.c(), "hopes").has_value());
  CHECK(modality_name(small.c(), "refuses", Language::de) == "lehnt ab");
}

TEST_CASE("firmness is the rounded middle in hundredths, halves up") {
  CHECK(firmness(ProbabilityRange::exactly(.95, .99)).count == 97);
  CHECK(firmness(ProbabilityRange::exactly(.55, .95)).count == 75);
  CHECK(firmness(ProbabilityRange::exactly(.20, .45)).count == 33);
  CHECK(firmness(ProbabilityRange::exactly(.55, .80)).count == 68);
  CHECK(firmness(ProbabilityRange::exactly(0, 0)).count == 0);
  CHECK(firmness(ProbabilityRange::exactly(1, 1)).count == 100);
}

TEST_CASE("a pledge that bounds an amount is a quantified offer, another a stated willingness") {
  SmallCase small;
  small.actor("A");
  small.capability("troops", "soldiers");
  const auto state = [&](const char* claim) {
    return state_of(small.say("S", StatementKind::pledge, "A", claim));
  };
  CHECK(state("troops(by A) = 5") == PledgeState::quantified_offer);
  CHECK(state("troops(by A) <= 5") == PledgeState::quantified_offer);
  CHECK(state("troops(by A) > 0") == PledgeState::stated_willingness);
  CHECK(state("if troops() > 5 then troops(by A) > 0") == PledgeState::stated_willingness);
  Statement& declared = small.pledge("T", "A", "troops(by A) > 0");
  declared.state = PledgeState::deployed;
  CHECK(state_of(declared) == PledgeState::deployed);
}
