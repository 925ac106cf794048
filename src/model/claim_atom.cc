// See claim_atom.h.
#include "model/claim_atom.h"

#include <fmt/format.h>

#include "base/text.h"

namespace surety {
namespace {

using Kind = ClaimToken::Kind;

bool read_name(ClaimCursor& cursor, std::string& name, std::size_t& at, std::string missing,
               std::string expected) {
  if (cursor.token.is_keyword()) {
    return cursor.refuse(cursor.token.offset,
                         fmt::format("{} is a word of the claim language and no name", quoted(cursor.token)),
                         std::move(expected));
  }
  if (!cursor.at(Kind::name))
    return cursor.refuse(cursor.token.offset, std::move(missing), std::move(expected));
  name = cursor.token.text;
  at = cursor.token.offset;
  return cursor.advance();
}

// The relation and what stands behind it, an option or a number.
bool read_issue(ClaimCursor& cursor, Atom& atom) {
  atom.relation = cursor.token.relation;
  if (!cursor.advance()) return false;
  if (!cursor.at(Kind::number)) {
    atom.kind = Atom::Kind::issue_option;
    return read_name(cursor, atom.option, atom.at.value,
                     fmt::format("no option or number stands behind {}", quoted(cursor.last)),
                     "an option of the issue or a number");
  }
  atom.kind = Atom::Kind::issue_number;
  atom.at.value = cursor.token.offset;
  atom.number = cursor.token.number;
  if (!cursor.advance()) return false;
  if (cursor.at(Kind::name) && !is_keyword_in_capitals(cursor.token))
    return cursor.refuse(cursor.token.offset, "a number on an issue has no unit", "the number alone");
  return true;
}

bool read_actors(ClaimCursor& cursor, Atom& atom) {
  if (cursor.at(Kind::key_each)) {
    atom.measure.each = true;
    if (!cursor.advance()) return false;
  }
  for (;;) {
    std::string actor;
    std::size_t at = 0;
    if (!read_name(cursor, actor, at, fmt::format("nobody stands behind {}", quoted(cursor.last)),
                   "an actor or a group")) {
      return false;
    }
    atom.measure.by.push_back(std::move(actor));
    atom.at.by.push_back(at);
    if (!cursor.at(Kind::plus)) return true;
    if (!cursor.advance()) return false;
  }
}

bool is_part(Kind kind) { return kind == Kind::key_by || kind == Kind::key_in || kind == Kind::key_as; }

// What cannot stand where it stands inside the brackets of a measure.
bool refuse_in_measure(ClaimCursor& cursor, std::string expected) {
  const ClaimToken& token = cursor.token;
  std::string message;
  if (token.kind == Kind::end)
    message = fmt::format("the claim ends after {}", quoted(cursor.last));
  else if (is_part(token.kind))
    message = fmt::format("no comma stands before {}", quoted(token));
  else
    message = fmt::format("{} cannot follow {} in a measure", quoted(token), quoted(cursor.last));
  return cursor.refuse(token.offset, std::move(message), std::move(expected));
}

// Whether a part may begin at the cursor, after `before` (`end` where nothing was before).
bool admit_part(ClaimCursor& cursor, Kind before) {
  const ClaimToken& token = cursor.token;
  if (!is_part(token.kind)) {
    const bool another_actor = token.kind == Kind::name && before == Kind::key_by;
    return refuse_in_measure(cursor, another_actor         ? "'in' or 'as'; actors are joined with '+'"
                                     : before == Kind::end ? "'by', 'in', 'as' or ')'"
                                                           : "'in' or 'as'");
  }
  if (token.kind == before) {
    return cursor.refuse(token.offset, fmt::format("{} stands twice in a measure", quoted(token)),
                         "each of 'by', 'in', 'as' at most once");
  }
  if (before != Kind::end && token.kind < before) {
    return cursor.refuse(token.offset, fmt::format("{} stands too late in a measure", quoted(token)),
                         "the order 'by', 'in', 'as', each at most once");
  }
  return true;
}

bool read_part(ClaimCursor& cursor, Atom& atom, Kind part) {
  if (part == Kind::key_by) return read_actors(cursor, atom);
  const bool place = part == Kind::key_in;
  return read_name(cursor, place ? atom.measure.place : atom.measure.role,
                   place ? atom.at.place : atom.at.role,
                   fmt::format("no {} stands behind {}", place ? "place" : "role", quoted(cursor.last)),
                   place ? "a place" : "a role");
}

// From behind '(' to behind ')'.
bool read_parts(ClaimCursor& cursor, Atom& atom) {
  Kind before = Kind::end;
  while (!cursor.at(Kind::close)) {
    if (!admit_part(cursor, before)) return false;
    before = cursor.token.kind;
    if (!cursor.advance() || !read_part(cursor, atom, before)) return false;
    if (cursor.at(Kind::close)) break;
    if (!cursor.at(Kind::comma))
      return refuse_in_measure(cursor, before == Kind::key_by ? "'+', ',' or ')'" : "',' or ')'");
    if (!cursor.advance()) return false;
    if (cursor.at(Kind::close))
      return cursor.refuse(cursor.token.offset, "nothing stands between ',' and ')'", "'in' or 'as'");
  }
  return cursor.advance();
}

bool read_number(ClaimCursor& cursor, WrittenNumber& number) {
  if (!cursor.at(Kind::number)) {
    return cursor.refuse(cursor.token.offset, fmt::format("no number stands behind {}", quoted(cursor.last)),
                         "a number such as 5000");
  }
  number = cursor.token.number;
  return cursor.advance();
}

bool read_unit(ClaimCursor& cursor, Atom& atom) {
  if (!cursor.at(Kind::name)) return true;
  atom.unit = cursor.token.text;
  atom.at.unit = cursor.token.offset;
  return cursor.advance();
}

// The second half of `in 3000..5000`. A unit may stand behind either number, or behind both when it is one.
bool read_upper_end(ClaimCursor& cursor, Atom& atom) {
  const std::string first_unit = atom.unit;
  if (!cursor.at(Kind::range))
    return cursor.refuse(cursor.token.offset, "the range has no upper end",
                         "'..' and a number, as in 3000..5000");
  if (!cursor.advance() || !read_number(cursor, atom.upper) || !read_unit(cursor, atom)) return false;
  if (!first_unit.empty() && first_unit != atom.unit) {
    return cursor.refuse(atom.at.unit,
                         fmt::format("the two ends of the range have the units '{}' and '{}'",
                                     quoted_for_message(first_unit), quoted_for_message(atom.unit)),
                         "one unit");
  }
  return true;
}

// What a measure is compared with, from behind its ')'.
bool read_bound(ClaimCursor& cursor, Atom& atom) {
  switch (cursor.token.kind) {
    case Kind::relation:
      atom.kind = Atom::Kind::compared;
      atom.relation = cursor.token.relation;
      break;
    case Kind::key_about:
      atom.kind = Atom::Kind::about;
      break;
    case Kind::key_in:
      atom.kind = Atom::Kind::between;
      break;
    default:
      return cursor.refuse(cursor.token.offset, "the measure is compared with nothing",
                           "'>= 5000', 'in 3000..5000', 'about 5000' or another comparison");
  }
  if (!cursor.advance()) return false;
  atom.at.value = cursor.token.offset;
  if (!read_number(cursor, atom.number) || !read_unit(cursor, atom)) return false;
  return atom.kind != Atom::Kind::between || read_upper_end(cursor, atom);
}

}  // namespace

bool ClaimCursor::advance() {
  last = token;
  auto read = tokens.next();
  if (!read) {
    fault = std::move(read).error();
    return false;
  }
  token = *read;
  return true;
}

bool read_atom(ClaimCursor& cursor, Atom& atom) {
  const std::string name(cursor.token.text);
  atom.at.name = cursor.token.offset;
  if (!cursor.advance()) return false;
  if (cursor.at(Kind::open)) {
    atom.measure.capability = name;
    return cursor.advance() && read_parts(cursor, atom) && read_bound(cursor, atom);
  }
  atom.name = name;
  return !cursor.at(Kind::relation) || read_issue(cursor, atom);
}

std::string quoted(const ClaimToken& token) { return fmt::format("'{}'", quoted_for_message(token.text)); }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_keyword_in_capitals(const ClaimToken& token) {
  return token.kind == ClaimToken::Kind::name &&
         keyword_kind(lower_case(token.text)) != ClaimToken::Kind::name;
}

}  // namespace surety
