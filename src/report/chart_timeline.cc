// SpeechTimeline: a lane a speaker; a dot when a thing was said, a ring when it was reported, a line between.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/chart_body.h"
#include "report/chart_legend.h"
#include "report/chart_text.h"

namespace surety {
namespace {

constexpr double kRow = 18, kLaneGap = 8, kLeading = 15, kColumnGap = 14, kRadius = 4, kLabelGap = 8;
constexpr double kLabelShare = .28, kMarkShare = .2, kAxisTop = 20, kTickGap = 10;
constexpr std::int64_t kGapMax = 4;  // days without a mark that are drawn in full

// Every day with a mark has its place; a gap longer than kGapMax days is drawn as that long, with a break.
class DayScale {
 public:
  DayScale(const std::set<Date>& days, double from, double to) {
    std::int64_t units = 0;
    const Date* last = nullptr;
    for (const Date& day : days) {
      if (last != nullptr) {
        const std::int64_t gap = day.day_number() - last->day_number();
        if (gap > kGapMax) broken_.push_back(units);
        units += std::min(gap, kGapMax);
      }
      places_.emplace_back(day, static_cast<double>(units));
      last = &day;
    }
    const double span = std::max<double>(1, static_cast<double>(units));
    for (auto& [day, place] : places_) place = from + (to - from) * (place / span);
    for (const std::int64_t unit : broken_)
      breaks_.push_back(from + (to - from) * ((static_cast<double>(unit) + kGapMax / 2.0) / span));
  }
  double at(Date day) const {
    return std::ranges::lower_bound(places_, day, {}, [](const auto& p) { return p.first; })->second;
  }
  const std::vector<std::pair<Date, double>>& places() const { return places_; }
  const std::vector<double>& breaks() const { return breaks_; }

 private:
  std::vector<std::pair<Date, double>> places_;
  std::vector<std::int64_t> broken_;
  std::vector<double> breaks_;
};

std::set<Date> days_of(const SpeechTimeline& timeline) {
  std::set<Date> days;
  for (const SpeechTimeline::Lane& lane : timeline.lanes)
    for (const SpeechTimeline::Mark& mark : lane.marks)
      for (const std::optional<Date>& day : {mark.said_from, mark.said_to, mark.reported})
        if (day) days.insert(*day);
  return days;
}

// A mark with its place: from its first to its last sign, label included.
struct Placed {
  const SpeechTimeline::Mark* mark = nullptr;
  double said_from = -1, said_to = -1, reported = -1;  // -1: not known
  double left = 0, right = 0, label_x = 0;
  std::string label;
  std::size_t row = 0;
};

Placed placed(const SpeechTimeline::Mark& mark, const DayScale& scale, double width) {
  Placed place;
  place.mark = &mark;
  double first = width, last = 0;
  const auto put = [&](const std::optional<Date>& day, double& x) {
    if (!day) return;
    x = scale.at(*day);
    first = std::min(first, x);
    last = std::max(last, x);
  };
  put(mark.said_from, place.said_from);
  put(mark.said_to, place.said_to);
  put(mark.reported, place.reported);
  const auto label = lines_in_width(mark.label, kTickSize, width * kMarkShare, 1);
  place.label = label.empty() ? "" : label.front();
  place.label_x = last + kLabelGap;
  place.left = first - kRadius;
  place.right = place.label_x + text_width(place.label, kTickSize);
  return place;
}

// Each mark into the first row of its lane in which it touches no other. Returns how many rows that takes.
std::size_t pack(std::vector<Placed>& marks) {
  std::ranges::stable_sort(marks, {}, &Placed::left);
  std::vector<double> filled;
  for (Placed& mark : marks) {
    const auto free =
        std::ranges::find_if(filled, [&](double right) { return right + kLabelGap <= mark.left; });
    mark.row = static_cast<std::size_t>(free - filled.begin());
    if (free == filled.end()) filled.push_back(0);
    filled[mark.row] = mark.right;
  }
  return std::max<std::size_t>(1, filled.size());
}

void draw_mark(const Placed& mark, double y, ChartInk& ink) {
  const double said_last = mark.said_to >= 0 ? mark.said_to : mark.said_from;
  ink.begin(mark.mark->label + ": " + mark.mark->text);
  if (mark.said_from >= 0 && mark.reported > mark.said_from)
    ink.line(mark.said_from, y, mark.reported, y, "link");
  if (mark.reported >= 0) ink.circle(mark.reported, y, kRadius, "ring");
  if (mark.said_from >= 0 && said_last > mark.said_from)
    ink.rectangle(mark.said_from, y - 2.5, said_last - mark.said_from, 5, "dot");
  if (mark.said_from >= 0)
    ink.circle(mark.said_from, y, mark.reported == mark.said_from ? 2.2 : kRadius, "dot");
  ink.text(mark.label_x, y + 4, mark.label, {.size = kTickSize});
  ink.end();
}

// Days as labels where they have room, from the last one back: what is newest matters most.
void draw_days(const DayScale& scale, Language language, double left, double right, double top, double bottom,
               ChartInk& ink) {
  double free_to = right;
  for (auto day = scale.places().rbegin(); day != scale.places().rend(); ++day) {
    ink.line(day->second, top, day->second, bottom, "grid");
    const std::string label = day->first.text(language);
    const double width = text_width(label, kTickSize);
    const double x = std::clamp(day->second - width / 2, left, std::max(left, right - width));
    if (x + width > free_to) continue;
    ink.text(x, top - 7, label, {.size = kTickSize, .soft = true});
    free_to = x - kTickGap;
  }
  for (const double x : scale.breaks()) {
    ink.line(x - 4, top + 3, x, top - 3, "link");
    ink.line(x, top + 3, x + 4, top - 3, "link");
  }
}

double draw_legend(const SpeechTimeline& timeline, double top, double width, ChartInk& ink) {
  ChartLegend legend(top, width, ink);
  legend.add(timeline.said_word, [&](double x, double y) { ink.circle(x, y, kRadius, "dot"); });
  legend.add(timeline.reported_word, [&](double x, double y) { ink.circle(x, y, kRadius, "ring"); });
  legend.add(timeline.both_word, [&](double x, double y) {
    ink.circle(x, y, kRadius, "ring");
    ink.circle(x, y, 2.2, "dot");
  });
  return legend.bottom();
}

}  // namespace

double draw_timeline(const SpeechTimeline& timeline, Language language, double top, double width,
                     ChartInk& ink) {
  const std::set<Date> days = days_of(timeline);
  double name_width = 0, mark_width = 0;
  for (const SpeechTimeline::Lane& lane : timeline.lanes) {
    name_width = std::max(name_width, text_width(lane.name, kLabelSize));
    for (const SpeechTimeline::Mark& mark : lane.marks)
      mark_width = std::max(mark_width, text_width(on_one_line(mark.label), kTickSize));
  }
  name_width = std::clamp(name_width + 1, 40.0, width * kLabelShare);
  const double left = name_width + kColumnGap;
  const DayScale scale(days, left + 12, width - std::min(mark_width, width * kMarkShare) - kLabelGap - 1);
  double y = draw_legend(timeline, top, width, ink) + kAxisTop + 14;
  const double plot_top = y;
  y += 4;
  ChartInk lanes = ink.sheet();  // over the lines of the days, whose length is known only at the end
  for (const SpeechTimeline::Lane& lane : timeline.lanes) {
    std::vector<Placed> marks;
    for (const SpeechTimeline::Mark& mark : lane.marks)
      if (mark.said_from || mark.said_to || mark.reported) marks.push_back(placed(mark, scale, width));
    const std::size_t rows = pack(marks);
    const auto name = lines_in_width(lane.name, kLabelSize, name_width, 3);
    const double height =
        std::max(static_cast<double>(rows) * kRow, static_cast<double>(name.size()) * kLeading);
    lanes.line(0, y - kLaneGap / 2, width, y - kLaneGap / 2, "grid");
    lanes.lines(0, y + 13, name, kLeading);
    for (const Placed& mark : marks)
      draw_mark(mark, y + kRow / 2 + static_cast<double>(mark.row) * kRow, lanes);
    y += height + kLaneGap;
  }
  draw_days(scale, language, left, width, plot_top, y - kLaneGap / 2, ink);
  ink.take(lanes);
  return y;
}

}  // namespace surety
