#pragma once
// What transitions do to a configuration, whatever the data say: pure functions of the definition,
// the configuration and the history, named as in the Recommendation's Appendix D. The interpreter
// moves by them, and what is proved of a definition is proved of them.

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "procedure/definition.h"
#include "procedure/state_set.h"

namespace anjuan::procedure {

using TransitionList = std::vector<TransitionIndex>;
using History = std::map<StateIndex, StateSet>;  ///< history state → what it remembers

/// What is entered, and which content comes with it.
struct EntrySet {
  StateSet states;             ///< in entry order
  StateSet for_default_entry;  ///< compound states whose initial transition's content is executed
  /// Parent of a history entered by default → the transition whose content is executed after its onentry.
  std::vector<std::pair<StateIndex, TransitionIndex>> default_history_content;
};

/// The innermost compound state that holds the source and all effective targets, the source itself if
/// the transition is internal and leads only inwards; no_index where there is no target
/// (getTransitionDomain).
StateIndex transition_domain(const Definition&, const Transition&, const History&);
/// The active states that the transitions leave; go through it backwards to exit (computeExitSet).
StateSet exit_set(const Definition&, const StateSet& configuration, const History&,
                  std::span<const TransitionIndex>);
/// What they enter; go through it forwards to enter (computeEntrySet).
EntrySet entry_set(const Definition&, const History&, std::span<const TransitionIndex>);
/// The enabled transitions, given in document order of the atomic states that selected them, without
/// those that another preempts (removeConflictingTransitions).
TransitionList without_conflicts(const Definition&, const StateSet& configuration, const History&,
                                 TransitionList enabled);
/// Records the histories of all states about to be left; to be called before any onexit runs.
void remember(const Definition&, const StateSet& configuration, const StateSet& exits, History&);

/// Fills in Transition::domain once all targets are known: part of loading.
void settle_domains(Definition&);

}  // namespace anjuan::procedure
