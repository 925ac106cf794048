// SURETY_CHECK states what must be true for the program itself to be right; it stays on in every build and
// aborts.
#pragma once
#include <cstdio>
#include <cstdlib>

// Never used on what a user typed or a file says: that is an Error (base/result.h) or a Fault (base/fault.h).
#define SURETY_CHECK(condition)                                                          \
  do {                                                                                   \
    if (!(condition)) [[unlikely]] {                                                     \
      std::fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                      \
    }                                                                                    \
  } while (0)
