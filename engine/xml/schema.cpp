// W3C XML Schema from an outline, for editors that complete and underline while one types. Looser
// than `check`: ids, expressions and counts are left to it.

#include <set>

#include "base/text.h"
#include "xml/outline.h"

namespace anjuan::xml {
namespace {

std::string escaped(std::string text) {
  text = replace_all(std::move(text), "&", "&amp;");
  text = replace_all(std::move(text), "<", "&lt;");
  return replace_all(std::move(text), "\"", "&quot;");
}

std::string documentation(const Wording& says, const std::string& indent) {
  if (says.zh.empty()) return {};
  return indent + "<xs:annotation><xs:documentation xml:lang=\"zh\">" + escaped(says.zh) +
         "</xs:documentation></xs:annotation>\n";
}

std::string attribute(const AttributeRule& rule) {
  const std::string use = rule.required ? " use=\"required\"" : "";
  std::string out = "      <xs:attribute name=\"" + rule.name + "\"" + use;
  if (rule.kind != ValueKind::choice && rule.kind != ValueKind::yes_no) {
    const std::string type = rule.kind == ValueKind::integer ? "xs:nonNegativeInteger"
                             : rule.kind == ValueKind::date  ? "xs:date"
                                                             : "xs:string";
    return out + " type=\"" + type + "\">\n" + documentation(rule.says, "        ") +
           "      </xs:attribute>\n";
  }
  const std::vector<std::string> choices =
      rule.kind == ValueKind::yes_no ? std::vector<std::string>{"yes", "no"} : rule.choices;
  out += ">\n" + documentation(rule.says, "        ") +
         "        <xs:simpleType><xs:restriction base=\"xs:string\">\n";
  for (const std::string& c : choices) out += "          <xs:enumeration value=\"" + escaped(c) + "\"/>\n";
  return out + "        </xs:restriction></xs:simpleType>\n      </xs:attribute>\n";
}

}  // namespace

std::string schema(const Outline& outline) {
  const bool named = !outline.ns.empty();  // a file without xmlns has no namespace to target
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
  if (named)
    out += " xmlns:t=\"" + outline.ns + "\" targetNamespace=\"" + outline.ns +
           "\" elementFormDefault=\"qualified\"";
  out += ">\n";
  std::set<std::string> written;
  for (const ElementRule& rule : outline.elements) {
    if (!rule.ns.empty() && rule.ns != outline.ns) continue;
    if (!written.insert(rule.name).second) continue;
    out += "  <xs:element name=\"" + rule.name + "\">\n" + documentation(rule.says, "    ");
    out +=
        std::string("    <xs:complexType") + (rule.text || rule.any_content ? " mixed=\"true\"" : "") + ">\n";
    out += "      <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n";
    for (const ChildRule& c : rule.children) {
      if (c.ns.empty() || c.ns == outline.ns)
        out += std::string("        <xs:element ref=\"") + (named ? "t:" : "") + c.name + "\"/>\n";
    }
    out += "        <xs:any namespace=\"##other\" processContents=\"lax\"/>\n      </xs:choice>\n";
    for (const AttributeRule& a : rule.attributes) {
      if (a.ns.empty()) out += attribute(a);
    }
    out +=
        "      <xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n    </xs:complexType>\n  "
        "</xs:element>\n";
  }
  return out + "</xs:schema>\n";
}

}  // namespace anjuan::xml
