// A definition in words and tables.

#include "procedure/describe.h"

#include <algorithm>

#include "base/text.h"
#include "expression/phrases.h"
#include "procedure/assertion_words.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

using expression::say;

Wording document_words(const Definition& definition, const DocumentAction& document) {
  const Wording name = paper_in_words(definition, document);
  Wording words = document.draft ? say({"制作送审稿“{0}”", "makes the draft “{0}”"}, {name})
                                 : say({"制作文书“{0}”", "makes the document “{0}”"}, {name});
  for (const Wording& need : needs_in_words(document)) {
    if (need != Wording("送审稿", "draft")) words = say({"{0}，{1}", "{0}, {1}"}, {words, need});
  }
  if (document.place.empty()) return words;
  return say({"{0}，入卷", "{0}, in the dossier"}, {words});
}

Wording sheet_words(const Definition& definition, const SheetAction& sheet) {
  if (!sheet.slot.empty()) return sheet.slot;
  return value_in_words(definition, sheet.form);
}

const char* draw_word(DrawLots::Action action, bool chinese) {
  switch (action) {
    case DrawLots::Action::declare:
      return chinese ? "抽取前申报利害关系" : "declares interests before the draw";
    case DrawLots::Action::enter:
      return chinese ? "抽取随机数首录" : "enters a value of the draw";
    case DrawLots::Action::confirm:
      return chinese ? "抽取随机数复录核对" : "enters a value of the draw a second time";
    case DrawLots::Action::record:
      return chinese ? "登记现场抽取结果" : "records lots drawn by hand";
    case DrawLots::Action::freeze:
      return chinese ? "抽取名单定稿" : "freezes the list of the draw";
    case DrawLots::Action::open:
      return chinese ? "抽取开封" : "opens the draw";
    case DrawLots::Action::annul:
      return chinese ? "抽取作废" : "annuls the draw";
    case DrawLots::Action::withdraw:
      return chinese ? "抽取中退出" : "records a withdrawal from the draw";
    case DrawLots::Action::drop:
      break;
  }
  return chinese ? "抽取中取消" : "drops from the draw";
}

std::vector<Wording> nested_sentences(const Definition&, const Block&);

/// One action in words; nothing for those that only compute.
struct Words {
  const Definition& definition;
  std::vector<Wording>& found;
  bool nested = false;  ///< an if or foreach of its own needs brackets

  void operator()(const DocumentAction& document) { found.push_back(document_words(definition, document)); }
  void operator()(const SheetAction& sheet) {
    found.push_back(say({"制作检查表“{0}”", "makes the sheet “{0}”"}, {sheet_words(definition, sheet)}));
  }
  void operator()(const TimeLimitAction& limit) {
    const Wording name(limit.label.empty() ? limit.id : limit.label);
    found.push_back(say({"开始计算期限“{0}”：{1}", "starts the time limit “{0}”: {1}"},
                        {name, length_in_words(definition, limit)}));
  }
  void operator()(const EndTimeLimitAction& limit) {
    found.push_back(
        say({"结束期限“{0}”", "ends the time limit “{0}”"}, {limit_in_words(definition, limit.id)}));
  }
  void operator()(const DrawAction& draw) {
    found.emplace_back(draw_word(draw.action, true), draw_word(draw.action, false));
  }
  void operator()(const OpenCasesAction& open) {
    found.emplace_back("按流程“" + open.definition + "”逐一开立案件",
                       "opens cases of “" + open.definition + "”");
  }
  void operator()(const PublishAction&) { found.emplace_back("公示", "publishes"); }
  void operator()(const PushAction& push) {
    found.emplace_back("推送到“" + push.platform + "”", "pushes to “" + push.platform + "”");
  }
  void operator()(const ArchiveAction&) { found.emplace_back("归档", "closes the dossier"); }
  void operator()(const Send& send) { found.push_back(message_in_words(definition, send)); }
  void operator()(const Cancel& cancel) {
    found.push_back(say({"取消还没有到的延时事件“{0}”", "cancels the delayed event “{0}”"},
                        {value_in_words(definition, cancel.id)}));
  }
  void operator()(const Raise& raise) {
    found.push_back(say({"引发事件“{0}”", "raises the event “{0}”"}, {raise.event}));
  }
  void operator()(const If& branching) {
    std::vector<Wording> told;
    bool silent = true;
    for (std::size_t i = 0; i < branching.branches.size(); ++i) {
      const std::vector<Wording> inner = nested_sentences(definition, branching.branches[i].content);
      silent = silent && inner.empty();
      told.push_back(say(
          {"{0}：{1}", "{0}: {1}"},
          {branch_in_words(definition, branching, i),
           inner.empty() ? Wording("不另作处理", "nothing more") : expression::joined(inner, {"；", "; "})}));
    }
    if (silent) return;
    const Wording whole = expression::joined(told, {"；", "; "});
    found.push_back(nested ? say({"（{0}）", "({0})"}, {whole}) : whole);
  }
  void operator()(const ForEach& loop) {
    const std::vector<Wording> inner = nested_sentences(definition, loop.content);
    if (inner.empty()) return;
    found.push_back(say({"{0}：{1}", "{0}: {1}"},
                        {loop_in_words(definition, loop), expression::joined(inner, {"；", "; "})}));
    if (nested) found.back() = say({"（{0}）", "({0})"}, {found.back()});
  }
  template <class Other>
  void operator()(const Other&) {}
};

/// The same with what only computes.
struct WholeWords : Words {
  using Words::operator();
  void operator()(const Assign& assign) {
    found.push_back(assigned_in_words(definition, assign.location.source, value_in_words(definition, assign.value)));
  }
  void operator()(const Script& script) {
    for (const expression::Assignment& one : script.assignments)
      found.push_back(assigned_in_words(definition, one.location.source, one.value.source()));
  }
  void operator()(const Log& log) {
    found.push_back(say({"记一笔“{0}”", "notes “{0}”"}, {log.label}));
  }
};

std::vector<Wording> nested_sentences(const Definition& definition, const Block& block) {
  std::vector<Wording> found;
  for (const Action& action : block) std::visit(Words{definition, found, true}, action.what);
  return found;
}

/// The same as a thing with its particulars, or as a sentence.
struct Particulars {
  const Definition& definition;
  EffectDescription& effect;

  using Kind = EffectDescription::Kind;
  bool operator()(const DocumentAction& paper) {
    effect.kind = Kind::paper;
    effect.words = paper_in_words(definition, paper);
    effect.needs = needs_in_words(paper);
    return true;
  }
  bool operator()(const SheetAction& sheet) {
    effect.kind = Kind::sheet;
    effect.words = sheet_words(definition, sheet);
    return true;
  }
  bool operator()(const TimeLimitAction& limit) {
    effect.kind = Kind::limit;
    effect.words = limit.label.empty() ? limit.id : limit.label;
    effect.length = length_in_words(definition, limit);
    return true;
  }
  bool operator()(const EndTimeLimitAction& limit) {
    effect.kind = Kind::end_of_limit;
    effect.words = limit_in_words(definition, limit.id);
    return true;
  }
  template <class Other>
  bool operator()(const Other& other) {
    std::vector<Wording> sentence;
    Words{definition, sentence}(other);
    if (!sentence.empty()) effect.words = sentence.front();
    return !sentence.empty();
  }
};

using VisitAction = std::function<void(const Action&, const Wording& when)>;

/// Visits each action that is no if or foreach, with when it is done.
void for_each_action_when(const Definition& definition, const Block& block, const VisitAction& visit) {
  const auto inside = [&](const Wording& when, const Block& content) {
    for_each_action_when(definition, content, [&](const Action& action, const Wording& further) {
      visit(action, further.zh.empty() ? when : say({"{0}，{1}", "{0}, {1}"}, {when, further}));
    });
  };
  for (const Action& action : block) {
    if (const If* branching = std::get_if<If>(&action.what)) {
      for (std::size_t i = 0; i < branching->branches.size(); ++i)
        inside(lone_branch_in_words(definition, *branching, i), branching->branches[i].content);
    } else if (const ForEach* loop = std::get_if<ForEach>(&action.what)) {
      inside(loop_in_words(definition, *loop), loop->content);
    } else {
      visit(action, "");
    }
  }
}

Wording states_in_words(const Definition& definition, const std::vector<StateIndex>& states) {
  std::vector<Wording> names;
  for (StateIndex s : states) names.push_back(target_in_words(definition, s));
  return expression::joined(names, {"、", ", "});
}

Wording heading_of(const Definition& definition, const Transition& transition) {
  if (!transition.events.empty() || !transition.label.empty())
    return transition_in_words(definition, transition);
  if (transition.condition.given()) return {"条件成立时自动", "by itself, if"};
  if (is_otherwise(definition, transition)) return {"其他情形下自动", "by itself, otherwise"};
  return {"自动", "by itself"};
}

InputDescription describe_input(const Definition& definition, const Input& input) {
  const DataItem* item = definition.data_item(input.name);
  const std::string of_data = item != nullptr && !item->label.empty() ? item->label : input.name;
  return {input.label.empty() ? of_data : input.label, input.required,
          input.when ? condition_in_words(definition, *input.when) : Wording("")};
}

/// What the requirement asks of the data, or of a paper.
Wording content_of(const Definition& definition, const Requirement& requirement) {
  if (requirement.test) return condition_in_words(definition, *requirement.test);
  switch (requirement.paper) {
    case Requirement::Paper::served:
      return say({"文书“{0}”已经送达", "the document “{0}” is served"}, {requirement.slot});
    case Requirement::Paper::signed_:
      return say({"文书“{0}”已经签署", "the document “{0}” is signed"}, {requirement.slot});
    case Requirement::Paper::issued:
      break;
  }
  return say({"文书“{0}”已经制作", "the document “{0}” is made"}, {requirement.slot});
}

RequirementDescription describe_requirement(const Definition& definition, const Requirement& requirement) {
  const Wording content = content_of(definition, requirement);
  const std::string basis = join(provisions_in_words(definition, requirement.basis), "；");
  // Without a label of its own it bears the test, or the paper's name, as it is written.
  const std::string& label = requirement.label;
  const bool own = !label.empty() && label != requirement.slot && Wording(label) != content &&
                   !(requirement.test && label == requirement.test->source);
  return own ? RequirementDescription{label, content, basis} : RequirementDescription{content, "", basis};
}

TransitionDescription describe_transition(const Definition& definition, TransitionIndex t) {
  const Transition& transition = definition.transitions[t];
  TransitionDescription description;
  description.transition = t;
  description.heading = heading_of(definition, transition);
  if (!transition.label.empty()) description.events = join(transition.events, " ");
  if (description.events == transition.label) description.events.clear();
  description.actor = actor_in_words(definition, transition);
  description.condition = condition_in_words(definition, transition.condition);
  description.destination = transition.targets.empty() ? Wording("仍在本环节", "stays here")
                                                       : states_in_words(definition, transition.targets);
  for (const Input& input : transition.inputs)
    description.inputs.push_back(describe_input(definition, input));
  for (const Requirement& requirement : transition.requirements)
    description.requirements.push_back(describe_requirement(definition, requirement));
  description.basis = provisions_in_words(definition, transition.basis);
  description.sentences = sentences_of(definition, transition.content);
  description.effects = effects_of(definition, transition.content);
  return description;
}

void add_sentences(const Definition& definition, const std::vector<Block>& blocks,
                   std::vector<Wording>& all) {
  for (const Block& block : blocks) {
    for (Wording& words : sentences_of(definition, block)) all.push_back(std::move(words));
  }
}

/// On entering: its own blocks, what its <initial> does, and the charts that run beside it.
std::vector<Wording> entry_of(const Definition& definition, const State& state) {
  std::vector<Wording> all;
  add_sentences(definition, state.on_entry, all);
  if (state.kind != State::Kind::history && state.initial != no_index)
    add_sentences(definition, {definition.transitions[state.initial].content}, all);
  for (const Invoke& invoked : state.invokes) {
    all.push_back(invoked_in_words(definition, invoked));
    if (const Wording back = finalize_in_words(definition, invoked); !back.zh.empty()) all.push_back(back);
  }
  return all;
}

StateDescription describe_state(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  StateDescription description;
  description.state = s;
  description.name = target_in_words(definition, s);
  description.within = around_in_words(definition, s);
  description.role = role_in_words(definition, state.role);
  description.kind = state.kind;
  description.basis = provisions_in_words(definition, state.basis);
  description.on_entry = entry_of(definition, state);
  add_sentences(definition, state.on_exit, description.on_exit);
  if (state.kind == State::Kind::history) {
    description.returns = return_in_words(definition, s);
    if (state.initial == no_index) return description;
    description.transitions.push_back(describe_transition(definition, state.initial));
    description.transitions.back().heading = {"没有来过的", "if it was never there"};
    description.transitions.back().actor = "";
    return description;
  }
  if (state.kind == State::Kind::state && state.initial != no_index)
    description.begins = states_in_words(definition, definition.transitions[state.initial].targets);
  for (TransitionIndex t : state.transitions)
    description.transitions.push_back(describe_transition(definition, t));
  return description;
}

/// Whether a labelled procedure has nothing to tell of the state.
bool is_silent(const Definition& definition, const StateDescription& description) {
  return !definition.label.empty() && definition.states[description.state].label.empty() &&
         description.transitions.empty() && description.on_entry.empty() && description.on_exit.empty();
}

using VisitPlace = std::function<void(StateIndex, const Wording& where, const Block&)>;

/// Visits each block of the states with where it is done, in the order of the states.
void for_each_place(const Definition& definition, const VisitPlace& visit) {
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    const Wording name = s == 0 ? Wording(title_of(definition)) : state_in_words(definition, s);
    const Wording entering = say({"进入“{0}”时", "on entering {0}"}, {name});
    for (const Block& block : state.on_entry) visit(s, entering, block);
    if (state.initial != no_index) visit(s, entering, definition.transitions[state.initial].content);
    for (TransitionIndex t : state.transitions) {
      const Wording heading = heading_of(definition, definition.transitions[t]);
      visit(s, say({"在“{0}”：{1}", "in {0}: {1}"}, {name, heading}), definition.transitions[t].content);
    }
    for (const Block& block : state.on_exit) visit(s, say({"离开“{0}”时", "on leaving {0}"}, {name}), block);
  }
}

/// What the clerk sees when the limit has run out: the label of the transition for its event.
std::string due_words(const Definition& definition, const std::string& event) {
  for (const Transition& transition : definition.transitions) {
    const bool waits =
        std::find(transition.events.begin(), transition.events.end(), event) != transition.events.end();
    if (waits && !transition.label.empty()) return transition.label;
  }
  return "";
}

template <class T>
void add_new(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

std::vector<EffectDescription> effects_of(const Definition& definition, const Block& block) {
  std::vector<EffectDescription> found;
  for_each_action_when(definition, block, [&](const Action& action, const Wording& when) {
    EffectDescription effect;
    effect.when = when;
    if (std::visit(Particulars{definition, effect}, action.what)) found.push_back(std::move(effect));
  });
  return found;
}

std::vector<Wording> sentences_of(const Definition& definition, const Block& block) {
  std::vector<Wording> found;
  for (const Action& action : block) std::visit(Words{definition, found}, action.what);
  return found;
}

Wording finalize_in_words(const Definition& definition, const Invoke& invoked) {
  if (!invoked.finalizes) return "";
  const Wording when("它发来消息时", "whenever it sends a message");
  if (invoked.finalize.empty()) {
    if (invoked.params.empty()) return "";
    return say({"{0}：取回带去的各项", "{0}: takes back what was handed over"}, {when});
  }
  std::vector<Wording> done;
  for (const Action& action : invoked.finalize) std::visit(WholeWords{{definition, done, true}}, action.what);
  if (done.empty()) return "";
  return say({"{0}：{1}", "{0}: {1}"}, {when, expression::joined(done, {"；", "; "})});
}

std::vector<AssertionDescription> assertions_of(const Definition& definition) {
  std::vector<AssertionDescription> found;
  for (const Assertion& assertion : definition.assertions) {
    const Wording content = assertion_in_words(definition, assertion);
    const std::string& label = assertion.label.empty() ? assertion.name : assertion.label;
    const std::string basis = join(provisions_in_words(definition, assertion.basis), "；");
    found.push_back(label.empty() ? AssertionDescription{content, "", basis}
                                  : AssertionDescription{label, content, basis});
  }
  return found;
}

std::vector<StateDescription> describe(const Definition& definition) {
  std::vector<StateDescription> found;
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    StateDescription description = describe_state(definition, s);
    if (!is_silent(definition, description)) found.push_back(std::move(description));
  }
  return found;
}

Wording beginning_of(const Definition& definition) {
  const TransitionIndex initial = definition.states.front().initial;
  return initial == no_index ? Wording("")
                             : states_in_words(definition, definition.transitions[initial].targets);
}

std::vector<LimitDescription> limits_of(const Definition& definition) {
  std::vector<LimitDescription> found;
  for_each_place(definition, [&](StateIndex, const Wording& where, const Block& block) {
    for_each_action_when(definition, block, [&](const Action& action, const Wording& when) {
      const auto* limit = std::get_if<TimeLimitAction>(&action.what);
      if (limit == nullptr) return;
      found.push_back({limit->id, limit->label.empty() ? limit->id : limit->label, limit->on_due,
                       join(provisions_in_words(definition, action.basis), "；"),
                       length_in_words(definition, *limit), where, when,
                       due_words(definition, limit->on_due)});
    });
  });
  return found;
}

std::vector<PaperDescription> papers_of(const Definition& definition) {
  std::vector<PaperDescription> found;
  for_each_place(definition, [&](StateIndex s, const Wording&, const Block& block) {
    for_each_action(block, [&](const Action& action) {
      const auto* paper = std::get_if<DocumentAction>(&action.what);
      if (paper == nullptr) return;
      const Wording name = paper_in_words(definition, *paper);
      auto known = std::find_if(found.begin(), found.end(),
                                [&](const PaperDescription& other) { return other.name == name; });
      if (known == found.end())
        known =
            found.insert(found.end(), PaperDescription{name, {}, {}, false, false, false, false, false, {}});
      if (!paper->number_code.empty()) add_new(known->number_codes, paper->number_code);
      if (!paper->place.empty()) add_new(known->places, paper->place);
      known->draft |= paper->draft;
      known->sign |= paper->sign;
      known->seal |= paper->seal;
      known->serve |= paper->serve;
      known->mandatory |= paper->mandatory;
      add_new(known->states, state_in_words(definition, s));
    });
  });
  return found;
}

std::vector<Wording> marks_of(const PaperDescription& paper) {
  DocumentAction all;
  all.draft = paper.draft;
  all.sign = paper.sign;
  all.seal = paper.seal;
  all.serve = paper.serve;
  if (!paper.number_codes.empty()) all.number_code = paper.number_codes.front();
  std::vector<Wording> marks = needs_in_words(all);
  if (paper.mandatory) marks.emplace_back("必备", "mandatory");
  return marks;
}

}  // namespace anjuan::procedure
