// DOCX writer: a Document as a text of Word or LibreOffice: headings, sentences, tables, pictures, and the
// reasons of each figure as a footnote.
//
// WordprocessingML of our own in a ZIP. Styles, page and fonts come from a style file: any DOCX with the
// styles "Title", "Subtitle", "Heading 1", "Heading 2", "Body Text", "Verdict", "List Bullet", "Caption",
// "Table" and "Footnote Text"; a file written by Surety is one. Without one, the styles of docx_styles.h,
// German or English. Cost  linear
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/docx_body.h"

namespace surety {

// `style_file`: the bytes of a DOCX, or empty. An Error where it is none, or has no styles.
Result<std::string> docx_file(const Document& document, const DocxPictures& pictures,
                              std::string_view style_file);

}  // namespace surety
