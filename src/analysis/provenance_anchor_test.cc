// Tests of anchoring: quotes that were planted, moved, broken over lines and taken out; hostile texts.
#include "analysis/provenance_anchor.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

Anchoring anchored_in(const Evidence& evidence, std::string_view text, bool same_bytes = false) {
  SourceText source(text);
  source.same_bytes = same_bytes;
  Budget budget = Budget::unlimited();
  return anchored(evidence, source, budget);
}

}  // namespace

TEST_CASE("anchor: found, moved, not found, by quote") {
  const std::string text = "Für Soldaten: drei Boote. Drei Boote, drei Boote.";
  const auto found = anchored_in({"x", 14, 24, "drei Boote"}, text);
  CHECK(found.status == AnchorStatus::found);
  CHECK(found.start == 14);
  CHECK(found.occurrences == 2);
  const auto moved = anchored_in({"x", 30, 40, "drei Boote"}, text);
  CHECK(moved.status == AnchorStatus::moved);  // to the nearer of the two
  CHECK(moved.start == 38);
  CHECK(moved.end == 48);
  CHECK(anchored_in({"x", 26, 36, "drei Boote"}, text).start == 14);  // the earlier of two equally near
  CHECK(anchored_in({"x", 14, 24, "vier Boote"}, text).status == AnchorStatus::not_found);
  CHECK(anchored_in({"x", {}, {}, "drei Boote"}, text).status == AnchorStatus::found);
  CHECK(anchored_in({"x", 14, 23, "drei Boote"}, text).status == AnchorStatus::moved);  // another end
  CHECK(anchored_in({"x", 14, {}, "drei Boote"}, text).status == AnchorStatus::found);
}

TEST_CASE("anchor: without a quote the position counts in the same bytes alone") {
  const std::string text = "Größe";
  CHECK(anchored_in({"x", 0, 5, ""}, text, true).status == AnchorStatus::found);
  const auto beyond = anchored_in({"x", 0, 6, ""}, text, true);
  CHECK(beyond.status == AnchorStatus::not_found);
  CHECK(beyond.doubt == AnchorDoubt::out_of_text);
  const auto other = anchored_in({"x", 0, 5, ""}, text, false);
  CHECK(other.status == AnchorStatus::unchecked);
  CHECK(other.doubt == AnchorDoubt::no_quote);
  CHECK(anchored_in({"x", {}, {}, ""}, text, true).doubt == AnchorDoubt::no_selector);
}

TEST_CASE("anchor: a text that was set anew is found loosely, with its own positions") {
  const std::string text = "Er sagte:\n\u201EDie Ga\u00ADrantie\n  steht\u201C \u2013 heute.";
  const auto found = anchored_in({"x", {}, {}, "\"Die Garantie steht\" - heute"}, text);
  CHECK(found.status == AnchorStatus::found);
  CHECK(found.loosely);
  CHECK(found.start == 10);
  const auto moved = anchored_in({"x", 0, 28, "\"Die Garantie steht\" - heute"}, text);
  CHECK(moved.status == AnchorStatus::moved);
  CHECK(anchored_in({"x", {}, {}, "Die Garantien stehen"}, text).status == AnchorStatus::not_found);
}

TEST_CASE("anchor: quotes planted at random are found where they are") {
  const std::uint64_t seed = 7;
  INFO("seed ", seed);
  Random random(seed);
  const std::u32string letters = U"abä \n\u00A0\u00AD\u201E-";
  const auto utf8 = [](const std::u32string& points) {
    std::string bytes;
    for (const char32_t c : points) {
      if (c < 0x80) {
        bytes += static_cast<char>(c);
      } else if (c < 0x800) {
        bytes += static_cast<char>(0xC0 | (c >> 6));
        bytes += static_cast<char>(0x80 | (c & 0x3F));
      } else {
        bytes += static_cast<char>(0xE0 | (c >> 12));
        bytes += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        bytes += static_cast<char>(0x80 | (c & 0x3F));
      }
    }
    return bytes;
  };
  for (int round = 0; round < 1'000; ++round) {
    const auto some = [&](std::uint64_t most) {
      std::u32string text;
      for (std::uint64_t n = random.below(most); n > 0; --n) text += letters[random.below(letters.size())];
      return text;
    };
    const std::u32string before = some(60), quote = U"Q" + some(20) + U"Z", after = some(60);
    const auto at = static_cast<std::int64_t>(before.size()),
               end = at + static_cast<std::int64_t>(quote.size());
    const std::string text = utf8(before + quote + after), words = utf8(quote);
    const auto found = anchored_in({"x", at, end, words}, text);
    REQUIRE(found.status == AnchorStatus::found);
    REQUIRE_FALSE(found.loosely);
    REQUIRE(found.occurrences == 1);
    const auto moved = anchored_in({"x", at + 3, end + 3, words}, text);
    REQUIRE(moved.status == AnchorStatus::moved);
    REQUIRE(moved.start == at);
    REQUIRE(moved.end == end);
    REQUIRE(anchored_in({"x", at, end, words}, utf8(before + after)).status == AnchorStatus::not_found);
  }
}

TEST_CASE("anchor: hostile bytes, a quote of nothing but white space, a spent budget") {
  CHECK(anchored_in({"x", 0, 1, "a"}, "\xFF\xC0\x80").status == AnchorStatus::not_found);
  CHECK(anchored_in({"x", 0, 2, "\xFF"}, "\xFF").status == AnchorStatus::moved);
  CHECK(anchored_in({"x", 0, 1, "\u00AD"}, "text").status == AnchorStatus::not_found);
  CHECK(anchored_in({"x", 0, 1, "  "}, "a b").status == AnchorStatus::not_found);
  SourceText text("aaaa");
  Budget spent = Budget::of_steps(1);
  const auto stopped = anchored({"x", 0, 1, "a"}, text, spent);
  CHECK(stopped.status == AnchorStatus::unchecked);
  CHECK(stopped.doubt == AnchorDoubt::stopped);
}

}  // namespace surety
