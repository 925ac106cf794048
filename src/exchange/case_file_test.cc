// Reading a case from the disk: files, folders, limits, what is refused unread, and the hash of the input.
#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/hash.h"
#include "base/heard_test.h"
#include "exchange/case_file.h"

namespace surety {
namespace {

namespace fs = std::filesystem;

// A folder of its own that goes away.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "surety-case-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name, const std::string& bytes) const {
    const std::string path = (path_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

const std::string kHead = "[case]\nid = \"c\"\nreference_date = 2025-08-21\n";

// The faults as "place message" lines, the folder's name left out.
std::string refused(const std::string& path, const std::string& folder) {
  const auto c = read_case(path);
  if (c) return "";
  CHECK_FALSE(c.error().machine_failed);
  std::string text;
  for (const Fault& f : heard(c.error().faults)) {
    std::string file = f.place.file;
    if (!folder.empty() && file.starts_with(folder + "/")) file = file.substr(folder.size() + 1);
    text += file + ":" + std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + ": " +
            f.message + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("case file: one file, its hash and its name") {
  const Folder folder;
  const std::string path = folder.file("a.toml", kHead);
  const auto c = read_case(path);
  REQUIRE(c.has_value());
  CHECK(c->id == "c");
  CHECK(c->input_sha256 == sha256_hex(kHead));
  CHECK(c->at.file == path);
  CHECK(refused(folder.file("b.toml", kHead + "role = 1\n"), folder.path()) ==
        "b.toml:4:1: unknown key 'role' in [case]\n");
}

TEST_CASE("case file: a byte order mark and CRLF are read") {
  const Folder folder;
  CHECK(refused(folder.file("a.toml", "\xEF\xBB\xBF" + kHead), folder.path()) == "");
  CHECK(refused(folder.file("b.toml",
                            "\xEF\xBB\xBF[case]\r\nid = \"c\"\r\nreference_date = 2025-08-21\r\nx = 1\r\n"),
                folder.path()) == "b.toml:4:1: unknown key 'x' in [case]\n");
}

TEST_CASE("case file: a folder of files") {
  const Folder folder;
  folder.file("b.toml", "[[role]]\nid = \"two\"\n");
  folder.file("a.toml", "[[role]]\nid = \"one\"\n[[x_note]]\nn = 1\n");
  folder.file("c.toml", kHead + "[[x_note]]\nn = 2\n");
  folder.file("notes.txt", "\xFF");
  fs::create_directory(folder.path() + "/deeper");
  std::ofstream(folder.path() + "/deeper/d.toml") << "nonsense";
  for (const std::string& path : {folder.path(), folder.path() + "/"}) {
    const auto c = read_case(path);
    REQUIRE(c.has_value());
    REQUIRE(c->roles.size() == 2);
    CHECK(c->roles[0].id == "one");
    CHECK(c->roles[1].at.line == 1);
    CHECK(c->beside.at("x_note") == "[{ n = 1 }, { n = 2 }]");
    std::string all;
    const std::string nul(1, '\0');
    all += "a.toml" + nul + "[[role]]\nid = \"one\"\n[[x_note]]\nn = 1\n";
    all += "b.toml" + nul + "[[role]]\nid = \"two\"\n";
    all += "c.toml" + nul + kHead + "[[x_note]]\nn = 2\n";
    CHECK(c->input_sha256 == sha256_hex(all));
  }
}

TEST_CASE("case file: faults of folders") {
  const Folder folder;
  CHECK(refused(folder.path(), "") == folder.path() + ":0:0: the folder holds no .toml file\n");
  folder.file("a.toml", "[[role]]\nid = \"r\"\n");
  CHECK(refused(folder.path(), "") == folder.path() + ":0:0: there is no [case]\n");
  folder.file("b.toml", kHead);
  CHECK(refused(folder.path(), folder.path()) == "");
  folder.file("c.toml", "\n" + kHead);
  CHECK(refused(folder.path(), folder.path()) ==
        "c.toml:2:1: a second [case]; the first stands in " + folder.path() + "/b.toml:1\n");
  folder.file("c.toml", "[[role]]\nid = \"r\"\n");
  CHECK(refused(folder.path(), folder.path()) ==
        "c.toml:2:6: role 'r': the id is taken by the role at " + folder.path() + "/a.toml:1\n");
  folder.file("c.toml", "");
  folder.file("d.toml", "[[role]]\nid = \"\xC3\x28\"\n");
  CHECK(refused(folder.path(), folder.path()) ==
        "c.toml:0:0: the file is empty\nd.toml:2:7: the text is not valid UTF-8 from here on\n");
  folder.file("c.toml", "[x\n");
  folder.file("d.toml", "[[rolle]]\n");
  CHECK(refused(folder.path(), folder.path()).find("d.toml:1:1: unknown table 'rolle'") != std::string::npos);
}

TEST_CASE("case file: what is refused unread") {
  const Folder folder;
  CHECK(refused(folder.path() + "/none.toml", folder.path()) == "none.toml:0:0: there is no such file\n");
  CHECK(refused("", "") == ":0:0: the name of the file is empty\n");
  CHECK(refused(folder.file("empty.toml", ""), folder.path()) == "empty.toml:0:0: the file is empty\n");
  CHECK(refused(folder.file("nul.toml", kHead + "x = \"" + std::string(1, '\0') + "\""), folder.path()) ==
        "nul.toml:4:6: the text contains a NUL\n");
  CHECK(refused(folder.file("utf.toml", "# ä\xE4\n"), folder.path()) ==
        "utf.toml:1:4: the text is not valid UTF-8 from here on\n");
  const std::string pipe = folder.path() + "/pipe.toml";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refused(pipe, folder.path()) ==
        "pipe.toml:0:0: this is no regular file but a pipe, a socket or a device\n");
  CHECK(refused("/dev/null", "/dev") ==
        "null:0:0: this is no regular file but a pipe, a socket or a device\n");
  fs::remove(pipe);
  fs::create_directory(folder.path() + "/z.toml");
  CHECK(refused(folder.path(), folder.path()).find("z.toml:0:0: this is a directory") != std::string::npos);
}

TEST_CASE("case file: 64 MiB and no more, in a folder all together") {
  const Folder folder;
  const std::string big = folder.file("big.toml", kHead);
  fs::resize_file(big, kInputBytesMax + 1);
  CHECK(refused(big, folder.path()).starts_with("big.toml:0:0: the file has 67108865 bytes"));
  fs::resize_file(big, kInputBytesMax);
  // Sparse: full of NUL, and refused for that, not for its size.
  CHECK(refused(big, folder.path()) == "big.toml:4:1: the text contains a NUL\n");
  folder.file("c.toml", kHead);
  CHECK(refused(folder.path(), folder.path())
            .find("c.toml:0:0: the folder's files have more than 67108864 bytes") != std::string::npos);
}

TEST_CASE("case file: what the machine cannot read is not the author's fault") {
  if (::geteuid() == 0) return;  // root reads everything
  const Folder folder;
  const std::string path = folder.file("a.toml", kHead);
  REQUIRE(::chmod(path.c_str(), 0) == 0);
  const auto c = read_case(path);
  REQUIRE_FALSE(c.has_value());
  CHECK(c.error().machine_failed);
}

}  // namespace surety
