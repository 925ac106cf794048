// See claim_sentence.h; atoms in words stand in atom_sentence.h.
#include "model/claim_sentence.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "model/atom_sentence.h"

namespace surety {
namespace {

// A part of the claim that is said but not yet placed in a sentence.
struct Said {
  enum class Kind { atom, negation, series, conditional };
  Kind kind = Kind::atom;
  const Atom* atom = nullptr;       // of an atom; its words are chosen when it is known whether it is denied
  bool denied = false;              // of an atom
  Kind denied_kind = Kind::series;  // of a negation: what is denied
  std::string words;                // of anything but an atom, without the "not" of a negation
  int rank = 0;                     // how deep operators lie inside each other
  bool has_clause = false;          // a factor is named, which is a clause with its verb in it

  // Whether "not" stands in front, because no words of the thing itself say the contrary.
  bool is_denial() const {
    return kind == Kind::negation || (kind == Kind::atom && denied && !has_contrary(*atom));
  }
};

class Sentence {
 public:
  Sentence(const Case& c, Language language) : c_(c), language_(language) {}
  std::string of(const Claim& claim);

 private:
  std::string_view say(Phrase phrase) const { return phrase.in(language_); }
  std::vector<Said> take(int count);
  std::string denied_words(const Said& said) const;
  std::string words_of(const Said& said) const;
  std::string as_member(const Said& said) const;
  std::string as_half(const Said& said, bool condition) const;
  void deny();
  void join(bool all, int operands, bool outermost);
  void condition();

  const Case& c_;
  Language language_;
  std::vector<Said> stack_;
};

std::vector<Said> Sentence::take(int count) {
  SURETY_CHECK(count >= 0 && static_cast<std::size_t>(count) <= stack_.size());
  const auto first = stack_.end() - count;
  std::vector<Said> taken(std::make_move_iterator(first), std::make_move_iterator(stack_.end()));
  stack_.erase(first, stack_.end());
  return taken;
}

// What a denial denies, in brackets where it is more than a plain series.
std::string Sentence::denied_words(const Said& said) const {
  if (said.kind == Said::Kind::atom) return atom_sentence(c_, *said.atom, false, language_);
  return said.rank > 2 || said.denied_kind == Said::Kind::conditional ? "(" + said.words + ")" : said.words;
}

std::string Sentence::words_of(const Said& said) const {
  if (said.is_denial()) return std::string(say({"not the case: ", "es gilt nicht: "})) + denied_words(said);
  return said.kind == Said::Kind::atom ? atom_sentence(c_, *said.atom, said.denied, language_) : said.words;
}

// As one of several: brackets around whatever the words alone would not hold together.
std::string Sentence::as_member(const Said& said) const {
  const bool open_ended = said.is_denial() || said.kind == Said::Kind::conditional;
  return open_ended || said.rank > 1 ? "(" + words_of(said) + ")" : words_of(said);
}

void Sentence::deny() {
  Said& said = stack_.back();
  if (said.kind == Said::Kind::atom) {
    said.denied = !said.denied;
  } else if (said.kind == Said::Kind::negation) {
    said.kind = said.denied_kind;
    --said.rank;
  } else {
    said.denied_kind = std::exchange(said.kind, Said::Kind::negation);
    ++said.rank;
  }
}

// "A; B; and C" for the whole claim, "either A or B" and "both A and B" for a part of it. German has brackets
// for the former: "entweder" would exclude both.
void Sentence::join(bool all, int operands, bool outermost) {
  const std::vector<Said> members = take(operands);
  Said said;
  said.kind = Said::Kind::series;
  const std::string_view last = all ? say({"; and ", "; und "}) : say({"; or ", "; oder "});
  const std::string_view between = all ? say({" and ", " als auch "}) : say({" or ", " oder "});
  if (!outermost && all)
    said.words = members.size() > 2 ? say({"all of ", "sowohl "}) : say({"both ", "sowohl "});
  if (!outermost && !all) said.words = say({"either ", "("});
  for (std::size_t k = 0; k < members.size(); ++k) {
    if (k > 0) said.words += !outermost ? between : k + 1 < members.size() ? "; " : last;
    said.words += as_member(members[k]);
    said.rank = std::max(said.rank, members[k].rank + 1);
    said.has_clause = said.has_clause || members[k].has_clause;
  }
  if (!outermost && !all) said.words += say({"", ")"});
  stack_.push_back(std::move(said));
}

// Behind "if" or "then". German turns the verb of a clause behind "wenn"; "gilt:" leaves it where the name
// has it.
std::string Sentence::as_half(const Said& said, bool condition) const {
  const bool german = language_ == Language::de;
  if (said.is_denial() && german) return (condition ? "nicht gilt: " : "gilt nicht: ") + denied_words(said);
  if (said.is_denial()) return words_of(said);
  if (said.kind == Said::Kind::conditional && !condition) return words_of(said);
  const bool brackets = said.rank > 1 || said.kind == Said::Kind::conditional;
  const std::string words = brackets ? "(" + words_of(said) + ")" : words_of(said);
  return german && said.has_clause ? "gilt: " + words : words;
}

void Sentence::condition() {
  const std::vector<Said> both = take(2);
  const bool chain = both[1].kind == Said::Kind::conditional;
  Said said;
  said.kind = Said::Kind::conditional;
  said.words = std::string(say({"if ", "wenn "})) + as_half(both[0], true);
  said.words += chain ? say({", then ", ", dann, "}) : say({", then ", ", dann "});
  said.words += as_half(both[1], false);
  said.rank = std::max(both[0].rank, both[1].rank) + 1;
  said.has_clause = both[0].has_clause || both[1].has_clause;
  stack_.push_back(std::move(said));
}

std::string Sentence::of(const Claim& claim) {
  for (std::size_t k = 0; k < claim.nodes.size(); ++k) {
    const ClaimNode& node = claim.nodes[k];
    const bool outermost = k + 1 == claim.nodes.size();
    switch (node.kind) {
      case ClaimNode::Kind::atom: {
        Said said;
        said.atom = &claim.atoms.at(static_cast<std::size_t>(node.atom));
        said.has_clause = said.atom->kind == Atom::Kind::factor;
        stack_.push_back(std::move(said));
        break;
      }
      case ClaimNode::Kind::negation:
        deny();
        break;
      case ClaimNode::Kind::conjunction:
      case ClaimNode::Kind::disjunction:
        join(node.kind == ClaimNode::Kind::conjunction, node.operands, outermost);
        break;
      case ClaimNode::Kind::conditional:
        condition();
        break;
    }
  }
  SURETY_CHECK(stack_.size() == 1);
  return words_of(stack_.back());
}

}  // namespace

std::string claim_sentence(const Case& c, const Claim& claim, Language language) {
  return Sentence(c, language).of(claim);
}

}  // namespace surety
