// Rational: whole numbers of 128 bits into GNU MP and back.
#include "solve/rational.h"

#include <array>
#include <cstdint>

#include "base/check.h"

namespace surety {

namespace {

constexpr std::size_t kBitsInWide = 126;

Wide to_wide(const mpz_t number) {
  SURETY_CHECK(mpz_sizeinbase(number, 2) <= kBitsInWide);
  std::array<std::uint64_t, 2> words{};
  mpz_export(words.data(), nullptr, -1, sizeof words[0], 0, 0, number);
  const Wide size = (Wide{words[1]} << 64) | Wide{words[0]};
  return mpz_sgn(number) < 0 ? -size : size;
}

}  // namespace

Rational::Rational(Wide whole) : Rational() {
  __extension__ using Unsigned = unsigned __int128;
  const Unsigned size = whole < 0 ? -static_cast<Unsigned>(whole) : static_cast<Unsigned>(whole);
  const std::array<std::uint64_t, 2> words{static_cast<std::uint64_t>(size),
                                           static_cast<std::uint64_t>(size >> 64)};
  mpz_import(mpq_numref(value_), 2, -1, sizeof words[0], 0, 0, words.data());
  if (whole < 0) mpq_neg(value_, value_);
}

bool Rational::whole() const { return mpz_cmp_ui(mpq_denref(value_), 1) == 0; }

Wide Rational::floor() const {
  mpz_t quotient;
  mpz_init(quotient);
  mpz_fdiv_q(quotient, mpq_numref(value_), mpq_denref(value_));
  const Wide result = to_wide(quotient);
  mpz_clear(quotient);
  return result;
}

Wide Rational::common_denominator(const std::vector<Rational>& values) {
  mpz_t common;
  mpz_init_set_ui(common, 1);
  for (const Rational& value : values) mpz_lcm(common, common, mpq_denref(value.value_));
  const Wide result = mpz_sizeinbase(common, 2) <= 62 ? to_wide(common) : Wide{0};
  mpz_clear(common);
  return result;
}

}  // namespace surety
