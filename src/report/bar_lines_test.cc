// Tests of bar_lines.h: the promises of bars on random numbers, and charts with and without a line.
#include "report/bar_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

std::vector<std::string> texts_of(const PageLines& lines) {
  std::vector<std::string> texts;
  for (const PageLine& line : lines) texts.push_back(line.text);
  for (std::string& text : texts) {
    for (std::size_t at = text.find("\u00A0"); at != text.npos; at = text.find("\u00A0"))
      text.replace(at, 2, " ");
    while (text.ends_with(' ')) text.pop_back();
  }
  return texts;
}

BarChart::Bar bar(double low, double high) { return {"", low, high, true, ""}; }

}  // namespace

TEST_CASE("bar_lines: promises of bars, for random numbers") {
  constexpr std::uint64_t kSeed = 20250821;
  Random random(kSeed);
  for (int round = 0; round < 50'000; ++round) {
    const double size = std::pow(10, static_cast<double>(random.between(-3, 6)));
    double low = random.chance(0.2) ? 0 : random.unit() * size,
           high = random.chance(0.2) ? low : random.unit() * size;
    if (low > high) std::swap(low, high);
    const double needed = random.chance(0.3) ? 0 : random.chance(0.2) ? high : random.unit() * 2 * size;
    const double scale = std::max({low, high, needed, 1e-9});
    const int room = static_cast<int>(random.between(2, 60));
    const int line = needed_sign(needed, scale, room);
    const BarSigns signs = bar_signs(low, high, needed, scale, room);
    const int all = signs.sure + signs.possible;
    CAPTURE(kSeed);
    CAPTURE(low);
    CAPTURE(high);
    CAPTURE(needed);
    CAPTURE(room);
    REQUIRE((signs.sure >= 0 && signs.possible >= 0 && all <= room));
    REQUIRE((all > 0) == (high > 0));
    REQUIRE((signs.sure > 0) == (low > 0));
    REQUIRE((needed > 0) == (line > 0));
    if (needed > 0) {
      REQUIRE((all >= line) == (high >= needed));
      REQUIRE((signs.sure >= line) == (low >= needed));
    }
    if (low == high) REQUIRE(signs.possible == 0);
    REQUIRE(std::abs(all - high / scale * room) <= 2);
    REQUIRE(std::abs(signs.sure - low / scale * room) <= 2);
  }
}

TEST_CASE("bar_lines: numbers that are none count as nothing") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  CHECK(bar_signs(-5, kInfinity, 0, 10, 8).sure == 0);
  CHECK(bar_signs(std::nan(""), 5, 0, 10, 8).possible == 4);
  CHECK(needed_sign(std::nan(""), 10, 8) == 0);
  CHECK(needed_sign(-1, 10, 8) == 0);
}

TEST_CASE("bar_lines: the line stands where it must be reached, also inside longer bars") {
  CHECK(texts_of(bar_lines({"", "", "", "", 10, {bar(20, 20), bar(10, 15), bar(9.9, 9.9), bar(0, 0)}, {}},
                           23)) == std::vector<std::string>{"  ■■■■■■■■■■│■■■■■■■■■■", "  ■■■■■■■■■■│□□□□□",
                                                            "  ■■■■■■■■■ │", "            │"});
  CHECK(texts_of(bar_lines({"", "", "", "", 0, {bar(5, 10), bar(2, 2)}, {}}, 22)) ==
        std::vector<std::string>{"  ■■■■■■■■■■□□□□□□□□□□", "  ■■■■"});
  CHECK(texts_of(bar_lines({"", "Nothing", "", "", 0, {bar(0, 0)}, {"note"}}, 40)) ==
        std::vector<std::string>{"Nothing", "", "  note"});
}

}  // namespace surety
