#pragma once
// One step under way: the state of the interpreter between an event and the next rest. Function
// names are those of the Recommendation's Appendix D.

#include <deque>
#include <map>
#include <set>

#include "procedure/definition.h"
#include "procedure/moves.h"
#include "procedure/procedure.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

inline constexpr int max_microsteps = 1000;  ///< of one step; more is a loop
inline constexpr int max_actions = 100000;   ///< of one step

struct QueuedEvent {
  std::string name, type, send_id, origin, origin_type;
  Value data;
  Diagnostics cause;      ///< of an error event: what failed
  bool of_guard = false;  ///< the error was a condition's
};

struct Run {
  const Definition& definition;
  const Facts& facts;
  Day on{};
  Standing standing;
  StateSet configuration;
  History history;
  StateSet entered_once;
  Fields names;                      ///< everything that expressions may read
  std::set<std::string> data_names;  ///< those of `names` that belong to the procedure
  std::deque<QueuedEvent> internal_queue, external_queue;
  std::vector<Effect> effects;
  std::vector<Reason> reasons;
  std::vector<std::string> roles;
  Diagnostics refusals;                     ///< any: the step is refused as a whole
  std::set<TransitionIndex> failed_guards;  ///< eventless, reported once per configuration
  int microsteps = 0, actions = 0;
  bool running = true;
};

// environment.cpp: names, values and errors
void bind_names(Run&);  ///< facts, parameters, data, system variables
void bind_event(Run&, const QueuedEvent&);
Result<Value> evaluate(const Run&, const Code&);
Result<Value> evaluate_with(const Run&, const Code&, const Fields& names);
/// A condition: a boolean in the typed language, true or false in ECMAScript's sense otherwise.
Result<bool> is_true(const Run&, const Code&, const Fields& names);
Outcome assign(Run&, const expression::Location&, Value);
/// A plain assignment to a data item or loop name, held to the declared type.
Outcome set_data(Run&, const std::string& name, Value, const Place&);
Fields snapshot(const Run&, const Fields& params);  ///< data, loop names and params
std::string session_of(const Run&);
void raise_error(Run&, const std::string& name, Diagnostics cause, const std::string& send_id = "");
void want_in_force(Run&, const std::vector<std::string>& basis, const Place&);
void initialize_data(Run&, StateIndex owner, const Fields& given);

// select_transitions.cpp
TransitionList select_eventless_transitions(Run&);
TransitionList select_transitions(Run&, const QueuedEvent&);
StateSet atomic_states(const Run&);

// microstep.cpp, enter_states.cpp, exit_states.cpp
void microstep(Run&, const TransitionList&, const Fields* inputs);
void exit_states(Run&, const TransitionList&);
void enter_states(Run&, const TransitionList&);
void exit_interpreter(Run&);
/// Eventless transitions and queued events until nothing moves.
void main_event_loop(Run&);

// execute.cpp: a block ends at its first error, which becomes an error event
void execute_content(Run&, const Block&);
Outcome execute_block(Run&, const Block&);
Outcome execute_effect(Run&, const Action&);  ///< execute_effects.cpp
Result<Fields> evaluate_params(const Run&, const std::vector<Param>&);
Result<Value> evaluate_payload(const Run&, const Payload&);
Outcome execute_send(Run&, const Send&, const Place&);  ///< send.cpp
Outcome execute_cancel(Run&, const Cancel&);

// inputs.cpp: what the event brings, and what must hold first
/// Names with the event's values laid over the data items they are inputs of.
Fields names_with_inputs(const Run&, const Transition&, const Fields& values);
/// Everything missing, wrong or unasked for. `only`: just these inputs, if given.
Diagnostics check_inputs(const Run&, const TransitionList&, const Fields& values, bool of_person,
                         const std::set<std::string>* only = nullptr);
Diagnostics check_requirements(const Run&, const Transition&, const Fields& names);
/// The values as the data items' types read them.
Value read_input(const Definition&, const Input&, const Value&);
expression::Type type_of(const Definition&, const Input&);
std::string label_of(const Definition&, const Input&);

// refuse.cpp
/// Why the event enables nothing: what listens to it, and what is awaited.
Diagnostics refuse(Run&, const Event&);
std::string name_of(const Definition&, const Transition&);  ///< its label, or event, or target

/// A run resumed from where a procedure stands.
Result<Run> resume(const Definition&, const Standing&, const Facts&, Day on);

}  // namespace anjuan::procedure
