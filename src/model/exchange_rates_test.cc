// Tests of exchange_rates.h: values worked out by hand, ties, paths, faults, and random rates against whole
// numbers.
#include "model/exchange_rates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/heard_test.h"
#include "base/random.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;

__extension__ using Wide = __int128;

struct Declared {
  std::string from, to, rate;
};

Case case_of(const std::vector<Declared>& declared) {
  Case c;
  int line = 0;
  for (const Declared& d : declared) {
    ExchangeRate rate;
    rate.from = d.from;
    rate.to = d.to;
    rate.rate = d.rate;
    rate.at = {"case.toml", ++line, 1};
    c.exchange_rates.push_back(rate);
  }
  return c;
}

ExchangeRates rates_of(const std::vector<Declared>& declared) {
  Faults faults;
  ExchangeRates rates = ExchangeRates::of(case_of(declared), faults);
  CHECK(faults.empty());
  return rates;
}

Faults faults_of(const std::vector<Declared>& declared) {
  Faults faults;
  ExchangeRates::of(case_of(declared), faults);
  return heard(faults);
}

std::int64_t converted(const ExchangeRates& rates, std::int64_t hundredths, const std::string& from,
                       const std::string& to) {
  const auto result = rates.convert(hundredths, from, to);
  REQUIRE(result);
  return result->hundredths;
}

// numerator / denominator to the nearest whole number, halves to the even one. REQUIRES both >= 0.
std::int64_t rounded(Wide numerator, Wide denominator) {
  Wide whole = numerator / denominator;
  const Wide twice = 2 * (numerator % denominator);
  if (twice > denominator || (twice == denominator && whole % 2 == 1)) ++whole;
  return static_cast<std::int64_t>(whole);
}

}  // namespace

TEST_CASE("exchange rates: both directions of one rate") {
  const ExchangeRates rates = rates_of({{"EUR", "USD", "1.16"}});
  CHECK(converted(rates, 10'000, "EUR", "USD") == 11'600);
  CHECK(converted(rates, 11'600, "USD", "EUR") == 10'000);
  CHECK(converted(rates, 100, "USD", "EUR") == 86);  // 86.2069
  CHECK(converted(rates, 0, "EUR", "USD") == 0);
  CHECK(rates.convert(1, "EUR", "USD")->rates == std::vector<std::string>{"rate:EUR-USD"});
  CHECK(rates.convert(1, "USD", "EUR")->rates == std::vector<std::string>{"rate:EUR-USD"});
}

TEST_CASE("exchange rates: halves go to the even neighbour, and only exact halves are halves") {
  const ExchangeRates rates =
      rates_of({{"A", "B", "0.5"}, {"A", "C", "0.5000000000000000000000000000000000001"}});
  CHECK(converted(rates, 1, "A", "B") == 0);
  CHECK(converted(rates, 3, "A", "B") == 2);
  CHECK(converted(rates, 5, "A", "B") == 2);
  CHECK(converted(rates, 7, "A", "B") == 4);
  CHECK(converted(rates, -1, "A", "B") == 0);
  CHECK(converted(rates, -3, "A", "B") == -2);
  CHECK(converted(rates, 1, "A", "C") == 1);
  CHECK(converted(rates, 5, "A", "C") == 3);
}

TEST_CASE("exchange rates: a path of two rates is rounded once, at its end") {
  const ExchangeRates rates = rates_of({{"EUR", "USD", "1.16"}, {"USD", "UAH", "41.25"}});
  CHECK(converted(rates, 10'000, "EUR", "UAH") == 478'500);
  CHECK(converted(rates, 478'500, "UAH", "EUR") == 10'000);
  CHECK(rates.convert(1, "EUR", "UAH")->rates == std::vector<std::string>{"rate:EUR-USD", "rate:USD-UAH"});
  CHECK(rates.convert(1, "UAH", "EUR")->rates == std::vector<std::string>{"rate:USD-UAH", "rate:EUR-USD"});
  CHECK(converted(rates_of({{"A", "B", "0.1"}, {"B", "C", "10"}}), 4, "A", "C") == 4);
}

TEST_CASE("exchange rates: the direct rate is the shortest path, whatever the way round says") {
  const ExchangeRates rates = rates_of({{"A", "B", "1"}, {"B", "C", "1"}, {"A", "C", "2"}});
  CHECK(converted(rates, 100, "A", "C") == 200);
  CHECK(converted(rates, 100, "C", "A") == 50);
}

TEST_CASE("exchange rates: no path, no rate, and the same currency") {
  const ExchangeRates rates = rates_of({{"A", "B", "2"}, {"C", "D", "2"}});
  CHECK(rates.has_path("A", "B"));
  CHECK(rates.has_path("B", "A"));
  CHECK_FALSE(rates.has_path("A", "C"));
  CHECK_FALSE(rates.has_path("A", "X"));
  CHECK(rates.has_path("X", "X"));
  CHECK(rates.convert(7, "A", "D").error().code == ErrorCode::not_found);
  CHECK(heard(rates.convert(7, "A", "D").error()).message == "no exchange rate leads from A to D");
  CHECK(rates.convert(7, "X", "X")->hundredths == 7);
  CHECK(rates.convert(7, "X", "X")->rates.empty());
  const ExchangeRates none;
  CHECK(none.has_path("A", "A"));
  CHECK(none.convert(7, "A", "B").error().code == ErrorCode::not_found);
}

TEST_CASE("exchange rates: amounts up to 10^18 hundredths and no further") {
  const ExchangeRates rates = rates_of({{"A", "B", "10"}, {"A", "C", "10.0000000000000000001"}});
  CHECK(converted(rates, 100'000'000'000'000'000, "A", "B") == 1'000'000'000'000'000'000);
  CHECK(heard(rates.convert(100'000'000'000'000'001, "A", "B").error()).code == ErrorCode::too_large);
  CHECK(converted(rates, 100'000'000'000'000'000, "A", "C") == 1'000'000'000'000'000'000);  // by rounding
}

TEST_CASE("exchange rates: what is no positive decimal") {
  for (const char* text :
       {"", "0", "0.00", "-1", "+1", "1.", ".5", "1,16", "1.1.6", "1e3", "1 000", "inf", "١",
        "12345678901234567890123456789012345678901", "0.0000000000000000000000000000000000000001"}) {
    CAPTURE(text);
    const Faults faults = faults_of({{"A", "B", text}});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == Place{"case.toml", 1, 1});
  }
  CHECK(faults_of({{"A", "B", "1.16,"}})[0].message == "the rate '1.16,' is no positive decimal");
  CHECK(faults_of({{"A", "B", "1234567890123456789012345678901234567890"}}).empty());
  CHECK(faults_of({{"A", "B", "0.000000000000000000000000000000000000001"}}).empty());
}

TEST_CASE("exchange rates: contradictions") {
  const Faults itself = faults_of({{"EUR", "EUR", "1"}});
  REQUIRE(itself.size() == 1);
  CHECK(itself[0].message == "the rate leads from EUR to itself");

  CHECK(faults_of({{"A", "B", "2"}, {"A", "B", "2.0"}}).empty());
  CHECK(faults_of({{"A", "B", "2"}, {"B", "A", "0.50"}}).empty());
  const Faults pair = faults_of({{"A", "B", "2"}, {"B", "A", "0.51"}});
  REQUIRE(pair.size() == 1);
  CHECK(pair[0].place.line == 2);
  CHECK(pair[0].message == "the rate from B to A contradicts rate:A-B");
  CHECK(faults_of({{"A", "B", "2"}, {"A", "B", "2.01"}}).size() == 1);

  const Faults square = faults_of({{"A", "B", "1"}, {"B", "D", "1"}, {"A", "C", "1"}, {"C", "D", "2"}});
  REQUIRE(square.size() == 2);
  CHECK(square[0].message == "two shortest ways from A to D give different rates: A-B-D and A-C-D");
  CHECK(square[0].place.line == 4);
  CHECK(square[0].expected == "rates that agree, or one from A to D");
  CHECK(square[1].message == "two shortest ways from B to C give different rates: B-A-C and B-D-C");
  CHECK(faults_of({{"A", "B", "2"}, {"B", "D", "3"}, {"A", "C", "6"}, {"C", "D", "1"}}).empty());
}

TEST_CASE("exchange rates: long chains and many currencies end soon") {
  std::vector<Declared> ladder;
  for (int k = 0; k < 99; ++k) {
    const std::string next = std::to_string(k + 1), here = std::to_string(k);
    ladder.push_back({"L" + here, "L" + next, "1.000000000000000000000000000000000000001"});
    ladder.push_back({"R" + here, "R" + next, "1.000000000000000000000000000000000000001"});
    ladder.push_back({"L" + here, "R" + here, "3"});
  }
  CHECK(faults_of(ladder).empty());
  std::vector<Declared> many;
  many.reserve(100'000);
  for (int k = 0; k < 100'000; ++k) many.push_back({"A", "B" + std::to_string(k), "1"});
  const Faults faults = faults_of(many);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message == "the exchange rates name more than 200 currencies");
}

TEST_CASE("exchange rates: random rates agree with whole numbers of 128 bits") {
  INFO("seed " << kSeed);
  Random random(kSeed);
  for (int round = 0; round < 2000; ++round) {
    // Rates of three decimals: thousandths; small amounts so that halves occur often.
    const std::int64_t first = random.between(1, 5000), second = random.between(1, 5000);
    const auto text = [](std::int64_t thousandths) {
      const std::string decimals = std::to_string(1000 + thousandths % 1000).substr(1);
      return std::to_string(thousandths / 1000) + "." + decimals;
    };
    const ExchangeRates rates = rates_of({{"A", "B", text(first)}, {"C", "B", text(second)}});
    const std::int64_t amount = random.between(0, random.chance(.5) ? 2000 : 1'000'000'000'000);
    REQUIRE(converted(rates, amount, "A", "B") == rounded(Wide(amount) * first, 1000));
    REQUIRE(converted(rates, amount, "B", "A") == rounded(Wide(amount) * 1000, first));
    REQUIRE(converted(rates, amount, "A", "C") == rounded(Wide(amount) * first, second));
    REQUIRE(converted(rates, amount, "C", "A") == rounded(Wide(amount) * second, first));
  }
}

}  // namespace surety
