// See docx_writer.h.
#include "report/docx_writer.h"

#include "base/zip_archive.h"
#include "report/docx_body.h"
#include "report/docx_styles.h"
#include "report/xml_text.h"

namespace surety {
namespace {

constexpr std::size_t kStyleBytesMax = std::size_t{32} * 1024 * 1024;
constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

constexpr Phrase kNoStyles = {"the style file has no styles (expected: a DOCX file)",
                              "die Stilvorlage hat keine Stile (erwartet: eine DOCX-Datei)"};
constexpr Phrase kPage = {"page ", "Seite "};

std::string content_types(bool theme) {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const auto part = [](const std::string& name, const std::string& type) {
    return "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
  };
  return std::string(kXml) +
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
         "Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
         "Extension=\"xml\" "
         "ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>" +
         part("word/document.xml", word + "document.main+xml") +
         part("word/styles.xml", word + "styles+xml") + part("word/settings.xml", word + "settings+xml") +
         part("word/footnotes.xml", word + "footnotes+xml") + part("word/footer1.xml", word + "footer+xml") +
         part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
         (theme ? part("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
                : "") +
         "</Types>\n";
}

std::string package_relations() {
  return std::string(kXml) +
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"rId1\" Type=\"" +
         std::string(kTypes) +
         "officeDocument\" Target=\"word/document.xml\"/><Relationship "
         "Id=\"rId2\" "
         "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
         "Target=\"docProps/core.xml\"/></Relationships>\n";
}

std::string document_relations(std::size_t pictures, bool theme) {
  std::string xml(kXml);
  xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
    xml += "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kTypes) + type + "\" Target=\"" + target +
           "\"/>";
  };
  relation("styles", "styles", "styles.xml");
  relation("settings", "settings", "settings.xml");
  relation("footnotes", "footnotes", "footnotes.xml");
  relation("footer", "footer", "footer1.xml");
  if (theme) relation("theme", "theme", "theme/theme1.xml");
  for (std::size_t i = 1; i <= pictures; ++i)
    relation("picture" + std::to_string(i), "image", "media/picture" + std::to_string(i) + ".png");
  return xml + "</Relationships>\n";
}

constexpr std::string_view kSpaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

std::string main_part(const DocxBody& body) {
  return std::string(kXml) + "<w:document " + std::string(kSpaces) + "><w:body>" + body.xml +
         "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" "
         "w:h=\"16838\"/><w:pgMar "
         "w:top=\"1134\" w:right=\"1134\" w:bottom=\"1021\" w:left=\"1134\" w:header=\"567\" "
         "w:footer=\"454\" "
         "w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";
}

std::string footnotes_part(const DocxBody& body) {
  const auto line = [](const char* id, const char* type, const char* element) {
    return std::string("<w:footnote w:type=\"") + type + "\" w:id=\"" + id + "\"><w:p><w:r><w:" + element +
           "/></w:r></w:p></w:footnote>";
  };
  return std::string(kXml) + "<w:footnotes " + std::string(kSpaces) + ">" +
         line("0", "separator", "separator") + line("1", "continuationSeparator", "continuationSeparator") +
         body.footnotes + "</w:footnotes>\n";
}

std::string footer_part(const Document& document) {
  const std::string text = document.case_id + " · " + document.valid +
                           (document.known == document.valid ? "" : " / " + document.known) +
                           " · Surety " SURETY_VERSION + " · " + document.input_sha256.substr(0, 16);
  const auto field = [](const char* type) {
    return std::string("<w:r><w:fldChar w:fldCharType=\"") + type + "\"/></w:r>";
  };
  return std::string(kXml) + "<w:ftr " + std::string(kSpaces) +
         "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t>" + xml_text(text) +
         "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">" +
         std::string(kPage.in(document.language)) + "</w:t></w:r>" + field("begin") +
         "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate") + "<w:r><w:t>1</w:t></w:r>" +
         field("end") + "</w:p></w:ftr>\n";
}

std::string settings_part() {
  return std::string(kXml) + "<w:settings " + std::string(kSpaces) +
         "><w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr></w:settings>\n";
}

// The day of the answer stands for the day of writing, so that the same answer is the same file.
std::string properties_part(const Document& document, const std::string& title) {
  const std::string day = document.valid.empty() ? "1980-01-01" : document.valid;
  return std::string(kXml) +
         "<cp:coreProperties "
         "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
         xml_text(title) + "</dc:title><dc:creator>Surety " SURETY_VERSION "</dc:creator><dc:language>" +
         (document.language == Language::de ? "de-DE" : "en-GB") +
         "</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + xml_text(day) +
         "T00:00:00Z</dcterms:created></cp:coreProperties>\n";
}

}  // namespace

Result<std::string> docx_file(const Document& document, const DocxPictures& pictures,
                              std::string_view style_file) {
  std::string styles = docx_styles(document.language), theme;
  if (!style_file.empty()) {
    const auto wanted = [](std::string_view name) {
      return name == "word/styles.xml" || name == "word/theme/theme1.xml";
    };
    TRY(auto parts, zip_contents(style_file, wanted, kStyleBytesMax));
    if (!parts.contains("word/styles.xml"))
      return fail(ErrorCode::invalid_input, std::string(kNoStyles.in(document.language)), "--style");
    styles = std::move(parts["word/styles.xml"]);
    if (parts.contains("word/theme/theme1.xml")) theme = std::move(parts["word/theme/theme1.xml"]);
  }
  const DocxBody body = docx_body(document, pictures);
  std::vector<ZipEntry> entries;
  entries.push_back(zip_entry("[Content_Types].xml", content_types(!theme.empty())));
  entries.push_back(zip_entry("_rels/.rels", package_relations()));
  entries.push_back(zip_entry("word/document.xml", main_part(body)));
  entries.push_back(
      zip_entry("word/_rels/document.xml.rels", document_relations(body.pictures.size(), !theme.empty())));
  entries.push_back(zip_entry("word/styles.xml", std::move(styles)));
  entries.push_back(zip_entry("word/settings.xml", settings_part()));
  entries.push_back(zip_entry("word/footnotes.xml", footnotes_part(body)));
  entries.push_back(zip_entry("word/footer1.xml", footer_part(document)));
  entries.push_back(zip_entry("docProps/core.xml", properties_part(document, body.title)));
  if (!theme.empty()) entries.push_back(zip_entry("word/theme/theme1.xml", std::move(theme)));
  for (std::size_t i = 0; i < body.pictures.size(); ++i)
    entries.push_back(zip_entry("word/media/picture" + std::to_string(i + 1) + ".png",
                                pictures.at(body.pictures[i]), false));
  return zip_archive(std::move(entries));
}

}  // namespace surety
