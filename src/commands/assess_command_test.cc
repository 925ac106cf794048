// The front answer on the shipped cases: figures, ways, both languages, what-if.
#include "commands/assess_command.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace surety;

namespace {

Document assessed(const char* which, std::map<std::string, std::vector<std::string>> options = {},
                  Language language = Language::en) {
  Request request;
  request.command = "assess";
  request.arguments = {std::string(SURETY_SOURCE_DIR) + "/cases/" + which};
  request.options = std::move(options);
  request.language = language;
  Answer answer = assess_command().run(request);
  REQUIRE(answer.outcome == Outcome::answered);
  return std::get<Document>(std::move(answer.content));
}

const Figure& figure(const Document& document, std::string_view key) {
  const auto at = std::ranges::find(document.figures, key, &Figure::key);
  REQUIRE(at != document.figures.end());
  return *at;
}

std::string first_strong(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph != nullptr && paragraph->strong)
      return paragraph->text;
  return "";
}

}  // namespace

TEST_CASE("the real case: not agreed, 16-20 %, eight ways of which four keep the purpose") {
  const Document document = assessed("ukraine-2025-08");
  CHECK(std::get<bool>(figure(document, "agreed").value) == false);
  CHECK(std::get<std::int64_t>(figure(document, "counted:S58").low) == 8'000);
  CHECK(std::get<std::int64_t>(figure(document, "counted:S58").high) == 10'000);
  CHECK(std::get<double>(figure(document, "ways_out").value) == 8);
  CHECK(std::get<double>(figure(document, "ways_out_keeping_goals").value) == 4);
  const Table& every = document.tables[1];
  CHECK(every.key == "moves_in_every_way");
  REQUIRE(every.rows.size() == 1);
  CHECK(std::get<std::string>(every.rows[0].cells[0]) == "S66");
  CHECK(first_strong(document).starts_with("It does not hold on what is said today."));
}

TEST_CASE("German says the same with the same figures") {
  const Document en = assessed("ukraine-2025-08"), de = assessed("ukraine-2025-08", {}, Language::de);
  CHECK(first_strong(de).starts_with("Nach dem, was heute gesagt ist, trägt sie nicht."));
  REQUIRE(en.figures.size() == de.figures.size());
  for (std::size_t i = 0; i < en.figures.size(); ++i) CHECK(en.figures[i].value == de.figures[i].value);
}

TEST_CASE("what-if: the veto gone, an offer raised") {
  const Document document =
      assessed("ukraine-2025-08", {{"without", {"S66"}}, {"set", {"S51.amount=20000"}}});
  CHECK(std::get<std::int64_t>(figure(document, "counted:S58").low) == 23'000);
  CHECK_FALSE(figure(document, "conflicts").because.contains("S66"));
}

TEST_CASE("every figure has a because, and every case an answer") {
  for (const char* which : {"ukraine-2025-08", "jordan-covid-2020", "vaccine-pool"}) {
    const Document document = assessed(which);
    CHECK_FALSE(first_strong(document).empty());
    for (const Figure& one : document.figures) CHECK_MESSAGE(!one.because.empty(), one.key);
  }
}
