// See case_request.h.
#include "commands/case_request.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "commands/case_view.h"

namespace surety {
namespace {

const std::vector<OptionRow>& rows() {
  static const std::vector<OptionRow> options = {
      {"as-of",
       "DATE",
       {"the day on which statements must be valid (default: the case's reference date)",
        "der Tag, an dem Aussagen gelten müssen (sonst: Stichtag des Falls)"},
       false},
      {"known",
       "DATE",
       {"the day on which they must be known (default: the reference date; of a ledger the newest record)",
        "der Tag, an dem sie bekannt sein müssen (sonst: Stichtag; beim Register der neueste Eintrag)"},
       false},
      {"analyst",
       "NAME",
       {"apply this analyst's judgements (of a ledger)",
        "die Urteile dieser Person anwenden (beim Register)"},
       false},
      {"without", "IDS", {"switch statements or assumptions off", "Aussagen oder Annahmen abschalten"}, true},
      {"with",
       "IDS",
       {"switch disabled assumptions or proposed statements on",
        "abgeschaltete Annahmen oder vorgeschlagene Aussagen einschalten"},
       true},
      {"only", "IDS", {"switch everything else off", "alles andere abschalten"}, true},
      {"assume",
       "CLAIM",
       {"add an assumption, such as 'ceasefire'", "eine Annahme hinzufügen, etwa 'ceasefire'"},
       true},
      {"set",
       "ID.KEY=VALUE",
       {"change a likelihood or an amount, such as S51.amount=8000",
        "eine Wahrscheinlichkeit oder Menge ändern, etwa S51.amount=8000"},
       true},
  };
  return options;
}

// In English, as every fault that may stand in a table; commands/fault_words.h has the German.
Fault option_fault(const std::string& option, const std::string& value, std::string expected) {
  return {
      {"--" + option, 0, 0}, "'" + quoted_for_message(value) + "' does not fit here", std::move(expected)};
}

std::optional<Date> requested_date(const Request& request, const std::string& option, Faults& faults) {
  if (!request.has(option)) return std::nullopt;
  const std::string text = request.value(option);
  const std::optional<Date> date = Date::parse(text);
  if (!date) faults.push_back(option_fault(option, text, "a date such as 2025-08-21"));
  return date;
}

}  // namespace

std::span<const OptionRow> case_options() { return rows(); }

std::span<const OptionRow> what_if_options() {
  const auto first = std::ranges::find(case_options(), "without", &OptionRow::name);
  return case_options().subspan(static_cast<std::size_t>(first - case_options().begin()));
}

const OptionRow& budget_option() {
  static const OptionRow option = {"budget",
                                   "SECONDS",
                                   {"how long the search may take (default: a fixed number of steps)",
                                    "wie lange die Suche dauern darf (sonst: eine feste Zahl von Schritten)"},
                                   false};
  return option;
}

ArgumentRow case_argument() {
  return {
      "CASE",
      {"a case file, a folder of them, or a ledger", "eine Falldatei, ein Ordner davon, oder ein Register"},
      true,
      false};
}

namespace {

// The ids that the options name: these must be there, current or not.
std::vector<std::string> ids_in_options(const Request& request) {
  std::vector<std::string> ids;
  for (const char* option : {"without", "with", "only"})
    for (std::string& id : request.list(option)) ids.push_back(std::move(id));
  if (const auto at = request.options.find("set"); at != request.options.end())
    for (const std::string& setting : at->second)
      ids.push_back(setting.substr(0, setting.rfind('.', setting.find('='))));
  return ids;
}

std::expected<CaseView, Answer> requested_view(const Request& request, Scope scope) {
  Faults faults;
  CaseQuestion question{request.arguments.at(0),
                        requested_date(request, "as-of", faults),
                        requested_date(request, "known", faults),
                        request.value("analyst"),
                        scope,
                        {}};
  if (!faults.empty()) return std::unexpected(refused(std::move(faults)));
  question.ids = ids_in_options(request);
  return case_view(question);
}

}  // namespace

std::expected<std::shared_ptr<const Case>, Answer> requested_case(const Request& request) {
  auto view = requested_view(request, Scope::whole);
  if (!view) return std::unexpected(std::move(view.error()));
  return std::move(view->c);
}

std::expected<Standing, Answer> requested_standing(const Request& request, Scope scope) {
  auto view = requested_view(request, scope);
  if (!view) return std::unexpected(std::move(view.error()));
  WhatIf what_if{request.list("without"), request.list("with"), request.list("only"), {}, {}};
  if (const auto at = request.options.find("assume"); at != request.options.end())
    what_if.assume = at->second;
  if (const auto at = request.options.find("set"); at != request.options.end()) what_if.set = at->second;
  if (request.has("only") && what_if.only.empty())
    return std::unexpected(
        refused(Faults{option_fault("only", request.value("only"), "ids such as S51,S52")}));
  auto standing = standing_under(view->c, view->as_of, what_if);
  if (!standing) return std::unexpected(refused(std::move(standing.error())));
  return *std::move(standing);
}

std::expected<Budget, Answer> requested_budget(const Request& request, std::int64_t steps) {
  Budget budget = Budget::of_steps(steps);
  if (request.has("budget")) {
    const std::string text = request.value("budget");
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || !(seconds > 0) || seconds > 1e6)
      return std::unexpected(
          refused(Faults{option_fault("budget", text, "a number of seconds above 0, at most 1000000")}));
    budget = Budget::unlimited();
    budget.limit_seconds(seconds);
  }
  budget.stop_with(request.stop);
  if (request.progress) budget.report_to(request.progress);
  return budget;
}

Document document_for(const Request& request, const Standing& standing) {
  Document document;
  document.command = request.command;
  document.case_id = standing.c().id;
  document.valid = standing.as_of.valid.iso();
  document.known = standing.as_of.known.iso();
  document.input_sha256 = standing.c().input_sha256;
  document.language = request.language;
  return document;
}

Request forwarded(const Request& request, const CommandRow& question) {
  Request forward = request;
  forward.command = question.name;
  forward.arguments.resize(1);
  forward.emit = {};
  std::erase_if(forward.options, [&](const auto& option) {
    return std::ranges::find(question.options, option.first, &OptionRow::name) == question.options.end();
  });
  return forward;
}

std::string shell_word(const std::string& text) {
  const std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=+@%";
  if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string case_options_text(const Request& request) {
  std::string text;
  for (const OptionRow& row : rows()) {
    const auto at = request.options.find(row.name);
    if (at == request.options.end()) continue;
    for (const std::string& value : at->second) text += " --" + row.name + " " + shell_word(value);
  }
  return text;
}

}  // namespace surety
