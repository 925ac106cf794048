// The convolution of two long rows by the fast Fourier transform.
//
// Method    one transform of a + ib, one back; roots of unity from square roots and products alone, whose
// rounding is
//           fixed by IEEE 754, so that the result is the same bytes on every machine
// Exact     to some 1e-15 of the larger of the two sums of squares, not in proportion to each cell
// Cost      n log n for n = the length of the result, rounded up to a power of two
#pragma once
#include <cstdint>
#include <span>

#include "solve/cell_memory.h"

namespace surety {

// c[k] = sum over i of a[i] * b[k - i], for k below `length`. REQUIRES both rows not empty.
Cells convolution(std::span<const double> a, std::span<const double> b, std::int64_t length);

// About how long convolution() takes, in steps of the plain way.
double steps_of_convolution(std::int64_t length);

}  // namespace surety
