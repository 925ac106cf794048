// See case.h.
#include "model/case.h"

#include <algorithm>
#include <array>
#include <utility>

namespace surety {
namespace {

template <class T>
const T* find_by_id(const std::vector<T>& things, std::string_view id) {
  const auto at = std::ranges::find(things, id, &T::id);
  return at == things.end() ? nullptr : &*at;
}

template <class T>
using Words = std::pair<T, std::string_view>;

constexpr std::array<Words<ActorKind>, 6> kActorKinds = {{{ActorKind::state, "state"},
                                                          {ActorKind::person, "person"},
                                                          {ActorKind::organisation, "organisation"},
                                                          {ActorKind::group, "group"},
                                                          {ActorKind::outlet, "outlet"},
                                                          {ActorKind::anonymous, "anonymous"}}};

constexpr std::array<Words<StatementKind>, 10> kStatementKinds = {
    {{StatementKind::pledge, "pledge"},
     {StatementKind::refusal, "refusal"},
     {StatementKind::demand, "demand"},
     {StatementKind::red_line, "red_line"},
     {StatementKind::condition, "condition"},
     {StatementKind::requirement, "requirement"},
     {StatementKind::position, "position"},
     {StatementKind::assessment, "assessment"},
     {StatementKind::plan, "plan"},
     {StatementKind::event, "event"}}};

constexpr std::array<Words<PledgeState>, 9> kPledgeStates = {
    {{PledgeState::reported_option, "reported_option"},
     {PledgeState::stated_willingness, "stated_willingness"},
     {PledgeState::quantified_offer, "quantified_offer"},
     {PledgeState::legally_committed, "legally_committed"},
     {PledgeState::earmarked, "earmarked"},
     {PledgeState::ready, "ready"},
     {PledgeState::deployed, "deployed"},
     {PledgeState::withdrawn, "withdrawn"},
     {PledgeState::expired, "expired"}}};

constexpr std::array<Words<StatementStatus>, 3> kStatuses = {{{StatementStatus::accepted, "accepted"},
                                                              {StatementStatus::proposed, "proposed"},
                                                              {StatementStatus::rejected, "rejected"}}};

template <class T>
const auto& table() {
  if constexpr (std::is_same_v<T, ActorKind>)
    return kActorKinds;
  else if constexpr (std::is_same_v<T, StatementKind>)
    return kStatementKinds;
  else if constexpr (std::is_same_v<T, PledgeState>)
    return kPledgeStates;
  else
    return kStatuses;
}

template <class T>
std::string_view word_in_table(T value) {
  return std::ranges::find(table<T>(), value, &Words<T>::first)->second;
}

}  // namespace

const Actor* find_actor(const Case& c, std::string_view id) { return find_by_id(c.actors, id); }
const LocationPlace* find_place(const Case& c, std::string_view id) { return find_by_id(c.places, id); }
const Role* find_role(const Case& c, std::string_view id) { return find_by_id(c.roles, id); }
const Capability* find_capability(const Case& c, std::string_view id) {
  return find_by_id(c.capabilities, id);
}
const Issue* find_issue(const Case& c, std::string_view id) { return find_by_id(c.issues, id); }
const Factor* find_factor(const Case& c, std::string_view id) { return find_by_id(c.factors, id); }
const Source* find_source(const Case& c, std::string_view id) { return find_by_id(c.sources, id); }
const Statement* find_statement(const Case& c, std::string_view id) { return find_by_id(c.statements, id); }
const Assumption* find_assumption(const Case& c, std::string_view id) {
  return find_by_id(c.assumptions, id);
}

std::string name_of(const Texts& name, std::string_view id, Language language) {
  for (const char* key : {language == Language::de ? "de" : "en", "en", ""}) {
    const auto at = name.find(key);
    if (at != name.end() && !at->second.empty()) return at->second;
  }
  return name.empty() ? std::string(id) : name.begin()->second;
}

std::string_view word(ActorKind kind) { return word_in_table(kind); }
std::string_view word(StatementKind kind) { return word_in_table(kind); }
std::string_view word(PledgeState state) { return word_in_table(state); }
std::string_view word(StatementStatus status) { return word_in_table(status); }

template <class T>
std::optional<T> value_of_word(std::string_view text) {
  const auto at = std::ranges::find(table<T>(), text, &Words<T>::second);
  if (at == table<T>().end()) return std::nullopt;
  return at->first;
}

template <class T>
std::vector<std::string> words_of() {
  std::vector<std::string> words;
  for (const auto& entry : table<T>()) words.emplace_back(entry.second);
  return words;
}

template std::optional<ActorKind> value_of_word(std::string_view);
template std::optional<StatementKind> value_of_word(std::string_view);
template std::optional<PledgeState> value_of_word(std::string_view);
template std::optional<StatementStatus> value_of_word(std::string_view);
template std::vector<std::string> words_of<ActorKind>();
template std::vector<std::string> words_of<StatementKind>();
template std::vector<std::string> words_of<PledgeState>();
template std::vector<std::string> words_of<StatementStatus>();

std::vector<std::string> holders_of(const Case& c, const Statement& s) {
  std::vector<std::string> holders = s.holders;
  if (holders.empty()) {
    for (const std::string& speaker : s.speakers) {
      const Actor* actor = find_actor(c, speaker);
      holders.push_back(actor != nullptr && !actor->acts_for.empty() ? actor->acts_for : speaker);
    }
  }
  std::ranges::sort(holders);
  holders.erase(std::ranges::unique(holders).begin(), holders.end());
  return holders;
}

std::optional<Claim> full_claim(const Statement& s) {
  if (!s.claim) return std::nullopt;
  if (!s.condition) return s.claim->claim;
  return conditional_claim(s.condition->claim, s.claim->claim);
}

}  // namespace surety
