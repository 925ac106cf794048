// See answer_writing.h.
#include "commands/answer_writing.h"

#include "base/text.h"
#include "commands/fault_words.h"
#include "report/csv_writer.h"
#include "report/json_writer.h"
#include "report/markdown_writer.h"
#include "report/text_writer.h"

namespace surety {
namespace {

constexpr Phrase kExpected = {"expected ", "erwartet: "};

std::string place_in_file(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

// "did you mean ...?" is a question of its own and needs no "expected" before it.
bool is_question(const std::string& text) { return text.ends_with("?"); }

}  // namespace

Result<std::string> answer_bytes(const Answer& answer, const std::string& format, const std::string& table,
                                 const PageStyle& style) {
  if (const auto* bytes = std::get_if<std::string>(&answer.content)) return *bytes;
  const auto& document = std::get<Document>(answer.content);
  if (format == "json") return json_answer(document);
  if (format == "csv") {
    auto bytes = csv_table(document, table);
    if (!bytes) bytes.error().where = "--table";
    return bytes;
  }
  if (format == "markdown") return markdown_page(document);
  return text_page(document, {style.width, style.colour, style.ascii});
}

std::string fault_line(const Fault& fault, Language language) {
  const std::string place = place_in_file(fault.place);
  std::string line = (place.empty() ? "surety" : place) + ": " + said_in(fault.message, language);
  if (!fault.expected.empty())
    line += " (" + (is_question(fault.expected) ? "" : std::string(kExpected.in(language))) +
            said_in(fault.expected, language) + ")";
  return on_one_line(line);
}

}  // namespace surety
