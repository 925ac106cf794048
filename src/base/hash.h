// SHA-256 of bytes: tells whether two answers rest on the same input (semantics 11, "input_sha256").
#pragma once
#include <string>
#include <string_view>

#include <sodium/crypto_hash_sha256.h>

namespace surety {

// The digest of everything added so far. Cost: linear in time, constant in memory.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex() const;  // 64 digits in lower case; more may be added afterwards

 private:
  crypto_hash_sha256_state state_;
};

// The digest of one string of bytes, as 64 hexadecimal digits in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace surety
