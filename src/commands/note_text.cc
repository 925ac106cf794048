// See note_text.h.
#include "commands/note_text.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/answer_reasons.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

constexpr std::size_t kStatementsTold = 5, kWaysLooked = 200, kSourcesTold = 12;

constexpr Phrase kTitle = {"On what most hangs", "Woran das meiste hängt"};
constexpr Phrase kInWays = {"falls in {} of {} ways out", "fällt in {} von {} Auswegen"};
constexpr Phrase kInConflicts = {"in {}", "in {}"};
constexpr Phrase kSources = {"Sources", "Quellen"};
constexpr Phrase kMethod = {"Method", "Methode"};

struct Weight {
  std::int64_t ways = 0, conflicts = 0;
};

// Over the ways that keep the goals where there are any, else over all.
std::map<int, Weight> weights_of(const Assessment& a, std::int64_t& ways_looked_at) {
  std::map<int, Weight> weights;
  std::size_t looked = 0;
  for (const WayOut& way : a.ways.ways) {
    if ((a.ways.over_goal_keepers && !way.keeps_goals) || looked == kWaysLooked) continue;
    ++looked;
    for (const int statement : way.members) ++weights[statement].ways;
  }
  ways_looked_at = static_cast<std::int64_t>(looked);
  for (const ConflictGroup& group : a.groups)
    for (const GroupSet& nodes : group.conflicts)
      for (const int statement : statements_of(a.conflicts, nodes)) ++weights[statement].conflicts;
  return weights;
}

void add_statements(const Standing& standing, const Assessment& a, Document& document) {
  const Language language = document.language;
  std::int64_t ways = 0;
  const std::map<int, Weight> weights = weights_of(a, ways);
  std::vector<std::pair<Weight, int>> order;
  for (const auto& [statement, weight] : weights) order.emplace_back(weight, statement);
  std::ranges::stable_sort(order, std::greater{},
                           [](const auto& one) { return std::pair(one.first.ways, one.first.conflicts); });
  if (order.size() > kStatementsTold) order.resize(kStatementsTold);
  if (order.empty()) return;
  document.blocks.emplace_back(Heading{2, std::string(kTitle.in(language)), ""});
  Grid grid{{Align::left, Align::left}, {}, {}, 2};
  for (const auto& [weight, statement] : order) {
    const std::string conflicts =
        counted_text(weight.conflicts, {"conflict", "Konflikt"}, {"conflicts", "Konflikten"}, language);
    std::string text = filled(kInConflicts, {conflicts}, language);
    if (weight.ways > 0)
      text = filled(kInWays, {number_text(weight.ways, language), number_text(ways, language)}, language) +
             ", " + text;
    grid.rows.push_back({statement_line(standing, statement, language), text});
    grid.because.emplace_back(Because{standing.statement(statement).id});
  }
  document.blocks.emplace_back(std::move(grid));
}

void add_sources(const Standing& standing, Document& document) {
  const Case& c = standing.c();
  std::vector<std::string> pages;
  for (const int index : standing.statements)
    for (const ChainLink& link : standing.statement(index).chain) {
      const Source* source = find_source(c, link.id);
      if (source == nullptr) continue;
      std::string page = name_of(source->name, source->id, document.language);
      if (!source->url.empty()) page += " <" + source->url + ">";
      if (std::ranges::find(pages, page) == pages.end()) pages.push_back(std::move(page));
    }
  if (pages.empty()) return;
  std::ranges::sort(pages);
  if (pages.size() > kSourcesTold) pages.resize(kSourcesTold), pages.emplace_back("…");
  document.blocks.emplace_back(Heading{2, std::string(kSources.in(document.language)), ""});
  document.blocks.emplace_back(Paragraph{joined(pages, "; ") + "."});
}

}  // namespace

bool is_note(const Request& request) {
  return request.format == "markdown" || request.format == "html" || request.format == "docx";
}

void lay_out_note_end(const Request& request, const Standing& standing, const Assessment& a,
                      Document& document) {
  if (a.breaks_at == BreaksAt::assumptions) return;
  std::optional<Block> commands;  // what leads on stands at the end of a note, too
  if (!document.blocks.empty() && std::holds_alternative<Commands>(document.blocks.back())) {
    commands = std::move(document.blocks.back());
    document.blocks.pop_back();
  }
  add_statements(standing, a, document);
  add_sources(standing, document);
  if (request.format == "markdown") {
    document.blocks.emplace_back(Heading{2, std::string(kMethod.in(document.language)), ""});
    document.blocks.emplace_back(Paragraph{joined(method_sentences(standing, document), " ")});
  }
  if (commands) document.blocks.push_back(*std::move(commands));
}

}  // namespace surety
