#pragma once
// States that cannot be reached, put in order by what cuts them off, so that one fault is told once.

#include "procedure/definition.h"

namespace anjuan::procedure {

/// A state that is not reached, the outermost of its kind, with what it alone leads to.
struct CutOff {
  StateIndex first = 0;
  std::vector<TransitionIndex> ways;  ///< from states that are reached into it
  std::vector<StateIndex> beyond;     ///< outermost states that only it leads to; in document order
};

/// Of the states that are not in `reached`: those into which a transition leads from one that is; else those
/// that nothing leads to; else, of a circle, the one that stands first. Each other one lies beyond one of them.
std::vector<CutOff> cut_off(const Definition&, const StateSet& reached);
/// " 只有经过它才能到的“丙”、“丁”也到不了。"; "" if nothing lies beyond.
Wording beyond_in_words(const Definition&, const CutOff&);

}  // namespace anjuan::procedure
