// ClaimCursor: where the reading of a claim stands; read_atom: the issues, factors and measures of a claim.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "model/claim_tokens.h"

namespace surety {

// One token ahead of what was read. What returns false has left its reason in `fault`.
struct ClaimCursor {
  explicit ClaimCursor(std::string_view text) : tokens(text) {}

  [[nodiscard]] bool advance();
  bool refuse(std::size_t offset, std::string message, std::string expected) {
    fault = {offset, std::move(message), std::move(expected)};
    return false;
  }
  bool at(ClaimToken::Kind kind) const { return token.kind == kind; }

  ClaimTokens tokens;
  ClaimToken token;  // the one to be read next
  ClaimToken last;   // the one before
  ClaimFault fault;
};

// Reads one atom; REQUIRES a name at the cursor. Afterwards the cursor stands behind the atom.
[[nodiscard]] bool read_atom(ClaimCursor& cursor, Atom& atom);

// The token in quotation marks, fit for a message.
std::string quoted(const ClaimToken& token);

// "AND" and "Then" are names, but hardly meant as such.
bool is_keyword_in_capitals(const ClaimToken& token);
std::string lower_case(std::string_view text);

}  // namespace surety
