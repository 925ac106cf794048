// Tests of text.h: validity against the table of RFC 3629, widths, wrapping and its laws, the nearest word.
#include "base/text.h"

#include <array>

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

// Letters, spaces, no-break spaces, accents, wide characters, emoji joined by ZWJ, controls.
std::string random_text(Random& random, std::size_t pieces_max) {
  static const std::vector<std::string> kPieces = {
      "a",  "b",        "soldiers", " ", " ", " ",   "\u00A0", "e\u0301", "ä", "漢", "👩\u200D👩\u200D👧",
      "🇺🇦", "\x1B[31m", "\u202E",   "-", "…", " · ", "– "};
  std::string text;
  for (std::size_t n = random.below(pieces_max + 1); n > 0; --n)
    text += kPieces[random.below(kPieces.size())];
  return text;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// The bytes of the character at `i` after the table of RFC 3629, section 4; 0 if there is none.
std::size_t character_of_grammar(std::string_view t, std::size_t i) {
  struct Form {
    int first_low, first_high, second_low, second_high;
    std::size_t bytes;
  };
  static constexpr std::array<Form, 9> kForms = {{{0x00, 0x7F, 0, 0, 1},
                                                  {0xC2, 0xDF, 0x80, 0xBF, 2},
                                                  {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                                  {0xE1, 0xEC, 0x80, 0xBF, 3},
                                                  {0xED, 0xED, 0x80, 0x9F, 3},
                                                  {0xEE, 0xEF, 0x80, 0xBF, 3},
                                                  {0xF0, 0xF0, 0x90, 0xBF, 4},
                                                  {0xF1, 0xF3, 0x80, 0xBF, 4},
                                                  {0xF4, 0xF4, 0x80, 0x8F, 4}}};
  const auto in = [t](std::size_t at, int low, int high) {
    return at < t.size() && static_cast<unsigned char>(t[at]) >= low &&
           static_cast<unsigned char>(t[at]) <= high;
  };
  for (const Form& form : kForms) {
    bool fits = in(i, form.first_low, form.first_high);
    if (form.bytes > 1) fits = fits && in(i + 1, form.second_low, form.second_high);
    for (std::size_t further = 2; further < form.bytes; ++further) fits = fits && in(i + further, 0x80, 0xBF);
    if (fits) return form.bytes;
  }
  return 0;
}

std::optional<std::size_t> first_invalid_by_grammar(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = character_of_grammar(text, at);
    if (bytes == 0) return at;
    at += bytes;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("text: the first byte that is not UTF-8") {
  CHECK(!first_invalid_utf8(""));
  CHECK(!first_invalid_utf8("Selenskyj, Зеленський, 漢字, 🇺🇦"));
  CHECK(!first_invalid_utf8(std::string_view("a\0b", 3)));
  CHECK(!first_invalid_utf8("\xF4\x8F\xBF\xBF"));          // U+10FFFF
  CHECK(!first_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80"));  // around the surrogates
  CHECK(first_invalid_utf8("ab\xFF") == 2);
  CHECK(first_invalid_utf8("ä\x80") == 2);                 // continuation without a start
  CHECK(first_invalid_utf8("ab\xC3") == 2);                // cut short
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);              // overlong, two bytes
  CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);          // overlong, three
  CHECK(first_invalid_utf8("\xF0\x80\x80\xAF") == 0);      // overlong, four
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);          // surrogate
  CHECK(first_invalid_utf8("\xED\xBF\xBF") == 0);          // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);      // above U+10FFFF
  CHECK(first_invalid_utf8("\xF8\x88\x80\x80\x80") == 0);  // five bytes
}

// Random bytes, mostly those at the ends of the ranges of RFC 3629, section 4.
TEST_CASE("text: validity agrees with the grammar of RFC 3629") {
  Random random(kSeed);
  static constexpr std::array<unsigned char, 24> kEdges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                                           0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                                                           0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5};
  for (int round = 0; round < 50'000; ++round) {
    std::string bytes;
    for (std::uint64_t n = random.below(9); n > 0; --n) {
      bytes +=
          static_cast<char>(random.chance(0.8) ? kEdges[random.below(kEdges.size())] : random.below(256));
    }
    if (first_invalid_utf8(bytes) != first_invalid_by_grammar(bytes)) {
      CAPTURE(kSeed);
      CAPTURE(bytes);
      REQUIRE(first_invalid_utf8(bytes) == first_invalid_by_grammar(bytes));
    }
  }
}

TEST_CASE("text: length and width") {
  CHECK(code_points("") == 0);
  CHECK(code_points("Müller") == 6);
  CHECK(code_points("e\u0301") == 2);
  CHECK(display_width("") == 0);
  CHECK(display_width("Müller") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(display_width("■□│") == 3);
  CHECK(display_width("16\u00A0%") == 4);
  CHECK(display_width("\x1B\n") == 0);
  CHECK(display_width("a\xFF") == 2);  // shown as U+FFFD
}

TEST_CASE("text: cut to a width") {
  CHECK(cut_to_width("soldiers", 8) == "soldiers");
  CHECK(cut_to_width("soldiers", 7) == "soldie…");
  CHECK(cut_to_width("soldiers", 1) == "…");
  CHECK(cut_to_width("soldiers", 0).empty());
  CHECK(cut_to_width("漢字漢", 5) == "漢字…");
  CHECK(cut_to_width("漢字漢", 4) == "漢…");
  CHECK(cut_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
}

TEST_CASE("text: wrapping") {
  using Lines = std::vector<std::string>;
  CHECK(wrapped("", 10) == Lines{""});
  CHECK(wrapped("   ", 10) == Lines{""});
  CHECK(wrapped("It does not hold", 10) == Lines{"It does", "not hold"});
  CHECK(wrapped("  It   does ", 10) == Lines{"It does"});
  CHECK(wrapped("only 16\u00A0% hold", 8) == Lines{"only", "16\u00A0%", "hold"});
  CHECK(wrapped("16\u00A0% of 50", 6) == Lines{"16\u00A0%", "of 50"});
  CHECK(wrapped("a Sicherheitsgarantie b", 8) == Lines{"a", "Sicherhe", "itsgaran", "tie b"});
  CHECK(wrapped("漢字漢", 3) == Lines{"漢", "字", "漢"});
  CHECK(wrapped("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
  CHECK(wrapped("France · Britain – Canada", 8) == Lines{"France ·", "Britain", "– Canada"});
  CHECK(wrapped("one · two", 5) == Lines{"one ·", "two"});
  CHECK(wrapped("one two three four", 9, 5) == Lines{"one two", "three", "four"});
  CHECK(wrapped("Sicherheit", 4, 3) == Lines{"Sich", "erh", "eit"});
  CHECK(wrapped("aa👩\u200D👩\u200D👧", 6) == Lines{"aa", "👩\u200D👩\u200D👧"});  // one family, one line
}

TEST_CASE("text: laws of wrapping, for random texts") {
  Random random(kSeed);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = without_controls(random_text(random, 40));
    const int columns = static_cast<int>(random.between(2, 30));
    CAPTURE(kSeed);
    CAPTURE(text);
    CAPTURE(columns);
    const auto lines = wrapped(text, columns);
    REQUIRE(!lines.empty());
    std::string all;
    for (const std::string& line : lines) {
      REQUIRE(display_width(line) <= columns);
      REQUIRE(!first_invalid_utf8(line));
      REQUIRE(!line.starts_with(' '));
      REQUIRE(!line.ends_with(' '));
      all += line;
    }
    REQUIRE(without_spaces(all) == without_spaces(text));
    const std::string cut = cut_to_width(text, columns);
    REQUIRE(display_width(cut) <= columns);
    REQUIRE((cut == text || cut.ends_with("…")));
  }
}

TEST_CASE("text: a very long word is wrapped in linear time") {
  const std::string word(1 << 20, 'x');
  CHECK(wrapped(word, 64).size() == (1 << 20) / 64);
}

TEST_CASE("text: controls never get through") {
  CHECK(without_controls("\x1B[31mred") == "\uFFFD[31mred");
  CHECK(without_controls("a\u202Eb\u2066c\u200Fd\u061Ce") == "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  CHECK(without_controls("\u009B\x7F\u2028") == "\uFFFD\uFFFD\uFFFD");
  CHECK(without_controls("a\x9B\xFFz") == "a\uFFFD\uFFFDz");
  CHECK(without_controls("Ünï 👩\u200D👧 16\u00A0%") == "Ünï 👩\u200D👧 16\u00A0%");
  CHECK(without_controls("a\tb\n") == "a\uFFFDb\uFFFD");
  CHECK(on_one_line("a\tb\r\nc\nd\re\x1B") == "a b c d e\uFFFD");
  CHECK(on_one_line("\r\r\n\n") == "   ");
  Random random(kSeed);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes;
    for (std::uint64_t n = random.below(20); n > 0; --n) bytes += static_cast<char>(random.below(256));
    const std::string shown = without_controls(bytes);
    CAPTURE(bytes);
    REQUIRE(!first_invalid_utf8(shown));
    REQUIRE(without_controls(shown) == shown);
  }
}

TEST_CASE("text: the nearest known word") {
  const std::vector<std::string> known = {"troops", "trainers", "tanks", "jets", "Ausbilder", "Schiffe"};
  CHECK(nearest_word("trops", known) == "troops");
  CHECK(nearest_word("torops", known) == "troops");  // a swap is one mistake
  CHECK(nearest_word("trianers", known) == "trainers");
  CHECK(nearest_word("jets", known) == "jets");
  CHECK(nearest_word("Schife", known) == "Schiffe");
  CHECK(!nearest_word("missiles", known));
  CHECK(!nearest_word("", known));
  CHECK(!nearest_word("tx", known));
  const std::vector<std::string> twins = {"abcx", "abcy"};
  CHECK(nearest_word("abcz", twins) == "abcx");  // the first of equals
  CHECK(nearest_word("abcy", twins) == "abcy");  // but a nearer one before it
  const std::vector<std::string> umlauts = {"Königreich"};
  CHECK(nearest_word("Konigreich", umlauts) == "Königreich");
}

TEST_CASE("text: quoting and joining") {
  CHECK(quoted_for_message("a\nb\x1B") == "a\uFFFDb\uFFFD");
  CHECK(quoted_for_message("Müllerchen", 6) == "Mülle…");
  CHECK(quoted_for_message("Müller", 6) == "Müller");
  CHECK(quoted_for_message("Müller", 0).empty());
  CHECK(quoted_for_message("Müller", static_cast<std::size_t>(-1)) == "Müller");
  CHECK(code_points(quoted_for_message(std::string(10'000, 'x'))) == 60);
  CHECK(joined({}, ", ").empty());
  const std::vector<std::string> words = {"S01", "S02"};
  CHECK(joined(words, ", ") == "S01, S02");
}

TEST_CASE("text: comparing without regard to case") {
  CHECK(case_folded("ÄRMEL Straße") == case_folded("ärmel STRASSE"));
  CHECK(case_folded("e\u0301") == case_folded("É"));
  CHECK(case_folded("").empty());
  CHECK(case_folded("A\xFF") == "A\xFF");
}

}  // namespace surety
