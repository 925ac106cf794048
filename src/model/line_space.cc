// See line_space.h.
#include "model/line_space.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace surety {
namespace {

const LineSpace::Named& find_named(const std::vector<LineSpace::Named>& sets, std::string_view id) {
  const auto at = std::ranges::lower_bound(sets, id, {}, &LineSpace::Named::id);
  SURETY_CHECK(at != sets.end() && at->id == id);
  return *at;
}

// Direct members of each group on the day: actor positions in the case's list.
std::vector<std::vector<int>> direct_members(const Case& c, Date valid) {
  std::map<std::string_view, int> position;
  for (std::size_t i = 0; i < c.actors.size(); ++i) position[c.actors[i].id] = static_cast<int>(i);
  std::vector<std::vector<int>> members(c.actors.size());
  for (std::size_t i = 0; i < c.actors.size(); ++i) {
    for (const Membership& m : c.actors[i].members)
      if (m.when.contains(valid)) members[i].push_back(position.at(m.other));
    for (const Membership& m : c.actors[i].member_of)
      if (m.when.contains(valid))
        members[static_cast<std::size_t>(position.at(m.other))].push_back(static_cast<int>(i));
  }
  return members;
}

// Everything that can be reached from `start` along `next`, itself included.
std::vector<int> reachable(int start, const std::vector<std::vector<int>>& next) {
  std::vector<bool> seen(next.size(), false);
  std::vector<int> found = {start};
  seen[static_cast<std::size_t>(start)] = true;
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const int other : next[static_cast<std::size_t>(found[at])])
      if (!seen[static_cast<std::size_t>(other)]) {
        seen[static_cast<std::size_t>(other)] = true;
        found.push_back(other);
      }
  return found;
}

void sort_sets(std::vector<LineSpace::Named>& sets) {
  std::ranges::sort(sets, {}, &LineSpace::Named::id);
  for (LineSpace::Named& set : sets) {
    std::ranges::sort(set.indices);
    set.indices.erase(std::ranges::unique(set.indices).begin(), set.indices.end());
  }
}

void fill_actors(const Case& c, Date valid, const std::set<std::string>& unnamed_off, LineSpace& space) {
  std::vector<int> line_of(c.actors.size(), -1);
  for (std::size_t i = 0; i < c.actors.size(); ++i)
    if (c.actors[i].kind != ActorKind::group) {
      line_of[i] = static_cast<int>(space.actors.size());
      space.actors.push_back(c.actors[i].id);
    }
  std::vector<std::vector<int>> unnamed(c.actors.size());
  for (std::size_t i = 0; i < c.actors.size(); ++i) {
    if (!c.actors[i].unnamed_members || unnamed_off.contains(c.actors[i].id)) continue;
    for (std::int64_t k = 1; k <= *c.actors[i].unnamed_members; ++k) {
      unnamed[i].push_back(static_cast<int>(space.actors.size()));
      space.actors.push_back(c.actors[i].id + "#" + std::to_string(k));
    }
  }
  space.actors.emplace_back("others");
  const auto members = direct_members(c, valid);
  for (std::size_t i = 0; i < c.actors.size(); ++i) {
    LineSpace::Named set{c.actors[i].id, {}};
    if (c.actors[i].kind != ActorKind::group) {
      set.indices.push_back(line_of[i]);
    } else {
      for (const int j : reachable(static_cast<int>(i), members)) {
        const auto at = static_cast<std::size_t>(j);
        if (line_of[at] >= 0) set.indices.push_back(line_of[at]);
        set.indices.insert(set.indices.end(), unnamed[at].begin(), unnamed[at].end());
      }
    }
    space.actor_sets.push_back(std::move(set));
  }
}

void fill_places(const Case& c, LineSpace& space) {
  std::map<std::string_view, int> position;
  for (const LocationPlace& place : c.places) {
    position[place.id] = static_cast<int>(space.places.size());
    space.places.push_back(place.id);
  }
  space.places.emplace_back();
  std::vector<std::vector<int>> inside(c.places.size());
  for (std::size_t i = 0; i < c.places.size(); ++i)
    if (!c.places[i].within.empty())
      inside[static_cast<std::size_t>(position.at(c.places[i].within))].push_back(static_cast<int>(i));
  for (std::size_t i = 0; i < c.places.size(); ++i)
    space.place_sets.push_back({c.places[i].id, reachable(static_cast<int>(i), inside)});
}

}  // namespace

const std::vector<int>& LineSpace::actors_of(std::string_view id) const {
  return find_named(actor_sets, id).indices;
}

const std::vector<int>& LineSpace::places_in(std::string_view id) const {
  return find_named(place_sets, id).indices;
}

int LineSpace::role_index(std::string_view role) const {
  const auto at = std::ranges::find(roles, role);
  SURETY_CHECK(at != roles.end());
  return static_cast<int>(at - roles.begin());
}

LineSpace line_space(const Case& c, Date valid, const std::set<std::string>& unnamed_off) {
  LineSpace space;
  fill_actors(c, valid, unnamed_off, space);
  fill_places(c, space);
  for (const Role& role : c.roles) space.roles.push_back(role.id);
  space.roles.emplace_back();
  sort_sets(space.actor_sets);
  sort_sets(space.place_sets);
  return space;
}

std::string unnamed_assumption_id(std::string_view group) { return "unnamed:" + std::string(group); }

}  // namespace surety
