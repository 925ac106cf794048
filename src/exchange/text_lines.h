// TextLines: a file line by line, for files that are larger than the memory should be.
#pragma once
#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/input_file.h"

namespace surety {

class TextLines {
 public:
  // A regular file that is not empty; a pipe, a device or a directory is refused without waiting.
  static std::expected<TextLines, InputRefused> open(const std::string& path, std::size_t line_bytes_max);
  ~TextLines();
  TextLines(TextLines&& other) noexcept;
  TextLines& operator=(TextLines&&) = delete;
  TextLines(const TextLines&) = delete;
  TextLines& operator=(const TextLines&) = delete;

  // The next line without its line feed, which the last may lack; nothing at the end, or where refused() says
  // why. Until the next call.
  std::optional<std::string_view> next();
  int number() const { return number_; }  // of the line handed out last, from 1
  const std::optional<InputRefused>& refused() const { return refused_; }

 private:
  TextLines(int descriptor, std::string path, std::size_t line_bytes_max)
      : descriptor_(descriptor), path_(std::move(path)), line_bytes_max_(line_bytes_max) {}
  // More bytes behind what is left; false at the end.
  bool fill();

  int descriptor_;
  std::string path_;
  std::size_t line_bytes_max_;
  std::string buffer_;
  std::size_t at_ = 0;  // of the next line in the buffer
  int number_ = 0;
  bool ended_ = false;
  std::optional<InputRefused> refused_;
};

}  // namespace surety
