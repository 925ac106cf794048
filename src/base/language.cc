// See language.h.
#include "base/language.h"

#include "base/check.h"

namespace surety {

std::string filled(Phrase phrase, std::initializer_list<std::string_view> values, Language language) {
  const std::string_view pattern = phrase.in(language);
  std::string text;
  std::size_t from = 0;
  for (const std::string_view value : values) {
    const std::size_t gap = pattern.find("{}", from);
    SURETY_CHECK(gap != std::string_view::npos);
    text += pattern.substr(from, gap - from);
    text += value;
    from = gap + 2;
  }
  return text += pattern.substr(from);
}

}  // namespace surety
