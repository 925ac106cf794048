// See toml_table.h.
#include "exchange/toml_table.h"

#include <algorithm>
#include <cmath>

namespace surety {
namespace {

using Kind = TomlNode::Kind;

constexpr std::string_view kDateExpected = "a date such as 2025-08-21";

std::string quoted(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

// "did you mean `speaker`?", or all that is known where nothing is near.
std::string proposal(std::string_view word, const std::vector<std::string>& known) {
  if (const auto near = nearest_word(word, known)) return "did you mean '" + *near + "'?";
  return "one of: " + joined(known, ", ");
}

}  // namespace

void TomlReading::wrong_kind(const TomlNode& at, std::string expected) {
  const std::string what(kind_phrase(at.kind));
  fault(at, at.key.empty() ? "this is " + what : quoted(at.key) + " is " + what, std::move(expected));
}

void TomlReading::unknown_key(const TomlNode& entry, std::string_view table_name,
                              const std::vector<std::string>& known) {
  fault(document_.key_place(entry), "unknown key " + quoted(entry.key) + " in " + std::string(table_name),
        proposal(entry.key, known));
}

void TomlReading::missing_key(const TomlNode& table, std::string_view table_name, std::string_view key) {
  const TomlNode* id = document_.find(table, "id");
  std::string whose(table_name);
  if (id != nullptr && id->kind == Kind::text) whose += " " + quoted(id->text);
  fault(table, whose + " lacks the key '" + std::string(key) + "'", "'" + std::string(key) + " = ...'");
}

void unknown_word(TomlReading& reading, const TomlNode& node, const std::vector<std::string>& known) {
  const std::string what = node.key.empty() ? "word" : node.key;
  reading.fault(node, "unknown " + quoted_for_message(what) + " " + quoted(node.text),
                proposal(node.text, known));
}

void read_value(TomlReading& reading, const TomlNode& node, std::string& into) {
  if (node.kind != Kind::text) return reading.wrong_kind(node, "a text");
  into = node.text;
}

void read_value(TomlReading& reading, const TomlNode& node, bool& into) {
  if (node.kind != Kind::boolean) return reading.wrong_kind(node, "true or false");
  into = node.boolean;
}

void read_value(TomlReading& reading, const TomlNode& node, std::int64_t& into) {
  if (node.kind != Kind::integer) return reading.wrong_kind(node, "a whole number");
  into = node.integer;
}

void read_value(TomlReading& reading, const TomlNode& node, std::optional<std::int64_t>& into) {
  if (node.kind != Kind::integer) return reading.wrong_kind(node, "a whole number");
  if (node.integer < 0) return reading.fault(node, quoted(node.key) + " is negative", "0 or more");
  into = node.integer;
}

void read_value(TomlReading& reading, const TomlNode& node, std::optional<double>& into) {
  if (node.kind != Kind::integer && node.kind != Kind::number) return reading.wrong_kind(node, "a number");
  if (!std::isfinite(node.number))
    return reading.fault(node, quoted(node.key) + " is no finite number", "a number");
  if (node.number < 0) return reading.fault(node, quoted(node.key) + " is negative", "0 or more");
  into = node.number;
}

void read_value(TomlReading& reading, const TomlNode& node, std::optional<Date>& into) {
  if (node.kind == Kind::text && Date::parse(node.text))
    return reading.fault(node, quoted(node.key) + " is a date in quotes", "the date without quotes");
  if (node.kind != Kind::date) return reading.wrong_kind(node, std::string(kDateExpected));
  if (!node.date)
    return reading.fault(node, quoted(node.text) + " is no day that counts here", "a year from 0001 to 9999");
  into = node.date;
}

namespace {

// "en", "pt-br", "gsw"; and de_dative, for German names that change behind a preposition.
bool is_language(std::string_view key) {
  if (key == "de_dative") return true;
  const std::string_view language = key.substr(0, key.find('-'));
  if (language.size() < 2 || language.size() > 3 || key.ends_with('-')) return false;
  return std::ranges::all_of(key, [](char ch) { return (ch >= 'a' && ch <= 'z') || ch == '-'; });
}

}  // namespace

void read_value(TomlReading& reading, const TomlNode& node, Texts& into) {
  if (node.kind == Kind::text) {
    into = {{"", node.text}};
    return;
  }
  if (node.kind != Kind::table) return reading.wrong_kind(node, R"(a text, or { en = "...", de = "..." })");
  Texts texts;
  for (const TomlNode& entry : reading.children(node)) {
    if (!is_language(entry.key))
      reading.fault(reading.document().key_place(entry), quoted(entry.key) + " is no code of a language",
                    entry.key.starts_with("de_") ? "did you mean 'de_dative'?" : "a code such as en or de");
    else
      read_value(reading, entry, texts[entry.key]);
  }
  into = std::move(texts);
}

void read_value(TomlReading& reading, const TomlNode& node, std::vector<Texts>& into) {
  if (node.kind != Kind::list) return reading.wrong_kind(node, "a list of texts");
  std::vector<Texts> list;
  for (const TomlNode& entry : reading.children(node)) read_value(reading, entry, list.emplace_back());
  into = std::move(list);
}

void read_value(TomlReading& reading, const TomlNode& node, std::vector<std::string>& into) {
  if (node.kind != Kind::list) return reading.wrong_kind(node, "a list of texts");
  std::vector<std::string> list;
  for (const TomlNode& entry : reading.children(node)) read_value(reading, entry, list.emplace_back());
  into = std::move(list);
}

void read_one_or_list(TomlReading& reading, const TomlNode& node, std::vector<std::string>& into) {
  if (node.kind == Kind::list) return read_value(reading, node, into);
  if (node.kind != Kind::text) return reading.wrong_kind(node, "an id or a list of ids");
  into = {node.text};
}

namespace {

std::optional<double> likelihood_end(TomlReading& reading, const TomlNode& node) {
  if (node.kind != Kind::integer && node.kind != Kind::number) {
    reading.wrong_kind(node, "a number from 0 to 1");
    return std::nullopt;
  }
  if (node.number >= 0 && node.number <= 1) return node.number;
  reading.fault(node, "a likelihood lies between 0 and 1", "a number from 0 to 1");
  return std::nullopt;
}

}  // namespace

void read_value(TomlReading& reading, const TomlNode& node, ProbabilityRange& into) {
  if (node.kind != Kind::table) {
    if (node.kind != Kind::integer && node.kind != Kind::number)
      return reading.wrong_kind(node, "a number from 0 to 1, or { low = ..., high = ... }");
    if (const auto p = likelihood_end(reading, node)) into = ProbabilityRange::exactly(*p, *p);
    return;
  }
  for (const TomlNode& entry : reading.children(node))
    if (entry.key != "low" && entry.key != "high")
      reading.unknown_key(entry, "a likelihood", {"low", "high"});
  const TomlNode* low = reading.document().find(node, "low");
  const TomlNode* high = reading.document().find(node, "high");
  if (low == nullptr || high == nullptr)
    return reading.fault(node,
                         std::string("the likelihood has no '") + (low == nullptr ? "low" : "high") + "'",
                         "{ low = ..., high = ... }");
  const auto from = likelihood_end(reading, *low), to = likelihood_end(reading, *high);
  if (!from || !to) return;
  if (*from > *to)
    return reading.fault(*low, "the low end of the likelihood lies above its high end", "low <= high");
  into = ProbabilityRange::exactly(*from, *to);
}

void read_value(TomlReading& reading, const TomlNode& node, std::optional<ProbabilityRange>& into) {
  ProbabilityRange range = ProbabilityRange::exactly(0, 1);
  const std::size_t before = reading.fault_count();
  read_value(reading, node, range);
  if (reading.fault_count() == before) into = range;
}

void read_value(TomlReading& reading, const TomlNode& node, std::optional<WrittenClaim>& into) {
  if (node.kind != Kind::text) return reading.wrong_kind(node, "a claim in quotes");
  Place at = reading.document().place(node);
  if (node.verbatim_column > 0) at.column = node.verbatim_column;
  auto claim = parse_claim(node.text);
  if (claim) {
    into = WrittenClaim{*std::move(claim), at};
    return;
  }
  // In a text with escapes or several lines a byte of the claim has no column of its own: the text's place
  // stands.
  if (node.verbatim_column > 0)
    at.column += static_cast<int>(code_points(std::string_view(node.text).substr(0, claim.error().offset)));
  reading.fault(at, claim.error().message, claim.error().expected);
}

void read_value(TomlReading& reading, const TomlNode& node, WrittenClaim& into) {
  std::optional<WrittenClaim> claim;
  read_value(reading, node, claim);
  if (claim) into = *std::move(claim);
}

std::optional<DateOrRange> date_or_range(TomlReading& reading, const TomlNode& node) {
  const std::size_t before = reading.fault_count();
  DateOrRange result;
  if (node.kind != Kind::table) {
    if (node.kind == Kind::date || node.kind == Kind::text)
      read_value(reading, node, result.day);
    else
      reading.wrong_kind(node, std::string(kDateExpected) + ", or { from = ..., to = ... }");
  } else {
    for (const TomlNode& entry : reading.children(node)) {
      if (entry.key == "from")
        read_value(reading, entry, result.range.from);
      else if (entry.key == "to")
        read_value(reading, entry, result.range.to);
      else
        reading.unknown_key(entry, quoted(node.key), {"from", "to"});
    }
    if (reading.fault_count() == before && !result.range.from && !result.range.to)
      reading.fault(node, quoted(node.key) + " has neither end",
                    "{ from = ..., to = ... }, one of them at least");
  }
  if (reading.fault_count() != before) return std::nullopt;
  return result;
}

}  // namespace surety
