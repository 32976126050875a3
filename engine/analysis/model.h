#pragma once
// What exploring a definition needs to know beforehand: which events can come from where, which data
// decide anything, which papers, limits and happenings are asked about.

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/abstract_value.h"
#include "analysis/flags.h"
#include "expression/node.h"
#include "procedure/definition.h"
#include "procedure/happening.h"
#include "procedure/state_set.h"

namespace anjuan::analysis {

using procedure::Definition;
using procedure::StateIndex;
using procedure::StateSet;
using procedure::TransitionIndex;

/// Something that may come from outside while the procedure rests.
struct Stimulus {
  enum class Source {
    person,   ///< an act of a person
    message,  ///< of another case, or an event sent with a delay
    limit,    ///< a time limit falls due; only while it runs
    paper,    ///< a paper is signed or served; only once it is made
    voided,   ///< a paper is declared void: no event, but facts change
  };
  Source source = Source::person;
  std::string event;          ///< "" of voided
  std::size_t limit = 0;      ///< into Model::limits
  std::size_t slot = 0;       ///< into Model::slots
  bool served = false;        ///< of paper: served rather than signed
  std::size_t listening = 0;  ///< into Model::listeners
};

/// A paper's slot that something depends on.
struct Slot {
  std::string name;
  bool signing_asked = false, service_asked = false;
};

/// An event's name with the transitions that listen to it.
struct Listeners {
  std::string event;
  std::map<StateIndex, std::vector<TransitionIndex>>
      of_state;  ///< transitions that hear it, in document order
};

/// How a name in expressions comes by its value.
enum class NameKind {
  tracked,  ///< a data item that decides something
  aside,    ///< a data item that decides nothing: not kept
  fixed,    ///< a parameter
  event,    ///< _event
  loop,     ///< an item or index of foreach
  outside,  ///< a fact: may be different at each act
};

struct Model {
  const Definition& definition;
  expression::Names types;                           ///< of facts and of all declared names
  std::unordered_map<std::string, NameKind> names;   ///< declared ones; any other is outside
  Fields parameters;                                 ///< and data of an untyped chart that never change
  std::vector<std::string> tracked;                  ///< data items that decide something
  std::vector<std::pair<std::size_t, Flags>> flows;  ///< tracked data and the tracked data it is set from
  std::vector<Flags>
      sources;  ///< of each tracked data item: itself and all that it may be set from, at any remove
  std::set<std::string> filled;          ///< tracked data that are never empty
  std::set<std::string> asked_of_event;  ///< names that decisions look for in _event.data
  std::vector<std::string> limits;       ///< ids
  std::map<std::string, std::string> limit_labels;
  std::vector<Slot> slots;
  std::vector<Listeners> listeners;
  std::map<std::string, std::size_t> listeners_of;  ///< event → into `listeners`
  std::map<std::string, std::vector<TransitionIndex>, std::less<>>
      by_descriptor;                                    ///< "a.b", "*" → who writes it
  std::vector<std::vector<TransitionIndex>> eventless;  ///< by state
  std::vector<Stimulus> stimuli;
  std::vector<std::vector<std::size_t>> stimuli_of_state;  ///< those a state's transitions listen to
  std::vector<std::size_t> stimuli_anywhere;               ///< papers and voids: they count everywhere
  std::vector<procedure::Happening> happenings;            ///< all that assertions ask about, each once
  std::unordered_map<std::string, std::vector<std::size_t>> happenings_of;  ///< by what happens, of each kind
  std::vector<bool> has_eventless;                                          ///< by state: it or one around it
  /// By state: the events (into `listeners`) by which charts inside it tell that they ended as soon as they
  /// had begun.
  std::vector<std::vector<std::uint32_t>> ending_at_once;
  std::vector<StateIndex> lasting_histories;     ///< those that count while their parent is active
  bool hears_errors = false;                     ///< a transition listens to error events
  bool looks_back = false;                       ///< a condition without an event asks about the last one
  std::map<std::string, Thresholds> thresholds;  ///< of tracked data: of numbers, and of lists' lengths

  explicit Model(const Definition&, const expression::Names& facts);
  NameKind kind_of(std::string_view name) const;
  /// Index of the event’s listeners, made on first use.
  std::size_t listening_to(const std::string& event);
  std::optional<std::size_t> slot(std::string_view name) const;
  std::optional<std::size_t> limit(std::string_view id) const;
  std::optional<std::size_t> happening(procedure::Happening::Kind, std::string_view id) const;
};

/// Whether executing the action can matter to anything but its own papers: it moves the procedure,
/// changes what is tracked, or is asked about.
bool matters(const Model&, const procedure::Action&);
/// The text of a plain literal, nothing for any other expression.
std::optional<std::string> literal_text(const procedure::Code&);
/// Papers whose slots the tree names: 文书 with a plain key.
void collect_slots(const expression::Node&, std::set<std::string>&);
/// Names that follow _event.data in the tree.
void collect_event_values(const expression::Node&, std::set<std::string>&);
/// Names that the action and those inside it may set.
void collect_names_set(const procedure::Action&, std::set<std::string>&);
/// Names that they look at or set.
void collect_names_of(const procedure::Action&, std::set<std::string>&);
/// Names used by the tree.
void collect_names(const expression::Node&, std::set<std::string>&);

}  // namespace anjuan::analysis
