// See text_lines.h.
#include "exchange/text_lines.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace surety {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20;

InputRefused refusal_of(const std::string& path, std::string message, bool machine_failed = false) {
  return {{{{path, 0, 0}, std::move(message), {}}}, machine_failed};
}

}  // namespace

std::expected<TextLines, InputRefused> TextLines::open(const std::string& path, std::size_t line_bytes_max) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    const bool no_such = errno == ENOENT || errno == ENOTDIR;
    return std::unexpected(
        no_such ? refusal_of(path, "there is no such file")
                : refusal_of(path, std::string("this cannot be read: ") + std::strerror(errno), true));
  }
  TextLines lines(file, path, line_bytes_max);
  struct stat status = {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
    return std::unexpected(refusal_of(path, "this is no regular file"));
  if (status.st_size == 0) return std::unexpected(refusal_of(path, "the file is empty"));
  return lines;
}

TextLines::~TextLines() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

TextLines::TextLines(TextLines&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      line_bytes_max_(other.line_bytes_max_),
      buffer_(std::move(other.buffer_)),
      at_(other.at_),
      number_(other.number_),
      ended_(other.ended_),
      refused_(std::move(other.refused_)) {}

bool TextLines::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kReadBytes);
  ssize_t count = 0;
  do count = ::read(descriptor_, buffer_.data() + kept, kReadBytes);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    refused_ = refusal_of(path_, std::string("this cannot be read: ") + std::strerror(errno), true);
  buffer_.resize(kept + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
}

std::optional<std::string_view> TextLines::next() {
  if (refused_) return std::nullopt;
  std::size_t searched = at_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(at_, end - at_);
      at_ = end + 1;
      ++number_;
      return line;
    }
    const std::size_t left = buffer_.size() - at_;
    if (left > line_bytes_max_) {
      refused_ = refusal_of(path_, "line " + std::to_string(number_ + 1) + " has more than " +
                                       std::to_string(line_bytes_max_) + " bytes");
      return std::nullopt;
    }
    if (ended_) break;
    ended_ = !fill();
    if (refused_) return std::nullopt;
    searched = left;  // what was left is at the beginning now
  }
  if (at_ == buffer_.size()) return std::nullopt;
  const std::string_view line = std::string_view(buffer_).substr(at_);
  at_ = buffer_.size();
  ++number_;
  return line;
}

}  // namespace surety
