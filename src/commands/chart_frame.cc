// See chart_frame.h.
#include "commands/chart_frame.h"

#include <algorithm>

#include "base/text.h"

namespace surety {
namespace {

constexpr std::size_t kPagesNamed = 3;

constexpr Phrase kAsOf = {"as of {}, known {}", "Stand {}, bekannt {}"};
constexpr Phrase kSource = {"Source: {}; computed by Surety {} from {} ({})",
                            "Quelle: {}; berechnet von Surety {} aus {} ({})"};
constexpr Phrase kNoSource = {"Computed by Surety {} from {} ({})", "Berechnet von Surety {} aus {} ({})"};
constexpr Phrase kMore = {"{} more", "{} weitere"};

}  // namespace

bool wants_charts(const Request& request) {
  return !request.chart.empty() || request.format == "html" || request.format == "docx";
}

bool wants_reasons(const Request& request) {
  return request.chart.empty() &&
         (request.format == "html" || request.format == "docx" || request.format == "xlsx");
}

std::string as_of_text(const Standing& standing, Language language) {
  return filled(kAsOf, {standing.as_of.valid.text(language), standing.as_of.known.text(language)}, language);
}

std::string source_line(const Standing& standing, const Because& because, Language language) {
  const Case& c = standing.c();
  std::vector<std::string> pages;
  for (const std::string& id : because.ids()) {
    const Statement* s = find_statement(c, id);
    const Source* source = s == nullptr ? nullptr : source_of(c, *s);
    if (source == nullptr) continue;
    std::string name = name_of(source->name, source->id, language);
    if (std::ranges::find(pages, name) == pages.end()) pages.push_back(std::move(name));
  }
  const std::string hash = c.input_sha256.substr(0, 8);
  if (pages.empty()) return filled(kNoSource, {SURETY_VERSION, c.id, hash}, language);
  if (pages.size() > kPagesNamed + 1) {
    const std::string rest = filled(kMore, {std::to_string(pages.size() - kPagesNamed)}, language);
    pages.resize(kPagesNamed);
    pages.push_back(rest);
  }
  return filled(kSource, {joined(pages, ", "), SURETY_VERSION, c.id, hash}, language);
}

Chart chart_frame(const Standing& standing, std::string key, std::string title, const Because& because,
                  Language language) {
  Chart chart;
  chart.key = std::move(key);
  chart.title = std::move(title);
  chart.as_of = as_of_text(standing, language);
  chart.source = source_line(standing, because, language);
  chart.language = language;
  return chart;
}

}  // namespace surety
