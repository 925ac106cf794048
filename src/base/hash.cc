// See hash.h. libsodium's SHA-256 is plain C and needs no sodium_init.
#include "base/hash.h"

#include <array>

#include "base/check.h"

namespace surety {

Sha256::Sha256() { SURETY_CHECK(crypto_hash_sha256_init(&state_) == 0); }

void Sha256::add(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  SURETY_CHECK(crypto_hash_sha256_update(&state_, data, bytes.size()) == 0);
}

std::string Sha256::hex() const {
  crypto_hash_sha256_state copy = state_;  // finishing spoils a state
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  SURETY_CHECK(crypto_hash_sha256_final(&copy, digest.data()) == 0);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace surety
