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

// The content of `answer` as `format` (text markdown json csv) has it; `table` is the one that CSV writes,
// empty for the first. Content that is a file already (export, import) is handed out as it is. An Error names
// an unknown table.
Result<std::string> answer_bytes(const Answer& answer, const std::string& format, const std::string& table,
                                 const PageStyle& style);

// "case.toml:12:7: message (expected ...)", on one line and without controls, without a line end. Message and
// expectation are said in the language (commands/fault_words.h).
std::string fault_line(const Fault& fault, Language language);

}  // namespace surety
