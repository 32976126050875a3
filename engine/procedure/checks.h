#pragma once
// The checks of a definition that need more than one element: one function each, listed in
// load.cpp.

#include <optional>
#include <set>

#include "procedure/loading.h"

namespace anjuan::procedure {

struct Checking {
  const Definition& definition;
  const expression::Names& facts;
  Diagnostics& found;
  bool full() const { return found.size() > most_found; }
};

/// That provisions and states with these ids exist.
void want_basis(const Checking&, const std::vector<std::string>& ids, const Place&);
void want_state(const Checking&, const std::string& id, const Place&);

void check_references(const Checking&);   ///< provisions, roles, limits, slots
void check_names(const Checking&);        ///< names that clash; data assigned and asked for
void check_expressions(const Checking&);  ///< names and types in every expression
void check_content(const Checking&);      ///< messages, invokes, lengths of limits, inputs: what leads nowhere
void check_invoked(const Checking&);      ///< charts written inside invoke
void check_assertions(const Checking&);   ///< that assertions are whole and name what there is
void check_shadowed(const Checking&);     ///< transitions that never have their turn
void check_endless(const Checking&);      ///< eventless transitions that never stop
void check_reachable(const Checking&);    ///< states that nothing leads to

/// Names under which documents are made; nothing is known for sure once one of them is computed.
std::optional<std::set<std::string>> slots_made(const Definition&);
/// Ids of the time limits that are started.
std::set<std::string> limits_started(const Definition&);

/// Whether the name is well formed: tokens of letters, digits and characters, joined by dots (load_pieces.cpp).
bool is_event_name(std::string_view);
/// Whether an action makes no sense without data: assign, foreach, script.
bool action_needs_data(const Action&);

}  // namespace anjuan::procedure
