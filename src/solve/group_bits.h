// GroupBits: a set of groups as bits, and Witnesses: which sets of groups are known to fit together.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "solve/group_set.h"

namespace surety {

class GroupBits {
 public:
  explicit GroupBits(int groups) : words_((static_cast<std::size_t>(groups) + 63) / 64, 0) {}
  bool has(int group) const {
    return (words_[static_cast<std::size_t>(group) >> 6] >> (group & 63) & 1) != 0;
  }
  void add(int group) { words_[static_cast<std::size_t>(group) >> 6] |= std::uint64_t{1} << (group & 63); }
  void clear() { words_.assign(words_.size(), 0); }

 private:
  std::vector<std::uint64_t> words_;
};

// The situations that were seen last, turned round: of each group, in which of them it is true. Whether some
// groups were once true together is then a few words to combine, and most questions need not be asked.
class Witnesses {
 public:
  explicit Witnesses(int groups) : seen_(static_cast<std::size_t>(groups) * kWords, 0) {}

  void add(const GroupBits& truth) {
    const std::size_t word = next_ >> 6;
    const std::uint64_t bit = std::uint64_t{1} << (next_ & 63);
    const int groups = static_cast<int>(seen_.size() / kWords);
    for (int g = 0; g < groups; ++g) {
      std::uint64_t& own = seen_[static_cast<std::size_t>(g) * kWords + word];
      own = truth.has(g) ? own | bit : own & ~bit;
    }
    used_ = std::max(used_, word + 1);
    next_ = (next_ + 1) % (64 * kWords);
  }

  // Whether all `groups` but `without` were true in one situation that is still remembered.
  bool fit(std::span<const int> groups, int without = -1) const {
    std::array<std::uint64_t, kWords> together;
    for (std::size_t w = 0; w < used_; ++w) together[w] = ~std::uint64_t{0};
    for (const int g : groups) {
      if (g == without) continue;
      std::uint64_t any = 0;
      for (std::size_t w = 0; w < used_; ++w)
        any |= together[w] &= seen_[static_cast<std::size_t>(g) * kWords + w];
      if (any == 0) return false;
    }
    return used_ > 0;
  }

 private:
  static constexpr std::size_t kWords = 16;  // 1024 situations
  std::vector<std::uint64_t> seen_;
  std::size_t next_ = 0, used_ = 0;
};

}  // namespace surety
