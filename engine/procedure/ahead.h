#pragma once
// What may still come about from where a case stands, whatever its data will be: an upper bound, found
// by following every transition without asking its condition.

#include <set>
#include <string>
#include <vector>

#include "procedure/definition.h"
#include "procedure/standing.h"

namespace anjuan::procedure {

/// A paper that must be there before something may be done.
struct PaperWanted {
  std::string slot;
  Requirement::Paper state = Requirement::Paper::issued;
  std::string transition;  ///< label of what waits for it
};

struct Ahead {
  std::vector<DocumentAction> documents;
  std::vector<SheetAction> sheets;
  std::vector<PaperWanted> wanted;
};
/// The states that may be active from here on.
std::set<StateIndex> states_ahead(const Definition&, const Standing&);
Ahead what_lies_ahead(const Definition&, const Standing&);

/// The slot of a document, or the expression that names it.
std::string slot_of(const DocumentAction&);

}  // namespace anjuan::procedure
