// aj:assert: each of one kind, whole, and naming only what the procedure has.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

using Kind = Happening::Kind;

/// Everything of a kind that can happen, as assertions name it.
std::set<std::string> all_of(const Definition& definition, Kind kind) {
  std::set<std::string> ids;
  for (const State& state : definition.states) {
    if (kind == Kind::state && state.named) ids.insert(state.id);
  }
  for (const Transition& transition : definition.transitions) {
    if (kind == Kind::event) ids.insert(transition.events.begin(), transition.events.end());
  }
  for_every_action(definition, [&](const Action& action) {
    const auto* document = std::get_if<DocumentAction>(&action.what);
    const bool paper = kind == Kind::paper || kind == Kind::signed_ || kind == Kind::served;
    if (document != nullptr && paper && !document->slot_from.given()) ids.insert(document->slot);
    if (document != nullptr && kind == Kind::paper) ids.insert(document->template_id);
    const auto* send = std::get_if<Send>(&action.what);
    if (send != nullptr && kind == Kind::sent) ids.insert(send->event.source);
    if (kind == Kind::effect && action.element.starts_with("aj:")) ids.insert(action.element.substr(3));
    const auto* draw = std::get_if<DrawAction>(&action.what);
    if (draw == nullptr || kind != Kind::effect) return;
    constexpr const char* actions[] = {"draw-freeze", "draw-open", "draw-annul", "draw-withdraw",
                                       "draw-drop"};
    ids.insert(actions[static_cast<std::size_t>(draw->action)]);
  });
  return ids;
}

void want(const Checking& checking, const Happening& happening, const Place& place) {
  if (happening.kind == Kind::state) return want_state(checking, happening.id, place);
  const std::set<std::string> known = all_of(checking.definition, happening.kind);
  if (known.count(happening.id) > 0) return;
  // An event may be named more closely or less than transitions do.
  const bool matched = happening.kind == Kind::event &&
                       std::any_of(known.begin(), known.end(), [&](const std::string& descriptor) {
                         return matches({descriptor}, happening.id) || matches({happening.id}, descriptor);
                       });
  if (matched) return;
  std::vector<std::string> listed(known.begin(), known.end());
  const auto near = nearest(happening.id, listed);
  for (std::string& id : listed) id = word_of({happening.kind, id});
  checking.found.push_back(
      near ? diagnose(happening_unknown_near, place, word_of(happening), word_of({happening.kind, *near}))
           : diagnose(happening_unknown, place, word_of(happening),
                      listed.empty() ? "—" : join(listed, "、")));
}

/// How many kinds of assertion it is, each of them whole.
bool is_whole(const Assertion& a) {
  const bool ways = !a.every_path_to.empty() && !a.passes.empty();
  const bool inside = !a.every_path_to.empty() && !a.within.empty();
  const bool leads = !a.from.empty() && !a.reaches.empty();
  const bool condition = !a.whenever.empty() && a.holds;
  const int kinds = ways + inside + leads + condition + !a.never.empty() + !a.at_most_once.empty();
  const bool halves = a.every_path_to.empty() == (ways || inside) || a.passes.empty() == ways ||
                      a.within.empty() == inside || a.from.empty() == leads || a.reaches.empty() == leads ||
                      a.whenever.empty() == condition || a.holds.has_value() != condition;
  const bool extras = (!a.since.empty() && !ways && a.at_most_once.empty()) || (!a.limit.empty() && !leads);
  return kinds == 1 && !halves && !extras;
}

void check_one(const Checking& checking, const Assertion& assertion) {
  const Definition& definition = checking.definition;
  if (!is_whole(assertion)) {
    checking.found.push_back(diagnose(assertion_not_whole, assertion.place,
                                      assertion.label.empty() ? assertion.name : assertion.label));
  }
  for (const auto* list :
       {&assertion.every_path_to, &assertion.passes, &assertion.since, &assertion.never, &assertion.from,
        &assertion.reaches, &assertion.at_most_once, &assertion.whenever}) {
    for (const Happening& happening : *list) want(checking, happening, assertion.place);
  }
  for (const std::string& id : assertion.within) want_state(checking, id, assertion.place);
  want_basis(checking, assertion.basis, assertion.place);
  if (assertion.limit.empty()) return;
  bool started = false;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    started = started || (limit != nullptr && limit->id == assertion.limit);
  });
  if (!started) checking.found.push_back(diagnose(assertion_limit_unknown, assertion.place, assertion.limit));
}

}  // namespace

void check_assertions(const Checking& checking) {
  for (const Assertion& assertion : checking.definition.assertions) check_one(checking, assertion);
}

}  // namespace anjuan::procedure
