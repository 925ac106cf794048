// See show_command.h.
#include "commands/show_command.h"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/provenance.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/origins_text.h"
#include "commands/provenance_text.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"
#include "commands/value_text.h"

namespace surety {
namespace {

constexpr std::size_t kRowsNamed = 8;

constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kOrigins = {"Where it comes from", "Woher es kommt"};
constexpr Phrase kHistory = {"What came before and after", "Was davor und danach kam"};
constexpr Phrase kUse = {"Where it is used", "Wo es vorkommt"};
constexpr Phrase kUnused = {"No figure and no row of an answer rests on it.",
                            "Keine Zahl und keine Zeile einer Antwort stützt sich darauf."};
constexpr Phrase kCaveat = {"caveat: ", "Vorbehalt: "};
constexpr Phrase kNote = {"note: ", "Anmerkung: "};
constexpr Phrase kCounts = {"counts", "gilt"};
constexpr Phrase kThis = {"this one", "diese"};
constexpr Phrase kRows = {"{} of {}", "{} von {}"};
constexpr Phrase kStopped = {
    "A search was stopped at its limit: it may be used in more rows. --budget SECONDS sets a longer one.",
    "Eine Suche endete an ihrer Grenze: Es kann in mehr Zeilen vorkommen. --budget SEKUNDEN setzt eine "
    "längere."};
constexpr Phrase kUnknown = {"' is no statement and no assumption of this case",
                             "' ist keine Aussage und keine Annahme dieses Falls"};
constexpr Phrase kAnId = {"the id of a statement or an assumption, as `surety statements` lists them",
                          "die Kennung einer Aussage oder Annahme, wie `surety statements` sie nennt"};
constexpr Phrase kDidYouMean = {"did you mean ", "war gemeint: "};
constexpr Phrase kWhatIf = {"What if?", "Was wäre, wenn?"};

// What a person calls the rows of a table; empty for the tables that the page leaves out.
std::string table_label(const std::string& key, Language language) {
  struct Label {
    std::string_view key;
    Phrase words;
  };
  static constexpr std::array<Label, 8> kLabels = {
      {{"conflicts", {"in conflicts", "in Konflikten"}},
       {"ways_out", {"falls in ways out", "fällt in Auswegen"}},
       {"rules", {"counted or respected in rules", "gezählt oder geachtet in Regeln"}},
       {"contributions", {"contributions", "Beiträge"}},
       {"needs", {"needs", "Verlangtes"}},
       {"moves_in_every_way", {"falls in every way", "fällt in jedem Weg"}},
       {"moves_in_no_way", {"falls in no way", "fällt in keinem Weg"}},
       {"contradicting_assumptions", {"contradicting assumptions", "Widersprüche unter Annahmen"}}}};
  const auto at = std::ranges::find(kLabels, key, &Label::key);
  return at == kLabels.end() ? "" : std::string(at->words.in(language));
}

// Whether a row is about the id: it is a member where the table has members, else in the because.
bool uses(const Table& table, const Row& row, const std::string& id) {
  const auto members = std::ranges::find(table.columns, "members", &Column::key);
  if (members == table.columns.end()) return row.because.contains(id);
  const auto* ids = std::get_if<std::vector<std::string>>(
      &row.cells[static_cast<std::size_t>(members - table.columns.begin())]);
  const bool member = ids != nullptr && std::ranges::find(*ids, id) != ids->end();
  return member || (table.key != "ways_out" && row.because.contains(id));
}

class Showing {
 public:
  Showing(const Request& request, const Standing& standing, const std::vector<CommandRow>& questions)
      : request_(request), standing_(standing), questions_(questions), id_(request.arguments.at(1)) {}

  Answer answer() {
    const std::vector<std::string> ids = because_ids(standing_);
    if (std::ranges::find(ids, id_) == ids.end()) return unknown(ids);
    const Language language = request_.language;
    document_ = document_for(request_, standing_);
    document_.tables.push_back(because_table(standing_, {id_}));
    document_.blocks.push_back(
        Heading{1, name_of(standing_.c().title, standing_.c().id, language),
                std::string(kAsOf.in(language)) + standing_.as_of.valid.text(language)});
    document_.blocks.push_back(because_outline(standing_, {id_}, language));
    const auto& all = standing_.c().statements;
    const auto at = std::ranges::find(all, id_, &Statement::id);
    if (at != all.end()) add_statement(static_cast<int>(at - all.begin()));
    if (auto refusal = add_use()) return *std::move(refusal);
    add_next_steps();
    return {std::move(document_), {}, {}, document_.complete ? Outcome::answered : Outcome::stopped};
  }

 private:
  Answer unknown(const std::vector<std::string>& ids) const {
    const Language language = request_.language;
    const auto near = nearest_word(id_, ids);
    return refused(Faults{
        {{},
         "'" + quoted_for_message(id_) + std::string(kUnknown.in(language)),
         near ? std::string(kDidYouMean.in(language)) + *near + "?" : std::string(kAnId.in(language))}});
  }

  void add_statement(int index) {
    const Language language = request_.language;
    const Case& c = standing_.c();
    const Statement& s = standing_.statement(index);
    const std::vector<Origin> origins = origins_of(c, reports_of_claim(standing_, index));
    document_.figures.push_back(origins_figure(standing_, origins));
    document_.tables.push_back(origins_table(standing_, origins));
    document_.blocks.push_back(Heading{2, std::string(kOrigins.in(language)), ""});
    Outline lines{{{0, "", provenance_text(carriage_of(c, s).provenance, language)},
                   {0, "", origins_text(standing_, origins, language)}}};
    for (Outline::Item& item : origins_outline(standing_, origins, language).items)
      lines.items.push_back({1, "", std::move(item.text)});
    for (const Texts& caveat : s.caveats)
      lines.items.push_back({0, "", std::string(kCaveat.in(language)) + name_of(caveat, "", language)});
    if (!s.note.empty())
      lines.items.push_back({0, "", std::string(kNote.in(language)) + name_of(s.note, "", language)});
    document_.blocks.push_back(std::move(lines));
    add_history(history_of(c, index), index);
  }

  void add_history(const std::vector<int>& history, int own) {
    const Language language = request_.language;
    Table table{"history", {{"statement", ""}, {"said", ""}, {"superseded_by", ""}, {"current", ""}}, {}};
    Outline outline;
    for (const int index : history) {
      const Statement& s = standing_.statement(index);
      const bool current = std::ranges::binary_search(standing_.statements, index);
      std::vector<std::string> by = superseding(standing_.c(), s.id, standing_.as_of.valid);
      table.rows.push_back({{s.id, said_cell(s), by, current}, Because{s.id}});
      const std::string day = said_text(standing_.c(), s, language);
      std::string state =
          current ? std::string(kCounts.in(language)) : why_not_current(standing_, index, language);
      if (index == own) state += ", " + std::string(kThis.in(language));
      outline.items.push_back(
          {0, s.id, (day.empty() ? "" : day + " · ") + state + " · " + statement_text(index)});
    }
    document_.tables.push_back(std::move(table));
    if (history.size() < 2) return;
    document_.blocks.push_back(Heading{2, std::string(kHistory.in(language)), ""});
    document_.blocks.push_back(std::move(outline));
  }

  std::string statement_text(int index) const {
    return holders_text(standing_, index, request_.language) + ": " +
           gloss_of(standing_, index, request_.language);
  }

  // Asks every question and lists what rests on the id. The refusal of a question, if there is one.
  std::optional<Answer> add_use() {
    const Language language = request_.language;
    Table figures{
        "used_in_figures", {{"figure", ""}, {"value", ""}, {"low", ""}, {"high", ""}, {"unit", ""}}, {}};
    Table rows{"used_in_rows", {{"table", ""}, {"rows", ""}, {"of", ""}}, {}};
    Grid grid{{Align::left, Align::left}, {}, {}, 2};
    std::set<std::string> told;
    for (const CommandRow& question : questions_) {
      const Answer given = question.run(forwarded(request_, question));
      const auto* asked = std::get_if<Document>(&given.content);
      if (asked == nullptr) return given;
      document_.complete = document_.complete && asked->complete;
      for (const Figure& figure : asked->figures)
        if (figure.because.contains(id_) && told.insert(figure.key).second) add_figure(figure, figures, grid);
      for (const Table& table : asked->tables)
        if (told.insert("table " + table.key).second) add_rows(table, rows, grid);
    }
    document_.tables.push_back(std::move(figures));
    document_.tables.push_back(std::move(rows));
    document_.blocks.push_back(Heading{2, std::string(kUse.in(language)), ""});
    if (grid.rows.empty()) document_.blocks.push_back(Paragraph{std::string(kUnused.in(language))});
    document_.blocks.push_back(std::move(grid));
    if (!document_.complete) document_.blocks.push_back(Paragraph{std::string(kStopped.in(language))});
    return std::nullopt;
  }

  void add_figure(const Figure& figure, Table& table, Grid& grid) const {
    table.rows.push_back({{figure.key, figure.value, figure.low, figure.high,
                           figure.unit.empty() ? Value() : Value(figure.unit)},
                          figure.because});
    std::string text = shown_figure(figure, request_.language);
    if (text.empty()) return;
    grid.rows.push_back({figure_label(figure.key, request_.language), std::move(text)});
  }

  void add_rows(const Table& table, Table& rows, Grid& grid) const {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (uses(table, table.rows[i], id_)) numbers.push_back(table.key + ":" + std::to_string(i + 1));
    if (numbers.empty()) return;
    rows.rows.push_back({{table.key, numbers, static_cast<std::int64_t>(table.rows.size())}, Because{id_}});
    const std::string label = table_label(table.key, request_.language);
    if (label.empty()) return;
    std::string text =
        filled(kRows, {std::to_string(numbers.size()), std::to_string(table.rows.size())}, request_.language);
    const std::size_t shown = std::min(numbers.size(), kRowsNamed);
    text += ": " + joined(std::span(numbers).first(shown), ", ") + (shown < numbers.size() ? ", …" : "");
    grid.rows.push_back({label, std::move(text)});
  }

  void add_next_steps() {
    const std::string argument = shell_word(request_.arguments.at(0)) + case_options_text(request_);
    document_.blocks.push_back(Commands{{{std::string(kWhatIf.in(request_.language)),
                                          "surety assess " + argument + " --without " + shell_word(id_)}}});
  }

  const Request& request_;
  const Standing& standing_;
  const std::vector<CommandRow>& questions_;
  std::string id_;
  Document document_;
};

}  // namespace

CommandRow show_command(std::vector<CommandRow> questions) {
  CommandRow row{"show",
                 {"one statement: its way from mouth to page, its history, where it is used",
                  "eine Aussage: ihr Weg vom Mund zum Blatt, ihre Geschichte, wo sie vorkommt"},
                 {case_argument(),
                  {"ID",
                   {"a statement or an assumption (S51, A1)", "eine Aussage oder Annahme (S51, A1)"},
                   true,
                   false}},
                 {case_options().begin(), case_options().end()},
                 [questions = std::move(questions)](const Request& request) -> Answer {
                   const auto standing = requested_standing(request);
                   if (!standing) return standing.error();
                   return Showing(request, *standing, questions).answer();
                 },
                 "surety show cases/ukraine-2025-08 S51"};
  row.options.push_back(budget_option());
  return row;
}

}  // namespace surety
