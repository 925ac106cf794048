// Chart legend: signs with their words in a row, in further rows where they have no room on one.
#pragma once
#include <functional>
#include <string>

#include "report/chart_ink.h"

namespace surety {

class ChartLegend {
 public:
  ChartLegend(double top, double width, ChartInk& ink) : y_(top + 12), width_(width), ink_(ink) {}

  // `sign` draws around the point that it gets. Nothing for an empty word.
  void add(const std::string& word, const std::function<void(double x, double y)>& sign);
  // The baseline of the last row.
  double bottom() const { return y_; }

 private:
  double x_ = 0, y_;
  double width_;
  ChartInk& ink_;
};

}  // namespace surety
