// Tests of claim_sentence.h: the wording of every construct in both languages, and laws that every sentence
// obeys.
#include "model/claim_sentence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/text.h"
#include "model/random_claim.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

struct Wording {
  std::string claim, en, de;
};

void check_wordings(const std::vector<Wording>& table) {
  const Case c = claim_case();
  for (const Wording& row : table) {
    CAPTURE(row.claim);
    const auto claim = parse_claim(row.claim);
    REQUIRE(claim);
    CHECK(claim_sentence(c, *claim, Language::en) == row.en);
    CHECK(claim_sentence(c, *claim, Language::de) == row.de);
  }
}

}  // namespace

TEST_CASE("claim sentence: issues and factors") {
  check_wordings({
      {"us_role = lead", "the role of the USA: lead", "die Rolle der USA: lead"},
      {"us_role <= minimal", "the role of the USA: at most minimal", "die Rolle der USA: höchstens minimal"},
      {"us_role > none", "the role of the USA: more than none", "die Rolle der USA: mehr als none"},
      {"us_role < lead", "the role of the USA: less than lead", "die Rolle der USA: weniger als lead"},
      {"seat != paris", "the seat: not paris", "der Sitz: nicht paris"},
      {"approval >= 40", "approval: at least 40", "Zustimmung: mindestens 40"},
      {"not approval >= 40", "approval: less than 40", "Zustimmung: weniger als 40"},
      {"not seat = paris", "the seat: not paris", "der Sitz: nicht paris"},
      {"ceasefire", "a ceasefire", "Waffenruhe"},
      {"not ceasefire", "not the case: a ceasefire", "es gilt nicht: Waffenruhe"},
      {"not not ceasefire", "a ceasefire", "Waffenruhe"},
      {"p.trump", "p.trump", "p.trump"},
      {"burden = europe_main", "burden: europe main", "burden: europe main"},
  });
}

TEST_CASE("claim sentence: amounts") {
  check_wordings({
      {"ground_troops() = 5000", "ground troops: 5,000 soldiers", "Bodentruppen: 5.000 Soldaten"},
      {"ground_troops() != 5000", "ground troops: not 5,000 soldiers", "Bodentruppen: nicht 5.000 Soldaten"},
      {"ground_troops() < 5000", "ground troops: fewer than 5,000 soldiers",
       "Bodentruppen: weniger als 5.000 Soldaten"},
      {"ground_troops() > 0 soldiers", "ground troops: some", "Bodentruppen: mehr als null"},
      {"ground_troops() = 0", "ground troops: none", "Bodentruppen: null"},
      {"not ground_troops() > 0", "ground troops: none", "Bodentruppen: null"},
      {"ground_troops() in 3000..5000", "ground troops: 3,000–5,000 soldiers",
       "Bodentruppen: 3.000–5.000 Soldaten"},
      {"ground_troops() in 5..5", "ground troops: 5 soldiers", "Bodentruppen: 5 Soldaten"},
      {"not ground_troops() about 10", "ground troops: not about 10 soldiers",
       "Bodentruppen: nicht rund 10 Soldaten"},
      {"aid() < 12.5", "aid: less than 12.50 EUR", "Hilfe: weniger als 12,50 EUR"},
      {"aid() >= 1234567.5 USD", "aid: at least 1,234,567.50 USD", "Hilfe: mindestens 1.234.567,50 USD"},
      {"air_support() > 0", "air support: yes", "Luftunterstützung: ja"},
      {"air_support() = 0", "air support: no", "Luftunterstützung: nein"},
      {"jets() >= 3", "jets: at least 3", "jets: mindestens 3"},
  });
}

TEST_CASE("claim sentence: whose, where and as what; German names stay in the nominative or have a dative") {
  check_wordings({
      {"ground_troops(by FRA, in UKR) about 5000", "ground troops of France in Ukraine: about 5,000 soldiers",
       "Bodentruppen – Frankreich, in der Ukraine: rund 5.000 Soldaten"},
      {"ground_troops(by USA, in UKR, as trainers) in 3000..5000",
       "ground troops of the USA in Ukraine as trainers: 3,000–5,000 soldiers",
       "Bodentruppen von den USA in der Ukraine als Ausbilder: 3.000–5.000 Soldaten"},
      {"ground_troops(by USA, in POL, as trainers) > 5",
       "ground troops of the USA in Poland as trainers: more than 5 soldiers",
       "Bodentruppen von den USA, Ort: Polen, als Ausbilder – mehr als 5 Soldaten"},
      {"ground_troops(by FRA + GBR + USA) >= 100",
       "ground troops of France, Britain and the USA: at least 100 soldiers",
       "Bodentruppen – Frankreich, Großbritannien und die USA: mindestens 100 Soldaten"},
      {"ground_troops(in UKR) >= 50000", "ground troops in Ukraine: at least 50,000 soldiers",
       "Bodentruppen in der Ukraine: mindestens 50.000 Soldaten"},
      {"ground_troops(as combat) <= 7", "ground troops as combat troops: at most 7 soldiers",
       "Bodentruppen als Kampftruppen: höchstens 7 Soldaten"},
      {"ground_troops(by each ten, in UKR) > 0",
       "ground troops of each member of the ten countries in Ukraine: some",
       "Bodentruppen – je Mitglied: die zehn Länder, in der Ukraine – mehr als null"},
      {"ground_troops(by each FRA + ten) > 0",
       "ground troops of each of France and the members of the ten countries: some",
       "Bodentruppen – jeweils: Frankreich und die zehn Länder – mehr als null"},
      {"air_support(by each USA) > 0", "air support of the USA: yes", "Luftunterstützung von den USA: ja"},
      {"not air_support(by each ten) > 0",
       "not the case: air support of each member of the ten countries: yes",
       "es gilt nicht: Luftunterstützung – je Mitglied: die zehn Länder – ja"},
      {"air_support(by XXX, in YYY, as ZZZ) > 0", "air support of XXX in YYY as ZZZ: yes",
       "Luftunterstützung – XXX, Ort: YYY, als ZZZ – ja"},
  });
  Case c = claim_case();
  c.places[0].name = {{"en", "outside Ukrainian airspace"}};
  c.places[1].name["de_dative"] = "dem Schwarzen Meer";
  c.actors[0].name["de_dative"] = "dem Sekretariat";
  CHECK(claim_sentence(c, *parse_claim("air_support(by FRA + USA, in POL) > 0"), Language::de) ==
        "Luftunterstützung vom Sekretariat und den USA im Schwarzen Meer: ja");
  CHECK(claim_sentence(c, *parse_claim("air_support(in UKR) > 0"), Language::en) ==
        "air support outside Ukrainian airspace: yes");
}

TEST_CASE("claim sentence: several claims, with words for brackets") {
  check_wordings({
      {"us_role = lead and seat = kyiv", "the role of the USA: lead; and the seat: kyiv",
       "die Rolle der USA: lead; und der Sitz: kyiv"},
      {"us_role = lead or seat = kyiv or not ceasefire",
       "the role of the USA: lead; the seat: kyiv; or (not the case: a ceasefire)",
       "die Rolle der USA: lead; der Sitz: kyiv; oder (es gilt nicht: Waffenruhe)"},
      {"(us_role = lead or seat = kyiv) and ceasefire",
       "either the role of the USA: lead or the seat: kyiv; and a ceasefire",
       "(die Rolle der USA: lead oder der Sitz: kyiv); und Waffenruhe"},
      {"ceasefire or seat = kyiv and air_support() > 0",
       "a ceasefire; or both the seat: kyiv and air support: yes",
       "Waffenruhe; oder sowohl der Sitz: kyiv als auch Luftunterstützung: ja"},
      {"not (ceasefire or p.trump)", "not the case: either a ceasefire or p.trump",
       "es gilt nicht: (Waffenruhe oder p.trump)"},
      {"not not (ceasefire or p.trump)", "either a ceasefire or p.trump", "(Waffenruhe oder p.trump)"},
      {"not (ceasefire and (p.trump or us_role = none)) or approval = 1",
       "(not the case: (both a ceasefire and either p.trump or the role of the USA: none)); or approval: 1",
       "(es gilt nicht: (sowohl Waffenruhe als auch (p.trump oder die Rolle der USA: none))); oder "
       "Zustimmung: 1"},
      {"not not (if ceasefire then p.trump) and approval = 1",
       "(if a ceasefire, then p.trump); and approval: 1",
       "(wenn gilt: Waffenruhe, dann gilt: p.trump); und Zustimmung: 1"},
  });
}

TEST_CASE("claim sentence: conditions") {
  check_wordings({
      {"if air_support(by USA) > 0 then us_role > minimal",
       "if air support of the USA: yes, then the role of the USA: more than minimal",
       "wenn Luftunterstützung von den USA: ja, dann die Rolle der USA: mehr als minimal"},
      {"if ceasefire then approval < 3", "if a ceasefire, then approval: less than 3",
       "wenn gilt: Waffenruhe, dann Zustimmung: weniger als 3"},
      {"if not ceasefire then not p.trump", "if not the case: a ceasefire, then not the case: p.trump",
       "wenn nicht gilt: Waffenruhe, dann gilt nicht: p.trump"},
      {"if not (ceasefire or p.trump) then us_role = none",
       "if not the case: either a ceasefire or p.trump, then the role of the USA: none",
       "wenn nicht gilt: (Waffenruhe oder p.trump), dann die Rolle der USA: none"},
      {"if us_role = lead or seat = kyiv then air_support() > 0 and seat = kyiv and approval > 3",
       "if either the role of the USA: lead or the seat: kyiv, then all of air support: yes and the seat: "
       "kyiv and approval: "
       "more than 3",
       "wenn (die Rolle der USA: lead oder der Sitz: kyiv), dann sowohl Luftunterstützung: ja als "
       "auch der Sitz: kyiv "
       "als auch Zustimmung: mehr als 3"},
      {"if ceasefire then if p.trump then us_role = none",
       "if a ceasefire, then if p.trump, then the role of the USA: none",
       "wenn gilt: Waffenruhe, dann, wenn gilt: p.trump, dann die Rolle der USA: none"},
      {"if if ceasefire then p.trump then us_role = none",
       "if (if a ceasefire, then p.trump), then the role of the USA: none",
       "wenn gilt: (wenn gilt: Waffenruhe, dann gilt: p.trump), dann die Rolle der USA: none"},
  });
}

TEST_CASE(
    "claim sentence: every random claim has a sentence, in one line, without double blanks or a full stop") {
  INFO("seed " << kSeed);
  Random random(kSeed);
  const Case c = claim_case();
  const Case nothing;
  for (int round = 0; round < 4000; ++round) {
    const Claim claim = random_claim(random, c, 12);
    CAPTURE(print_claim(claim));
    for (const Case* known : {&c, &nothing}) {
      for (const Language language : {Language::en, Language::de}) {
        const std::string sentence = claim_sentence(*known, claim, language);
        CAPTURE(sentence);
        REQUIRE_FALSE(sentence.empty());
        REQUIRE_FALSE(first_invalid_utf8(sentence));
        REQUIRE(sentence.find("  ") == std::string::npos);
        REQUIRE(sentence.find_first_of("\n\t_") == sentence.find('_'));
        REQUIRE(sentence.find(" ,") == std::string::npos);
        REQUIRE(sentence.front() != ' ');
        REQUIRE(sentence.back() != ' ');
        REQUIRE(sentence.back() != '.');
        REQUIRE(std::ranges::count(sentence, '(') == std::ranges::count(sentence, ')'));
      }
    }
  }
}

TEST_CASE("claim sentence: claims that differ in more than their wording have different sentences") {
  // Two claims of the same atoms and the same shape up to one operator or bracket.
  const Case c = claim_case();
  const std::vector<std::string> claims = {"us_role = lead and seat = kyiv or ceasefire",
                                           "us_role = lead and (seat = kyiv or ceasefire)",
                                           "us_role = lead or seat = kyiv and ceasefire",
                                           "(us_role = lead or seat = kyiv) and ceasefire",
                                           "not us_role = lead and seat = kyiv",
                                           "not (us_role = lead and seat = kyiv)",
                                           "if us_role = lead then seat = kyiv and ceasefire",
                                           "(if us_role = lead then seat = kyiv) and ceasefire",
                                           "not (if us_role = lead then seat = kyiv)",
                                           "if not us_role = lead then seat = kyiv",
                                           "not (ceasefire and seat = kyiv)",
                                           "not ceasefire and seat = kyiv"};
  for (const Language language : {Language::en, Language::de})
    for (const std::string& a : claims)
      for (const std::string& b : claims)
        if (a != b)
          CHECK(claim_sentence(c, *parse_claim(a), language) != claim_sentence(c, *parse_claim(b), language));
}

TEST_CASE("claim sentence: the deepest claims") {
  const Case c = claim_case();
  std::string nots, ifs;
  for (int k = 0; k < 200; ++k) {
    nots += "not ";
    ifs += "if ";
  }
  CHECK(claim_sentence(c, *parse_claim(nots + "ceasefire"), Language::en) == "a ceasefire");
  std::string claim = ifs + "ceasefire";
  for (int k = 0; k < 200; ++k) claim += " then p.trump";
  CHECK(claim_sentence(c, *parse_claim(claim), Language::de).size() > 2000);
}

}  // namespace surety
