// DerivedTables: what a ledger keeps beside its records in order to find what stood on a day without reading
// them all. Rebuildable; derivation.h says from what.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/entry_table.h"
#include "ledger/payload.h"

namespace surety {

// How an entry stood from one recorded day to another, the latter excluded.
struct EntryState {
  std::int64_t known_from = 0;
  std::int64_t known_to = kAfterAllDays;  // the newest state has no end
  std::int64_t content = 0;               // the record whose content stood
  std::int64_t decided = -1;              // the last decision: 1 accepted, 0 rejected, -1 none
  bool accepted = true;                   // by that decision, else by its own status
  // Of statements. It may be current on days first_day..last_day and on no other; last_day already knows
  // what supersedes it.
  std::int64_t said_from = kBeforeAllDays, first_day = kBeforeAllDays, last_day = kAfterAllDays;

  friend bool operator==(const EntryState&, const EntryState&) = default;
};

// Entries go by the number of the record that declared them. Where the store fails, every function does
// nothing from then on, and whoever committed asks it why.
class DerivedTables {
 public:
  virtual ~DerivedTables() = default;

  virtual std::int64_t find(EntryTable table, std::string_view id) = 0;  // 0: nobody bears the id
  virtual void declare(EntryTable table, std::string_view id, std::int64_t declared) = 0;

  // The newest state, if it is open: false where the entry is retracted.
  virtual bool open_state(EntryTable table, std::int64_t declared, EntryState& into) = 0;
  // Saves the state that begins at its known_from, in place of one that began on the same day.
  virtual void save_state(EntryTable table, std::int64_t declared, const EntryState& state) = 0;
  virtual void remove_state(EntryTable table, std::int64_t declared, std::int64_t known_from) = 0;

  // Pairs of which the newer ever named the older in `supersedes`.
  virtual void add_supersession(std::int64_t older, std::int64_t newer) = 0;
  virtual std::vector<std::int64_t> superseders(std::int64_t older) = 0;

  virtual void add_party(std::string_view party, std::int64_t statement) = 0;

  // Records about an entry other than its declaration, rising.
  virtual void add_mention(std::int64_t declared, std::int64_t seq) = 0;
  virtual std::vector<std::int64_t> mentions(std::int64_t declared) = 0;

  virtual void add_judgement(std::string_view analyst, std::int64_t seq) = 0;

  virtual void add_retraction(std::int64_t target, std::int64_t by) = 0;
  virtual std::vector<std::int64_t> retractions(std::int64_t target) = 0;  // rising

  // The line of a record: the truth, read back.
  virtual Result<std::string> line(std::int64_t seq) = 0;
};

// Whether a record is taken back by those up to `seq_max`: by a retraction that is not itself taken back.
bool is_void(DerivedTables& tables, std::int64_t seq, std::int64_t seq_max);

}  // namespace surety
