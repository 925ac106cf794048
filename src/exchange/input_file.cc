// See input_file.h.
#include "exchange/input_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "base/text.h"

namespace surety {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::unexpected<InputRefused> refused(const std::string& path, std::string message,
                                      std::string expected = {}) {
  return std::unexpected(InputRefused{{{{path, 0, 0}, std::move(message), std::move(expected)}}, false});
}

// What errno says about a path: whether its name is wrong, or the machine could not.
std::unexpected<InputRefused> refused_by_machine(const std::string& path, int error) {
  if (error == ENOENT || error == ENOTDIR)
    return refused(path, "there is no such file", "a file or a folder");
  if (error == ENAMETOOLONG || error == ELOOP || error == ENXIO)
    return refused(path, "this name cannot be opened", "a file");
  const std::string message = "this cannot be read: " + std::string(std::strerror(error));
  return std::unexpected(InputRefused{{{{path, 0, 0}, message, {}}}, true});
}

std::expected<std::string, InputRefused> all_bytes(int descriptor, const std::string& path,
                                                   std::size_t expected_size, std::size_t bytes_max) {
  std::string bytes;
  bytes.reserve(expected_size + 1);
  std::array<char, std::size_t{64} * 1024> buffer;
  while (true) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return refused_by_machine(path, errno);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    // The file may have grown since it was measured.
    if (bytes.size() > bytes_max)
      return refused(path, "the file is larger than its limit of " + std::to_string(bytes_max) + " bytes");
  }
}

Place place_of_byte(std::string_view bytes, std::size_t at, const std::string& file) {
  const std::string_view before = bytes.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  const auto lines = std::ranges::count(before, '\n') + 1;
  return {file, static_cast<int>(lines), static_cast<int>(code_points(line)) + 1};
}

}  // namespace

std::expected<std::string, InputRefused> read_input_file(const std::string& path, std::size_t bytes_max) {
  if (path.empty()) return refused(path, "the name of the file is empty", "a file");
  if (path.find('\0') != std::string::npos)
    return refused(path, "the name of the file contains NUL", "a file");
  // O_NONBLOCK: a pipe without a writer would wait forever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) return refused_by_machine(path, errno);
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) return refused_by_machine(path, errno);
  if (S_ISDIR(status.st_mode)) return refused(path, "this is a directory", "a file");
  if (!S_ISREG(status.st_mode))
    return refused(path, "this is no regular file but a pipe, a socket or a device", "a file");
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (size > bytes_max)
    return refused(path, "the file has " + std::to_string(size) + " bytes",
                   "at most " + std::to_string(bytes_max));
  auto bytes = all_bytes(file.number(), path, size, bytes_max);
  if (bytes && bytes->empty()) return refused(path, "the file is empty");
  return bytes;
}

std::expected<std::string, Fault> checked_text(std::string bytes, const std::string& file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  const std::size_t invalid = first_invalid_utf8(bytes).value_or(bytes.size());
  const std::size_t nul = std::min(bytes.find('\0'), bytes.size());
  if (invalid < bytes.size() && invalid < nul)
    return std::unexpected(
        Fault{place_of_byte(bytes, invalid, file), "the text is not valid UTF-8 from here on", "UTF-8"});
  if (nul < bytes.size())
    return std::unexpected(Fault{place_of_byte(bytes, nul, file), "the text contains a NUL", "text"});
  return bytes;
}

bool is_directory(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::expected<std::vector<std::string>, InputRefused> names_in_directory(const std::string& path,
                                                                         std::string_view ending) {
  const auto close = [](DIR* directory) { ::closedir(directory); };
  const std::unique_ptr<DIR, decltype(close)> directory(::opendir(path.c_str()), close);
  if (!directory) return refused_by_machine(path, errno);
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(directory.get());
    if (entry == nullptr) break;
    const std::string name = entry->d_name;
    if (name.size() > ending.size() && name.ends_with(ending)) names.push_back(name);
  }
  if (errno != 0) return refused_by_machine(path, errno);
  std::ranges::sort(names);
  return names;
}

}  // namespace surety
