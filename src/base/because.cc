// See because.h.
#include "base/because.h"

#include <algorithm>

namespace surety {
Because::Because(std::initializer_list<std::string> ids) : Because(std::vector<std::string>(ids)) {}

Because::Because(std::vector<std::string> ids) : ids_(std::move(ids)) {
  std::ranges::sort(ids_);
  const auto repeated = std::ranges::unique(ids_);
  ids_.erase(repeated.begin(), repeated.end());
}

void Because::add(const std::string& id) {
  const auto at = std::ranges::lower_bound(ids_, id);
  if (at == ids_.end() || *at != id) ids_.insert(at, id);
}

void Because::add(const Because& other) {
  std::vector<std::string> both;
  both.reserve(ids_.size() + other.ids_.size());
  std::ranges::set_union(ids_, other.ids_, std::back_inserter(both));
  ids_ = std::move(both);
}

bool Because::contains(const std::string& id) const { return std::ranges::binary_search(ids_, id); }

Because join(Because a, const Because& b) {
  a.add(b);
  return a;
}

}  // namespace surety
