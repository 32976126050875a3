// What was taken and what was not, in words.

#include <algorithm>

#include "procedure/messages.h"
#include "procedure/run.h"
#include "procedure/words.h"

namespace anjuan::procedure {

std::vector<Reason> reasons_of(const Definition& definition, const Moved& moved) {
  std::vector<Reason> reasons;
  for (const Notice& notice : moved.notices) {
    const Transition& transition = definition.transitions[notice.transition];
    Reason reason;
    reason.state = definition.states[transition.source].id;
    reason.transition_label = name_of(definition, transition);
    reason.event = notice.event;
    reason.taken = notice.taken;
    reason.failed = notice.failed;
    reason.because = notice.because;
    reason.place = transition.place;
    if (notice.taken) {
      reason.event = transition.events.empty() ? "" : transition.events.front();
      reason.role = role_of(definition, transition);
      reason.basis = transition.basis.empty() ? "" : transition.basis.front();
    } else if (!notice.failed) {
      reason.because = {diagnose(condition_false, transition.condition.place, reason.transition_label,
                                 condition_in_words(definition, transition.condition))};
    }
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::vector<std::string> roles_of(const Definition& definition, const Moved& moved) {
  std::vector<std::string> roles;
  for (TransitionIndex t : moved.asked) {
    const std::string role = role_of(definition, definition.transitions[t]);
    if (!role.empty() && std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
  }
  return roles;
}

}  // namespace anjuan::procedure
