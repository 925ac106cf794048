// Fault: one thing that is wrong in what a user wrote, with its place and what was expected there.
#pragma once
#include <compare>
#include <string>
#include <vector>

namespace surety {

// A place in a file: line and column count from 1, the column in code points; 0 means the whole file.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// `message` is one clear sentence; `expected` names what would have been right ("a date such as 2025-08-21"),
// or is empty. Rooms below `commands` write them in English; commands/fault_words.h has the German.
struct Fault {
  Place place;
  std::string message;
  std::string expected;
  friend auto operator<=>(const Fault&, const Fault&) = default;
};

using Faults = std::vector<Fault>;

}  // namespace surety
