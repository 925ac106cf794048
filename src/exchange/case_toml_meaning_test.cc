// Every fault of a case file's meaning by name: names, claims, ids, shapes, circles and sums, each at its
// place.
#include <doctest/doctest.h>

#include <string>

#include "exchange/case_toml_faults_test.h"

namespace surety {

TEST_CASE("case toml faults: names that nothing bears") {
  check_rows({
      {statement("holder = \"FRAU\""), 6, 10, "unknown actor 'FRAU' in 'holder'", "did you mean 'FRA'?"},
      {statement(R"(holder = ["FRA", "GRB"])"), 6, 18, "unknown actor 'GRB' in 'holder'",
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
      {statement(R"(supersedes = ["S1", "S9"])"), 6, 21, "unknown statement 'S9' in 'supersedes'", ""},
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
      {"[[capability]]\nid = \"x\"\nmoney = true\n", 1, 1, "money needs a currency", "EUR"},
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
      {"[[exchange_rate]]\nfrom = \"EUR\"\nto = \"USD\"\nrate = \"1,1\"\n", 4, 8, "no positive decimal", ""},
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

}  // namespace surety
