// See picture_conversion.h.
#include "exchange/picture_conversion.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

extern char** environ;

namespace surety {
namespace {

constexpr Phrase kNotInstalled = {
    "PNG and PDF are drawn by rsvg-convert, which is not installed (expected: the Debian package "
    "librsvg2-bin, or a "
    "file that ends in .svg)",
    "PNG und PDF zeichnet rsvg-convert, und das ist nicht installiert (erwartet: das Debian-Paket "
    "librsvg2-bin, "
    "oder eine Datei, die auf .svg endet)"};
constexpr Phrase kFailed = {"rsvg-convert failed: ", "rsvg-convert hat versagt: "};

// Closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// A file without a name that holds the bytes and is read from its beginning; -1 and errno where there is
// none.
int nameless_file(std::string_view bytes) {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder != nullptr && *folder != 0 ? folder : "/tmp") + "/surety-XXXXXX";
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) return -1;
  ::unlink(path.c_str());
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      ::close(file);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

std::string read_all(int file) {
  std::string bytes;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t count = ::read(file, part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(count));
  }
}

// 0, or what posix_spawn says.
int start(pid_t& child, int input, int output, PictureForm form) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 5> words = {"rsvg-convert", "--format", form == PictureForm::png ? "png" : "pdf",
                                      "--zoom", form == PictureForm::png ? "2" : "1"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  const int error = ::posix_spawnp(&child, "rsvg-convert", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

Result<std::string> converted_picture(std::string_view svg, PictureForm form, Language language) {
  const auto failed = [&](int error) {
    return fail(ErrorCode::storage, std::string(kFailed.in(language)) + std::strerror(error));
  };
  Descriptor input(nameless_file(svg));
  if (input.get() < 0) return failed(errno);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failed(errno);
  Descriptor reading(ends[0]), writing(ends[1]);
  pid_t child = 0;
  const int error = start(child, input.get(), writing.get(), form);
  if (error == ENOENT)
    return fail(ErrorCode::not_found, std::string(kNotInstalled.in(language)), "rsvg-convert");
  if (error != 0) return failed(error);
  writing.close();
  std::string bytes = read_all(reading.get());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  // Where the program is missing, some systems say so only by how the child ends.
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    return fail(ErrorCode::not_found, std::string(kNotInstalled.in(language)), "rsvg-convert");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || bytes.empty())
    return fail(ErrorCode::storage, std::string(kFailed.in(language)) + "?");
  return bytes;
}

}  // namespace surety
