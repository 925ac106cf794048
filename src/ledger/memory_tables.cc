// See memory_tables.h.
#include "ledger/memory_tables.h"

#include <algorithm>

namespace surety {
namespace {

std::string entry_key(EntryTable table, std::string_view id) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(table)));
  return key.append(id);
}

// Keeps the list rising and each number once.
void insert_rising(std::vector<std::int64_t>& list, std::int64_t number) {
  if (list.empty() || list.back() < number) return list.push_back(number);
  const auto at = std::ranges::lower_bound(list, number);
  if (at == list.end() || *at != number) list.insert(at, number);
}

std::vector<std::int64_t> list_at(const std::unordered_map<std::int64_t, std::vector<std::int64_t>>& lists,
                                  std::int64_t key) {
  const auto at = lists.find(key);
  return at == lists.end() ? std::vector<std::int64_t>() : at->second;
}

// The finalizer of MurmurHash3.
std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

std::uint64_t joined_numbers(std::initializer_list<std::int64_t> numbers) {
  std::uint64_t sum = 0x9e3779b97f4a7c15ULL;
  for (const std::int64_t number : numbers)
    sum = mixed(sum ^ static_cast<std::uint64_t>(number)) + 0x632be59bd9b4e019ULL;
  return sum;
}

}  // namespace

std::int64_t MemoryTables::find(EntryTable table, std::string_view id) {
  const auto at = entries_.find(entry_key(table, id));
  return at == entries_.end() ? 0 : at->second;
}

void MemoryTables::declare(EntryTable table, std::string_view id, std::int64_t declared) {
  entries_.emplace(entry_key(table, id), declared);
  tables_.emplace(declared, table);
}

bool MemoryTables::open_state(EntryTable, std::int64_t declared, EntryState& into) {
  const auto at = states_.find(declared);
  if (at == states_.end() || at->second.empty() || at->second.back().known_to != kAfterAllDays) return false;
  into = at->second.back();
  return true;
}

void MemoryTables::save_state(EntryTable, std::int64_t declared, const EntryState& state) {
  std::vector<EntryState>& states = states_[declared];
  if (!states.empty() && states.back().known_from == state.known_from)
    states.back() = state;
  else
    states.push_back(state);
}

void MemoryTables::remove_state(EntryTable, std::int64_t declared, std::int64_t known_from) {
  std::erase_if(states_[declared], [&](const EntryState& s) { return s.known_from == known_from; });
}

void MemoryTables::add_supersession(std::int64_t older, std::int64_t newer) {
  insert_rising(superseders_[older], newer);
}
std::vector<std::int64_t> MemoryTables::superseders(std::int64_t older) {
  return list_at(superseders_, older);
}

void MemoryTables::add_party(std::string_view party, std::int64_t statement) {
  insert_rising(parties_[std::string(party)], statement);
}

void MemoryTables::add_mention(std::int64_t declared, std::int64_t seq) {
  insert_rising(mentions_[declared], seq);
}
std::vector<std::int64_t> MemoryTables::mentions(std::int64_t declared) {
  return list_at(mentions_, declared);
}

void MemoryTables::add_judgement(std::string_view analyst, std::int64_t seq) {
  insert_rising(judgements_[std::string(analyst)], seq);
}

void MemoryTables::add_retraction(std::int64_t target, std::int64_t by) {
  insert_rising(retractions_[target], by);
}
std::vector<std::int64_t> MemoryTables::retractions(std::int64_t target) {
  return list_at(retractions_, target);
}

std::uint64_t row_of_entry(EntryTable table, std::string_view id, std::int64_t declared) {
  return joined_numbers(
      {static_cast<std::int64_t>(table), static_cast<std::int64_t>(row_of_text(id, declared))});
}

std::uint64_t row_of_state(EntryTable table, std::int64_t declared, const EntryState& s) {
  return joined_numbers({static_cast<std::int64_t>(table), declared, s.known_from, s.known_to, s.content,
                         s.decided, s.accepted ? 1 : 0, s.said_from, s.first_day, s.last_day});
}

std::uint64_t row_of_pair(std::int64_t first, std::int64_t second) { return joined_numbers({first, second}); }

std::uint64_t row_of_text(std::string_view text, std::int64_t number) {
  std::uint64_t sum = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return joined_numbers({static_cast<std::int64_t>(sum), static_cast<std::int64_t>(text.size()), number});
}

MemoryTables::Sums MemoryTables::sums() const {
  Sums sums;
  for (const auto& [key, declared] : entries_) {
    const auto table = static_cast<EntryTable>(key.front() - 'a');
    sums.entries.add(row_of_entry(table, std::string_view(key).substr(1), declared));
  }
  for (const auto& [declared, states] : states_)
    for (const EntryState& state : states)
      sums.states.add(row_of_state(tables_.at(declared), declared, state));
  const auto add_pairs = [](Sum& sum, const auto& lists) {
    for (const auto& [first, list] : lists)
      for (const std::int64_t second : list) {
        if constexpr (std::is_same_v<std::decay_t<decltype(first)>, std::string>)
          sum.add(row_of_text(first, second));
        else
          sum.add(row_of_pair(first, second));
      }
  };
  add_pairs(sums.supersessions, superseders_);
  add_pairs(sums.parties, parties_);
  add_pairs(sums.mentions, mentions_);
  add_pairs(sums.judgements, judgements_);
  add_pairs(sums.retractions, retractions_);
  return sums;
}

}  // namespace surety
