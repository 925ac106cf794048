// The amounts of a case: their sum in each capability stays within 10^18, so that nothing that adds them
// overflows.
#include <algorithm>
#include <map>

#include "model/case_checking.h"
#include "model/exchange_rates.h"

namespace surety {
namespace {

// Amounts count in whole units, of money in hundredths.
std::int64_t in_counting_unit(const Capability& capability, std::int64_t hundredths) {
  return capability.money ? hundredths : hundredths / 100;
}

// The largest amount that an atom names, in hundredths of its written unit; at most 3 x 10^17.
std::int64_t high_hundredths(const Atom& atom, std::int64_t about_percent) {
  const std::int64_t percent = std::clamp<std::int64_t>(about_percent, 0, 100);
  if (atom.kind == Atom::Kind::between) return atom.upper.hundredths;
  if (atom.kind == Atom::Kind::about) return atom.number.hundredths + atom.number.hundredths / 100 * percent;
  return atom.number.hundredths;
}

class Sums {
 public:
  explicit Sums(CaseChecking& checking)
      : checking_(checking), rates_(ExchangeRates::of(checking.c, ignored_)) {
    for (const Actor& actor : checking.c.actors) line_actors_ += 1 + actor.unnamed_members.value_or(0);
    for (const Capability& capability : checking.c.capabilities)
      capabilities_.try_emplace(capability.id, &capability, 0);
  }

  void add(const CheckedTable& table, const WrittenClaim& written) {
    for (const Atom& atom : written.claim.atoms) {
      if (!atom.is_measure()) continue;
      const auto at = capabilities_.find(atom.measure.capability);
      if (at == capabilities_.end() || at->second.sum > kAmountSumMax) continue;
      Entry& entry = at->second;
      const std::int64_t amount = in_counting_unit(*entry.capability, converted(atom, *entry.capability));
      // `by each` is an amount a member; all actors there are is a bound for how many those can be.
      const std::int64_t times = atom.measure.each ? line_actors_ : 1;
      entry.sum += amount > kAmountSumMax / times ? kAmountSumMax + 1 : amount * times;
      if (entry.sum > kAmountSumMax)
        checking_.fault(
            table, "claim", -1,
            "with it the amounts of " + in_quotes(atom.measure.capability) + " add up to more than 10^18",
            "smaller amounts, or a larger unit");
    }
  }

 private:
  struct Entry {
    const Capability* capability;
    std::int64_t sum = 0;
    Entry(const Capability* of, std::int64_t start) : capability(of), sum(start) {}
  };

  // In the capability's own unit; an amount without a rate path has its fault already and counts as written.
  std::int64_t converted(const Atom& atom, const Capability& capability) const {
    const std::int64_t high = high_hundredths(atom, checking_.c.about_percent);
    if (!capability.money || atom.unit.empty() || atom.unit == capability.unit) return high;
    const auto result = rates_.convert(high, atom.unit, capability.unit);
    if (result) return result->hundredths;
    return result.error().code == ErrorCode::too_large ? kAmountSumMax + 1 : high;
  }

  CaseChecking& checking_;
  Faults ignored_;  // reported with the vocabulary
  ExchangeRates rates_;
  std::int64_t line_actors_ = 1;
  std::map<std::string, Entry> capabilities_;
};

}  // namespace

void check_case_sums(CaseChecking& checking) {
  Sums sums(checking);
  for (const Statement& s : checking.c.statements)
    if (s.claim) sums.add({"statement", s.id, s.at}, *s.claim);
  for (const Assumption& a : checking.c.assumptions) sums.add({"assumption", a.id, a.at}, a.claim);
}

}  // namespace surety
