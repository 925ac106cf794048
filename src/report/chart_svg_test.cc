// Tests of the pictures: no text lies on another or outside the sheet, whatever the data; the same bytes
// twice.
#include "report/chart_svg.h"

#include <doctest/doctest.h>

#include <algorithm>
#include "base/text.h"

#include "report/chart_scale.h"
#include "report/chart_text.h"
#include "report/random_chart_test.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

bool overlap(const TextBox& a, const TextBox& b) {
  constexpr double kTouch = .01;
  return a.x + a.width > b.x + kTouch && b.x + b.width > a.x + kTouch && a.y + a.height > b.y + kTouch &&
         b.y + b.height > a.y + kTouch;
}

// Two texts that lie on each other, as one sentence; empty where none do.
std::string clash_in(const ChartGeometry& geometry) {
  for (std::size_t i = 0; i < geometry.texts.size(); ++i)
    for (std::size_t k = i + 1; k < geometry.texts.size(); ++k)
      if (overlap(geometry.texts[i], geometry.texts[k]))
        return geometry.texts[i].text + " lies on " + geometry.texts[k].text;
  return "";
}

std::string outside_of(const ChartGeometry& geometry) {
  for (const TextBox& box : geometry.texts)
    if (box.x < -1 || box.y < -1 || box.x + box.width > geometry.width + 1 ||
        box.y + box.height > geometry.height + 1)
      return box.text;
  return "";
}

// Whether tags nest and close, and no bare sign of markup stands outside them.
bool is_well_formed(std::string_view xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string_view::npos) return false;
    const std::string_view tag = xml.substr(at + 1, end - at - 1);
    const std::string name(tag.substr(0, tag.find_first_of(" /", 1)));
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(name);
    }
    at = end;
  }
  return open.empty();
}

TEST_CASE("no text of a chart lies on another or outside, for random data") {
  Random random(kSeed);
  MESSAGE("seed ", kSeed);
  for (int i = 0; i < 1500; ++i) {
    CAPTURE(i);
    const Chart chart = random_drawing(random);
    CAPTURE(chart.data.index());
    const ChartGeometry geometry = chart_geometry(chart);
    REQUIRE(clash_in(geometry) == "");
    REQUIRE(outside_of(geometry) == "");
    const std::string svg = chart_svg(chart);
    REQUIRE(svg == chart_svg(chart));
    REQUIRE(is_well_formed(svg));
  }
}

TEST_CASE("a bar, the line and a whisker stand where their numbers say") {
  Chart chart{"k", "t", "soldiers", "as of", "rule", "source", "d", Language::en, {}};
  chart.data =
      RangeBars{100, "needed: 100", {{"a", {25, 50}, true, "25–50"}, {"b", {0, 0}, false, "no number"}}};
  const std::string svg = chart_svg(chart);
  const ChartScale scale(100, 0, 400);
  CHECK(scale.at(25) == doctest::Approx(100));
  CHECK(scale.at(1e300) == doctest::Approx(400));
  CHECK(svg.find("class=\"needed\"") != std::string::npos);
  CHECK(svg.find("class=\"open\"") != std::string::npos);
  CHECK(svg.find("role=\"img\"") != std::string::npos);
  CHECK(svg.find("<desc id=") != std::string::npos);
  // The certain part ends where the possible one begins.
  const auto number_after = [&](std::string_view element, std::string_view name) {
    const std::size_t at = svg.rfind('<', svg.find(element));
    const std::size_t from = svg.find(" " + std::string(name) + "=\"", at) + name.size() + 3;
    return std::stod(svg.substr(from));
  };
  CHECK(number_after("class=\"bar\"", "x") + number_after("class=\"bar\"", "width") ==
        doctest::Approx(number_after("class=\"possible\"", "x")).epsilon(.001));
  CHECK(number_after("class=\"bar\"", "width") ==
        doctest::Approx(number_after("class=\"possible\"", "width")).epsilon(.001));
}

TEST_CASE("ticks are round, begin with 0 and have room") {
  for (const double largest : {0.0, 1.0, 7.0, 50'000.0, 1e12, 0.003, 123'456.7}) {
    CAPTURE(largest);
    const ChartScale scale(largest, 0, 300);
    const auto ticks = scale.ticks(Language::en, kTickSize);
    CHECK(ticks.front().label == "0");
    CHECK(ticks.size() <= 40);
    for (const ScaleTick& tick : ticks) CHECK(tick.value <= scale.end() * (1 + 1e-6));
  }
}

TEST_CASE("lines fit their width and lose nothing until they are cut") {
  Random random(kSeed);
  for (int i = 0; i < 500; ++i) {
    const std::string name = chart_name(random);
    for (const std::string& line : lines_in_width(name, 12, 150, 3)) CHECK(text_width(line, 12) <= 150 + 12);
    std::string whole;
    for (const std::string& line : lines_in_width(name, 12, 150, 1'000'000)) whole += line;
    std::string wanted = on_one_line(name);
    std::erase(whole, ' ');
    std::erase(wanted, ' ');
    CHECK(whole == wanted);
  }
}

}  // namespace
}  // namespace surety
