// Because numbers: each because of a document once, numbered in the order in which a reader meets it; the ids
// of its reasons by place. HTML lists and footnotes of DOCX lead on by these numbers.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace surety {

class BecauseNumbers {
 public:
  // The number of a because, counted from 1, given to it now if it is new; 0 for an empty one.
  std::size_t number_of(const Because& because);
  const std::vector<Because>& all() const { return all_; }

 private:
  std::vector<Because> all_;
  std::map<std::vector<std::string>, std::size_t> numbers_;
};

// A text cut where it names ids in brackets, "[S47, S52]", and where numbers stand.
struct TextPiece {
  enum class Kind { plain, id, number };
  Kind kind = Kind::plain;
  std::string text;
  std::size_t reason = 0;  // of an id: index of Document::reasons
};

// The place of each id among the reasons.
using ReasonPlaces = std::map<std::string, std::size_t, std::less<>>;
ReasonPlaces reason_places(const Document& document);

// Brackets are an id's only when every word in them is one. A number is a run of digits with what belongs to
// it: "8,000–10,000", "16–20 %". The pieces put together are the text.
std::vector<TextPiece> text_pieces(std::string_view text, const ReasonPlaces& places);

}  // namespace surety
