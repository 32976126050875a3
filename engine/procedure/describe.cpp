// A definition in words and tables.

#include "procedure/describe.h"

#include <algorithm>

#include "base/text.h"
#include "expression/phrases.h"
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

const char* draw_word(DrawLots::Action action, bool chinese) {
  switch (action) {
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

std::vector<Wording> describe_nested(const Definition&, const Block&);

/// One action in words; nothing for those that only compute.
struct Words {
  const Definition& definition;
  std::vector<Wording>& found;
  bool nested = false;  ///< an if or foreach of its own needs brackets

  void operator()(const DocumentAction& document) { found.push_back(document_words(definition, document)); }
  void operator()(const SheetAction& sheet) {
    found.emplace_back("制作检查表“" + sheet.slot + "”", "makes the sheet “" + sheet.slot + "”");
  }
  void operator()(const TimeLimitAction& limit) {
    const Wording name(limit.label.empty() ? limit.id : limit.label);
    found.push_back(say({"开始计算期限“{0}”：{1}", "starts the time limit “{0}”: {1}"},
                        {name, length_in_words(definition, limit)}));
  }
  void operator()(const EndTimeLimitAction& limit) {
    found.push_back(say({"期限“{0}”结束", "ends the time limit “{0}”"}, {limit_in_words(definition, limit.id)}));
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
  void operator()(const Send& send) {
    found.push_back(
        say({"发出事件“{0}”", "sends the event “{0}”"}, {value_in_words(definition, send.event)}));
  }
  void operator()(const Raise& raise) {
    found.push_back(say({"引发事件“{0}”", "raises the event “{0}”"}, {raise.event}));
  }
  void operator()(const If& branching) {
    std::vector<Wording> told;
    bool silent = true;
    for (std::size_t i = 0; i < branching.branches.size(); ++i) {
      const std::vector<Wording> inner = describe_nested(definition, branching.branches[i].content);
      silent = silent && inner.empty();
      told.push_back(say({"{0}：{1}", "{0}: {1}"},
                         {branch_in_words(definition, branching, i),
                          inner.empty() ? Wording("不另作处理", "nothing more") : expression::joined(inner, {"；", "; "})}));
    }
    if (silent) return;
    const Wording whole = expression::joined(told, {"；", "; "});
    found.push_back(nested ? say({"（{0}）", "({0})"}, {whole}) : whole);
  }
  void operator()(const ForEach& loop) {
    const std::vector<Wording> inner = describe_nested(definition, loop.content);
    if (inner.empty()) return;
    found.push_back(say({"{0}：{1}", "{0}: {1}"},
                        {loop_in_words(definition, loop), expression::joined(inner, {"；", "; "})}));
    if (nested) found.back() = say({"（{0}）", "({0})"}, {found.back()});
  }
  template <class Other>
  void operator()(const Other&) {}
};

std::vector<Wording> describe_nested(const Definition& definition, const Block& block) {
  std::vector<Wording> found;
  for (const Action& action : block) std::visit(Words{definition, found, true}, action.what);
  return found;
}

TransitionDescription describe_transition(const Definition& definition, const Transition& transition) {
  TransitionDescription description;
  description.event = join(transition.events, " ");
  description.label = transition.label;
  description.role = role_in_words(definition, role_of(definition, transition));
  std::vector<std::string> destinations;
  for (StateIndex target : transition.targets) destinations.push_back(target_in_words(definition, target).zh);
  description.destination = join(destinations, "、");
  description.condition = transition.condition.source;
  description.condition_words = condition_in_words(definition, transition.condition);
  for (const Input& input : transition.inputs) {
    const DataItem* item = definition.data_item(input.name);
    const std::string fallback = item != nullptr && !item->label.empty() ? item->label : input.name;
    description.inputs.push_back(input.label.empty() ? fallback : input.label);
  }
  for (const Requirement& requirement : transition.requirements)
    description.requirements.push_back(requirement.label);
  description.basis = provisions_in_words(definition, transition.basis);
  description.effects = describe(definition, transition.content);
  description.place = transition.place;
  return description;
}

std::vector<Wording> describe_blocks(const Definition& definition, const std::vector<Block>& blocks) {
  std::vector<Wording> all;
  for (const Block& block : blocks) {
    for (Wording& words : describe(definition, block)) all.push_back(std::move(words));
  }
  return all;
}

int depth_of(const Definition& definition, StateIndex s) {
  int depth = -1;
  for (StateIndex above = definition.states[s].parent; above != no_index;
       above = definition.states[above].parent)
    ++depth;
  return depth;
}

}  // namespace

std::vector<Wording> describe(const Definition& definition, const Block& block) {
  std::vector<Wording> found;
  for (const Action& action : block) std::visit(Words{definition, found}, action.what);
  return found;
}

void for_each_action_when(const Definition& definition, const Block& block,
                          const std::function<void(const Action&, const Wording& when)>& visit) {
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

std::vector<StateDescription> describe(const Definition& definition) {
  std::vector<StateDescription> found;
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    StateDescription description{state.id,
                                 label_of(state),
                                 role_in_words(definition, state.role),
                                 depth_of(definition, s),
                                 state.kind,
                                 provisions_in_words(definition, state.basis),
                                 describe_blocks(definition, state.on_entry),
                                 describe_blocks(definition, state.on_exit),
                                 {}};
    for (TransitionIndex t : state.transitions) {
      description.transitions.push_back(describe_transition(definition, definition.transitions[t]));
    }
    found.push_back(std::move(description));
  }
  return found;
}

std::vector<LimitDescription> limits_of(const Definition& definition) {
  std::vector<LimitDescription> found;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit == nullptr) return;
    const std::string basis = join(provisions_in_words(definition, action.basis), "；");
    const Wording length = length_in_words(definition, *limit);
    const bool known = std::any_of(found.begin(), found.end(), [&](const LimitDescription& other) {
      return other.id == limit->id && other.label == limit->label && other.length_words == length &&
             other.on_due == limit->on_due && other.basis == basis;
    });
    if (known) return;
    found.push_back(
        {limit->id, limit->label, limit->length.source, limit->on_due, basis, limit->unit, length});
  });
  return found;
}

std::vector<DocumentAction> documents_of(const Definition& definition) {
  std::vector<DocumentAction> found;
  for_every_action(definition, [&](const Action& action) {
    if (const auto* document = std::get_if<DocumentAction>(&action.what)) found.push_back(*document);
  });
  return found;
}

}  // namespace anjuan::procedure
