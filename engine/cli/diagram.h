#pragma once
// A procedure as Graphviz text, and what its states are called for people.

#include <string>

#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::cli {

/// The state's label; of one without a label what a person would call it: that its line is done, that
/// the work goes back to where it was, or the first labelled state inside it.
std::string name_of_state(const procedure::Definition&, procedure::StateIndex, Language);

/// Text for `dot`: states in the boxes of those around them, transitions with their labels.
std::string dot_text(const procedure::Definition&, Language);

}  // namespace anjuan::cli
