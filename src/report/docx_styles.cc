// See docx_styles.h.
#include "report/docx_styles.h"

#include <string_view>

namespace surety {
namespace {

// One paragraph style. Sizes are in half points, distances in twentieths of a point, as the format has them.
std::string paragraph_style(std::string_view id, std::string_view name, std::string_view based_on,
                            std::string_view paragraph, std::string_view run) {
  std::string xml = "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"";
  if (based_on.empty()) xml += " w:default=\"1\"";
  xml += "><w:name w:val=\"" + std::string(name) + "\"/>";
  if (!based_on.empty()) xml += "<w:basedOn w:val=\"" + std::string(based_on) + "\"/>";
  xml += "<w:qFormat/><w:pPr>" + std::string(paragraph) + "</w:pPr><w:rPr>" + std::string(run) +
         "</w:rPr></w:style>";
  return xml;
}

}  // namespace

std::string docx_styles(Language language) {
  const std::string tongue = language == Language::de ? "de-DE" : "en-GB";
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
      "main\"><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/><w:color "
      "w:val=\"1B1F24\"/>"
      "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"" +
      tongue +
      "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"269\" "
      "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>";
  xml += paragraph_style("Normal", "Normal", "", "", "");
  xml += paragraph_style("BodyText", "Body Text", "Normal", "", "");
  xml += paragraph_style("Title", "Title", "Normal",
                         "<w:keepNext/><w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
                         "<w:b/><w:sz w:val=\"36\"/>");
  xml += paragraph_style("Subtitle", "Subtitle", "Normal", "<w:spacing w:after=\"160\"/>",
                         "<w:color w:val=\"57606B\"/><w:sz w:val=\"19\"/>");
  xml += paragraph_style("Verdict", "Verdict", "Normal", "<w:spacing w:before=\"80\" w:after=\"160\"/>",
                         "<w:b/><w:sz w:val=\"24\"/>");
  xml += paragraph_style(
      "Heading1", "heading 1", "Normal",
      "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"4\" w:color=\"1B1F24\"/></w:pBdr>"
      "<w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
      "<w:b/><w:sz w:val=\"24\"/>");
  xml +=
      paragraph_style("Heading2", "heading 2", "Normal",
                      "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
                      "<w:b/><w:sz w:val=\"20\"/>");
  xml += paragraph_style("ListBullet", "List Bullet", "Normal",
                         "<w:spacing w:after=\"40\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>", "");
  xml += paragraph_style("Caption", "caption", "Normal", "<w:spacing w:after=\"120\"/>",
                         "<w:color w:val=\"57606B\"/><w:sz w:val=\"17\"/>");
  xml += paragraph_style("TableText", "Table Text", "Normal",
                         "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"250\" w:lineRule=\"auto\"/>",
                         "<w:sz w:val=\"18\"/>");
  xml += paragraph_style("Commands", "Commands", "Normal", "<w:spacing w:after=\"20\"/>",
                         "<w:rFonts w:ascii=\"Liberation Mono\" w:hAnsi=\"Liberation Mono\" "
                         "w:cs=\"Liberation Mono\"/><w:sz w:val=\"16\"/>");
  xml += paragraph_style("Footer", "footer", "Normal",
                         "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\"/>",
                         "<w:color w:val=\"57606B\"/><w:sz w:val=\"16\"/>");
  xml += paragraph_style("FootnoteText", "footnote text", "Normal",
                         "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind "
                         "w:left=\"227\" w:hanging=\"227\"/>",
                         "<w:sz w:val=\"15\"/>");
  xml +=
      "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name "
      "w:val=\"Default "
      "Paragraph Font\"/></w:style><w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name "
      "w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";
  xml +=
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal "
      "Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"0\" "
      "w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
  xml +=
      "<w:style w:type=\"table\" w:styleId=\"Table\"><w:name w:val=\"Table\"/><w:basedOn "
      "w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" "
      "w:color=\"D5DAE0\"/><w:insideH w:val=\"single\" w:sz=\"4\" "
      "w:color=\"D5DAE0\"/></w:tblBorders></w:tblPr>"
      "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>";
  return xml + "</w:styles>\n";
}

}  // namespace surety
