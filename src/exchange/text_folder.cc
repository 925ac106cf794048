// See text_folder.h.
#include "exchange/text_folder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/hash.h"

namespace surety {
namespace {

std::unexpected<InputRefused> refused(const std::string& folder, std::string message, std::string expected) {
  return std::unexpected(InputRefused{{{{folder, 0, 0}, std::move(message), std::move(expected)}}, false});
}

// "tass-2025-08-20.txt" -> "tass-2025-08-20"
std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }

class Reading {
 public:
  Reading(const std::string& folder, const std::vector<WantedText>& wanted)
      : folder_(folder), wanted_(wanted), copies_(wanted.size()) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      by_id_.emplace(wanted[i].id, i);
      if (!wanted[i].sha256.empty()) by_hash_.emplace(wanted[i].sha256, i);
    }
  }

  // Whether the bytes read so far stay within the limit.
  bool look_at(const std::string& name) {
    const std::string path = folder_ + "/" + name;
    if (is_directory(path)) return true;
    auto bytes = read_input_file(path, kTextBytesMax);
    if (!bytes) {
      note_unread(name, bytes.error().faults.front());
      return true;
    }
    read_ += bytes->size();
    const std::string hash = sha256_hex(*bytes);
    const auto [from, to] = by_hash_.equal_range(hash);
    for (auto at = from; at != to; ++at) take(copies_[at->second], name, hash, *bytes, true);
    for_each_named(name, [&](TextCopy& copy) {
      if (copy.file.empty()) take(copy, name, hash, *bytes, false);
    });
    return read_ <= kFolderBytesMax;
  }

  std::vector<TextCopy> copies() { return std::move(copies_); }

 private:
  template <class Take>
  void for_each_named(const std::string& name, const Take& take_one) {
    for (const std::string& id : {name, stem_of(name)}) {
      const auto [from, to] = by_id_.equal_range(id);
      for (auto at = from; at != to; ++at) take_one(copies_[at->second]);
      if (stem_of(name) == name) return;
    }
  }

  void note_unread(const std::string& name, const Fault& fault) {
    for_each_named(name, [&](TextCopy& copy) {
      if (copy.file.empty() && !copy.unread) copy.unread = fault;
    });
  }

  void take(TextCopy& copy, const std::string& name, const std::string& hash, const std::string& bytes,
            bool same_bytes) {
    if (copy.same_bytes) return;  // the first of several equal files
    copy = {name, hash, same_bytes, {}, {}};
    auto text = checked_text(bytes, folder_ + "/" + name);
    if (text)
      copy.text = *std::move(text);
    else
      copy.unread = std::move(text.error());
  }

  const std::string& folder_;
  const std::vector<WantedText>& wanted_;
  std::vector<TextCopy> copies_;
  std::multimap<std::string, std::size_t> by_id_, by_hash_;
  std::size_t read_ = 0;
};

}  // namespace

std::expected<std::vector<TextCopy>, InputRefused> read_text_copies(const std::string& folder,
                                                                    const std::vector<WantedText>& wanted) {
  auto names = names_in_directory(folder, "");
  if (!names) {
    if (!names.error().machine_failed && !is_directory(folder))
      return refused(folder, "there is no such folder", "a folder with copies of the sources");
    return std::unexpected(std::move(names.error()));
  }
  std::erase_if(*names, [](const std::string& name) { return name.starts_with('.'); });
  if (names->size() > kTextFilesMax)
    return refused(folder, "the folder has " + std::to_string(names->size()) + " files",
                   "at most " + std::to_string(kTextFilesMax));
  Reading reading(folder, wanted);
  for (const std::string& name : *names)
    if (!reading.look_at(name))
      return refused(folder, "the files of this folder are larger together than the limit",
                     "at most " + std::to_string(kFolderBytesMax) + " bytes");
  return reading.copies();
}

}  // namespace surety
