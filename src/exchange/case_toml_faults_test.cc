// Every fault of a case file by name: its message, line, column and what was expected, and no fault that
// merely follows.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "exchange/case_toml.h"

namespace surety {
namespace {

// One of everything, without a fault; the rows below append to it.
constexpr std::string_view kSound = R"([case]
id = "test"
reference_date = 2025-08-21
[[actor]]
id = "FRA"
kind = "state"
[[actor]]
id = "GBR"
kind = "state"
[[actor]]
id = "ten"
kind = "group"
members = ["FRA", "GBR"]
[[place]]
id = "UKR"
[[role]]
id = "trainers"
[[capability]]
id = "troops"
unit = "soldiers"
[[capability]]
id = "jets"
[[capability]]
id = "aid"
unit = "EUR"
money = true
[[issue]]
id = "us_role"
options = ["none", "minimal", "lead"]
[[issue]]
id = "veto"
options = ["none_at_all", "any"]
ordered = false
[[issue]]
id = "approval"
scale = [0, 100]
[[factor]]
id = "ceasefire"
likelihood = 0.5
[[source]]
id = "article"
date = 2025-08-21
[[statement]]
id = "S1"
kind = "pledge"
speaker = "FRA"
chain = ["article"]
claim = "troops(by FRA) = 5000"
said = 2025-08-20
[[statement]]
id = "S2"
kind = "refusal"
speaker = "GBR"
chain = ["article"]
claim = "troops(by GBR) = 0"
[[assumption]]
id = "A1"
claim = "if ceasefire then us_role > none"
[[counting_rule]]
id = "rule"
default = true
)";

Faults faults_of(const std::string& text) {
  const TomlText file{"case.toml", text};
  auto c = case_of_toml(std::span(&file, 1), "case.toml");
  return c ? Faults{} : std::move(c).error();
}

std::string shown(const Faults& faults) {
  std::string text;
  for (const Fault& f : faults)
    text += std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + " " + f.message + " [" +
            f.expected + "]\n";
  return text;
}

// A text appended to kSound, and its only fault: line within the text, column, parts of message and
// expectation.
struct Row {
  std::string text;
  int line, column;
  std::string message, expected;
};

void check_rows(const std::vector<Row>& rows) {
  const int lines = static_cast<int>(std::ranges::count(kSound, '\n'));
  for (const Row& row : rows) {
    const Faults faults = faults_of(std::string(kSound) + row.text);
    INFO(row.text, "\n", shown(faults));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == Place{"case.toml", lines + row.line, row.column});
    CHECK(faults[0].message.find(row.message) != std::string::npos);
    CHECK(faults[0].expected.find(row.expected) != std::string::npos);
  }
}

// A sound statement with these further lines (the first is line 6).
std::string statement(const std::string& more) {
  return "[[statement]]\nid = \"S3\"\nkind = \"position\"\nspeaker = \"FRA\"\nchain = [\"article\"]\n" +
         more + "\n";
}
std::string pledge(const std::string& claim) {
  return "[[statement]]\nid = \"S3\"\nkind = \"pledge\"\nspeaker = \"FRA\"\nchain = [\"article\"]\nclaim = "
         "\"" +
         claim + "\"\n";
}

}  // namespace

TEST_CASE("case toml faults: the sound case has none") { CHECK(shown(faults_of(std::string(kSound))) == ""); }

TEST_CASE("case toml faults: keys, tables and types") {
  check_rows({
      {statement("superseeds = [\"S1\"]"), 6, 1, "unknown key 'superseeds' in [[statement]]",
       "did you mean 'supersedes'?"},
      {statement("zzzzzzz = 1"), 6, 1, "unknown key 'zzzzzzz'", "one of: id, kind"},
      {"[[statment]]\nid = \"x\"\n", 1, 1, "unknown table 'statment'", "did you mean 'statement'?"},
      {"[roles]\nid = \"x\"\n", 1, 1, "unknown table 'roles'", "did you mean 'role'?"},
      {"[rotation]\nid = \"x\"\n", 1, 1, "'rotation' is a table", "[[rotation]]"},
      {statement("goal = \"yes\""), 6, 8, "'goal' is a text", "true or false"},
      {statement("note = 5"), 6, 8, "'note' is a whole number", "a text"},
      {statement("modality = 5.5"), 6, 12, "'modality' is a number", "a text"},
      {statement("supersedes = \"S1\""), 6, 14, "'supersedes' is a text", "a list of texts"},
      {statement("holder = { id = \"FRA\" }"), 6, 10, "'holder' is a table", "an id or a list of ids"},
      {statement("holder = [\"FRA\", 5]"), 6, 18, "this is a whole number", "a text"},
      {statement("caveat = \"x\""), 6, 10, "'caveat' is a text", "a list of texts"},
      {statement("gloss = { EN = \"x\" }"), 6, 11, "'EN' is no code of a language", "en or de"},
      {statement("gloss = { en = 5 }"), 6, 16, "'en' is a whole number", "a text"},
      {"[[role]]\nname = \"x\"\n", 1, 1, "[[role]] lacks the key 'id'", "'id = ...'"},
      {"[[factor]]\nid = \"f\"\n", 1, 1, "[[factor]] 'f' lacks the key 'likelihood'", "likelihood"},
      {"[[statement]]\nid = \"S3\"\nkind = \"position\"\nchain = [\"article\"]\n", 1, 1,
       "[[statement]] 'S3' lacks the key 'speaker'", "speaker"},
      {"[[assumption]]\nid = \"A2\"\n", 1, 1, "[[assumption]] 'A2' lacks the key 'claim'", "claim"},
      {"[[actor]]\nid = \"USA\"\n", 1, 1, "[[actor]] 'USA' lacks the key 'kind'", "kind"},
      {"[[actor]]\nid = \"USA\"\nkind = \"country\"\n", 3, 8, "unknown kind 'country'",
       "one of: state, person"},
      {"[[actor]]\nid = \"USA\"\nkind = \"organization\"\n", 3, 8, "unknown kind 'organization'",
       "did you mean 'organisation'?"},
      {"[[statement]]\nid = \"S3\"\nkind = \"pleged\"\nspeaker = \"FRA\"\nchain = [\"article\"]\n", 3, 8,
       "unknown kind 'pleged'", "did you mean 'pledge'?"},
      {statement("status = \"acepted\""), 6, 10, "unknown status 'acepted'", "did you mean 'accepted'?"},
      {statement("state = \"firm\""), 6, 9, "unknown state 'firm'", "one of: reported_option"},
      {"[[source]]\nid = \"b\"\nreliability = \"G\"\n", 3, 15, "unknown reliability 'G'", "\"A\""},
  });
}

TEST_CASE("case toml faults: dates, numbers and likelihoods") {
  check_rows({
      {statement("said = \"2025-08-21\""), 6, 8, "'said' is a date in quotes", "without quotes"},
      {statement("said = \"yesterday\""), 6, 8, "'said' is a text", "a date such as 2025-08-21"},
      {statement("said = 2025-08-21T10:00:00"), 6, 8, "'said' is a time of day", "a date such as 2025-08-21"},
      {statement("said = 0000-08-21"), 6, 8, "no day that counts here", "0001"},
      {statement("said = {}"), 6, 8, "'said' has neither end", "from"},
      {statement("said = { form = 2025-08-21 }"), 6, 10, "unknown key 'form'", "did you mean 'from'?"},
      {statement("said = { from = 2025-08-22, to = 2025-08-21 }"), 6, 8,
       "'said' ends on 2025-08-21, before it begins on 2025-08-22", "from <= to"},
      {statement("effective = { from = 2025-08-22, to = 2025-08-21 }"), 6, 13,
       "'effective' ends on 2025-08-21", "from <= to"},
      {statement("likelihood = 1.2"), 6, 14, "a likelihood lies between 0 and 1", "0 to 1"},
      {statement("likelihood = nan"), 6, 14, "a likelihood lies between 0 and 1", "0 to 1"},
      {statement("likelihood = \"high\""), 6, 14, "'likelihood' is a text", "{ low = ..., high = ... }"},
      {statement("likelihood = { low = 0.6, high = 0.5 }"), 6, 22, "lies above its high end", "low <= high"},
      {statement("likelihood = { low = 0.6 }"), 6, 14, "has no 'high'", "high"},
      {statement("likelihood = { low = 0.1, hi = 0.6, high = 0.6 }"), 6, 27, "unknown key 'hi'", "high"},
      {statement("credibility = 7"), 6, 15, "'credibility' is 7", "1 to 6"},
      {statement("credibility = \"B\""), 6, 15, "'credibility' is a text", "1 to 6"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\npopulation = -5\n", 4, 14, "'population' is negative",
       "0 or more"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\ngdp = inf\n", 4, 7, "'gdp' is no finite number",
       "a number"},
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nunnamed_members = -1\n", 4, 19,
       "'unnamed_members' is negative", "0 or more"},
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nunnamed_members = \"six\"\n", 4, 19,
       "'unnamed_members' is a text", "\"unknown\""},
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nunnamed_members = 10001\n", 4, 19,
       "more than 10000 unnamed members", "10000"},
      {"[[exchange_rate]]\nfrom = \"EUR\"\nto = \"USD\"\nrate = 1.16\n", 4, 8,
       "'rate' is a number without quotes", "\"1.1634\""},
  });
}

TEST_CASE("case toml faults: names that nothing bears") {
  check_rows({
      {statement("holder = \"FRAU\""), 6, 10, "unknown actor 'FRAU' in 'holder'", "did you mean 'FRA'?"},
      {statement("holder = [\"FRA\", \"GRB\"]"), 6, 18, "unknown actor 'GRB' in 'holder'",
       "did you mean 'GBR'?"},
      {statement("addressee = \"nobody\""), 6, 13, "unknown actor 'nobody' in 'addressee'",
       "a declared actor"},
      {"[[statement]]\nid = \"S3\"\nkind = \"event\"\nspeaker = \"FR\"\nchain = [\"article\"]\n", 4, 11,
       "unknown actor 'FR' in 'speaker'", ""},
      {"[[statement]]\nid = \"S3\"\nkind = \"event\"\nspeaker = \"FRA\"\nchain = [\"GBR\", { id = "
       "\"artikle\", date = 2025-08-20 }]\n",
       5, 17, "unknown source or actor 'artikle' in 'chain'", "did you mean 'article'?"},
      {statement("evidence = { source = \"artikel\" }"), 6, 12, "unknown source 'artikel' in 'evidence'",
       "did you mean 'article'?"},
      {statement("modality = \"insist\""), 6, 12, "unknown modality 'insist'", "did you mean 'insists'?"},
      {statement("supersedes = [\"S1\", \"S9\"]"), 6, 21, "unknown statement 'S9' in 'supersedes'", ""},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nacts_for = \"FRANCE\"\n", 4, 12,
       "unknown actor 'FRANCE' in 'acts_for'", ""},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nmember_of = [\"tenn\"]\n", 4, 14,
       "unknown actor 'tenn' in 'member_of'", "did you mean 'ten'?"},
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nmembers = [{ actor = \"FRAN\" }]\n", 4, 12,
       "unknown actor 'FRAN' in 'members'", "did you mean 'FRA'?"},
      {"[[place]]\nid = \"KYIV\"\nwithin = \"UKRA\"\n", 3, 10, "unknown place 'UKRA' in 'within'",
       "did you mean 'UKR'?"},
      {"[[counting_rule]]\nid = \"r\"\nroles_excluded = [\"trainer\"]\n", 3, 19, "unknown role 'trainer'",
       "did you mean 'trainers'?"},
      {"[[counting_rule]]\nid = \"r\"\nrespect = [\"S22\"]\n", 3, 12, "unknown statement 'S22' in 'respect'",
       "did you mean"},
      {"[[burden_key]]\nid = \"b\"\nshares = { FRA = 1, GER = 2 }\n", 3, 27,
       "unknown actor 'GER' in 'shares'", ""},
  });
}

TEST_CASE("case toml faults: claims, at their place in the text") {
  check_rows({
      {statement("claim = \"us_role <= \""), 6, 21, "", ""},
      {statement("claim = \"us_role <= any\""), 6, 21, "'any' is an option of 'veto', not of 'us_role'", ""},
      {statement("claim = 'us_roll <= minimal'"), 6, 10, "nothing is called 'us_roll'",
       "did you mean 'us_role'?"},
      {statement("claim = \"veto < any\""), 6, 10, "the options of 'veto' have no order", "'='"},
      {statement("claim = \"approval = 101\""), 6, 21, "outside the scale", "0 to 100"},
      {statement("claim = \"trops(by FRA) = 5\""), 6, 10, "nothing is called 'trops'",
       "did you mean 'troops'?"},
      {statement("claim = \"troops(by FRAN) = 5\""), 6, 20, "nothing is called 'FRAN'",
       "did you mean 'FRA'?"},
      {statement("claim = \"troops(in UKRA) = 5\""), 6, 20, "nothing is called 'UKRA'",
       "did you mean 'UKR'?"},
      {statement("claim = \"troops(as trainer) = 5\""), 6, 20, "nothing is called 'trainer'",
       "did you mean 'trainers'?"},
      {statement("claim = \"troops() in 5..3\""), 6, 22, "ends below its beginning", "3..5"},
      {statement("claim = \"jets() = 5\""), 6, 19, "has no unit", "> 0"},
      {statement("claim = \"troops() = 5 planes\""), 6, 23, "", "soldiers"},
      {statement("claim = \"aid() = 5 USD\""), 6, 20, "", ""},
      {statement("claim = \"troops() = 5.5\""), 6, 21, "", ""},
      {statement("if = \"ceasefires\"\nclaim = \"us_role = lead\""), 6, 7, "nothing is called 'ceasefires'",
       "did you mean 'ceasefire'?"},
      {statement("claim = \"\"\"us_role <=\n minimals\"\"\""), 6, 9, "", ""},
      {pledge("us_role = lead"), 6, 10, "", ""},
      {pledge("troops() = 5 or troops() = 6"), 6, 10, "", ""},
      {statement("if = \"ceasefire\""), 1, 1, "statement 'S3': it has an 'if' and no claim", "claim"},
      {"[[assumption]]\nid = \"A2\"\nclaim = \"us_role = leed\"\n", 3, 20, "'leed' is no option of 'us_role'",
       "did you mean 'lead'?"},
  });
}

TEST_CASE("case toml faults: ids") {
  check_rows({
      {"[[issue]]\nid = \"troops\"\noptions = [\"a\"]\n", 2, 6,
       "issue 'troops': the id is taken by the capability", ""},
      {"[[factor]]\nid = \"us_role\"\nlikelihood = 0\n", 2, 6,
       "factor 'us_role': the id is taken by the issue at case.toml:27", "an id of its own"},
      {"[[actor]]\nid = \"FRA\"\nkind = \"state\"\n", 2, 6, "the id is taken by the actor at case.toml:4",
       ""},
      {"[[statement]]\nid = \"A1\"\nkind = \"event\"\nspeaker = \"FRA\"\nchain = [\"article\"]\n", 2, 6,
       "statement", ""},
      {"[[place]]\nid = \"UKR\"\n", 2, 6, "taken by the place", ""},
      {"[[role]]\nid = \"trainers\"\n", 2, 6, "taken by the role", ""},
      {"[[source]]\nid = \"article\"\n", 2, 6, "taken by the source", ""},
      {"[[counting_rule]]\nid = \"rule\"\n", 2, 6, "taken by the counting rule", ""},
      {"[[actor]]\nid = \"others\"\nkind = \"state\"\n", 2, 6, "the id 'others' belongs to the program", ""},
      {"[[actor]]\nid = \"the-USA\"\nkind = \"state\"\n", 2, 6, "not well formed", "letters, digits and _"},
      {"[[issue]]\nid = \"and\"\noptions = [\"a\"]\n", 2, 6, "not well formed", "claim language"},
      {"[[role]]\nid = \"\"\n", 2, 6, "the id is empty", ""},
      {"[[source]]\nid = \"a b\"\n", 2, 6, "not well formed", "white space"},
      {"[[assumption]]\nid = \"A,2\"\nclaim = \"ceasefire\"\n", 2, 6, "not well formed", "comma"},
      {"[[assumption]]\nid = \"unnamed:ten\"\nclaim = \"ceasefire\"\n", 2, 6,
       "ids that begin with 'unnamed:'", "another id"},
  });
}

TEST_CASE("case toml faults: shapes") {
  check_rows({
      {"[[issue]]\nid = \"x\"\n", 1, 1, "issue 'x': it has neither options nor a scale", "scale"},
      {"[[issue]]\nid = \"x\"\noptions = [\"a\"]\nscale = [0, 1]\n", 4, 9, "both options and a scale",
       "one of the two"},
      {"[[issue]]\nid = \"x\"\nscale = [1, 1]\n", 3, 9, "begins at or above its end", ""},
      {"[[issue]]\nid = \"x\"\nscale = [0, 1.5]\n", 3, 9, "whole numbers", "[0, 100]"},
      {"[[issue]]\nid = \"x\"\noptions = [\"a\", \"a\"]\n", 3, 17, "the option 'a' stands twice", ""},
      {"[[issue]]\nid = \"x\"\noptions = [\"a\", \"2b\"]\n", 3, 17,
       "the option '2b' cannot be named in a claim", ""},
      {"[[capability]]\nid = \"x\"\nmoney = true\n", 1, 1, "of money is no currency", "EUR"},
      {"[[capability]]\nid = \"x\"\nunit = \"euro\"\nmoney = true\n", 3, 8,
       "the unit 'euro' of money is no currency", "ISO 4217"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nmembers = [\"FRA\"]\n", 4, 11, "a state has no members",
       "group"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nmember_of = [\"FRA\"]\n", 4, 14,
       "'FRA' is a state and has no members", "a group"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nunnamed_members = 5\n", 4, 19, "a state has no members",
       "group"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nmember_of = [{ group = \"ten\", from = 2025-01-02, to = "
       "2025-01-01 }]\n",
       4, 14, "ends before it begins", ""},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nmember_of = [{ actor = \"ten\" , group = \"ten\" }]\n", 4,
       16, "unknown key 'actor'", "group"},
      {"[[actor]]\nid = \"USA\"\nkind = \"state\"\nacts_for = \"USA\"\n", 4, 12, "it acts for itself", ""},
      {"[[statement]]\nid = \"S3\"\nkind = \"event\"\nspeaker = \"FRA\"\n", 1, 1,
       "neither a chain nor evidence", "chain"},
      {"[[statement]]\nid = \"S3\"\nkind = \"event\"\nspeaker = \"FRA\"\nchain = []\n", 5, 9,
       "neither a chain nor evidence", "evidence"},
      {"[[statement]]\nid = \"S3\"\nkind = \"event\"\nspeaker = []\nchain = [\"article\"]\n", 4, 11,
       "it has no speaker", ""},
      {statement("evidence = { source = \"article\", start = 5, end = 4 }"), 6, 12,
       "its evidence ends before it starts", "start <= end"},
      {statement("evidence = { start = 5 }"), 6, 12, "evidence lacks the key 'source'", "source"},
      {statement("state = \"ready\""), 6, 9, "a position has no state 'ready'", "pledge"},
      {statement("said = 2025-08-19\nsupersedes = [\"S1\"]"), 7, 15,
       "supersedes 'S1', said later, on 2025-08-20", "said before it"},
      {"[[counting_rule]]\nid = \"r\"\nrespect = [\"S1\"]\n", 3, 12,
       "the claim of 'S1' does not only set measures to zero", "measure = 0"},
      {"[[counting_rule]]\nid = \"r\"\ndefault = true\n", 3, 11,
       "a second default; the first is 'rule' at case.toml:", "one default rule"},
      {"[[counting_rule]]\nid = \"r\"\nstates_from = \"expired\"\n", 3, 15,
       "cannot begin with pledges that have ended", "deployed"},
      {"[[exchange_rate]]\nfrom = \"EUR\"\nto = \"dollars\"\nrate = \"1.1\"\n", 3, 6,
       "'dollars' is no currency", "ISO 4217"},
      {"[[exchange_rate]]\nfrom = \"EUR\"\nto = \"USD\"\nrate = \"1,1\"\n", 1, 1, "no positive decimal", ""},
      {"[[rotation]]\nid = \"r\"\ntour_months = 6\n", 3, 15, "neither a ratio nor both numbers of months",
       "interval_months"},
      {"[[rotation]]\nid = \"r\"\nratio = 3\ntour_months = 6\n", 3, 9, "it has months and a ratio",
       "or ratio"},
      {"[[rotation]]\nid = \"r\"\nratio = 0\n", 3, 9, "'ratio' is not above 0", "above 0"},
      {"[[burden_key]]\nid = \"b\"\nshares = { FRA = 0 }\n", 3, 18, "the share of 'FRA' is not above 0",
       "above 0"},
      {"[[burden_key]]\nid = \"b\"\nshares = {}\n", 3, 10, "there are no shares", "FRA"},
      {"[[burden_key]]\nid = \"b\"\nshares = { p.x = 1 }\n", 3, 12, "'p' is a table", "stands in quotes"},
  });
}

TEST_CASE("case toml faults: a declared rule may take the place of the built-in one") {
  CHECK(shown(faults_of(std::string(kSound) + "[[counting_rule]]\nid = \"all_quantified\"\n")) == "");
}

TEST_CASE("case toml faults: circles") {
  check_rows({
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nmembers = [\"h\"]\n[[actor]]\nid = \"h\"\nkind = "
       "\"group\"\nmembers = [\"g\"]\n",
       4, 11, "it is a member of itself: g > h > g", "no circle"},
      {"[[actor]]\nid = \"g\"\nkind = \"group\"\nmember_of = [\"h\"]\n[[actor]]\nid = \"h\"\nkind = "
       "\"organisation\"\nmember_of = [\"g\"]\n",
       1, 1, "it is a member of itself: g > h > g", ""},
      {"[[place]]\nid = \"A\"\nwithin = \"B\"\n[[place]]\nid = \"B\"\nwithin = \"A\"\n", 3, 10,
       "it lies within itself: A > B > A", "no circle"},
      {"[[place]]\nid = \"A\"\nwithin = \"A\"\n", 3, 10, "it lies within itself: A > A", "no circle"},
      {statement("supersedes = [\"S3\"]"), 6, 14, "it supersedes itself: S3 > S3", "no circle"},
  });
}

TEST_CASE("case toml faults: sums beyond 10^18") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "[[statement]]\nid = \"T" + std::to_string(i) +
            "\"\nkind = \"demand\"\nspeaker = \"FRA\"\nchain = [\"article\"]\nclaim = \"troops() <= "
            "1000000000000000\"\n";
  check_rows({{text, 999 * 6 + 1 + 5, 9, "'troops' add up to more than 10^18", "smaller amounts"}});
}

TEST_CASE("case toml faults: the head") {
  CHECK(shown(faults_of("[[role]]\nid = \"x\"\n")) ==
        "0:0 there is no [case] [a table [case] with id and reference_date]\n");
  CHECK(
      shown(faults_of("[case]\nid = \"x\"\n")).starts_with("1:1 [case] 'x' lacks the key 'reference_date'"));
  CHECK(shown(faults_of("[case]\nid = \"\"\nreference_date = 2025-08-21\n"))
            .starts_with("2:6 case: the id is not well formed"));
  CHECK(shown(faults_of("[case]\nid = \"x\"\nreference_date = 2025-08-21\nabout_percent = 101\n"))
            .starts_with("4:17 case 'x': 'about_percent' is outside"));
  CHECK(shown(faults_of("[[case]]\nid = \"x\"\n")).find("'case' is a list") != std::string::npos);
  CHECK(shown(faults_of("title = \"x\"\n[case]\nid = \"x\"\nreference_date = 2025-08-21\n"))
            .starts_with("1:1 unknown key 'title'"));
}

TEST_CASE("case toml faults: what is no TOML is one fault") {
  CHECK(shown(faults_of("[case\n")).starts_with("1:6 this is no TOML: "));
  CHECK(shown(faults_of("[case]\nid = \"a\"\nid = \"b\"\n")).starts_with("3:"));
  CHECK(shown(faults_of("[case]\nid = \"a\nreference_date = 2025-08-21\n")).starts_with("2:"));
  CHECK(shown(faults_of("[case]\nreference_date = 2025-02-30\n")).starts_with("2:"));
}

TEST_CASE("case toml faults: nesting is refused before it hurts") {
  std::string dots = "a";
  for (int i = 0; i < 200'000; ++i) dots += ".a";
  CHECK(shown(faults_of("[" + dots + "]\n")).starts_with("1:33 a key has more than 16 parts"));
  CHECK(shown(faults_of("x = 1 # fine\n" + dots + " = 1\n")).starts_with("2:"));
  CHECK(shown(faults_of("x_a = " + std::string(100'000, '['))).starts_with("1:"));
  CHECK(shown(faults_of("x_a = '''" + dots + "'''\n[case]\nid = \"a\"\nreference_date = 2025-08-21\n")) ==
        "");
  std::string deep = "1";
  for (int i = 0; i < 36; ++i) deep = "[" + deep + "]";
  CHECK(shown(faults_of("x_a = " + deep)).find("more than 32 deep") != std::string::npos);
}

TEST_CASE("case toml faults: all at once, in the order of the file") {
  const Faults faults =
      faults_of(std::string(kSound) +
                statement("claim = \"us_role = led\"\nsaid = \"soon\"\nholder = \"FRI\"\nlikelyhood = 0.5") +
                "[[rolle]]\nid = \"y\"\n[[actor]]\nid = \"USA\"\nkind = \"sate\"\n");
  CHECK(faults.size() == 6);
  CHECK(std::ranges::is_sorted(faults, {}, &Fault::place));
}

}  // namespace surety
