// See case_file.h.
#include "exchange/case_file.h"

#include <utility>

#include "base/hash.h"
#include "exchange/case_toml.h"

namespace surety {
namespace {

struct Part {
  std::string name;  // of the direct child; empty: the case is this one file
  std::string path;
};

std::expected<std::vector<Part>, InputRefused> parts_of(const std::string& path) {
  if (!is_directory(path)) return std::vector<Part>{{"", path}};
  auto names = names_in_directory(path, ".toml");
  if (!names) return std::unexpected(std::move(names).error());
  if (names->empty())
    return std::unexpected(
        InputRefused{{{{path, 0, 0}, "the folder holds no .toml file", "a case in *.toml"}}, false});
  std::vector<Part> parts;
  for (const std::string& name : *names)
    parts.push_back({name, path.ends_with("/") ? path + name : path + "/" + name});
  return parts;
}

struct ReadTexts {
  std::vector<TomlText> parts;
  std::string sha256;
};

std::expected<ReadTexts, InputRefused> read_texts(const std::string& path) {
  const auto parts = parts_of(path);
  if (!parts) return std::unexpected(parts.error());
  InputRefused refused;
  ReadTexts texts;
  Sha256 digest;
  std::size_t bytes_left = kInputBytesMax;
  for (const Part& part : *parts) {
    auto bytes = read_input_file(part.path);
    if (bytes && bytes->size() > bytes_left)
      bytes = std::unexpected(InputRefused{
          {{{part.path, 0, 0},
            "the folder's files have more than " + std::to_string(kInputBytesMax) + " bytes up to here",
            "at most " + std::to_string(kInputBytesMax)}},
          false});
    if (!bytes) {
      refused.machine_failed |= bytes.error().machine_failed;
      refused.faults.insert(refused.faults.end(), bytes.error().faults.begin(), bytes.error().faults.end());
      continue;
    }
    bytes_left -= bytes->size();
    if (!part.name.empty()) digest.add(part.name + '\0');
    digest.add(*bytes);
    auto text = checked_text(*std::move(bytes), part.path);
    if (text)
      texts.parts.push_back({part.path, *std::move(text)});
    else
      refused.faults.push_back(std::move(text).error());
  }
  if (!refused.faults.empty()) return std::unexpected(std::move(refused));
  texts.sha256 = digest.hex();
  return texts;
}

}  // namespace

std::expected<Case, InputRefused> read_case(const std::string& path) {
  const auto texts = read_texts(path);
  if (!texts) return std::unexpected(texts.error());
  auto c = case_of_toml(texts->parts, path);
  if (!c) return std::unexpected(InputRefused{std::move(c).error(), false});
  c->input_sha256 = texts->sha256;
  return *std::move(c);
}

std::expected<Case, InputRefused> read_entries(const std::string& path) {
  const auto texts = read_texts(path);
  if (!texts) return std::unexpected(texts.error());
  auto c = entries_of_toml(texts->parts, path);
  if (!c) return std::unexpected(InputRefused{std::move(c).error(), false});
  return *std::move(c);
}

}  // namespace surety
