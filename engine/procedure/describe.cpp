// A definition in words and tables.

#include "procedure/describe.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan::procedure {

namespace {

std::string role_label(const Definition& definition, const std::string& id) {
  const Role* role = definition.role(id);
  return role != nullptr ? role->label : id;
}

std::vector<std::string> provisions(const Definition& definition, const std::vector<std::string>& ids) {
  std::vector<std::string> texts;
  for (const std::string& id : ids) {
    const LegalBasis basis = provision_of(definition, id);
    texts.push_back(basis.instrument + basis.article);
  }
  return texts;
}

Wording document_words(const DocumentAction& document) {
  std::string zh = (document.draft ? "制作送审稿“" : "制作文书“") + document.slot + "”";
  std::string en = (document.draft ? "makes the draft “" : "makes the document “") + document.slot + "”";
  const auto add = [&](bool holds, const char* chinese, const char* english) {
    if (!holds) return;
    zh += chinese;
    en += english;
  };
  add(!document.number_code.empty(), "，编号", ", numbered");
  add(document.sign, "，签名", ", signed");
  add(document.seal, "，用印", ", sealed");
  add(document.serve, "，送达", ", served");
  add(!document.place.empty(), "，入卷", ", in the dossier");
  return {zh, en};
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
  std::vector<Wording>& found;

  void operator()(const DocumentAction& document) { found.push_back(document_words(document)); }
  void operator()(const SheetAction& sheet) {
    found.emplace_back("制作检查表“" + sheet.slot + "”", "makes the sheet “" + sheet.slot + "”");
  }
  void operator()(const TimeLimitAction& limit) {
    const Wording unit = calendar::name_of(limit.unit);
    found.emplace_back("开始计算期限“" + limit.label + "”：" + limit.length.source + unit.zh,
                       "starts the time limit “" + limit.label + "”: " + limit.length.source + " " + unit.en);
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
    found.emplace_back("发出事件“" + send.event.source + "”", "sends the event “" + send.event.source + "”");
  }
  template <class Other>
  void operator()(const Other&) {}
};

TransitionDescription describe_transition(const Definition& definition, const Transition& transition) {
  TransitionDescription description;
  description.event = join(transition.events, " ");
  description.label = transition.label;
  description.role = role_label(definition, role_of(definition, transition));
  std::vector<std::string> destinations;
  for (StateIndex target : transition.targets) destinations.push_back(label_of(definition.states[target]));
  description.destination = join(destinations, "、");
  description.condition = transition.condition.source;
  for (const Input& input : transition.inputs) {
    const DataItem* item = definition.data_item(input.name);
    const std::string fallback = item != nullptr && !item->label.empty() ? item->label : input.name;
    description.inputs.push_back(input.label.empty() ? fallback : input.label);
  }
  for (const Requirement& requirement : transition.requirements)
    description.requirements.push_back(requirement.label);
  description.basis = provisions(definition, transition.basis);
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

std::vector<Wording> describe(const Definition&, const Block& block) {
  std::vector<Wording> found;
  for_each_action(block, [&](const Action& action) { std::visit(Words{found}, action.what); });
  return found;
}

std::vector<StateDescription> describe(const Definition& definition) {
  std::vector<StateDescription> found;
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    StateDescription description{state.id,
                                 label_of(state),
                                 role_label(definition, state.role),
                                 depth_of(definition, s),
                                 state.kind,
                                 provisions(definition, state.basis),
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
    const auto basis = provisions(definition, action.basis);
    found.push_back(
        {limit->id, limit->label, limit->length.source, limit->on_due, join(basis, "；"), limit->unit});
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
