#pragma once
// An act under way, between an event and the next rest. An act may move several sessions, a chart and
// those it has invoked: each takes one event at a time in a Run of its own. Function names are those of
// the Recommendation's Appendix D.

#include <map>
#include <memory>
#include <set>

#include "procedure/addresses.h"
#include "procedure/bounds.h"
#include "procedure/definition.h"
#include "procedure/moves.h"
#include "procedure/session.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

/// The only event processor there is, as `type` and `origintype` name it (SCXML C.1).

struct QueuedEvent {
  enum class Type { external, internal, platform };
  std::string name;
  Type type = Type::external;
  Value data{};
  std::string send_id{}, origin{}, origin_type{}, invoke_id{};
  Diagnostics cause{};    ///< of an error event: what failed
  bool of_guard = false;  ///< the error was a condition's
};

/// First in, first out. Most acts queue nothing, and then it costs nothing.
template <class Item>
class Queue {
 public:
  bool empty() const { return first_ == items_.size(); }
  std::size_t size() const { return items_.size() - first_; }
  void push(Item item) { items_.push_back(std::move(item)); }
  Item pop() {
    Item item = std::move(items_[first_++]);
    if (empty()) items_.clear(), first_ = 0;
    return item;
  }
  Item& last() { return items_.back(); }
  template <class Condition>
  void erase_if(const Condition& condition) {
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
    std::erase_if(items_, condition);
  }

 private:
  std::vector<Item> items_;
  std::size_t first_ = 0;
};

/// What a refused act gives back to its session.
struct Before {
  StateSet configuration, entered_once;
  std::vector<std::pair<std::size_t, std::optional<Value>>> data;  ///< values replaced, in order
  std::optional<History> history;                                  ///< these only if they were touched
  std::optional<std::map<std::string, OpenTimeLimit>> limits;
  std::optional<std::vector<DelayedEvent>> delayed;
  std::vector<Invocation> invocations;
  std::string incident;
  bool started = false, finished = false;
  std::int64_t clock_ms = 0, sends = 0;
};

/// An event on its way to a session.
struct Delivery {
  Session* to;
  QueuedEvent event;
};

struct Act {
  Act(Session& session, const Facts& around, Day day) : root(session), facts(around), on(day) {}

  Session& root;
  const Facts& facts;
  Day on;
  Before before;
  Queue<Delivery> external;
  Moved moved;
  Diagnostics refusals;  ///< any: the act is refused as a whole
  int microsteps = 0, actions = 0, invoked = 0;
  std::int64_t bytes = 0;   ///< of all values made so far
  std::int64_t effort = 0;  ///< steps and items of all evaluations so far

  bool stopped() const { return stopped_; }
  /// Nothing more is done: a bound was reached.
  void stop(Diagnostic why) {
    refusals.push_back(std::move(why));
    stopped_ = true;
  }

 private:
  bool stopped_ = false;
};

/// One session's part in an act: one event, up to the next rest. It stays where it was made, for what it
/// shows to expressions points into it.
struct Run {
  Run(Act&, Session&);
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  Act& act;
  Session& session;
  const Definition& definition;
  std::vector<const Value*> values;  ///< what numbered names stand for now; null: nothing
  expression::Surroundings around;   ///< of every expression: these values, facts, In() and the calendar
  Value event;                       ///< _event
  Queue<QueuedEvent> internal_queue;
  std::vector<TransitionIndex> failed_guards;  ///< eventless, reported once per configuration
  StateSet to_invoke;                          ///< states entered whose invokes are still to be started
  std::string failed_element;                  ///< what failed inside a block, for its error
  std::string failed_send;                     ///< id of the message that could not be sent, for its error
  bool running = true;                         ///< no top-level final has been entered
  bool cancelled = false;                      ///< it is being stopped from outside

  bool of_root() const { return &session == &act.root; }
  /// The name stands for a value that lies somewhere for as long as this run.
  void show(int number, const Value& value) { values[static_cast<std::size_t>(number)] = &value; }

 private:
  std::vector<std::unique_ptr<const Value>> held_;
  void hold(int number, Value value);
};

/// While it lives, the names of a transition's inputs stand for what the event brings.
class InputsShown {
 public:
  InputsShown(Run&, const Transition&, const Fields& values);
  ~InputsShown();
  InputsShown(const InputsShown&) = delete;
  InputsShown& operator=(const InputsShown&) = delete;

 private:
  Run& run_;
  std::vector<std::pair<std::size_t, const Value*>> before_;
  std::vector<std::unique_ptr<const Value>> read_;
};

// environment.cpp: names, values and errors
void bind_event(Run&, const QueuedEvent&);
Result<Value> evaluate(Run&, const Code&);
/// A condition: a boolean in the typed language, true or false in ECMAScript's sense otherwise.
Result<bool> is_true(Run&, const Code&);
Outcome run_script(Run&, const Script&, const Place&);
Outcome assign(Run&, const expression::Location&, Value);
/// A plain assignment, held to the declared type and to what may be kept.
Outcome set_data(Run&, std::size_t slot, Value, const Place&);
Fields data_with(const Run&, const Fields& params);  ///< data, loop names and params
std::string session_id(const Act&, const Session&);
void raise(Run&, QueuedEvent);  ///< into the internal queue
/// `element`: the one that failed, as the file names it.
void raise_error(Run&, const std::string& name, Diagnostics cause, const std::string& element,
                 const std::string& send_id = "");
void want_in_force(Run&, const std::vector<std::string>& basis, const Place&);
void initialize_data(Run&, StateIndex owner, const Fields& given);
/// Holds a value to what may be kept, and the act to what it may make.
Outcome weigh(Act&, const Value&, const Place&);
/// Whether the act may evaluate anything more; it is stopped where its evaluations took too much.
Outcome may_evaluate(Act&, const Place&);

// changes.cpp: what a refused act gives back
void keep(Act&);       ///< before anything changes
void give_back(Act&);  ///< as it was
History& changing_history(Run&);
std::map<std::string, OpenTimeLimit>& changing_limits(Run&);
std::vector<DelayedEvent>& changing_delayed(Act&, Session&);
void change_data(Run&, std::size_t slot, Value);

// select_transitions.cpp
TransitionList select_eventless_transitions(Run&);
TransitionList select_transitions(Run&, const QueuedEvent&);
StateSet atomic_states(const Run&);

// microstep.cpp, enter_states.cpp, exit_states.cpp
void microstep(Run&, const TransitionList&, const Fields* inputs);
void exit_states(Run&, const TransitionList&);
void enter_states(Run&, const TransitionList&);
Value evaluate_done_data(Run&, const State& final);  ///< empty, and an error raised, where it fails
void exit_interpreter(Run&);
/// Eventless transitions and internal events until nothing moves; then new invokes, or the end.
void macrostep(Run&);
/// Selects and takes what the event, already bound, enables; an error that nothing takes is told.
void take_event(Run&, const QueuedEvent&);
/// Whether the act has moved more often than it may; then it is stopped.
bool out_of_bounds(Run&);

// deliver.cpp: events between sessions
void post(Act&, Session& to, QueuedEvent);
/// The session that a target "#_parent", "#_scxml_ID" or "#_INVOKEID" names; null if there is none.
Session* addressee(const Run&, const std::string& target);
/// Enters the initial configuration; `given` wins over first values of data items, other names are left out.
void begin(Act&, Session&, const Fields& given);
/// Takes posted events, one after another, until nothing moves.
void settle(Act&);

// invoke.cpp
void start_invokes(Run&);                           ///< of the states entered since the last rest
void cancel_invokes(Run&, StateIndex);              ///< of a state that is left
void before_event(Run&, const QueuedEvent&);        ///< finalize and autoforward
std::string invoke_id_of(const Session&);           ///< by which the parent knows it
bool forwards(const Session&);                      ///< whether some invoked chart is sent every event
void link_invoked(Session&);                        ///< parents, at the beginning of an act
void end_invoked(Act&, Session&, Value done_data);  ///< tells the parent that it is done
void drop_ended(Session&);                          ///< charts that are through, once the act is

// execute.cpp: a block ends at its first error, which becomes an error event
void execute_content(Run&, const Block&);
Outcome execute_block(Run&, const Block&);
Outcome execute_effect(Run&, const Action&);  ///< execute_effects.cpp
Result<Fields> evaluate_params(Run&, const std::vector<Param>&);
Result<Value> evaluate_payload(Run&, const Payload&);
Outcome execute_send(Run&, const Send&, const Place&);  ///< send.cpp
Outcome execute_cancel(Run&, const Cancel&);
void send_due(Run&, const DelayedEvent&);  ///< a delayed event whose time has come

// inputs.cpp: what the event brings, and what must hold first
/// Everything missing, wrong or unasked for. `only`: just these inputs, if given.
Diagnostics check_inputs(Run&, const TransitionList&, const Fields& values, bool of_person,
                         const std::set<std::string>* only = nullptr);
Diagnostics check_requirements(Run&, const Transition&);
/// The values as the data items' types read them.
Value read_input(const Definition&, const Input&, const Value&);
expression::Type type_of(const Definition&, const Input&);
std::string label_of(const Definition&, const Input&);

// refuse.cpp
/// Why the event enables nothing: what listens to it, and what is awaited.
Diagnostics refuse(Run&, const Event&);
std::string name_of(const Definition&, const Transition&);  ///< its label, or event, or target

}  // namespace anjuan::procedure
