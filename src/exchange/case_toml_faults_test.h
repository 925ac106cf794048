// What the tests of a case file's faults share: a sound case, and rows of text appended to it with the fault
// each must bring.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fault.h"
#include "base/heard_test.h"
#include "exchange/case_toml.h"

namespace surety {

// One of everything, without a fault; the rows below append to it.
inline constexpr std::string_view kSound = R"([case]
id = "test"
reference_date = 2025-08-21
[[actor]]
id = "FRA"
kind = "state"
[[actor]]
id = "GBR"
kind = "state"
[[actor]]
id = "ten"
kind = "group"
members = ["FRA", "GBR"]
[[place]]
id = "UKR"
[[role]]
id = "trainers"
[[capability]]
id = "troops"
unit = "soldiers"
[[capability]]
id = "jets"
[[capability]]
id = "aid"
unit = "EUR"
money = true
[[issue]]
id = "us_role"
options = ["none", "minimal", "lead"]
[[issue]]
id = "veto"
options = ["none_at_all", "any"]
ordered = false
[[issue]]
id = "approval"
scale = [0, 100]
[[factor]]
id = "ceasefire"
likelihood = 0.5
[[source]]
id = "article"
date = 2025-08-21
[[statement]]
id = "S1"
kind = "pledge"
speaker = "FRA"
chain = ["article"]
claim = "troops(by FRA) = 5000"
said = 2025-08-20
[[statement]]
id = "S2"
kind = "refusal"
speaker = "GBR"
chain = ["article"]
claim = "troops(by GBR) = 0"
[[assumption]]
id = "A1"
claim = "if ceasefire then us_role > none"
[[counting_rule]]
id = "rule"
default = true
)";

inline Faults faults_of(const std::string& text) {
  const TomlText file{"case.toml", text};
  auto c = case_of_toml(std::span(&file, 1), "case.toml");
  return c ? Faults{} : heard(std::move(c).error());
}

inline std::string shown(const Faults& faults) {
  std::string text;
  for (const Fault& f : faults)
    text += std::to_string(f.place.line) + ":" + std::to_string(f.place.column) + " " + f.message + " [" +
            f.expected + "]\n";
  return text;
}

// A text appended to kSound, and its only fault: line within the text, column, parts of message and
// expectation.
struct Row {
  std::string text;
  int line, column;
  std::string message, expected;
};

inline void check_rows(const std::vector<Row>& rows) {
  const int lines = static_cast<int>(std::ranges::count(kSound, '\n'));
  for (const Row& row : rows) {
    const Faults faults = faults_of(std::string(kSound) + row.text);
    INFO(row.text, "\n", shown(faults));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == Place{"case.toml", lines + row.line, row.column});
    CHECK(faults[0].message.find(row.message) != std::string::npos);
    CHECK(faults[0].expected.find(row.expected) != std::string::npos);
  }
}

// A sound statement with these further lines (the first is line 6).
inline std::string statement(const std::string& more) {
  return "[[statement]]\nid = \"S3\"\nkind = \"position\"\nspeaker = \"FRA\"\nchain = [\"article\"]\n" +
         more + "\n";
}
inline std::string pledge(const std::string& claim) {
  return "[[statement]]\nid = \"S3\"\nkind = \"pledge\"\nspeaker = \"FRA\"\nchain = [\"article\"]\nclaim = "
         "\"" +
         claim + "\"\n";
}

}  // namespace surety
