// See settings.h.
#include "exchange/settings.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "exchange/toml_document.h"

namespace surety {

std::string settings_file(const std::string& folder) { return folder + "/surety/config.toml"; }

std::expected<std::string, InputRefused> analyst_in_settings(const std::string& folder) {
  const std::string path = settings_file(folder);
  struct stat status = {};
  if (folder.empty() || ::stat(path.c_str(), &status) != 0) return std::string();
  auto bytes = read_input_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  const auto text = checked_text(*std::move(bytes), path);
  if (!text) return std::unexpected(InputRefused{{text.error()}, false});
  const auto document = read_toml(*text, path);
  if (!document) return std::unexpected(InputRefused{{document.error()}, false});
  const TomlNode* node = document->find(document->root(), "analyst");
  if (node == nullptr) return std::string();
  if (node->kind != TomlNode::Kind::text)
    return std::unexpected(InputRefused{
        {{document->place(*node), "'analyst' is " + std::string(kind_phrase(node->kind)), "a text"}}, false});
  return node->text;
}

Result<void> keep_analyst(const std::string& folder, const std::string& analyst) {
  const std::string path = settings_file(folder);
  std::error_code error;
  std::filesystem::create_directories(folder + "/surety", error);
  std::ofstream file(path, std::ios::app);
  file << "analyst = " << toml_text(analyst) << '\n';
  file.close();
  if (!file)
    return fail(ErrorCode::storage, "this could not be written: " + std::string(std::strerror(errno)), path);
  return {};
}

}  // namespace surety
