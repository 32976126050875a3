// The printed description of a procedure, as values.

#include "procedure/manual.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

constexpr std::size_t digest_characters = 16;

Value texts(const std::vector<std::string>& all) {
  List list;
  for (const std::string& text : all) list.emplace_back(text);
  return list;
}

/// "甲", "乙" as one text.
std::string listed(const std::vector<std::string>& all) { return join(all, "；"); }

bool raised_by_the_chart(const Transition& transition) {
  return transition.events.empty() ||
         std::all_of(transition.events.begin(), transition.events.end(), is_of_interpreter);
}

/// What executable content brings about, sorted by kind.
struct Effects {
  List papers, sheets, limits, ended, sent;
  int draws = 0, published = 0, pushed = 0, opened = 0, archived = 0;
};

class Manual {
 public:
  explicit Manual(const Definition& definition) : definition_(definition) {}

  Fields write() {
    Fields fields;
    const Definition& d = definition_;
    fields["流程名称"] = !d.label.empty() ? d.label : !d.name.empty() ? d.name : d.file;
    fields["版本"] = d.version.empty() ? Value() : Value(d.version);
    fields["摘要"] = d.digest.substr(0, digest_characters);
    fields["依据"] = bases();
    fields["角色"] = roles();
    fields["职责分离"] = duties();
    fields["参数"] = parameters();
    fields["环节"] = states();
    fields["全部文书"] = papers();
    fields["全部期限"] = limits();
    List asserted;
    for (const Assertion& assertion : d.assertions) {
      const std::string& words = assertion.label.empty() ? assertion.name : assertion.label;
      if (!words.empty()) asserted.emplace_back(words);
    }
    fields["要求"] = std::move(asserted);
    return fields;
  }

 private:
  const Definition& definition_;

  std::string basis_text(const std::vector<std::string>& ids) const {
    return listed(provisions_in_words(definition_, ids));
  }
  std::string role_text(const std::string& id) const {
    return id.empty() ? "" : role_in_words(definition_, id);
  }
  std::string name(StateIndex s) const { return state_in_words(definition_, s).zh; }

  Value bases() const {
    List list;
    for (const Basis& basis : definition_.bases) {
      list.push_back(Value(Fields{{"名称", basis.provision.instrument + basis.provision.article},
                                  {"施行", basis.in_force_from},
                                  {"至", basis.in_force_until ? Value(*basis.in_force_until) : Value()}}));
    }
    return list;
  }

  Value roles() const {
    List list;
    for (const Role& role : definition_.roles) {
      list.push_back(Value(Fields{
          {"名称", role_text(role.id)},
          {"职务", texts(role.posts.empty() ? std::vector<std::string>{role_text(role.id)} : role.posts)},
          {"外单位", role.outside},
          {"按名单", role.holders.has_value()}}));
    }
    return list;
  }

  Value duties() const {
    List list;
    for (const Duty& duty : definition_.duties) {
      std::vector<std::string> others;
      for (const std::string& id : duty.different_from) others.push_back(role_text(id));
      list.push_back(Value(Fields{
          {"角色", role_text(duty.role)}, {"不得是", texts(others)}, {"依据", basis_text(duty.basis)}}));
    }
    return list;
  }

  Value parameters() const {
    List list;
    for (const Parameter& parameter : definition_.parameters) {
      const std::string label = parameter.label.empty() ? parameter.id : parameter.label;
      List entries;  // of a table of values: a line for each key
      std::string amount = display(parameter.value) + (parameter.unit.empty() ? "" : " " + parameter.unit);
      if (parameter.value.is(Value::Kind::record)) {
        amount.clear();
        for (const auto& [key, value] : parameter.value.record())
          entries.emplace_back(key + "：" + display(value));
      }
      list.push_back(Value(Fields{{"编号", parameter.id},
                                  {"名称", label},
                                  {"数值", amount},
                                  {"各项", std::move(entries)},
                                  {"依据", basis_text(parameter.basis)}}));
    }
    return list;
  }

  /// "自动", by the system, or by whom; the template has the words for the first two.
  Fields actor(const Transition& transition) const {
    const bool own = raised_by_the_chart(transition);
    return {
        {"自动", own},
        {"系统", !own && transition.by_system},
        {"谁", own || transition.by_system ? std::string() : role_text(role_of(definition_, transition))}};
  }

  Effects effects_of(const Block& block) const {
    Effects effects;
    for_each_action(block, [&](const Action& action) { note(action, effects); });
    return effects;
  }

  void note(const Action& action, Effects& effects) const {
    if (const auto* paper = std::get_if<DocumentAction>(&action.what)) {
      effects.papers.push_back(Value(paper_fields(*paper)));
    } else if (const auto* sheet = std::get_if<SheetAction>(&action.what)) {
      effects.sheets.emplace_back(sheet->slot);
    } else if (const auto* limit = std::get_if<TimeLimitAction>(&action.what)) {
      effects.limits.push_back(Value(limit_fields(*limit, action.basis)));
    } else if (const auto* end = std::get_if<EndTimeLimitAction>(&action.what)) {
      effects.ended.emplace_back(limit_name(end->id));
    } else if (const auto* send = std::get_if<Send>(&action.what)) {
      if (send->target.given()) effects.sent.emplace_back(value_in_words(definition_, send->event).zh);
    }
    effects.draws += std::holds_alternative<DrawAction>(action.what) ? 1 : 0;
    effects.published += std::holds_alternative<PublishAction>(action.what) ? 1 : 0;
    effects.pushed += std::holds_alternative<PushAction>(action.what) ? 1 : 0;
    effects.opened += std::holds_alternative<OpenCasesAction>(action.what) ? 1 : 0;
    effects.archived += std::holds_alternative<ArchiveAction>(action.what) ? 1 : 0;
  }

  static void add_effects(Effects effects, Fields& fields) {
    fields["文书"] = std::move(effects.papers);
    fields["检查表"] = std::move(effects.sheets);
    fields["期限"] = std::move(effects.limits);
    fields["期限结束"] = std::move(effects.ended);
    fields["通知"] = std::move(effects.sent);
    fields["抽取"] = effects.draws > 0;
    fields["公示"] = effects.published > 0;
    fields["推送"] = effects.pushed > 0;
    fields["立案"] = effects.opened > 0;
    fields["归档"] = effects.archived > 0;
  }

  Fields paper_fields(const DocumentAction& paper) const {
    std::vector<std::string> needs;
    for (const Wording& need : needs_in_words(paper)) needs.push_back(need.zh);
    return {{"名称", paper_in_words(definition_, paper).zh},
            {"手续", texts(needs)},
            {"送审稿", paper.draft},
            {"文号", paper.number_code},
            {"签名", paper.sign},
            {"用印", paper.seal},
            {"送达", paper.serve},
            {"必备", paper.mandatory},
            {"入卷", paper.place}};
  }

  Fields limit_fields(const TimeLimitAction& limit, const std::vector<std::string>& basis) const {
    return {{"名称", limit.label.empty() ? limit.id : limit.label},
            {"长度", length_in_words(definition_, limit).zh},
            {"届满", due_words(limit.on_due)},
            {"依据", basis_text(basis)}};
  }

  /// What the clerk sees when the limit has run out: the label of the transition for its event.
  std::string due_words(const std::string& event) const {
    for (const Transition& transition : definition_.transitions) {
      const bool waits =
          std::find(transition.events.begin(), transition.events.end(), event) != transition.events.end();
      if (waits && !transition.label.empty()) return transition.label;
    }
    return "";
  }

  std::string limit_name(const std::string& id) const {
    std::string found = id;
    for_every_action(definition_, [&](const Action& action) {
      const auto* limit = std::get_if<TimeLimitAction>(&action.what);
      if (limit != nullptr && limit->id == id && !limit->label.empty()) found = limit->label;
    });
    return found;
  }

  Value inputs(const Transition& transition) const {
    List list;
    for (const Input& input : transition.inputs) {
      const DataItem* item = definition_.data_item(input.name);
      const std::string from_data = item != nullptr && !item->label.empty() ? item->label : input.name;
      list.push_back(Value(
          Fields{{"名称", input.label.empty() ? from_data : input.label},
                 {"必填", input.required},
                 {"何时", input.when ? condition_in_words(definition_, *input.when).zh : std::string()}}));
    }
    return list;
  }

  Value requirements(const Transition& transition) const {
    List list;
    for (const Requirement& requirement : transition.requirements) {
      std::string words = requirement.label;
      // Without a label of its own it bears the test as it is written.
      if (requirement.test && (words.empty() || words == requirement.test->source)) words = condition_in_words(definition_, *requirement.test).zh;
      if (words.empty()) words = requirement.slot;
      list.push_back(Value(Fields{{"内容", words}, {"依据", basis_text(requirement.basis)}}));
    }
    return list;
  }

  Value transition_value(const Transition& transition) const {
    Fields fields = actor(transition);
    std::vector<std::string> targets;
    for (StateIndex target : transition.targets) targets.push_back(target_in_words(definition_, target).zh);
    fields["名称"] = transition.events.empty() && transition.label.empty()
                         ? std::string()
                         : transition_in_words(definition_, transition).zh;
    fields["事件"] = join(transition.events, "、");
    fields["条件"] = transition.condition.given() ? condition_in_words(definition_, transition.condition).zh
                                                  : std::string();
    fields["要填"] = inputs(transition);
    fields["须具备"] = requirements(transition);
    fields["转到"] = join(targets, "、");
    fields["依据"] = basis_text(transition.basis);
    add_effects(effects_of(transition.content), fields);
    return fields;
  }

  Effects effects_of_all(const std::vector<Block>& blocks) const {
    Block all;
    for (const Block& block : blocks) all.insert(all.end(), block.begin(), block.end());
    return effects_of(all);
  }

  /// Labels of the states around it, outermost first.
  std::string around(StateIndex s) const {
    std::vector<std::string> names;
    for (StateIndex above = definition_.states[s].parent; above != no_index && above != 0;
         above = definition_.states[above].parent) {
      const State& state = definition_.states[above];
      if (!state.label.empty() || definition_.label.empty()) names.insert(names.begin(), name(above));
    }
    return join(names, " — ");
  }

  Value states() const {
    List list;
    for (StateIndex s = 1; s < definition_.states.size(); ++s) {
      const State& state = definition_.states[s];
      const bool silent = state.label.empty() && state.transitions.empty() && state.on_entry.empty() &&
                          state.on_exit.empty() && !definition_.label.empty();
      if (state.kind == State::Kind::history || silent) continue;
      Fields fields{{"名称", target_in_words(definition_, s).zh},
                    {"承办", role_text(state.role)},
                    {"依据", basis_text(state.basis)},
                    {"属于", around(s)},
                    {"终点", state.kind == State::Kind::final},
                    {"并行", state.kind == State::Kind::parallel},
                    {"分步", !state.children.empty()}};
      Fields entry, exit;
      add_effects(effects_of_all(state.on_entry), entry);
      add_effects(effects_of_all(state.on_exit), exit);
      fields["进入"] = std::move(entry);
      fields["离开"] = std::move(exit);
      List done;
      for (TransitionIndex t : state.transitions)
        done.push_back(transition_value(definition_.transitions[t]));
      fields["办理"] = std::move(done);
      list.push_back(Value(std::move(fields)));
    }
    return list;
  }

  /// Each paper once, with the states in which it is made.
  Value papers() const {
    std::vector<std::pair<Fields, std::vector<std::string>>> found;
    const auto add = [&](StateIndex s, const Block& block) {
      for_each_action(block, [&](const Action& action) {
        const auto* paper = std::get_if<DocumentAction>(&action.what);
        if (paper == nullptr) return;
        Fields fields = paper_fields(*paper);
        auto known = std::find_if(found.begin(), found.end(),
                                  [&](const auto& other) { return other.first == fields; });
        if (known == found.end()) known = found.insert(found.end(), {std::move(fields), {}});
        if (std::find(known->second.begin(), known->second.end(), name(s)) == known->second.end())
          known->second.push_back(name(s));
      });
    };
    for (StateIndex s = 1; s < definition_.states.size(); ++s) {
      const State& state = definition_.states[s];
      for (const Block& block : state.on_entry) add(s, block);
      for (TransitionIndex t : state.transitions) add(s, definition_.transitions[t].content);
      for (const Block& block : state.on_exit) add(s, block);
    }
    List list;
    for (auto& [fields, states] : found) {
      fields["环节"] = texts(states);
      list.push_back(Value(std::move(fields)));
    }
    return list;
  }

  Value limits() const {
    List list;
    std::vector<std::string> known;
    for_every_action(definition_, [&](const Action& action) {
      const auto* limit = std::get_if<TimeLimitAction>(&action.what);
      if (limit == nullptr || std::find(known.begin(), known.end(), limit->id) != known.end()) return;
      known.push_back(limit->id);
      list.push_back(Value(limit_fields(*limit, action.basis)));
    });
    return list;
  }
};

}  // namespace

Fields manual_of(const Definition& definition) { return Manual(definition).write(); }

}  // namespace anjuan::procedure
