// See group_cnf.h.
#include "exchange/group_cnf.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"

namespace surety {
namespace {

struct Token {
  std::string_view text;  // empty: the end
  Place at;
};

// Words between white space, with their places; comment lines are left out.
class Words {
 public:
  Words(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  Token next() {
    while (at_ < text_.size()) {
      const char ch = text_[at_];
      if (ch == '\n') {
        ++at_;
        ++line_;
        line_start_ = at_;
      } else if (ch == ' ' || ch == '\t' || ch == '\r') {
        ++at_;
      } else if (at_ == line_start_ && ch == 'c') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else {
        break;
      }
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) == std::string_view::npos)
      ++at_;
    return {text_.substr(begin, at_ - begin), {file_, line_, static_cast<int>(begin - line_start_) + 1}};
  }

 private:
  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0, line_start_ = 0;
  int line_ = 1;
};

std::optional<long long> whole_number(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class GroupCnfReading {
 public:
  GroupCnfReading(std::string_view text, const std::string& file) : words_(text, file) {}

  std::expected<ConstraintSystem, Fault> read() && {
    if (!read_header()) return std::unexpected(fault_);
    for (Token token = words_.next(); !token.text.empty(); token = words_.next())
      if (!read_clause(token)) return std::unexpected(fault_);
    if (clauses_read_ != clauses_)
      return std::unexpected(Fault{header_,
                                   "the header promises " + std::to_string(clauses_) +
                                       " clauses and there are " + std::to_string(clauses_read_),
                                   "the same number"});
    return std::move(system_);
  }

 private:
  bool refuse(const Place& at, std::string message, std::string expected = {}) {
    fault_ = {at, std::move(message), std::move(expected)};
    return false;
  }
  static std::string quoted(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

  // One number of the header, from 0 to `most`.
  bool read_count(std::string_view what, long long most, long long& into) {
    const Token token = words_.next();
    const auto value = whole_number(token.text);
    const std::string expected = "p gcnf VARIABLES CLAUSES LAST_GROUP";
    if (token.text.empty()) return refuse(token.at, "the header has no " + std::string(what), expected);
    if (!value || *value < 0)
      return refuse(token.at, quoted(token.text) + " is no " + std::string(what), expected);
    if (*value > most)
      return refuse(token.at, quoted(token.text) + " is too large a " + std::string(what),
                    "at most " + std::to_string(most));
    into = *value;
    return true;
  }

  bool read_header() {
    const Token p = words_.next();
    header_ = p.at;
    const Token format = p.text == "p" ? words_.next() : Token{};
    if (p.text != "p" || format.text != "gcnf")
      return refuse(p.at, "the header is missing", "p gcnf VARIABLES CLAUSES LAST_GROUP");
    if (!read_count("number of variables", kGroupCnfVariablesMax, variables_)) return false;
    if (!read_count("number of clauses", static_cast<long long>(kGroupCnfLiteralsMax), clauses_))
      return false;
    if (!read_count("last group", kGroupCnfVariablesMax, last_group_)) return false;
    system_.boolean_count = static_cast<int>(variables_);
    system_.soft.resize(static_cast<std::size_t>(last_group_));
    return true;
  }

  // The group of a clause: `{3}`.
  bool read_group(const Token& token, long long& group) {
    const bool braces = token.text.size() > 2 && token.text.front() == '{' && token.text.back() == '}';
    const auto value = braces ? whole_number(token.text.substr(1, token.text.size() - 2)) : std::nullopt;
    if (!value) return refuse(token.at, quoted(token.text) + " is no group", "a clause such as {1} 2 -3 0");
    if (*value < 0 || *value > last_group_)
      return refuse(token.at, "the group " + quoted(token.text) + " is outside the header's range",
                    "a group from 0 to " + std::to_string(last_group_));
    group = *value;
    return true;
  }

  bool read_clause(const Token& first) {
    long long group = 0;
    if (!read_group(first, group)) return false;
    if (++clauses_read_ > clauses_)
      return refuse(first.at,
                    "there are more clauses than the " + std::to_string(clauses_) + " of the header",
                    "the same number");
    Clause clause;
    while (true) {
      const Token token = words_.next();
      if (token.text.empty() || token.text.front() == '{')
        return refuse(token.at,
                      "the clause that begins in line " + std::to_string(first.at.line) + " has no end",
                      "0 at its end");
      const auto value = whole_number(token.text);
      if (!value)
        return refuse(token.at, quoted(token.text) + " is no literal", "a whole number, 0 at the end");
      if (*value == 0) break;
      if (*value > variables_ || *value < -variables_)
        return refuse(token.at, "the literal " + quoted(token.text) + " is outside the header's range",
                      "variables from 1 to " + std::to_string(variables_));
      if (++literals_read_ > kGroupCnfLiteralsMax)
        return refuse(token.at, "there are more than " + std::to_string(kGroupCnfLiteralsMax) + " literals");
      clause.push_back(static_cast<Literal>(*value));
    }
    if (group == 0)
      system_.hard.push_back(std::move(clause));
    else
      system_.soft[static_cast<std::size_t>(group) - 1].clauses.push_back(std::move(clause));
    return true;
  }

  Words words_;
  ConstraintSystem system_;
  Fault fault_;
  Place header_;
  long long variables_ = 0, clauses_ = 0, last_group_ = 0, clauses_read_ = 0;
  std::size_t literals_read_ = 0;
};

}  // namespace

std::expected<ConstraintSystem, Fault> read_group_cnf(std::string_view text, const std::string& file) {
  if (text.size() > kGroupCnfBytesMax)
    return std::unexpected(Fault{{file, 0, 0},
                                 "the file has " + std::to_string(text.size()) + " bytes",
                                 "at most " + std::to_string(kGroupCnfBytesMax)});
  return GroupCnfReading(text, file).read();
}

}  // namespace surety
