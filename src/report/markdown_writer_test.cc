// Tests of markdown_writer.h: each block, and that foreign text stays text.
#include "report/markdown_writer.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "report/random_document_test.h"

namespace surety {
namespace {

std::string page_of(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  return markdown_page(document);
}

}  // namespace

TEST_CASE("markdown_writer: a page") {
  CHECK(page_of({Heading{1, "Security guarantees", "as of 21 Aug 2025"}, Heading{1, "24 statements", ""},
                 Paragraph{"It does not hold.", true}, Paragraph{"Price: 12_5", false},
                 Grid{{Align::left, Align::right}, {"actor", "votes"}, {{"A|B", "1"}, {"", "12"}}, 2},
                 Grid{{Align::left}, {}, {{"no header"}}, 2},
                 BarChart{"troops",
                          "Truppen",
                          "nötig: 50.000",
                          "persons",
                          50'000,
                          {{"bezifferte Angebote", 8'000, 10'000, true, "8.000–10.000"}},
                          {"A note."}},
                 Heading{2, "Conflicts", ""},
                 Outline{{{0, "", "Russia"}, {1, "against", "France"}, {5, "", "too deep"}, {0, "1", ""}}},
                 Commands{{{"Why?", "surety because `x` 1"}, {"", "surety"}}}}) ==
        R"(# Security guarantees

*as of 21 Aug 2025*

24 statements

**It does not hold.**

Price: 12\_5

| actor | votes |
| --- | ---: |
| A\|B | 1 |
| | 12 |

| |
| --- |
| no header |

| **Truppen** | nötig: 50.000 |
| --- | ---: |
| bezifferte Angebote | 8.000–10.000 |

A note.

## Conflicts

- Russia
  - **against** France
    - too deep
- **1**

```sh
# Why?
surety because `x` 1
surety
```
)");
}

TEST_CASE("markdown_writer: foreign text stays text") {
  CHECK(markdown_text("*a* _b_ [c](d) <e> `f` \\ | ~g~ # & $h$ ^i^") ==
        R"(\*a\* \_b\_ \[c\](d) \<e\> \`f\` \\ \| \~g\~ \# \& \$h\$ \^i\^)");
  CHECK(markdown_text("- a - b") == "\\- a - b");
  CHECK(markdown_text("+ a") == "\\+ a");
  CHECK(markdown_text("---") == "\\---");
  CHECK(markdown_text("12. a") == "12\\. a");
  CHECK(markdown_text("12) a") == "12\\) a");
  CHECK(markdown_text("12.5 percent") == "12.5 percent");
  CHECK(markdown_text("50,000") == "50,000");
  CHECK(markdown_text("    code") == "code");
  CHECK(markdown_text("a  b ") == "a b");
  CHECK(markdown_text("").empty());
  CHECK(page_of({Commands{{{"", "a ```` b"}}}}) == "`````sh\na ```` b\n`````\n");
  CHECK(page_of({Paragraph{"a\n# b\x1B", false}}) == "a \\# b\uFFFD\n");
  CHECK(page_of({Paragraph{}, Grid{}, BarChart{}, Outline{}, Commands{}, Heading{}}).empty());
}

TEST_CASE("markdown_writer: plain addresses are links to themselves, others are none") {
  CHECK(markdown_text("see https://a.b/c_d?e=f (https://g.h).") ==
        "see <https://a.b/c_d?e=f> (<https://g.h>).");
  CHECK(markdown_text("https://a.b/<c>") == "https\\://a.b/\\<c\\>");
  CHECK(markdown_text("xhttps://a.b www.c_d.e") == "xhttps\\://a.b www\\.c\\_d.e");
  CHECK(markdown_text("https://a.b/&lt;c") == "https\\://a.b/\\&lt;c");
  CHECK(markdown_text("https://") == "https\\://");
}

TEST_CASE("markdown_writer: random documents give valid text without controls") {
  constexpr std::uint64_t kSeed = 20250821;
  Random random(kSeed);
  for (int round = 0; round < 500; ++round) {
    const std::string page = markdown_page(random_document(random));
    CAPTURE(kSeed);
    CAPTURE(round);
    std::string one_line = page;
    std::erase(one_line, '\n');
    REQUIRE(without_controls(one_line) == one_line);
    REQUIRE((page.empty() || (page.ends_with('\n') && !page.ends_with("\n\n") && page.front() != '\n')));
  }
}

}  // namespace surety
