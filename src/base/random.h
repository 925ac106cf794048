// Random: numbers from a printed seed, the same on every machine and for every compiler.
#pragma once
#include <cstdint>

namespace surety {

// SplitMix64 (Steele, Lea, Flood 2014): one word of state, passes BigCrush, enough for tests and sampling.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  // A whole number in 0..n-1; n > 0.
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  // A whole number in low..high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }
  // A number in [0,1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double p) { return unit() < p; }

 private:
  std::uint64_t state_;
};

}  // namespace surety
