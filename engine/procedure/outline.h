#pragma once
// The table of what a procedure file may hold: SCXML 1.0 and the paperwork namespace. It drives the
// check, the suggestions, the reference page and the schema for editors.

#include "xml/outline.h"

namespace anjuan::procedure {

inline constexpr std::string_view scxml_namespace = "http://www.w3.org/2005/07/scxml";
inline constexpr std::string_view paperwork_namespace = "urn:anjuan:paperwork:1";

xml::Outline outline();

/// aj: and the namespace that it stands for.
const xml::Prefixes& usual_prefixes();

namespace detail {
std::vector<xml::ElementRule> structure_rules();    ///< SCXML 3: states and transitions
std::vector<xml::ElementRule> content_rules();      ///< SCXML 4 to 6: executable content, data, messages
std::vector<xml::ElementRule> declaration_rules();  ///< paperwork: children of the root, of transitions
std::vector<xml::ElementRule> effect_rules();       ///< paperwork: executable content
/// Executable content of both namespaces, as children.
std::vector<xml::ChildRule> executable();
/// A child of SCXML's own namespace; `max` -1: any number.
xml::ChildRule own(std::string name, int min = 0, int max = -1);
xml::AttributeRule paperwork_attribute(std::string name, xml::ValueKind, Wording says);
}  // namespace detail

}  // namespace anjuan::procedure
