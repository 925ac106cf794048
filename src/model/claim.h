// Claim: what a statement or an assumption says about the world, as written; read, printed, compared.
//
// Grammar and meaning: docs/formats.md, section "Claims". A claim is a flat list of nodes in which operands
// stand before their operator, so that nothing here recurses on what a user wrote.
#pragma once
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace surety {

inline constexpr std::size_t kClaimBytesMax = std::size_t{64} * 1024;
inline constexpr int kClaimDepthMax = 200;
inline constexpr std::int64_t kNumberMax = 1'000'000'000'000'000;  // 10^15, the largest number in a claim
inline constexpr std::int64_t kAmountSumMax = 1'000'000'000'000'000'000;  // 10^18, the largest sum

enum class Relation { equal, not_equal, less, at_most, greater, at_least };

// A number as written in a claim, in hundredths because money may have decimals: at most 10^17.
struct WrittenNumber {
  std::int64_t hundredths = 0;
  bool has_decimals = false;  // as written: 12.00 EUR and 12 EUR are equal, 5.00 soldiers are refused
  friend bool operator==(const WrittenNumber& a, const WrittenNumber& b) {
    return a.hundredths == b.hundredths;
  }
};

struct Measure {
  std::string capability;
  std::vector<std::string> by;  // actors and groups; empty: everybody
  bool each = false;
  std::string place;  // empty: everywhere, the unspecified place too
  std::string role;   // empty: every role, the unspecified too
  friend bool operator==(const Measure&, const Measure&) = default;
};

// Where the names of an atom stand in the text, as byte offsets, for messages about them.
struct AtomPlaces {
  std::size_t name = 0, value = 0, unit = 0, place = 0, role = 0;
  std::vector<std::size_t> by;
};

struct Atom {
  enum class Kind {
    issue_option,  // us_role <= minimal
    issue_number,  // approval >= 40
    factor,        // ceasefire
    compared,      // ground_troops(by FRA) >= 5000
    between,       // ground_troops(by GBR) in 3000..5000
    about          // ground_troops(by FRA) about 5000
  };
  Kind kind = Kind::factor;
  std::string name;  // of the issue or factor; for measures the capability stands in `measure`
  Relation relation = Relation::equal;
  std::string option;
  Measure measure;
  WrittenNumber number;  // the number, or the low end of `between`
  WrittenNumber upper;   // the high end of `between`
  std::string unit;      // as written after the number; empty: none
  AtomPlaces at;

  bool is_measure() const { return kind == Kind::compared || kind == Kind::between || kind == Kind::about; }
  // Equal as claims: places in the text do not count.
  friend bool operator==(const Atom& a, const Atom& b) {
    return a.kind == b.kind && a.name == b.name && a.relation == b.relation && a.option == b.option &&
           a.measure == b.measure && a.number == b.number && a.upper == b.upper && a.unit == b.unit;
  }
};

struct ClaimNode {
  enum class Kind { atom, negation, conjunction, disjunction, conditional };
  Kind kind = Kind::atom;
  int atom = -1;     // index into Claim::atoms
  int operands = 0;  // how many operands precede: 1 for negation, 2 for conditional (condition, then), >= 2
                     // for the others
  friend bool operator==(const ClaimNode&, const ClaimNode&) = default;
};

// Invariants: `nodes` is a postfix expression with one result; a conjunction has no conjunction among its
// operands and a disjunction no disjunction (brackets that change nothing are not kept).
struct Claim {
  std::vector<Atom> atoms;
  std::vector<ClaimNode> nodes;
  friend bool operator==(const Claim&, const Claim&) = default;
};

// What is wrong in a claim's text: at which byte, what, and what was expected.
struct ClaimFault {
  std::size_t offset = 0;
  std::string message;
  std::string expected;
};

// Reads a claim. Never fails on length or depth within the limits above; beyond them the fault says which.
std::expected<Claim, ClaimFault> parse_claim(std::string_view text);

// The one canonical text: single spaces, minimal brackets, numbers without leading zeros.
// parse_claim(print_claim(c)) == c, and printing what was parsed from it gives it again.
std::string print_claim(const Claim& claim);

// Index (into `nodes`) of the root of each operand of the node at `index`, in order; an operand ends with its
// root.
std::vector<int> operand_ends(const Claim& claim, int index);

// The measure atoms that a claim asserts: reached from its top through "and" and the "then" of conditionals,
// and through "or" only where `through_or`. Indices into `atoms`, in order of the text.
std::vector<int> asserted_measures(const Claim& claim, bool through_or);

// "if C then D" as one claim.
Claim conditional_claim(const Claim& condition, const Claim& then);

// Whether `text` may be a name in claims: letters, digits and _, not beginning with a digit, single dots
// inside, and no keyword of the language.
bool is_claim_id(std::string_view text);

}  // namespace surety
