// The catalogue behind fault_words.h: pairs by topic, and the words that may stand in their gaps. Only for
// commands/fault_*.cc.
#pragma once
#include <span>
#include <string_view>

#include "base/language.h"

namespace surety {

// A pair is a Phrase. Its gaps, in the English:
//   {}         anything: an id, a number, what somebody wrote
//   {number}   digits, points and minus signs: a number or a date
//   {key}      letters, digits and _: a key or word of the case file, the same in both languages
//   {code}     what begins with [ or { or ': a table or a key as the case file writes it
//   {message}  a whole text that has a German of its own, without another {message}
//   {NAME}     a word of the list of that name
// In the German {} takes the gaps in turn, {0} {1} ... by number. Two gaps never stand side by side.
std::span<const Phrase> case_fault_words();    // what model/case_*.cc holds a case to, and its advice
std::span<const Phrase> claim_fault_words();   // reading a claim, and checking it against its case
std::span<const Phrase> file_fault_words();    // files, TOML, CSV, group CNF
std::span<const Phrase> toml_fault_words();    // what the TOML library says
std::span<const Phrase> ledger_fault_words();  // a ledger, its records, and what they say
std::span<const Phrase> answer_fault_words();  // what-if, exchange rates, sums, options, the machine

// Words by the form that a sentence needs.
struct WordList {
  std::string_view name;
  std::span<const Phrase> words;
};
std::span<const WordList> fault_word_lists();

}  // namespace surety
