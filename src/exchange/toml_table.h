// Reading TOML tables by lists of keys: a new key of the case file is one line in its list.
#pragma once
#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fault.h"
#include "base/text.h"
#include "exchange/toml_document.h"
#include "model/case.h"

namespace surety {

// Keys whose value could not be read, by the place of their table: what follows from that is no fault of its
// own.
using UnreadableKeys = std::set<std::pair<Place, std::string>>;

// Nobody reads more, and a hostile file would fill the memory with them.
inline constexpr std::size_t kFaultsMax = 10'000;

// One document being read, and where its faults go.
class TomlReading {
 public:
  TomlReading(const TomlDocument& document, Faults& faults, UnreadableKeys& unreadable)
      : document_(document), faults_(faults), unreadable_(unreadable) {}
  const TomlDocument& document() const { return document_; }
  std::span<const TomlNode> children(const TomlNode& node) const { return document_.children(node); }

  // Beyond kFaultsMax they are only counted.
  void fault(const Place& place, std::string message, std::string expected = {}) {
    ++fault_count_;
    if (faults_.size() < kFaultsMax) faults_.push_back({place, std::move(message), std::move(expected)});
  }
  void fault(const TomlNode& at, std::string message, std::string expected = {}) {
    fault(document_.place(at), std::move(message), std::move(expected));
  }
  // "`said` is a text", expected "a date such as 2025-08-21".
  void wrong_kind(const TomlNode& at, std::string expected);
  // A key that nothing knows, with the nearest of the known ones.
  void unknown_key(const TomlNode& entry, std::string_view table_name, const std::vector<std::string>& known);
  void missing_key(const TomlNode& table, std::string_view table_name, std::string_view key);

  std::size_t fault_count() const { return fault_count_; }
  void unreadable(const TomlNode& table, std::string_view key) {
    unreadable_.emplace(document_.place(table), std::string(key));
  }

 private:
  const TomlDocument& document_;
  Faults& faults_;
  UnreadableKeys& unreadable_;
  std::size_t fault_count_ = 0;
};

enum class Presence { required, optional };

template <class T>
struct TableKey {
  std::string_view name;
  Presence presence;
  void (*read)(TomlReading&, const TomlNode&, T&);
};

// Values by the type they are read into. Each adds a fault and leaves `into` as it was where the value does
// not fit.
void read_value(TomlReading& reading, const TomlNode& node, std::string& into);
void read_value(TomlReading& reading, const TomlNode& node, bool& into);
void read_value(TomlReading& reading, const TomlNode& node, std::int64_t& into);  // any whole number
void read_value(TomlReading& reading, const TomlNode& node, std::optional<std::int64_t>& into);  // >= 0
void read_value(TomlReading& reading, const TomlNode& node, std::optional<double>& into);        // >= 0
void read_value(TomlReading& reading, const TomlNode& node, std::optional<Date>& into);
void read_value(TomlReading& reading, const TomlNode& node, Texts& into);
void read_value(TomlReading& reading, const TomlNode& node, std::vector<Texts>& into);
void read_value(TomlReading& reading, const TomlNode& node, std::vector<std::string>& into);
void read_value(TomlReading& reading, const TomlNode& node, ProbabilityRange& into);
void read_value(TomlReading& reading, const TomlNode& node, std::optional<ProbabilityRange>& into);
void read_value(TomlReading& reading, const TomlNode& node, WrittenClaim& into);
void read_value(TomlReading& reading, const TomlNode& node, std::optional<WrittenClaim>& into);

// A word of a closed list, such as the kind of a statement.
void unknown_word(TomlReading& reading, const TomlNode& node, const std::vector<std::string>& known);
template <class T>
  requires std::is_enum_v<T>
void read_value(TomlReading& reading, const TomlNode& node, T& into) {
  std::string text;
  const std::size_t before = reading.fault_count();
  read_value(reading, node, text);
  if (reading.fault_count() != before) return;
  if (const auto value = value_of_word<T>(text))
    into = *value;
  else
    unknown_word(reading, node, words_of<T>());
}
template <class T>
  requires std::is_enum_v<T>
void read_value(TomlReading& reading, const TomlNode& node, std::optional<T>& into) {
  T value{};
  const std::size_t before = reading.fault_count();
  read_value(reading, node, value);
  if (reading.fault_count() == before) into = value;
}

void read_one_or_list(TomlReading& reading, const TomlNode& node, std::vector<std::string>& into);
// A date, or { from, to } with either end missing.
struct DateOrRange {
  std::optional<Date> day;
  DateRange range;
};
std::optional<DateOrRange> date_or_range(TomlReading& reading, const TomlNode& node);

// `{"unit", Presence::optional, member<&Capability::unit>}`: the value goes into that member.
template <auto Member, class T>
void member(TomlReading& reading, const TomlNode& node, T& into) {
  read_value(reading, node, into.*Member);
}

// Reads one table by its keys. Keys that begin with x_ go to `outside`, or are unknown where that is null.
template <class T>
void read_table(TomlReading& reading, const TomlNode& table, std::string_view name,
                std::span<const TableKey<T>> keys, T& into, OutsideKeys* outside) {
  if (table.kind != TomlNode::Kind::table) return reading.wrong_kind(table, "a table");
  for (const TomlNode& entry : reading.children(table)) {
    const auto key = std::ranges::find_if(keys, [&](const auto& k) { return k.name == entry.key; });
    if (key != keys.end()) {
      const std::size_t before = reading.fault_count();
      key->read(reading, entry, into);
      if (reading.fault_count() != before) reading.unreadable(table, key->name);
    } else if (outside != nullptr && entry.key.starts_with("x_")) {
      (*outside)[entry.key] = toml_literal(reading.document(), entry);
    } else {
      std::vector<std::string> known;
      for (const auto& k : keys) known.emplace_back(k.name);
      reading.unknown_key(entry, name, known);
    }
  }
  for (const auto& key : keys)
    if (key.presence == Presence::required && reading.document().find(table, key.name) == nullptr) {
      reading.missing_key(table, name, key.name);
      reading.unreadable(table, key.name);
    }
}

}  // namespace surety
