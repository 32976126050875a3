// Sentences of assertions.

#include "procedure/assertion_words.h"

#include <algorithm>
#include <map>

#include "expression/phrases.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

using expression::joined;
using expression::say;
using Kind = Happening::Kind;

/// What an element of ours does: "effect:publish".
Wording effect_in_words(const std::string& action) {
  static const std::map<std::string_view, Wording> words{
      {"draw-freeze", {"抽取名单定稿", "the list of the draw is frozen"}},
      {"draw-open", {"抽取开封", "the draw is opened"}},
      {"draw-annul", {"抽取作废", "the draw is annulled"}},
      {"draw-withdraw", {"抽取中退出", "a withdrawal from the draw is recorded"}},
      {"draw-drop", {"抽取中取消", "something is dropped from the draw"}},
      {"publish", {"公示", "publication"}},
      {"push", {"推送", "a push to a platform"}},
      {"draw", {"抽取", "the draw"}},
      {"document", {"制作文书", "a paper is made"}},
      {"sheet", {"制作检查表", "a sheet is made"}},
      {"open-cases", {"开立案件", "cases are opened"}},
      {"archive", {"归档", "the dossier is closed"}}};
  const auto found = words.find(action);
  return found == words.end() ? Wording(action) : found->second;
}

/// The event by the label of the acts that wait for it, where they have one and the same.
std::string event_as_known(const Definition& definition, const std::string& event) {
  std::string label;
  for (const Transition& transition : definition.transitions) {
    if (std::find(transition.events.begin(), transition.events.end(), event) == transition.events.end())
      continue;
    if (transition.label.empty() || (!label.empty() && label != transition.label)) return event;
    label = transition.label;
  }
  return label.empty() ? event : label;
}

/// The paper by its name in the case; an assertion may also name its template.
std::string paper_as_known(const Definition& definition, const std::string& id) {
  std::string name = id;
  for_every_action(definition, [&](const Action& action) {
    const auto* document = std::get_if<DocumentAction>(&action.what);
    if (document != nullptr && document->template_id == id && !document->slot.empty()) name = document->slot;
  });
  return name;
}

/// As something that comes about: "到“结果已公开”".
Wording coming_about(const Definition& definition, const Happening& one) {
  const Wording words = happening_in_words(definition, one);
  return one.kind == Kind::state ? say({"到“{0}”", "“{0}” is reached"}, {words}) : words;
}

Wording any_of(const Definition& definition, const std::vector<Happening>& all) {
  std::vector<Wording> words;
  for (const Happening& one : all) words.push_back(coming_about(definition, one));
  return joined(words, {"或者", " or "});
}

Wording before_in_words(const Definition& d, const Assertion& a) {
  const Wording goals = any_of(d, a.every_path_to), passes = any_of(d, a.passes);
  Wording words = a.since.empty() ? say({"{0}以前，必先{1}", "before {0}, {1}"}, {goals, passes})
                                  : say({"{2}以后，{0}以前，必先{1}", "after {2}, before {0}, {1}"},
                                        {goals, passes, any_of(d, a.since)});
  if (a.within.empty()) return words;
  std::vector<Happening> states;
  for (const std::string& id : a.within) states.push_back({Kind::state, id});
  return say({"{0}（只看处在{1}的时候）", "{0} (only while in {1})"},
             {words, happenings_in_words(d, states)});
}

Wording reach_in_words(const Definition& d, const Assertion& a) {
  const Wording words =
      say({"{0}以后，不管走到哪一步，总还能{1}", "once {0}, it can always still be that {1}"},
          {any_of(d, a.from), any_of(d, a.reaches)});
  if (a.limit.empty()) return words;
  return say({"{0}；在这以前期限“{1}”一直在计算", "{0}; until then the time limit “{1}” runs"},
             {words, limit_in_words(d, a.limit)});
}

Wording never_in_words(const Definition& d, const Assertion& a) {
  if (a.never.size() == 1) return say({"从不{0}", "never: {0}"}, {any_of(d, a.never)});
  return say({"{0}不得同时", "never at the same time: {0}"}, {happenings_in_words(d, a.never)});
}

}  // namespace

Wording happening_in_words(const Definition& definition, const Happening& one) {
  switch (one.kind) {
    case Kind::state:
      if (const auto s = definition.find(one.id)) return state_in_words(definition, *s);
      return one.id;
    case Kind::event:
      return say({"办“{0}”", "“{0}” is done"}, {event_as_known(definition, one.id)});
    case Kind::paper:
      return say({"制作“{0}”", "“{0}” is made"}, {paper_as_known(definition, one.id)});
    case Kind::signed_:
      return {"“" + one.id + "”签署", "“" + one.id + "” is signed"};
    case Kind::served:
      return {"“" + one.id + "”送达", "“" + one.id + "” is served"};
    case Kind::sent:
      return {"发出消息“" + one.id + "”", "the message “" + one.id + "” is sent"};
    case Kind::effect:
      break;
  }
  return effect_in_words(one.id);
}

Wording happenings_in_words(const Definition& definition, const std::vector<Happening>& all) {
  std::vector<Wording> words;
  for (const Happening& one : all) words.push_back(happening_in_words(definition, one));
  return joined(words, {"、", ", "});
}

Wording assertion_in_words(const Definition& d, const Assertion& a) {
  if (!a.every_path_to.empty()) return before_in_words(d, a);
  if (!a.at_most_once.empty()) {
    const Wording once = say({"{0}至多一次", "at most once: {0}"}, {any_of(d, a.at_most_once)});
    if (a.since.empty()) return once;
    return say({"每次{1}以后，{0}", "{0}, each time after {1}"}, {once, any_of(d, a.since)});
  }
  if (!a.never.empty()) return never_in_words(d, a);
  if (!a.from.empty()) return reach_in_words(d, a);
  if (!a.holds) return "";
  const Wording holds = condition_in_words(d, *a.holds);
  if (a.whenever.empty()) return say({"始终：{0}", "always: {0}"}, {holds});
  return say({"{0}时：{1}", "whenever {0}: {1}"}, {any_of(d, a.whenever), holds});
}

}  // namespace anjuan::procedure
