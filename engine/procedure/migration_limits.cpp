// Time limits that run, counted from their start by the new definition.

#include <algorithm>

#include "base/text.h"
#include "procedure/ahead.h"
#include "procedure/messages.h"
#include "procedure/migrating.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

/// A place of a definition that starts a time limit.
struct Start {
  std::string where;   ///< the state, and whether it is entered, left, or by which event
  const TimeLimitAction* what;
  const std::vector<std::string>* basis;
};

/// All places that start the limit, in document order. `names`: state ids told in the words of another
/// definition.
std::vector<Start> starts_of(const Definition& definition, const std::string& limit,
                             const std::map<std::string, std::vector<std::string>>& names) {
  std::vector<Start> found;
  const auto name_of = [&](StateIndex s) {
    const std::string& id = definition.states[s].id;
    const auto mapped = names.find(id);
    return mapped == names.end() || mapped->second.size() != 1 ? id : mapped->second.front();
  };
  const auto look = [&](const Block& block, const std::string& where) {
    for_each_action(block, [&](const Action& action) {
      const auto* start = std::get_if<TimeLimitAction>(&action.what);
      if (start != nullptr && start->id == limit) found.push_back({where, start, &action.basis});
    });
  };
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    for (const Block& block : state.on_entry) look(block, name_of(s) + " entry");
    for (const Block& block : state.on_exit) look(block, name_of(s) + " exit");
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      look(transition.content, name_of(s) + " " + (transition.events.empty() ? "" : transition.events.front()));
    }
  }
  return found;
}

class LimitMover {
 public:
  explicit LimitMover(Migrating& migrating)
      : migrating_(migrating),
        names_before_(names_at_rest(migrating.from(), migrating.request, migrating.request.standing.data)),
        names_after_(names_at_rest(migrating.to(), migrating.request, migrating.out.after.data)) {}

  void move(const OpenTimeLimit& running) {
    const std::string id = new_name(running);
    const auto before = starts_of(migrating_.from(), running.id, migrating_.request.renaming.states);
    const auto after = starts_of(migrating_.to(), id, {});
    LimitMove move;
    move.id = id;
    move.label = running.label.empty() ? running.id : running.label;
    move.was = move.is = running.limit;
    move.due_was = move.due_is = running.deadline;
    const bool settled = !migrating_.active.empty();  // else where the case stands is not known yet
    const bool goes_on = !after.empty() && (!settled || has_end(migrating_.to(), migrating_.out.after, id, after) ||
                                            !has_end(migrating_.from(), migrating_.request.standing, running.id, before));
    if (id.empty()) return end(running, std::move(move));
    if (!goes_on) return ask(running, move.label, after.empty());
    if (id != running.id) migrating_.out.data.push_back({DataMove::Kind::renamed, id, move.label, {}});
    const std::size_t old = started_by(before, running);
    const Start& fresh = after[matching(before, old, after)];
    const auto length = new_length(running, old < before.size() ? &before[old] : nullptr, fresh);
    if (!length) return;
    const auto from = new_beginning(running, old < before.size() ? &before[old] : nullptr, fresh);
    if (!from) return;
    OpenTimeLimit limit = running;
    limit.from = *from;
    limit.id = id;
    limit.label = fresh.what->label;
    limit.on_due = fresh.what->on_due;
    limit.limit.length = *length;
    limit.limit.unit = fresh.what->unit;
    limit.limit.basis = {};
    if (!fresh.basis->empty()) limit.limit.basis = provision_of(migrating_.to(), fresh.basis->front());
    const bool same = limit.limit.length == running.limit.length && limit.limit.unit == running.limit.unit && limit.from == running.from;
    if (!same) count_again(limit, move);
    move.is = limit.limit;
    migrating_.out.after.limits[id] = std::move(limit);
    migrating_.out.limits.push_back(std::move(move));
  }

 private:
  Migrating& migrating_;
  Fields names_before_, names_after_;

  /// What the mapping says; else the same id; else the one limit of the same label. "": it is to end.
  std::string new_name(const OpenTimeLimit& running) const {
    const auto& names = migrating_.request.renaming.limits;
    if (names.contains(running.id)) return names.at(running.id);
    if (!starts_of(migrating_.to(), running.id, {}).empty()) return running.id;
    std::set<std::string> alike;
    for_every_action(migrating_.to(), [&](const Action& action) {
      const auto* limit = std::get_if<TimeLimitAction>(&action.what);
      if (limit != nullptr && !running.label.empty() && limit->label == running.label) alike.insert(limit->id);
    });
    const bool clear = alike.size() == 1 && !migrating_.request.standing.limits.contains(*alike.begin());
    return clear ? *alike.begin() : running.id;
  }

  /// Whether something that may still come ends the limit, begins it anew or hears it fall due.
  static bool has_end(const Definition& definition, const Standing& standing, const std::string& id, const std::vector<Start>& starts) {
    bool found = false;
    const auto look = [&](const Block& block) {
      for_each_action(block, [&](const Action& action) {
        const auto* end = std::get_if<EndTimeLimitAction>(&action.what);
        found = found || (end != nullptr && end->id == id);
      });
    };
    for (StateIndex s : states_ahead(definition, standing)) {
      const State& state = definition.states[s];
      for (const Block& block : state.on_entry) look(block);
      for (const Block& block : state.on_exit) look(block);
      for (TransitionIndex t : state.transitions) {
        const Transition& transition = definition.transitions[t];
        look(transition.content);
        for (const Start& start : starts) {
          found = found || (!start.what->on_due.empty() && matches(transition.events, start.what->on_due));
        }
      }
    }
    return found;
  }

  /// Ended by the mapping: only what does not go on by itself.
  void end(const OpenTimeLimit& running, LimitMove move) {
    const auto starts = starts_of(migrating_.to(), running.id, {});
    if (!starts.empty() && has_end(migrating_.to(), migrating_.out.after, running.id, starts)) {
      migrating_.reasons.push_back(diagnose(migrate_limit_needed, starts.front().what->length.place, move.label, running.id));
      return;
    }
    move.id = running.id;
    move.kind = LimitMove::Kind::ended;
    migrating_.out.limits.push_back(std::move(move));
  }

  void ask(const OpenTimeLimit& running, const std::string& label, bool gone) {
    const Wording due(official(running.deadline.due), iso(running.deadline.due));
    if (!gone) {
      migrating_.reasons.push_back(diagnose(migrate_limit_orphaned, Place{}, label, due, running.id));
      return;
    }
    std::vector<std::string> known;
    for_every_action(migrating_.to(), [&](const Action& action) {
      if (const auto* limit = std::get_if<TimeLimitAction>(&action.what)) known.push_back(limit->id);
    });
    migrating_.reasons.push_back(diagnose(migrate_limit_gone, Place{}, label, running.id,
                                          nearest(running.id, known).value_or(known.empty() ? "…" : known.front()), due));
  }

  void count_again(OpenTimeLimit& limit, LimitMove& move) const {
    move.kind = LimitMove::Kind::moved;
    if (migrating_.request.facts.calendar == nullptr) return;
    limit.deadline = migrating_.request.facts.calendar->deadline(limit.from, limit.limit);
    move.due_is = limit.deadline;
    move.overdue_at_once = limit.deadline.due < migrating_.request.on && !limit.due_raised;
    // A day that has not come yet falls due in its own time, also where the old one had passed.
    if (limit.deadline.due >= migrating_.request.on) limit.due_raised = false;
  }

  /// Which of the places started the running limit: `starts.size()` where none looks like it.
  std::size_t started_by(const std::vector<Start>& starts, const OpenTimeLimit& running) const {
    std::size_t likely = starts.size();
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const TimeLimitAction& one = *starts[i].what;
      if (one.label != running.label || one.on_due != running.on_due || one.unit != running.limit.unit) continue;
      const auto length = evaluate_at_rest(one.length, names_before_, migrating_.request, migrating_.request.standing.active);
      if (length.ok() && length->is(Value::Kind::integer) && length->integer() == running.limit.length) return i;
      if (likely == starts.size()) likely = i;
    }
    return likely;
  }

  /// The place of the new definition that stands for it: the same state and event, else the same order.
  static std::size_t matching(const std::vector<Start>& before, std::size_t old, const std::vector<Start>& after) {
    if (old >= before.size()) return 0;
    std::size_t nth = 0;
    for (std::size_t i = 0; i < old; ++i) nth += before[i].where == before[old].where ? 1 : 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (after[i].where == before[old].where && nth-- == 0) return i;
    }
    return before.size() == after.size() ? old : 0;
  }

  /// Whether a length is written alike in both and the parameters in it have the same values: then it
  /// is as it was when the limit began, whatever the data say today.
  bool written_alike(const Code& old, const Code& fresh) const {
    if (old.source != fresh.source || !old.expression) return false;
    for (const std::string& name : expression::names_used(*old.expression)) {
      if (parameter(migrating_.from(), name) != parameter(migrating_.to(), name)) return false;
    }
    return true;
  }
  static Value parameter(const Definition& definition, const std::string& id) {
    for (const Parameter& p : definition.parameters) {
      if (p.id == id) return p.value;
    }
    return {};
  }

  std::optional<int> new_length(const OpenTimeLimit& running, const Start* old, const Start& fresh) {
    if (old != nullptr && reads_the_same(old->what->length, fresh.what->length)) return running.limit.length;
    const auto length = evaluate_at_rest(fresh.what->length, names_after_, migrating_.request, migrating_.out.after.active);
    if (length.ok() && length->is(Value::Kind::integer) && length->integer() > 0 && length->integer() <= 100000) {
      return static_cast<int>(length->integer());
    }
    fails(*fresh.what, length);
    return std::nullopt;
  }

  void fails(const TimeLimitAction& limit, const Result<Value>& why) {
    migrating_.reasons.push_back(diagnose(migrate_limit_fails, limit.length.place, limit.label.empty() ? limit.id : limit.label));
    if (why.ok()) return;
    migrating_.reasons.insert(migrating_.reasons.end(), why.diagnostics().begin(), why.diagnostics().end());
  }

  /// Whether it reads a data item that the new definition has: then it must agree with what that holds.
  bool reads_data(const Code& code) const {
    const auto& data = migrating_.to().data;
    return std::any_of(data.begin(), data.end(), [&](const DataItem& item) { return reads(code, item.id); });
  }
  /// Whether an expression is the same in both, and so are the data it reads.
  bool reads_the_same(const Code& old, const Code& fresh) const {
    if (!written_alike(old, fresh)) return false;
    const Fields& was = migrating_.request.standing.data;
    const Fields& is = migrating_.out.after.data;
    for (const std::string& name : expression::names_used(*fresh.expression)) {
      const auto before = was.find(name), after = is.find(name);
      if ((before == was.end() ? Value() : before->second) != (after == is.end() ? Value() : after->second)) return false;
    }
    return true;
  }

  /// The day it counts from: as it was, unless the new definition counts from data that say otherwise.
  std::optional<Day> new_beginning(const OpenTimeLimit& running, const Start* old, const Start& fresh) {
    const Code& after = fresh.what->after;
    if (!reads_data(after) || (old != nullptr && reads_the_same(old->what->after, after))) return running.from;
    const auto day = evaluate_at_rest(after, names_after_, migrating_.request, migrating_.out.after.active);
    if (day.ok() && day->is(Value::Kind::date)) return day->date();
    fails(*fresh.what, day);
    return std::nullopt;
  }
};

/// Limits that entering the states the case is in would start, in the new definition only.
void note_not_started(Migrating& migrating) {
  const Definition& to = migrating.to();
  for (StateIndex s : migrating.active) {
    for (const Block& block : to.states[s].on_entry) {
      for_each_action(block, [&](const Action& action) {
        const auto* start = std::get_if<TimeLimitAction>(&action.what);
        if (start == nullptr || migrating.out.after.limits.contains(start->id)) return;
        if (!starts_of(migrating.from(), start->id, {}).empty()) return;  // it may have run and ended
        migrating.out.not_started.push_back({start->label.empty() ? start->id : start->label, label_of(to.states[s])});
      });
    }
  }
}

}  // namespace

void move_limits(Migrating& migrating) {
  migrating.out.after.limits.clear();
  LimitMover mover(migrating);
  for (const auto& [id, running] : migrating.request.standing.limits) mover.move(running);
  note_not_started(migrating);
}

}  // namespace anjuan::procedure
