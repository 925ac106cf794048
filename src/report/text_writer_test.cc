// Tests of text_writer.h: the front answer as a page, each block alone, and the promises on random documents.
#include "report/text_writer.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "base/text.h"
#include "report/random_document_test.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

std::string page_of(std::vector<Block> blocks, TextStyle style = {}) {
  Document document;
  document.blocks = std::move(blocks);
  return text_page(document, style);
}

std::vector<std::string> lines_of(const std::string& page) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = page.find('\n', at);
    lines.push_back(page.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string without_sgr(std::string text) {
  for (const std::string code : {"\x1B[0m", "\x1B[1m", "\x1B[2m"}) {
    for (std::size_t at = text.find(code); at != text.npos; at = text.find(code)) text.erase(at, code.size());
  }
  return text;
}

std::vector<Block> front_answer() {
  return {
      Heading{1, "Security guarantees for Ukraine", "as of 21 Aug 2025"},
      Heading{1, "24 statements with a claim, 7 assumptions", "known 21 Aug 2025"},
      Paragraph{"It does not hold on what is said today. It breaks first at agreement: Russia's red line "
                "against troops "
                "of NATO states clashes with every offer of soldiers.",
                true},
      Grid{{Align::left, Align::left, Align::left, Align::left},
           {},
           {{"agreed", "no", "11 conflicts, in three groups", ""},
            {"covered", "no", "16–20\u00A0%", "of at least 50,000 soldiers, quantified offers (default)"},
            {"", "", "10\u00A0%", "without trainers"},
            {"credible", "open",
             "no US role above \"minimal\" [S03], and without the US hardly any deterrence [S46]", ""}},
           2},
      BarChart{"troops",
               "Ground troops in Ukraine",
               "needed: 50,000 [S58]",
               "persons",
               50'000,
               {{"quantified offers", 8'000, 10'000, true, "8,000–10,000"},
                {"without trainers", 5'000, 5'000, true, "5,000"},
                {"red line respected", 0, 0, true, "0"},
                {"no number stated", 0, 0, false, "the ten countries [S59], Canada [S60]"}},
               {"Trainers count in the first line only."}},
      Heading{2, "What contradicts what", ""},
      Outline{{{0, "", "Russia: no troops of a NATO state in Ukraine [S64]"},
               {1, "against",
                "France about 5,000 [S51] · Britain 3,000–5,000 trainers [S52] · the ten countries [S59] · "
                "Canada [S60]"},
               {0, "", "USA: only a minimal role [S03]"},
               {1, "against", "jets in Romania [S41]"}}},
      Heading{2, "Ways out: 8", ""},
      Grid{{Align::right, Align::left, Align::right, Align::right},
           {"", "", "price", "soldiers"},
           {{"1", "the USA gives up \"minimal\" [S03], Russia its red line [S64] and its veto [S66]", "269",
             "16–20\u00A0%"}},
           2},
      Commands{{{"Why?", "surety because cases/ukraine-2025-08 ways_out:1"},
                {"What if?", "surety assess cases/ukraine-2025-08 --without S66 --set S51.amount=20000"}}}};
}

}  // namespace

TEST_CASE("text_writer: the front answer") {
  CHECK(page_of(front_answer()) ==
        R"(Security guarantees for Ukraine                                as of 21 Aug 2025
24 statements with a claim, 7 assumptions                      known 21 Aug 2025

It does not hold on what is said today. It breaks first at agreement: Russia's
red line against troops of NATO states clashes with every offer of soldiers.

  agreed    no    11 conflicts, in three groups
  covered   no    16–20 %  of at least 50,000 soldiers, quantified offers
                           (default)
                  10 %     without trainers
  credible  open  no US role above "minimal" [S03], and without the US hardly
                  any deterrence [S46]

Ground troops in Ukraine                                    needed: 50,000 [S58]
  quantified offers   ■■■■■■■□□                                  │  8,000–10,000
  without trainers    ■■■■                                       │         5,000
  red line respected                                             │             0
  no number stated    the ten countries [S59], Canada [S60]
  Trainers count in the first line only.

What contradicts what
  Russia: no troops of a NATO state in Ukraine [S64]
      against  France about 5,000 [S51] · Britain 3,000–5,000 trainers [S52] ·
               the ten countries [S59] · Canada [S60]
  USA: only a minimal role [S03]
      against  jets in Romania [S41]

Ways out: 8
                                                                 price  soldiers
  1  the USA gives up "minimal" [S03], Russia its red line         269   16–20 %
     [S64] and its veto [S66]

Why?       surety because cases/ukraine-2025-08 ways_out:1
What if?   surety assess cases/ukraine-2025-08 --without S66 --set S51.amount=20000
)");
}

TEST_CASE("text_writer: in German, on a narrow page") {
  CHECK(page_of({Heading{1, "Sicherheitsgarantien für die Ukraine", "Stand 21. August 2025"},
                 Paragraph{
                     "Nach dem, was heute gesagt ist, trägt sie nicht. Sie scheitert zuerst an der Einigung.",
                     false},
                 BarChart{"troops",
                          "Bodentruppen",
                          "nötig: 50.000 [S58]",
                          "persons",
                          50'000,
                          {{"bezifferte Angebote", 8'000, 10'000, true, "8.000–10.000"},
                           {"ohne Zahl", 0, 0, false, "die zehn Länder [S59], Kanada [S60]"}},
                          {}}},
                {.width = 40}) == R"(Sicherheitsgarantien für die Ukraine
Stand 21. August 2025

Nach dem, was heute gesagt ist, trägt
sie nicht. Sie scheitert zuerst an der
Einigung.

Bodentruppen         nötig: 50.000 [S58]
  bezifferte     ■□      │  8.000–10.000
  Angebote
  ohne Zahl      die zehn Länder [S59],
                 Kanada [S60]
)");
}

TEST_CASE("text_writer: headings") {
  CHECK(page_of({Heading{2, "A", ""}, Paragraph{"x", false}, Heading{2, "B", ""}, Heading{2, "C", "c"}},
                {.width = 40}) == "A\nx\n\nB\n\nC                                      c\n");
  CHECK(page_of({Heading{1, "A", ""}, Paragraph{"x", false}}) == "A\n\nx\n");
  const std::string title(35, 'x');
  CHECK(page_of({Heading{1, title, "abc"}}, {.width = 40}) == title + "  abc\n");
  CHECK(page_of({Heading{1, title, "abcd"}}, {.width = 40}) == title + "\nabcd\n");
}

TEST_CASE("text_writer: what is empty leaves no trace") {
  CHECK(page_of({}).empty());
  CHECK(page_of({Paragraph{}, Grid{}, BarChart{}, Outline{}, Commands{}, Heading{}, Outline{{{}}},
                 Grid{{Align::left}, {""}, {{""}, {""}}, 2}})
            .empty());
  CHECK(page_of({Paragraph{"a", false}, Grid{}, Paragraph{"b", false}}) == "a\n\nb\n");
}

TEST_CASE("text_writer: grids") {
  // A header, numbers to the right, a column without text left out.
  CHECK(page_of({Grid{{Align::left, Align::left, Align::right},
                      {"actor", "", "votes"},
                      {{"France", "", "1"}, {"USA", "", "12"}},
                      2}}) == "  actor   votes\n  France      1\n  USA        12\n");
  // The wrapping column keeps a sensible width, so the first one gives way.
  CHECK(page_of({Grid{{Align::left, Align::left},
                      {},
                      {{"the coalition of the willing", "offers what it can and says so"}},
                      0}},
                {.width = 40}) ==
        "the coalition of     offers what it can\nthe willing          and says so\n");
  // No room for columns: a list.
  Grid grid{std::vector<Align>(8, Align::left), {"a", "b", "c", "d", "e", "f", "g", "h"}, {}, 2};
  grid.rows.push_back(
      {"soldiers", "soldiers", "soldiers", "soldiers", "", "soldiers", "soldiers", "soldiers"});
  CHECK(page_of({grid}, {.width = 40}) ==
        "  a: soldiers\n    b: soldiers\n    c: soldiers\n    d: soldiers\n    f: soldiers\n    g: soldiers\n"
        "    h: soldiers\n");
}

TEST_CASE("text_writer: outlines") {
  CHECK(page_of({Outline{{{0, "", "Russia: no troops of a NATO state in Ukraine"},
                          {1, "a", "one"},
                          {1, "against", "two words and some more of them"},
                          {2, "", "deep"}}}},
                {.width = 40}) ==
        "  Russia: no troops of a NATO state in\n    Ukraine\n      a        one\n      against  two words "
        "and some more\n"
        "               of them\n          deep\n");
}

TEST_CASE("text_writer: commands are never wrapped, and no line of theirs can grow a second one") {
  const std::string words(100, 'x');
  CHECK(page_of({Commands{{{"", "surety " + words}}}}, {.width = 40}) == "surety " + words + "\n");
  CHECK(page_of({Commands{{{"", "surety a\nrm b\tc"}}}}) == "surety a\uFFFDrm b\uFFFDc\n");
}

TEST_CASE("text_writer: colour and ASCII") {
  const std::vector<Block> blocks = {Heading{1, "Title [S1]", "aside [S2, what_if:1]"},
                                     Paragraph{"an [S3] and [two words]", false}, Paragraph{"strong", true}};
  CHECK(page_of(blocks, {.width = 40, .colour = true}) ==
        "\x1B[1mTitle \x1B[0m\x1B[2m[S1]\x1B[0m\x1B[1m\x1B[0m         aside \x1B[2m[S2, what_if:1]\x1B[0m\n\n"
        "an \x1B[2m[S3]\x1B[0m and [two words]\n\n\x1B[1mstrong\x1B[0m\n");
  const std::string ascii = page_of(front_answer(), {.ascii = true});
  CHECK(std::ranges::all_of(ascii, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  CHECK(ascii.find("######--    ") != ascii.npos);
}

TEST_CASE("text_writer: no line of foreign text commands the terminal") {
  const std::string page = page_of({Heading{1, "a\x1B]0;owned\x07", "\u202Eb"}, Paragraph{"c\x1B[2Jd\x9B"
                                                                                          "31m\re\nf",
                                                                                          false}});
  CHECK(page == "a\uFFFD]0;owned\uFFFD" + std::string(80 - 11 - 2, ' ') +
                    "\uFFFDb\n\nc\uFFFD[2Jd\uFFFD"
                    "31m e f\n");
}

TEST_CASE("text_writer: the promises, on random documents") {
  Random random(kSeed);
  for (int round = 0; round < 1'500; ++round) {
    Document document = random_document(random);
    const int width = static_cast<int>(random.between(30, 120));
    CAPTURE(kSeed);
    CAPTURE(round);
    CAPTURE(width);
    const std::string plain = text_page(document, {.width = width});
    REQUIRE(without_sgr(text_page(document, {.width = width, .colour = true})) == plain);
    const std::string ascii = text_page(document, {.width = width, .ascii = true});
    REQUIRE(ascii.find("■") == ascii.npos);
    REQUIRE(display_width(ascii) == display_width(plain));
    std::erase_if(document.blocks,
                  [](const Block& block) { return std::holds_alternative<Commands>(block); });
    for (const std::string& line : lines_of(text_page(document, {.width = width}))) {
      CAPTURE(line);
      REQUIRE(display_width(line) <= std::max(width, 40));
    }
    REQUIRE((plain.empty() || (plain.ends_with('\n') && plain.front() != '\n')));
    for (const std::string& line : lines_of(plain)) {
      CAPTURE(line);
      REQUIRE(!line.ends_with(' '));
      REQUIRE(without_controls(line) == line);
    }
  }
}

// What a page shows is what the document says: no word is lost and none is added but signs of the layout.
TEST_CASE("text_writer: no word is lost, on random documents") {
  Random random(kSeed + 1);
  for (int round = 0; round < 500; ++round) {
    Document document = random_document(random);
    int count = 0;
    for (Block& block : document.blocks) {
      if (auto* paragraph = std::get_if<Paragraph>(&block)) paragraph->text = "w" + std::to_string(count++);
      if (auto* outline = std::get_if<Outline>(&block)) {
        for (auto& item : outline->items) item.text = "w" + std::to_string(count++);
      }
      if (auto* grid = std::get_if<Grid>(&block)) {
        for (auto& row : grid->rows) {
          for (auto& cell : row) cell = random.chance(0.3) ? "" : "w" + std::to_string(count++);
        }
      }
    }
    const std::string page = text_page(document, {.width = 40});
    CAPTURE(kSeed);
    CAPTURE(round);
    for (int i = 0; i < count; ++i) {
      const std::string word = "w" + std::to_string(i);
      REQUIRE(page.find(word) != page.npos);
    }
  }
}

}  // namespace surety
