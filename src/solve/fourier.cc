// A radix-2 transform into bit-reversed order and back, so that no cell is ever moved.
#include "solve/fourier.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "base/check.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define SURETY_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SURETY_WIDE
#endif

namespace surety {

// (low, high) becomes (low + c high, low - c high), cell by cell. (See convolution.cc for SURETY_WIDE.)
SURETY_WIDE void split_cells(double* __restrict low_re, double* __restrict low_im, double* __restrict high_re,
                             double* __restrict high_im, std::size_t n, double c_re, double c_im) {
  for (std::size_t j = 0; j < n; ++j) {
    const double re = high_re[j] * c_re - high_im[j] * c_im;
    const double im = high_re[j] * c_im + high_im[j] * c_re;
    high_re[j] = low_re[j] - re;
    high_im[j] = low_im[j] - im;
    low_re[j] += re;
    low_im[j] += im;
  }
}

// (low, high) becomes (low + high, (low - high) / c): twice what split_cells undid.
SURETY_WIDE void join_cells(double* __restrict low_re, double* __restrict low_im, double* __restrict high_re,
                            double* __restrict high_im, std::size_t n, double c_re, double c_im) {
  for (std::size_t j = 0; j < n; ++j) {
    const double re = low_re[j] - high_re[j];
    const double im = low_im[j] - high_im[j];
    low_re[j] += high_re[j];
    low_im[j] += high_im[j];
    high_re[j] = re * c_re + im * c_im;
    high_im[j] = im * c_re - re * c_im;
  }
}

namespace {

struct Row {
  Cells re, im;
};

// Root s has the angle of the sum of pi / 2^(m+1) over the bits m of s: the order in which the blocks need
// them.
Row roots(std::size_t n) {
  Row root{.re = Cells(n), .im = Cells(n)};
  root.re[0] = 1;
  double cosine = 0, sine = 1;  // of pi / 2^(m+1)
  for (std::size_t bit = 1; bit < n; bit *= 2) {
    for (std::size_t t = 0; t < bit; ++t) {
      root.re[bit + t] = root.re[t] * cosine - root.im[t] * sine;
      root.im[bit + t] = root.re[t] * sine + root.im[t] * cosine;
    }
    const double half = std::sqrt((1 + cosine) / 2);
    sine /= 2 * half;
    cosine = half;
  }
  return root;
}

// Block s of a polynomial modulo x^(2 length) - c^2 is split into those modulo x^length - c and x^length + c.
void transform(Row& row, const Row& root) {
  const std::size_t n = row.re.size();
  for (std::size_t length = n / 2; length > 0; length /= 2) {
    for (std::size_t s = 0; s * 2 * length < n; ++s) {
      double* const re = &row.re[s * 2 * length];
      double* const im = &row.im[s * 2 * length];
      split_cells(re, im, re + length, im + length, length, root.re[s], root.im[s]);
    }
  }
}

void transform_back(Row& row, const Row& root) {
  const std::size_t n = row.re.size();
  for (std::size_t length = 1; length < n; length *= 2) {
    for (std::size_t s = 0; s * 2 * length < n; ++s) {
      double* const re = &row.re[s * 2 * length];
      double* const im = &row.im[s * 2 * length];
      join_cells(re, im, re + length, im + length, length, root.re[s], root.im[s]);
    }
  }
}

// With C = A + iB for real a and b, A - iB at a root is the conjugate of C at the conjugate root, which is
// found by flipping all bits below the highest; and 4i AB = (A + iB)^2 - (A - iB)^2.
void multiply(Row& row) {
  const std::size_t n = row.re.size();
  for (std::size_t j = 0; j < n; ++j) {
    const std::size_t k = j == 0 ? 0 : j ^ (std::bit_floor(j) - 1);
    if (k < j) continue;
    const double x = row.re[j], y = row.im[j], u = row.re[k], v = -row.im[k];
    const double square_re = (x * x - y * y) - (u * u - v * v);
    const double square_im = 2 * x * y - 2 * u * v;
    row.re[j] = square_im / 4;
    row.im[j] = -square_re / 4;
    row.re[k] = square_im / 4;
    row.im[k] = square_re / 4;
  }
}

}  // namespace

Cells convolution(std::span<const double> a, std::span<const double> b, std::int64_t length) {
  SURETY_CHECK(!a.empty() && !b.empty() && length > 0);
  const std::size_t n = std::bit_ceil(a.size() + b.size() - 1);
  Row row{.re = Cells(n), .im = Cells(n)};
  std::ranges::copy(a, row.re.begin());
  std::ranges::copy(b, row.im.begin());
  const Row root = roots(std::max<std::size_t>(n / 2, 1));
  transform(row, root);
  multiply(row);
  transform_back(row, root);
  row.re.resize(static_cast<std::size_t>(length));
  for (double& cell : row.re) cell /= static_cast<double>(n);
  return std::move(row.re);
}

double steps_of_convolution(std::int64_t length) {
  constexpr double kOfButterfly = 40;  // measured against the eight shifts at once of the plain way
  const auto n = static_cast<double>(std::bit_ceil(static_cast<std::uint64_t>(length)));
  return kOfButterfly * n * std::log2(n);
}

}  // namespace surety
