// Standing: what takes part in the answers as of two dates: the current statements, the assumptions that are
// on.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "model/case.h"
#include "model/exchange_rates.h"
#include "model/line_space.h"

namespace surety {

// A case as of V and K after what-if. Cheap to copy: the case itself is shared.
struct Standing {
  std::shared_ptr<const Case> shared_case;
  AsOf as_of;
  std::vector<int> statements;          // indices of Case::statements that are current and on, rising
  std::vector<int> assumptions;         // indices of Case::assumptions that are on, rising
  std::vector<std::string> unnamed_on;  // groups whose unnamed members take part, in declared order
  std::vector<std::string> off;         // ids switched off by what-if or by a way out
  LineSpace space;
  ExchangeRates rates;

  const Case& c() const { return *shared_case; }
  const Statement& statement(int index) const {
    return shared_case->statements[static_cast<std::size_t>(index)];
  }
  const Assumption& assumption(int index) const {
    return shared_case->assumptions[static_cast<std::size_t>(index)];
  }
};

// Whether a statement is said by `valid`: its `said`, else the earliest date of its chain, else its source's
// date, else always. A range counts from its first day; an open beginning is always.
bool said_by(const Case& c, const Statement& s, Date valid);
// The first day on which it may have been said; nothing: always, or unknown.
std::optional<Date> said_from(const Case& c, const Statement& s);
// Whether `a` is said later than `b`; an unknown day is earlier than every other.
bool said_later(const Case& c, const Statement& a, const Statement& b);

// The page a statement was read on: the source of its evidence, else the last link of its chain that is a
// source.
const Source* source_of(const Case& c, const Statement& s);

// Indices of the statements that are current on V (semantics 5): accepted, said by V, V in their effective
// range, not withdrawn or expired, not superseded by an accepted statement said by V. A case file is known at
// once, so K decides nothing here; a ledger hands out the case as known on K.
std::vector<int> current_statements(const Case& c, Date valid);

// REQUIRES a checked case.
Standing standing_of(const std::shared_ptr<const Case>& c, AsOf as_of);

// The same without the statements and assumptions named. What they supersede stays superseded.
Standing without(const Standing& standing, std::span<const std::string> ids);

// The same case with the same ids switched off, as of another day.
Standing on_day(const Standing& standing, Date valid);

}  // namespace surety
