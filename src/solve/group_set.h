// GroupSet: some soft groups of a constraint system, and who hears of such sets as they are found.
#pragma once
#include <functional>
#include <vector>

namespace surety {

using GroupSet = std::vector<int>;  // 0-based indices into ConstraintSystem::soft, rising

// Called as soon as a set is found; sets arrive in a deterministic order. Either may be empty.
struct ConflictListener {
  std::function<void(const GroupSet&)> conflict;  // each that is returned, once
  // Of the part that is being worked on, before it is known what in it is independent: when all conflicts are
  // known the part may fall into smaller ones, whose concessions are pieces of these.
  std::function<void(const GroupSet&)> concession;
};

}  // namespace surety
