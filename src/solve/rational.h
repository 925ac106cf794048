// Rational: exact fractions of any size, for the few questions that need a linear programme.
//
// Method    GNU MP; the only files that see its header are rational.h and rational.cc
#pragma once
#include <gmp.h>

#include "solve/row_system.h"

namespace surety {

class Rational {
 public:
  Rational() { mpq_init(value_); }
  explicit Rational(Wide whole);
  Rational(const Rational& other) : Rational() { mpq_set(value_, other.value_); }
  Rational(Rational&& other) noexcept : Rational() { mpq_swap(value_, other.value_); }
  Rational& operator=(const Rational& other) {
    mpq_set(value_, other.value_);
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept {
    mpq_swap(value_, other.value_);
    return *this;
  }
  ~Rational() { mpq_clear(value_); }

  int sign() const { return mpq_sgn(value_); }
  bool whole() const;
  // The largest whole number that is not larger. REQUIRES it to be below 2^126 in size.
  Wide floor() const;

  Rational& operator+=(const Rational& b) {
    mpq_add(value_, value_, b.value_);
    return *this;
  }
  Rational& operator-=(const Rational& b) {
    mpq_sub(value_, value_, b.value_);
    return *this;
  }
  Rational& operator*=(const Rational& b) {
    mpq_mul(value_, value_, b.value_);
    return *this;
  }
  Rational& operator/=(const Rational& b) {  // REQUIRES b != 0
    mpq_div(value_, value_, b.value_);
    return *this;
  }
  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
  friend Rational operator-(Rational a) {
    mpq_neg(a.value_, a.value_);
    return a;
  }
  friend bool operator==(const Rational& a, const Rational& b) { return mpq_equal(a.value_, b.value_) != 0; }
  friend bool operator<(const Rational& a, const Rational& b) { return mpq_cmp(a.value_, b.value_) < 0; }

  // The least whole number > 0 that makes every one of `values` whole when multiplied; 0 when it passes 2^62.
  static Wide common_denominator(const std::vector<Rational>& values);

 private:
  mpq_t value_;
};

}  // namespace surety
