// See coverage_joint.h.
#include "analysis/coverage_joint.h"

#include <algorithm>
#include <set>

namespace surety {
namespace {

// One requirement that is not met along with another one.
struct Member {
  const CoverageRow* row = nullptr;
  std::set<int> statements, factors;
  bool certain = false;  // met, or not met, whatever happens
};

template <class Set>
bool share(const Set& a, const Set& b) {
  return std::ranges::any_of(a, [&](int one) { return b.contains(one); });
}

// Whether meeting `larger` meets `smaller`.
bool implies(const Coverage& coverage, const CoverageRow& larger, const CoverageRow& smaller) {
  const Requirement& a = coverage.requirements[static_cast<std::size_t>(larger.requirement)];
  const Requirement& b = coverage.requirements[static_cast<std::size_t>(smaller.requirement)];
  if (a.selector != b.selector || a.unit != b.unit) return false;
  return *a.required > *b.required ||
         (*a.required == *b.required && larger.requirement < smaller.requirement);
}

std::vector<Member> members_of(const Standing& standing, const Coverage& coverage,
                               const std::vector<const CoverageRow*>& rows) {
  std::vector<Member> members;
  for (const CoverageRow* row : rows) {
    if (std::ranges::any_of(
            rows, [&](const CoverageRow* other) { return other != row && implies(coverage, *other, *row); }))
      continue;
    const RowSum sum =
        row_sum(standing, coverage, *row, LikelihoodEnd::high);  // its pledges include those of the low end
    Member member{row,
                  {sum.statement_of_event.begin(), sum.statement_of_event.end()},
                  {sum.factors.begin(), sum.factors.end()},
                  false};
    member.certain = row->met->high <= 0 || row->met->low >= 1;
    members.push_back(std::move(member));
  }
  return members;
}

// Members that hang together by a pledge or a factor.
std::vector<std::vector<const Member*>> components(const std::vector<Member>& members) {
  std::vector<std::vector<const Member*>> all;
  for (const Member& member : members) {
    std::vector<const Member*> joined = {&member};
    for (auto at = all.begin(); at != all.end();) {
      const bool tied = !member.certain && std::ranges::any_of(*at, [&](const Member* other) {
        return !other->certain &&
               (share(member.statements, other->statements) || share(member.factors, other->factors));
      });
      if (tied) {
        joined.insert(joined.end(), at->begin(), at->end());
        at = all.erase(at);
      } else {
        ++at;
      }
    }
    all.push_back(std::move(joined));
  }
  return all;
}

JointMet joint_of(const Standing& standing, const Coverage& coverage,
                  const std::vector<const CoverageRow*>& rows) {
  JointMet joint{rows.front()->rule, {}, {1, 1}, true, {}};
  for (const CoverageRow* row : rows) {
    joint.requirements.push_back(row->requirement);
    joint.because.add(row->counted.because);
  }
  const std::vector<Member> members = members_of(standing, coverage, rows);
  for (const auto& component : components(members)) {
    Ends ends{1, 1};
    for (const Member* member : component) {
      ends.low += member->row->met->low - 1;
      ends.high = std::min(ends.high, member->row->met->high);
    }
    joint.met.low *= std::max(0.0, ends.low);
    joint.met.high *= ends.high;
    joint.exact = joint.exact && component.size() == 1;
  }
  joint.exact = joint.exact || joint.met.high <= 0;
  return joint;
}

}  // namespace

std::vector<JointMet> coverage_joint(const Standing& standing, const Coverage& coverage) {
  std::vector<JointMet> all;
  for (std::size_t rule = 0; rule < coverage.rules.size(); ++rule) {
    std::vector<const CoverageRow*> rows;
    bool complete = true;
    for (const CoverageRow& row : coverage.rows) {
      if (row.rule != static_cast<int>(rule) ||
          !coverage.requirements[static_cast<std::size_t>(row.requirement)].required)
        continue;
      complete = complete && row.met.has_value();
      rows.push_back(&row);
    }
    if (rows.size() > 1 && complete) all.push_back(joint_of(standing, coverage, rows));
  }
  return all;
}

}  // namespace surety
