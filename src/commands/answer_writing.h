// Answer writing: the bytes of an answer in the format that was asked for, and its faults as lines.
#pragma once
#include <string>

#include "commands/command.h"

namespace surety {

// How the door wants a page to look.
struct PageStyle {
  int width = 80;
  bool colour = false;
  bool ascii = false;
};

// What of the answer is wanted, and in which form.
struct AnswerForm {
  std::string format = "text";  // text markdown json csv html docx xlsx jsonld
  std::string table = {};       // the one that CSV writes; empty: the first
  std::string chart = {};       // the one picture that is wanted; empty: the whole answer
  std::string picture = "svg";  // its form: svg png pdf
  std::string style = {};       // path of a DOCX file whose styles are taken; empty: our own
};

// Whether the bytes are none for a terminal.
bool is_binary(const AnswerForm& form);

// Content that is a file already (export, import) is handed out as it is. An Error names an unknown table or
// chart, or says what a picture lacks.
Result<std::string> answer_bytes(const Answer& answer, const AnswerForm& form, const PageStyle& style);

// "case.toml:12:7: message (expected ...)", on one line and without controls, without a line end. Message and
// expectation are said in the language (commands/fault_words.h).
std::string fault_line(const Fault& fault, Language language);

}  // namespace surety
