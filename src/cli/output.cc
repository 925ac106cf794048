// See output.h.
#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "commands/fault_words.h"

namespace surety {
namespace {

constexpr Phrase kNotPrinted = {"the answer could not be written: ",
                                "die Antwort ließ sich nicht schreiben: "};
constexpr Phrase kNotWritten = {"the file could not be written: ", "die Datei ließ sich nicht schreiben: "};
constexpr Phrase kNoFolder = {
    "there is no such folder to write into (expected one that exists)",
    "den Ordner, in den geschrieben werden soll, gibt es nicht (erwartet: ein vorhandener)"};
constexpr Phrase kNotRegular = {
    "only a regular file can be replaced (expected the name of a new or a regular file)",
    "nur eine gewöhnliche Datei lässt sich ersetzen (erwartet: der Name einer neuen oder "
    "gewöhnlichen Datei)"};

// 0, or errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// The file behind links; the path itself where nothing is there yet.
std::string without_links(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string text = real;
  std::free(real);
  return text;
}

std::unexpected<Error> not_written(const std::string& path, int error, Language language) {
  return fail(ErrorCode::storage,
              std::string(kNotWritten.in(language)) + said_in(std::strerror(error), language), path);
}

// The mode of the file to be replaced, else what the umask leaves.
mode_t mode_for(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

// 0, or errno of writing; what the source itself says stands in `source`.
int write_pieces_to(int file, const HandOut& hand_out, Result<void>& source) {
  int error = 0;
  source = hand_out([&](std::string_view piece) {
    error = write_all(file, piece);
    return error == 0;
  });
  return error;
}

// 0, or errno; the file aside is gone unless all went well.
int write_aside_then_rename(const std::string& path, const HandOut& hand_out, Result<void>& source) {
  std::string aside = path + ".XXXXXX";
  const int file = ::mkostemp(aside.data(), O_CLOEXEC);
  if (file < 0) return errno;
  int error = write_pieces_to(file, hand_out, source);
  if (error == 0 && !source) error = EIO;
  if (error == 0 && ::fchmod(file, mode_for(path)) != 0) error = errno;
  if (error == 0 && ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(aside.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(aside.c_str());
  return error;
}

}  // namespace

void occupy_standard_descriptors() {
  for (int number = 0; number <= 2; ++number)
    if (::fcntl(number, F_GETFD) < 0) {
      // The lowest free number is this one; open for the other direction, so that its use fails and is seen.
      if (::open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY) < 0) return;
    }
}

std::expected<void, Error> print_answer(std::string_view bytes, Language language) {
  int error = write_all(STDOUT_FILENO, bytes);
  // Some file systems say only at the end that there was no room.
  if (error == 0 && !bytes.empty() && ::close(STDOUT_FILENO) != 0) error = errno;
  if (error == 0 || error == EPIPE) return {};
  return fail(ErrorCode::storage,
              std::string(kNotPrinted.in(language)) + said_in(std::strerror(error), language));
}

std::expected<void, Error> print_pieces(const HandOut& hand_out, Language language) {
  Result<void> source;
  int error = write_pieces_to(STDOUT_FILENO, hand_out, source);
  if (!source) return std::unexpected(source.error());
  if (error == 0 && ::close(STDOUT_FILENO) != 0) error = errno;
  if (error == 0 || error == EPIPE) return {};
  return fail(ErrorCode::storage, std::string(kNotPrinted.in(language)) + std::strerror(error));
}

bool print_line(std::string_view line) { return write_all(STDOUT_FILENO, std::string(line) + "\n") == 0; }

void print_message(std::string_view line) {
  std::string text(line);
  text += '\n';
  print_progress(text);
}

void print_progress(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

std::expected<void, Error> check_output_path(const std::string& path, Language language) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISREG(status.st_mode)) return {};
    return fail(ErrorCode::invalid_input, std::string(kNotRegular.in(language)), path);
  }
  if (::lstat(path.c_str(), &status) == 0)  // a link that leads nowhere
    return fail(ErrorCode::invalid_input, std::string(kNotRegular.in(language)), path);
  if (path.ends_with("/") ||
      (::stat(folder_of(path).c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR)))
    return fail(ErrorCode::not_found, std::string(kNoFolder.in(language)), path);
  return {};
}

std::expected<void, Error> write_file(const std::string& path, std::string_view bytes, Language language) {
  const auto all = [&](const std::function<bool(std::string_view)>& take) {
    take(bytes);
    return Result<void>();
  };
  return write_pieces(path, all, language);
}

std::expected<void, Error> write_pieces(const std::string& path, const HandOut& hand_out, Language language) {
  const std::string target = without_links(path);
  Result<void> source;
  const int error = write_aside_then_rename(target, hand_out, source);
  if (!source) return std::unexpected(source.error());
  if (error != 0) return not_written(path, error, language);
  const int folder = ::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    (void)::fsync(folder);  // the name, too, should survive a power cut; where that cannot be asked for, it
                            // is written all the same
    ::close(folder);
  }
  return {};
}

}  // namespace surety
