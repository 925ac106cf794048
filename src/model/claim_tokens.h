// ClaimTokens: the names, numbers and signs of a claim's text, one after another, with a precise fault for
// all else.
#pragma once
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "model/claim.h"

namespace surety {

struct ClaimToken {
  enum class Kind {
    end,
    name,
    number,
    key_if,
    key_then,
    key_or,
    key_and,
    key_not,
    key_by,
    key_each,
    key_in,
    key_as,
    key_about,
    open,
    close,
    comma,
    plus,
    range,
    relation
  };
  Kind kind = Kind::end;
  std::size_t offset = 0;
  std::string_view text;
  WrittenNumber number;                 // of a number
  Relation relation = Relation::equal;  // of a relation

  bool is_keyword() const { return kind >= Kind::key_if && kind <= Kind::key_about; }
};

// Reads on demand, so that the first fault of a text is the leftmost one, be it of a word or of the grammar.
// REQUIRES valid UTF-8.
class ClaimTokens {
 public:
  explicit ClaimTokens(std::string_view text) : text_(text) {}
  // The next token; `end` at the end, as often as it is asked for.
  std::expected<ClaimToken, ClaimFault> next();

 private:
  using Read = std::expected<ClaimToken, ClaimFault>;
  Read read_name();
  Read read_number();
  Read read_sign();
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  ClaimToken taken(ClaimToken::Kind kind, std::size_t start) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

// The keyword that `text` is, or `name` where it is none.
ClaimToken::Kind keyword_kind(std::string_view text);

// The number without leading zeros and without decimals that say nothing: "5000", "12.5".
std::string written_number_text(WrittenNumber number);

// "=", "!=", "<", "<=", ">", ">=".
std::string_view relation_sign(Relation relation);

// What holds exactly where `relation` does not: >= for <.
Relation opposite(Relation relation);

}  // namespace surety
