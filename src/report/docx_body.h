// DOCX body: the blocks of a document as WordprocessingML, with its footnotes and the pictures it needs.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "report/document.h"

namespace surety {

// PNG bytes by the key of the chart. A chart without one is shown as its table.
using DocxPictures = std::map<std::string, std::string>;

struct DocxBody {
  std::string title;
  std::string xml;        // the blocks
  std::string footnotes;  // <w:footnote> elements, from id 2 on
  std::vector<std::string>
      pictures;  // keys of charts; picture i is word/media/pictureI.png and relation ridI
};

DocxBody docx_body(const Document& document, const DocxPictures& pictures);

}  // namespace surety
