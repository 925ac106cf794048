// For tests: whether two cases say the same; places in files and the hash of the input do not count.
#pragma once
#include <string>

#include "model/case.h"

namespace surety {

inline bool same_claim(const std::optional<WrittenClaim>& a, const std::optional<WrittenClaim>& b) {
  return a.has_value() == b.has_value() && (!a || a->claim == b->claim);
}
inline bool same(const Actor& a, const Actor& b) {
  return a.id == b.id && a.kind == b.kind && a.name == b.name && a.iso3 == b.iso3 &&
         a.acts_for == b.acts_for && a.member_of == b.member_of && a.members == b.members &&
         a.unnamed_members == b.unnamed_members && a.unnamed_unknown == b.unnamed_unknown &&
         a.population == b.population && a.gdp == b.gdp && a.forces == b.forces && a.outside == b.outside;
}
inline bool same(const LocationPlace& a, const LocationPlace& b) {
  return a.id == b.id && a.name == b.name && a.within == b.within && a.outside == b.outside;
}
inline bool same(const Role& a, const Role& b) {
  return a.id == b.id && a.name == b.name && a.outside == b.outside;
}
inline bool same(const Capability& a, const Capability& b) {
  return a.id == b.id && a.name == b.name && a.unit == b.unit && a.money == b.money && a.closed == b.closed &&
         a.outside == b.outside;
}
inline bool same(const Issue& a, const Issue& b) {
  return a.id == b.id && a.name == b.name && a.options == b.options && a.scale == b.scale &&
         a.ordered == b.ordered && a.outside == b.outside;
}
inline bool same(const Factor& a, const Factor& b) {
  return a.id == b.id && a.name == b.name && a.likelihood == b.likelihood && a.outside == b.outside;
}
inline bool same(const Source& a, const Source& b) {
  return a.id == b.id && a.outlet == b.outlet && a.date == b.date && a.language == b.language &&
         a.url == b.url && a.sha256 == b.sha256 && a.author == b.author && a.reliability == b.reliability &&
         a.name == b.name && a.outside == b.outside;
}
inline bool same(const Modality& a, const Modality& b) {
  return a.id == b.id && a.name == b.name && a.likelihood == b.likelihood && a.outside == b.outside;
}
inline bool same(const Statement& a, const Statement& b) {
  return a.id == b.id && a.kind == b.kind && a.speakers == b.speakers && a.chain == b.chain &&
         same_claim(a.claim, b.claim) && same_claim(a.condition, b.condition) && a.holders == b.holders &&
         a.addressees == b.addressees && a.said == b.said && a.effective == b.effective &&
         a.state == b.state && a.modality == b.modality && a.likelihood == b.likelihood &&
         a.credibility == b.credibility && a.caveats == b.caveats && a.goal == b.goal &&
         a.supersedes == b.supersedes && a.gloss == b.gloss && a.evidence == b.evidence &&
         a.status == b.status && a.note == b.note && a.outside == b.outside;
}
inline bool same(const Assumption& a, const Assumption& b) {
  return a.id == b.id && a.claim.claim == b.claim.claim && a.reason == b.reason && a.enabled == b.enabled &&
         a.outside == b.outside;
}
inline bool same(const CountingRule& a, const CountingRule& b) {
  return a.id == b.id && a.name == b.name && a.states_from == b.states_from &&
         a.roles_excluded == b.roles_excluded && a.credibility_to == b.credibility_to &&
         a.respect == b.respect && a.is_default == b.is_default && a.outside == b.outside;
}
inline bool same(const ExchangeRate& a, const ExchangeRate& b) {
  return a.from == b.from && a.to == b.to && a.rate == b.rate && a.date == b.date && a.source == b.source &&
         a.outside == b.outside;
}
inline bool same(const Rotation& a, const Rotation& b) {
  return a.id == b.id && a.name == b.name && a.tour_months == b.tour_months &&
         a.interval_months == b.interval_months && a.ratio == b.ratio && a.source == b.source &&
         a.outside == b.outside;
}
inline bool same(const BurdenKey& a, const BurdenKey& b) {
  return a.id == b.id && a.name == b.name && a.shares == b.shares && a.source == b.source &&
         a.outside == b.outside;
}

// The first thing that differs, or nothing: "statements 3".
template <class T>
std::string difference_in(const std::vector<T>& a, const std::vector<T>& b, const std::string& name) {
  if (a.size() != b.size())
    return name + ": " + std::to_string(a.size()) + " and " + std::to_string(b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return name + " " + std::to_string(i);
  return {};
}

inline std::string difference(const Case& a, const Case& b) {
  if (a.id != b.id || a.title != b.title || a.reference_date != b.reference_date ||
      a.about_percent != b.about_percent || a.outside != b.outside || a.beside != b.beside)
    return "case";
  for (const std::string& found :
       {difference_in(a.actors, b.actors, "actors"), difference_in(a.places, b.places, "places"),
        difference_in(a.roles, b.roles, "roles"),
        difference_in(a.capabilities, b.capabilities, "capabilities"),
        difference_in(a.issues, b.issues, "issues"), difference_in(a.factors, b.factors, "factors"),
        difference_in(a.sources, b.sources, "sources"),
        difference_in(a.modalities, b.modalities, "modalities"),
        difference_in(a.statements, b.statements, "statements"),
        difference_in(a.assumptions, b.assumptions, "assumptions"),
        difference_in(a.counting_rules, b.counting_rules, "counting rules"),
        difference_in(a.exchange_rates, b.exchange_rates, "exchange rates"),
        difference_in(a.rotations, b.rotations, "rotations"),
        difference_in(a.burden_keys, b.burden_keys, "burden keys")})
    if (!found.empty()) return found;
  return {};
}

}  // namespace surety
