// See because_numbers.h.
#include "report/because_numbers.h"

namespace surety {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_sign(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

// The ids of a bracket that begins at `at`, as pieces with what stands between; empty where it holds others.
std::vector<TextPiece> bracket_at(std::string_view text, std::size_t at, const ReasonPlaces& places) {
  const std::size_t end = text.find(']', at);
  if (end == std::string_view::npos) return {};
  std::vector<TextPiece> pieces = {{TextPiece::Kind::plain, "[", 0}};
  std::size_t from = at + 1;
  while (from < end) {
    const std::size_t comma = std::min(text.find(", ", from), end);
    const std::string_view id = text.substr(from, comma - from);
    const auto place = places.find(id);
    if (place == places.end()) return {};
    if (pieces.size() > 1) pieces.push_back({TextPiece::Kind::plain, ", ", 0});
    pieces.push_back({TextPiece::Kind::id, std::string(id), place->second});
    from = comma + 2;
  }
  pieces.push_back({TextPiece::Kind::plain, "]", 0});
  return pieces.size() > 2 ? pieces : std::vector<TextPiece>{};
}

// The bytes of the number at `at`: digits, separators and dashes between digits, a per cent sign behind.
std::size_t number_length(std::string_view text, std::size_t at) {
  static constexpr std::string_view kDash = "–", kPercent = "\u00A0%";
  std::size_t end = at;
  while (end < text.size()) {
    if (is_digit(text[end]))
      ++end;
    else if ((text[end] == ',' || text[end] == '.') && end + 1 < text.size() && is_digit(text[end + 1]))
      ++end;
    else if (text.substr(end).starts_with(kDash) && end + kDash.size() < text.size() &&
             is_digit(text[end + kDash.size()]))
      end += kDash.size();
    else
      break;
  }
  if (text.substr(end).starts_with(kPercent)) end += kPercent.size();
  return end < text.size() && is_word_sign(text[end]) && text[end] != '\xE2' && text[end] != '\xC2'
             ? 0
             : end - at;
}

}  // namespace

std::size_t BecauseNumbers::number_of(const Because& because) {
  if (because.empty()) return 0;
  const auto [at, is_new] = numbers_.try_emplace(because.ids(), all_.size() + 1);
  if (is_new) all_.push_back(because);
  return at->second;
}

ReasonPlaces reason_places(const Document& document) {
  ReasonPlaces places;
  for (std::size_t i = 0; i < document.reasons.size(); ++i) places.emplace(document.reasons[i].id, i);
  return places;
}

std::vector<TextPiece> text_pieces(std::string_view text, const ReasonPlaces& places) {
  std::vector<TextPiece> pieces;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) pieces.push_back({TextPiece::Kind::plain, std::move(plain), 0});
    plain.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[')
      if (const auto ids = bracket_at(text, at, places); !ids.empty()) {
        flush();
        for (const TextPiece& piece : ids) at += piece.text.size();
        pieces.insert(pieces.end(), ids.begin(), ids.end());
        continue;
      }
    const bool word_before =
        at > 0 && is_word_sign(text[at - 1]) && text[at - 1] != '\x93' && text[at - 1] != '\xA0';
    const std::size_t length = is_digit(text[at]) && !word_before ? number_length(text, at) : 0;
    if (length > 0) {
      flush();
      pieces.push_back({TextPiece::Kind::number, std::string(text.substr(at, length)), 0});
      at += length;
    } else {
      plain += text[at++];
    }
  }
  flush();
  return pieces;
}

}  // namespace surety
