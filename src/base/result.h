// Result<T>: a value, or the Error that says why there is none. The one way in which a call may fail.
#pragma once
#include <expected>
#include <string>
#include <utility>

namespace surety {

// invalid_input  what was asked or read is not well formed, or contradicts itself
// not_found      a name that nothing bears
// too_large      a stated limit is passed
// storage        the machine could not read or write
// interrupted    a budget or a signal ended the work before there was anything to show
enum class ErrorCode { invalid_input, not_found, too_large, storage, interrupted };

// What went wrong, as one sentence for the person who asked, and where: "case.toml:12:7" or "--as-of".
struct Error {
  ErrorCode code = ErrorCode::invalid_input;
  std::string message;
  std::string where;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(where)});
}

}  // namespace surety

// TRY(auto x, call()); binds the value, or returns the error to the caller.
#define SURETY_JOIN2(a, b) a##b
#define SURETY_JOIN(a, b) SURETY_JOIN2(a, b)
#define SURETY_TRY2(attempt, declaration, call)                     \
  auto attempt = (call);                                            \
  if (!attempt) return std::unexpected(std::move(attempt).error()); \
  declaration = *std::move(attempt)
#define TRY(declaration, call) SURETY_TRY2(SURETY_JOIN(attempt_, __LINE__), declaration, call)
