// See likelihood.h.
#include "model/likelihood.h"

#include <algorithm>
#include <cmath>

#include "model/claim_check.h"

namespace surety {
namespace {

constexpr ProbabilityRange kDefaultLikelihood = ProbabilityRange::exactly(.50, .80);

// Whether an atom says how much, more than that there is some.
bool bounds_an_amount(const Atom& atom) {
  if (!atom.is_measure()) return false;
  return atom.kind != Atom::Kind::compared || atom.relation != Relation::greater ||
         atom.number.hundredths != 0;
}

}  // namespace

const std::vector<BuiltInModality>& built_in_modalities() {
  static const std::vector<BuiltInModality> table = {
      {"insists", ProbabilityRange::exactly(.95, .99), {"insists", "beharrt darauf"}},
      {"refuses", ProbabilityRange::exactly(.95, .99), {"refuses", "lehnt ab"}},
      {"commits", ProbabilityRange::exactly(.80, .95), {"commits", "sagt zu"}},
      {"is_sceptical", ProbabilityRange::exactly(.80, .95), {"is sceptical", "ist skeptisch"}},
      {"intends", ProbabilityRange::exactly(.55, .95), {"intends", "hat vor"}},
      {"is_ready", ProbabilityRange::exactly(.55, .80), {"is ready", "ist bereit"}},
      {"asserts", ProbabilityRange::exactly(.55, .80), {"asserts", "behauptet"}},
      {"could_imagine", ProbabilityRange::exactly(.20, .45), {"could imagine", "kann sich vorstellen"}},
      {"possibly", ProbabilityRange::exactly(.20, .55), {"possibly", "möglicherweise"}},
  };
  return table;
}

std::optional<ProbabilityRange> modality_likelihood(const Case& c, std::string_view modality) {
  const auto declared = std::ranges::find(c.modalities, modality, &Modality::id);
  if (declared != c.modalities.end()) return declared->likelihood;
  const auto built_in = std::ranges::find(built_in_modalities(), modality, &BuiltInModality::id);
  if (built_in == built_in_modalities().end()) return std::nullopt;
  return built_in->likelihood;
}

std::string modality_name(const Case& c, std::string_view modality, Language language) {
  const auto declared = std::ranges::find(c.modalities, modality, &Modality::id);
  if (declared != c.modalities.end()) return name_of(declared->name, declared->id, language);
  const auto built_in = std::ranges::find(built_in_modalities(), modality, &BuiltInModality::id);
  return std::string(built_in == built_in_modalities().end() ? modality : built_in->name.in(language));
}

ProbabilityRange likelihood_of(const Case& c, const Statement& s) {
  if (s.likelihood) return *s.likelihood;
  return modality_likelihood(c, s.modality).value_or(kDefaultLikelihood);
}

PledgeState state_of(const Statement& s) {
  if (s.state) return *s.state;
  bool quantified = false;
  if (s.claim) {
    const Claim& claim = s.claim->claim;
    const auto parts = conditioned_measures(claim);  // an amount in a condition is none that is offered
    quantified = parts
                     ? std::ranges::any_of(
                           parts->atoms,
                           [&](int i) { return bounds_an_amount(claim.atoms[static_cast<std::size_t>(i)]); })
                     : std::ranges::any_of(claim.atoms, bounds_an_amount);
  }
  return quantified ? PledgeState::quantified_offer : PledgeState::stated_willingness;
}

Price firmness(ProbabilityRange likelihood) {
  // Likelihoods are typed as decimals: the small term keeps 32.5 from becoming 32.499999.
  return {static_cast<std::int64_t>(std::floor(50 * (likelihood.low() + likelihood.high()) + .5 + 1e-9))};
}

}  // namespace surety
