// Random documents for the tests of the writers: every kind of block and value, and text that is out to break
// pages.
#pragma once
#include <array>
#include <limits>

#include "base/random.h"
#include "report/document.h"

namespace surety {

inline std::string hostile_text(Random& random, std::size_t pieces_max = 12) {
  static const std::vector<std::string> kPieces = {"a",        "of",
                                                   "soldiers", "Sicherheitsgarantien",
                                                   " ",        " ",
                                                   " ",        "  ",
                                                   "\u00A0",   "\"",
                                                   "\\",       "|",
                                                   "*",        "_",
                                                   "[S58]",    "<b>",
                                                   "`",        "-",
                                                   "=",        "+1",
                                                   "@",        "#",
                                                   ",",        ";",
                                                   "\n",       "\r\n",
                                                   "\t",       "\r",
                                                   "\x1B[2J",  "\u202E",
                                                   "\u2028",   "\xFF",
                                                   "\x9B",     "漢",
                                                   "e\u0301",  "ä",
                                                   "🇺🇦",       "■",
                                                   "…",        "\u0085",
                                                   "1. ",      "https://a.b/c_d",
                                                   "&amp;",    "$x$"};
  std::string text;
  for (std::size_t n = random.below(pieces_max + 1); n > 0; --n)
    text += kPieces[random.below(kPieces.size())];
  return text;
}

inline double hostile_number(Random& random) {
  static constexpr std::array<double, 10> kNumbers = {0,
                                                      -0.0,
                                                      0.1,
                                                      1,
                                                      1e-7,
                                                      1e300,
                                                      -5,
                                                      5e-324,
                                                      std::numeric_limits<double>::infinity(),
                                                      std::numeric_limits<double>::quiet_NaN()};
  return random.chance(0.5) ? random.unit() * 50'000 : kNumbers[random.below(kNumbers.size())];
}

inline Value random_value(Random& random) {
  switch (random.below(7)) {
    case 0:
      return std::monostate{};
    case 1:
      return random.chance(0.5);
    case 2:
      return static_cast<std::int64_t>(random.next());
    case 3:
      return Hundredths{random.between(-1'000'000, 1'000'000)};
    case 4:
      return hostile_number(random);
    case 5:
      return hostile_text(random);
    default: {
      std::vector<std::string> list;
      for (std::uint64_t n = random.below(4); n > 0; --n) list.push_back("S" + hostile_text(random, 3));
      return list;
    }
  }
}

inline Because random_because(Random& random) {
  Because because;
  for (std::uint64_t n = random.below(4); n > 0; --n) because.add("S" + std::to_string(random.below(100)));
  return because;
}

inline std::vector<std::string> hostile_texts(Random& random, std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(hostile_text(random));
  return texts;
}

inline Grid random_grid(Random& random) {
  Grid grid;
  const auto columns =
      static_cast<std::size_t>(random.chance(0.1) ? random.between(8, 30) : random.between(1, 6));
  for (std::size_t i = 0; i < columns; ++i)
    grid.align.push_back(random.chance(0.3) ? Align::right : Align::left);
  if (random.chance(0.5)) grid.header = hostile_texts(random, columns);
  for (std::uint64_t n = random.below(5); n > 0; --n) grid.rows.push_back(hostile_texts(random, columns));
  grid.indent = static_cast<int>(random.between(-1, 60));
  return grid;
}

inline BarChart random_chart(Random& random) {
  BarChart chart;
  chart.title = hostile_text(random);
  chart.aside = hostile_text(random);
  chart.needed = hostile_number(random);
  for (std::uint64_t n = random.below(6); n > 0; --n) {
    chart.bars.push_back({hostile_text(random), hostile_number(random), hostile_number(random),
                          random.chance(0.8), hostile_text(random)});
  }
  chart.notes = hostile_texts(random, random.below(3));
  return chart;
}

inline Outline random_outline(Random& random) {
  Outline outline;
  for (std::uint64_t n = random.below(8); n > 0; --n) {
    const auto depth = static_cast<int>(random.chance(0.1) ? random.between(-2, 60) : random.between(0, 3));
    outline.items.push_back(
        {depth, random.chance(0.5) ? hostile_text(random, 3) : "", hostile_text(random, 30)});
  }
  return outline;
}

inline Block random_block(Random& random) {
  switch (random.below(6)) {
    case 0:
      return Heading{static_cast<int>(random.between(0, 4)), hostile_text(random), hostile_text(random)};
    case 1:
      return Paragraph{hostile_text(random, 60), random.chance(0.2)};
    case 2:
      return random_grid(random);
    case 3:
      return random_chart(random);
    case 4:
      return random_outline(random);
    default: {
      Commands commands;
      for (std::uint64_t n = random.below(3); n > 0; --n) {
        commands.lines.push_back({hostile_text(random, 2), hostile_text(random)});
      }
      return commands;
    }
  }
}

inline Table random_table(Random& random, std::string key) {
  Table table{std::move(key), {}, {}};
  for (std::uint64_t n = 1 + random.below(5), i = 0; i < n; ++i) {
    table.columns.push_back(
        {"column " + std::to_string(i) + hostile_text(random, 2), hostile_text(random, 1)});
  }
  for (std::uint64_t n = random.below(6); n > 0; --n) {
    Row row{{}, random_because(random)};
    for (std::size_t i = 0; i < table.columns.size(); ++i) row.cells.push_back(random_value(random));
    table.rows.push_back(std::move(row));
  }
  return table;
}

inline Document random_document(Random& random) {
  Document document{.command = "assess",
                    .case_id = hostile_text(random),
                    .valid = "2025-08-21",
                    .known = "",
                    .input_sha256 = "ab12",
                    .language = Language::en,
                    .complete = random.chance(0.9),
                    .figures = {},
                    .tables = {},
                    .blocks = {}};
  for (std::uint64_t n = random.below(4), i = 0; i < n; ++i) {
    document.figures.push_back({"figure " + std::to_string(i), random_value(random), random_value(random),
                                random_value(random), hostile_text(random, 1), random_because(random)});
  }
  for (std::uint64_t n = random.below(3), i = 0; i < n; ++i) {
    document.tables.push_back(random_table(random, "table" + std::to_string(i)));
  }
  for (std::uint64_t n = random.below(8); n > 0; --n) document.blocks.push_back(random_block(random));
  return document;
}

}  // namespace surety
