#pragma once
// An XML file as values with places. Read in two steps: a strict pre-flight over the bytes
// (encoding, well-formedness, limits; xml/preflight.h) that knows line and column, then tinyxml2.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::xml {

struct Attribute {
  std::string ns;     ///< namespace URI, "" when unprefixed
  std::string name;   ///< local name
  std::string value;
  Place place;        ///< of the name
  Place value_place;  ///< of the first character inside the quotes
};

struct Element;
struct WrittenText;  // xml/preflight.h

/// Content in document order: an element, or a run of text.
struct Node {
  std::vector<Element> element;  ///< one element, or none: then `text` holds
  std::string text;
  Place place;
  bool is_element() const { return !element.empty(); }
};

struct Element {
  std::string ns, name;
  Place place;  ///< of '<'
  std::vector<Attribute> attributes;
  std::vector<Attribute> namespaces;  ///< declared here: the prefix as name ("" without), the address as value
  std::vector<Node> content;
  /// Of the outermost element only: where the file writes more characters than are read, as &lt; for <.
  std::shared_ptr<const std::vector<WrittenText>> written;

  const Attribute* attribute(std::string_view name, std::string_view ns = {}) const;
  /// The attribute's value, or `otherwise`.
  std::string_view get(std::string_view name, std::string_view otherwise = {}) const;
  std::string_view get_ns(std::string_view ns, std::string_view name, std::string_view otherwise = {}) const;
  std::vector<const Element*> children() const;
  std::vector<const Element*> children(std::string_view name) const;  ///< in the element's own namespace
  const Element* child(std::string_view name) const;                  ///< the first, or null
  std::string text() const;  ///< all text below, joined, as it stands
  /// The place of an attribute's value, else of the element.
  Place place_of(std::string_view attribute_name) const;
};

/// Prefixes that files usually have, with their namespaces.
using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// Parses the bytes of a file. All of it is read before anything is used; the diagnostics name
/// line and column. `file` is the name to print.
Result<Element> parse(std::string_view bytes, std::string file);

/// The same, where full-width marks in markup and misspelt end tags are put into `slips` and read as they were
/// meant, and so are usual prefixes that are not declared: the file is refused for them, but what else is wrong in it can be told with them.
Result<Element> parse_as_meant(std::string_view bytes, std::string file, Diagnostics& slips, const Prefixes& usual = {});

/// What was found in the file as it was meant, with the slips: an end tag that differs from its start tag is not
/// told where the start tag is told to be the misspelt one.
Diagnostics with_slips(Diagnostics found, Diagnostics slips);

/// Places inside a value are found by counting its characters as they are read; this moves those behind
/// an &lt; or &amp; to the column where the file has them. The texts are those of the outermost element.
void as_written(Diagnostics&, const std::vector<WrittenText>&);

}  // namespace anjuan::xml
