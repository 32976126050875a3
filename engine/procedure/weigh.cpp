// Values held to what may be kept, and evaluation to what an act may take, whatever expressions do.

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

Outcome weigh(Act& act, const Value& value, const Place& place) {
  if (value.depth() > max_value_depth)
    return diagnose(value_too_deep, place, std::to_string(max_value_depth));
  if (value.size() > max_value_bytes)
    return diagnose(value_too_large, place, std::to_string(max_value_bytes >> 20));
  act.bytes += value.size();
  if (act.bytes <= max_act_bytes) return Done{};
  const Diagnostic stopped = diagnose(act_too_large, place, std::to_string(max_act_bytes >> 20));
  if (!act.stopped()) act.stop(stopped);
  return stopped;
}

Outcome may_evaluate(Act& act, const Place& place) {
  if (act.effort > max_effort && !act.stopped())
    act.stop(diagnose(act_too_laborious, place, std::to_string(max_effort)));
  if (act.stopped()) return act.refusals.back();
  return Done{};
}

}  // namespace anjuan::procedure
