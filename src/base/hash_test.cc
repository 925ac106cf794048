// Tests of hash.h: the vectors of FIPS 180-4, and that pieces give the digest of the whole.
#include "base/hash.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {

TEST_CASE("hash: the vectors of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("hash: pieces give the digest of the whole") {
  constexpr std::uint64_t kSeed = 7;
  CAPTURE(kSeed);
  Random random(kSeed);
  for (int round = 0; round < 100; ++round) {
    std::string whole;
    Sha256 hash;
    for (std::uint64_t pieces = random.below(6); pieces > 0; --pieces) {
      std::string piece;
      for (std::uint64_t n = random.below(150); n > 0; --n) piece += static_cast<char>(random.below(256));
      whole += piece;
      hash.add(piece);
      REQUIRE(hash.hex() == sha256_hex(whole));  // asking does not spoil what follows
    }
  }
}

}  // namespace surety
