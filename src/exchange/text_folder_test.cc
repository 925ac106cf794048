// Tests of text folders: by hash before by name, what is no text, what is passed over.
#include "exchange/text_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"

namespace surety {
namespace {

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() / ("surety texts ü " + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "inside");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("text folder: the bytes that are named go before a name") {
  const Folder folder;
  folder.put("a.txt", "another text");
  folder.put("z", "the text");
  folder.put("b", "\xEF\xBB\xBFwith a mark");
  folder.put("b.txt", "later in order");
  folder.put("inside/c.txt", "not looked at");
  folder.put(".d.txt", "hidden");
  const auto copies = read_text_copies(
      folder.path(),
      {{"a", sha256_hex("the text")}, {"b", ""}, {"c", ""}, {"d", ""}, {"a", sha256_hex("none")}});
  REQUIRE(copies);
  CHECK((*copies)[0].file == "z");
  CHECK((*copies)[0].same_bytes);
  CHECK((*copies)[0].text == "the text");
  CHECK((*copies)[1].file == "b");
  CHECK((*copies)[1].text == "with a mark");
  CHECK((*copies)[2].file.empty());
  CHECK((*copies)[3].file.empty());
  CHECK((*copies)[4].file == "a.txt");
  CHECK_FALSE((*copies)[4].same_bytes);
}

TEST_CASE("text folder: what is no text says why, and the rest is read") {
  const Folder folder;
  folder.put("bad.txt", "a\xFF");
  folder.put("nul.txt", std::string("a\0b", 3));
  folder.put("empty.txt", "");
  folder.put("good.txt", "text");
  ::mkfifo((folder.path() + "/pipe.txt").c_str(), 0600);
  const auto copies =
      read_text_copies(folder.path(), {{"bad", ""}, {"nul", ""}, {"empty", ""}, {"good", ""}, {"pipe", ""}});
  REQUIRE(copies);
  for (const std::size_t i : {0, 1, 2, 4}) CHECK((*copies)[i].unread);
  CHECK((*copies)[3].text == "text");
}

TEST_CASE("text folder: no folder, a file in its place") {
  const Folder folder;
  folder.put("file", "text");
  for (const std::string& path : {folder.path() + "/none", folder.path() + "/file"}) {
    const auto copies = read_text_copies(path, {{"a", ""}});
    REQUIRE_FALSE(copies);
    CHECK_FALSE(copies.error().machine_failed);
    CHECK(copies.error().faults.size() == 1);
  }
}

}  // namespace surety
