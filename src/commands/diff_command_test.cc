// Tests of diff and of assess --since: the sentence, figures old and new against two assessments, what is
// refused.
#include "commands/diff_command.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "commands/assess_command.h"
#include "exchange/case_file.h"
#include "exchange/case_toml_writer.h"

namespace surety {
namespace {

using Options = std::map<std::string, std::vector<std::string>>;

const std::string kCase = std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08";

Answer asked(const CommandRow& command, Options options, std::vector<std::string> arguments = {kCase},
             Language language = Language::en) {
  Request request;
  request.command = command.name;
  request.arguments = std::move(arguments);
  request.options = std::move(options);
  request.language = language;
  return command.run(request);
}

Document answered(const CommandRow& command, Options options, std::vector<std::string> arguments = {kCase},
                  Language language = Language::en) {
  Answer answer = asked(command, std::move(options), std::move(arguments), language);
  REQUIRE(answer.outcome == Outcome::answered);
  return std::get<Document>(std::move(answer.content));
}

const Table& table(const Document& document, const std::string& key) {
  const auto at = std::ranges::find(document.tables, key, &Table::key);
  REQUIRE(at != document.tables.end());
  return *at;
}

std::string first_strong(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph != nullptr && paragraph->strong)
      return paragraph->text;
  return "";
}

std::set<std::pair<std::string, std::string>> changes(const Document& document) {
  std::set<std::pair<std::string, std::string>> found;
  for (const Row& row : table(document, "changes").rows)
    found.emplace(std::get<std::string>(row.cells[0]), std::get<std::string>(row.cells[2]));
  return found;
}

// A copy of the case as a second analyst has it.
class OtherFile {
 public:
  explicit OtherFile(const Case& c)
      : path_(
            (std::filesystem::temp_directory_path() / ("surety-diff-" + std::to_string(::getpid()) + ".toml"))
                .string()) {
    std::ofstream(path_, std::ios::binary) << case_toml(c);
  }
  ~OtherFile() { std::filesystem::remove(path_); }
  OtherFile(const OtherFile&) = delete;
  OtherFile& operator=(const OtherFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("diff: figures old and new are those of two front answers, and rest on changed statements") {
  for (const char* from : {"2024-01-01", "2025-08-17", "2025-08-19", "2025-08-20"}) {
    CAPTURE(from);
    const Document diff = answered(diff_command(), {{"from", {from}}});
    const Document before = answered(assess_command(), {{"as-of", {from}}}),
                   now = answered(assess_command(), {});
    const auto changed_ids = changes(diff);
    std::set<std::string> changed_keys;
    for (const Row& row : table(diff, "figures_changed").rows) {
      const auto& key = std::get<std::string>(row.cells[0]);
      changed_keys.insert(key);
      const auto old = std::ranges::find(before.figures, key, &Figure::key),
                 later = std::ranges::find(now.figures, key, &Figure::key);
      CHECK(row.cells[1] == (old == before.figures.end() ? Value() : old->value));
      CHECK(row.cells[2] == (old == before.figures.end() ? Value() : old->low));
      CHECK(row.cells[5] == (later == now.figures.end() ? Value() : later->low));
      for (const std::string& id : std::get<std::vector<std::string>>(row.cells[8]))
        CHECK(std::ranges::any_of(changed_ids, [&](const auto& one) { return one.first == id; }));
    }
    for (const Figure& figure : now.figures) {
      const auto old = std::ranges::find(before.figures, figure.key, &Figure::key);
      const bool same = old != before.figures.end() && old->value == figure.value && old->low == figure.low &&
                        old->high == figure.high;
      const bool nothing = figure.value == Value() && figure.low == Value() && figure.high == Value();
      if (!(nothing && old == before.figures.end())) CHECK(changed_keys.contains(figure.key) == !same);
    }
  }
}

TEST_CASE("diff: what changed from the day before the talks, in both languages") {
  const Document diff = answered(diff_command(), {{"from", {"2025-08-17"}}, {"to", {"2025-08-18"}}});
  CHECK(changes(diff).contains({"S28", "superseded"}));
  CHECK(changes(diff).contains({"S27", "added"}));
  CHECK(first_strong(diff).starts_with("As before (17 Aug 2025), nothing contradicts"));
  const Document german = answered(diff_command(), {{"from", {"2025-08-17"}}}, {kCase}, Language::de);
  CHECK(first_strong(german).starts_with("Zuvor (17. August 2025): nichts widerspricht sich"));
  const Document same = answered(diff_command(), {{"from", {"2025-08-21,2025-08-21"}}});
  CHECK(first_strong(same).starts_with("Nothing changed from "));
  CHECK(changes(same).empty());
}

TEST_CASE("diff: two analysts are two files today: who judges what otherwise") {
  auto c = read_case(kCase);
  REQUIRE(c);
  for (Statement& s : c->statements) {
    if (s.id == "S51") s.likelihood = ProbabilityRange::exactly(.1, .2);
    if (s.id == "S66") s.status = StatementStatus::rejected;
  }
  const OtherFile other(*c);
  const Document diff = answered(diff_command(), {}, {kCase, other.path()});
  CHECK(changes(diff) ==
        std::set<std::pair<std::string, std::string>>{{"S51", "judged"}, {"S66", "retracted"}});
  CHECK(table(diff, "conflicts_changed").rows.size() == 1);  // S09 and S66 clash no more
  CHECK(first_strong(diff).find("conflicts 13 → 12") != std::string::npos);
}

TEST_CASE("diff: what is refused, with what was expected") {
  CHECK(asked(diff_command(), {}).outcome == Outcome::refused);
  CHECK(asked(diff_command(), {{"from", {"yesterday"}}}).faults.at(0).place.file == "--from");
  CHECK(asked(diff_command(), {{"from", {"2025-08-17,"}}}).outcome == Outcome::refused);
  CHECK(asked(diff_command(), {{"from", {"2025-08-17"}}, {"to", {"2025-08-17,2025-02-30"}}}).outcome ==
        Outcome::refused);
  CHECK(asked(diff_command(), {{"analyst", {"a,b"}}}).faults.at(0).place.file == "--analyst");
  CHECK(asked(diff_command(), {{"from", {"2025-08-17"}}, {"analyst", {"a,b,c"}}}).outcome ==
        Outcome::refused);
  const std::string elsewhere = std::string(SURETY_SOURCE_DIR) + "/cases/vaccine-pool";
  CHECK(asked(diff_command(), {}, {kCase, elsewhere}).outcome == Outcome::refused);
  CHECK(asked(diff_command(), {{"from", {"2025-08-17"}}}, {kCase + "/none"}).outcome == Outcome::refused);
}

TEST_CASE("assess --since: the tables of diff beside the front answer, a sentence behind the verdict") {
  const Document since = answered(assess_command(), {{"since", {"2025-08-19"}}}),
                 plain = answered(assess_command(), {}),
                 diff = answered(diff_command(), {{"from", {"2025-08-19"}}});
  CHECK(changes(since) == changes(diff));
  CHECK(since.tables.size() == plain.tables.size() + diff.tables.size());
  REQUIRE(since.figures.size() == plain.figures.size());
  for (std::size_t i = 0; i < since.figures.size(); ++i)
    CHECK(since.figures[i].value == plain.figures[i].value);
  CHECK(first_strong(since) == first_strong(plain));
  CHECK(std::get<Paragraph>(since.blocks[3]).text == first_strong(diff));
  CHECK(asked(assess_command(), {{"since", {"x"}}}).outcome == Outcome::refused);
}

TEST_CASE("assess --since: a proposed statement that is on today had no part before it was said") {
  auto c = read_case(kCase);
  REQUIRE(c);
  for (Statement& s : c->statements)
    if (s.id == "S64") s.status = StatementStatus::proposed;
  const OtherFile other(*c);
  const Document since =
      answered(assess_command(), {{"since", {"2025-08-19"}}, {"with", {"S64,A8"}}}, {other.path()});
  CHECK(changes(since).contains({"S64", "added"}));
}

TEST_CASE("diff: its figures count what its tables list") {
  const Document diff = answered(diff_command(), {{"from", {"2025-08-19"}}});
  for (const Figure& figure : diff.figures) {
    CAPTURE(figure.key);
    CHECK(figure.because.empty() == (figure.value == Value(std::int64_t{0})));
  }
  CHECK(diff.figures.front().key == "changes:added");
  CHECK(diff.figures.front().value == Value(std::int64_t{23}));
}

}  // namespace surety
