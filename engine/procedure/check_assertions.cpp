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
    ids.insert(std::string(effect_of_draw(draw->action)));
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
           : diagnose(happening_unknown, place, word_of(happening), some_of(listed)));
}

/// An attribute of an assertion, whether it is given, and of which of the kinds below it can be part.
struct Part {
  const char* name;
  bool given;
  unsigned kinds;
};
enum AssertionKind : unsigned { passing = 1, within = 2, never = 4, reaching = 8, once = 16, holding = 32 };
/// What each kind is begun by and completed by; never and at-most-once are whole by themselves.
struct Whole {
  unsigned kind;
  const char *begun, *completed;
};
constexpr Whole wholes[] = {{passing | within, "every-path-to", "passes"},
                            {passing, "passes", "every-path-to"},
                            {within, "within", "every-path-to"},
                            {reaching, "from", "reaches"},
                            {reaching, "reaches", "from"},
                            {holding, "whenever", "holds"},
                            {holding, "holds", "whenever"},
                            {passing | once, "since", "passes"},
                            {reaching, "limit", "reaches"}};

std::vector<Part> parts_of(const Assertion& a) {
  std::vector<Part> given;
  for (const Part& part :
       {Part{"every-path-to", !a.every_path_to.empty(), passing | within},
        Part{"passes", !a.passes.empty(), passing}, Part{"within", !a.within.empty(), within},
        Part{"never", !a.never.empty(), never}, Part{"from", !a.from.empty(), reaching},
        Part{"reaches", !a.reaches.empty(), reaching}, Part{"at-most-once", !a.at_most_once.empty(), once},
        Part{"whenever", !a.whenever.empty(), holding}, Part{"holds", a.holds.has_value(), holding},
        Part{"since", !a.since.empty(), passing | once}, Part{"limit", !a.limit.empty(), reaching}}) {
    if (part.given) given.push_back(part);
  }
  return given;
}

/// That its attributes make one kind of assertion, and all of it.
void want_whole(const Checking& checking, const Assertion& assertion) {
  const std::string name = assertion.label.empty() ? assertion.name : assertion.label;
  const std::vector<Part> parts = parts_of(assertion);
  if (parts.empty()) {
    checking.found.push_back(diagnose(assertion_not_whole, assertion.place, name));
    return;
  }
  unsigned kinds = ~0U;
  for (const Part& part : parts) {
    if ((kinds & part.kinds) == 0) {
      checking.found.push_back(
          diagnose(assertion_of_two_kinds, assertion.place_of(part.name), name, parts.front().name, part.name));
      return;
    }
    kinds &= part.kinds;
  }
  const auto has = [&](std::string_view attribute) {
    return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == attribute; });
  };
  if (has("at-most-once") || (has("every-path-to") && has("within"))) return;
  for (const Whole& whole : wholes) {
    if (!has(whole.begun) || has(whole.completed)) continue;
    checking.found.push_back(diagnose(assertion_lacks, assertion.place, name, whole.begun, whole.completed));
    return;
  }
}

void check_one(const Checking& checking, const Assertion& assertion) {
  want_whole(checking, assertion);
  for (const auto& [attribute, list] :
       {std::pair("every-path-to", &assertion.every_path_to), std::pair("passes", &assertion.passes),
        std::pair("since", &assertion.since), std::pair("never", &assertion.never), std::pair("from", &assertion.from),
        std::pair("reaches", &assertion.reaches), std::pair("at-most-once", &assertion.at_most_once),
        std::pair("whenever", &assertion.whenever)}) {
    for (const Happening& happening : *list) want(checking, happening, assertion.place_of(attribute));
  }
  for (const std::string& id : assertion.within) want_state(checking, id, assertion.place_of("within"));
  want_basis(checking, assertion.basis, assertion.place_of("basis"));
  const std::set<std::string> started = limits_started(checking.definition);
  if (assertion.limit.empty() || started.count(assertion.limit) > 0) return;
  const auto near = nearest(assertion.limit, std::vector<std::string>(started.begin(), started.end()));
  const Place& at = assertion.place_of("limit");
  checking.found.push_back(near ? diagnose(assertion_limit_near, at, assertion.limit, *near)
                                : diagnose(assertion_limit_unknown, at, assertion.limit));
}

}  // namespace

void check_assertions(const Checking& checking) {
  for (const Assertion& assertion : checking.definition.assertions) check_one(checking, assertion);
}

}  // namespace anjuan::procedure
