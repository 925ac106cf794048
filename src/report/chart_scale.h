// Chart scale: a stretch of numbers on a stretch of paper, with ticks at round numbers whose labels have
// room.
#pragma once
#include <string>
#include <vector>

#include "base/language.h"

namespace surety {

struct ScaleTick {
  double value = 0;
  std::string label;  // empty where it has no room
};

// From 0 to `end` over `from`..`to` pixels.
class ChartScale {
 public:
  // `largest` lies on the scale; what is not finite or below 0 counts as 0, and the scale
  // ends between 1e-6 and 10^18.
  ChartScale(double largest, double from, double to);

  double at(double value) const;
  double end() const { return end_; }
  // Round steps (1, 2, 5 times a power of ten), as many as labels of `size` have room for; the first is 0.
  std::vector<ScaleTick> ticks(Language language, double size) const;

 private:
  double end_ = 1;
  double from_, to_;
};

// 1,234.5 with as many decimals as it has, at most three.
std::string tick_text(double value, Language language);

}  // namespace surety
