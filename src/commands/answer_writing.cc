// See answer_writing.h.
#include "commands/answer_writing.h"

#include <algorithm>

#include "base/text.h"
#include "commands/fault_words.h"
#include "exchange/input_file.h"
#include "exchange/picture_conversion.h"
#include "report/chart_svg.h"
#include "report/csv_writer.h"
#include "report/docx_writer.h"
#include "report/html_writer.h"
#include "report/json_writer.h"
#include "report/markdown_writer.h"
#include "report/text_writer.h"
#include "report/xlsx_writer.h"

namespace surety {
namespace {

constexpr Phrase kNoCharts = {"this answer has no chart", "diese Antwort hat kein Bild"};
constexpr Phrase kNoSuchChart = {"no chart is called '{}' (expected: {})",
                                 "kein Bild heißt '{}' (erwartet: {})"};
constexpr Phrase kExpected = {"expected ", "erwartet: "};

std::string place_in_file(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

// "did you mean ...?" is a question of its own and needs no "expected" before it.
bool is_question(const std::string& text) { return text.ends_with("?"); }

std::unexpected<Error> no_such_chart(const std::vector<Chart>& charts, const std::string& key,
                                     Language language) {
  std::vector<std::string> keys;
  for (const Chart& chart : charts) keys.push_back(chart.key);
  if (keys.empty()) return fail(ErrorCode::not_found, std::string(kNoCharts.in(language)), "--chart");
  const auto near = nearest_word(key, keys);
  return fail(ErrorCode::not_found,
              filled(kNoSuchChart, {quoted_for_message(key), near ? *near : joined(keys, ", ")}, language),
              "--chart");
}

Result<std::string> picture_bytes(const Document& document, const AnswerForm& form) {
  const auto chart = std::ranges::find(document.charts, form.chart, &Chart::key);
  if (chart == document.charts.end()) return no_such_chart(document.charts, form.chart, document.language);
  std::string svg = chart_svg(*chart);
  if (form.picture == "svg") return svg;
  auto picture =
      converted_picture(svg, form.picture == "pdf" ? PictureForm::pdf : PictureForm::png, document.language);
  return picture;
}

// Charts as pictures where rsvg-convert is there; else the writer shows their tables.
Result<std::string> docx_bytes(const Document& document, const AnswerForm& form) {
  std::string style;
  if (!form.style.empty()) {
    auto bytes = read_input_file(form.style);
    if (!bytes) {
      const Fault& fault = bytes.error().faults.front();
      return fail(bytes.error().machine_failed ? ErrorCode::storage : ErrorCode::invalid_input, fault.message,
                  form.style);
    }
    style = *std::move(bytes);
  }
  DocxPictures pictures;
  for (const Chart& chart : document.charts) {
    auto picture = converted_picture(chart_svg(chart), PictureForm::png, document.language);
    if (!picture && picture.error().code == ErrorCode::not_found) break;
    if (!picture) return std::unexpected(std::move(picture.error()));
    pictures.emplace(chart.key, *std::move(picture));
  }
  return docx_file(document, pictures, style);
}

}  // namespace

bool is_binary(const AnswerForm& form) {
  if (!form.chart.empty()) return form.picture == "png" || form.picture == "pdf";
  return form.format == "docx" || form.format == "xlsx";
}

Result<std::string> answer_bytes(const Answer& answer, const AnswerForm& form, const PageStyle& style) {
  if (const auto* bytes = std::get_if<std::string>(&answer.content)) {
    if (bytes->empty() || form.chart.empty()) return *bytes;
    return no_such_chart({}, form.chart, Language::en);
  }
  const auto& document = std::get<Document>(answer.content);
  if (!form.chart.empty()) return picture_bytes(document, form);
  if (form.format == "json") return json_answer(document);
  if (form.format == "csv") {
    auto bytes = csv_table(document, form.table);
    if (!bytes) bytes.error().where = "--table";
    return bytes;
  }
  if (form.format == "markdown") return markdown_page(document);
  if (form.format == "html") return html_page(document);
  if (form.format == "xlsx") return xlsx_workbook(document);
  if (form.format == "docx") return docx_bytes(document, form);
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
