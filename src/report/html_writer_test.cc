// Tests of the page of HTML on random documents: it nests, links lead somewhere, nothing of a case is markup.
#include "report/html_writer.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "report/random_chart_test.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

// The values of an attribute in all elements.
std::vector<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string begin = " " + attribute + "=\"";
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    values.push_back(html.substr(from, html.find('"', from) - from));
  }
  return values;
}

Document document_with_reasons(Random& random) {
  Document document = random_document(random);
  for (std::uint64_t n = random.below(3); n > 0; --n) {
    document.charts.push_back(random_drawing(random));
    document.charts.back().key = "chart " + std::to_string(n);
    document.blocks.emplace_back(ChartPlace{document.charts.back().key});
  }
  for (int i = 0; i < 100; ++i)
    document.reasons.push_back(
        {"S" + std::to_string(i), hostile_text(random), hostile_texts(random, random.below(3))});
  document.blocks.emplace_back(
      Paragraph{"In all 8,000–10,000 of 50,000 [S3, S4]", true, random_because(random)});
  return document;
}

TEST_CASE("random documents: ids are unique, links lead to one, elements nest") {
  Random random(kSeed);
  MESSAGE("seed ", kSeed);
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    const Document document = document_with_reasons(random);
    const std::string html = html_page(document);
    REQUIRE(html == html_page(document));
    const auto ids = values_of(html, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const std::string& link : values_of(html, "href")) REQUIRE(known.contains(link.substr(1)));
    REQUIRE(html.find("<script") == std::string::npos);
    REQUIRE(html.find("\x1B") == std::string::npos);
    std::vector<std::string> open;
    for (std::size_t at = html.find('<', html.find("<html")); at != std::string::npos;
         at = html.find('<', at + 1)) {
      if (html.compare(at, 6, "<meta ") == 0) continue;
      const std::size_t end = html.find('>', at);
      const std::string tag = html.substr(at + 1, end - at - 1);
      if (tag.starts_with('/')) {
        REQUIRE(!open.empty());
        REQUIRE(open.back() == tag.substr(1));
        open.pop_back();
      } else if (!tag.ends_with('/')) {
        open.push_back(tag.substr(0, tag.find_first_of(" \n")));
      }
    }
    REQUIRE(open.empty());
  }
}

TEST_CASE("a number leads to its because, an id to its statement") {
  Document document;
  document.reasons = {{"S3", "said", {"way"}}, {"S4", "said, too", {}}};
  document.blocks.emplace_back(Paragraph{"8,000–10,000 of 50,000 [S3, S4], not [S9]", false, Because{"S3"}});
  const std::string html = html_page(document);
  CHECK(html.find("<a href=\"#w1\">8,000–10,000</a> of <a href=\"#w1\">50,000</a>") != std::string::npos);
  CHECK(html.find("[<a href=\"#i0\">S3</a></span>, <a href=\"#i1\">S4</a>], not [S9]") != std::string::npos);
  CHECK(html.find("<li id=\"w1\"><a href=\"#i0\">S3</a></li>") != std::string::npos);
}

}  // namespace
}  // namespace surety
