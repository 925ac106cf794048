// How likely a statement is to hold as claimed: its own figure, else its modality's, else the default.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "model/case.h"

namespace surety {

// The built-in modalities, on the ICD 203 scale (US Intelligence Community Directive 203, 2015), in falling
// firmness.
struct BuiltInModality {
  std::string_view id;
  ProbabilityRange likelihood;
  Phrase name;
};
const std::vector<BuiltInModality>& built_in_modalities();

// The likelihood range of a modality as the case has it: declared, else built in; nothing for an unknown id.
std::optional<ProbabilityRange> modality_likelihood(const Case& c, std::string_view modality);
std::string modality_name(const Case& c, std::string_view modality, Language language);

// Total for a checked case. Default where nothing is said: .50-.80.
ProbabilityRange likelihood_of(const Case& c, const Statement& s);

// The state of a pledge: as declared, else quantified_offer when the claim bounds an amount, else
// stated_willingness.
PledgeState state_of(const Statement& s);

// round(100 x middle of the range), halves up: 0-100.
Price firmness(ProbabilityRange likelihood);

}  // namespace surety
