// Values held to what may be kept, whatever expressions make of them.

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

struct Scale {
  std::size_t bytes = 0;
  bool deep = false;

  bool full() const { return deep || bytes > max_value_bytes; }

  /// Goes no further than the limits, whatever is shared inside.
  void add(const Value& value, int depth) {
    bytes += sizeof(Value);
    if (value.is(Value::Kind::text)) bytes += value.text().size();
    if (value.is(Value::Kind::list)) {
      deep = deep || depth >= max_value_depth;
      for (const Value& item : value.list()) {
        if (full()) return;
        add(item, depth + 1);
      }
    } else if (value.is(Value::Kind::record)) {
      deep = deep || depth >= max_value_depth;
      for (const auto& [name, item] : value.record()) {
        if (full()) return;
        bytes += name.size();
        add(item, depth + 1);
      }
    }
  }
};

}  // namespace

Outcome weigh(Act& act, const Value& value, const Place& place) {
  Scale scale;
  scale.add(value, 0);
  if (scale.deep) return diagnose(value_too_deep, place, std::to_string(max_value_depth));
  if (scale.full()) return diagnose(value_too_large, place, std::to_string(max_value_bytes >> 20));
  act.bytes += scale.bytes;
  if (act.bytes <= max_act_bytes) return Done{};
  const Diagnostic stopped = diagnose(act_too_large, place, std::to_string(max_act_bytes >> 20));
  if (!act.stopped()) act.stop(stopped);
  return stopped;
}

}  // namespace anjuan::procedure
