// Tests of the timeline: every kind of entry, and how many count on each day.
#include "analysis/provenance_timeline.h"

#include <doctest/doctest.h>

#include "model/small_case.h"

namespace surety {

TEST_CASE("timeline: what is declared, day by day, and nothing else") {
  SmallCase small;
  small.actor("A");
  small.capability("boats", "boats");
  Source& page = small.c().sources.emplace_back();
  page.id = "page";
  page.date = Date::from(2030, 6, 12);
  const auto day = [](int d) { return *Date::from(2030, 6, d); };
  Statement& s1 = small.pledge("S1", "A", "boats(by A) = 1");
  s1.said = DateRange{day(1), day(3)};
  s1.chain = {{"A", {}}, {"page", day(2)}};
  Statement& s2 = small.pledge("S2", "A", "boats(by A) = 2");
  s2.said = DateRange{day(5), day(5)};
  s2.supersedes = {"S1"};
  s2.effective = DateRange{day(7), day(9)};
  small.pledge("S3", "A", "boats(by A) = 3").said = DateRange{{}, day(4)};
  Statement& s4 = small.pledge("S4", "A", "boats(by A) = 4");
  s4.said.reset();
  s4.chain = {{"page", {}}};
  Statement& s5 = small.pledge("S5", "A", "boats(by A) = 5");
  s5.said.reset();
  Statement& s6 = small.pledge("S6", "A", "boats(by A) = 6");
  s6.status = StatementStatus::rejected;
  const auto c = small.shared();
  const Timeline timeline = timeline_of(*c, {0, 1, 2, 3, 4, 5});
  std::vector<std::string> lines;
  for (const TimelineDay& one : timeline.days) {
    CHECK(one.current == current_statements(*c, one.day).size());
    for (const TimelineEntry& entry : one.entries)
      lines.push_back(one.day.iso().substr(8) + " " + std::string(word(entry.event)) + " S" +
                      std::to_string(entry.statement + 1) + (entry.by.empty() ? "" : " " + entry.by) +
                      (entry.until ? " until " + entry.until->iso().substr(8) : ""));
  }
  CHECK(lines == std::vector<std::string>{"01 said S1 until 03", "02 carried S1 page", "04 said_by S3",
                                          "05 said S2", "05 superseded S1 S2", "07 in_force S2",
                                          "09 in_force_to S2", "12 said S4"});
  CHECK(timeline.undated == std::vector<int>{4});
  CHECK(timeline_of(*c, {}).days.empty());
}

}  // namespace surety
