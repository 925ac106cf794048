// Numbers as people of a language write them, and as machines read them back.
//
// In text a negative number has the minus sign U+2212, a range the en dash, and a no-break space stands
// before the percent sign. The functions that take a double write "–" for one that is not finite.
#pragma once
#include <cstdint>
#include <string>

#include "base/language.h"

namespace surety {

// 50,000   50.000
std::string number_text(std::int64_t value, Language language);
// 1,234.50   1.234,50; 1,234 when whole
std::string hundredths_text(std::int64_t hundredths, Language language);
// 0.25   0,25
std::string decimal_text(double value, int decimals, Language language);

// "8,000–10,000"; one number when both are equal; "−5 to 3", "−5 bis 3" when an end is negative.
std::string range_text(std::int64_t low, std::int64_t high, Language language);

// .164 -> "16.4 %", "16,4 %"; .16 -> "16 %". At most one decimal, and rounding never makes something of
// nothing or a certainty of a doubt: .0004 -> "<0.1 %", .9999 -> ">99.9 %", but what differs from 0 or 1 by
// less than 1e-9 is 0 or 1.
std::string percent_text(double share, Language language);
// "16–20 %"; "5 %" when both ends read alike.
std::string percent_range_text(double low, double high, Language language);

// The shortest decimal that reads back as the same double, without an exponent from 1e-6 to 1e21, in the C
// locale. "null" is the caller's for what is not finite.
std::string shortest_number(double value);
// 12345 hundredths -> "123.45", 12050 -> "120.5", 12000 -> "120".
std::string plain_hundredths(std::int64_t hundredths);

// "1 group", "3 groups".
std::string counted_text(std::int64_t count, Phrase one, Phrase many, Language language);

// How many there are of something counted in double: exact below 2^53, beyond that in the short form of
// shortest_number.
std::string count_text(double count, Language language);

}  // namespace surety
