// How many independent origins has a claim? A thing that many pages print may have been heard once.
//
// Method    union-find over the reports: two are one origin if the same outlet printed both first, or the
// same voice, other than the speaker and the holder themselves, carried both. What an outlet prints without
// naming a voice, while it carries a report of others, repeats that report and is no origin
// Assumes   outlets that are not seen to share anything are independent; two outlets that hear the same
// speaker are two witnesses
// Limits    circular citation (A cites B, B cites A) is not looked for
// Cost      linear in the chains but for a sort
#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/standing.h"

namespace surety {

// One origin: everything that leads back to one outlet or one voice.
struct Origin {
  std::vector<std::string> outlets;  // those that printed it first; sorted
  std::vector<std::string> voices;   // who speaks in its reports, the nameless among them; sorted
  std::vector<int> statements;       // indices of Case::statements, rising
  std::vector<int> repeats;          // statements in which an outlet only repeats it; rising
};

// The origins of these statements, whatever they say, in the order of their first statements. The number of
// independent origins is the size of the result. A statement that names no outlet at all is one by itself.
std::vector<Origin> origins_of(const Case& c, std::span<const int> statements);

// The current statements that say what this one says: equal normal forms, the same holders; this one among
// them, whether it is current or not. A statement without a claim stands alone. REQUIRES a checked case.
std::vector<int> reports_of_claim(const Standing& standing, int statement);

}  // namespace surety
