// See exchange_rates.h.
#include "model/exchange_rates.h"

#include <fmt/format.h>
#include <gmp.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/claim.h"

namespace surety {
namespace {

constexpr std::size_t kRateDigitsMax = 40;
// ISO 4217 has fewer than 200 codes; the bound keeps the comparison of all shortest paths short.
constexpr std::size_t kCurrenciesMax = 200;

// An exact fraction: mpq_t as a value.
class Rational {
 public:
  Rational() { mpq_init(q_); }
  Rational(const Rational& other) : Rational() { mpq_set(q_, other.q_); }
  Rational& operator=(const Rational& other) {
    mpq_set(q_, other.q_);
    return *this;
  }
  ~Rational() { mpq_clear(q_); }

  static Rational whole(std::int64_t value) {
    Rational r;
    mpq_set_si(r.q_, value, 1);
    return r;
  }
  // "1.1634"; nothing for what is no positive decimal of at most 40 digits.
  static std::optional<Rational> positive_decimal(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    const std::string digits = std::string(text.substr(0, point)).append(decimals);
    if (point == 0 || (point < text.size() && decimals.empty()) || digits.size() > kRateDigitsMax)
      return std::nullopt;
    if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    Rational r;
    mpz_set_str(mpq_numref(r.q_), digits.c_str(), 10);
    mpz_ui_pow_ui(mpq_denref(r.q_), 10, decimals.size());
    mpq_canonicalize(r.q_);
    if (mpq_sgn(r.q_) <= 0) return std::nullopt;
    return r;
  }

  void multiply(const Rational& factor) { mpq_mul(q_, q_, factor.q_); }
  // REQUIRES a divisor other than 0.
  void divide(const Rational& divisor) { mpq_div(q_, q_, divisor.q_); }
  friend bool operator==(const Rational& a, const Rational& b) { return mpq_equal(a.q_, b.q_) != 0; }

  // The nearest whole number, of two equally near ones the even one; nothing beyond +-kAmountSumMax.
  std::optional<std::int64_t> rounded_half_even() const {
    mpz_t whole, rest;
    mpz_inits(whole, rest, nullptr);
    mpz_fdiv_qr(whole, rest, mpq_numref(q_), mpq_denref(q_));
    mpz_mul_2exp(rest, rest, 1);
    const int half = mpz_cmp(rest, mpq_denref(q_));
    if (half > 0 || (half == 0 && mpz_odd_p(whole))) mpz_add_ui(whole, whole, 1);
    std::optional<std::int64_t> result;
    if (mpz_cmpabs_ui(whole, static_cast<unsigned long>(kAmountSumMax)) <= 0) result = mpz_get_si(whole);
    mpz_clears(whole, rest, nullptr);
    return result;
  }

 private:
  mpq_t q_;
};

static_assert(sizeof(long) == sizeof(std::int64_t), "mpz_get_si and mpq_set_si carry 64 bits");

// The rate as an edge seen from one of its ends.
struct Step {
  int to = 0;
  std::size_t rate = 0;  // index of the declared rate
  bool forwards = true;  // from its `from` to its `to`
};

struct DeclaredRate {
  std::string id;  // "rate:EUR-USD"
  Rational value;
  Place at;
};

}  // namespace

struct ExchangeRates::Graph {
  // The shortest paths from one currency: the step that leads to each other one, in order of declaration.
  struct Tree {
    std::vector<int> distance;  // -1: not reached
    std::vector<int> before;
    std::vector<Step> step;
  };

  std::map<std::string, int, std::less<>> index;
  std::vector<std::string> names;
  std::vector<std::vector<Step>> steps;  // of each currency
  std::vector<DeclaredRate> rates;

  int currency(const std::string& name);
  const Step* step_between(int from, int to) const;
  void add(const ExchangeRate& declared, Faults& faults);
  void apply(const Step& step, Rational& amount) const;
  Tree shortest_paths(int from) const;
  std::string path_text(const Tree& tree, int to) const;
  void compare_shortest_paths(int from, Faults& faults) const;
};

int ExchangeRates::Graph::currency(const std::string& name) {
  const auto [at, added] = index.try_emplace(name, static_cast<int>(names.size()));
  if (added) {
    names.push_back(name);
    steps.emplace_back();
  }
  return at->second;
}

const Step* ExchangeRates::Graph::step_between(int from, int to) const {
  const auto& list = steps[static_cast<std::size_t>(from)];
  const auto at = std::ranges::find(list, to, &Step::to);
  return at == list.end() ? nullptr : &*at;
}

void ExchangeRates::Graph::apply(const Step& step, Rational& amount) const {
  if (step.forwards)
    amount.multiply(rates[step.rate].value);
  else
    amount.divide(rates[step.rate].value);
}

void ExchangeRates::Graph::add(const ExchangeRate& declared, Faults& faults) {
  const auto value = Rational::positive_decimal(declared.rate);
  if (!value) {
    faults.push_back({declared.at,
                      fmt::format("the rate '{}' is no positive decimal", quoted_for_message(declared.rate)),
                      "a text such as \"1.1634\", above 0, of at most 40 digits"});
    return;
  }
  if (declared.from == declared.to) {
    faults.push_back({declared.at,
                      fmt::format("the rate leads from {} to itself", quoted_for_message(declared.from)),
                      "two currencies"});
    return;
  }
  const int from = currency(declared.from), to = currency(declared.to);
  if (const Step* known = step_between(from, to)) {
    Rational product = *value;
    Step back = *known;
    back.forwards = !back.forwards;
    apply(back, product);
    if (!(product == Rational::whole(1))) {
      faults.push_back(
          {declared.at,
           fmt::format("the rate from {} to {} contradicts {}", quoted_for_message(declared.from),
                       quoted_for_message(declared.to), quoted_for_message(rates[known->rate].id)),
           "one rate for a pair of currencies"});
    }
    return;
  }
  steps[static_cast<std::size_t>(from)].push_back({to, rates.size(), true});
  steps[static_cast<std::size_t>(to)].push_back({from, rates.size(), false});
  rates.push_back({fmt::format("rate:{}-{}", declared.from, declared.to), *value, declared.at});
}

ExchangeRates::Graph::Tree ExchangeRates::Graph::shortest_paths(int from) const {
  Tree tree;
  tree.distance.assign(names.size(), -1);
  tree.before.assign(names.size(), -1);
  tree.step.resize(names.size());
  std::vector<int> reached = {from};
  tree.distance[static_cast<std::size_t>(from)] = 0;
  for (std::size_t k = 0; k < reached.size(); ++k) {
    const auto here = static_cast<std::size_t>(reached[k]);
    for (const Step& step : steps[here]) {
      const auto there = static_cast<std::size_t>(step.to);
      if (tree.distance[there] >= 0) continue;
      tree.distance[there] = tree.distance[here] + 1;
      tree.before[there] = reached[k];
      tree.step[there] = step;
      reached.push_back(step.to);
    }
  }
  return tree;
}

std::string ExchangeRates::Graph::path_text(const Tree& tree, int to) const {
  std::string text = names[static_cast<std::size_t>(to)];
  for (int at = tree.before[static_cast<std::size_t>(to)]; at >= 0;
       at = tree.before[static_cast<std::size_t>(at)])
    text.insert(0, names[static_cast<std::size_t>(at)] + "-");
  return text;
}

// Goes through the currencies by their distance: all shortest paths to one lead over those one step nearer,
// whose own paths are compared already, so one value for each is enough.
void ExchangeRates::Graph::compare_shortest_paths(int from, Faults& faults) const {
  const Tree tree = shortest_paths(from);
  std::vector<int> by_distance;
  for (int k = 0; k < static_cast<int>(names.size()); ++k)
    if (tree.distance[static_cast<std::size_t>(k)] > 0) by_distance.push_back(k);
  std::ranges::stable_sort(by_distance, {},
                           [&](int k) { return tree.distance[static_cast<std::size_t>(k)]; });
  std::vector<Rational> value(names.size(), Rational::whole(1));
  for (const int to : by_distance) {
    const auto k = static_cast<std::size_t>(to);
    value[k] = value[static_cast<std::size_t>(tree.before[k])];
    apply(tree.step[k], value[k]);
    if (to < from) continue;  // the way back was compared from there
    for (Step back : steps[k]) {
      if (tree.distance[static_cast<std::size_t>(back.to)] != tree.distance[k] - 1 ||
          back.to == tree.before[k])
        continue;
      Rational other = value[static_cast<std::size_t>(back.to)];
      const std::string other_path = path_text(tree, back.to) + "-" + names[k];
      const std::size_t rate = back.rate;
      back.forwards = !back.forwards;
      apply(back, other);
      if (other == value[k]) continue;
      faults.push_back(
          {rates[rate].at,
           fmt::format("two shortest ways from {} to {} give different rates: {} and {}",
                       names[static_cast<std::size_t>(from)], names[k], path_text(tree, to), other_path),
           fmt::format("rates that agree, or one from {} to {}", names[static_cast<std::size_t>(from)],
                       names[k])});
      break;
    }
  }
}

ExchangeRates ExchangeRates::of(const Case& c, Faults& faults) {
  auto graph = std::make_shared<Graph>();
  for (const ExchangeRate& declared : c.exchange_rates) {
    graph->add(declared, faults);
    if (graph->names.size() > kCurrenciesMax) {
      faults.push_back({declared.at,
                        fmt::format("the exchange rates name more than {} currencies", kCurrenciesMax),
                        "codes of ISO 4217"});
      break;
    }
  }
  if (graph->names.size() <= kCurrenciesMax)
    for (int k = 0; k < static_cast<int>(graph->names.size()); ++k) graph->compare_shortest_paths(k, faults);
  ExchangeRates rates;
  rates.graph_ = std::move(graph);
  return rates;
}

Result<ExchangeRates::Converted> ExchangeRates::convert(std::int64_t hundredths, const std::string& from,
                                                        const std::string& to) const {
  if (from == to) return Converted{hundredths, {}};
  if (!has_path(from, to))
    return fail(ErrorCode::not_found, fmt::format("no exchange rate leads from {} to {}",
                                                  quoted_for_message(from), quoted_for_message(to)));
  const int start = graph_->index.find(from)->second;
  const Graph::Tree tree = graph_->shortest_paths(start);
  Converted converted;
  Rational amount = Rational::whole(hundredths);
  for (int at = graph_->index.find(to)->second; at != start; at = tree.before[static_cast<std::size_t>(at)]) {
    const Step& step = tree.step[static_cast<std::size_t>(at)];
    graph_->apply(step, amount);
    converted.rates.push_back(graph_->rates[step.rate].id);
  }
  std::ranges::reverse(converted.rates);
  const auto rounded = amount.rounded_half_even();
  if (!rounded)
    return fail(ErrorCode::too_large,
                fmt::format("the amount passes 10^18 hundredths of {}", quoted_for_message(to)));
  converted.hundredths = *rounded;
  return converted;
}

bool ExchangeRates::has_path(const std::string& from, const std::string& to) const {
  if (from == to) return true;
  if (!graph_) return false;
  const auto start = graph_->index.find(from), end = graph_->index.find(to);
  if (start == graph_->index.end() || end == graph_->index.end()) return false;
  return graph_->shortest_paths(start->second).distance[static_cast<std::size_t>(end->second)] > 0;
}

}  // namespace surety
