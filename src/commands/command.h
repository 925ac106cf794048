// Command: one row of the table of everything a user can ask; Request: what was asked; Answer: what comes
// back.
//
// Doors (cli, server, sweep) turn argv or HTTP into a Request, look the command up in commands/table.h and
// print the Answer. A command opens files only through `exchange`, prints nothing, and lays its answer out as
// a Document.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/budget.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/result.h"
#include "model/what_if.h"
#include "report/document.h"

namespace surety {

// Exit codes (semantics 11).
enum class Outcome { answered = 0, machine_failed = 1, refused = 2, stopped = 3 };

struct Request {
  std::string command;
  std::vector<std::string> arguments;  // positional
  std::map<std::string, std::vector<std::string>>
      options;  // name without dashes -> values; a flag has one empty value
  Language language = Language::en;
  std::string format = "text";  // text markdown json csv html docx xlsx
  std::string chart;            // key of the one picture that is asked for; empty: the whole answer
  bool format_given = false;
  std::stop_token stop;                          // set by an interrupt
  std::function<void(std::int64_t)> progress;    // may be empty
  std::function<void(const std::string&)> emit;  // takes a line at once, for --stream; may be empty
  // Only for what writes to a ledger: now in UTC, "2025-08-21T14:03:05Z"; where the user keeps settings
  // (empty: nowhere); a question to whoever sits at the terminal (empty: nobody does).
  std::function<std::string()> clock;
  std::string settings_folder;
  std::function<std::optional<std::string>(const std::string& question)> ask;

  bool has(const std::string& option) const { return options.contains(option); }
  // The last value given; empty where there is none.
  std::string value(const std::string& option) const;
  // All values, split at commas.
  std::vector<std::string> list(const std::string& option) const;
};

// Hands bytes out piece by piece until `take` says false: what is larger than the memory should be.
using ByteSource = std::function<Result<void>(const std::function<bool(std::string_view bytes)>& take)>;

struct Answer {
  // A document, or the bytes of a file to write (export, import), whole or piece by piece.
  std::variant<Document, std::string, ByteSource> content;
  Faults faults;                      // said on stderr, one line each, sorted
  std::vector<std::string> messages;  // said on stderr
  Outcome outcome = Outcome::answered;
};

struct OptionRow {
  std::string name;   // without dashes
  std::string value;  // what stands behind it in the help ("DATE"); empty: a flag
  Phrase help;
  bool repeatable = false;
};

struct ArgumentRow {
  std::string name;  // "CASE"
  Phrase help;
  bool required = true;
  bool repeatable = false;
};

struct CommandRow {
  std::string name;
  Phrase help;
  std::vector<ArgumentRow> arguments;
  std::vector<OptionRow> options;  // besides those every command takes
  std::function<Answer(const Request&)> run;
  std::string example;  // a command line that runs in the source folder
  // Of --format, the default first.
  std::vector<std::string> formats = {"text", "markdown", "json", "csv", "html", "docx", "xlsx"};
};

// An answer that refuses: faults and nothing else.
Answer refused(Faults faults);
Answer refused(const Error& error);

}  // namespace surety
