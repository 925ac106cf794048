// What changed between two looks at a case: what was added, superseded, corrected, judged otherwise,
// retracted.
//
// Question  diff (docs/analysis/provenance.md): a case as of two pairs of dates, or the cases of two analysts
// Method    statements paired by id; for each pair what changed in its text, in judgement, and in whether it
// counts
// Assumes   an id names the same statement on both sides
// Limits    knows that something changed, not who changed it: that is the ledger's to say
// Cost      linear in both cases but for sorting, and statements that supersede times superseded ones
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/provenance_facts.h"
#include "model/standing.h"

namespace surety {

// A statement is on the record of a side if it is accepted there and said by that side's day; only such
// statements have changes. An assumption is always on the record.
enum class Change {
  added,         // on the record of `to`, not of `from`
  superseded,    // counted in `from`; on both records; in `to` another statement supersedes it
  corrected,     // on both records, with another content
  judged,        // on both records, with another likelihood or credibility
  retracted,     // on the record of `from`; in `to` it is not there or not accepted
  in_effect,     // on both records, and counts in `to` alone
  not_in_effect  // counts in `from` alone: over, withdrawn, off, or not yet said on an earlier day
};
inline constexpr std::array<Change, 7> kChanges = {
    Change::added,     Change::superseded, Change::corrected,    Change::judged,
    Change::retracted, Change::in_effect,  Change::not_in_effect};
std::string_view word(Change change);

// One change. A statement that was corrected and judged otherwise has two.
struct ChangedStatement {
  std::string id;
  Change change = Change::added;
  bool assumption = false;
  bool current_from = false, current_to = false;  // whether it counts on each side
  std::vector<std::string> superseded_by;         // on the side of `to`
  std::vector<FieldChange> fields;                // of corrected and judged
};

// A word of the vocabulary that differs. `members`: the members of a group on the two days, where only the
// days differ.
struct ChangedWord {
  std::string table, id;
  enum class Kind { added, removed, changed, members } kind = Kind::changed;
  std::vector<FieldChange> fields;
};
std::string_view word(ChangedWord::Kind kind);

struct ProvenanceDiff {
  std::vector<ChangedStatement> statements;  // by change, then as `to` declares them, then as `from` does
  std::vector<ChangedWord> words;
  bool empty() const { return statements.empty() && words.empty(); }
};

ProvenanceDiff provenance_diff(const Standing& from, const Standing& to);

}  // namespace surety
