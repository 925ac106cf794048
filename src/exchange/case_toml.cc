// See case_toml.h.
#include "exchange/case_toml.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "exchange/case_toml_keys.h"
#include "exchange/toml_document.h"
#include "model/case_check.h"

namespace surety {
namespace {

using Kind = TomlNode::Kind;

// Outside tables of several files under one name are one list; nothing where two values exclude each other.
std::optional<std::string> both_literals(const std::string& a, const std::string& b) {
  if (!a.starts_with("[") || !b.starts_with("[")) return std::nullopt;
  const std::string first = a.substr(1, a.size() - 2), second = b.substr(1, b.size() - 2);
  return "[" + first + (first.empty() || second.empty() ? "" : ", ") + second + "]";
}

// Reads the texts of one case one after the other.
class CaseReading {
 public:
  explicit CaseReading(std::string name) : name_(std::move(name)) {}

  void read(const TomlText& text) {
    auto document = read_toml(text.text, text.file);
    if (!document) {
      faults_.push_back(std::move(document).error());
      is_whole_ = false;
      return;
    }
    documents_.push_back(std::make_unique<const TomlDocument>(*std::move(document)));
    read_tables(*documents_.back());
  }

  // `alone`: the case must hang together by itself.
  std::expected<Case, Faults> finished(bool alone) && {
    keep_outside_keys();
    if (is_whole_ && alone) {
      if (!head_) report_missing_head();
      const Faults found = case_faults(case_, [this](const Place& table, std::string_view key, int index) {
        return place_of(table, key, index);
      });
      faults_.insert(faults_.end(), found.begin(), found.end());
    }
    std::ranges::sort(faults_);
    faults_.erase(std::ranges::unique(faults_).begin(), faults_.end());
    if (faults_.size() >= kFaultsMax)
      faults_.push_back({{name_, 0, 0}, "there are very many faults, and further ones are not listed", {}});
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(case_);
  }

 private:
  void read_tables(const TomlDocument& document) {
    TomlReading reading(document, faults_, unreadable_);
    for (const TomlNode& entry : document.children(document.root())) {
      if (entry.key == "case") {
        read_head(reading, entry);
      } else if (entry.key.starts_with("x_")) {
        outside_.push_back({entry.key, toml_literal(document, entry), document.key_place(entry)});
      } else if (std::ranges::find(case_table_names(), entry.key) == case_table_names().end()) {
        const bool is_table = entry.kind == Kind::table || entry.kind == Kind::list;
        reading.fault(is_table ? document.place(entry) : document.key_place(entry),
                      std::string("unknown ") + (is_table ? "table" : "key") + " '" +
                          quoted_for_message(entry.key) + "'",
                      proposal(entry.key));
      } else if (entry.kind != Kind::list) {
        reading.fault(entry, "'" + entry.key + "' is " + std::string(kind_phrase(entry.kind)),
                      "[[" + entry.key + "]], a table for each");
      } else {
        for (const TomlNode& table : document.children(entry))
          read_case_entry(reading, entry.key, table, case_);
      }
    }
  }

  static std::string proposal(const std::string& key) {
    if (const auto near = nearest_word(key, case_table_names())) return "did you mean '" + *near + "'?";
    return "one of: " + joined(case_table_names(), ", ");
  }

  void read_head(TomlReading& reading, const TomlNode& node) {
    if (node.kind != Kind::table)
      return reading.fault(node, "'case' is " + std::string(kind_phrase(node.kind)), "one table [case]");
    if (head_)
      return reading.fault(
          node, "a second [case]; the first stands in " + head_->file + ":" + std::to_string(head_->line),
          "one [case] in all files together");
    head_ = reading.document().place(node);
    read_case_head(reading, node, case_);
  }

  void report_missing_head() {
    faults_.push_back({{name_, 0, 0}, "there is no [case]", "a table [case] with id and reference_date"});
    for (const char* key : {"id", "reference_date"}) unreadable_.emplace(case_.at, key);
  }

  // Keys x_... beside the tables, of all files together.
  void keep_outside_keys() {
    for (auto& [key, literal, place] : outside_) {
      const auto [at, is_new] = case_.beside.try_emplace(key, literal);
      if (is_new) continue;
      if (auto joint = both_literals(at->second, literal))
        at->second = *std::move(joint);
      else
        faults_.push_back({place, "'" + quoted_for_message(key) + "' stands twice", "one value, or lists"});
    }
  }

  // Where a key of the table at `table` stands. Nothing where it could not be read.
  std::optional<Place> place_of(const Place& table, std::string_view key, int index) {
    if (unreadable_.contains({table, std::string(key)})) return std::nullopt;
    if (tables_.empty())
      for (const auto& document : documents_)
        for (const TomlNode& node : document->all().subspan(1))  // the root begins where its first table does
          if (node.kind == Kind::table) tables_.try_emplace(document->place(node), document.get(), &node);
    const auto found = tables_.find(table);
    if (found == tables_.end()) return table;
    const auto [document, node] = found->second;
    const TomlNode* value = document->find(*node, key);
    if (value == nullptr) return table;
    // A table's entries stand in the order of their keys, as a map in the case has them.
    if ((value->kind == Kind::list || value->kind == Kind::table) && index >= 0 &&
        static_cast<std::size_t>(index) < value->child_count)
      return document->place(document->children(*value)[static_cast<std::size_t>(index)]);
    return document->place(*value);
  }

  struct OutsideTable {
    std::string key, literal;
    Place place;
  };

  std::string name_;
  Case case_;
  Faults faults_;
  UnreadableKeys unreadable_;
  bool is_whole_ = true;
  std::optional<Place> head_;
  std::vector<OutsideTable> outside_;
  std::vector<std::unique_ptr<const TomlDocument>> documents_;
  std::map<Place, std::pair<const TomlDocument*, const TomlNode*>> tables_;  // filled for the first fault
};

}  // namespace

std::expected<Case, Faults> case_of_toml(std::span<const TomlText> texts, const std::string& name) {
  CaseReading reading(name);
  for (const TomlText& text : texts) reading.read(text);
  return std::move(reading).finished(true);
}

std::expected<Case, Faults> entries_of_toml(std::span<const TomlText> texts, const std::string& name) {
  CaseReading reading(name);
  for (const TomlText& text : texts) reading.read(text);
  return std::move(reading).finished(false);
}

}  // namespace surety
