#include "xml/document.h"

#include <tinyxml2.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::xml {
namespace {

constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

using Scope = std::vector<std::pair<std::string, std::string>>;  // prefix → URI, innermost last

struct QName {
  std::string prefix, local;
  bool declares() const { return prefix == "xmlns" || (prefix.empty() && local == "xmlns"); }
};
QName split_name(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return {"", std::string(name)};
  return {std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))};
}

/// Namespaces in XML 1.0, constraints "Prefix Declared" to "No Prefix Undeclaring".
bool may_declare(const QName& name, std::string_view uri) {
  if (name.local == "xmlns") return uri != xml_namespace && uri != xmlns_namespace && name.prefix.empty();
  if (name.local == "xml") return uri == xml_namespace;
  return !uri.empty() && uri != xml_namespace && uri != xmlns_namespace;
}

/// Turns tinyxml2's tree into values, with the places that the pre-flight found.
class Builder {
 public:
  Builder(const Positions& positions, const std::string& file, const Prefixes& usual, Diagnostics& slips)
      : positions_(positions), file_(file), usual_(usual), slips_(slips) {}

  Element build(const tinyxml2::XMLElement& source, Scope scope) {
    ANJUAN_CHECK(tag_ < positions_.tags.size());
    const TagPosition& where = positions_.tags[tag_++];
    Element out;
    out.place = place(where.tag);
    read_attributes(source, where, scope, out);
    const QName name = read_name(source.Name(), out.place);
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
    for (const auto& [known, uri] : usual_) {
      if (known != prefix) continue;
      if (first) slips_.push_back(diagnose(undeclared_usual_prefix, at, prefix, uri));
      return uri;
    }
    if (first) diagnostics_.push_back(diagnose(undeclared_prefix, at, prefix));
    return {};
  }

  QName read_name(std::string_view written, const Place& at) {
    const QName name = split_name(written);
    const bool bare = written.find(':') == std::string_view::npos;
    if (!bare && (name.prefix.empty() || name.local.empty() || name.local.find(':') != std::string::npos))
      diagnostics_.push_back(diagnose(bad_prefixed_name, at, written));
    return name;
  }

  void read_attributes(const tinyxml2::XMLElement& source, const TagPosition& where, Scope& scope,
                       Element& out) {
    std::size_t i = 0;
    for (const auto* a = source.FirstAttribute(); a; a = a->Next(), ++i) {
      const QName name = split_name(a->Name());
      if (!name.declares()) continue;
      if (!may_declare(name, a->Value()))
        diagnostics_.push_back(diagnose(bad_namespace, place(where.names[i]), a->Name(), a->Value()));
      scope.emplace_back(name.prefix.empty() ? "" : name.local, a->Value());
      out.namespaces.push_back({"", scope.back().first, a->Value(), place(where.names[i]), place(where.values[i])});
    }
    i = 0;
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto* a = source.FirstAttribute(); a; a = a->Next(), ++i) {
      const Place at = place(where.names[i]);
      const QName name = read_name(a->Name(), at);
      if (name.declares()) continue;
      const std::string ns = name.prefix.empty() ? "" : resolve(name.prefix, scope, at);
      if (!ns.empty() && !seen.emplace(ns, name.local).second) {
        diagnostics_.push_back(diagnose(duplicate_attribute, at, a->Name()));
      }
      out.attributes.push_back({ns, name.local, a->Value(), at, place(where.values[i])});
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
  const Prefixes& usual_;
  Diagnostics& slips_;
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

namespace {

/// The bytes with a comment in place of each processing instruction: tinyxml2 takes none inside elements.
std::string without_instructions(std::string_view bytes, const Positions& positions) {
  std::string out;
  std::size_t from = 0;
  for (const auto& [at, length] : positions.instructions) {
    out.append(bytes.substr(from, at - from)).append("<!---->");
    from = at + length;
  }
  return out.append(bytes.substr(from));
}

/// The column of the file for one counted in what is read; nothing where it lies outside of this text.
std::optional<int> written_column(const WrittenText& text, Position read) {
  Position at = read;
  if (at < text.start || at.line > text.end.line) return std::nullopt;
  for (const WrittenText::Reference& reference : text.references) {
    if (reference.at.line == at.line && reference.at.column < at.column) at.column += reference.width - 1;
  }
  if (at > text.end) return std::nullopt;
  return at.column;
}

}  // namespace

void as_written(Diagnostics& diagnostics, const std::vector<WrittenText>& texts) {
  for (Diagnostic& d : diagnostics) {
    if (d.place.column == 0) continue;
    const Position read{d.place.line, d.place.column};
    // Texts are in the order of the file: only those that begin before the place can hold it.
    auto text = std::upper_bound(texts.begin(), texts.end(), read,
                                 [](Position p, const WrittenText& t) { return p < t.start; });
    for (int before = 0; text != texts.begin() && before < max_attributes; ++before) {
      --text;
      if (const auto column = written_column(*text, read)) {
        d.place.column = *column;
        break;
      }
      if (text->end.line < read.line) break;
    }
  }
}

Diagnostics with_slips(Diagnostics found, Diagnostics slips) {
  const auto is_of_start = [](const Diagnostic& d, const Diagnostic& end) {
    const bool of_name = d.row == &unknown_element || d.row == &unknown_element_near || d.row == &misplaced_element;
    return of_name && d.values[0] == end.values[1] && std::to_string(d.place.line) == end.values[2].zh;
  };
  std::erase_if(slips, [&](const Diagnostic& slip) {
    return slip.row == &misspelt_end_tag &&
           std::any_of(found.begin(), found.end(), [&](const Diagnostic& d) { return is_of_start(d, slip); });
  });
  append(found, std::move(slips));
  return found;
}

Result<Element> parse(std::string_view bytes, std::string file) {
  Diagnostics slips;
  Result<Element> root = parse_as_meant(bytes, std::move(file), slips);
  if (root.ok() && !slips.empty()) return slips;
  return root;
}

Result<Element> parse_as_meant(std::string_view bytes, std::string file, Diagnostics& slips, const Prefixes& usual) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  ANJUAN_TRY(Reading reading, preflight(bytes, file));
  if (!reading.mended.empty()) bytes = reading.mended;
  const Positions& positions = reading.found;
  std::string spared;
  if (!positions.instructions.empty()) bytes = spared = without_instructions(bytes, positions);
  tinyxml2::XMLDocument document;
  Builder builder(positions, file, usual, reading.slips);
  const bool read = document.Parse(bytes.data(), bytes.size()) == tinyxml2::XML_SUCCESS && document.RootElement();
  if (!read) {
    append(reading.slips, {diagnose(reader_refused, Place{file, document.ErrorLineNum()},
                                    Wording("写法不被接受", tinyxml2::XMLDocument::ErrorIDToName(document.ErrorID())))});
    return std::move(reading.slips);
  }
  Element root = builder.build(*document.RootElement(), {});
  if (Diagnostics found = builder.take(); !found.empty()) {
    append(reading.slips, std::move(found));
    return std::move(reading.slips);
  }
  if (!positions.written.empty())
    root.written = std::make_shared<const std::vector<WrittenText>>(positions.written);
  append(slips, std::move(reading.slips));
  return root;
}

}  // namespace anjuan::xml
