// See xlsx_records.h.
#include "exchange/xlsx_records.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/date.h"
#include "base/number_text.h"
#include "base/text.h"
#include "base/zip_archive.h"
#include "exchange/xml_events.h"

namespace surety {
namespace {

constexpr std::size_t kColumnsMax = 16'384;

using Parts = std::map<std::string, std::string>;

std::unexpected<Faults> refused_file(const std::string& file, std::string message,
                                     std::string expected = {}) {
  return std::unexpected(Faults{{{file, 0, 0}, std::move(message), std::move(expected)}});
}

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
  const auto at = attributes.find(name);
  return at == attributes.end() ? "" : at->second;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The column of "AB12", counted from 0; nothing for what is no name of a cell.
std::optional<std::size_t> column_of(std::string_view cell) {
  std::size_t column = 0, at = 0;
  for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z' && column <= kColumnsMax; ++at)
    column = column * 26 + static_cast<std::size_t>(cell[at] - 'A') + 1;
  if (at == 0 || column > kColumnsMax) return std::nullopt;
  return column - 1;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

struct SheetRef {
  std::string name, part;
};

// The sheets in order, and whether days count from 1904.
struct Book {
  std::vector<SheetRef> sheets;
  bool from_1904 = false;
};

Result<Book> read_book(const Parts& parts) {
  const auto workbook = parts.find("xl/workbook.xml"), relations = parts.find("xl/_rels/workbook.xml.rels");
  if (workbook == parts.end() || relations == parts.end())
    return fail(ErrorCode::invalid_input, "the archive holds no workbook");
  std::map<std::string, std::string> targets;
  XmlListener relation;
  relation.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "Relationship") targets[attribute(attributes, "Id")] = attribute(attributes, "Target");
  };
  TRY([[maybe_unused]] const bool relations_read, read_xml(relations->second, relation));
  Book book;
  XmlListener sheet;
  sheet.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "workbookPr")
      book.from_1904 =
          attribute(attributes, "date1904") == "1" || attribute(attributes, "date1904") == "true";
    if (name != "sheet") return;
    std::string target = targets[attribute(attributes, "id")];
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    book.sheets.push_back({attribute(attributes, "name"), std::move(target)});
  };
  TRY([[maybe_unused]] const bool book_read, read_xml(workbook->second, sheet));
  if (book.sheets.empty()) return fail(ErrorCode::invalid_input, "the workbook has no sheet");
  return book;
}

Result<std::vector<std::string>> read_shared_strings(const Parts& parts) {
  std::vector<std::string> strings;
  const auto part = parts.find("xl/sharedStrings.xml");
  if (part == parts.end()) return strings;
  bool in_text = false, in_reading = false;  // a reading aid (rPh) is no text of the cell
  XmlListener listener;
  listener.begin = [&](std::string_view name, const XmlAttributes&) {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") in_reading = true;
    if (name == "t") in_text = !in_reading;
  };
  listener.end = [&](std::string_view name) {
    if (name == "rPh") in_reading = false;
    if (name == "t") in_text = false;
  };
  listener.text = [&](std::string_view text) {
    if (in_text && !strings.empty()) strings.back() += text;
  };
  TRY([[maybe_unused]] const bool read, read_xml(part->second, listener));
  return strings;
}

// Whether a format of numbers shows days: built-in ones by their number, others by a d or y outside quotes.
bool shows_days(int id, const std::map<int, std::string>& codes) {
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  const auto code = codes.find(id);
  if (code == codes.end()) return false;
  bool quoted = false, bracketed = false;
  for (const char c : code->second) {
    if (c == '"') quoted = !quoted;
    if (c == '[' || c == ']') bracketed = c == '[';
    if (!quoted && !bracketed && (c == 'd' || c == 'y' || c == 'D' || c == 'Y')) return true;
  }
  return false;
}

// Which formats of cells show days.
Result<std::set<std::size_t>> read_day_formats(const Parts& parts) {
  std::set<std::size_t> days;
  const auto part = parts.find("xl/styles.xml");
  if (part == parts.end()) return days;
  std::map<int, std::string> codes;
  std::size_t formats = 0;
  bool in_formats = false;
  XmlListener listener;
  listener.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    const int id = static_cast<int>(number_in(attribute(attributes, "numFmtId")).value_or(0));
    if (name == "numFmt") codes[id] = attribute(attributes, "formatCode");
    if (name == "cellXfs") in_formats = true;
    if (name != "xf" || !in_formats) return;
    if (shows_days(id, codes)) days.insert(formats);
    ++formats;
  };
  listener.end = [&](std::string_view name) {
    if (name == "cellXfs") in_formats = false;
  };
  TRY([[maybe_unused]] const bool read, read_xml(part->second, listener));
  return days;
}

// The day with this number; spreadsheets count from 30 December 1899 (after February 1900) or from 1904.
std::optional<Date> day_of(double serial, bool from_1904) {
  if (!(serial >= 61 || (from_1904 && serial >= 0)) || serial > 2'958'465) return std::nullopt;
  const Date first = from_1904 ? *Date::from(1904, 1, 1) : *Date::from(1899, 12, 30);
  return Date::of_day_number(first.day_number() + static_cast<std::int64_t>(serial));
}

class SheetReading {
 public:
  SheetReading(std::string place, const std::vector<std::string>& strings, const std::set<std::size_t>& days,
               bool from_1904)
      : place_(std::move(place)), strings_(strings), days_(days), from_1904_(from_1904) {}

  Result<bool> read(std::string_view xml) {
    XmlListener listener;
    listener.begin = [&](std::string_view name, const XmlAttributes& attributes) { begin(name, attributes); };
    listener.end = [&](std::string_view name) { end(name); };
    listener.text = [&](std::string_view text) {
      if (in_value_) text_ += text;
    };
    return read_xml(xml, listener);
  }

  std::vector<CsvRecord> records;
  Faults faults;

 private:
  void begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
      const auto number = number_in(attribute(attributes, "r"));
      row_ = number && *number > static_cast<double>(row_) && *number < 2e6
                 ? static_cast<std::size_t>(*number)
                 : row_ + 1;
      record_.clear();
      next_column_ = 0;
    } else if (name == "c") {
      column_ = column_of(attribute(attributes, "r")).value_or(next_column_);
      next_column_ = column_ + 1;
      type_ = attribute(attributes, "t");
      format_ = static_cast<std::size_t>(std::max(0.0, number_in(attribute(attributes, "s")).value_or(0)));
      text_.clear();
    } else if (name == "v" || name == "t") {
      in_value_ = true;
    }
  }
  void end(std::string_view name) {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "c") put(column_, value());
    if (name == "row") finish_row();
  }

  std::string place_of(std::size_t column) const {
    return place_ + column_letters(column) + std::to_string(row_);
  }
  void put(std::size_t column, std::string text) {
    if (text.empty() || column >= kColumnsMax) return;
    while (record_.size() <= column) record_.push_back({"", {place_of(record_.size()), 0, 0}});
    record_[column].text = std::move(text);
  }
  std::string value() {
    if (type_ == "s") {
      const auto index = number_in(text_);
      if (index && *index >= 0 && *index < static_cast<double>(strings_.size()))
        return strings_[static_cast<std::size_t>(*index)];
      faults.push_back({{place_of(column_), 0, 0}, "the cell names a text that is not there", "a text"});
      return "";
    }
    if (type_ == "b") return text_ == "1" ? "true" : "false";
    if (type_ == "e") {
      faults.push_back({{place_of(column_), 0, 0},
                        "the cell holds the error '" + quoted_for_message(text_) + "'",
                        "a value"});
      return "";
    }
    if (type_ == "inlineStr" || type_ == "str" || type_ == "d") return text_;
    const auto number = number_in(text_);
    if (!number) return text_;
    if (days_.contains(format_))
      if (const auto day = day_of(*number, from_1904_)) return day->iso();
    return shortest_number(*number);
  }
  void finish_row() {
    while (!record_.empty() && record_.back().text.empty()) record_.pop_back();
    if (record_.empty()) return;
    if (!records.empty())
      while (record_.size() < records.front().size())
        record_.push_back({"", {place_of(record_.size()), 0, 0}});
    records.push_back(std::move(record_));
    record_.clear();
  }

  std::string place_;
  const std::vector<std::string>& strings_;
  const std::set<std::size_t>& days_;
  bool from_1904_;
  std::size_t row_ = 0, column_ = 0, next_column_ = 0, format_ = 0;
  std::string type_, text_;
  bool in_value_ = false;
  CsvRecord record_;
};

bool is_wanted(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" ||
         name == "xl/sharedStrings.xml" || name == "xl/styles.xml" ||
         (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::expected<std::vector<CsvRecord>, Faults> xlsx_records(std::string_view bytes, const std::string& file) {
  const auto parts = zip_contents(bytes, is_wanted, kUnpackedBytesMax);
  if (!parts) return refused_file(file, parts.error().message, "an XLSX file");
  const auto book = read_book(*parts);
  if (!book) return refused_file(file, book.error().message, "an XLSX file");
  const auto strings = read_shared_strings(*parts);
  if (!strings) return refused_file(file, strings.error().message, "an XLSX file");
  const auto days = read_day_formats(*parts);
  if (!days) return refused_file(file, days.error().message, "an XLSX file");
  auto sheet = std::ranges::find_if(
      book->sheets, [](const SheetRef& ref) { return case_folded(ref.name) == "statements"; });
  if (sheet == book->sheets.end()) sheet = book->sheets.begin();
  const auto part = parts->find(sheet->part);
  const std::string name = quoted_for_message(sheet->name);
  if (part == parts->end()) return refused_file(file, "the sheet '" + name + "' is missing in the archive");
  SheetReading reading(file + ":" + name + "!", *strings, *days, book->from_1904);
  if (const auto read = reading.read(part->second); !read)
    return refused_file(file, read.error().message, "an XLSX file");
  if (!reading.faults.empty()) return std::unexpected(std::move(reading.faults));
  if (reading.records.size() > kRowsReadMax)
    return refused_file(file, "the sheet '" + name + "' has too many rows");
  return std::move(reading.records);
}

}  // namespace surety
