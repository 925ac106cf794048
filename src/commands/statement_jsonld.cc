// See statement_jsonld.h.
#include "commands/statement_jsonld.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/claim.h"
#include "report/json_writer.h"

namespace surety {
namespace {

constexpr std::string_view kContext =
    R"("@context": ["http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/", "surety": "urn:surety:vocabulary:"}])";

// One object, its members in the order in which they are added; empty values are left out.
class JsonObject {
 public:
  JsonObject& text(std::string_view key, const std::string& value) {
    return value.empty() ? *this : raw(key, json_string(value));
  }
  JsonObject& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
  JsonObject& raw(std::string_view key, const std::string& json) {
    if (json.empty()) return *this;
    body_ += (body_.empty() ? "" : ", ") + json_string(key) + ": " + json;
    return *this;
  }
  std::string str() const { return "{" + body_ + "}"; }

 private:
  std::string body_;
};

std::string list_of(const std::vector<std::string>& items) {
  return items.empty() ? "" : "[" + joined(items, ", ") + "]";
}

class Graph {
 public:
  Graph(const Standing& standing, const std::vector<int>& statements)
      : standing_(standing), statements_(statements) {}

  std::string write() {
    std::vector<std::string> nodes;
    for (const int index : statements_) nodes.push_back(statement(standing_.statement(index)));
    std::vector<std::string> named;
    for (const Source& one : standing_.c().sources)
      if (named_.contains(one.id)) named.push_back(source(one));
    for (const Actor& one : standing_.c().actors)
      if (named_.contains(one.id)) named.push_back(actor(one));
    named.insert(named.end(), nodes.begin(), nodes.end());
    return "{" + std::string(kContext) + ",\n\"@graph\": [\n" + joined(named, ",\n") + "\n]}\n";
  }

 private:
  // Percent-encoded as a URN asks for.
  std::string urn(const std::string& id) const {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text = "urn:surety:";
    for (const char c : standing_.c().id + ":" + id) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         std::string_view("-._~:").contains(c);
      text += plain ? std::string(1, c) : std::string("%") + kDigits[byte >> 4U] + kDigits[byte & 15U];
    }
    return text;
  }
  std::string reference(const std::string& id) {
    named_.insert(id);
    return json_string(urn(id));
  }
  static std::string language_map(const Texts& texts) {
    JsonObject map;
    std::vector<std::string> values;
    for (const auto& [language, text] : texts)
      if (!language.contains('_'))
        values.push_back(JsonObject().text("@value", text).text("@language", language).str());
    return list_of(values);
  }

  std::string source(const Source& s) const {
    return JsonObject()
        .text("id", urn(s.id))
        .raw("type", R"(["schema:CreativeWork", "prov:Entity"])")
        .raw("schema:name", language_map(s.name))
        .text("schema:publisher", s.outlet)
        .text("schema:author", s.author)
        .text("schema:datePublished", s.date ? s.date->iso() : "")
        .text("schema:inLanguage", s.language)
        .text("schema:url", s.url)
        .text("surety:sha256", s.sha256)
        .str();
  }
  std::string actor(const Actor& a) const {
    const bool person = a.kind == ActorKind::person;
    return JsonObject()
        .text("id", urn(a.id))
        .raw("type", person ? R"(["prov:Agent", "prov:Person"])" : R"(["prov:Agent", "prov:Organization"])")
        .raw("schema:name", language_map(a.name))
        .str();
  }

  // What the annotation points at: the page, with position and words where they are known.
  std::string target(const Statement& s) {
    const Source* page = source_of(standing_.c(), s);
    if (page == nullptr) return "";
    std::vector<std::string> selectors;
    if (s.evidence && s.evidence->start && s.evidence->end)
      selectors.push_back(JsonObject()
                              .text("type", "TextPositionSelector")
                              .number("start", *s.evidence->start)
                              .number("end", *s.evidence->end)
                              .str());
    if (s.evidence && !s.evidence->quote.empty())
      selectors.push_back(
          JsonObject().text("type", "TextQuoteSelector").text("exact", s.evidence->quote).str());
    return JsonObject()
        .text("type", "SpecificResource")
        .raw("source", reference(page->id))
        .raw("selector", list_of(selectors))
        .str();
  }
  std::string bodies(const Statement& s) const {
    std::vector<std::string> all;
    for (const auto& [language, text] : s.gloss)
      if (!language.contains('_'))
        all.push_back(JsonObject()
                          .text("type", "TextualBody")
                          .text("purpose", "describing")
                          .text("value", text)
                          .text("language", language)
                          .text("format", "text/plain")
                          .str());
    return list_of(all);
  }
  std::string quotation(const Statement& s) {
    std::vector<std::string> speakers;
    for (const std::string& id : s.speakers) speakers.push_back(reference(id));
    const std::string quote = s.evidence ? s.evidence->quote : "";
    return JsonObject()
        .text("type", "schema:Quotation")
        .raw("schema:spokenByCharacter", list_of(speakers))
        .text("schema:text", quote)
        .text("schema:dateCreated", s.said && s.said->from ? s.said->from->iso() : "")
        .str();
  }
  std::string statement(const Statement& s) {
    std::vector<std::string> holders, derived, carried;
    for (const std::string& id : holders_of(standing_.c(), s)) holders.push_back(reference(id));
    for (const ChainLink& link : s.chain) {
      if (find_source(standing_.c(), link.id) != nullptr)
        derived.push_back(reference(link.id));
      else
        carried.push_back(reference(link.id));
    }
    const std::string page = target(s);
    const auto claim = full_claim(s);
    return JsonObject()
        .text("id", urn(s.id))
        .raw("type", page.empty() ? R"(["prov:Entity"])" : R"(["Annotation", "prov:Entity"])")
        .text("motivation", page.empty() ? "" : "describing")
        .raw("body", page.empty() ? "" : bodies(s))
        .raw("target", page)
        .raw("prov:wasAttributedTo", list_of(holders))
        .raw("prov:wasDerivedFrom", list_of(derived))
        .raw("surety:carriedBy", list_of(carried))
        .raw("surety:quotation", quotation(s))
        .text("surety:kind", std::string(word(s.kind)))
        .text("surety:claim", claim ? print_claim(*claim) : "")
        .str();
  }

  const Standing& standing_;
  const std::vector<int>& statements_;
  std::set<std::string> named_;
};

}  // namespace

std::string statement_jsonld(const Standing& standing, const std::vector<int>& statements) {
  return Graph(standing, statements).write();
}

}  // namespace surety
