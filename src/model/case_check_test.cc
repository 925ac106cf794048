// The case check without a file behind it: cases built by hand, keys that could not be read, and advice.
#include <doctest/doctest.h>

#include <string>

#include "base/heard_test.h"
#include "model/case_check.h"
#include "model/random_claim.h"

namespace surety {
namespace {

Claim claim(const std::string& text) {
  auto parsed = parse_claim(text);
  REQUIRE(parsed.has_value());
  return *std::move(parsed);
}

Case sound_case() {
  Case c = claim_case();
  c.reference_date = Date::parse("2025-08-21");
  Source source;
  source.id = "article";
  c.sources.push_back(source);
  c.actors.back().members = {{"FRA", {}, {}}, {"GBR", {}, {}}};
  return c;
}

Statement& add(Case& c, const std::string& id, StatementKind kind, const std::string& text,
               const char* said) {
  Statement s;
  s.id = id;
  s.kind = kind;
  s.speakers = {"FRA"};
  s.chain = {{"article", {}}};
  s.claim = WrittenClaim{claim(text), {"case", static_cast<int>(c.statements.size()) + 1, 1}};
  s.said = DateRange{Date::parse(said), Date::parse(said)};
  c.statements.push_back(std::move(s));
  return c.statements.back();
}

std::string shown(const Faults& faults) {
  std::string text;
  for (const Fault& f : heard(faults)) text += f.message + " [" + f.expected + "]\n";
  return text;
}

}  // namespace

TEST_CASE("case check: a sound case") {
  CHECK(shown(case_faults(sound_case())) == "");
  CHECK(shown(case_warnings(sound_case())) == "");
}

TEST_CASE("case check: faults name their table where no file tells the place") {
  Case c = sound_case();
  add(c, "S1", StatementKind::demand, "us_role = lead", "2025-08-20").holders = {"nobody"};
  c.statements.back().at = {"ledger", 7, 0};
  const Faults faults = heard(case_faults(c));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].place == Place{"ledger", 7, 0});
  CHECK(faults[0].message == "statement 'S1': unknown actor 'nobody' in 'holder'");
}

TEST_CASE("case check: what follows from an unreadable key is no fault") {
  Case c = sound_case();
  add(c, "S1", StatementKind::demand, "us_role = lead", "2025-08-20").chain.clear();
  CHECK(case_faults(c).size() == 1);
  const KeyPlace chain_unreadable = [](const Place& table, std::string_view key, int) {
    return key == "chain" ? std::nullopt : std::optional(table);
  };
  CHECK(shown(case_faults(c, chain_unreadable)) == "");
}

TEST_CASE("case check: a long chain of superseding is no circle and needs no recursion") {
  Case c = sound_case();
  for (int i = 0; i < 5000; ++i) {
    Statement& s = add(c, "T" + std::to_string(i), StatementKind::demand, "us_role = lead", "2025-08-20");
    if (i > 0) s.supersedes = {"T" + std::to_string(i - 1)};
  }
  CHECK(shown(case_faults(c)) == "");
  c.statements.front().supersedes = {"T4999"};
  const Faults faults = heard(case_faults(c));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message.find("... > T0") != std::string::npos);
}

TEST_CASE("case check: a refusal that ends a pledge without saying so") {
  Case c = sound_case();
  add(c, "P", StatementKind::pledge, "ground_troops(by FRA, in UKR, as combat) = 5000", "2025-08-10");
  add(c, "R", StatementKind::refusal, "ground_troops(by ten, in UKR) = 0", "2025-08-20");
  CHECK(shown(case_warnings(c)) ==
        "statement 'R': it refuses what 'P' pledged before and does not supersede it [supersedes = [\"P\"], "
        "if it takes the pledge back]\n");
  c.statements.back().supersedes = {"P"};
  CHECK(shown(case_warnings(c)) == "");
  c.statements.back().supersedes.clear();
  c.statements.back().said = DateRange{Date::parse("2025-08-01"), {}};
  CHECK(shown(case_warnings(c)) == "");
  c.statements.back().said = DateRange{Date::parse("2025-08-20"), {}};
  c.statements.back().claim->claim = claim("ground_troops(by FRA, in POL) = 0");
  CHECK(shown(case_warnings(c)) == "");
}

TEST_CASE("case check: group totals that overlap") {
  Case c = sound_case();
  add(c, "P1", StatementKind::pledge, "ground_troops(by FRA + GBR) = 5000", "2025-08-10");
  add(c, "P2", StatementKind::pledge, "ground_troops(by GBR + USA) = 5000", "2025-08-10");
  add(c, "P3", StatementKind::pledge, "ground_troops(by ten + USA) = 9000", "2025-08-10");
  const std::string advice = shown(case_warnings(c));
  CHECK(advice.find("statement 'P2': its total of 'ground_troops' and that of 'P1' share members") !=
        std::string::npos);
  CHECK(advice.find("P3") == std::string::npos);
}

TEST_CASE("case check: not ... by each") {
  Case c = sound_case();
  add(c, "S", StatementKind::demand, "not ground_troops(by each ten) > 0", "2025-08-10");
  CHECK(case_warnings(c).size() == 1);
}

}  // namespace surety
