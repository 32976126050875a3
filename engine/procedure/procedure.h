#pragma once
// The procedure as a state chart (W3C SCXML 1.0) with paperwork: load, check, step, explain.
// All pure: values in, values out.

#include <map>
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

/// What a chart may name but does not hold. Nothing is read here: the caller hands in the bytes.
struct Accompanying {
  std::map<std::string, std::string, std::less<>> files;  ///< by name, as src says it, without "file:"
  std::string data_model = "anjuan";                      ///< of charts that name none
};

/// Reads a chart; everything that can be found without facts is found in one run.
Result<DefinitionPtr> load(std::string_view xml, const std::string& file, const Accompanying& = {});
/// Names, types, targets, loops; warnings too. `facts`: the read-only names the surroundings provide.
Diagnostics check(const Definition&, const expression::Names& facts);
/// Everything that can be found in a file, by load and by check together, in the order of the lines.
Diagnostics inspect(std::string_view xml, const std::string& file, const expression::Names& facts);

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

/// Enters the initial configuration. `initial_data` wins over the file's first values; a name that is
/// no data item is refused.
Result<Step> start(DefinitionPtr, const Facts&, Day on, const Fields& initial_data);
/// One macrostep. Values of the event that are inputs of a transition are laid over the data when its
/// condition and requirements are decided, and assigned before its content. An event that enables
/// nothing is refused, with the reason of each transition that waits for something else; so is one
/// whose inputs or requirements are not met, or during which an error arises that the chart does not
/// take. A condition without event that cannot be decided becomes `after.incident`.
Result<Step> step(DefinitionPtr, const Standing& before, const Event&, const Facts&);

/// Takes the next event that was sent with a delay, on the logical clock; nothing if there is none.
/// Only bare charts have delays: procedures of an office use time limits.
Result<std::optional<Step>> next_delayed(DefinitionPtr, const Standing& before, const Facts&);

/// What a person may do next, and what stands in the way.
struct Opportunity {
  std::string event, label, role, role_label, state, basis;
  struct Input { std::string name, label, type; bool required; std::vector<std::string> choices; };
  std::vector<Input> inputs;
  std::string destination;         ///< label of where it leads; "" if the state stays
  bool of_time_limit = false;      ///< raised by the system (a limit, a service, a message), not by a person
  bool open = false;               ///< condition and requirements hold now, or depend on the inputs
  Diagnostics because;             ///< what does not
};
std::vector<Opportunity> opportunities(DefinitionPtr, const Standing&, const Facts&, Day on);

/// Where a case stands: of each active atomic state the innermost label; two alike with the one around, "甲线 / 待查".
std::vector<std::string> labels(const Definition&, const Standing&);

/// Limits whose `due` is before `today`, earliest first, whose on_due events are still to be raised
/// (with origin "#_timer" and `on` = today).
std::vector<OpenTimeLimit> fallen_due(const Standing&, Day today);
/// Notes that a limit's on_due event was raised although nothing listened to it.
void acknowledge_due(Standing&, const std::string& limit_id);
/// Recomputes all open limits with a (newer) calendar; the ids of those that changed.
std::vector<std::string> recompute_limits(Standing&, const calendar::WorkingCalendar&);

}  // namespace anjuan::procedure
