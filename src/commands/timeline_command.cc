// See timeline_command.h.
#include "commands/timeline_command.h"

#include <algorithm>
#include <array>
#include <map>

#include "analysis/provenance_timeline.h"
#include "base/number_text.h"
#include "base/text.h"
#include "commands/case_request.h"
#include "commands/statement_filter.h"
#include "commands/statement_record.h"
#include "commands/statement_text.h"

namespace surety {
namespace {

constexpr std::array<Phrase, 6> kEvents = {{{"said", "gesagt"},
                                            {"said by then", "bis dahin gesagt"},
                                            {"carried by {}", "weitergetragen von {}"},
                                            {"in force from here", "gilt ab hier"},
                                            {"in force to here", "gilt bis hier"},
                                            {"superseded by {}", "ersetzt durch {}"}}};
constexpr Phrase kUntil = {"said between here and {}", "gesagt zwischen hier und {}"};
constexpr Phrase kAsOf = {"as of ", "Stand "};
constexpr Phrase kCounts = {"statement counts then", "Aussage gilt dann"};
constexpr Phrase kCount = {"statements count then", "Aussagen gelten dann"};
constexpr Phrase kDay = {"day", "Tag"};
constexpr Phrase kDays = {"days", "Tage"};
constexpr Phrase kEntry = {"entry", "Eintrag"};
constexpr Phrase kEntries = {"entries", "Einträge"};
constexpr Phrase kUndated = {"Without a date", "Ohne Datum"};
constexpr Phrase kNothing = {"Nothing fits what was asked for.", "Nichts passt zu dem, was gefragt war."};

std::string event_text(const Case& c, const TimelineEntry& entry, Language language) {
  const Phrase phrase = kEvents[static_cast<std::size_t>(entry.event)];
  if (entry.event == TimelineEvent::carried)
    return filled(phrase, {party_name(c, entry.by, language)}, language);
  if (entry.event == TimelineEvent::superseded) return filled(phrase, {entry.by}, language);
  if (entry.event == TimelineEvent::said && entry.until)
    return filled(kUntil, {entry.until->text(language)}, language);
  return std::string(phrase.in(language));
}

std::string statement_text(const Standing& standing, int index, Language language) {
  return holders_text(standing, index, language) + ": " + gloss_of(standing, index, language);
}

Table timeline_table(const Standing& standing, const Timeline& timeline) {
  Table table{"timeline",
              {{"day", ""}, {"event", ""}, {"statement", ""}, {"until", ""}, {"by", ""}, {"current", ""}},
              {}};
  for (const TimelineDay& day : timeline.days)
    for (const TimelineEntry& entry : day.entries) {
      const std::string& id = standing.statement(entry.statement).id;
      table.rows.push_back(
          {{day.day.iso(), std::string(word(entry.event)), id,
            entry.until ? Value(entry.until->iso()) : Value(), entry.by.empty() ? Value() : Value(entry.by),
            static_cast<std::int64_t>(day.current)},
           Because{id}});
    }
  return table;
}

Table undated_table(const Standing& standing, const Timeline& timeline) {
  Table table{"undated", {{"statement", ""}}, {}};
  for (const int index : timeline.undated)
    table.rows.push_back({{standing.statement(index).id}, Because{standing.statement(index).id}});
  return table;
}

// What one page carries on one day is one line, however many statements stand on it.
Outline day_outline(const Standing& standing, const TimelineDay& day, Language language) {
  Outline outline;
  std::map<std::string, std::vector<int>> carried;
  for (const TimelineEntry& entry : day.entries)
    if (entry.event == TimelineEvent::carried) carried[entry.by].push_back(entry.statement);
  for (const TimelineEntry& entry : day.entries) {
    if (entry.event != TimelineEvent::carried) {
      outline.items.push_back({0, standing.statement(entry.statement).id,
                               event_text(standing.c(), entry, language) + " · " +
                                   statement_text(standing, entry.statement, language)});
      continue;
    }
    const auto at = carried.find(entry.by);
    if (at == carried.end()) continue;  // told already
    outline.items.push_back(
        {0, "", event_text(standing.c(), entry, language) + " " + ids_text(standing, at->second)});
    carried.erase(at);
  }
  return outline;
}

void lay_out(const Standing& standing, const Timeline& timeline, Document& document) {
  const Language language = document.language;
  std::int64_t entries = 0;
  for (const TimelineDay& day : timeline.days) entries += static_cast<std::int64_t>(day.entries.size());
  if (timeline.days.empty() && timeline.undated.empty()) {
    document.blocks.push_back(Paragraph{std::string(kNothing.in(language))});
    return;
  }
  document.blocks.push_back(
      Paragraph{counted_text(static_cast<std::int64_t>(timeline.days.size()), kDay, kDays, language) + ", " +
                counted_text(entries, kEntry, kEntries, language)});
  for (const TimelineDay& day : timeline.days) {
    document.blocks.push_back(
        Heading{2, day.day.text(language),
                counted_text(static_cast<std::int64_t>(day.current), kCounts, kCount, language)});
    document.blocks.push_back(day_outline(standing, day, language));
  }
  if (timeline.undated.empty()) return;
  document.blocks.push_back(Heading{2, std::string(kUndated.in(language)), ""});
  Outline outline;
  for (const int index : timeline.undated)
    outline.items.push_back({0, standing.statement(index).id, statement_text(standing, index, language)});
  document.blocks.push_back(std::move(outline));
}

// One day of --from or --to; a fault where it is two or none.
std::optional<Date> requested_day(const Request& request, const std::string& option, Faults& faults) {
  if (!request.has(option)) return std::nullopt;
  const std::string text = request.value(option);
  const std::optional<Date> day = Date::parse(text);
  if (!day)
    faults.push_back(
        {{"--" + option, 0, 0},
         "'" + quoted_for_message(text) +
             std::string(Phrase{"' does not fit here", "' passt hier nicht"}.in(request.language)),
         std::string(Phrase{"a date such as 2025-08-21", "ein Tag wie 2025-08-21"}.in(request.language))});
  return day;
}

Answer run(const Request& request) {
  const auto standing = requested_standing(request);
  if (!standing) return standing.error();
  const auto filter = requested_filter(request, standing->c());
  if (!filter) return refused(filter.error());
  Faults faults;
  const DateRange range{requested_day(request, "from", faults), requested_day(request, "to", faults)};
  if (!faults.empty()) return refused(std::move(faults));
  Timeline timeline = timeline_of(standing->c(), matching(*standing, *filter));
  std::erase_if(timeline.days, [&](const TimelineDay& day) { return !range.contains(day.day); });
  if (range.from || range.to) timeline.undated.clear();
  Document document = document_for(request, *standing);
  document.tables = {timeline_table(*standing, timeline), undated_table(*standing, timeline)};
  document.blocks.push_back(
      Heading{1, name_of(standing->c().title, standing->c().id, request.language),
              std::string(kAsOf.in(request.language)) + standing->as_of.valid.text(request.language)});
  lay_out(*standing, timeline, document);
  return {std::move(document), {}, {}, Outcome::answered};
}

}  // namespace

CommandRow timeline_command() {
  CommandRow row{"timeline",
                 {"what was said, carried, in force and replaced, day by day",
                  "was gesagt, weitergetragen, gültig und ersetzt wurde, Tag für Tag"},
                 {case_argument()},
                 {case_options().begin(), case_options().end()},
                 run,
                 "surety timeline cases/ukraine-2025-08 --holder USA"};
  row.options.insert(row.options.end(), filter_options().begin(), filter_options().end());
  row.options.push_back({"from", "DATE", {"from this day on", "ab diesem Tag"}, false});
  row.options.push_back({"to", "DATE", {"to this day", "bis zu diesem Tag"}, false});
  return row;
}

}  // namespace surety
