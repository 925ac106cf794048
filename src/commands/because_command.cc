// See because_command.h.
#include "commands/because_command.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/answer_reasons.h"
#include "commands/case_request.h"
#include "commands/provenance_text.h"
#include "commands/value_text.h"

namespace surety {
namespace {

constexpr Phrase kRestsOn = {"Rests on", "Stützt sich auf"};
constexpr Phrase kOnNothing = {"This rests on no statement and no assumption.",
                               "Das stützt sich auf keine Aussage und keine Annahme."};
constexpr Phrase kStopped = {
    "The search was stopped at its limit; with more time this row could be another one. --budget SECONDS "
    "sets "
    "a longer one.",
    "Die Suche endete an ihrer Grenze; mit mehr Zeit könnte diese Zeile eine andere sein. --budget SEKUNDEN "
    "setzt eine längere."};
constexpr Phrase kUnknown = {"' names no figure, no row and no statement",
                             "' nennt keine Zahl, keine Zeile und keine Aussage"};
constexpr Phrase kKnownKeys = {"one of: ", "eines von: "};
constexpr Phrase kDidYouMean = {"did you mean ", "war gemeint: "};
constexpr Phrase kTo = {" to ", " bis "};
constexpr Phrase kAnId = {"the id of a statement or assumption", "die Kennung einer Aussage oder Annahme"};
constexpr Phrase kAsOf = {"as of ", "Stand "};

// What a key led to in a command's answer: a figure, or a row of a table.
struct Found {
  const Figure* figure = nullptr;
  const Table* table = nullptr;
  std::size_t row = 0;

  const Because& because() const { return figure != nullptr ? figure->because : table->rows[row].because; }
};

std::optional<Found> find_key(const Document& document, const std::string& key) {
  for (const Figure& figure : document.figures)
    if (figure.key == key) return Found{&figure, nullptr, 0};
  const std::size_t colon = key.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  std::size_t row = 0;
  const auto [end, error] = std::from_chars(key.data() + colon + 1, key.data() + key.size(), row);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  for (const Table& table : document.tables)
    if (table.key == key.substr(0, colon) && row >= 1 && row <= table.rows.size())
      return Found{nullptr, &table, row - 1};
  return std::nullopt;
}

// The keys of an answer, to propose one and to list them: rows of a table as one entry "ways_out:1 to 8".
struct KnownKeys {
  std::vector<std::string> single, listed;

  void add(const Document& document, Language language) {
    for (const Figure& figure : document.figures) add_one(figure.key, figure.key);
    for (const Table& table : document.tables) {
      if (table.rows.empty()) continue;
      const std::size_t count = table.rows.size();
      const std::string first = table.key + ":1";
      add_one(first, count == 1 ? first : first + std::string(kTo.in(language)) + std::to_string(count));
      for (std::size_t i = 2; i <= std::min<std::size_t>(count, 100); ++i)
        single.push_back(table.key + ":" + std::to_string(i));
    }
  }

 private:
  void add_one(const std::string& key, const std::string& entry) {
    if (std::ranges::find(single, key) != single.end()) return;
    single.push_back(key);
    listed.push_back(entry);
  }
};

// The figure, or the cells of the row under the keys of their columns, which `--format json` uses, too.
Grid found_grid(const Found& found, Language language) {
  Grid grid{{Align::left, Align::left}, {}, {}, 2};
  if (found.figure != nullptr) {
    grid.rows.push_back({found.figure->key, figure_text(*found.figure, language)});
    return grid;
  }
  const Row& row = found.table->rows[found.row];
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (std::string text = value_text(row.cells[i], language); !text.empty())
      grid.rows.push_back({found.table->columns[i].key, std::move(text)});
  return grid;
}

class Asking {
 public:
  Asking(const Request& request, const Standing& standing, const std::vector<CommandRow>& questions)
      : request_(request), standing_(standing), questions_(questions), key_(request.arguments.at(1)) {}

  Answer answer() {
    const std::vector<std::string> ids = because_ids(standing_);
    if (std::ranges::find(ids, key_) != ids.end()) return page({key_}, nullptr, nullptr);
    for (const CommandRow& question : questions_)
      if (!ask(question)) break;
    if (refusal_) return *std::move(refusal_);
    if (!document_) return unknown(ids);
    const auto found = find_key(*document_, key_);
    return page(found->because().ids(), &*document_, &*found);
  }

 private:
  // Whether to ask on: an answer that was stopped at its limit is only kept until a complete one has the key.
  bool ask(const CommandRow& question) {
    Answer given = question.run(forwarded(request_, question));
    auto* document = std::get_if<Document>(&given.content);
    if (document == nullptr) {
      refusal_ = std::move(given);
      return false;
    }
    known_.add(*document, request_.language);
    stopped_ = stopped_ || given.outcome == Outcome::stopped;
    const bool complete = document->complete;
    if (find_key(*document, key_) && (!document_ || complete)) document_ = std::move(*document);
    return !document_ || !document_->complete;
  }

  Answer unknown(const std::vector<std::string>& ids) {
    std::vector<std::string> words = known_.single;
    words.insert(words.end(), ids.begin(), ids.end());
    const Language language = request_.language;
    const auto near = nearest_word(key_, words);
    const std::string every = std::string(kKnownKeys.in(language)) + joined(known_.listed, ", ") + ", " +
                              std::string(kAnId.in(language));
    const std::string expected = near ? std::string(kDidYouMean.in(language)) + *near + "?" : every;
    Answer answer =
        refused(Faults{{{}, "'" + quoted_for_message(key_) + std::string(kUnknown.in(language)), expected}});
    if (stopped_) {  // the row may only not have been reached
      answer.outcome = Outcome::stopped;
      answer.messages.emplace_back(kStopped.in(language));
    }
    return answer;
  }

  Answer page(const std::vector<std::string>& ids, const Document* asked, const Found* found) {
    const Language language = request_.language;
    Document document = document_for(request_, standing_);
    document.tables.push_back(because_table(standing_, ids));
    document.blocks.push_back(
        Heading{1, found == nullptr ? name_of(standing_.c().title, standing_.c().id, language) : key_,
                std::string(kAsOf.in(language)) + standing_.as_of.valid.text(language)});
    if (found != nullptr) {
      document.complete = asked->complete;
      if (found->figure != nullptr)
        document.figures.push_back(*found->figure);
      else
        document.tables.push_back(
            {found->table->key, found->table->columns, {found->table->rows[found->row]}});
      document.blocks.push_back(found_grid(*found, language));
      const bool stopped = !asked->complete && std::ranges::find(asked->figures, "combinations",
                                                                 &Figure::key) == asked->figures.end();
      if (stopped) document.blocks.push_back(Paragraph{std::string(kStopped.in(language)), false});
      document.blocks.push_back(Heading{2, std::string(kRestsOn.in(language)), ""});
    }
    if (ids.empty()) document.blocks.push_back(Paragraph{std::string(kOnNothing.in(language)), false});
    document.blocks.push_back(because_outline(standing_, ids, language));
    const bool complete = document.complete;
    add_reasons(request_, standing_, document);
    return {std::move(document), {}, {}, complete ? Outcome::answered : Outcome::stopped};
  }

  const Request& request_;
  const Standing& standing_;
  const std::vector<CommandRow>& questions_;
  std::string key_;
  std::optional<Document> document_;  // the best that has the key so far
  std::optional<Answer> refusal_;
  KnownKeys known_;
  bool stopped_ = false;
};

}  // namespace

CommandRow because_command(std::vector<CommandRow> questions) {
  CommandRow row{"because",
                 {"what a figure, a row or an id rests on, from mouth to page",
                  "worauf eine Zahl, eine Zeile oder eine Kennung sich stützt, vom Mund bis zum Blatt"},
                 {case_argument(),
                  {"KEY",
                   {"a figure (counted:S58), a row (ways_out:1) or an id (S58)",
                    "eine Zahl (counted:S58), eine Zeile (ways_out:1) oder eine Kennung (S58)"},
                   true,
                   false}},
                 {case_options().begin(), case_options().end()},
                 [questions = std::move(questions)](const Request& request) -> Answer {
                   const auto standing = requested_standing(request);
                   if (!standing) return standing.error();
                   return Asking(request, *standing, questions).answer();
                 },
                 "surety because cases/ukraine-2025-08 ways_out:1"};
  row.options.push_back(budget_option());
  return row;
}

}  // namespace surety
