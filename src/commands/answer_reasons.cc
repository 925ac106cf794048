// See answer_reasons.h.
#include "commands/answer_reasons.h"

#include <set>

#include "commands/chart_frame.h"
#include "commands/provenance_text.h"

namespace surety {
namespace {

constexpr Phrase kDates = {
    "What is current: statements valid on {} as known on {}; later words of one holder supersede earlier "
    "ones.",
    "Was gilt: Aussagen, die am {} gelten, soweit am {} bekannt; spätere Worte eines Trägers ersetzen "
    "frühere."};
constexpr Phrase kCounting = {
    "What counts: pledges that the counting rule admits; reports on one line are settled before they are "
    "added, "
    "totals give up what their parts bring, offers without a number are listed and never counted.",
    "Was zählt: Zusagen, die die Zählregel zulässt; mehrere Berichte über eine Zusage werden vor dem "
    "Addieren "
    "bereinigt, Gesamtzahlen geben ab, was ihre Teile bringen, Angebote ohne Zahl werden genannt und nie "
    "gezählt."};
constexpr Phrase kConflicts = {
    "What contradicts: all smallest sets of statements that cannot hold together, found by a SAT solver with "
    "a theory "
    "of sums; ways out are the smallest sets whose removal leaves no contradiction; the price is how firmly "
    "what "
    "falls was said.",
    "Was sich widerspricht: alle kleinsten Mengen von Aussagen, die nicht zusammen gelten können, gefunden "
    "mit "
    "einem SAT-Löser und einer Theorie der Summen; Auswege sind die kleinsten Mengen, ohne die sich nichts "
    "mehr "
    "widerspricht; der Preis ist, wie fest gesagt wurde, was fällt."};
constexpr Phrase kProgram = {"Computed by Surety {} from the case {}, input SHA-256 {}.",
                             "Berechnet von Surety {} aus dem Fall {}, SHA-256 der Eingabe {}."};
constexpr Phrase kIncomplete = {"The search was stopped at its limit: there may be more.",
                                "Die Suche endete an ihrer Grenze: Es kann mehr geben."};

void add_ids(const Because& because, std::set<std::string>& ids) {
  ids.insert(because.ids().begin(), because.ids().end());
}

struct BlockIds {
  std::set<std::string>& ids;
  void operator()(const Heading& heading) const { add_ids(heading.because, ids); }
  void operator()(const Paragraph& paragraph) const { add_ids(paragraph.because, ids); }
  void operator()(const Grid& grid) const {
    for (const Because& because : grid.because) add_ids(because, ids);
  }
  void operator()(const BarChart& chart) const {
    for (const BarChart::Bar& bar : chart.bars) add_ids(bar.because, ids);
  }
  void operator()(const Outline& /*outline*/) const {}
  void operator()(const Commands& /*commands*/) const {}
  void operator()(const ChartPlace& /*place*/) const {}
};

struct ChartIds {
  std::set<std::string>& ids;
  void operator()(const RangeBars& bars) const {
    for (const RangeBars::Bar& bar : bars.bars) add_ids(bar.because, ids);
  }
  void operator()(const SpeechTimeline& timeline) const {
    for (const SpeechTimeline::Lane& lane : timeline.lanes)
      for (const SpeechTimeline::Mark& mark : lane.marks) ids.insert(mark.label);
  }
  void operator()(const ConflictGraph& graph) const {
    for (const ConflictGraph::Node& node : graph.nodes) ids.insert(node.id);
  }
  void operator()(const BurdenShares& shares) const {
    for (const BurdenShares::Row& row : shares.rows) add_ids(row.because, ids);
  }
  void operator()(const DistributionCurve& /*curve*/) const {}
};

std::set<std::string> ids_in(const Document& document) {
  std::set<std::string> ids;
  for (const Figure& figure : document.figures) add_ids(figure.because, ids);
  for (const Table& table : document.tables)
    for (const Row& row : table.rows) add_ids(row.because, ids);
  for (const Block& block : document.blocks) std::visit(BlockIds{ids}, block);
  for (const Chart& chart : document.charts) std::visit(ChartIds{ids}, chart.data);
  return ids;
}

}  // namespace

void add_reasons(const Request& request, const Standing& standing, Document& document) {
  if (!wants_reasons(request)) return;
  const Language language = document.language;
  const std::set<std::string> named = ids_in(document);
  std::vector<std::string> ids;
  for (std::string& id : because_ids(standing))
    if (named.contains(id)) ids.push_back(std::move(id));
  for (const Outline::Item& item : because_outline(standing, ids, language).items) {
    if (item.depth == 0)
      document.reasons.push_back({item.label, item.text, {}});
    else if (!document.reasons.empty())
      document.reasons.back().details.push_back(item.text);
  }
  document.method = method_sentences(standing, document);
}

std::vector<std::string> method_sentences(const Standing& standing, const Document& document) {
  const Language language = document.language;
  std::vector<std::string> sentences = {
      filled(kDates, {standing.as_of.valid.text(language), standing.as_of.known.text(language)}, language),
      std::string(kCounting.in(language)), std::string(kConflicts.in(language)),
      filled(kProgram, {SURETY_VERSION, standing.c().id, standing.c().input_sha256}, language)};
  if (!document.complete) sentences.emplace_back(kIncomplete.in(language));
  return sentences;
}

}  // namespace surety
