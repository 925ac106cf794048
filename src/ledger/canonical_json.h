// Canonical JSON: texts, numbers and the order of keys as RFC 8785 (JSON Canonicalization Scheme) writes
// them.
#pragma once
#include <string>
#include <string_view>

namespace surety {

// Appends `text` in quotation marks. Escaped are only `"`, `\` and the controls below U+0020: \b \t \n \f \r
// in this short form, the others as \u001f. REQUIRES valid UTF-8.
void append_json_text(std::string& out, std::string_view text);

// Appends the number in the fewest digits that read back equal, laid out as ECMAScript does: 8000, 0.55,
// 1e+21, 1e-7. REQUIRES a finite number.
void append_json_number(std::string& out, double number);

// Whether key `a` stands before key `b`: by their UTF-16 code units. REQUIRES valid UTF-8.
bool key_before(std::string_view a, std::string_view b);

}  // namespace surety
