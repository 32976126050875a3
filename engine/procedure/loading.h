#pragma once
// Inside the loader: the definition being made, and what was found on the way. Everything goes on
// after an error, so that one run finds all.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/definition.h"
#include "xml/document.h"

namespace anjuan::procedure {

/// So many mistakes are told in one run; a file that has more is looked through again after those.
inline constexpr std::size_t most_found = 200;
/// Descriptors or targets of one transition.
inline constexpr std::size_t most_words = 1000;

struct Loading {
  Definition definition;
  Diagnostics found;

  void report(Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); }
  /// What does not keep the chart from running, but is told when it is checked.
  void remark(Diagnostic diagnostic) { definition.remarks.push_back(std::move(diagnostic)); }
  /// A mistake that the typed language refuses and the untyped ones meet only when they come to it.
  void refuse(const Diagnostics& diagnostics) {
    Diagnostics& to = definition.typed() ? found : definition.remarks;
    to.insert(to.end(), diagnostics.begin(), diagnostics.end());
  }
  bool full() const { return found.size() > most_found; }
  void report(const Diagnostics& diagnostics) {
    found.insert(found.end(), diagnostics.begin(), diagnostics.end());
  }
};

// Small pieces (load_pieces.cpp)
std::vector<std::string> words(std::string_view);  ///< separated by white space
Wording some_of(const std::vector<std::string>& ids);      ///< as messages list them: the first ones
/// The words of an attribute; reported where there are too many to be meant.
std::vector<std::string> read_words(Loading&, const xml::Element&, std::string_view attribute);
bool is_yes(const xml::Element&, std::string_view attribute);
bool is_scxml(const xml::Element&, std::string_view name);
std::string unqualified(const xml::Element&, std::string_view attribute);      ///< of no namespace: its value, trimmed
std::string paperwork(const xml::Element&, std::string_view attribute);  ///< an aj: attribute's value
Place paperwork_place(const xml::Element&, std::string_view attribute);  ///< of that value, else of the element
std::vector<std::string> basis_ids(const xml::Element&, bool own_namespace);
Code compile_code(Loading&, std::string_view source, const Place&);
Code read_code(Loading&, const xml::Element&, std::string_view attribute);  ///< not given: an empty Code
Code literal_code(std::string_view text, const Place&);
/// A text literal from one attribute, or the expression of another.
Code either_code(Loading&, const xml::Element&, std::string_view plain, std::string_view computed);
Target read_target(Loading&, std::string_view source, const Place&);
/// Text inside an element: a value if it reads as one, else the text with white space made single.
Code content_code(Loading&, const xml::Element&);
Code text_code(Loading&, const std::string& text, const Place&);  ///< the same for the text of another file
/// The bytes of the file that src names; reports it, or leaves it to be told later, if it is not there.
const std::string* read_source(Loading&, const xml::Element&, Diagnostics& broken);
std::vector<Param> read_params(Loading&, const xml::Element&);
Payload read_payload(Loading&, const xml::Element&);
/// aj:type and aj:choices (or type and choices) as a type; reports an unknown one.
expression::Type read_type(Loading&, const xml::Element&, std::string_view ns, std::string& text);
/// Event descriptors or names held to their syntax.
void check_event_names(Loading&, const std::vector<std::string>&, const Place&, bool descriptors);

void read_declarations(Loading&, const xml::Element& root);                    // load_declarations.cpp
void read_states(Loading&, const xml::Element& root);                          // load_states.cpp
Transition read_transition(Loading&, const xml::Element&, StateIndex source);  // load_transitions.cpp
Block read_block(Loading&, const xml::Element&);                               // load_content.cpp
Invoke read_invoke(Loading&, const xml::Element&);                             // load_invoke.cpp
/// A chart that stands inside another (load.cpp); what is wrong with it goes into `found`.
std::shared_ptr<Definition> read_chart(const xml::Element& root, const std::string& file,
                                       const Accompanying&, Diagnostics& found);
std::string xml_text(const xml::Element&);  ///< the element as a document of its own (xml_text.cpp)
std::optional<Action> read_effect(Loading&, const xml::Element&);  // load_effects.cpp; aj: elements only
void resolve_targets(Loading&);                                    // load_targets.cpp

}  // namespace anjuan::procedure
