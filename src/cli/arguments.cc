// See arguments.h.
#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/text.h"
#include "commands/general_options.h"

namespace surety {
namespace {

constexpr int kWidthMin = 40, kWidthMax = 1000;

// "--name=value" cut in two; the value is missing where there is no `=`.
struct OptionWord {
  std::string name;
  std::optional<std::string> value;
};

OptionWord option_word(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return {word, std::nullopt};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

bool looks_like_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

const OptionRow* find_option(std::span<const OptionRow> options, std::string_view word) {
  if (!word.starts_with("--")) return nullptr;
  const auto at = std::ranges::find(options, word.substr(2), &OptionRow::name);
  return at == options.end() ? nullptr : &*at;
}

// Reads from left to right and stops at the first fault; each step says whether it went well.
class ArgumentsReading {
 public:
  ArgumentsReading(std::span<const std::string> words, std::span<const CommandRow> table,
                   std::string_view language)
      : words_(words), table_(table), environment_(language) {
    choose_language();
  }

  std::expected<Invocation, Misuse> read() {
    if (check_language() && find_command() && take_words() && choose_command() && check_arguments() &&
        take_general_options())
      return std::move(invocation_);
    return std::unexpected(std::move(misuse_));
  }

 private:
  std::string say(std::string_view en, std::string_view de) const {
    return std::string(Phrase{en, de}.in(misuse_.language));
  }
  bool fail(std::string place, std::string message, std::string expected = {}) {
    misuse_.fault = {{std::move(place), 0, 0}, std::move(message), std::move(expected)};
    return false;
  }
  std::string alternatives(std::span<const std::string> words) const {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) text += i + 1 < words.size() ? ", " : say(" or ", " oder ");
      text += words[i];
    }
    return text;
  }
  // The near word as a question, else `otherwise`.
  std::string did_you_mean(std::string_view word, std::span<const std::string> known,
                           std::string otherwise) const {
    const std::optional<std::string> near = nearest_word(word, known);
    return near ? say("did you mean ", "war gemeint: ") + *near + "?" : std::move(otherwise);
  }
  std::string usage(const CommandRow& command) const {
    std::string text = "surety " + command.name;
    for (const ArgumentRow& row : command.arguments) {
      const std::string name = row.name + (row.repeatable ? " ..." : "");
      text += row.required ? " " + name : " [" + name + "]";
    }
    return text;
  }

  void choose_language();
  bool check_language();
  bool find_command();
  bool take_words();
  bool take_option(std::size_t& at);
  bool unknown_option(const std::string& name);
  bool choose_command();
  bool check_arguments();
  bool take_general_options();
  bool take_format();
  bool take_form();
  bool take_one_of(const std::string& option, std::span<const std::string> known, std::string_view noun_en,
                   std::string_view noun_de);

  std::span<const std::string> words_;
  std::span<const CommandRow> table_;
  std::string environment_;
  std::size_t command_at_ = std::string::npos;
  std::size_t command_words_ = 1;  // "ledger add" has two
  const CommandRow* command_ = nullptr;
  std::map<std::string, std::vector<std::string>> general_;
  Invocation invocation_;
  Misuse misuse_;
};

// Before anything is understood, so that what is not understood is said in the right language. The option
// goes before the environment, which then may say what it likes.
void ArgumentsReading::choose_language() {
  std::string text = environment_;
  for (std::size_t i = 0; i < words_.size() && words_[i] != "--"; ++i) {
    const bool apart = words_[i] == "--lang" && i + 1 < words_.size();
    if (!apart && !words_[i].starts_with("--lang=")) continue;
    text = apart ? words_[i + 1] : option_word(words_[i]).value.value_or("");
    environment_.clear();
  }
  misuse_.language = text == "de" ? Language::de : Language::en;
  invocation_.request.language = misuse_.language;
}

bool ArgumentsReading::check_language() {
  if (environment_.empty() || environment_ == "en" || environment_ == "de") return true;
  return fail(
      "SURETY_LANG",
      "'" + quoted_for_message(environment_) + say("' is no language here", "' ist hier keine Sprache"),
      say("en or de", "en oder de"));
}

// The first word that is neither an option nor the value of one.
bool ArgumentsReading::find_command() {
  const auto takes_value = [&](const std::string& name) {
    const OptionRow* row = find_option(general_options(), name);
    for (const CommandRow& command : table_)
      if (row == nullptr) row = find_option(command.options, name);
    return row != nullptr && !row->value.empty();
  };
  std::size_t at = 0;
  while (at < words_.size() && words_[at] != "--" && looks_like_option(words_[at])) {
    const OptionWord word = option_word(words_[at]);
    at += !word.value && takes_value(word.name) ? 2 : 1;
  }
  if (at < words_.size() && words_[at] == "--") ++at;
  if (at >= words_.size()) return true;
  command_at_ = at;
  std::vector<std::string> names;
  for (const CommandRow& row : table_) names.push_back(row.name);
  std::string name = words_[at];
  const bool is_family =
      std::ranges::any_of(names, [&](const std::string& n) { return n.starts_with(name + " "); });
  if (is_family && at + 1 < words_.size() && !looks_like_option(words_[at + 1])) {
    name += " " + words_[at + 1];
    command_words_ = 2;
    std::erase_if(names, [&](const std::string& n) { return !n.starts_with(words_[at] + " "); });
  }
  const auto found = std::ranges::find(table_, name, &CommandRow::name);
  if (found != table_.end()) {
    command_ = &*found;
    return true;
  }
  if (is_family && command_words_ == 1)
    std::erase_if(names, [&](const std::string& n) { return !n.starts_with(name + " "); });
  return fail("", say("no command is called '", "kein Befehl heißt '") + quoted_for_message(name) + "'",
              did_you_mean(name, names, alternatives(names)));
}

bool ArgumentsReading::take_words() {
  bool options_ended = false;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (!options_ended && words_[at] == "--")
      options_ended = true;
    else if (command_at_ <= at && at < command_at_ + command_words_)
      continue;
    else if (options_ended || !looks_like_option(words_[at]))
      invocation_.request.arguments.push_back(words_[at]);
    else if (!take_option(at))
      return false;
  }
  return true;
}

bool ArgumentsReading::take_option(std::size_t& at) {
  const OptionWord word = option_word(words_[at]);
  const OptionRow* row = find_option(general_options(), word.name);
  auto& values = row != nullptr ? general_ : invocation_.request.options;
  if (row == nullptr && command_ != nullptr) row = find_option(command_->options, word.name);
  if (row == nullptr) return unknown_option(word.name);
  if (values.contains(row->name) && !row->repeatable)
    return fail(word.name, say("this option stands here twice", "diese Option steht hier zweimal"),
                say("it once", "einmal"));
  std::string value = word.value.value_or("");
  if (row->value.empty()) {
    if (word.value)
      return fail(word.name, say("this option takes no value", "diese Option nimmt keinen Wert"), word.name);
  } else {
    if (!word.value && at + 1 < words_.size() && !words_[at + 1].starts_with("--")) value = words_[++at];
    if (value.empty())
      return fail(word.name, say("the value of this option is missing", "der Wert dieser Option fehlt"),
                  word.name + " " + row->value);
  }
  values[row->name].push_back(std::move(value));
  return true;
}

bool ArgumentsReading::unknown_option(const std::string& name) {
  std::vector<std::string> known;
  for (const OptionRow& row : general_options()) known.push_back("--" + row.name);
  if (command_ != nullptr)
    for (const OptionRow& row : command_->options) known.push_back("--" + row.name);
  std::vector<std::string> elsewhere;
  for (const CommandRow& row : table_)
    if (find_option(row.options, name) != nullptr) elsewhere.push_back(row.name);
  const std::string quoted = "'" + quoted_for_message(name) + "'";
  const std::string command = command_ == nullptr ? "" : command_->name;
  if (!elsewhere.empty() && command_ != nullptr)
    return fail("", quoted + say(" is an option of ", " ist eine Option von ") + alternatives(elsewhere) +
                        say(", not of ", ", nicht von ") + command);
  const std::string advice = say("one listed by: surety help ", "eine aus: surety help ") + command;
  return fail("",
              quoted + say(" is no option", " ist keine Option") +
                  (command.empty() ? "" : say(" of ", " von ") + command),
              did_you_mean(name, known, advice));
}

// --help is the command `help` about the command that stands there.
bool ArgumentsReading::choose_command() {
  Request& request = invocation_.request;
  if (general_.contains("version")) {
    command_ = nullptr;
    return true;
  }
  if (general_.contains("help")) {
    const auto help = std::ranges::find(table_, "help", &CommandRow::name);
    if (help == table_.end()) return fail("--help", say("there is no help", "es gibt keine Hilfe"));
    if (command_ != nullptr && command_ != &*help) request.arguments = {command_->name};
    request.options.clear();
    command_ = &*help;
  }
  if (command_ == nullptr) {
    std::vector<std::string> names;
    for (const CommandRow& row : table_) names.push_back(row.name);
    return fail("", say("the command is missing", "der Befehl fehlt"), alternatives(names));
  }
  invocation_.command = command_;
  request.command = command_->name;
  return true;
}

bool ArgumentsReading::check_arguments() {
  if (command_ == nullptr) return true;
  const std::vector<ArgumentRow>& rows = command_->arguments;
  const std::vector<std::string>& given = invocation_.request.arguments;
  const auto required = static_cast<std::size_t>(std::ranges::count(rows, true, &ArgumentRow::required));
  if (given.size() < required)
    return fail("", rows[given.size()].name + say(" is missing", " fehlt"), usage(*command_));
  const bool open_end = !rows.empty() && rows.back().repeatable;
  if (given.size() > rows.size() && !open_end)
    return fail("",
                "'" + quoted_for_message(given[rows.size()]) +
                    say("' is one argument too many", "' ist ein Argument zu viel"),
                usage(*command_));
  return true;
}

// Whether the option, where it is given, has one of the known values.
bool ArgumentsReading::take_one_of(const std::string& option, std::span<const std::string> known,
                                   std::string_view noun_en, std::string_view noun_de) {
  const auto at = general_.find(option);
  if (at == general_.end() || std::ranges::find(known, at->second.back()) != known.end()) return true;
  const std::string& value = at->second.back();
  return fail("--" + option,
              "'" + quoted_for_message(value) + say("' is no ", "' ist hier ") + say(noun_en, noun_de),
              did_you_mean(value, known, alternatives(known)));
}

bool ArgumentsReading::take_format() {
  Request& request = invocation_.request;
  if (command_ == nullptr) return true;
  if (!take_one_of("format", command_->formats, "format here", "kein Format")) return false;
  request.format_given = general_.contains("format");
  request.format = request.format_given ? general_["format"].back() : command_->formats.front();
  if (general_.contains("chart")) request.chart = general_["chart"].back();
  if (!request.chart.empty() && request.format_given)
    return fail("--chart", say("a picture has no --format", "ein Bild hat kein --format"),
                "--chart KEY --output FILE.svg");
  if (general_.contains("table") && request.format != "csv")
    return fail("--table", say("only CSV is one table", "nur CSV ist eine einzige Tabelle"),
                "--format csv --table KEY");
  return true;
}

bool ArgumentsReading::take_general_options() {
  static const std::vector<std::string> languages = {"en", "de"}, colours = {"auto", "always", "never"};
  if (!take_one_of("lang", languages, "language here", "keine Sprache") ||
      !take_one_of("colour", colours, "choice", "keine Wahl") || !take_format())
    return false;
  if (general_.contains("width")) {
    const std::string& text = general_["width"].back();
    int width = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
    if (error != std::errc() || end != text.data() + text.size() || width < kWidthMin || width > kWidthMax)
      return fail("--width", "'" + quoted_for_message(text) + say("' is no width", "' ist keine Breite"),
                  say("a whole number from ", "eine ganze Zahl von ") + std::to_string(kWidthMin) +
                      say(" to ", " bis ") + std::to_string(kWidthMax));
    invocation_.width = width;
  }
  const std::string colour = general_.contains("colour") ? general_["colour"].back() : "auto";
  invocation_.colour = colour == "always"  ? Colour::always
                       : colour == "never" ? Colour::never
                                           : Colour::automatic;
  invocation_.ascii = general_.contains("ascii");
  if (general_.contains("output")) invocation_.output = general_["output"].back();
  return take_form();
}

// A picture takes its form from the ending of the file.
bool ArgumentsReading::take_form() {
  AnswerForm& form = invocation_.form;
  form.format = invocation_.request.format;
  form.chart = invocation_.request.chart;
  if (general_.contains("table")) form.table = general_["table"].back();
  if (general_.contains("style")) form.style = general_["style"].back();
  if (!form.style.empty() && form.format != "docx")
    return fail("--style", say("only DOCX takes styles from a file", "nur DOCX nimmt Stile aus einer Datei"),
                "--format docx --style FILE.docx");
  if (form.chart.empty() || invocation_.output.empty()) return true;
  const std::size_t dot = invocation_.output.rfind('.');
  form.picture = dot == std::string::npos ? "" : invocation_.output.substr(dot + 1);
  if (form.picture == "svg" || form.picture == "png" || form.picture == "pdf") return true;
  return fail("--output",
              "'" + quoted_for_message(invocation_.output) + say("' is no picture", "' ist kein Bild"),
              say("a name that ends in .svg, .png or .pdf", "ein Name, der auf .svg, .png oder .pdf endet"));
}

}  // namespace

std::expected<Invocation, Misuse> read_arguments(std::span<const std::string> words,
                                                 std::span<const CommandRow> table,
                                                 std::string_view language) {
  return ArgumentsReading(words, table, language).read();
}

}  // namespace surety
