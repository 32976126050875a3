// What is declared before the states: numbers, provisions, roles, duties, data.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/ahead.h"
#include "procedure/comparing.h"
#include "procedure/migrating.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

const std::string& name_of(const std::string& label, const std::string& id) {
  return label.empty() ? id : label;
}
const std::string& name_of(const Parameter& p) { return name_of(p.label, p.id); }
const std::string& name_of(const Role& r) { return name_of(r.label, r.id); }
const std::string& name_of(const DataItem& d) { return name_of(d.label, d.id); }
std::string name_of(const Basis& b) { return b.provision.instrument + b.provision.article; }

template <class Row>
const Row* row_of(const std::vector<Row>& rows, const std::string& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

/// A row that is gone and a new one of the same label are one under a new id: old id → new id.
template <class Row>
std::map<std::string, std::string> renamed_rows(const std::vector<Row>& old, const std::vector<Row>& fresh) {
  std::map<std::string, std::string> names;
  for (const Row& was : old) {
    if (row_of(fresh, was.id) != nullptr) continue;
    for (const Row& is : fresh) {
      if (name_of(is) == name_of(was) && row_of(old, is.id) == nullptr) names[was.id] = is.id;
    }
  }
  return names;
}

/// Rows of both sides by id, or by label where the id is another one.
template <class Row, class Compare>
void compare_rows(Comparing& comparing, Subject subject, const Wording& kind, const std::vector<Row>& old,
                  const std::vector<Row>& fresh, const Compare& compare) {
  const auto names = renamed_rows(old, fresh);
  std::set<std::string> taken;
  for (const Row& was : old) {
    const std::string& id = name_in(names, was.id);
    const Row* is = row_of(fresh, id);
    if (is == nullptr) {
      comparing.add(subject, Change::removed, quoted(kind, name_of(was)), {}, was.place);
      continue;
    }
    taken.insert(id);
    Telling telling;
    if (id != was.id) telling.row({"编号", "id"}, was.id, id);
    compare(was, *is, telling);
    const Change change = id == was.id ? Change::changed : Change::renamed;
    if (!telling.how.empty())
      comparing.add(subject, change, quoted(kind, name_of(was)), telling.how, is->place);
  }
  for (const Row& is : fresh) {
    if (taken.contains(is.id)) continue;
    Telling telling(true);
    compare(Row{}, is, telling);
    comparing.add(subject, Change::added, quoted(kind, name_of(is)), telling.how, is.place);
  }
}

/// Collects where something is used, by what people call that.
class Uses {
 public:
  explicit Uses(const Definition& definition) : definition_(definition) {}

  /// A sentence; of many uses the first.
  Wording told() const {
    constexpr std::size_t shown = 6;
    const std::size_t n = std::min(shown, zh_.size());
    const std::vector<std::string> zh(zh_.begin(), zh_.begin() + static_cast<std::ptrdiff_t>(n)),
        en(en_.begin(), en_.begin() + static_cast<std::ptrdiff_t>(n));
    const bool more = zh_.size() > shown;
    return {
        "用在：" + join(zh, "、") + (more ? "等 " + std::to_string(zh_.size()) + " 处" : ""),
        "used in: " + join(en, ", ") + (more ? " and " + std::to_string(zh_.size() - shown) + " more" : "")};
  }
  bool none() const { return zh_.empty(); }

  void note(const Wording& kind, const Wording& name) {
    const std::string zh = kind.zh + "“" + name.zh + "”";
    if (std::find(zh_.begin(), zh_.end(), zh) != zh_.end()) return;
    zh_.push_back(zh), en_.push_back("the " + kind.en + " “" + name.en + "”");
  }
  void transition(const Transition& t) {
    if (t.label.empty() && t.events.empty())
      note({"环节", "state"}, state_in_words(definition_, t.source));
    else
      note({"办", "act"}, transition_in_words(definition_, t));
  }
  void state(StateIndex s) { note({"环节", "state"}, state_in_words(definition_, s)); }
  /// What an action is, where it is a paper or a limit.
  bool action(const Action& action) {
    if (const auto* limit = std::get_if<TimeLimitAction>(&action.what))
      return note({"期限", "time limit"}, name_of(limit->label, limit->id)), true;
    if (const auto* document = std::get_if<DocumentAction>(&action.what))
      return note({"文书", "document"}, paper_in_words(definition_, *document)), true;
    return false;
  }

 private:
  const Definition& definition_;
  std::vector<std::string> zh_, en_;
};

bool reads_in(const Action& action, const std::string& id) {
  const auto in = [&](const Code& code) { return reads(code, id); };
  for (const Param& param : params_of(action)) {
    if (in(param.value)) return true;
  }
  if (const auto* assign = std::get_if<Assign>(&action.what)) return in(assign->value);
  if (const auto* limit = std::get_if<TimeLimitAction>(&action.what))
    return in(limit->length) || in(limit->after);
  if (const auto* document = std::get_if<DocumentAction>(&action.what))
    return in(document->slot_from) || in(document->to);
  if (const auto* sheet = std::get_if<SheetAction>(&action.what)) return in(sheet->form);
  if (const auto* loop = std::get_if<ForEach>(&action.what)) return in(loop->list);
  if (const auto* publish = std::get_if<PublishAction>(&action.what))
    return in(publish->batch) || in(publish->channels);
  if (const auto* send = std::get_if<Send>(&action.what)) {
    return in(send->event) || in(send->delay) || in(send->payload.content) ||
           std::any_of(send->payload.params.begin(), send->payload.params.end(),
                       [&](const Param& p) { return in(p.value); });
  }
  const auto* branching = std::get_if<If>(&action.what);
  return branching != nullptr &&
         std::any_of(branching->branches.begin(), branching->branches.end(),
                     [&](const Branch& b) { return b.condition && in(*b.condition); });
}

/// Where it stands that an action, transition or state `fits`.
template <class FitsAction, class FitsTransition, class FitsState>
void find_uses(const Definition& definition, Uses& uses, const FitsAction& fits_action,
               const FitsTransition& fits_transition, const FitsState& fits_state) {
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    if (fits_state(state)) uses.state(s);
    const auto inside = [&](const Block& block, const auto& place) {
      for_each_action(block, [&](const Action& action) {
        if (fits_action(action) && !uses.action(action)) place();
      });
    };
    for (const Block& block : state.on_entry) inside(block, [&] { uses.state(s); });
    for (const Block& block : state.on_exit) inside(block, [&] { uses.state(s); });
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      if (fits_transition(transition)) uses.transition(transition);
      inside(transition.content, [&] { uses.transition(transition); });
    }
  }
}

Uses uses_of_parameter(const Definition& definition, const std::string& id) {
  Uses uses(definition);
  for (const DataItem& item : definition.data) {
    if (reads(item.initial, id)) uses.note({"内容", "data item"}, name_of(item));
  }
  const auto in_transition = [&](const Transition& t) {
    return reads(t.condition, id) ||
           std::any_of(t.requirements.begin(), t.requirements.end(), [&](const Requirement& r) {
             return (r.test && reads(*r.test, id)) || reads(r.lacking, id);
           });
  };
  find_uses(
      definition, uses, [&](const Action& a) { return reads_in(a, id); }, in_transition,
      [](const State&) { return false; });
  return uses;
}

Uses uses_of_basis(const Definition& definition, const std::string& id) {
  Uses uses(definition);
  const auto cites = [&](const std::vector<std::string>& basis) {
    return std::find(basis.begin(), basis.end(), id) != basis.end();
  };
  for (const Parameter& p : definition.parameters) {
    if (cites(p.basis)) uses.note({"参数", "parameter"}, name_of(p));
  }
  const auto in_transition = [&](const Transition& t) {
    return cites(t.basis) || std::any_of(t.requirements.begin(), t.requirements.end(),
                                         [&](const Requirement& r) { return cites(r.basis); });
  };
  find_uses(
      definition, uses, [&](const Action& a) { return cites(a.basis); }, in_transition,
      [&](const State& s) { return cites(s.basis); });
  return uses;
}

/// The value; of a record field by field, so that one changed field is one sentence.
void compare_values(const Parameter& was, const Parameter& is, Telling& telling) {
  const auto with_unit = [](const Parameter& p) {
    return p.value.empty()
               ? Wording("")
               : Wording(display(p.value) + p.unit, display(p.value) + (p.unit.empty() ? "" : " ") + p.unit);
  };
  if (!was.value.is(Value::Kind::record) || !is.value.is(Value::Kind::record))
    return telling.row({"值", "value"}, with_unit(was), with_unit(is));
  const Fields &before = was.value.record(), &after = is.value.record();
  const auto value = [](const Fields& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? Wording("") : Wording(display(found->second));
  };
  for (const auto& [name, old] : before)
    telling.row({"“" + name + "”的值", "value of “" + name + "”"}, display(old), value(after, name));
  for (const auto& [name, now] : after) {
    if (!before.contains(name))
      telling.row({"“" + name + "”的值", "value of “" + name + "”"}, "", display(now));
  }
}

void compare_parameters(Comparing& comparing) {
  compare_rows(comparing, Subject::parameter, {"参数", "parameter"}, comparing.old.parameters,
               comparing.fresh.parameters, [&](const Parameter& was, const Parameter& is, Telling& telling) {
                 compare_values(was, is, telling);
                 const bool other = !telling.how.empty();
                 if (!telling.is_new()) {
                   telling.row({"类型", "type"}, was.type_text, is.type_text);
                   telling.row({"名称", "label"}, was.label, is.label);
                 }
                 comparing.compare_basis(was.basis, is.basis, telling);
                 const Uses uses = uses_of_parameter(comparing.fresh, is.id);
                 if (other && !uses.none()) telling.say(uses.told());
               });
}

void compare_bases(Comparing& comparing) {
  const auto day = [](const std::optional<Day>& d) {
    return d ? Wording(official(*d), iso(*d)) : Wording("");
  };
  compare_rows(
      comparing, Subject::basis, {"依据", "provision"}, comparing.old.bases, comparing.fresh.bases,
      [&](const Basis& was, const Basis& is, Telling& telling) {
        if (!telling.is_new()) telling.row({"条文", "provision"}, name_of(was), name_of(is));
        telling.row({"施行日期", "in force from"}, telling.is_new() ? Wording("") : day(was.in_force_from),
                    day(is.in_force_from));
        telling.row({"最后施行日期", "in force until"}, day(was.in_force_until), day(is.in_force_until));
        const Uses uses = uses_of_basis(comparing.fresh, is.id);
        const bool says_other = telling.how.size() > (was.id == is.id ? 0u : 1u);
        if (!telling.is_new() && says_other && !uses.none()) telling.say(uses.told());
      });
}

void compare_roles(Comparing& comparing) {
  const auto named_for_post = [](const Role& r) { return r.posts == std::vector<std::string>{r.label}; };
  const auto posts = [&](const Role& r) {
    return named_for_post(r) ? Wording("") : Wording(join(r.posts, "、"), join(r.posts, ", "));
  };
  const auto holders = [](const Definition& definition, const Role& r) {
    return r.holders ? value_in_words(definition, *r.holders) : Wording("");
  };
  compare_rows(comparing, Subject::role, {"角色", "role"}, comparing.old.roles, comparing.fresh.roles,
               [&](const Role& was, const Role& is, Telling& telling) {
                 const bool post_too = named_for_post(was) && named_for_post(is);
                 if (!telling.is_new())
                   telling.row(post_too ? Wording("名称和职务", "label and post") : Wording("名称", "label"),
                               was.label, is.label);
                 telling.row({"职务", "posts"}, posts(was), posts(is));
                 telling.row({"可以担任的人", "who may hold it"}, holders(comparing.old, was),
                             holders(comparing.fresh, is));
                 if (was.outside != is.outside)
                   telling.say(is.outside ? Wording("是机关以外的人", "a person outside the office")
                                          : Wording("改为机关里的人", "now a person of the office"));
               });
}

/// 职责分离, by the role that must be another person.
void compare_duties(Comparing& comparing) {
  using Duties = std::map<std::string, std::vector<const Duty*>>;
  Duties before, after;
  for (const Duty& duty : comparing.old.duties) before[name_in(comparing.roles, duty.role)].push_back(&duty);
  for (const Duty& duty : comparing.fresh.duties)
    after[duty.role].push_back(&duty), before.try_emplace(duty.role);
  const auto others = [](const std::vector<const Duty*>& duties,
                         const std::map<std::string, std::string>& names) {
    std::vector<std::string> ids;
    for (const Duty* duty : duties) {
      for (const std::string& id : duty->different_from) ids.push_back(name_in(names, id));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  const auto words = [](const Definition& definition, const std::vector<const Duty*>& duties) {
    std::vector<std::string> names;
    for (const Duty* duty : duties) {
      for (const std::string& id : duty->different_from) names.push_back(role_in_words(definition, id));
    }
    return Wording(join(names, "、"), join(names, ", "));
  };
  for (const auto& [role, old] : before) {
    const auto& fresh = after[role];
    if (others(old, comparing.roles) == others(fresh, {})) continue;
    Telling telling(old.empty());
    telling.row({"不得兼任的角色", "roles not to be held by the same person"}, words(comparing.old, old),
                words(comparing.fresh, fresh));
    const std::string name = fresh.empty() ? role_in_words(comparing.old, old.front()->role)
                                           : role_in_words(comparing.fresh, role);
    comparing.add(Subject::duty,
                  old.empty()     ? Change::added
                  : fresh.empty() ? Change::removed
                                  : Change::changed,
                  Wording("“" + name + "”的职责分离", "the duties kept apart from “" + name + "”"), telling.how,
                  fresh.empty() ? old.front()->place : fresh.front()->place);
  }
}

void compare_choices(const std::vector<std::string>& was, const std::vector<std::string>& is,
                     Telling& telling) {
  const auto only = [](const std::vector<std::string>& these, const std::vector<std::string>& those) {
    std::vector<std::string> found;
    for (const std::string& one : these) {
      if (std::find(those.begin(), those.end(), one) == those.end()) found.push_back(one);
    }
    return found;
  };
  const auto gone = only(was, is), news = only(is, was);
  if (!gone.empty())
    telling.say({"不再可选“" + join(gone, "”“") + "”", "no longer to choose: “" + join(gone, "”, “") + "”"});
  if (!news.empty())
    telling.say({"新增可选“" + join(news, "”“") + "”", "new to choose: “" + join(news, "”, “") + "”"});
  if (gone.empty() && news.empty() && was != is)
    telling.say({"可选各项的先后次序有变化", "the order of the choices is another"});
}

void compare_data(Comparing& comparing) {
  const auto type = [](const DataItem& item) {
    return item.id.empty()             ? Wording("")
           : item.type.choices.empty() ? expression::name_of(item.type)
                                       : Wording("从几项里选：" + join(item.type.choices, "、"),
                                                 "one of " + join(item.type.choices, ", "));
  };
  compare_rows(comparing, Subject::data, {"内容", "data item"}, comparing.old.data, comparing.fresh.data,
               [&](const DataItem& was, const DataItem& is, Telling& telling) {
                 if (!was.type.choices.empty() && !is.type.choices.empty())
                   compare_choices(was.type.choices, is.type.choices, telling);
                 else
                   telling.row({"类型", "type"}, type(was), type(is));
                 telling.row({"开始时的值", "first value"}, value_in_words(comparing.old, was.initial),
                             value_in_words(comparing.fresh, is.initial));
                 if (!telling.is_new()) telling.row({"名称", "label"}, was.label, is.label);
               });
}

}  // namespace

void pair_declarations(Comparing& comparing) {
  comparing.roles = renamed_rows(comparing.old.roles, comparing.fresh.roles);
  comparing.bases = renamed_rows(comparing.old.bases, comparing.fresh.bases);
}

void compare_declarations(Comparing& comparing) {
  compare_parameters(comparing);
  compare_bases(comparing);
  compare_roles(comparing);
  compare_duties(comparing);
  compare_data(comparing);
}

}  // namespace anjuan::procedure
