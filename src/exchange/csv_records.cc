// See csv_records.h.
#include "exchange/csv_records.h"

#include <optional>
#include <utility>

#include "base/text.h"

namespace surety {
namespace {

class CsvReading {
 public:
  CsvReading(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
    const std::string_view header = text.substr(0, text.find('\n'));
    const std::size_t first = header.find_first_of(",;");
    if (first != std::string_view::npos) separator_ = header[first];
  }

  std::expected<std::vector<CsvRecord>, Faults> read() && {
    std::vector<CsvRecord> records;
    while (at_ < text_.size() && !is_broken_) {
      CsvRecord record;
      do record.push_back(read_cell());
      while (take(separator_));
      end_line();
      if (record.size() > 1 || !record.front().text.empty()) records.push_back(std::move(record));
    }
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return records;
  }

 private:
  bool at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }
  // One byte further; columns count the first bytes of code points.
  void step() {
    const char ch = text_[at_++];
    if (ch == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(ch) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  bool take(char ch) {
    if (at_ == text_.size() || text_[at_] != ch) return false;
    step();
    return true;
  }
  void end_line() {
    take('\r');
    take('\n');
  }
  Place here() const {
    // In the middle of a character the column is already that of the next one.
    return {file_, line_, column_};
  }

  CsvCell read_cell() {
    if (take('"')) return read_quoted();
    CsvCell cell{{}, here()};
    while (!at_line_end() && text_[at_] != separator_) {
      if (text_[at_] == '"' || text_[at_] == '\r')
        faults_.push_back({here(),
                           text_[at_] == '"' ? "a quote inside a cell without quotes"
                                             : "a carriage return without a line feed",
                           "the cell in quotes, quotes inside it doubled"});
      cell.text += text_[at_];
      step();
    }
    return cell;
  }

  CsvCell read_quoted() {
    CsvCell cell{{}, here()};
    while (at_ < text_.size()) {
      if (take('"')) {
        if (!take('"')) {
          skip_behind_quote();
          return cell;
        }
        cell.text += '"';
      } else {
        cell.text += text_[at_];
        step();
      }
    }
    faults_.push_back({cell.at, "the quote that opens this cell is never closed", "a quote at its end"});
    is_broken_ = true;
    return cell;
  }

  void skip_behind_quote() {
    if (at_line_end() || text_[at_] == separator_) return;
    faults_.push_back({here(), "there is text behind the closing quote of the cell",
                       std::string("'") + separator_ + "' or the end of the line"});
    while (!at_line_end() && text_[at_] != separator_) step();
  }

  std::string_view text_;
  std::string file_;
  char separator_ = ',';
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
  bool is_broken_ = false;
  Faults faults_;
};

}  // namespace

std::expected<std::vector<CsvRecord>, Faults> csv_records(std::string_view text, const std::string& file) {
  return CsvReading(text, file).read();
}

std::string csv_cell(std::string_view text) {
  const bool spaces = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!spaces && text.find_first_of(",;\"\t\n\r") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char ch : text) {
    if (ch == '"') out += '"';
    out += ch;
  }
  return out + '"';
}

}  // namespace surety
