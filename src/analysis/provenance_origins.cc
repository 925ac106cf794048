// See provenance_origins.h.
#include "analysis/provenance_origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "analysis/provenance.h"
#include "model/normal_form.h"

namespace surety {
namespace {

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // The smaller of two roots stands for both, so that a group is named by its first member.
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

struct ReportOfClaim {
  int statement = 0;
  Carriage carriage;
  std::vector<std::string> carriers;  // voices that are neither speaker nor holder
};

ReportOfClaim read_report(const Case& c, int index) {
  const Statement& s = c.statements[static_cast<std::size_t>(index)];
  ReportOfClaim report{index, carriage_of(c, s), {}};
  const std::vector<std::string> holders = holders_of(c, s);
  for (const std::string& voice : report.carriage.voices)
    if (std::ranges::find(s.speakers, voice) == s.speakers.end() &&
        std::ranges::find(holders, voice) == holders.end())
      report.carriers.push_back(voice);
  return report;
}

// For each outlet the first report that it only passes on.
std::map<std::string, std::size_t> passed_on(const std::vector<ReportOfClaim>& reports) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const std::vector<std::string>& outlets = reports[i].carriage.outlets;
    for (std::size_t k = 1; k < outlets.size(); ++k)
      if (outlets[k] != outlets.front()) first.emplace(outlets[k], i);
  }
  return first;
}

}  // namespace

std::vector<Origin> origins_of(const Case& c, std::span<const int> statements) {
  std::vector<int> indices(statements.begin(), statements.end());
  std::ranges::sort(indices);
  indices.erase(std::ranges::unique(indices).begin(), indices.end());
  std::vector<ReportOfClaim> reports;
  for (const int index : indices) reports.push_back(read_report(c, index));
  const std::map<std::string, std::size_t> carried = passed_on(reports);
  Groups groups(reports.size());
  std::map<std::string, std::size_t> outlet_seen, voice_seen;
  std::vector<bool> repeats(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Carriage& carriage = reports[i].carriage;
    if (carriage.provenance == ProvenanceClass::editorial && !carriage.outlets.empty() &&
        carried.contains(carriage.outlets.front())) {
      repeats[i] = true;
      continue;
    }
    if (!carriage.outlets.empty())
      groups.join(i, outlet_seen.emplace(carriage.outlets.front(), i).first->second);
    for (const std::string& voice : reports[i].carriers)
      groups.join(i, voice_seen.emplace(voice, i).first->second);
  }
  std::map<std::size_t, Origin> origins;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Carriage& carriage = reports[i].carriage;
    Origin& origin = origins[groups.of(repeats[i] ? carried.at(carriage.outlets.front()) : i)];
    (repeats[i] ? origin.repeats : origin.statements).push_back(reports[i].statement);
    if (repeats[i]) continue;
    if (!carriage.outlets.empty()) origin.outlets.push_back(carriage.outlets.front());
    origin.voices.insert(origin.voices.end(), carriage.voices.begin(), carriage.voices.end());
  }
  std::vector<Origin> result;
  for (auto& [root, origin] : origins) {
    for (auto* list : {&origin.outlets, &origin.voices}) {
      std::ranges::sort(*list);
      list->erase(std::ranges::unique(*list).begin(), list->end());
    }
    result.push_back(std::move(origin));
  }
  return result;
}

std::vector<int> reports_of_claim(const Standing& standing, int statement) {
  const auto content = [&](int index) -> std::pair<std::string, std::set<std::string>> {
    const Statement& s = standing.statement(index);
    const std::vector<std::string> holders = holders_of(standing.c(), s);
    return {normal_form(standing, *full_claim(s)).key, {holders.begin(), holders.end()}};
  };
  std::vector<int> reports = {statement};
  if (!full_claim(standing.statement(statement))) return reports;
  const auto own = content(statement);
  for (const int index : standing.statements)
    if (index != statement && full_claim(standing.statement(index)) && content(index) == own)
      reports.push_back(index);
  std::ranges::sort(reports);
  return reports;
}

}  // namespace surety
