// The ids of a case: unique in their namespaces, well formed, and none that the program gives itself.
#include <algorithm>
#include <map>

#include "model/case_checking.h"

namespace surety {
namespace {

constexpr std::string_view kClaimIdExpected =
    "letters, digits and _, not beginning with a digit, single dots inside, no word of the claim language";
constexpr std::string_view kIdExpected = "a text without white space, control characters, comma and #";

bool is_plain_id(std::string_view id) {
  return !id.empty() && std::ranges::none_of(id, [](char ch) {
    const auto byte = static_cast<unsigned char>(ch);
    return byte <= ' ' || byte == 0x7F || ch == ',' || ch == '#';
  });
}

enum class IdShape { in_claims, plain };

// One namespace: every id once, whatever it names.
class Namespace {
 public:
  explicit Namespace(CaseChecking& checking) : checking_(checking) {}

  void add(const CheckedTable& table, IdShape shape) {
    check_shape(table, shape);
    if (!table.id.empty()) tables_.push_back(table);
  }
  void refuse_reserved(const CheckedTable& table, std::string_view word, bool is_prefix) {
    if (is_prefix ? !table.id.starts_with(word) : table.id != word) return;
    checking_.fault(table, "id", -1,
                    is_prefix ? "ids that begin with " + in_quotes(word) + " belong to the program"
                              : "the id " + in_quotes(word) + " belongs to the program",
                    "another id");
  }
  // The first bearer in the file keeps its id.
  void refuse_repeats() {
    std::vector<const CheckedTable*> in_order;
    for (const CheckedTable& table : tables_) in_order.push_back(&table);
    std::ranges::stable_sort(in_order, {},
                             [](const CheckedTable* table) -> const Place& { return table->at; });
    std::map<std::string_view, const CheckedTable*> taken;
    for (const CheckedTable* table : in_order) {
      const auto [first, is_new] = taken.try_emplace(table->id, table);
      if (!is_new)
        checking_.fault(*table, "id", -1,
                        "the id is taken by the " + std::string(first->second->noun) + " at " +
                            place_text(first->second->at),
                        "an id of its own");
    }
  }

 private:
  void check_shape(const CheckedTable& table, IdShape shape) {
    if (table.id.empty())
      return checking_.fault(table, "id", -1, "the id is empty", std::string(kIdExpected));
    if (shape == IdShape::in_claims ? is_claim_id(table.id) : is_plain_id(table.id)) return;
    checking_.fault(table, "id", -1, "the id is not well formed",
                    std::string(shape == IdShape::in_claims ? kClaimIdExpected : kIdExpected));
  }

  CaseChecking& checking_;
  std::vector<CheckedTable> tables_;
};

template <class T>
void add_all(Namespace& names, const std::vector<T>& things, std::string_view noun, IdShape shape) {
  for (const T& thing : things) names.add({noun, thing.id, thing.at}, shape);
}

template <class T>
void check_own_namespace(CaseChecking& checking, const std::vector<T>& things, std::string_view noun,
                         IdShape shape) {
  Namespace names(checking);
  add_all(names, things, noun, shape);
  names.refuse_repeats();
}

void check_actor_ids(CaseChecking& checking) {
  Namespace names(checking);
  for (const Actor& actor : checking.c.actors) {
    const CheckedTable table{"actor", actor.id, actor.at};
    // Newspapers and nameless voices carry statements and appear in no claim.
    const bool only_speaks = actor.kind == ActorKind::outlet || actor.kind == ActorKind::anonymous;
    names.add(table, only_speaks ? IdShape::plain : IdShape::in_claims);
    names.refuse_reserved(table, "others", false);
  }
  names.refuse_repeats();
}

void check_because_ids(CaseChecking& checking) {
  Namespace names(checking);
  add_all(names, checking.c.statements, "statement", IdShape::plain);
  add_all(names, checking.c.assumptions, "assumption", IdShape::plain);
  names.refuse_repeats();
  for (const char* prefix : {"unnamed:", "what_if:", "rate:"}) {
    for (const Statement& s : checking.c.statements)
      names.refuse_reserved({"statement", s.id, s.at}, prefix, true);
    for (const Assumption& a : checking.c.assumptions)
      names.refuse_reserved({"assumption", a.id, a.at}, prefix, true);
  }
}

}  // namespace

void check_case_ids(CaseChecking& checking) {
  const Case& c = checking.c;
  if (!is_plain_id(c.id))
    checking.fault({"case", c.id, c.at}, "id", -1, "the id is not well formed", std::string(kIdExpected));
  Namespace subjects(checking);
  add_all(subjects, c.issues, "issue", IdShape::in_claims);
  add_all(subjects, c.capabilities, "capability", IdShape::in_claims);
  add_all(subjects, c.factors, "factor", IdShape::in_claims);
  subjects.refuse_repeats();
  check_actor_ids(checking);
  check_because_ids(checking);
  check_own_namespace(checking, c.places, "place", IdShape::in_claims);
  check_own_namespace(checking, c.roles, "role", IdShape::in_claims);
  check_own_namespace(checking, c.sources, "source", IdShape::plain);
  check_own_namespace(checking, c.modalities, "modality", IdShape::plain);
  check_own_namespace(checking, c.rotations, "rotation", IdShape::plain);
  check_own_namespace(checking, c.burden_keys, "burden key", IdShape::plain);
  Namespace rules(checking);
  add_all(rules, c.counting_rules, "counting rule", IdShape::plain);
  rules.refuse_repeats();
}

}  // namespace surety
