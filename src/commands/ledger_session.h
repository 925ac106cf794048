// LedgerSession: one command that writes to a ledger, from the request to the page that says what was
// written.
#pragma once
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "commands/command.h"
#include "exchange/input_file.h"
#include "exchange/ledger_check.h"
#include "exchange/ledger_entry.h"
#include "ledger/ledger.h"

namespace surety {

// LEDGER, the first argument of every such command.
ArgumentRow ledger_argument();
// --analyst --recorded.
std::vector<OptionRow> writing_options();
// --reason.
OptionRow reason_option(Phrase help);

// Opens the ledger named by the first argument; otherwise the answer that refuses.
std::expected<std::unique_ptr<Ledger>, Answer> requested_ledger(const Request& request, LedgerAccess access);

// Refuses with the faults; exit code 1 where the machine failed.
Answer refused(const InputRefused& refused);

class LedgerSession {
 public:
  // Opens, finds out who writes and when, and shuts others out until the end.
  static std::expected<LedgerSession, Answer> begin(const Request& request);

  Ledger& ledger() { return *ledger_; }
  LedgerWriting& writing() { return *writing_; }
  const std::string& path() const { return path_; }

  // Appends a record about `table` `id`. What is refused is kept as a fault at `at`.
  void append(RecordKind kind, std::string_view payload, const std::string& table, const std::string& id,
              const Place& at = {});
  void append(const DeclaredEntry& entry) {
    append(entry.kind, entry.payload, entry.table, entry.id, entry.at);
  }
  void refuse(Fault fault) { faults_.push_back(std::move(fault)); }
  // Records that were taken from elsewhere.
  void count(std::int64_t added, std::int64_t already_there) {
    added_ += added, already_there_ += already_there;
  }
  // What is checked before the end: the statements that were touched, or, once vocabulary changed, all.
  void check_all_statements() { check_all_ = true; }

  // Checks, commits, and says what was done; or what speaks against it, and then nothing was written.
  Answer finish(const PlaceOfRecord& place_of = {});

 private:
  struct Change {
    std::int64_t record = 0;
    bool already_there = false;
    RecordKind kind = RecordKind::note;
    std::string table, id;
    Place at;
  };
  explicit LedgerSession(const Request& request) : request_(&request) {}
  Document page(const LedgerHead& head) const;

  const Request* request_;
  std::string path_;
  std::unique_ptr<Ledger> ledger_;
  std::unique_ptr<LedgerWriting> writing_;  // goes before the ledger
  std::vector<Change> changes_;
  std::int64_t added_ = 0, already_there_ = 0;
  bool check_all_ = false;
  bool machine_failed_ = false;
  Faults faults_;
  std::vector<std::string> messages_;
};

}  // namespace surety
