#include "xml/document.h"

#include <tinyxml2.h>

#include <set>

#include "base/text.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::xml {
namespace {

constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

using Scope = std::vector<std::pair<std::string, std::string>>;  // prefix → URI, innermost last

struct QName {
  std::string prefix, local;
};
QName split_name(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return {"", std::string(name)};
  return {std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))};
}

/// Turns tinyxml2's tree into values, with the places that the pre-flight found.
class Builder {
 public:
  Builder(const Positions& positions, const std::string& file) : positions_(positions), file_(file) {}

  Element build(const tinyxml2::XMLElement& source, Scope scope) {
    ANJUAN_CHECK(tag_ < positions_.tags.size());
    const TagPosition& where = positions_.tags[tag_++];
    Element out;
    out.place = place(where.tag);
    read_attributes(source, where, scope, out);
    const QName name = split_name(source.Name());
    out.name = name.local;
    out.ns = resolve(name.prefix, scope, out.place);
    read_content(source, scope, out);
    return out;
  }
  Diagnostics take() { return std::move(diagnostics_); }

 private:
  Place place(Position p) const { return Place{file_, p.line, p.column}; }

  std::string resolve(const std::string& prefix, const Scope& scope, const Place& at) {
    if (prefix == "xml") return std::string(xml_namespace);
    for (auto it = scope.rbegin(); it != scope.rend(); ++it) {
      if (it->first == prefix) return it->second;
    }
    const bool first = !prefix.empty() && undeclared_.insert(prefix).second;  // one message for each prefix
    if (first) diagnostics_.push_back(diagnose(undeclared_prefix, at, prefix));
    return {};
  }

  void read_attributes(const tinyxml2::XMLElement& source, const TagPosition& where, Scope& scope,
                       Element& out) {
    for (const auto* a = source.FirstAttribute(); a; a = a->Next()) {
      const QName name = split_name(a->Name());
      if (name.prefix == "xmlns") scope.emplace_back(name.local, a->Value());
      if (name.prefix.empty() && name.local == "xmlns") scope.emplace_back("", a->Value());
    }
    std::size_t i = 0;
    for (const auto* a = source.FirstAttribute(); a; a = a->Next(), ++i) {
      const QName name = split_name(a->Name());
      if (name.prefix == "xmlns" || (name.prefix.empty() && name.local == "xmlns")) continue;
      const Place at = place(where.names[i]);
      out.attributes.push_back({name.prefix.empty() ? "" : resolve(name.prefix, scope, at), name.local,
                                a->Value(), at, place(where.values[i])});
    }
  }

  void read_content(const tinyxml2::XMLElement& source, const Scope& scope, Element& out) {
    for (const auto* node = source.FirstChild(); node; node = node->NextSibling()) {
      if (const auto* element = node->ToElement()) {
        Node child;
        child.element.push_back(build(*element, scope));
        child.place = child.element.front().place;
        out.content.push_back(std::move(child));
      } else if (const auto* text = node->ToText()) {
        // tinyxml2 drops runs of white space only, as the pre-flight does.
        const Position at = text_ < positions_.texts.size() ? positions_.texts[text_] : Position{};
        ++text_;
        out.content.push_back({{}, text->Value(), place(at)});
      }
    }
  }

  const Positions& positions_;
  const std::string& file_;
  std::size_t tag_ = 0, text_ = 0;
  std::set<std::string> undeclared_;
  Diagnostics diagnostics_;
};

}  // namespace

const Attribute* Element::attribute(std::string_view wanted, std::string_view wanted_ns) const {
  for (const Attribute& a : attributes) {
    if (a.name == wanted && a.ns == wanted_ns) return &a;
  }
  return nullptr;
}

std::string_view Element::get(std::string_view wanted, std::string_view otherwise) const {
  return get_ns({}, wanted, otherwise);
}

std::string_view Element::get_ns(std::string_view wanted_ns, std::string_view wanted,
                                 std::string_view otherwise) const {
  const Attribute* a = attribute(wanted, wanted_ns);
  return a ? std::string_view(a->value) : otherwise;
}

std::vector<const Element*> Element::children() const {
  std::vector<const Element*> out;
  for (const Node& node : content) {
    if (node.is_element()) out.push_back(&node.element.front());
  }
  return out;
}

std::vector<const Element*> Element::children(std::string_view wanted) const {
  std::vector<const Element*> out;
  for (const Element* e : children()) {
    if (e->name == wanted && e->ns == ns) out.push_back(e);
  }
  return out;
}

const Element* Element::child(std::string_view wanted) const {
  const auto found = children(wanted);
  return found.empty() ? nullptr : found.front();
}

std::string Element::text() const {
  std::string out;
  for (const Node& node : content) out += node.is_element() ? node.element.front().text() : node.text;
  return out;
}

Place Element::place_of(std::string_view attribute_name) const {
  const Attribute* a = attribute(attribute_name);
  return a ? a->value_place : place;
}

Result<Element> parse(std::string_view bytes, std::string file) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  ANJUAN_TRY(const Positions positions, preflight(bytes, file));
  tinyxml2::XMLDocument document;
  if (document.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS || !document.RootElement()) {
    return diagnose(reader_refused, Place{file, document.ErrorLineNum()},
                    Wording("写法不被接受", tinyxml2::XMLDocument::ErrorIDToName(document.ErrorID())));
  }
  Builder builder(positions, file);
  Element root = builder.build(*document.RootElement(), {});
  if (Diagnostics found = builder.take(); !found.empty()) return found;
  return root;
}

}  // namespace anjuan::xml
