// W3C XML Schema from an outline, for editors that complete and underline while one types. Looser
// than `check`: ids, expressions and most counts are left to it.

#include <algorithm>
#include <map>
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

/// What XSD can say of a value: a list of choices, a pattern, or nothing beyond text.
std::string restriction(const AttributeRule& rule) {
  std::vector<std::string> choices = rule.choices;
  std::string pattern;
  switch (rule.kind) {
    case ValueKind::choice:
      break;
    case ValueKind::yes_no:
      choices = {"yes", "no"};
      break;
    case ValueKind::integer:
      pattern = "[0-9]{1,9}";
      break;
    case ValueKind::number:
      pattern = "-?[0-9]+(\\.[0-9]+)?";
      break;
    case ValueKind::date:
      pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
      break;
    case ValueKind::duration:
      pattern = "([0-9]+|[0-9]*\\.[0-9]+)(ms|s)";
      break;
    case ValueKind::id:
      pattern = "\\S{1,64}";
      break;
    case ValueKind::text:
    case ValueKind::ids:
    case ValueKind::expression:
      pattern = "[\\s\\S]*\\S[\\s\\S]*";
      break;
    case ValueKind::any_text:
      return {};
  }
  std::string out = "<xs:simpleType><xs:restriction base=\"xs:string\">";
  if (!pattern.empty()) out += "<xs:pattern value=\"" + escaped(pattern) + "\"/>";
  for (const std::string& c : choices) out += "<xs:enumeration value=\"" + escaped(c) + "\"/>";
  return out + "</xs:restriction></xs:simpleType>";
}

std::string attribute(const AttributeRule& rule, const std::string& use, const std::string& indent) {
  const std::string type = restriction(rule);
  std::string out = indent + "<xs:attribute name=\"" + rule.name + "\"" + use;
  if (type.empty()) out += " type=\"xs:string\"";
  out += ">\n" + documentation(rule.says, indent + "  ");
  if (!type.empty()) out += indent + "  " + type + "\n";
  return out + indent + "</xs:attribute>\n";
}

class Writer {
 public:
  Writer(const Outline& outline, const SchemaFile& file)
      : outline_(outline), file_(file), ns_(file.ns.empty() ? outline.ns : file.ns) {}

  std::string write() {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema "
        "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";
    // A file without xmlns has no namespace to target.
    if (!ns_.empty())
      out_ += " xmlns:t=\"" + ns_ + "\" targetNamespace=\"" + ns_ + "\" elementFormDefault=\"qualified\"";
    if (!file_.imports.empty()) out_ += " xmlns:o=\"" + file_.imports + "\"";
    out_ += ">\n";
    if (!file_.imports.empty())
      out_ += "  <xs:import namespace=\"" + file_.imports + "\" schemaLocation=\"" + file_.imported_from +
              "\"/>\n";
    if (ns_ != outline_.ns) write_attributes_of_others();
    std::set<std::string> written;
    for (const ElementRule& rule : outline_.elements) {
      if (of(rule.ns) == ns_ && written.insert(rule.name).second) write_element(rule);
    }
    return out_ + "</xs:schema>\n";
  }

 private:
  std::string of(const std::string& ns) const { return ns.empty() ? outline_.ns : ns; }
  bool described(const std::string& ns) const { return ns == ns_ || (!ns.empty() && ns == file_.imports); }
  std::string reference(const std::string& ns, const std::string& name) const {
    return ns == ns_ ? (ns.empty() ? name : "t:" + name) : "o:" + name;
  }

  /// Attributes of this namespace on elements of another. One name may be used by several elements with
  /// different values: then any text will do.
  void write_attributes_of_others() {
    std::map<std::string, AttributeRule> rules;
    for (const ElementRule& element : outline_.elements) {
      for (const AttributeRule& a : element.attributes) {
        if (a.ns != ns_) continue;
        const auto [known, fresh] = rules.emplace(a.name, a);
        if (!fresh && (known->second.kind != a.kind || known->second.choices != a.choices))
          known->second.kind = ValueKind::any_text;
      }
    }
    for (const auto& [name, rule] : rules) out_ += attribute(rule, "", "  ");
    out_ +=
        "  <xs:attributeGroup name=\"foreign\">\n"
        "    <xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n  </xs:attributeGroup>\n";
  }

  void write_element(const ElementRule& rule) {
    const bool mixed = rule.text || rule.any_content;
    out_ += "  <xs:element name=\"" + rule.name + "\">\n" + documentation(rule.says, "    ") +
            "    <xs:complexType" + (mixed ? " mixed=\"true\"" : "") + ">\n";
    write_children(rule);
    for (const AttributeRule& a : rule.attributes) {
      const std::string use = a.required ? " use=\"required\"" : "";
      if (a.ns.empty())
        out_ += attribute(a, use, "      ");
      else if (described(a.ns))
        out_ += "      <xs:attribute ref=\"" + reference(a.ns, a.name) + "\"" + use + "/>\n";
    }
    if (!file_.imports.empty() && ns_ == outline_.ns)
      out_ += "      <xs:attributeGroup ref=\"o:foreign\"/>\n";  // of any namespace but that one, whose are
                                                                 // listed
    else
      out_ += "      <xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n";
    out_ += "    </xs:complexType>\n  </xs:element>\n";
  }

  void write_children(const ElementRule& rule) {
    if (rule.any_content) {
      out_ +=
          "      <xs:sequence><xs:any namespace=\"##any\" processContents=\"skip\" minOccurs=\"0\" "
          "maxOccurs=\"unbounded\"/></xs:sequence>\n";
      return;
    }
    std::vector<ChildRule> children;
    for (const ChildRule& c : rule.children) {
      if (described(of(c.ns))) children.push_back(c);
    }
    const bool more = children.size() < rule.children.size();  // of a namespace that no file describes
    const bool foreign = file_.imports.empty() && (outline_.foreign_allowed || more);
    if (children.empty() && !foreign) return;
    if (children.size() == 1 && !foreign) {
      const ChildRule& only = children.front();
      out_ += "      <xs:sequence>\n        <xs:element ref=\"" + reference(of(only.ns), only.name) +
              "\" minOccurs=\"" + std::to_string(only.min) + "\" maxOccurs=\"" +
              (only.max < 0 ? "unbounded" : std::to_string(only.max)) + "\"/>\n      </xs:sequence>\n";
      return;
    }
    out_ += "      <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n";
    for (const ChildRule& c : children)
      out_ += "        <xs:element ref=\"" + reference(of(c.ns), c.name) + "\"/>\n";
    if (foreign) out_ += "        <xs:any namespace=\"##other\" processContents=\"lax\"/>\n";
    out_ += "      </xs:choice>\n";
  }

  const Outline& outline_;
  const SchemaFile& file_;
  std::string ns_, out_;
};

}  // namespace

std::string schema(const Outline& outline, const SchemaFile& file) { return Writer(outline, file).write(); }

}  // namespace anjuan::xml
