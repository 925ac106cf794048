// See ledger_check.h.
#include "exchange/ledger_check.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "exchange/ledger_case.h"
#include "exchange/ledger_entry.h"
#include "ledger/payload.h"
#include "model/case_check.h"

namespace surety {
namespace {

constexpr std::size_t kChunk = 5000;

// Collects statements into cases of a few thousand and checks each with the vocabulary.
class ChunkedCheck {
 public:
  ChunkedCheck(Ledger& ledger, const std::string& path, Date known, const PlaceOfRecord& place_of)
      : ledger_(ledger), path_(path), known_(known), place_of_(place_of) {}

  Result<void> read_vocabulary() {
    EntryQuery query{known_, {}, {}, {}, {}, false};
    for (int number = 1; !word(static_cast<EntryTable>(number)).empty(); ++number)
      if (static_cast<EntryTable>(number) != EntryTable::statement)
        query.tables.emplace_back(word(static_cast<EntryTable>(number)));
    if (auto done = read(query); !done) return done;
    for (const CountingRule& rule : case_.counting_rules)
      respected_.insert(respected_.end(), rule.respect.begin(), rule.respect.end());
    return {};
  }

  Result<void> read(const EntryQuery& query) {
    Result<void> inner;
    auto outer = ledger_.each_entry(query, [&](const KnownEntry& known) {
      const Place at =
          place_of_ ? place_of_(known.content) : Place{path_ + "#" + std::to_string(known.content), 0, 0};
      read_entry(known.table, *known.document, *known.entry, at, case_, faults_);
      if (known.table != "statement") return true;
      if (known.accepted)
        case_.statements.back().status =
            *known.accepted ? StatementStatus::accepted : StatementStatus::rejected;
      if (case_.statements.size() >= kChunk) inner = flush();
      return inner.has_value() && faults_.size() < 100;
    });
    return inner ? outer : inner;
  }

  // Checks what was collected and lets go of it.
  Result<void> flush() {
    std::unordered_set<std::string> there;
    for (const Statement& s : case_.statements) there.insert(s.id);
    EntryQuery missing{known_, {"statement"}, {}, {}, {}, true};
    for (const std::string& id : respected_)
      if (!there.contains(id)) missing.ids.push_back(id);
    if (!missing.ids.empty()) {
      auto done = ledger_.each_entry(missing, [&](const KnownEntry& known) {
        if (there.insert(known.id).second)
          read_entry(known.table, *known.document, *known.entry,
                     {path_ + "#" + std::to_string(known.content), 0, 0}, case_, faults_);
        return true;
      });
      if (!done) return done;
    }
    for (Statement& s : case_.statements)
      std::erase_if(s.supersedes, [&](const std::string& id) { return !there.contains(id); });
    if (faults_.empty()) faults_ = case_faults(case_);
    case_.statements.clear();
    return {};
  }

  // Statements named by `ids`, and those they supersede.
  Result<void> add_superseded(std::vector<std::string>& ids) {
    EntryQuery query{known_, {"statement"}, {}, {}, ids, true};
    std::set<std::string> more;
    auto done = ledger_.each_entry(query, [&](const KnownEntry& known) {
      for (std::string& id : texts_under(*known.document, *known.entry, "supersedes"))
        more.insert(std::move(id));
      return true;
    });
    ids.insert(ids.end(), more.begin(), more.end());
    return done;
  }

  Faults finished() && {
    std::ranges::sort(faults_);
    return std::move(faults_);
  }

 private:
  Ledger& ledger_;
  const std::string& path_;
  Date known_;
  const PlaceOfRecord& place_of_;
  Case case_;
  Faults faults_;
  std::vector<std::string> respected_;
};

}  // namespace

Result<Faults> check_statements(Ledger& ledger, const std::string& path, Date known,
                                const std::vector<std::string>& ids, const PlaceOfRecord& place_of) {
  ChunkedCheck check(ledger, path, known, place_of);
  if (auto done = check.read_vocabulary(); !done) return std::unexpected(done.error());
  for (std::size_t from = 0; from < ids.size() || from == 0; from += kChunk / 2) {
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(std::min(from, ids.size()));
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(from + kChunk / 2, ids.size()));
    std::vector<std::string> chunk(begin, end);
    if (auto done = check.add_superseded(chunk); !done) return std::unexpected(done.error());
    if (auto done = check.read({known, {"statement"}, {}, {}, chunk, true}); !done)
      return std::unexpected(done.error());
    if (auto done = check.flush(); !done) return std::unexpected(done.error());
  }
  return std::move(check).finished();
}

Result<Faults> check_all(Ledger& ledger, const std::string& path, Date known, const PlaceOfRecord& place_of) {
  ChunkedCheck check(ledger, path, known, place_of);
  if (auto done = check.read_vocabulary(); !done) return std::unexpected(done.error());
  if (auto done = check.read({known, {"statement"}, {}, {}, {}, false}); !done)
    return std::unexpected(done.error());
  if (auto done = check.flush(); !done) return std::unexpected(done.error());
  return std::move(check).finished();
}

}  // namespace surety
