// heard(): what the tests make the program say about faults goes through here, and tests/test_main.cc holds
// all of it against the German of commands/fault_words.h. The rooms below `commands` cannot ask it
// themselves.
#pragma once
#include <set>
#include <string>

#include "base/fault.h"
#include "base/result.h"

namespace surety {

// Every message and expectation so far, in English.
inline std::set<std::string>& heard_texts() {
  static std::set<std::string> texts;
  return texts;
}

inline Fault heard(Fault fault) {
  heard_texts().insert({fault.message, fault.expected});
  return fault;
}
inline Faults heard(Faults faults) {
  for (const Fault& fault : faults) heard(fault);
  return faults;
}
inline Error heard(Error error) {
  heard_texts().insert(error.message);
  return error;
}

}  // namespace surety
