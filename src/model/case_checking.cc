// See case_checking.h.
#include "model/case_checking.h"

#include "base/text.h"
#include "model/likelihood.h"

namespace surety {

std::string in_quotes(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

std::string place_text(const Place& place) {
  return place.line > 0 ? place.file + ":" + std::to_string(place.line) : place.file;
}

CaseChecking::CaseChecking(const Case& checked, const KeyPlace& key_place, Faults& faults)
    : c(checked), key_place_(key_place), faults_(faults) {
  for (const Actor& declared : c.actors) {
    actors.add(declared.id);
    actor_by_id_.try_emplace(declared.id, &declared);
  }
  for (const LocationPlace& place : c.places) places.add(place.id);
  for (const Role& role : c.roles) roles.add(role.id);
  for (const Source& source : c.sources) sources.add(source.id);
  for (const Statement& declared : c.statements) {
    statements.add(declared.id);
    statement_by_id_.try_emplace(declared.id, &declared);
  }
  for (const Modality& modality : c.modalities) modalities.add(modality.id);
  for (const BuiltInModality& modality : built_in_modalities()) modalities.add(std::string(modality.id));
}

void CaseChecking::fault(const CheckedTable& table, std::string_view key, int index,
                         const std::string& message, std::string expected) {
  const std::optional<Place> place = key_place_(table.at, key, index);
  if (!place) return;
  const std::string whose(table.noun);
  faults_.push_back({*place, whose + (table.id.empty() ? "" : " " + in_quotes(table.id)) + ": " + message,
                     std::move(expected)});
}

void CaseChecking::must_exist(const CheckedTable& table, std::string_view key, int index,
                              const std::string& id, const KnownNames& known, std::string_view noun) {
  if (known.contains(id)) return;
  std::string expected = "the id of a declared " + std::string(noun);
  if (proposals_ < kProposalsMax) {
    ++proposals_;
    if (const auto near = nearest_word(id, known.list())) expected = "did you mean '" + *near + "'?";
  }
  fault(table, key, index,
        "unknown " + std::string(noun) + " " + in_quotes(id) + " in '" + std::string(key) + "'",
        std::move(expected));
}

}  // namespace surety
