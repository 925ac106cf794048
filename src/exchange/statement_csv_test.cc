// The CSV of statements: variants that are read, every way in which it can be wrong, and round trips.
#include <doctest/doctest.h>

#include <string>

#include "base/heard_test.h"
#include "exchange/case_equality_test.h"
#include "exchange/case_file.h"
#include "exchange/random_case_test.h"
#include "exchange/statement_csv.h"
#include "model/case_check.h"

namespace surety {
namespace {

std::string shown(const Faults& faults) {
  std::string text;
  for (const Fault& f : heard(faults))
    text += std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + " " + f.message + "\n";
  return text;
}
std::string faults_of(const std::string& text) {
  const auto read = read_statement_csv(text, "s.csv");
  return read ? "" : shown(read.error());
}
std::vector<Statement> read(const std::string& text) {
  auto statements = read_statement_csv(text, "s.csv");
  if (!statements) MESSAGE(shown(statements.error()));
  REQUIRE(statements.has_value());
  return *std::move(statements);
}

// What the columns do not carry, taken away.
Statement carried(Statement s) {
  s.caveats.clear();
  s.outside.clear();
  if (s.evidence) s.evidence->quote.clear();
  const auto only = [](const Texts& texts, std::initializer_list<const char*> languages) {
    Texts kept;
    for (const char* language : languages)
      if (const auto at = texts.find(language); at != texts.end() && !at->second.empty()) kept.insert(*at);
    return kept;
  };
  if (const auto bare = s.gloss.find(""); bare != s.gloss.end()) s.gloss["en"] = bare->second;
  s.gloss = only(s.gloss, {"en", "de"});
  if (!s.note.contains("")) {
    const Texts note = only(s.note, {"en"});
    s.note = note.empty() ? Texts{} : Texts{{"", note.begin()->second}};
  }
  return s;
}

constexpr std::string_view kHeader = "id,kind,speaker,chain,claim\n";

}  // namespace

TEST_CASE("statement csv: separators, line ends, marks, quotes, order of columns") {
  const auto plain =
      read("id,kind,speaker,chain,note\nS1,event,FRA|GBR,a@2025-08-20|b,\"x, \"\"y\"\"\nz\"\n");
  const auto german = read(
      "\xEF\xBB\xBFnote;speaker;kind;id;chain\r\n\"x, \"\"y\"\"\nz\";FRA | GBR; event "
      ";S1;a@2025-08-20|b\r\n\r\n");
  REQUIRE(plain.size() == 1);
  REQUIRE(german.size() == 1);
  CHECK(same(plain[0], german[0]));
  CHECK(plain[0].note == Texts{{"", "x, \"y\"\nz"}});
  CHECK(plain[0].speakers == std::vector<std::string>{"FRA", "GBR"});
  CHECK(plain[0].chain == std::vector<ChainLink>{{"a", Date::parse("2025-08-20")}, {"b", {}}});
  CHECK(plain[0].at == Place{"s.csv", 2, 1});
  CHECK(read("id,kind,speaker,chain\nS1,event,FRA,a").size() == 1);  // no line break at the end
  CHECK(read(std::string(kHeader)).empty());
}

TEST_CASE("statement csv: every column") {
  const auto all = read(
      "id,kind,speaker,holder,addressee,chain,said_from,said_to,effective_from,effective_to,claim,if,state,"
      "modality,likelihood_low,"
      "likelihood_high,credibility,goal,supersedes,gloss_en,gloss_de,source,start,end,status,note\n"
      "S1,pledge,FRA,FRA,UKR|RUS,a,2025-08-19,2025-08-20,2025-09-01,,troops(by "
      "FRA)>=5,ceasefire,ready,insists,0.5,0.75,2,TRUE,S0|S2, =1+1 ,"
      "-zwei,art,3,9,proposed,@x\n");
  const Statement& s = all.at(0);
  CHECK(s.kind == StatementKind::pledge);
  CHECK(s.addressees == std::vector<std::string>{"UKR", "RUS"});
  CHECK(s.said == DateRange{Date::parse("2025-08-19"), Date::parse("2025-08-20")});
  CHECK(s.effective == DateRange{Date::parse("2025-09-01"), {}});
  CHECK(print_claim(s.claim->claim) == "troops(by FRA) >= 5");
  CHECK(s.claim->at.column == 63);
  CHECK(s.state == PledgeState::ready);
  CHECK(s.likelihood == ProbabilityRange::exactly(.5, .75));
  CHECK(s.goal);
  CHECK(s.gloss.at("en") == " =1+1 ");
  CHECK(s.evidence == Evidence{"art", 3, 9, ""});
  CHECK(s.status == StatementStatus::proposed);
  CHECK(statement_csv(all).find(",\" =1+1 \",-zwei,art,3,9,proposed,@x\n") != std::string::npos);
}

TEST_CASE("statement csv: faults of the header") {
  CHECK(faults_of("") == "1:1 there is no header\n");
  CHECK(faults_of("id,kind,spekaer,chain\n") ==
        "1:1 the header lacks the column 'speaker'\n1:9 unknown column 'spekaer'\n");
  CHECK(faults_of("id,id,kind,speaker,source\n") == "1:4 the column 'id' stands twice\n");
  CHECK(faults_of("id;kind;speaker\n") ==
        "1:1 the header has neither the column 'chain' nor the column 'source'\n");
  CHECK(faults_of("\xFFid\n") == "1:1 the text is not valid UTF-8 from here on\n");
}

TEST_CASE("statement csv: faults of cells, with line and column") {
  const std::string h(kHeader);
  CHECK(faults_of(h + "S1,event,FRA\n") == "2:1 the line has 3 cells and the header 5\n");
  CHECK(faults_of(h + ",event,FRA,a,\n") == "2:1 id: the cell is empty\n");
  CHECK(faults_of(h + "S1,evnt,FRA,a,\n") == "2:4 kind: unknown kind 'evnt'\n");
  CHECK(faults_of(h + "S1,event,FRA||GBR,a,\n") == "2:10 speaker: an empty entry in a list\n");
  CHECK(faults_of(h + "S1,event,FRA,a@yesterday,\n") == "2:14 chain: 'yesterday' is no date\n");
  CHECK(faults_of(h + "S1,event,FRA,a,\"us_role <=\"\n").starts_with("2:"));
  CHECK(faults_of(h + "S1,event,FRA,a,us_role ? x\n").starts_with("2:24 claim: "));
  CHECK(faults_of(h + "S1,event,FRA,a,\"open\nS2,event,FRA,a,\n") ==
        "2:17 the quote that opens this cell is never closed\n");
  CHECK(faults_of(h + "S1,event,FRA,a,\"x\"y\n").starts_with("2:19 there is text behind the closing quote"));
  CHECK(faults_of(h + "S1,ev\"ent,FRA,a,\n").starts_with("2:6 a quote inside a cell without quotes"));
  CHECK(faults_of(h + "S1,event,FR\rA,a,\n").starts_with("2:12 a carriage return"));
  const std::string g = "id,kind,speaker,chain,";
  CHECK(faults_of(g + "said_from\nS1,event,FRA,a,21.08.2025\n") ==
        "2:16 said_from: '21.08.2025' is no date\n");
  CHECK(faults_of(g + "likelihood_low;\n").find("unknown column") != std::string::npos);
  CHECK(faults_of(g + "likelihood_low,likelihood_high\nS1,event,FRA,a,\"0,5\",1\n") ==
        "2:17 likelihood_low: '0,5' is no likelihood\n");
  CHECK(faults_of(g + "likelihood_low,likelihood_high\nS1,event,FRA,a,0.5,\n") ==
        "2:16 likelihood_low: the other end of the likelihood is missing\n");
  CHECK(faults_of(g + "likelihood_low,likelihood_high\nS1,event,FRA,a,0.5,0.4\n") ==
        "2:16 likelihood_low: the low end of the likelihood lies above its high end\n");
  CHECK(faults_of(g + "credibility\nS1,event,FRA,a,7\n") == "2:16 credibility: '7' is no credibility\n");
  CHECK(faults_of(g + "credibility\nS1,event,FRA,a,B\n") == "2:16 credibility: 'B' is no such number\n");
  CHECK(faults_of(g + "goal\nS1,event,FRA,a,ja\n") == "2:16 goal: 'ja' is neither true nor false\n");
  CHECK(faults_of(g + "start\nS1,event,FRA,a,5\n") == "2:16 start: a place in a source that is not named\n");
  CHECK(faults_of(g + "status\nS1,event,FRA,a,acepted\nS2,event,FRA,a,x\n") ==
        "2:16 status: unknown status 'acepted'\n3:16 status: unknown status 'x'\n");
}

TEST_CASE("statement csv: out and in again") {
  constexpr std::uint64_t kSeed = 20250821;
  MESSAGE("seed ", kSeed);
  for (std::uint64_t i = 0; i < 300; ++i) {
    CAPTURE(kSeed + i);
    const Case c = RandomCase(kSeed + i).make();
    const std::string text = statement_csv(c.statements);
    INFO(text);
    const auto again = read(text);
    REQUIRE(again.size() == c.statements.size());
    for (std::size_t k = 0; k < again.size(); ++k) CHECK(same(again[k], carried(c.statements[k])));
    CHECK(statement_csv(again) == text);
  }
}

TEST_CASE("statement csv: into a case") {
  auto c = read_case(SURETY_SOURCE_DIR "/cases/ukraine-2025-08");
  REQUIRE(c.has_value());
  const Case before = *c;
  // What is there already changes nothing.
  CHECK(shown(merge_statements(*c, read(statement_csv(c->statements)))) == "");
  CHECK(difference(before, *c) == "");
  const std::string id = c->statements.front().id, source = c->sources.front().id;
  const std::string header = "id,kind,speaker,source,claim\n";
  CHECK(shown(merge_statements(*c, read(header + "N1,event,FRA," + source + ",\n"))) == "");
  REQUIRE(c->statements.size() == before.statements.size() + 1);
  CHECK(c->statements.back().at == Place{"s.csv", 2, 1});
  c = before;
  const std::string other = shown(merge_statements(*c, read(header + id + ",event,FRA," + source + ",\n")));
  CHECK(other.starts_with("2:1 statement '" + id + "' is there already with other content ("));
  CHECK(shown(merge_statements(*c,
                               read(header + "N1,event,FRA," + source + ",\nN1,plan,FRA," + source + ",\n")))
            .find("'N1' is there already") != std::string::npos);
  CHECK(shown(merge_statements(*c, read(header + "N1,event,NOBODY," + source + ",\n"))) ==
        "2:1 statement 'N1': unknown actor 'NOBODY' in 'speaker'\n");
  CHECK(shown(merge_statements(*c, read(header + "N1,event,FRA," + source + ",nothing = here\n")))
            .starts_with("2:"));
  CHECK(difference(before, *c) == "");
}

}  // namespace surety
