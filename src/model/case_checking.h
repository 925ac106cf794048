// What the parts of the case check share: the names of a case, and where faults go. Only for
// model/case_*_check.cc.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/fault.h"
#include "model/case.h"
#include "model/key_place.h"

namespace surety {

// The ids that may be named, to look up and to propose.
class KnownNames {
 public:
  void add(const std::string& id) {
    if (!id.empty() && set_.insert(id).second) list_.push_back(id);
  }
  bool contains(const std::string& id) const { return set_.contains(id); }
  const std::vector<std::string>& list() const { return list_; }

 private:
  std::unordered_set<std::string> set_;
  std::vector<std::string> list_;
};

// A table of the case, as messages call it: "statement `S51`".
struct CheckedTable {
  std::string_view noun;
  std::string_view id;
  const Place& at;
};

class CaseChecking {
 public:
  CaseChecking(const Case& checked, const KeyPlace& key_place, Faults& faults);

  const Case& c;
  KnownNames actors, places, roles, sources, modalities, statements;

  // A fault at the key (at the item `index` of its list), unless the key could not be read.
  void fault(const CheckedTable& table, std::string_view key, int index, const std::string& message,
             std::string expected);
  std::optional<Place> place(const Place& table, std::string_view key) const {
    return key_place_(table, key, -1);
  }
  bool is_readable(const Place& table, std::string_view key) const {
    return key_place_(table, key, -1).has_value();
  }
  // A fault where nothing bears the id.
  void must_exist(const CheckedTable& table, std::string_view key, int index, const std::string& id,
                  const KnownNames& known, std::string_view noun);
  Faults& faults() { return faults_; }

  // As find_actor() and find_statement(), without a walk through all of them; null where nobody bears the id.
  const Actor* actor(const std::string& id) const { return found(actor_by_id_, id); }
  const Statement* statement(const std::string& id) const { return found(statement_by_id_, id); }

 private:
  // Proposals compare a word with every known one; with very many faults that would take longer than all the
  // rest.
  static constexpr int kProposalsMax = 500;
  template <class T>
  static const T* found(const std::unordered_map<std::string, const T*>& things, const std::string& id) {
    const auto at = things.find(id);
    return at == things.end() ? nullptr : at->second;
  }

  const KeyPlace& key_place_;
  Faults& faults_;
  std::unordered_map<std::string, const Actor*> actor_by_id_;
  std::unordered_map<std::string, const Statement*> statement_by_id_;
  int proposals_ = 0;
};

std::string in_quotes(std::string_view text);  // `text`, fit for a message
std::string place_text(const Place& place);    // case.toml:12

// The parts, each with the sentence of the semantics that it holds a case to.
void check_case_ids(CaseChecking& checking);  // 1: unique in their namespaces, well formed
void check_case_vocabulary(
    CaseChecking& checking);  // 2: actors, places, issues, rules, rates, rotations, burdens
void check_case_statements(CaseChecking& checking);  // 2, 3, 4: names, dates, shapes, claims
void check_case_circles(CaseChecking& checking);     // 2: membership, places, supersedes
void check_case_sums(CaseChecking& checking);        // 1: no sum beyond 10^18

}  // namespace surety
