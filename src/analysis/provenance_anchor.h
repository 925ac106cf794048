// Does a statement still stand where its evidence says, in somebody's own copy of the source?
//
// Method    the two selectors of the W3C Web Annotation model: a position (code points, end excluded) and a
// quote. The position counts alone only in a copy with the very bytes that the case names by SHA-256; in any
// other copy the quote must be found. It is looked for exactly, then without regard to white space, hyphens
// and the shapes of quotation marks (base/search_text.h)
// Assumes   the copy is plain text; a byte order mark is no part of it
// Limits    no fuzzy search: a quote with a word changed is not found
// Cost      linear in the text for each quote
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/budget.h"
#include "base/search_text.h"
#include "model/case.h"

namespace surety {

// A copy of a source, made ready to be searched.
struct SourceText {
  explicit SourceText(std::string_view text);
  std::u32string exact;
  LooseText loose;
  bool same_bytes = false;  // as the case's SHA-256
};

enum class AnchorStatus {
  found,      // where the evidence says
  moved,      // elsewhere in this copy
  not_found,  // not in this copy
  no_text,    // there is no copy
  unchecked   // cannot be told, see the doubt
};
std::string_view word(AnchorStatus status);

enum class AnchorDoubt {
  none,
  no_quote,     // other bytes than the case names, and no quote to look for
  no_selector,  // neither a position nor a quote
  out_of_text,  // the position lies beyond the end of the text
  stopped       // the budget was spent
};
std::string_view word(AnchorDoubt doubt);

struct Anchoring {
  AnchorStatus status = AnchorStatus::no_text;
  AnchorDoubt doubt = AnchorDoubt::none;
  std::optional<std::int64_t> start, end;  // where it stands in this copy
  bool loosely = false;         // found only without regard to white space, hyphens, quotation marks
  std::size_t occurrences = 0;  // of the quote
};

// Of several places of a quote the one nearest to the position is taken, the earlier of two.
Anchoring anchored(const Evidence& evidence, const SourceText& text, Budget& budget);

}  // namespace surety
