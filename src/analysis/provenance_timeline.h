// When was what said, carried, in force and replaced? The statements of a case along the days.
//
// Method    the dates that the case declares; nothing is inferred between them
// Limits    a statement whose `said` has only an end stands on that day, as said by then; one without any
// date stands apart Cost      linear in the dates but for a sort; and one look at every statement for each
// day that occurs
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/standing.h"

namespace surety {

enum class TimelineEvent {
  said,         // on that day, or beginning with it
  said_by,      // on that day or before
  carried,      // a later link of the chain has this date
  in_force,     // from that day on
  in_force_to,  // that day is the last one
  superseded    // another statement took its place
};
std::string_view word(TimelineEvent event);

struct TimelineEntry {
  Date day;
  TimelineEvent event = TimelineEvent::said;
  int statement = 0;          // index of Case::statements
  std::optional<Date> until;  // `said` from that day until this one
  std::string by;             // the link that carried it, the statement that superseded it
};

struct TimelineDay {
  Date day;
  std::vector<TimelineEntry> entries;  // by event, then as declared
  std::size_t current = 0;             // how many of all statements count on that day
};

struct Timeline {
  std::vector<TimelineDay> days;  // rising
  std::vector<int> undated;       // statements without any date, as declared
};

// Of the accepted statements among `statements` (indices). A date that a chain gives for the day on which a
// statement counts as said is told once, as said.
Timeline timeline_of(const Case& c, const std::vector<int>& statements);

}  // namespace surety
