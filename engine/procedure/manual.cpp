// The printed description of a procedure, as values.

#include "procedure/manual.h"

#include "base/text.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

constexpr std::size_t digest_characters = 16;

Value texts(const std::vector<std::string>& all) {
  List list;
  for (const std::string& text : all) list.emplace_back(text);
  return list;
}

/// In Chinese, as the manual is.
Value in_chinese(const std::vector<Wording>& all) {
  List list;
  for (const Wording& words : all) list.emplace_back(words.zh);
  return list;
}

class Manual {
 public:
  explicit Manual(const Definition& definition) : definition_(definition) {}

  Fields write() {
    Fields fields;
    const Definition& d = definition_;
    fields["流程名称"] = title_of(d);
    fields["版本"] = d.version.empty() ? Value() : Value(d.version);
    fields["摘要"] = d.digest.substr(0, digest_characters);
    fields["依据"] = bases();
    fields["角色"] = roles();
    fields["职责分离"] = duties();
    fields["参数"] = parameters();
    fields["开始"] = beginning_of(d).zh;
    fields["环节"] = states();
    fields["全部文书"] = papers();
    fields["全部期限"] = limits();
    List asserted;
    for (const AssertionDescription& one : assertions_of(d))
      asserted.emplace_back(with_content(one.words, one.content, one.basis));
    fields["要求"] = std::move(asserted);
    return fields;
  }

 private:
  const Definition& definition_;

  std::string basis_text(const std::vector<std::string>& ids) const {
    return join(provisions_in_words(definition_, ids), "；");
  }
  std::string role_text(const std::string& id) const {
    return id.empty() ? "" : role_in_words(definition_, id);
  }

  /// "label：what it asks（provision）".
  static std::string with_content(const Wording& words, const Wording& content, const std::string& basis) {
    return words.zh + (content.zh.empty() ? "" : "：" + content.zh) + (basis.empty() ? "" : "（" + basis + "）");
  }

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

  static Value inputs(const TransitionDescription& act) {
    List list;
    for (const InputDescription& input : act.inputs)
      list.push_back(Value(Fields{{"名称", input.name}, {"必填", input.required}, {"何时", input.when.zh}}));
    return list;
  }

  static Value requirements(const TransitionDescription& act) {
    List list;
    for (const RequirementDescription& requirement : act.requirements)
      list.push_back(Value(Fields{{"内容", with_content(requirement.words, requirement.content, "")},
                                  {"依据", requirement.basis}}));
    return list;
  }

  /// What executable content brings about, sorted by kind.
  static void add_effects(const TransitionDescription& act, Fields& fields) {
    using Kind = EffectDescription::Kind;
    List papers, sheets, limits, ended, also;
    for (const EffectDescription& effect : act.effects) {
      const std::string when = effect.when.zh.empty() ? "" : effect.when.zh + "：";
      const Value words(when + effect.words.zh);
      if (effect.kind == Kind::paper) {
        papers.push_back(
            Value(Fields{{"何时", when}, {"名称", effect.words.zh}, {"手续", in_chinese(effect.needs)}}));
      } else if (effect.kind == Kind::limit) {
        limits.push_back(
            Value(Fields{{"何时", when}, {"名称", effect.words.zh}, {"长度", effect.length.zh}}));
      } else {
        (effect.kind == Kind::sheet          ? sheets
         : effect.kind == Kind::end_of_limit ? ended
                                             : also)
            .push_back(words);
      }
    }
    fields["文书"] = std::move(papers);
    fields["检查表"] = std::move(sheets);
    fields["期限"] = std::move(limits);
    fields["期限结束"] = std::move(ended);
    fields["另外"] = std::move(also);
  }

  static Value act_value(const TransitionDescription& act) {
    Fields fields{{"名称", act.heading.zh},     {"谁", act.actor.zh},           {"事件", act.events},
                  {"条件", act.condition.zh},   {"要填", inputs(act)},          {"须具备", requirements(act)},
                  {"转到", act.destination.zh}, {"依据", join(act.basis, "；")}};
    add_effects(act, fields);
    return fields;
  }

  Value states() const {
    List list;
    for (const StateDescription& state : describe(definition_)) {
      List acts;
      for (const TransitionDescription& act : state.transitions) acts.push_back(act_value(act));
      list.push_back(Value(Fields{{"名称", state.name.zh},
                                  {"承办", state.role},
                                  {"依据", join(state.basis, "；")},
                                  {"属于", state.within.zh},
                                  {"终点", state.kind == State::Kind::final},
                                  {"并行", state.kind == State::Kind::parallel},
                                  {"开始", state.begins.zh},
                                  {"回到", state.returns.zh},
                                  {"进入", in_chinese(state.on_entry)},
                                  {"离开", in_chinese(state.on_exit)},
                                  {"办理", std::move(acts)}}));
    }
    return list;
  }

  Value papers() const {
    List list;
    for (const PaperDescription& paper : papers_of(definition_)) {
      list.push_back(Value(Fields{{"名称", paper.name.zh},
                                  {"手续", in_chinese(marks_of(paper))},
                                  {"送审稿", paper.draft},
                                  {"文号", join(paper.number_codes, "、")},
                                  {"签名", paper.sign},
                                  {"用印", paper.seal},
                                  {"送达", paper.serve},
                                  {"必备", paper.mandatory},
                                  {"入卷", join(paper.places, "、")},
                                  {"环节", in_chinese(paper.states)}}));
    }
    return list;
  }

  Value limits() const {
    List list;
    for (const LimitDescription& limit : limits_of(definition_)) {
      list.push_back(Value(Fields{{"名称", limit.name},
                                  {"长度", limit.length.zh},
                                  {"起算", limit.where.zh},
                                  {"何时", limit.when.zh},
                                  {"届满", limit.due_words},
                                  {"依据", limit.basis}}));
    }
    return list;
  }
};

}  // namespace

Fields manual_of(const Definition& definition) { return Manual(definition).write(); }

}  // namespace anjuan::procedure
