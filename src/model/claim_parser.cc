// parse_claim: a claim's text to its postfix nodes, by operator precedence with a stack of its own.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/claim.h"
#include "model/claim_atom.h"
#include "model/claim_tokens.h"

namespace surety {
namespace {

using Kind = ClaimToken::Kind;

constexpr std::string_view kOperandExpected =
    "an issue (us_role <= minimal), a factor, a measure (ground_troops(by FRA) >= 5000), 'not' or '('";

// What is begun and not yet ended. Everything but the last two counts as depth.
struct OpenPart {
  enum class Kind { bracket, negation, condition, consequence, conjunction, disjunction };
  Kind kind = Kind::bracket;
  std::size_t offset = 0;
  int operands = 0;  // of a conjunction or disjunction: those complete so far

  bool nests() const { return kind != Kind::conjunction && kind != Kind::disjunction; }
};

// Two states take turns: an operand is read (with the 'if', 'not' and '(' in front of it), then what stands
// behind it. A part that ends writes its node behind those of its operands, which gives the postfix order.
class ClaimParser {
 public:
  explicit ClaimParser(std::string_view text) : cursor_(text) {}

  std::expected<Claim, ClaimFault> parse() {
    if (!cursor_.advance()) return std::unexpected(std::move(cursor_.fault));
    while (!complete_)
      if (!read_operand() || !read_operator()) return std::unexpected(std::move(cursor_.fault));
    return std::move(claim_);
  }

 private:
  // At the token to be read next, which is where most faults show.
  bool refuse(std::string message, std::string expected) {
    return cursor_.refuse(cursor_.token.offset, std::move(message), std::move(expected));
  }
  bool top_is(OpenPart::Kind kind) const { return !open_.empty() && open_.back().kind == kind; }

  bool read_operand();
  bool refuse_operand();
  bool open(OpenPart::Kind kind);

  bool read_operator();
  bool refuse_operator();
  bool take_then();
  bool close_bracket();
  bool finish();
  void extend(OpenPart::Kind kind);
  void absorb_operand();
  void close_series(OpenPart::Kind kind);
  void close_negations();
  void close_consequences();
  void add_node(ClaimNode::Kind kind, int operands) { claim_.nodes.push_back({kind, -1, operands}); }

  bool read_atom_node();

  ClaimCursor cursor_;
  std::vector<OpenPart> open_;
  int depth_ = 0;
  bool complete_ = false;
  Claim claim_;
};

// ---- operands --------------------------------------------------------------------------------

bool ClaimParser::read_operand() {
  for (;;) {
    bool read = false;
    switch (cursor_.token.kind) {
      case Kind::key_if:
        // The grammar knows a bare 'if' only where a claim begins: what would 'a and if b then c or d' mean?
        if (top_is(OpenPart::Kind::negation) || (!open_.empty() && !open_.back().nests()))
          return refuse(fmt::format("an 'if' behind '{}' needs brackets", cursor_.last.text),
                        "'(' before 'if'");
        read = open(OpenPart::Kind::condition);
        break;
      case Kind::key_not:
        read = open(OpenPart::Kind::negation);
        break;
      case Kind::open:
        read = open(OpenPart::Kind::bracket);
        break;
      case Kind::name:
        return read_atom_node();
      default:
        return refuse_operand();
    }
    if (!read) return false;
  }
}

bool ClaimParser::open(OpenPart::Kind kind) {
  if (depth_ == kClaimDepthMax) {
    return refuse(fmt::format("the claim is nested more than {} deep", kClaimDepthMax),
                  fmt::format("at most {} of 'if', 'not' and '(' inside each other", kClaimDepthMax));
  }
  ++depth_;
  open_.push_back({kind, cursor_.token.offset});
  return cursor_.advance();
}

bool ClaimParser::read_atom_node() {
  Atom atom;
  if (!read_atom(cursor_, atom)) return false;
  claim_.nodes.push_back({ClaimNode::Kind::atom, static_cast<int>(claim_.atoms.size()), 0});
  claim_.atoms.push_back(std::move(atom));
  return true;
}

bool ClaimParser::refuse_operand() {
  const std::string expected(kOperandExpected);
  if (cursor_.token.kind == Kind::end && claim_.nodes.empty() && open_.empty())
    return refuse("the claim is empty", expected);
  if (cursor_.token.kind == Kind::end)
    return refuse(fmt::format("the claim ends after {}", quoted(cursor_.last)), expected);
  if (cursor_.token.kind == Kind::close && cursor_.last.kind == Kind::open)
    return refuse("nothing stands between '(' and ')'", expected);
  return refuse(fmt::format("{} stands where a claim should begin", quoted(cursor_.token)), expected);
}

// ---- what stands behind an operand -----------------------------------------------------------

bool ClaimParser::read_operator() {
  for (;;) {
    close_negations();
    switch (cursor_.token.kind) {
      case Kind::key_and:
        extend(OpenPart::Kind::conjunction);
        return cursor_.advance();
      case Kind::key_or:
        close_series(OpenPart::Kind::conjunction);
        extend(OpenPart::Kind::disjunction);
        return cursor_.advance();
      case Kind::key_then:
        return take_then();
      case Kind::end:
        return finish();
      case Kind::close:
        if (!close_bracket()) return false;
        break;
      default:
        return refuse_operator();
    }
  }
}

bool ClaimParser::refuse_operator() {
  for (const ClaimToken& word : {cursor_.last, cursor_.token}) {
    if (is_keyword_in_capitals(word)) {
      return cursor_.refuse(word.offset, fmt::format("{} is written in capitals", quoted(word)),
                            fmt::format("'{}' in small letters", lower_case(word.text)));
    }
  }
  std::string expected = "'and', 'or', ";
  bool in_bracket = false, in_condition = false;
  for (std::size_t k = open_.size(); k-- > 0 && !in_bracket && !in_condition;) {
    in_bracket = open_[k].kind == OpenPart::Kind::bracket;
    in_condition = open_[k].kind == OpenPart::Kind::condition;
  }
  expected += in_bracket ? "')'" : in_condition ? "'then'" : "or the end of the claim";
  if (cursor_.last.kind == Kind::name && cursor_.token.kind != Kind::name) expected += ", or a comparison";
  if (cursor_.token.kind == Kind::key_about || cursor_.token.kind == Kind::key_in) {
    return refuse(fmt::format("{} belongs behind a measure, and {} is none", quoted(cursor_.token),
                              quoted(cursor_.last)),
                  fmt::format("a measure such as {}() {} ...", quoted_for_message(cursor_.last.text),
                              cursor_.token.text));
  }
  return refuse(fmt::format("{} cannot follow {}", quoted(cursor_.token), quoted(cursor_.last)),
                std::move(expected));
}

// Takes the operand that was just completed into the conjunction or disjunction at the top. One of the same
// kind is dissolved: "(a or b) or c" and "a or b or c" are one claim.
void ClaimParser::absorb_operand() {
  OpenPart& series = open_.back();
  const bool conjunction = series.kind == OpenPart::Kind::conjunction;
  const ClaimNode root = claim_.nodes.back();
  if (root.kind == (conjunction ? ClaimNode::Kind::conjunction : ClaimNode::Kind::disjunction)) {
    series.operands += root.operands;
    claim_.nodes.pop_back();
  } else {
    ++series.operands;
  }
}

void ClaimParser::extend(OpenPart::Kind kind) {
  if (!top_is(kind)) open_.push_back({kind, cursor_.token.offset});
  absorb_operand();
}

void ClaimParser::close_series(OpenPart::Kind kind) {
  if (!top_is(kind)) return;
  absorb_operand();
  add_node(kind == OpenPart::Kind::conjunction ? ClaimNode::Kind::conjunction : ClaimNode::Kind::disjunction,
           open_.back().operands);
  open_.pop_back();
}

void ClaimParser::close_negations() {
  while (top_is(OpenPart::Kind::negation)) {
    add_node(ClaimNode::Kind::negation, 1);
    open_.pop_back();
    --depth_;
  }
}

// Ends every series and every 'if ... then ...' down to a bracket, an 'if' without 'then', or the bottom.
void ClaimParser::close_consequences() {
  for (;;) {
    close_series(OpenPart::Kind::conjunction);
    close_series(OpenPart::Kind::disjunction);
    if (!top_is(OpenPart::Kind::consequence)) return;
    add_node(ClaimNode::Kind::conditional, 2);
    open_.pop_back();
    --depth_;
  }
}

bool ClaimParser::take_then() {
  close_consequences();
  if (!top_is(OpenPart::Kind::condition))
    return refuse("this 'then' has no 'if'", "'if' and a condition before 'then'");
  open_.back().kind = OpenPart::Kind::consequence;
  return cursor_.advance();
}

bool ClaimParser::close_bracket() {
  close_consequences();
  if (top_is(OpenPart::Kind::condition))
    return refuse("'then' is missing behind an 'if'", "'then' and a claim before ')'");
  if (!top_is(OpenPart::Kind::bracket)) return refuse("this ')' has no '('", "no ')', or a '(' before it");
  open_.pop_back();
  --depth_;
  return cursor_.advance();
}

bool ClaimParser::finish() {
  close_consequences();
  if (top_is(OpenPart::Kind::condition))
    return refuse("'then' is missing behind an 'if'", "'then' and a claim");
  if (top_is(OpenPart::Kind::bracket))
    return refuse(fmt::format("the '(' at character {} is not closed", open_.back().offset + 1), "')'");
  complete_ = true;
  return true;
}

}  // namespace

std::expected<Claim, ClaimFault> parse_claim(std::string_view text) {
  const std::string limit = fmt::format("at most {} bytes", kClaimBytesMax);
  if (text.size() > kClaimBytesMax)
    return std::unexpected(ClaimFault{kClaimBytesMax, "the claim is longer than 64 KiB", limit});
  if (const auto invalid = first_invalid_utf8(text))
    return std::unexpected(ClaimFault{*invalid, "the claim is not valid UTF-8", "text in UTF-8"});
  auto claim = ClaimParser(text).parse();
  // "a=b" grows by its spaces when it is printed; what could not be read back from its print is no claim.
  if (claim && print_claim(*claim).size() > kClaimBytesMax)
    return std::unexpected(ClaimFault{0, "the claim is longer than 64 KiB when it is printed", limit});
  return claim;
}

}  // namespace surety
