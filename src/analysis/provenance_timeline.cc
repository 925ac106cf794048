// See provenance_timeline.h.
#include "analysis/provenance_timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace surety {
namespace {

constexpr std::array<std::string_view, 6> kEvents = {"said",     "said_by",     "carried",
                                                     "in_force", "in_force_to", "superseded"};

class Gathering {
 public:
  explicit Gathering(const Case& c) : c_(c) {}

  void add(int index) {
    const Statement& s = c_.statements[static_cast<std::size_t>(index)];
    const std::size_t before = entries_.size();
    add_said(s, index);
    add_carried(s, index);
    if (s.effective && s.effective->from)
      entries_.push_back({*s.effective->from, TimelineEvent::in_force, index, {}, {}});
    if (s.effective && s.effective->to)
      entries_.push_back({*s.effective->to, TimelineEvent::in_force_to, index, {}, {}});
    if (entries_.size() == before) undated_.push_back(index);
    add_superseded(s, index);
  }

  Timeline timeline() {
    std::map<Date, TimelineDay> days;
    for (TimelineEntry& entry : entries_)
      days.try_emplace(entry.day, TimelineDay{entry.day, {}, 0})
          .first->second.entries.push_back(std::move(entry));
    Timeline timeline{{}, std::move(undated_)};
    for (auto& [day, content] : days) {
      std::ranges::stable_sort(content.entries, {}, [](const TimelineEntry& entry) {
        return std::pair(entry.event, entry.statement);
      });
      content.current = current_statements(c_, day).size();
      timeline.days.push_back(std::move(content));
    }
    return timeline;
  }

 private:
  void add_said(const Statement& s, int index) {
    const std::optional<Date> from = said_from(c_, s);
    const std::optional<Date> until = s.said ? s.said->to : std::nullopt;
    if (from)
      entries_.push_back({*from, TimelineEvent::said, index, until == from ? std::nullopt : until, {}});
    else if (until)
      entries_.push_back({*until, TimelineEvent::said_by, index, {}, {}});
  }

  void add_carried(const Statement& s, int index) {
    const std::optional<Date> told = s.said ? std::nullopt : said_from(c_, s);
    for (const ChainLink& link : s.chain) {
      const Source* source = find_source(c_, link.id);
      const std::optional<Date> day = link.date || source == nullptr ? link.date : source->date;
      if (day && day != told) entries_.push_back({*day, TimelineEvent::carried, index, {}, link.id});
    }
  }

  void add_superseded(const Statement& s, int index) {
    for (const Statement& later : c_.statements) {
      if (later.status != StatementStatus::accepted ||
          std::ranges::find(later.supersedes, s.id) == later.supersedes.end())
        continue;
      if (const std::optional<Date> day = said_from(c_, later))
        entries_.push_back({*day, TimelineEvent::superseded, index, {}, later.id});
    }
  }

  const Case& c_;
  std::vector<TimelineEntry> entries_;
  std::vector<int> undated_;
};

}  // namespace

std::string_view word(TimelineEvent event) { return kEvents[static_cast<std::size_t>(event)]; }

Timeline timeline_of(const Case& c, const std::vector<int>& statements) {
  Gathering gathering(c);
  for (const int index : statements)
    if (c.statements[static_cast<std::size_t>(index)].status == StatementStatus::accepted)
      gathering.add(index);
  return gathering.timeline();
}

}  // namespace surety
