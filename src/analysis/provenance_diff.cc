// See provenance_diff.h.
#include "analysis/provenance_diff.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/provenance.h"
#include "base/text.h"

namespace surety {
namespace {

constexpr std::array<std::string_view, 7> kWords = {"added",     "superseded", "corrected",    "judged",
                                                    "retracted", "in_effect",  "not_in_effect"};
constexpr std::array<std::string_view, 4> kWordKinds = {"added", "removed", "changed", "members"};

// A side with its statements found by id.
class Side {
 public:
  explicit Side(const Standing& standing) : standing_(standing) {
    for (int i = 0; i < static_cast<int>(standing.c().statements.size()); ++i)
      index_.emplace(standing.statement(i).id, i);
  }
  // The index of a statement that is on this side's record, or -1.
  int on_record(const std::string& id) const {
    const auto at = index_.find(id);
    if (at == index_.end()) return -1;
    const Statement& s = standing_.statement(at->second);
    const bool accepted = s.status == StatementStatus::accepted;
    return accepted && said_by(standing_.c(), s, standing_.as_of.valid) ? at->second : -1;
  }
  // Whether it is accepted here, though perhaps not said yet.
  bool accepted(const std::string& id) const {
    const auto at = index_.find(id);
    return at != index_.end() && standing_.statement(at->second).status == StatementStatus::accepted;
  }
  bool current(int index) const {
    return index >= 0 && std::ranges::binary_search(standing_.statements, index);
  }
  const Case& c() const { return standing_.c(); }
  const Statement& statement(int index) const { return standing_.statement(index); }
  std::vector<std::string> superseding(const std::string& id) const {
    return surety::superseding(standing_.c(), id, standing_.as_of.valid);
  }

 private:
  const Standing& standing_;
  std::map<std::string, int> index_;
};

// Those of `to` in its order, then those that only `from` has.
template <class Declared>
std::vector<std::string> all_ids(const std::vector<Declared>& from, const std::vector<Declared>& to) {
  std::vector<std::string> ids;
  std::map<std::string, bool> seen;
  for (const auto* list : {&to, &from})
    for (const Declared& one : *list)
      if (seen.emplace(one.id, true).second) ids.push_back(one.id);
  return ids;
}

void add_statement(const Side& from, const Side& to, const std::string& id,
                   std::vector<ChangedStatement>& changes) {
  const int before = from.on_record(id), after = to.on_record(id);
  if (before < 0 && after < 0) return;
  ChangedStatement change{id, Change::added, false, from.current(before), to.current(after), {}, {}};
  if (after >= 0) change.superseded_by = to.superseding(id);
  const auto add = [&](Change what, std::vector<FieldChange> fields = {}) {
    change.change = what;
    change.fields = std::move(fields);
    changes.push_back(change);
  };
  if (before < 0) return add(Change::added);
  if (after < 0) return add(to.accepted(id) ? Change::not_in_effect : Change::retracted);
  if (change.current_from != change.current_to) {
    const bool superseded = !change.superseded_by.empty();
    add(change.current_to ? Change::in_effect : superseded ? Change::superseded : Change::not_in_effect);
  }
  const Statement &old = from.statement(before), &now = to.statement(after);
  if (auto fields = changed_fields(content_facts(old), content_facts(now)); !fields.empty())
    add(Change::corrected, std::move(fields));
  if (auto fields = changed_fields(judgement_facts(from.c(), old), judgement_facts(to.c(), now));
      !fields.empty())
    add(Change::judged, std::move(fields));
}

void add_assumption(const Standing& from, const Standing& to, const std::string& id,
                    std::vector<ChangedStatement>& changes) {
  const auto index_in = [&](const Standing& side) {
    const auto& all = side.c().assumptions;
    const auto at = std::ranges::find(all, id, &Assumption::id);
    return at == all.end() ? -1 : static_cast<int>(at - all.begin());
  };
  const auto on = [](const Standing& side, int index) {
    return index >= 0 && std::ranges::binary_search(side.assumptions, index);
  };
  const int before = index_in(from), after = index_in(to);
  ChangedStatement change{id, Change::added, true, on(from, before), on(to, after), {}, {}};
  const auto add = [&](Change what, std::vector<FieldChange> fields = {}) {
    change.change = what;
    change.fields = std::move(fields);
    changes.push_back(change);
  };
  if (before < 0) return add(Change::added);
  if (after < 0) return add(Change::retracted);
  if (change.current_from != change.current_to)
    add(change.current_to ? Change::in_effect : Change::not_in_effect);
  auto fields =
      changed_fields(assumption_facts(from.assumption(before)), assumption_facts(to.assumption(after)));
  if (!fields.empty()) add(Change::corrected, std::move(fields));
}

std::string members_text(const Standing& side, const std::string& group) {
  std::vector<std::string> members;
  for (const int actor : side.space.actors_of(group))
    members.push_back(side.space.actors[static_cast<std::size_t>(actor)]);
  std::ranges::sort(members);
  return joined(members, ", ");
}

// A group whose declaration is the same may have other members on another day, or when others changed.
void add_members(const Standing& from, const Standing& to, const std::string& id,
                 std::vector<ChangedWord>& words) {
  const Actor *before = find_actor(from.c(), id), *after = find_actor(to.c(), id);
  const bool group = before != nullptr && after != nullptr && before->kind == ActorKind::group &&
                     after->kind == ActorKind::group;
  if (!group) return;
  std::string old = members_text(from, id), now = members_text(to, id);
  if (old != now)
    words.push_back({"actor", id, ChangedWord::Kind::members, {{"members", std::move(old), std::move(now)}}});
}

std::vector<ChangedWord> changed_words(const Standing& from, const Standing& to) {
  const std::vector<DeclaredWord> before = vocabulary_facts(from.c()), after = vocabulary_facts(to.c());
  using Key = std::pair<std::string, std::string>;
  std::map<Key, const Facts*> old;
  for (const DeclaredWord& one : before) old.emplace(Key{one.table, one.id}, &one.facts);
  std::vector<ChangedWord> words;
  for (const DeclaredWord& one : after) {
    const auto at = old.find({one.table, one.id});
    if (at == old.end()) {
      words.push_back({one.table, one.id, ChangedWord::Kind::added, {}});
      continue;
    }
    if (auto fields = changed_fields(*at->second, one.facts); !fields.empty())
      words.push_back({one.table, one.id, ChangedWord::Kind::changed, std::move(fields)});
    if (one.table == "actor") add_members(from, to, one.id, words);
    old.erase(at);
  }
  for (const DeclaredWord& one : before)
    if (old.contains({one.table, one.id}))
      words.push_back({one.table, one.id, ChangedWord::Kind::removed, {}});
  return words;
}

}  // namespace

std::string_view word(Change change) { return kWords[static_cast<std::size_t>(change)]; }
std::string_view word(ChangedWord::Kind kind) { return kWordKinds[static_cast<std::size_t>(kind)]; }

ProvenanceDiff provenance_diff(const Standing& from, const Standing& to) {
  ProvenanceDiff diff;
  const Side before(from), after(to);
  for (const std::string& id : all_ids(from.c().statements, to.c().statements))
    add_statement(before, after, id, diff.statements);
  for (const std::string& id : all_ids(from.c().assumptions, to.c().assumptions))
    add_assumption(from, to, id, diff.statements);
  std::ranges::stable_sort(diff.statements, {}, &ChangedStatement::change);
  diff.words = changed_words(from, to);
  return diff;
}

}  // namespace surety
