// LineSpace: who may contribute, where and as what on one day: the lines over which claims about amounts sum.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/case.h"

namespace surety {

// A line is (capability, actor, place, role). Its actors are the declared ones that are not groups, the
// unnamed members of groups ("ten#1"), and one called `others` for everybody else; its places and roles are
// the declared ones and one unspecified. Indices below are positions in these lists.
struct LineSpace {
  std::vector<std::string> actors;  // sorted by declaration; `others` last
  std::vector<std::string> places;  // the unspecified place, "", last
  std::vector<std::string> roles;   // the unspecified role, "", last

  int others() const { return static_cast<int>(actors.size()) - 1; }
  int unspecified_place() const { return static_cast<int>(places.size()) - 1; }
  int unspecified_role() const { return static_cast<int>(roles.size()) - 1; }

  // Sorted indices. An actor means itself; a group its members of that day, groups within groups flattened.
  const std::vector<int>& actors_of(std::string_view actor_or_group) const;
  // A place and all that lies within it.
  const std::vector<int>& places_in(std::string_view place) const;
  int role_index(std::string_view role) const;

  struct Named {
    std::string id;
    std::vector<int> indices;
  };
  std::vector<Named> actor_sets, place_sets;  // sorted by id
};

// REQUIRES a checked case (no circles). `unnamed_off`: groups whose unnamed members are left out (what-if).
LineSpace line_space(const Case& c, Date valid, const std::set<std::string>& unnamed_off = {});

// "unnamed:ten": the assumption under which a group's unnamed members are listed.
std::string unnamed_assumption_id(std::string_view group);

}  // namespace surety
