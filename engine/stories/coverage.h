#pragma once
// Which states and transitions of procedures the stories have walked, and which none has.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "handling/act.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"

namespace anjuan::stories {

/// One procedure, and what of it was walked.
struct Walked {
  procedure::DefinitionPtr definition;
  std::set<procedure::StateIndex> reached;
  std::set<procedure::TransitionIndex> taken;
};

/// The states and transitions that can be walked: all but the root, histories and the transitions of
/// `initial`, in document order.
std::vector<procedure::StateIndex> states_to_reach(const procedure::Definition&);
std::vector<procedure::TransitionIndex> transitions_to_take(const procedure::Definition&);

class Coverage {
 public:
  /// A procedure that stories might walk; nothing of it is walked yet.
  void expect(const procedure::DefinitionPtr&);
  /// What an act has moved. Cases on procedures that were not expected are passed over.
  void note(const handling::MovedCase&);
  void note(const procedure::Step&);

  /// In order of their files.
  std::vector<const Walked*> procedures() const;

 private:
  void take(Walked&, const Place& transition);
  std::map<std::string, Walked> by_digest_;
};

}  // namespace anjuan::stories
