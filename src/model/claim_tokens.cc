// See claim_tokens.h.
#include "model/claim_tokens.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "base/text.h"

namespace surety {
namespace {

using Kind = ClaimToken::Kind;

// The words of the language; each is a kind of token of its own and no name.
constexpr std::array<std::pair<std::string_view, Kind>, 10> kKeywords = {{{"if", Kind::key_if},
                                                                          {"then", Kind::key_then},
                                                                          {"or", Kind::key_or},
                                                                          {"and", Kind::key_and},
                                                                          {"not", Kind::key_not},
                                                                          {"by", Kind::key_by},
                                                                          {"each", Kind::key_each},
                                                                          {"in", Kind::key_in},
                                                                          {"as", Kind::key_as},
                                                                          {"about", Kind::key_about}}};

// As in Relation.
constexpr std::array<std::string_view, 6> kRelations = {"=", "!=", "<", "<=", ">", ">="};
constexpr std::array<Relation, 6> kOpposites = {Relation::not_equal, Relation::equal,   Relation::at_least,
                                                Relation::greater,   Relation::at_most, Relation::less};

// Signs that people bring from elsewhere, and what is written here instead. Longer ones first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kForeignSigns = {{
    {"==", "'='"},
    {"=>", "'>=' for at least, or 'if ... then ...'"},
    {"=<", "'<='"},
    {"<>", "'!='"},
    {"&&", "'and'"},
    {"||", "'or'"},
    {"->", "'if ... then ...'"},
    {"…", "'..' between the ends of a range"},
    {"≤", "'<='"},
    {"≥", "'>='"},
    {"≠", "'!='"},
    {"–", "'..' between the ends of a range"},
    {"&", "'and'"},
    {"|", "'or'"},
    {"!", "'not', or '!=' for a comparison"},
    {"-",
     "letters, digits, '_' and single dots in a name; '..' between the ends of a range; no number below 0"},
    {";", "','"},
    {"\"", "a name without quotation marks"},
    {"'", "a name without quotation marks"},
    {"%", "the unit by its name, or no unit"},
    {".", "'..' between the ends of a range; a digit before a decimal point"},
}};

// What people put between groups of digits.
constexpr std::array<std::string_view, 9> kGroupSigns = {",",      ".",      "_",      "'",     " ",
                                                         "\u2019", "\u00a0", "\u202f", "\u2009"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_letter(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::unexpected<ClaimFault> fault(std::size_t offset, std::string message, std::string expected) {
  return std::unexpected(ClaimFault{offset, std::move(message), std::move(expected)});
}

// The end of the digits that begin at `at`.
std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Bytes of the sign between two groups of digits at `at`; 0 where there is none with a digit after it.
std::size_t group_sign_bytes(std::string_view text, std::size_t at) {
  for (const std::string_view sign : kGroupSigns) {
    if (!text.substr(at).starts_with(sign)) continue;
    const std::size_t after = at + sign.size();
    return after < text.size() && is_digit(text[after]) ? sign.size() : 0;
  }
  return 0;
}

// "5,000" and "1.234.567,50" are how people write numbers: what to write instead, where that is sure.
std::string without_groups(std::string_view text, std::size_t start) {
  std::size_t at = digits_end(text, start);
  const std::size_t first = at - start;
  std::string digits(text.substr(start, first)), decimals;
  bool sure = true;
  while (const std::size_t sign = group_sign_bytes(text, at)) {
    const std::size_t end = digits_end(text, at + sign);
    const std::string_view group = text.substr(at + sign, end - at - sign);
    const bool decimal_sign = text[at] == '.' || text[at] == ',';
    sure = sure && decimals.empty() && (group.size() == 3 || (group.size() < 3 && decimal_sign));
    if (group.size() == 3)
      digits += group;
    else
      decimals = fmt::format(".{}", group);
    at = end;
  }
  const bool grouped = digits.size() > first;
  if (!sure || (grouped && first > 3) || digits.size() > 16) return "a number in digits only, such as 5000";
  // One point before three digits may as well stand before decimals.
  if (text[start + first] == '.' && digits.size() == first + 3 && decimals.empty())
    return digits + ", or for money at most two decimals";
  return digits + decimals;
}

// The first character of `text` for a message: in quotation marks, or its number where it would not show.
std::string shown_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x20 || lead == 0x7f) return fmt::format("U+{:04X}", static_cast<unsigned>(lead));
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return fmt::format("'{}'", quoted_for_message(text.substr(0, bytes)));
}

}  // namespace

Kind keyword_kind(std::string_view text) {
  for (const auto& [word, kind] : kKeywords)
    if (word == text) return kind;
  return Kind::name;
}

bool is_claim_id(std::string_view text) {
  if (text.empty() || !is_letter(text.front()) || text.back() == '.') return false;
  for (std::size_t k = 1; k < text.size(); ++k) {
    if (!is_name_part(text[k]) && (text[k] != '.' || text[k - 1] == '.')) return false;
  }
  return keyword_kind(text) == Kind::name;
}

std::string_view relation_sign(Relation relation) { return kRelations[static_cast<std::size_t>(relation)]; }

Relation opposite(Relation relation) { return kOpposites[static_cast<std::size_t>(relation)]; }

std::string written_number_text(WrittenNumber number) {
  const std::int64_t whole = number.hundredths / 100, rest = number.hundredths % 100;
  if (rest == 0) return fmt::format("{}", whole);
  if (rest % 10 == 0) return fmt::format("{}.{}", whole, rest / 10);
  return fmt::format("{}.{:02}", whole, rest);
}

ClaimToken ClaimTokens::taken(Kind kind, std::size_t start) const {
  ClaimToken token;
  token.kind = kind;
  token.offset = start;
  token.text = text_.substr(start, at_ - start);
  return token;
}

std::expected<ClaimToken, ClaimFault> ClaimTokens::next() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  if (at_ == text_.size()) return taken(Kind::end, at_);
  if (is_letter(peek())) return read_name();
  if (is_digit(peek())) return read_number();
  return read_sign();
}

ClaimTokens::Read ClaimTokens::read_name() {
  const std::size_t start = at_;
  for (;;) {
    while (is_name_part(peek())) ++at_;
    if (peek() != '.' || peek(1) == '.') break;
    if (!is_name_part(peek(1))) {
      return fault(
          at_,
          fmt::format("the name '{}' ends with a dot", quoted_for_message(taken(Kind::name, start).text)),
          "a letter, a digit or '_' after a dot in a name");
    }
    ++at_;
  }
  ClaimToken token = taken(Kind::name, start);
  token.kind = keyword_kind(token.text);
  return token;
}

ClaimTokens::Read ClaimTokens::read_number() {
  const std::size_t start = at_;
  at_ = digits_end(text_, at_);
  std::string_view whole = text_.substr(start, at_ - start);
  std::string_view decimals;
  if (peek() == '.' && is_digit(peek(1))) {
    const std::size_t point = at_;
    at_ = digits_end(text_, at_ + 1);
    decimals = text_.substr(point + 1, at_ - point - 1);
  } else if (peek() == '.' && peek(1) != '.') {
    return fault(at_, "a number ends with a point", "a digit after the point, or no point");
  }
  const std::string_view written = text_.substr(start, at_ - start);
  if (decimals.size() > 2 || group_sign_bytes(text_, at_) > 0) {
    return fault(start,
                 fmt::format("the number that begins with '{}' is not written in digits only",
                             quoted_for_message(written)),
                 without_groups(text_, start));
  }
  if (is_letter(peek())) {
    return fault(start, fmt::format("a letter follows the number '{}' directly", quoted_for_message(written)),
                 "a space before the unit; a name begins with a letter");
  }
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  ClaimToken token = taken(Kind::number, start);
  token.number.has_decimals = !decimals.empty();
  const bool fits = whole.size() <= 16;
  for (const char c : fits ? whole : "") token.number.hundredths = token.number.hundredths * 10 + (c - '0');
  token.number.hundredths *= 100;
  if (!decimals.empty()) token.number.hundredths += std::int64_t{decimals[0] - '0'} * 10;
  if (decimals.size() == 2) token.number.hundredths += decimals[1] - '0';
  if (!fits || token.number.hundredths > kNumberMax * 100) {
    return fault(start, fmt::format("the number {} is too large", quoted_for_message(written)),
                 "a number of at most 1000000000000000");
  }
  return token;
}

ClaimTokens::Read ClaimTokens::read_sign() {
  const std::size_t start = at_;
  const std::string_view rest = text_.substr(at_);
  const auto take = [&](std::size_t bytes, Kind kind) {
    at_ += bytes;
    return taken(kind, start);
  };
  if (rest.starts_with("..")) return take(2, Kind::range);
  if (rest.front() == '(') return take(1, Kind::open);
  if (rest.front() == ')') return take(1, Kind::close);
  if (rest.front() == ',') return take(1, Kind::comma);
  if (rest.front() == '+') return take(1, Kind::plus);
  const auto as_relation = [&](std::size_t bytes, Relation relation) {
    ClaimToken token = take(bytes, Kind::relation);
    token.relation = relation;
    return token;
  };
  if (rest.starts_with("<=")) return as_relation(2, Relation::at_most);
  if (rest.starts_with(">=")) return as_relation(2, Relation::at_least);
  if (rest.starts_with("!=")) return as_relation(2, Relation::not_equal);
  for (const auto& [sign, instead] : kForeignSigns) {
    if (rest.starts_with(sign))
      return fault(start, fmt::format("'{}' is no sign of the claim language", sign), std::string(instead));
  }
  if (rest.front() == '=') return as_relation(1, Relation::equal);
  if (rest.front() == '<') return as_relation(1, Relation::less);
  if (rest.front() == '>') return as_relation(1, Relation::greater);
  return fault(start, fmt::format("the character {} has no place in a claim", shown_character(rest)),
               "names, numbers and the signs ( ) , + .. = != < <= > >=");
}

}  // namespace surety
