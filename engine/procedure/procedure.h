#pragma once
// The procedure as a state chart (W3C SCXML 1.0) with paperwork: load, check, step, explain.
// All pure: values in, values out.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/expression.h"
#include "procedure/effect.h"
#include "procedure/event.h"
#include "procedure/standing.h"

namespace anjuan::procedure {

struct Definition;  // procedure/definition.h: immutable, checked
using DefinitionPtr = std::shared_ptr<const Definition>;

/// Reads a chart; everything that can be found without facts is found in one run.
Result<DefinitionPtr> load(std::string_view xml, const std::string& file);
/// Names, types, targets, loops. `facts`: the read-only names the surroundings provide.
Diagnostics check(const Definition&, const expression::Names& facts);

/// What surrounds a step: read-only names for expressions, and the calendar.
struct Facts {
  Fields fields;
  const calendar::WorkingCalendar* calendar = nullptr;
};

/// Why a transition was taken or not.
struct Reason {
  std::string state, transition_label, event;
  bool taken = false;
  bool failed = false;             ///< the condition could not be evaluated
  Diagnostics because;             ///< condition false, requirement not met, input missing, …
  std::string role, basis;         ///< ids; of the taken transition
  Place place;
};

struct Step {
  Standing after;
  std::vector<Effect> effects;
  std::vector<Reason> reasons;
  std::vector<std::string> roles;  ///< roles the taken transitions ask of the signatory
};

/// Enters the initial configuration.
Result<Step> start(DefinitionPtr, const Facts&, Day on, const Fields& initial_data);
/// One macrostep. An event that enables nothing is refused, with the reason of each transition that
/// waits for something else.
Result<Step> step(DefinitionPtr, const Standing& before, const Event&, const Facts&);

/// What a person may do next, and what stands in the way.
struct Opportunity {
  std::string event, label, role, role_label, state, basis;
  struct Input { std::string name, label, type; bool required; std::vector<std::string> choices; };
  std::vector<Input> inputs;
  bool open = false;               ///< condition and requirements hold now
  Diagnostics because;             ///< what does not
};
std::vector<Opportunity> opportunities(DefinitionPtr, const Standing&, const Facts&, Day on);

/// Labels of the active atomic states, outermost first where nested.
std::vector<std::string> labels(const Definition&, const Standing&);

/// Limits whose `due` is before `today`, earliest first; their on_due events are to be raised.
std::vector<OpenTimeLimit> fallen_due(const Standing&, Day today);
/// Recomputes all open limits with a (newer) calendar; the ids of those that changed.
std::vector<std::string> recompute_limits(Standing&, const calendar::WorkingCalendar&);

}  // namespace anjuan::procedure
