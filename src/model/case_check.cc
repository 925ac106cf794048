// See case_check.h. The parts stand in case_*_check.cc.
#include "model/case_check.h"

#include <algorithm>

#include "model/case_checking.h"

namespace surety {

Faults case_faults(const Case& c, const KeyPlace& key_place) {
  Faults faults;
  CaseChecking checking(c, key_place, faults);
  check_case_ids(checking);
  check_case_vocabulary(checking);
  check_case_statements(checking);
  check_case_circles(checking);
  check_case_sums(checking);
  std::ranges::stable_sort(faults, {}, &Fault::place);
  return faults;
}

Faults case_faults(const Case& c) {
  return case_faults(c, [](const Place& table, std::string_view, int) { return std::optional(table); });
}

}  // namespace surety
