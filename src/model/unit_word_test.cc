// Units in words: what German has a word for, and everything else as written.
#include "model/unit_word.h"

#include <doctest/doctest.h>

namespace surety {

TEST_CASE("unit words") {
  CHECK(unit_word("soldiers", Language::en) == "soldiers");
  CHECK(unit_word("soldiers", Language::de) == "Soldaten");
  CHECK(unit_word("police_officers", Language::en) == "police officers");
  CHECK(unit_word("EUR", Language::de) == "EUR");
  CHECK(unit_word("Betten", Language::de) == "Betten");
}

}  // namespace surety
