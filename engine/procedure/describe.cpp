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

/// One action in words; nothing for those that only compute.
struct Words {
  const Definition& definition;
  std::vector<Wording>& found;

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
    found.emplace_back("期限“" + limit.id + "”结束", "ends the time limit “" + limit.id + "”");
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
    if (!send.target.given()) return;
    found.push_back(
        say({"发出事件“{0}”", "sends the event “{0}”"}, {value_in_words(definition, send.event)}));
  }
  template <class Other>
  void operator()(const Other&) {}
};

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
  for_each_action(block, [&](const Action& action) { std::visit(Words{definition, found}, action.what); });
  return found;
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
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const auto& other) { return other.id == limit->id; });
    if (known) return;
    const auto basis = provisions_in_words(definition, action.basis);
    found.push_back({limit->id, limit->label, limit->length.source, limit->on_due, join(basis, "；"),
                     limit->unit, length_in_words(definition, *limit)});
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
