// Tests of ZIP archives: what is written reads back, the same bytes twice, and broken bytes are refused.
#include "base/zip_archive.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace surety {
namespace {

const auto kAll = [](std::string_view) { return true; };

TEST_CASE("what is written reads back, and twice the same bytes") {
  Random random(20250821);
  std::map<std::string, std::string> wanted;
  for (int i = 0; i < 20; ++i) {
    std::string bytes;
    for (std::uint64_t n = random.below(70'000); n > 0; --n)
      bytes += static_cast<char>(random.below(random.chance(0.5) ? 256 : 3));
    wanted["folder/ä " + std::to_string(i) + ".xml"] = bytes;
  }
  const auto archive = [&] {
    std::vector<ZipEntry> entries;
    for (const auto& [name, bytes] : wanted) entries.push_back(zip_entry(name, bytes, bytes.size() % 2 == 0));
    return zip_archive(std::move(entries));
  };
  const auto first = archive(), second = archive();
  REQUIRE(first.has_value());
  CHECK(*first == *second);
  const auto back = zip_contents(*first, kAll, 10'000'000);
  REQUIRE(back.has_value());
  CHECK(*back == wanted);
}

TEST_CASE("too much, and what is no archive, is refused") {
  std::vector<ZipEntry> entries;
  entries.push_back(zip_entry("zeros", std::string(1'000'000, '0')));
  const auto archive = zip_archive(std::move(entries));
  REQUIRE(archive.has_value());
  CHECK(archive->size() < 10'000);
  CHECK(zip_contents(*archive, kAll, 999'999).error().code == ErrorCode::too_large);
  CHECK(zip_contents(*archive, kAll, 1'000'000).has_value());
  Random random(7);
  for (int i = 0; i < 200; ++i) {
    std::string broken = *archive;
    broken.resize(random.below(broken.size()));
    CHECK_FALSE(zip_contents(broken, kAll, 1'000'000).has_value());
  }
  CHECK_FALSE(zip_contents("", kAll, 1'000'000).has_value());
  CHECK_FALSE(zip_contents("no archive at all", kAll, 1'000'000).has_value());
}

}  // namespace
}  // namespace surety
