// Cells: a vector of doubles in large pages, for touching small ones costs more than the arithmetic.
#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <vector>

#include "base/check.h"

namespace surety {

// Memory for many cells at once. Where the system grants no large pages it is memory as any other.
template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class U>
  explicit LargePages(const LargePages<U>&) {}

  T* allocate(std::size_t n) {
    constexpr std::size_t kPage = std::size_t{1} << 21;
    const std::size_t bytes = n * sizeof(T);
    if (bytes < kPage) return checked(std::malloc(bytes));
    const std::size_t whole = (bytes + kPage - 1) / kPage * kPage;
    void* const memory = std::aligned_alloc(kPage, whole);
#ifdef MADV_HUGEPAGE
    if (memory != nullptr) madvise(memory, whole, MADV_HUGEPAGE);
#endif
    return checked(memory);
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }
  friend bool operator==(const LargePages&, const LargePages&) { return true; }

 private:
  static T* checked(void* memory) {
    SURETY_CHECK(memory != nullptr);
    return static_cast<T*>(memory);
  }
};

using Cells = std::vector<double, LargePages<double>>;

}  // namespace surety
