// Who said it, who carried it to the page, and what stands in its place: one statement's provenance.
//
// Question  1 of ARCHITECTURE.md; example and limits in docs/analysis/provenance.md
// Method    the chain from mouth to page, its links told apart into voices and outlets; the graph of
// `supersedes`
// Assumes   a chain is as complete as the analyst wrote it: a link that is left out cannot be known
// Limits    whether a voice told the truth is not asked; circular citation is not looked for
// Cost      linear in the chain, and in the statements for a history
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace surety {

// How the word reached the page.
enum class ProvenanceClass {
  on_record,          // the speaker's own word, carried by the page itself
  on_record_relayed,  // a named voice's word, through another outlet or another named voice
  anonymous,          // a nameless voice stands between speaker and page, or is the speaker
  outlet_only,        // an outlet says it and names no voice, and another outlet carries it
  editorial           // the page says it, of itself or of others, and names no voice
};

// The same in three: the first class, the second, and the rest, for which nobody with a name answers.
enum class Hand { first_hand, reported, hearsay };

std::string_view word(ProvenanceClass provenance);
std::string_view word(Hand hand);
Hand hand_of(ProvenanceClass provenance);
// first_hand reported hearsay, then the five classes.
std::vector<std::string> provenance_words();

// The outlet of a source or of an actor that is an outlet; the source's id where it names none; empty for an
// actor that is no outlet.
std::string outlet_of(const Case& c, std::string_view link);

// A chain read: who spoke, and who printed. Both in the order from mouth to page; an outlet once for each
// stretch in which nobody else carries the word. The page on which the evidence stands is the last outlet,
// whether the chain names it or not.
struct Carriage {
  std::vector<std::string> voices;   // actors that are no outlets: the speaker, officials, the nameless
  std::vector<std::string> outlets;  // never empty in a checked case that names a source
  ProvenanceClass provenance = ProvenanceClass::editorial;
};
Carriage carriage_of(const Case& c, const Statement& s);

// All statements tied to this one by `supersedes`, directly or through others, itself among them: indices of
// Case::statements in the order in which they were said, then declared. Rejected and proposed ones are left
// out, unless it is this one.
std::vector<int> history_of(const Case& c, int statement);

// The accepted statements that name this one in `supersedes` and are said by that day, in declared order.
std::vector<std::string> superseding(const Case& c, std::string_view id, Date valid);

// Actors that have a part in a statement: speakers, holders, addressees, the actors of the chain, those they
// act for, and those whom its claim names. Sorted, each once.
std::vector<std::string> parties_of(const Case& c, const Statement& s);
// The capabilities and the issues of which the claim speaks, its condition included. Sorted, each once.
std::vector<std::string> capabilities_of(const Statement& s);
std::vector<std::string> issues_of(const Statement& s);
// The sources that carry it, and their outlets: ids and names of outlets as declared. Sorted, each once.
std::vector<std::string> sources_of(const Case& c, const Statement& s);

}  // namespace surety
