// Numbers a range 0, 1, 2, ...: std::ranges::iota, which libstdc++ 12 lacks.
#pragma once
#include <numeric>
#include <ranges>

namespace surety {

template <std::ranges::forward_range Range>
void number_from_zero(Range& range) {
  // NOLINTNEXTLINE(modernize-use-ranges): libstdc++ 12 has no std::ranges::iota.
  std::iota(std::ranges::begin(range), std::ranges::end(range), std::ranges::range_value_t<Range>{0});
}

}  // namespace surety
