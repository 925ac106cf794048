// RowSystem: whole amounts and sums of them, each between two bounds, and what tells that no amounts fit.
//
// The three ways to decide it (nested_rows.h, crossing_rows.h, any_rows.h) share these words.
#pragma once
#include <vector>

namespace surety {

// Bounds go to 10^18 and rows add up many of them.
__extension__ using Wide = __int128;

// Columns are whole amounts that lie in the same rows and were added up to one; low <= high.
struct RowSystem {
  struct Interval {
    Wide low = 0;
    Wide high = 0;
  };
  std::vector<Interval> columns;
  std::vector<Interval> rows;
  std::vector<std::vector<int>> rows_of;  // of each column, its rows

  // Of each row the smallest row that contains it, or -1, if `rows_of` is read as sets of columns; and of
  // each column its smallest row. Filled by whoever wants nested_rows or crossing_rows.
  struct Forest {
    std::vector<int> parent;   // of each row; -1 also for rows of another forest
    std::vector<int> leaf;     // of each column, its smallest row in this forest, or -1
    std::vector<int> members;  // the rows of this forest, each before the rows that contain it
  };
};

// One bound of a column or a row, taken `times` times.
struct BoundUse {
  bool of_row = false;
  int index = 0;
  bool lower = false;
  Wide times = 1;
};

// Why nothing fits: adding up all bounds that are named, with their signs, says that something negative is >=
// 0. lacking = sum of times * low - sum of times * high > 0; any weaker bounds that keep it > 0 contradict
// each other too. Where whole numbers matter `lacking` is 1: only these very bounds contradict each other.
struct Refutation {
  std::vector<BoundUse> uses;
  Wide lacking = 0;
};

enum class Fit { fits, refuted, interrupted };

}  // namespace surety
