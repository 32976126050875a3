#pragma once
// A table of the elements and attributes that a kind of XML file may have. One table drives the
// check, the suggestions ("did you mean"), the expected lists, the XSD for editors and the
// reference pages, so that they cannot say different things.

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "xml/document.h"

namespace anjuan::xml {

enum class ValueKind {
  text,        ///< anything but empty
  any_text,    ///< also empty
  id,          ///< xml name or Chinese id (base/id.h)
  ids,         ///< ids separated by white space
  integer,     ///< whole number, 0 or more
  number,      ///< decimal
  date,        ///< YYYY-MM-DD
  yes_no,      ///< yes | no
  choice,      ///< one of `choices`
  expression,  ///< checked by the expression language later
  duration,    ///< 5s, 1.5s, 200ms (CSS2, as SCXML 4.3.2 asks)
};

struct AttributeRule {
  std::string name;
  ValueKind kind = ValueKind::text;
  bool required = false;
  std::vector<std::string> choices;
  Wording says;    ///< one sentence for the reference page and the XSD
  std::string ns;  ///< "" for unprefixed
  std::vector<std::string> spoken = {};  ///< for each choice, the words by which people call it, separated by spaces
};

struct ChildRule {
  std::string name;
  int min = 0;
  int max = -1;    ///< -1: any number
  std::string ns;  ///< "" means the outline's own
};

struct ElementRule {
  std::string name;
  Wording says;
  std::vector<AttributeRule> attributes;
  std::vector<ChildRule> children;
  bool text = false;         ///< may hold text
  bool any_content = false;  ///< children are not looked at (foreign data)
  std::string example;       ///< a small piece of XML for the reference page
  std::string ns;            ///< "" means the outline's own
};

/// Foreign = in a namespace that no rule names: accepted and left alone (SCXML allows that).
struct Outline {
  std::string ns;      ///< namespace of the rules without one
  std::string prefix;  ///< how messages print elements of `ns`, e.g. "" or "aj"
  std::string root;
  std::vector<ElementRule> elements;
  bool foreign_allowed = false;
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< other namespace → prefix for messages
};

/// Everything found: wrong root, unknown element or attribute (with the nearest name and what is
/// expected), missing required ones, too many or too few children, values not of their kind,
/// text where none may stand.
Diagnostics check(const Element& root, const Outline&);
/// The same, and names that were nearly right are made right in the tree, so that whoever reads it next
/// finds the other mistakes without repeating these.
Diagnostics check_and_mend(Element& root, const Outline&);

/// The reference table in Markdown, Chinese: element, where it stands, attributes, meaning, example.
std::string reference_page(const Outline&);
/// How one namespace of an outline becomes a schema file.
struct SchemaFile {
  std::string ns;  ///< "" means the outline's own
  std::string
      imports;  ///< namespace that is described in another file; "": the outline's others are left out
  std::string imported_from;  ///< that file's name
};
/// A W3C XML Schema 1.0 for editors that complete and underline while one types. Looser than `check`:
/// ids, expressions and most counts are left to it. Where foreign elements are allowed and nothing is
/// imported, they are accepted; beside an import they are not, since XSD 1.0 could not tell them from
/// misspelt ones.
std::string schema(const Outline&, const SchemaFile& = {});

}  // namespace anjuan::xml
