// Fuzz target: no bytes break the reading of a case; a case that reads is written, and reads back equal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "exchange/case_equality_test.h"
#include "exchange/case_toml.h"
#include "exchange/case_toml_writer.h"
#include "exchange/input_file.h"
#include "model/case_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = surety::checked_text(std::string(reinterpret_cast<const char*>(data), size), "case.toml");
  if (!text) {
    SURETY_CHECK(text.error().place.line > 0 && text.error().place.column > 0);
    return 0;
  }
  const surety::TomlText file{"case.toml", *std::move(text)};
  const auto c = surety::case_of_toml(std::span(&file, 1), "case.toml");
  if (!c) {
    SURETY_CHECK(!c.error().empty());
    for (const surety::Fault& fault : c.error()) SURETY_CHECK(!fault.message.empty());
    return 0;
  }
  const surety::TomlText written{"case.toml", surety::case_toml(*c)};
  const auto again = surety::case_of_toml(std::span(&written, 1), "case.toml");
  SURETY_CHECK(again.has_value());
  SURETY_CHECK(surety::difference(*c, *again).empty());
  SURETY_CHECK(surety::case_toml(*again) == written.text);
  surety::case_warnings(*c);
  return 0;
}
