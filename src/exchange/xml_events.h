// XML events: what begins, ends and stands in an XML text, in order; expat behind it. Nothing outside the
// text is read.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace surety {

// Names without their namespaces.
using XmlAttributes = std::map<std::string, std::string, std::less<>>;

struct XmlListener {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> begin;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;  // a text may come in several parts
};

// An Error where the text is not well formed, or declares a document type: entities could make much of
// little.
Result<bool> read_xml(std::string_view xml, const XmlListener& listener);

}  // namespace surety
