// What case_toml writes reads back as an equal case, and writing that again gives the same bytes.
#include <doctest/doctest.h>

#include <string>

#include "base/heard_test.h"
#include "exchange/case_equality_test.h"
#include "exchange/case_file.h"
#include "exchange/case_toml.h"
#include "exchange/case_toml_writer.h"
#include "exchange/random_case_test.h"
#include "model/case_check.h"

namespace surety {
namespace {

std::expected<Case, Faults> read(const std::string& text) {
  const TomlText file{"case.toml", text};
  return case_of_toml(std::span(&file, 1), "case.toml");
}

std::string shown(const Faults& faults) {
  std::string text;
  for (const Fault& f : heard(faults))
    text += std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + " " + f.message + "\n";
  return text;
}

void check_round_trip(const Case& c) {
  const std::string written = case_toml(c);
  const auto again = read(written);
  INFO(written, again ? "" : shown(again.error()));
  REQUIRE(again.has_value());
  CHECK(difference(c, *again) == "");
  CHECK(case_toml(*again) == written);
}

}  // namespace

TEST_CASE("case toml writer: the shipped cases read back equal") {
  for (const char* name : {"ukraine-2025-08", "vaccine-pool"}) {
    const auto c = read_case(SURETY_SOURCE_DIR "/cases/" + std::string(name));
    REQUIRE(c.has_value());
    CHECK(c->statements.size() > 3);
    check_round_trip(*c);
  }
}

TEST_CASE("case toml writer: random cases read back equal") {
  constexpr std::uint64_t kSeed = 20250821;
  int sound = 0;
  for (std::uint64_t i = 0; i < 400; ++i) {
    CAPTURE(kSeed + i);
    const Case c = RandomCase(kSeed + i).make();
    // Amounts are drawn without a look at their sum.
    if (!case_faults(c).empty()) {
      INFO(shown(case_faults(c)));
      CHECK(shown(case_faults(c)).find("10^18") != std::string::npos);
      continue;
    }
    ++sound;
    check_round_trip(c);
  }
  MESSAGE("seed ", kSeed, ": ", sound, " sound cases of 400");
  CHECK(sound > 200);
}

TEST_CASE("case toml writer: canonical text") {
  const auto c = read(R"toml(# a comment goes
x_beside = { b = 1, a = "z" }
case.id = "k"
case.reference_date = 2025-08-21
actor = [{ id = "p.x", kind = "person" }, { kind = 'state', id = "FRA" }]
[[issue]]
scale = [0, 100]
id = "approval"
[[source]]
id = "s"
[[statement]]
id = "S1"
kind = "position"
speaker = ["p.x"]
holder = ["p.x", "FRA"]
chain = [{ id = "s", date = 2025-08-20 }, { id = "p.x" }]
claim = """((approval   >= 040))"""
said = { from = 2025-08-20, to = 2025-08-20 }
effective = { from = 2025-08-20 }
likelihood = { low = 1, high = 1.0 }
gloss = """
two
lines \"quoted\""""
status = "accepted"
[[burden_key]]
id = "b"
shares = { "p.x" = 2, FRA = 0.5 }
)toml");
  REQUIRE(c.has_value());
  CHECK(case_toml(*c) == R"(x_beside = { a = "z", b = 1 }

[case]
id = "k"
reference_date = 2025-08-21

[[actor]]
id = "p.x"
kind = "person"

[[actor]]
id = "FRA"
kind = "state"

[[issue]]
id = "approval"
scale = [0, 100]

[[source]]
id = "s"

[[statement]]
id = "S1"
kind = "position"
speaker = "p.x"
chain = [{ id = "s", date = 2025-08-20 }, "p.x"]
claim = "approval >= 40"
holder = ["p.x", "FRA"]
said = 2025-08-20
effective = 2025-08-20
likelihood = 1.0
gloss = "two\nlines \"quoted\""

[[burden_key]]
id = "b"
shares = { FRA = 0.5, "p.x" = 2.0 }
)");
}

TEST_CASE("case toml writer: a letter beyond ASCII behind a line that ends in a backslash") {
  const auto c =
      read("[case]\nid = \"k\"\nreference_date = 2025-08-21\ntitle = \"\"\"a \\\n  ä\u3000\u2028b\"\"\"\n");
  REQUIRE(c.has_value());
  CHECK(c->title.at("") == "a ä\u3000\u2028b");
}

}  // namespace surety
