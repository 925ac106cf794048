// All minimal sets that have a member in common with each of some given sets.
//
// Method    depth first with critical members (MMCS: Murakami, Uno, "Efficient algorithms for dualizing
// large-scale
//           hypergraphs", Discrete Applied Mathematics 170, 2014)
// Cost      little memory; time grows with the number of hitting sets, and in the worst case with dead ends
// between
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "solve/group_set.h"

namespace surety {

// Calls `found` for each minimal hitting set of `sets` (rising members in 0..members-1), in an order that
// depends only on `sets`, until it says false. `go_on` is asked now and then, with the number of places in
// the search that were visited. False when either said so.
bool each_hitting_set(const std::vector<GroupSet>& sets, int members,
                      const std::function<bool(const GroupSet&)>& found,
                      const std::function<bool(std::int64_t)>& go_on);

// The classes of sets that hang together by common members, by smallest member; the sets of a class keep
// their order.
std::vector<std::vector<GroupSet>> connected_classes(const std::vector<GroupSet>& sets, int members);

}  // namespace surety
