// Because: the statements and assumptions that a figure rests on, and Traced<T>, a figure with its because.
#pragma once
#include <string>
#include <vector>

namespace surety {

// Sorted ids without repetition; ids sort by their bytes.
class Because {
 public:
  Because() = default;
  Because(std::initializer_list<std::string> ids);
  explicit Because(std::vector<std::string> ids);

  void add(const std::string& id);
  void add(const Because& other);
  bool contains(const std::string& id) const;
  const std::vector<std::string>& ids() const { return ids_; }
  bool empty() const { return ids_.empty(); }
  friend bool operator==(const Because&, const Because&) = default;

 private:
  std::vector<std::string> ids_;
};

// Both together. Cost: the sum of the lengths.
Because join(Because a, const Because& b);

template <class T>
struct Traced {
  T value{};
  Because because;
};

}  // namespace surety
