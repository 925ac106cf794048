// The two languages Surety speaks, and a phrase said in both.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace surety {

enum class Language { en, de };

// A sentence or word where it is said, once, in both languages.
struct Phrase {
  std::string_view en;
  std::string_view de;
  constexpr std::string_view in(Language language) const { return language == Language::de ? de : en; }
};

// The phrase in the language, each {} in turn replaced by one of the values.
// REQUIRES as many {} in the phrase as values.
std::string filled(Phrase phrase, std::initializer_list<std::string_view> values, Language language);

}  // namespace surety
