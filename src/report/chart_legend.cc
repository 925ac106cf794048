// See chart_legend.h.
#include "report/chart_legend.h"

#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kSignRoom = 18, kEntryGap = 18, kLeading = 16;

}  // namespace

void ChartLegend::add(const std::string& word, const std::function<void(double, double)>& sign) {
  const auto lines = lines_in_width(word, kTickSize, width_ - kSignRoom, 1);
  if (lines.empty()) return;
  const double needed = kSignRoom + text_width(lines.front(), kTickSize);
  if (x_ > 0 && x_ + needed > width_) {
    x_ = 0;
    y_ += kLeading;
  }
  sign(x_ + 6, y_ - 4);
  ink_.text(x_ + kSignRoom, y_, lines.front(), {.size = kTickSize, .soft = true});
  x_ += needed + kEntryGap;
}

}  // namespace surety
