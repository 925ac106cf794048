// Tests of searching: case and accents, what copying changes, every place of a part against trying
// everything.
#include "base/search_text.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {

TEST_CASE("searched text: case never counts, accents only if typed") {
  CHECK(SearchedText("türkiye").found_in("Die TÜRKİYE und Türkiye"));
  CHECK(SearchedText("turkiye").found_in("Türkiye"));
  CHECK_FALSE(SearchedText("Türkiye").found_in("Turkiye"));
  CHECK(SearchedText("grossbritannien").found_in("Großbritannien"));
  CHECK(SearchedText("GROSSBRITANNIEN").found_in("Großbritannien"));
  CHECK(SearchedText("u\u0308ber").found_in("ÜBER"));  // composed or not
  CHECK(SearchedText("").found_in(""));
  CHECK(SearchedText("").empty());
  CHECK_FALSE(SearchedText("x").found_in(""));
}

TEST_CASE("searched text: bytes that are no UTF-8 are found as they are") {
  CHECK(SearchedText("\xFF").found_in("a\xFF b"));
  CHECK_FALSE(SearchedText("\xFE").found_in("a\xFF b"));
}

TEST_CASE("loosened: white space, hyphens, quotation marks, accents; every point knows its place") {
  const std::u32string text = code_points_of("Die  \u201EGa\u00ADrantie\u201C \u2013 f\u00FCr\u00A0alle");
  const LooseText loose = loosened(text);
  CHECK(loose.points == code_points_of("Die \"Garantie\" - fu\u0308r alle"));
  REQUIRE(loose.origin.size() == loose.points.size());
  CHECK(text[loose.origin.back()] == U'e');
  CHECK(loosened(code_points_of("f\u00FCr")).points == loosened(code_points_of("fu\u0308r")).points);
  CHECK(loosened({}).points.empty());
}

TEST_CASE("nearest place: as trying every place, on texts of few letters") {
  const std::uint64_t seed = 20250821;
  INFO("seed ", seed);
  Random random(seed);
  for (int round = 0; round < 5'000; ++round) {
    std::u32string text, part;
    for (std::uint64_t n = random.below(40); n > 0; --n) text += random.chance(.6) ? U'a' : U'b';
    for (std::uint64_t n = 1 + random.below(6); n > 0; --n) part += random.chance(.6) ? U'a' : U'b';
    const std::size_t wanted = random.below(45);
    std::size_t count = 0, nearest = 0;
    for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
      if (text.substr(i, part.size()) != part) continue;
      const auto far = [&](std::size_t at) { return at < wanted ? wanted - at : at - wanted; };
      if (count == 0 || far(i) < far(nearest)) nearest = i;
      ++count;
    }
    const NearestPlace found = nearest_place(part, text, wanted);
    REQUIRE(found.count == count);
    if (count > 0) REQUIRE(found.at == nearest);
  }
}

TEST_CASE("nearest place: linear where a plain search would not be") {
  const std::u32string text(2'000'000, U'a');
  std::u32string part(100'000, U'a');
  CHECK(nearest_place(part, text, 1'000'000).count == 1'900'001);
  part += U'b';
  CHECK(nearest_place(part, text, 0).count == 0);
}

}  // namespace surety
