// See statement_csv_columns.h.
#include "exchange/statement_csv_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/number_text.h"
#include "base/text.h"

namespace surety {
namespace {

std::string quoted(std::string_view text) { return "'" + quoted_for_message(text) + "'"; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string escaped(std::string_view id, std::string_view special) {
  std::string out;
  for (const char ch : id) {
    if (special.find(ch) != std::string_view::npos) out += '\\';
    out += ch;
  }
  return out;
}

// The position of the first `mark` without a backslash before it.
std::size_t find_unescaped(std::string_view text, char mark) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == mark)
      return i;
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size() &&
                        std::string_view("\\|@").find(text[i + 1]) != std::string_view::npos;
    out += text[escape ? ++i : i];
  }
  return out;
}

// The entries of a list, still escaped.
std::vector<std::string_view> entries_of(const CsvCellReading& reading) {
  std::vector<std::string_view> entries;
  std::string_view rest = reading.cell.text;
  while (true) {
    const std::size_t end = find_unescaped(rest, '|');
    entries.push_back(trimmed(rest.substr(0, end)));
    if (entries.back().empty()) reading.fault("an empty entry in a list", "ids with | between them");
    if (end == std::string_view::npos) return entries;
    rest.remove_prefix(end + 1);
  }
}

std::string list_text(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : "|") + escaped(id, "\\|");
  return out;
}

std::string chain_text(const std::vector<ChainLink>& chain) {
  std::string out;
  for (const ChainLink& link : chain)
    out += (out.empty() ? "" : "|") + escaped(link.id, "\\|@") + (link.date ? "@" + link.date->iso() : "");
  return out;
}

std::optional<Date> read_date(const CsvCellReading& reading, std::string_view text) {
  const auto date = Date::parse(text);
  if (!date) reading.fault(quoted(text) + " is no date", "a date such as 2025-08-21");
  return date;
}

std::optional<std::int64_t> read_whole(const CsvCellReading& reading, std::string_view expected) {
  const std::string& text = reading.cell.text;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= 0) return value;
  reading.fault(quoted(text) + " is no such number", std::string(expected));
  return std::nullopt;
}

std::optional<double> read_likelihood(const CsvCellReading& reading) {
  const std::string& text = reading.cell.text;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 1) return value;
  reading.fault(quoted(text) + " is no likelihood",
                "a number from 0 to 1 with a decimal point, such as 0.55");
  return std::nullopt;
}

template <class T, class Into>
void read_word(const CsvCellReading& reading, Into& into) {
  if (const auto value = value_of_word<T>(reading.cell.text)) {
    // NOLINTNEXTLINE(bugprone-optional-value-conversion): `into` may be a T as well.
    into = *value;
    return;
  }
  const auto known = words_of<T>();
  const auto near = nearest_word(reading.cell.text, known);
  reading.fault("unknown " + std::string(reading.column) + " " + quoted(reading.cell.text),
                near ? "did you mean '" + *near + "'?" : "one of: " + joined(known, ", "));
}

void read_claim(const CsvCellReading& reading, std::optional<WrittenClaim>& into) {
  auto claim = parse_claim(reading.cell.text);
  if (claim) {
    into = WrittenClaim{*std::move(claim), reading.cell.at};
    return;
  }
  // Inside a cell of one line without doubled quotes, as claims are, a byte is a column further on.
  Place at = reading.cell.at;
  at.column +=
      static_cast<int>(code_points(std::string_view(reading.cell.text).substr(0, claim.error().offset)));
  reading.faults.push_back(
      {at, std::string(reading.column) + ": " + claim.error().message, claim.error().expected});
}

void read_goal(const CsvCellReading& reading, bool& into) {
  std::string text = reading.cell.text;
  // Spreadsheets write booleans in capitals.
  std::ranges::transform(text, text.begin(), [](char ch) {
    return ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch - 'A' + 'a') : ch;
  });
  if (text == "true" || text == "false")
    into = text == "true";
  else
    reading.fault(quoted(reading.cell.text) + " is neither true nor false", "true, false or nothing");
}

void read_chain(const CsvCellReading& reading, StatementLine& line) {
  for (const std::string_view entry : entries_of(reading)) {
    const std::size_t at = find_unescaped(entry, '@');
    ChainLink link{unescaped(entry.substr(0, at)), std::nullopt};
    if (at != std::string_view::npos) {
      link.date = Date::parse(entry.substr(at + 1));
      if (!link.date)
        reading.fault(quoted(entry.substr(at + 1)) + " is no date",
                      "id@2025-08-20, or \\@ for an @ in an id");
    }
    line.statement.chain.push_back(std::move(link));
  }
}

std::vector<std::string> read_list(const CsvCellReading& reading) {
  std::vector<std::string> ids;
  for (const std::string_view entry : entries_of(reading)) ids.push_back(unescaped(entry));
  return ids;
}

DateRange& range_in(std::optional<DateRange>& range) {
  if (!range) range.emplace();
  return *range;
}

Evidence& evidence_in(Statement& s) {
  if (!s.evidence) s.evidence.emplace();
  return *s.evidence;
}

std::string date_text(const std::optional<DateRange>& range, std::optional<Date> DateRange::* end) {
  return range && (*range).*end ? ((*range).*end)->iso() : "";
}

// The text in the language; a text without one counts as English.
std::string gloss_text(const Texts& texts, const std::string& language) {
  if (const auto at = texts.find(language); at != texts.end()) return at->second;
  const auto bare = texts.find("");
  return language == "en" && bare != texts.end() ? bare->second : "";
}

std::string note_text(const Texts& texts) {
  const auto bare = texts.find("");
  return bare != texts.end() ? bare->second : gloss_text(texts, texts.contains("en") ? "en" : "de");
}

std::string claim_text(const std::optional<WrittenClaim>& claim) {
  return claim ? print_claim(claim->claim) : "";
}

std::string number_or_nothing(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

using S = Statement;
using R = CsvCellReading;
using L = StatementLine;

const auto kColumns = std::to_array<StatementColumn>({
    {"id", [](const S& s) { return s.id; }, [](const R& r, L& l) { l.statement.id = r.cell.text; }},
    {"kind", [](const S& s) { return std::string(word(s.kind)); },
     [](const R& r, L& l) { read_word<StatementKind>(r, l.statement.kind); }},
    {"speaker", [](const S& s) { return list_text(s.speakers); },
     [](const R& r, L& l) { l.statement.speakers = read_list(r); }},
    {"holder", [](const S& s) { return list_text(s.holders); },
     [](const R& r, L& l) { l.statement.holders = read_list(r); }},
    {"addressee", [](const S& s) { return list_text(s.addressees); },
     [](const R& r, L& l) { l.statement.addressees = read_list(r); }},
    {"chain", [](const S& s) { return chain_text(s.chain); }, read_chain},
    {"said_from", [](const S& s) { return date_text(s.said, &DateRange::from); },
     [](const R& r, L& l) { range_in(l.statement.said).from = read_date(r, r.cell.text); }},
    {"said_to", [](const S& s) { return date_text(s.said, &DateRange::to); },
     [](const R& r, L& l) { range_in(l.statement.said).to = read_date(r, r.cell.text); }},
    {"effective_from", [](const S& s) { return date_text(s.effective, &DateRange::from); },
     [](const R& r, L& l) { range_in(l.statement.effective).from = read_date(r, r.cell.text); }},
    {"effective_to", [](const S& s) { return date_text(s.effective, &DateRange::to); },
     [](const R& r, L& l) { range_in(l.statement.effective).to = read_date(r, r.cell.text); }},
    {"claim", [](const S& s) { return claim_text(s.claim); },
     [](const R& r, L& l) { read_claim(r, l.statement.claim); }, true},
    {"if", [](const S& s) { return claim_text(s.condition); },
     [](const R& r, L& l) { read_claim(r, l.statement.condition); }, true},
    {"state", [](const S& s) { return s.state ? std::string(word(*s.state)) : ""; },
     [](const R& r, L& l) { read_word<PledgeState>(r, l.statement.state); }},
    {"modality", [](const S& s) { return s.modality; },
     [](const R& r, L& l) { l.statement.modality = r.cell.text; }},
    {"likelihood_low", [](const S& s) { return s.likelihood ? shortest_number(s.likelihood->low()) : ""; },
     [](const R& r, L& l) { l.likelihood_low = read_likelihood(r); }},
    {"likelihood_high", [](const S& s) { return s.likelihood ? shortest_number(s.likelihood->high()) : ""; },
     [](const R& r, L& l) { l.likelihood_high = read_likelihood(r); }},
    {"credibility", [](const S& s) { return s.credibility ? std::to_string(*s.credibility) : ""; },
     [](const R& r, L& l) {
       const auto number = read_whole(r, "a whole number from 1 to 6");
       if (number && (*number < 1 || *number > 6))
         r.fault(quoted(r.cell.text) + " is no credibility", "a whole number from 1 to 6");
       else if (number)
         l.statement.credibility = static_cast<int>(*number);
     }},
    {"goal", [](const S& s) { return std::string(s.goal ? "true" : "false"); },
     [](const R& r, L& l) { read_goal(r, l.statement.goal); }},
    {"supersedes", [](const S& s) { return list_text(s.supersedes); },
     [](const R& r, L& l) { l.statement.supersedes = read_list(r); }},
    {"gloss_en", [](const S& s) { return gloss_text(s.gloss, "en"); },
     [](const R& r, L& l) { l.statement.gloss["en"] = r.cell.text; }, true},
    {"gloss_de", [](const S& s) { return gloss_text(s.gloss, "de"); },
     [](const R& r, L& l) { l.statement.gloss["de"] = r.cell.text; }, true},
    {"source", [](const S& s) { return s.evidence ? s.evidence->source : ""; },
     [](const R& r, L& l) { evidence_in(l.statement).source = r.cell.text; }},
    {"start", [](const S& s) { return s.evidence ? number_or_nothing(s.evidence->start) : ""; },
     [](const R& r, L& l) { evidence_in(l.statement).start = read_whole(r, "a whole number"); }},
    {"end", [](const S& s) { return s.evidence ? number_or_nothing(s.evidence->end) : ""; },
     [](const R& r, L& l) { evidence_in(l.statement).end = read_whole(r, "a whole number"); }},
    {"status", [](const S& s) { return std::string(word(s.status)); },
     [](const R& r, L& l) { read_word<StatementStatus>(r, l.statement.status); }},
    {"note", [](const S& s) { return note_text(s.note); },
     [](const R& r, L& l) { l.statement.note[""] = r.cell.text; }, true},
});

}  // namespace

void CsvCellReading::fault(const std::string& message, std::string expected) const {
  faults.push_back({cell.at, std::string(column) + ": " + message, std::move(expected)});
}

std::span<const StatementColumn> statement_columns() { return kColumns; }

}  // namespace surety
