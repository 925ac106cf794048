// Advice about a case that refuses nothing: what is well formed and probably not meant so.
#include <algorithm>
#include <map>
#include <set>

#include "model/case_checking.h"
#include "model/claim_check.h"
#include "model/line_space.h"
#include "model/normal_form.h"
#include "model/standing.h"

namespace surety {
namespace {

using Indices = std::vector<int>;

bool share(const Indices& a, const Indices& b) {
  Indices both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return !both.empty();
}

bool contains(const Indices& outer, const Indices& inner) { return std::ranges::includes(outer, inner); }

// One measure atom of a pledge, with the lines it speaks about.
struct Spoken {
  const Statement* statement;
  const Measure* measure;
  Indices actors;  // the holder where the measure names nobody
};

// What a refusal sets to zero.
struct Refused {
  const Statement* statement;
  Selector lines;
};

class Advice {
 public:
  Advice(const Case& c, Faults& warnings)
      : c_(c),
        warnings_(warnings),
        standing_(standing_of(std::make_shared<const Case>(c), {*c.reference_date, *c.reference_date})),
        space_(standing_.space) {
    for (const Statement& s : c.statements) {
      if (s.status != StatementStatus::accepted || !s.claim) continue;
      superseded_.insert(s.supersedes.begin(), s.supersedes.end());
      if (s.kind == StatementKind::pledge) add_pledge(s);
      if (s.kind == StatementKind::refusal) add_refusal(s);
    }
  }

  // A refusal said later than a pledge on one of its lines removes it (semantics 6); saying so makes it
  // visible.
  void about_refusals() {
    for (const auto& [capability, refusals] : refusals_)
      for (const Refused& refusal : refusals) {
        std::set<std::string> ended;
        for (const Spoken& pledge : pledges_[capability])
          if (ends(refusal, pledge)) ended.insert(pledge.statement->id);
        const Statement& s = *refusal.statement;
        for (const std::string& id : ended)
          warnings_.push_back({s.claim->at,
                               "statement " + in_quotes(s.id) + ": it refuses what " + in_quotes(id) +
                                   " pledged before and does not supersede it",
                               "supersedes = [\"" + id + "\"], if it takes the pledge back"});
      }
  }

  // A group without members on the reference date offers nothing.
  void about_empty_groups() {
    for (const auto& [capability, all] : pledges_)
      for (const Spoken& one : all)
        if (one.actors.empty())
          warnings_.push_back({one.statement->claim->at,
                               "statement " + in_quotes(one.statement->id) + ": its claim of " +
                                   in_quotes(capability) + " names only groups without members",
                               "members of the group, or unnamed_members"});
  }

  // Totals of groups that share members, none of which contains the other, are counted as a range (semantics
  // 6).
  void about_totals() {
    for (const auto& [capability, pledges] : pledges_) {
      std::vector<const Spoken*> totals;
      for (const Spoken& pledge : pledges)
        if (!pledge.measure->each && pledge.actors.size() > 1 && !superseded_.contains(pledge.statement->id))
          totals.push_back(&pledge);
      if (totals.size() > kTotalsMax) continue;
      for (std::size_t i = 0; i < totals.size(); ++i)
        for (std::size_t j = i + 1; j < totals.size(); ++j)
          if (overlap(*totals[i], *totals[j]))
            warnings_.push_back({totals[j]->statement->claim->at,
                                 "statement " + in_quotes(totals[j]->statement->id) + ": its total of " +
                                     in_quotes(capability) + " and that of " +
                                     in_quotes(totals[i]->statement->id) + " share members",
                                 "pledges of single members, or groups of which one contains the other"});
    }
  }

 private:
  // Pairs are compared; nobody reads so much advice.
  static constexpr std::size_t kTotalsMax = 2000;

  Spoken spoken(const Statement& s, const Measure& measure) const {
    Spoken result{&s, &measure, {}};
    for (const std::string& actor : measure.by.empty() ? holders_of(c_, s) : measure.by) {
      const Indices& indices = space_.actors_of(actor);
      result.actors.insert(result.actors.end(), indices.begin(), indices.end());
    }
    std::ranges::sort(result.actors);
    result.actors.erase(std::ranges::unique(result.actors).begin(), result.actors.end());
    return result;
  }

  void add_pledge(const Statement& s) {
    const auto atoms = conditioned_measures(s.claim->claim);
    if (!atoms) return;
    for (const int i : atoms->atoms) {
      const Measure& measure = s.claim->claim.atoms[static_cast<std::size_t>(i)].measure;
      pledges_[measure.capability].push_back(spoken(s, measure));
    }
  }

  void add_refusal(const Statement& s) {
    if (s.condition) return;
    for (Selector& lines : sums_set_to_zero(normal_form(standing_, s.claim->claim)))
      refusals_[c_.capabilities[static_cast<std::size_t>(lines.capability)].id].push_back(
          {&s, std::move(lines)});
  }

  bool ends(const Refused& refusal, const Spoken& pledge) const {
    if (superseded_.contains(pledge.statement->id) || superseded_.contains(refusal.statement->id))
      return false;
    if (!said_later(c_, *refusal.statement, *pledge.statement) || !share(refusal.lines.actors, pledge.actors))
      return false;
    const Selector lines = selector_of(standing_, *pledge.measure);
    return contains(refusal.lines.places, lines.places) && contains(refusal.lines.roles, lines.roles);
  }

  static bool overlap(const Spoken& a, const Spoken& b) {
    return a.statement != b.statement && a.measure->place == b.measure->place &&
           a.measure->role == b.measure->role && share(a.actors, b.actors) && !contains(a.actors, b.actors) &&
           !contains(b.actors, a.actors);
  }

  const Case& c_;
  Faults& warnings_;
  Standing standing_;
  const LineSpace& space_;
  std::set<std::string> superseded_;
  std::map<std::string, std::vector<Spoken>> pledges_;    // by capability
  std::map<std::string, std::vector<Refused>> refusals_;  // by capability
};

}  // namespace

Faults case_warnings(const Case& c) {
  Faults warnings;
  for (const Statement& s : c.statements) {
    if (s.condition) warn_about_claim(*s.condition, warnings);
    if (s.claim) warn_about_claim(*s.claim, warnings);
  }
  for (const Assumption& a : c.assumptions) warn_about_claim(a.claim, warnings);
  Advice advice(c, warnings);
  advice.about_refusals();
  advice.about_empty_groups();
  advice.about_totals();
  std::ranges::stable_sort(warnings, {}, &Fault::place);
  return warnings;
}

}  // namespace surety
