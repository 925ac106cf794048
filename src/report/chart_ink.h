// Chart ink: what a chart is drawn with: texts, lines, shapes, put down once as SVG and remembered as boxes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/chart.h"

namespace surety {

enum class Anchor { start, middle, end };

// Sizes of type in a chart, in pixels.
inline constexpr double kTitleSize = 16, kLabelSize = 12, kTickSize = 11, kFootSize = 10.5;

struct TextLook {
  double size = kLabelSize;
  Anchor anchor = Anchor::start;
  bool bold = false;
  bool soft = false;           // paler: what is not the matter itself
  std::string_view tone = {};  // class of a state, see state_tone()
};

// The box that a text takes, for whoever checks that none lies on another.
struct TextBox {
  double x = 0, y = 0, width = 0, height = 0;
  std::string text;
};

class ChartInk {
 public:
  // Ids of fills carry `prefix`, so that several charts may stand in one page.
  explicit ChartInk(std::string prefix) : prefix_(std::move(prefix)) {}

  void text(double x, double baseline, std::string_view words, const TextLook& look = {});
  // Lines below each other; returns the baseline of the next one.
  double lines(double x, double baseline, const std::vector<std::string>& words, double leading,
               const TextLook& look = {});
  void line(double x1, double y1, double x2, double y2, std::string_view look);
  void rectangle(double x, double y, double width, double height, std::string_view look);
  // The same, filled with a pattern of hatches.
  void hatched(double x, double y, double width, double height, std::string_view look);
  void circle(double x, double y, double radius, std::string_view look);
  void path(std::string_view d, std::string_view look);
  // What follows belongs together until end() and has a tooltip.
  void begin(std::string_view tooltip);
  void end();

  // An empty sheet that is laid over this one by take(): what must lie above but is drawn first.
  ChartInk sheet() const { return ChartInk(prefix_); }
  void take(const ChartInk& sheet);

  const std::string& elements() const { return elements_; }
  const std::vector<TextBox>& boxes() const { return boxes_; }

 private:
  std::string prefix_;
  std::string elements_;
  std::vector<TextBox> boxes_;
};

// The sign of a state, ✓ ◐ ✗ ?, and the class of its colour.
std::string_view state_sign(ChartState state);
std::string_view state_tone(ChartState state);

// A coordinate with at most two decimals.
std::string coordinate(double value);

}  // namespace surety
