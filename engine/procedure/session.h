#pragma once
// A live procedure: what a Standing says, ready to move. States are bits and data have numbers, so an
// event looks nothing up and copies nothing. An act works on the session in place; one that is refused
// leaves it exactly as it was.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "procedure/moves.h"
#include "procedure/procedure.h"

namespace anjuan::procedure {

struct Session;

/// A chart that a state has invoked and that runs as long as the state is active.
struct Invocation {
  std::string id;              ///< invokeid: the author's, or "state.number"
  StateIndex state = 0;        ///< that invoked it
  std::size_t ordinal = 0;     ///< into the state's invokes
  std::string chart;           ///< the text of a chart that only running made known; "" if the file holds it
  std::vector<Session> child;  ///< one; none once it has ended
};

struct Session {
  DefinitionPtr definition;
  StateSet configuration, entered_once;
  History history;
  /// By number: data items, then names of foreach, then names that scripts declare. No value: there is
  /// no such name yet.
  std::vector<std::optional<Value>> data;
  std::map<std::string, OpenTimeLimit> limits;
  std::vector<DelayedEvent> delayed;
  std::vector<Invocation> invocations;
  std::string incident;
  std::string id;  ///< of an invoked session; that of a case is told by the facts
  bool started = false, finished = false;
  std::int64_t steps = 0, clock_ms = 0, sends = 0;
  Session* parent = nullptr;  ///< of an invoked session, while an act is under way
};

/// A transition that an act took, or one whose condition did not let it.
struct Notice {
  TransitionIndex transition = 0;
  bool taken = false, failed = false;
  std::string event;    ///< of one not taken
  Diagnostics because;  ///< the condition could not be evaluated
};

/// What an act brought about, besides the changed session.
struct Moved {
  std::vector<Effect> effects;
  std::vector<Notice> notices;
  TransitionList asked;  ///< the transitions that the event itself enabled
  Diagnostics errors;    ///< what failed on the way; the chart was told by error events
};

/// A session that has not begun: with empty data.
Session new_session(DefinitionPtr);
/// The session that the standing describes; refused if it is of another definition.
Result<Session> restore(DefinitionPtr, const Standing&);
/// The durable form, from which `restore` makes the same session again.
Standing snapshot(const Session&);

/// As the functions of procedure.h, on a live session.
Result<Moved> start(Session&, const Facts&, Day on, const Fields& initial_data);
Result<Moved> step(Session&, const Event&, const Facts&);
Result<std::optional<Moved>> next_delayed(Session&, const Facts&);
/// When the next delayed event falls due on the logical clock; nothing if there is none.
std::optional<std::int64_t> next_due(const Session&);

/// The notices in words, for people.
std::vector<Reason> reasons_of(const Definition&, const Moved&);
/// The roles that the event's transitions ask of the signatory, each once.
std::vector<std::string> roles_of(const Definition&, const Moved&);

}  // namespace anjuan::procedure
