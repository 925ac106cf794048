// Tests of the command statements and of the words for a statement: filters, the contract's columns, why not
// current.
#include "commands/statements_command.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "commands/statement_record.h"
#include "exchange/case_file.h"
#include "report/text_writer.h"

namespace surety {
namespace {

using Options = std::map<std::string, std::vector<std::string>>;

Answer asked(Options options, Language language = Language::en) {
  Request request;
  request.command = "statements";
  request.arguments = {std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08"};
  request.options = std::move(options);
  request.language = language;
  return statements_command().run(request);
}

const Table& statement_rows(const Answer& answer) {
  return std::get<Document>(answer.content).tables.front();
}

std::set<std::string> ids(const Answer& answer) {
  std::set<std::string> found;
  for (const Row& row : statement_rows(answer).rows) found.insert(std::get<std::string>(row.cells[0]));
  return found;
}

TEST_CASE("statements: the columns of the contract, every statement a row, each its own because") {
  const Answer answer = asked({});
  const Table& table = statement_rows(answer);
  std::vector<std::string> keys;
  for (const Column& column : table.columns) keys.push_back(column.key);
  CHECK(keys == std::vector<std::string>{"id", "kind", "speaker", "holder", "chain", "said", "claim", "if",
                                         "state", "modality", "likelihood_low", "likelihood_high", "current",
                                         "credibility", "provenance", "provenance_class"});
  const auto c = read_case(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  REQUIRE(c);
  CHECK(table.rows.size() == c->statements.size());
  for (const Row& row : table.rows) {
    CHECK(row.because == Because{std::get<std::string>(row.cells[0])});
    CHECK(std::holds_alternative<std::string>(row.cells[8]) == (row.cells[1] == Value("pledge")));
  }
}

TEST_CASE("statements: filters narrow, and all of them must fit") {
  const std::set<std::string> all = ids(asked({}));
  const std::set<std::string> found = ids(asked({{"find", {"SOLDATEN"}}}));
  CHECK(found.contains("S51"));
  CHECK(found.size() < all.size());
  CHECK(ids(asked({{"find", {"s51"}}})) == std::set<std::string>{"S51"});
  CHECK(ids(asked({{"kind", {"pledge"}}, {"holder", {"FRA,DEU"}}, {"find", {"S51"}}})) ==
        std::set<std::string>{"S51"});
  CHECK(ids(asked({{"kind", {"demand"}}, {"find", {"S51"}}})).empty());
  CHECK(ids(asked({{"holder", {"GBR"}}, {"find", {"S51"}}})).empty());
  CHECK_FALSE(ids(asked({{"current", {""}}, {"without", {"S51"}}})).contains("S51"));
  CHECK(ids(asked({{"find", {"no such text"}}})).empty());
}

TEST_CASE("statements: an unknown kind or holder is refused with a near word") {
  const Answer answer = asked({{"kind", {"pldge"}}, {"holder", {"XYZXYZ"}}}, Language::de);
  CHECK(answer.outcome == Outcome::refused);
  REQUIRE(answer.faults.size() == 2);
  CHECK(answer.faults[0].expected == "war gemeint: pledge?");
}

TEST_CASE("statements: tables are the same in both languages, assumptions among them") {
  const auto english = std::get<Document>(asked({}).content),
             german = std::get<Document>(asked({}, Language::de).content);
  REQUIRE(english.tables.size() == 3);
  for (std::size_t t = 0; t < 3; ++t) {
    REQUIRE(english.tables[t].rows.size() == german.tables[t].rows.size());
    for (std::size_t r = 0; r < english.tables[t].rows.size(); ++r)
      CHECK(english.tables[t].rows[r].cells == german.tables[t].rows[r].cells);
  }
  CHECK(english.tables[1].key == "assumptions");
  CHECK(english.tables[1].rows.back().cells[0] == Value("unnamed:ten"));
}

TEST_CASE("statement records: why a statement does not count") {
  auto c = read_case(std::string(SURETY_SOURCE_DIR) + "/cases/ukraine-2025-08");
  REQUIRE(c);
  const auto index = [&](const std::string& id) {
    return static_cast<int>(std::ranges::find(c->statements, id, &Statement::id) - c->statements.begin());
  };
  const auto statement = [&](const std::string& id) -> Statement& {
    return c->statements[static_cast<std::size_t>(index(id))];
  };
  statement("S51").status = StatementStatus::proposed;
  statement("S52").state = PledgeState::withdrawn;
  statement("S60").supersedes = {"S59"};
  statement("S64").effective = DateRange{std::nullopt, Date::from(2025, 8, 20)};
  const Standing standing =
      standing_of(std::make_shared<const Case>(*c), {*c->reference_date, *c->reference_date});
  const auto why = [&](const std::string& id) { return why_not_current(standing, index(id), Language::en); };
  CHECK(why("S03").empty());
  CHECK(why("S51") == "proposed, not accepted yet");
  CHECK(why("S52") == "withdrawn");
  CHECK(why("S59") == "superseded by S60");
  CHECK(why("S64") == "in force until 20 Aug 2025");
  const std::vector<std::string> off = {"S03"};
  CHECK(why_not_current(without(standing, off), index("S03"), Language::de) == "abgeschaltet");
}

TEST_CASE("statement records: dates and likelihoods in words") {
  Statement s;
  CHECK(said_cell(s) == Value());
  s.said = DateRange{Date::from(2025, 8, 1), std::nullopt};
  CHECK(said_cell(s) == Value("2025-08-01/"));
  s.said->to = Date::from(2025, 8, 20);
  CHECK(said_cell(s) == Value("2025-08-01/2025-08-20"));
  s.said->from = s.said->to;
  CHECK(said_cell(s) == Value("2025-08-20"));
  CHECK(likelihood_text(ProbabilityRange::exactly(.55, .80), Language::en).starts_with("likely ("));
  CHECK(likelihood_text(ProbabilityRange::exactly(.95, .99), Language::de).starts_with("fast sicher ("));
  CHECK(likelihood_text(ProbabilityRange::exactly(.20, .55), Language::en)
            .starts_with("unlikely to roughly even chance ("));
  CHECK(likelihood_text(ProbabilityRange::exactly(0, 0), Language::en).starts_with("almost no chance ("));
  CHECK(likelihood_text(ProbabilityRange::exactly(.8, .8), Language::en).starts_with("likely ("));
}

}  // namespace
}  // namespace surety
