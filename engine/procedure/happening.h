#pragma once
// What can happen in the course of a procedure, as assertions name it: "审定" is the state with this
// id; "event:…" an event is taken; "paper:…" a document is made (by its name in the case or its
// template), "signed:…" and "served:…" that it is signed or served; "effect:publish" that the element
// aj:publish is carried out; "sent:…" that the event is sent to another case.

#include <string>
#include <string_view>

#include "procedure/effect.h"

namespace anjuan::procedure {

struct Happening {
  enum class Kind { state, event, paper, signed_, served, effect, sent };
  Kind kind = Kind::state;
  std::string id;
  bool operator==(const Happening&) const = default;
};

/// Reads one word of an assertion; a prefix that is not known is left in the id of a state.
Happening happening_of(std::string_view word);
/// The word it was read from.
std::string word_of(const Happening&);
/// The action of a draw as "effect:…" names it: "draw-open".
std::string_view effect_of_draw(DrawLots::Action);
/// The event that is raised when a paper with this name in the case has been signed or served.
std::string event_of_paper(std::string_view slot, bool served);

}  // namespace anjuan::procedure
