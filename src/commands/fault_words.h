// Fault words: what the lower rooms say in English about faults and failures, said in German.
//
// Method: a catalogue of pairs, English and German, with gaps for what varies (fault_catalogue.h). A text is
// German if a whole pair fits it: its fixed parts stand in the text in order, from the first byte to the
// last, and what stands in a gap for words is a word that the catalogue knows. The pair with the most fixed
// bytes goes first. A text without words of its own ("'>='", "5000") is German as it is. Cost: the length of
// the text for each pair; no recursion on input, no regular expressions. Limits: any bytes may come; what no
// pair fits has no German.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

namespace surety {

// The German of a message or an expectation; nothing where the catalogue has none.
std::optional<std::string> in_german(std::string_view english);

// The text for a person: in German where it has one, else as it is. Never a mixture of both.
std::string said_in(std::string_view english, Language language);

}  // namespace surety
