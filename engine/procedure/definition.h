#pragma once
// A procedure as its file says it: states, transitions, data and the declarations of the paperwork
// namespace. Immutable once loaded; states are numbered in document order, so that comparing two
// indices compares their places in the file.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "expression/expression.h"
#include "procedure/content.h"
#include "procedure/happening.h"
#include "procedure/procedure.h"
#include "procedure/state_set.h"
#include "xml/document.h"

namespace anjuan::procedure {

using TransitionIndex = std::size_t;  ///< into Definition::transitions

/// What an event must or may bring to take a transition.
struct Input {
  std::string name, label;
  expression::Type type;
  std::string type_text;  ///< "integer", "choice:甲|乙"
  bool of_data = false;   ///< assigned to the data item of the same name
  bool required = false;
  std::optional<Code> when;  ///< required only where this holds
  Place place;
};

/// What must hold, else the event is refused with the label.
struct Requirement {
  std::optional<Code> test;
  Code lacking;      ///< where the test does not hold: what is wanting, a text or a list; may not be given
  std::string slot;  ///< of a document
  enum class Paper { issued, signed_, served } paper = Paper::issued;
  std::string label;
  std::vector<std::string> basis;
  Place place, slot_place, basis_place;
};

struct Transition {
  StateIndex source = 0;
  std::vector<std::string> events;  ///< descriptors; none: eventless
  Code condition;
  std::vector<std::string> target_ids;  ///< as written
  std::vector<StateIndex> targets;
  bool internal = false;
  bool by_system = false;                ///< only for events that no person raises: a limit, a message, a service
  Block content;
  std::string label, role;
  std::vector<std::string> basis;
  std::vector<Input> inputs;
  std::vector<Requirement> requirements;
  StateIndex domain = no_index;  ///< what it leaves lies inside; no_index: nothing (moves.h)
  bool domain_varies = false;    ///< a target is a history, so the domain depends on what that remembers
  Place place, target_place, event_place, basis_place, role_place;
};

/// A chart that runs while the state is active (not in procedures of an office).
struct Invoke {
  Code type, source;  ///< source: the text of src, or srcexpr
  std::string id;
  Target id_location;
  std::vector<Param> params;  ///< namelist and param
  Code content;               ///< a chart as a value
  bool has_content = false;
  std::shared_ptr<const Definition> chart;  ///< written inside content
  Diagnostics broken;                       ///< why that could not be read
  bool forwards = false;                    ///< autoforward
  bool finalizes = false;
  Block finalize;  ///< empty: values named as the params are taken over
  Place place;
};

struct DoneData {
  bool given = false;
  Payload payload;
};

struct State {
  enum class Kind { root, state, parallel, final, history };
  Kind kind = Kind::state;
  std::string id;
  bool named = false;  ///< the id is the author's, not made here
  StateIndex parent = no_index;
  StateIndex end = 0;  ///< one past the last state inside: descendants are (its own index, end)
  std::vector<StateIndex> children;  ///< states, parallels and finals
  std::vector<StateIndex> histories;
  bool deep = false;                   ///< of a history
  TransitionIndex initial = no_index;  ///< of a compound state; of a history its default
  bool initial_written = false;        ///< the file says it; otherwise the first child
  std::vector<TransitionIndex> transitions;
  std::vector<Block> on_entry, on_exit;
  std::vector<std::size_t> data;  ///< into Definition::data
  std::vector<Invoke> invokes;
  DoneData done_data;
  std::string label, role;
  std::vector<std::string> basis;
  Place place, basis_place, role_place;
};

struct DataItem {
  std::string id, label, type_text;
  expression::Type type;
  Code initial;
  Place place;
};

struct Basis {
  std::string id;
  LegalBasis provision;
  Day in_force_from{};
  std::optional<Day> in_force_until;  ///< the last day in force
  Place place;
};
struct Role {
  std::string id, label;
  std::vector<std::string> posts;  ///< names of office posts whose holders may act
  std::optional<Code> holders;     ///< yields a list of person ids
  bool outside = false;            ///< a person outside the office
  Place place;
};
/// 职责分离: who acts as `role` must not hold or have acted in the others on this case.
struct Duty {
  std::string role;
  std::vector<std::string> different_from, basis;
  Place place, role_place, different_place, basis_place;
};
struct Parameter {
  std::string id, label, type_text, unit;
  Value value;
  std::vector<std::string> basis;
  Place place, value_place, basis_place;
};
/// What must hold in every run; which of the lists are given says which kind of assertion it is. That
/// what they name exists is checked; proving it is another matter.
struct Assertion {
  std::string name, label;
  std::vector<Happening> every_path_to, passes, since;  ///< before each of the first, one of the second since the last of the third
  std::vector<std::string> within;                      ///< states: every_path_to only while one of them is active
  std::vector<Happening> never;                         ///< states that are never active together; one thing that never happens
  std::vector<Happening> from, reaches;                 ///< after the first the second can always still be reached
  std::string limit;                                    ///< and until then this time limit runs
  std::vector<Happening> at_most_once;                  ///< at most once (since)
  std::vector<Happening> whenever;                      ///< when it happens,
  std::optional<Code> holds;                            ///< this holds
  std::vector<std::string> basis;
  Place place;
  std::vector<std::pair<std::string, Place>> places;  ///< of the values of its attributes

  const Place& place_of(std::string_view attribute) const;  ///< else of the element
  bool spans(const Place&) const;                           ///< it is in the element, or behind it on its last line
};

/// A template or form that the file names.
struct Mention {
  std::string id;
  Place place;
};

enum class DataModel { anjuan, ecmascript, null };

/// Numbers of the names that the engine itself gives values to; -1: no expression reads the name.
struct SystemNumbers {
  int event = -1, session = -1, processors = -1, date = -1;
};

/// A name that can be assigned to: a data item, one of foreach, one that a script declares.
struct Slot {
  std::string name;
  int number = 0;                ///< in Definition::names
  std::size_t data = no_index;  ///< the data item, if it is one
};

struct Definition {
  std::string file, digest;          ///< SHA-256 of the bytes
  std::string name, label, version;  ///< scxml name; aj:label; aj:version
  std::string kind;                  ///< "round", "case" or ""
  DataModel data_model = DataModel::anjuan;
  bool late_binding = false;
  bool paperwork = false;            ///< uses our namespace: a procedure of an office, not a bare chart
  std::vector<State> states;
  std::vector<Transition> transitions;
  std::map<std::string, StateIndex, std::less<>> state_by_id;
  StateSet atomic;        ///< states without children, and finals
  StateSet with_history;  ///< states that have a history
  StateSet unsure_starts; ///< of a draft: states of which it is not clear what they begin with
  std::vector<DataItem> data;
  std::vector<std::string> loop_names;  ///< items and indices of foreach that no data element declares
  std::vector<Action> load_scripts;     ///< scripts of the root
  std::vector<std::string> script_names;  ///< declared by scripts (ecmascript)
  expression::NameTable names;            ///< of every name in an expression
  std::vector<Slot> slots;                ///< data items first
  std::vector<std::size_t> slot_by_number;  ///< no_index: not to be assigned to
  SystemNumbers system;
  std::vector<std::pair<int, Value>> constants;  ///< numbered names that never change: parameters, _name, _x
  Accompanying with;  ///< what src and srcexpr may name
  Diagnostics remarks;  ///< mistakes that do not keep it from running; for the check
  std::shared_ptr<const std::vector<xml::WrittenText>> written;  ///< to give places the columns of the file
  std::vector<Basis> bases;
  std::vector<Role> roles;
  std::vector<Duty> duties;
  std::vector<Parameter> parameters;
  std::vector<Assertion> assertions;

  bool typed() const { return data_model == DataModel::anjuan; }
  expression::Dialect dialect() const {
    return typed() ? expression::Dialect::anjuan : expression::Dialect::ecmascript;
  }
  const State& state(StateIndex i) const { return states[i]; }
  std::size_t slot_of(std::string_view name) const;  ///< no_index: no name to assign to
  std::size_t slot_at(int number) const { return slot_by_number[static_cast<std::size_t>(number)]; }
  const Basis* basis(std::string_view id) const;
  const Role* role(std::string_view id) const;
  const DataItem* data_item(std::string_view id) const;
  std::optional<StateIndex> find(std::string_view state_id) const;
};

/// The bytes of a file that src names, with or without "file:"; null if it was not handed in.
const std::string* find_file(const Accompanying&, std::string_view source);

/// Visits every block of executable content in the definition.
void for_each_block(const Definition&, const std::function<void(const Block&)>&);
/// Visits every action, nested ones included.
void for_every_action(const Definition&, const std::function<void(const Action&)>&);

/// Templates that documents name, with places; forms whose id is written plainly.
std::vector<Mention> templates_used(const Definition&);
std::vector<Mention> forms_used(const Definition&);
/// Names that expressions may read: data, parameters, loop items and system variables.
expression::Names names_declared(const Definition&);
/// The role asked of who takes the transition: its own, else that of the nearest state around it.
std::string role_of(const Definition&, const Transition&);
/// The file as a whole, for what has no line.
Place whole(const Definition&);
/// The label of the state, or its id.
std::string label_of(const State&);
/// The same for what is told of a file: a state without either is named by its line.
Wording name_in_file(const State&);
/// The provision, or one made of the id where it is not declared.
LegalBasis provision_of(const Definition&, std::string_view basis_id);

}  // namespace anjuan::procedure
