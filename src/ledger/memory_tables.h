// MemoryTables: the derived tables in memory, for a second derivation that verify() holds against the file.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/derived_tables.h"

namespace surety {

class MemoryTables : public DerivedTables {
 public:
  // `read_line` gives the line of a record.
  using ReadLine = std::function<Result<std::string>(std::int64_t seq)>;
  explicit MemoryTables(ReadLine read_line) : read_line_(std::move(read_line)) {}

  std::int64_t find(EntryTable table, std::string_view id) override;
  void declare(EntryTable table, std::string_view id, std::int64_t declared) override;
  bool open_state(EntryTable table, std::int64_t declared, EntryState& into) override;
  void save_state(EntryTable table, std::int64_t declared, const EntryState& state) override;
  void remove_state(EntryTable table, std::int64_t declared, std::int64_t known_from) override;
  void add_supersession(std::int64_t older, std::int64_t newer) override;
  std::vector<std::int64_t> superseders(std::int64_t older) override;
  void add_party(std::string_view party, std::int64_t statement) override;
  void add_mention(std::int64_t declared, std::int64_t seq) override;
  std::vector<std::int64_t> mentions(std::int64_t declared) override;
  void add_judgement(std::string_view analyst, std::int64_t seq) override;
  void add_retraction(std::int64_t target, std::int64_t by) override;
  std::vector<std::int64_t> retractions(std::int64_t target) override;
  Result<std::string> line(std::int64_t seq) override { return read_line_(seq); }

  // Sums over all rows of a table that do not depend on their order: equal tables have equal sums.
  struct Sum {
    std::uint64_t rows = 0, mixed = 0;
    void add(std::uint64_t row) { ++rows, mixed += row; }
    friend bool operator==(const Sum&, const Sum&) = default;
  };
  struct Sums {
    Sum entries, states, supersessions, parties, mentions, judgements, retractions;
    friend bool operator==(const Sums&, const Sums&) = default;
  };
  Sums sums() const;

 private:
  ReadLine read_line_;
  std::unordered_map<std::string, std::int64_t> entries_;  // under one letter for the table and the id
  std::unordered_map<std::int64_t, std::vector<EntryState>> states_;
  std::unordered_map<std::int64_t, EntryTable> tables_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> superseders_, mentions_, retractions_;
  std::unordered_map<std::string, std::vector<std::int64_t>> parties_, judgements_;
};

// A row as one number. Good against accidents and flipped bits, not against somebody who looks for another
// row with the same number; such a person could write the records anew just as well.
std::uint64_t row_of_entry(EntryTable table, std::string_view id, std::int64_t declared);
std::uint64_t row_of_state(EntryTable table, std::int64_t declared, const EntryState& state);
std::uint64_t row_of_pair(std::int64_t first, std::int64_t second);
std::uint64_t row_of_text(std::string_view text, std::int64_t number);

}  // namespace surety
