// A case from its TOML text: every key of docs/formats.md, every fault at once with its place.
#pragma once
#include <expected>
#include <span>
#include <string>

#include "base/fault.h"
#include "model/case.h"

namespace surety {

// One file's text, valid UTF-8 without a byte order mark, and its name for messages.
struct TomlText {
  std::string file;
  std::string text;
};

// Reads and checks a case that stands in one or several texts (a folder of files); `name` is the file or
// folder, for what is wrong with the case as a whole. The faults are sorted by place; where a text is no
// TOML, the case as a whole is not checked. `input_sha256` stays empty.
std::expected<Case, Faults> case_of_toml(std::span<const TomlText> texts, const std::string& name);

// Reads tables of a case that need not be a whole one: what they name may stand elsewhere, and `[case]` may
// be missing (then the id of the case is empty). Nothing is checked but each key by itself.
std::expected<Case, Faults> entries_of_toml(std::span<const TomlText> texts, const std::string& name);

}  // namespace surety
