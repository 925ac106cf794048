// See conflict_text.h.
#include "commands/conflict_text.h"

#include <algorithm>

#include "base/number_text.h"
#include "base/text.h"
#include "commands/statement_text.h"
#include "model/claim_sentence.h"

namespace surety {
namespace {

constexpr std::size_t kExplainedMax =
    1'000;  // conflicts whose assumptions are searched for; beyond, all are named

constexpr Phrase kAgainst = {"against", "gegen"};
constexpr Phrase kIf = {"if ", "falls "};
constexpr Phrase kAlone = {"cannot hold under the assumptions", "kann unter den Annahmen nicht gelten"};
constexpr Phrase kNotAtAll = {"cannot hold at all", "kann gar nicht gelten"};
constexpr Phrase kDispute = {"Disputed, two reports of one word: ",
                             "Strittig, zwei Berichte über ein Wort: "};
constexpr Phrase kShort = {"Shortfall: ", "Fehlbetrag: "};
constexpr Phrase kLeftShort = {"left short by", "nicht gedeckt durch"};
constexpr Phrase kAnyOf = {"any {} of: ", "je {} von: "};
constexpr Phrase kMore = {"{} more: --format csv --table conflicts",
                          "{} weitere: --format csv --table conflicts"};

Because because_of(const Standing& standing, const std::vector<int>& members, bool explain, Budget& budget) {
  Because because(ids_of(standing, members));
  const std::vector<int> behind =
      explain ? assumptions_behind(standing, members, budget) : standing.assumptions;
  for (const int index : behind) because.add(standing.assumption(index).id);
  return because;
}

Table concessions_table(const Standing& standing, const ConflictAnswer& conflicts) {
  Table table{"concessions", {{"members", ""}, {"price", "points"}}, {}};
  const auto add = [&](const std::vector<int>& members, Price price, std::optional<std::int64_t> component) {
    Row row{{ids_of(standing, members), price.count}, Because(ids_of(standing, members))};
    if (component) row.cells.emplace_back(*component);
    table.rows.push_back(std::move(row));
  };
  if (concession_count(conflicts) <= static_cast<double>(kSetsMax)) {
    for (const PricedSet& set : statement_concessions(conflicts, standing))
      add(set.members, set.price, std::nullopt);
    return table;
  }
  table.columns.push_back({"component", ""});
  for (std::size_t p = 0; p < conflicts.parts.size(); ++p) {
    ConflictAnswer one;
    one.clauses = conflicts.clauses;
    one.parts = {conflicts.parts[p]};
    for (const PricedSet& set : statement_concessions(one, standing))
      add(set.members, set.price, static_cast<std::int64_t>(p + 1));
  }
  return table;
}

// What stands against the pivot in one conflict: who can give way first, then "if" what would have to be
// true.
std::string opponents(const Standing& standing, const ConflictAnswer& conflicts, const GroupSet& nodes,
                      int pivot, Language language) {
  std::string parties, facts;
  for (const int node : nodes) {
    if (node == pivot) continue;
    const std::string line = node_line(standing, conflicts, node, language);
    const bool fact = !can_be_given_up(
        standing.statement(conflicts.clauses.voices[static_cast<std::size_t>(node)].voices[0]).kind);
    std::string& text = fact ? facts : parties;
    text += (text.empty() ? "" : " + ") + line;
  }
  if (facts.empty()) return parties;
  return parties.empty() ? facts : parties + ", " + std::string(kIf.in(language)) + facts;
}

void add_shortfall(const Standing& standing, const ConflictAnswer& conflicts, const ConflictGroup& group,
                   Language language, Outline& out) {
  out.items.push_back(
      {0, "", std::string(kShort.in(language)) + node_line(standing, conflicts, group.pivot, language)});
  std::vector<int> pledges;
  for (const GroupSet& nodes : group.conflicts)
    for (const int node : nodes)
      if (node != group.pivot && std::ranges::find(pledges, node) == pledges.end()) pledges.push_back(node);
  std::ranges::sort(pledges);
  std::string named;
  for (const int node : pledges)
    named += (named.empty() ? "" : " · ") + node_line(standing, conflicts, node, language);
  if (group.conflicts.size() > 1) {
    const std::size_t smallest = group.conflicts.front().size() - 1,
                      largest = group.conflicts.back().size() - 1;
    named =
        filled(
            kAnyOf,
            {range_text(static_cast<std::int64_t>(smallest), static_cast<std::int64_t>(largest), language)},
            language) +
        named;
  }
  out.items.push_back({1, std::string(kLeftShort.in(language)), named});
}

void add_group(const Standing& standing, const ConflictAnswer& conflicts, const ConflictGroup& group,
               Language language, std::size_t lines_max, Outline& out) {
  if (group.kind == ConflictGroup::Kind::shortfall)
    return add_shortfall(standing, conflicts, group, language, out);
  if (group.kind == ConflictGroup::Kind::dispute) {
    const GroupSet& nodes = group.conflicts[0];
    out.items.push_back({0, "",
                         std::string(kDispute.in(language)) +
                             node_line(standing, conflicts, nodes[0], language) + " · " +
                             node_line(standing, conflicts, nodes[1], language)});
    return;
  }
  std::string head = node_line(standing, conflicts, group.pivot, language);
  if (group.conflicts[0].size() == 1)
    head += " – " + std::string((assumes(standing) ? kAlone : kNotAtAll).in(language));
  out.items.push_back({0, "", head});
  // Pairs stand together in one line, longer conflicts have one each.
  std::string pairs;
  std::size_t shown = 0;
  for (const GroupSet& nodes : group.conflicts) {
    if (nodes.size() != 2 || shown == lines_max) continue;
    ++shown;
    pairs += (pairs.empty() ? "" : " · ") + opponents(standing, conflicts, nodes, group.pivot, language);
  }
  if (!pairs.empty()) out.items.push_back({1, std::string(kAgainst.in(language)), pairs});
  for (const GroupSet& nodes : group.conflicts) {
    if (nodes.size() < 3 || shown == lines_max) continue;
    ++shown;
    out.items.push_back({1, std::string(kAgainst.in(language)),
                         opponents(standing, conflicts, nodes, group.pivot, language)});
  }
  const auto told = static_cast<std::size_t>(
      std::ranges::count_if(group.conflicts, [](const GroupSet& nodes) { return nodes.size() > 1; }));
  if (shown < told)
    out.items.push_back(
        {1, "", filled(kMore, {number_text(static_cast<std::int64_t>(told - shown), language)}, language)});
}

}  // namespace

std::vector<std::string> ids_of(const Standing& standing, const std::vector<int>& statements) {
  std::vector<std::string> ids;
  for (const int index : statements) ids.push_back(standing.statement(index).id);
  return ids;
}

std::vector<Table> conflict_tables(const Standing& standing, const ConflictAnswer& conflicts,
                                   Budget& budget) {
  Table sets{"conflicts", {{"members", ""}}, {}};
  const auto listed = statement_conflicts(conflicts, standing, static_cast<std::size_t>(kSetsMax));
  const bool explain = listed.size() <= kExplainedMax;
  for (const std::vector<int>& members : listed)
    sets.rows.push_back({{ids_of(standing, members)}, because_of(standing, members, explain, budget)});
  Table contradicting{"contradicting_assumptions", {{"members", ""}}, {}};
  for (const std::vector<int>& members : conflicts.contradicting_assumptions) {
    std::vector<std::string> ids;
    for (const int index : members) ids.push_back(standing.assumption(index).id);
    contradicting.rows.push_back({{ids}, Because(ids)});
  }
  return {std::move(sets), concessions_table(standing, conflicts), std::move(contradicting)};
}

std::vector<Figure> conflict_figures(const Standing& standing, const ConflictAnswer& conflicts) {
  std::vector<Figure> figures;
  if (!conflicts.contradicting_assumptions.empty()) return figures;
  Because involved;
  for (const ConflictPart& part : conflicts.parts)
    involved.add(Because(ids_of(standing, statements_of(conflicts, part.groups))));
  const auto count = static_cast<std::int64_t>(conflict_count(conflicts));
  figures.push_back({"conflicts", count, count, conflicts.complete ? Value(count) : Value(), "", involved});
  Figure cheapest{"cheapest_concession", {}, {}, {}, "points", {}};
  if (conflicts.cheapest) {
    cheapest.value = conflicts.cheapest->price.count;
    cheapest.because = Because(ids_of(standing, statements_of(conflicts, conflicts.cheapest->nodes)));
    cheapest.high = conflicts.cheapest->price.count;
    if (conflicts.cheapest->proved) cheapest.low = conflicts.cheapest->price.count;
  }
  figures.push_back(std::move(cheapest));
  const double combinations = concession_count(conflicts);
  if (combinations > static_cast<double>(kSetsMax) ||
      static_cast<double>(count) > static_cast<double>(kSetsMax))
    figures.push_back({"combinations", combinations, {}, {}, "", involved});
  return figures;
}

Outline conflict_outline(const Standing& standing, const ConflictAnswer& conflicts,
                         const std::vector<ConflictGroup>& groups, Language language, std::size_t lines_max) {
  Outline out;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == lines_max) {
      out.items.push_back(
          {0, "",
           filled(kMore, {number_text(static_cast<std::int64_t>(groups.size() - i), language)}, language)});
      break;
    }
    add_group(standing, conflicts, groups[i], language, lines_max, out);
  }
  return out;
}

std::string conflicts_counted(const ConflictAnswer& conflicts, const std::vector<ConflictGroup>& groups,
                              Language language) {
  const auto disputes = std::ranges::count(groups, ConflictGroup::Kind::dispute, &ConflictGroup::kind);
  const double clashes = conflict_count(conflicts) - static_cast<double>(disputes);
  const auto clash_groups = static_cast<std::int64_t>(groups.size()) - disputes;
  std::vector<std::string> parts;
  if (clashes > 0) {
    const Phrase found = clashes == 1 ? Phrase{"{} conflict, in ", "{} Konflikt, in "}
                                      : Phrase{"{} conflicts, in ", "{} Konflikte, in "};
    parts.push_back(filled(found, {count_text(clashes, language)}, language) +
                    counted_text(clash_groups, {"group", "Gruppe"}, {"groups", "Gruppen"}, language));
  }
  if (disputes > 0)
    parts.push_back(counted_text(disputes, {"dispute between reports", "Streit zwischen Berichten"},
                                 {"disputes between reports", "Streitfälle zwischen Berichten"}, language));
  return joined(parts, "; ");
}

Outline contradiction_outline(const Standing& standing, const ConflictAnswer& conflicts, Language language) {
  Outline out;
  for (const std::vector<int>& members : conflicts.contradicting_assumptions) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Assumption& a = standing.assumption(members[i]);
      const std::string text = claim_sentence(standing.c(), a.claim.claim, language) + " [" + a.id + "]";
      out.items.push_back({i == 0 ? 0 : 1, i == 0 ? "" : std::string(kAgainst.in(language)), text});
    }
  }
  return out;
}

}  // namespace surety
