// See ndjson.h.
#include "exchange/ndjson.h"

#include <optional>

#include "exchange/text_lines.h"

namespace surety {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::int64_t kReachedEvery = 1000;

// Holds one line after the other against what is there.
class NdjsonReading {
 public:
  NdjsonReading(Ledger& ledger, LedgerWriting& writing, std::string file)
      : ledger_(ledger), writing_(writing), file_(std::move(file)), there_(writing.head()) {}

  std::optional<InputRefused> take(std::string_view line, int number) {
    number_ = number;
    const auto record = record_of_line(line);
    if (!record) return refused(record.error().message);
    if (auto fault = place_in_chain(*record)) return fault;
    last_ = record->seq;
    hash_ = record_hash(line);
    if (record->seq <= there_.seq) {
      ++taken.already_there;
      return compare(*record, line);
    }
    if (const auto done = writing_.take(line, *record, hash_); !done) {
      if (done.error().code == ErrorCode::storage)
        return InputRefused{{{{}, done.error().message, {}}}, true};
      return refused(done.error().message);
    }
    ++taken.added;
    return std::nullopt;
  }

  NdjsonTaken taken;

 private:
  InputRefused refused(std::string message, std::string expected = {}) const {
    return {{{{file_, number_, 1}, std::move(message), std::move(expected)}}, false};
  }

  std::optional<InputRefused> place_in_chain(const Record& record) const {
    const std::string seq = std::to_string(record.seq), wanted = std::to_string(last_ + 1);
    if (record.seq == last_ && last_ > 0)
      return refused("two heads: a second record " + seq, "record " + wanted);
    if (record.seq <= last_)
      return refused("records out of order: " + seq + " after " + std::to_string(last_), "record " + wanted);
    if (record.seq > last_ + 1)
      return refused("a gap: record " + seq + " after " + std::to_string(last_), "record " + wanted);
    if (record.previous != hash_)
      return refused(
          "wrong hash: 'previous' of record " + seq + " is not that of record " + std::to_string(last_),
          hash_);
    return std::nullopt;
  }

  std::optional<InputRefused> compare(const Record& record, std::string_view line) {
    bool equal = false;
    const auto read = ledger_.each(record.seq, record.seq, [&](std::int64_t, std::string_view there) {
      equal = there == line;
      return true;
    });
    if (!read) return InputRefused{{{{}, read.error().message, {}}}, read.error().code == ErrorCode::storage};
    if (equal) return std::nullopt;
    return refused("two heads: the ledger has another record " + std::to_string(record.seq),
                   "a file that continues the ledger, or a new ledger");
  }

  Ledger& ledger_;
  LedgerWriting& writing_;
  std::string file_;
  LedgerHead there_;
  std::int64_t last_ = 0;
  std::string hash_ = std::string(kNoRecordBefore);
  int number_ = 0;
};

}  // namespace

Result<void> write_ndjson(Ledger& ledger, const std::function<bool(std::string_view)>& take) {
  TRY(const LedgerHead head, ledger.head());
  std::string piece;
  bool wanted = true;
  const auto read = ledger.each(1, head.seq, [&](std::int64_t, std::string_view line) {
    piece += line;
    piece += '\n';
    if (piece.size() < kPieceBytes) return true;
    wanted = take(piece);
    piece.clear();
    return wanted;
  });
  if (read && wanted && !piece.empty()) take(piece);
  return read;
}

std::expected<NdjsonTaken, InputRefused> take_ndjson(Ledger& ledger, LedgerWriting& writing,
                                                     const std::string& file,
                                                     const std::function<bool(std::int64_t)>& reached) {
  auto lines = TextLines::open(file, kRecordBytesMax);
  if (!lines) return std::unexpected(lines.error());
  NdjsonReading reading(ledger, writing, file);
  while (const auto line = lines->next()) {
    if (auto fault = reading.take(*line, lines->number())) return std::unexpected(*std::move(fault));
    if (lines->number() % kReachedEvery == 0 && !reached(lines->number()))
      return std::unexpected(InputRefused{{{{file, lines->number(), 1}, "interrupted", {}}}, false});
  }
  if (lines->refused()) return std::unexpected(*lines->refused());
  return reading.taken;
}

bool looks_like_ndjson(const std::string& file) {
  auto lines = TextLines::open(file, kRecordBytesMax);
  if (!lines) return false;
  const auto first = lines->next();
  return first && first->starts_with("{");
}

}  // namespace surety
