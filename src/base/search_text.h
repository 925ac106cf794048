// Text as people look for it: without regard to case and accents, and without regard to what setting and
// copying change.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace surety {

// The text that somebody looks for. Upper and lower case are one. Accents count only if the query has some:
// "turkiye" finds Türkiye, "Türkiye" does not find Turkiye. An empty query is found everywhere.
class SearchedText {
 public:
  explicit SearchedText(std::string_view query);
  bool empty() const { return folded_.empty(); }
  // Cost: linear in `text` but for pathological queries.
  bool found_in(std::string_view text) const;

 private:
  std::string folded_;
  bool plain_ = false;  // no accents: they are not looked at in the text either
};

// A text as its code points; a byte that is not valid UTF-8 counts as one U+FFFD. REQUIRES fewer than 2^32.
std::u32string code_points_of(std::string_view text);

// A text without what changes when a text is copied from one page or program to another: a run of white space
// is one space, soft hyphens and zero-width signs are gone, quotation marks are '"', apostrophes '\'', dashes
// '-', accents are apart from their letters. `origin[i]` is the position in the text from which point i
// comes.
struct LooseText {
  std::u32string points;
  std::vector<std::uint32_t> origin;
};
LooseText loosened(std::u32string_view text);

// Where `part` begins in `text`, nearest to the point `wanted`, the earlier of two equally near, and at how
// many places it begins, overlapping ones too; none: count is 0. Cost: linear in both, whatever they are
// (Knuth, Morris, Pratt 1977). REQUIRES that `part` is not empty.
struct NearestPlace {
  std::size_t at = 0;
  std::size_t count = 0;
};
NearestPlace nearest_place(std::u32string_view part, std::u32string_view text, std::size_t wanted);

}  // namespace surety
