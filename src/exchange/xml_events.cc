// See xml_events.h.
#include "exchange/xml_events.h"

#include <memory>

#include <expat.h>

namespace surety {
namespace {

constexpr char kSeparator = '|';
constexpr std::size_t kPart = std::size_t{1} << 20;

struct State {
  const XmlListener& listener;
  XML_Parser parser;
  bool has_type = false;
};

std::string_view without_namespace(const char* name) {
  const std::string_view whole(name);
  const std::size_t at = whole.rfind(kSeparator);
  return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

void XMLCALL on_begin(void* user, const XML_Char* name, const XML_Char** given) {
  const auto* state = static_cast<State*>(user);
  if (!state->listener.begin) return;
  XmlAttributes attributes;
  for (; *given != nullptr; given += 2)
    attributes.insert_or_assign(std::string(without_namespace(given[0])), given[1]);
  state->listener.begin(without_namespace(name), attributes);
}

void XMLCALL on_end(void* user, const XML_Char* name) {
  const auto* state = static_cast<State*>(user);
  if (state->listener.end) state->listener.end(without_namespace(name));
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
  const auto* state = static_cast<State*>(user);
  if (state->listener.text) state->listener.text({text, static_cast<std::size_t>(length)});
}

void XMLCALL on_type(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                     const XML_Char* /*outside*/, int /*has_subset*/) {
  auto* state = static_cast<State*>(user);
  state->has_type = true;
  XML_StopParser(state->parser, XML_FALSE);
}

}  // namespace

Result<bool> read_xml(std::string_view xml, const XmlListener& listener) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(
      XML_ParserCreateNS(nullptr, kSeparator), XML_ParserFree);
  if (!parser) return fail(ErrorCode::storage, "there is not enough memory to read XML");
  State state{listener, parser.get()};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_type);
  for (std::size_t at = 0; at == 0 || at < xml.size(); at += kPart) {
    const std::string_view part = xml.substr(at, kPart);
    const bool last = at + part.size() == xml.size();
    if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), last ? 1 : 0) == XML_STATUS_OK)
      continue;
    if (state.has_type) return fail(ErrorCode::invalid_input, "its XML declares a document type");
    return fail(ErrorCode::invalid_input,
                "its XML is broken in line " + std::to_string(XML_GetCurrentLineNumber(parser.get())));
  }
  return true;
}

}  // namespace surety
