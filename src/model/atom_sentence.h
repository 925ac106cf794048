// One atom of a claim in words: "ground troops of France in Ukraine: about 5,000 soldiers".
#pragma once
#include <string>

#include "model/case.h"

namespace surety {

// Whether the contrary of the atom can be said in the same form ("fewer than" for "at least"). It cannot for
// a factor, nor for `by each`, whose contrary is "not all of them".
bool has_contrary(const Atom& atom);

// Without verbs, so that no name needs an ending that depends on its number: "role of the US: at most
// minimal". `contrary`: says the opposite; REQUIRES has_contrary. Total, also for names that nothing bears.
std::string atom_sentence(const Case& c, const Atom& atom, bool contrary, Language language);

}  // namespace surety
