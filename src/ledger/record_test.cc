// Records: canonical bytes, what is refused, and the numbers and texts of RFC 8785.
#include <doctest/doctest.h>

#include <string>

#include "base/hash.h"
#include "base/heard_test.h"
#include "ledger/canonical_json.h"
#include "ledger/json_document.h"
#include "ledger/record.h"

namespace surety {
namespace {

Record sample() {
  return {1,
          7,
          RecordKind::note,
          "Zoë \"Z\"",
          "2025-08-21T14:03:05Z",
          R"({"text":"seen"})",
          std::string(64, 'a')};
}

std::string number(double value) {
  std::string text;
  append_json_number(text, value);
  return text;
}

std::string refusal_of(const std::string& line) {
  const auto record = record_of_line(line);
  return record ? "" : heard(record.error()).message;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a record has these bytes and no others, and reads back") {
  const std::string line = canonical_line(sample());
  CHECK(line == R"({"analyst":"Zoë \"Z\"","format":1,"kind":"note","payload":{"text":"seen"},"previous":")" +
                    std::string(64, 'a') + R"(","recorded":"2025-08-21T14:03:05Z","seq":7})");
  const auto record = record_of_line(line);
  REQUIRE(record);
  CHECK(*record == sample());
  CHECK(record_hash(line) == sha256_hex(line));
}

TEST_CASE("what is no record is refused in a sentence that says why") {
  const std::string line = canonical_line(sample());
  CHECK(refusal_of("") == "this is no JSON");
  CHECK(refusal_of(line.substr(0, 40)) == "this is no JSON");
  CHECK(refusal_of("[]") == "this is no JSON object");
  CHECK(refusal_of(replaced(line, "\"note\"", "\"poem\"")) == "unknown kind of record 'poem'");
  CHECK(refusal_of(replaced(line, "\"format\":1", "\"format\":2")).starts_with("the record has format 2"));
  CHECK(refusal_of(replaced(line, "\"seq\":7", "\"seq\":0")) == "'seq' is no number from 1");
  CHECK(refusal_of(replaced(line, "2025-08-21T", "2025-02-30T")).starts_with("'recorded' is no moment"));
  CHECK(refusal_of(replaced(line, std::string(64, 'a'), std::string(64, 'A')))
            .starts_with("'previous' is no SHA-256"));
  CHECK(refusal_of(replaced(line, "\"seq\":7", "\"sequence\":7")) == "a record has no key 'sequence'");
  CHECK(refusal_of(replaced(line, "{\"analyst\"", "{ \"analyst\"")).ends_with("not canonical (RFC 8785)"));
  CHECK(refusal_of(replaced(line, "Zo", "Z\\u006f")).ends_with("not canonical (RFC 8785)"));
  CHECK(refusal_of(replaced(line, "Zoë", "Zo\u202e")) == "the analyst's name contains control characters");
}

TEST_CASE("names of analysts") {
  CHECK_FALSE(analyst_name_fault("Anna"));
  CHECK(analyst_name_fault(""));
  CHECK(analyst_name_fault("  "));
  CHECK(analyst_name_fault("a\nb"));
  CHECK(analyst_name_fault("a\xff"));
  CHECK(analyst_name_fault(std::string(101, 'a')));
}

TEST_CASE("moments") {
  CHECK(is_moment("2024-02-29T23:59:59Z"));
  for (const char* text : {"2025-02-29T00:00:00Z", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z",
                           "2025-01-01 00:00:00Z", "2025-01-01T00:00:00", "2025-01-01T0a:00:00Z"})
    CHECK_MESSAGE(!is_moment(text), text);
}

// The numbers of RFC 8785, appendix B, and some of ours.
TEST_CASE("numbers as RFC 8785 writes them") {
  CHECK(number(0) == "0");
  CHECK(number(-0.0) == "0");
  CHECK(number(5e-324) == "5e-324");
  CHECK(number(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(number(9007199254740992) == "9007199254740992");
  CHECK(number(295147905179352830000.0) == "295147905179352830000");
  CHECK(number(9.999999999999997e22) == "9.999999999999997e+22");
  CHECK(number(1e23) == "1e+23");
  CHECK(number(333333333.33333329) == "333333333.3333333");
  CHECK(number(1e-6) == "0.000001");
  CHECK(number(-1e-7) == "-1e-7");
  CHECK(number(0.55) == "0.55");
  CHECK(number(68'000'000) == "68000000");
}

TEST_CASE("texts and the order of keys as RFC 8785 has them") {
  std::string text;
  append_json_text(text, "\u20ac$\x0f\nA'B\"\\\\\"/");
  CHECK(text == "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  CHECK(key_before("\r", "1"));
  CHECK(key_before("\u00f6", "\u20ac"));
  CHECK(key_before("\U0001f600", "\ufb33"));  // by UTF-16, though not by UTF-8
  CHECK_FALSE(key_before("a", "a"));
  CHECK(key_before("a", "ab"));
}

TEST_CASE("JSON is read in its canonical bytes only") {
  JsonReader reader;
  CHECK(reader.read(R"({"a":[1,2.5,true,null,"x"],"b":{}})"));
  for (const char* text :
       {R"({"b":1,"a":2})", R"({"a":1,"a":2})", R"({"a":1.0})", R"({"a": 1})", R"({"a":"\u0041"})",
        R"({"a":9007199254740993})", R"({"a":18446744073709551615})", R"({"a":1e2})", R"([1])"})
    CHECK_MESSAGE(!reader.read(text), text);
  CHECK(reader.read(R"({"b":1,"a":2})", true));
  const std::string deep = "{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}";
  CHECK(reader.read(deep).error().message == "objects and lists are nested too deep");
}

}  // namespace surety
