// An element written out again: how charts and other XML travel as values.

#include "procedure/loading.h"

namespace anjuan::procedure {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Text keeps its line ends as they are.
std::string escaped_text(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', from)) {
    out += escaped(text.substr(from, at - from)) + '\n';
    from = at + 1;
  }
  return out + escaped(text.substr(from));
}

void write(const xml::Element& element, const std::string& around, std::string& out) {
  out += '<' + element.name;
  if (element.ns != around) out += " xmlns=\"" + escaped(element.ns) + '"';
  int prefixes = 0;
  for (const xml::Attribute& attribute : element.attributes) {
    std::string name = attribute.name;
    if (!attribute.ns.empty()) {
      const std::string prefix = "n" + std::to_string(++prefixes);
      out += " xmlns:" + prefix + "=\"" + escaped(attribute.ns) + '"';
      name = prefix + ':' + name;
    }
    out += ' ' + name + "=\"" + escaped(attribute.value) + '"';
  }
  if (element.content.empty()) {
    out += "/>";
    return;
  }
  out += '>';
  for (const xml::Node& node : element.content) {
    if (node.is_element()) {
      write(node.element.front(), element.ns, out);
    } else {
      out += escaped_text(node.text);
    }
  }
  out += "</" + element.name + '>';
}

}  // namespace

std::string xml_text(const xml::Element& element) {
  std::string out;
  write(element, "", out);
  return out;
}

}  // namespace anjuan::procedure
