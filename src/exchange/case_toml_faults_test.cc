// Every fault of a case file's form by name: keys, tables, types, values, and what is no TOML.
#include "exchange/case_toml_faults_test.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace surety {

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
  CHECK(shown(faults_of("[{a]]\n"))
            .starts_with("1:2 this is no TOML: "));  // an assertion of tomlplusplus fails on it
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

TEST_CASE("case toml faults: very many are cut") {
  std::string text(kSound);
  for (int i = 0; i < 20'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
  const Faults faults = faults_of(text);
  CHECK(faults.size() == 10'001);
  CHECK(faults.back().message.find("further ones are not listed") != std::string::npos);
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
