// Minimal hitting sets, depth first: a member is only taken while every one taken before is still needed.
#include "solve/hitting_sets.h"

#include <algorithm>
#include <map>

#include "base/rising.h"

namespace surety {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class HittingSets {
 public:
  HittingSets(const std::vector<GroupSet>& sets, int members,
              const std::function<bool(const GroupSet&)>& found,
              const std::function<bool(std::int64_t)>& go_on)
      : sets_(sorted(sets)),
        sets_of_(at(members)),
        hit_by_(sets.size(), 0),
        times_hit_(sets.size(), 0),
        needed_for_(at(members), 0),
        candidate_(at(members), true),
        found_(found),
        go_on_(go_on) {
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      for (const int member : sets_[s]) sets_of_[at(member)].push_back(static_cast<int>(s));
    }
  }

  // All sets before `open` are hit.
  // NOLINTNEXTLINE(misc-no-recursion): each level takes one more member.
  bool search(std::size_t open = 0) {
    if (++visited_ % kVisitsBetweenQuestions == 0 && !go_on_(visited_)) return false;
    while (open < sets_.size() && times_hit_[open] > 0) ++open;
    if (open == sets_.size()) {
      GroupSet result = taken_;
      std::ranges::sort(result);
      return found_(result);
    }
    // Of a hitting set, the last of these members that it has decides in which branch it is found.
    GroupSet branches;
    for (const int member : sets_[open]) {
      if (candidate_[at(member)]) branches.push_back(member);
    }
    for (const int member : branches) candidate_[at(member)] = false;
    bool go_on = true;
    for (const int member : branches) {
      take(member);
      if (unneeded_ == 0) go_on = search(open + 1);
      give_back(member);
      candidate_[at(member)] = true;
      if (!go_on) return false;  // the search is over, its state does not matter any more
    }
    return true;
  }

 private:
  static std::vector<GroupSet> sorted(std::vector<GroupSet> sets) {
    std::ranges::stable_sort(sets, [](const GroupSet& a, const GroupSet& b) { return a.size() < b.size(); });
    return sets;
  }

  static constexpr std::int64_t kVisitsBetweenQuestions = 256;

  // hit_by_ is the exclusive-or of the members that hit a set: the member itself when it is the only one.
  void take(int member) {
    taken_.push_back(member);
    ++unneeded_;
    for (const int s : sets_of_[at(member)]) {
      if (times_hit_[at(s)] == 0 && needed_for_[at(member)]++ == 0) --unneeded_;
      if (times_hit_[at(s)] == 1 && --needed_for_[at(hit_by_[at(s)])] == 0) ++unneeded_;
      ++times_hit_[at(s)];
      hit_by_[at(s)] ^= member;
    }
  }

  void give_back(int member) {
    taken_.pop_back();
    for (const int s : sets_of_[at(member)]) {
      --times_hit_[at(s)];
      hit_by_[at(s)] ^= member;
      if (times_hit_[at(s)] == 0 && --needed_for_[at(member)] == 0) ++unneeded_;
      if (times_hit_[at(s)] == 1 && needed_for_[at(hit_by_[at(s)])]++ == 0) --unneeded_;
    }
    --unneeded_;
  }

  std::vector<GroupSet> sets_;             // small ones first: they leave the fewest ways
  std::vector<std::vector<int>> sets_of_;  // of each member
  std::vector<int> hit_by_, times_hit_;    // of each set
  std::vector<int> needed_for_;            // of each member taken, the sets that only it hits
  int unneeded_ = 0;                       // members taken that are needed for no set
  std::vector<bool> candidate_;
  GroupSet taken_;
  std::int64_t visited_ = 0;
  const std::function<bool(const GroupSet&)>& found_;
  const std::function<bool(std::int64_t)>& go_on_;
};

}  // namespace

bool each_hitting_set(const std::vector<GroupSet>& sets, int members,
                      const std::function<bool(const GroupSet&)>& found,
                      const std::function<bool(std::int64_t)>& go_on) {
  return HittingSets(sets, members, found, go_on).search();
}

std::vector<std::vector<GroupSet>> connected_classes(const std::vector<GroupSet>& sets, int members) {
  std::vector<int> parents(at(members));
  number_from_zero(parents);
  const auto representative = [&](int i) {
    while (parents[at(i)] != i) i = parents[at(i)] = parents[at(parents[at(i)])];
    return i;
  };
  // The smallest member represents its class, so that the map below is in the right order.
  for (const GroupSet& set : sets) {
    for (const int member : set) {
      const int a = representative(set.front()), b = representative(member);
      parents[at(std::max(a, b))] = std::min(a, b);
    }
  }
  std::map<int, std::vector<GroupSet>> classes;
  for (const GroupSet& set : sets) classes[representative(set.front())].push_back(set);
  std::vector<std::vector<GroupSet>> result;
  for (auto& [smallest, own] : classes) result.push_back(std::move(own));
  return result;
}

}  // namespace surety
