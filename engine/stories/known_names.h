#pragma once
// The names that a procedure can bring about, for lines that say what must not be: a slip of the pen
// in such a line would otherwise hold for ever.

#include <optional>
#include <string>
#include <vector>

#include "procedure/definition.h"

namespace anjuan::stories {

struct KnownNames {
  std::vector<std::string> names;
  bool more = false;  ///< others are put together only when the time comes
};

KnownNames names_of_limits(const procedure::Definition&);  ///< ids and labels
KnownNames names_of_papers(const procedure::Definition&);
KnownNames names_of_batches(const procedure::Definition&);
/// Events that some transition takes, as the file writes them.
KnownNames names_of_events(const procedure::Definition&);
/// All that `names_of` of an effect may give.
KnownNames names_of_effects(const procedure::Definition&);

/// The refusal of a line whose name is none of these; nothing where it is one, or may be one of `more`.
/// `where`: 流程, 名录; `what`: "期限“…”".
std::optional<Diagnostic> unknown_among(const KnownNames&, const std::string& name, const Wording& where,
                                        const Wording& what);

}  // namespace anjuan::stories
