// What is declared before the states: numbers, provisions, roles, duties, data, assertions.

#include <algorithm>

#include "base/text.h"
#include "procedure/comparing.h"
#include "procedure/migrating.h"

namespace anjuan::procedure {

namespace {

const std::string& name_of(const std::string& label, const std::string& id) {
  return label.empty() ? id : label;
}

/// Rows of both sides by id; a row that is gone and a new one of the same label are one that is renamed.
template <class Row, class Name, class Compare>
void compare_rows(Comparing& comparing, Subject subject, const Wording& kind, const std::vector<Row>& old,
                  const std::vector<Row>& fresh, Name name, Compare compare) {
  const auto find = [](const std::vector<Row>& rows, const auto& fits) {
    const auto found = std::find_if(rows.begin(), rows.end(), fits);
    return found == rows.end() ? nullptr : &*found;
  };
  const auto by_id = [&](const std::string& id) { return [&id](const Row& row) { return row.id == id; }; };
  std::vector<const Row*> taken;
  for (const Row& was : old) {
    const Row* is = find(fresh, by_id(was.id));
    std::vector<Wording> how;
    Change changed = Change::changed;
    if (is == nullptr) {
      is = find(fresh, [&](const Row& row) {
        return name(row) == name(was) && find(old, by_id(row.id)) == nullptr;
      });
      if (is != nullptr) how.push_back(turned({"编号", "id"}, was.id, is->id)), changed = Change::renamed;
    }
    if (is == nullptr) {
      comparing.add(subject, Change::removed, quoted(kind, name(was)), {}, was.place);
      continue;
    }
    taken.push_back(is);
    compare(was, *is, how);
    if (!how.empty()) comparing.add(subject, changed, quoted(kind, name(was)), how, is->place);
  }
  const Row nothing{};
  for (const Row& is : fresh) {
    if (std::find(taken.begin(), taken.end(), &is) != taken.end()) continue;
    std::vector<Wording> how;
    compare(nothing, is, how);
    comparing.add(subject, Change::added, quoted(kind, name(is)), how, is.place);
  }
}

std::string with_unit(const Parameter& p) { return p.value.empty() ? "" : display(p.value) + p.unit; }

/// Where a parameter is used, by the labels of what uses it.
std::vector<std::string> uses_of(const Definition& definition, const std::string& id) {
  std::vector<std::string> uses;
  const auto note = [&](const std::string& use) {
    if (std::find(uses.begin(), uses.end(), use) == uses.end()) uses.push_back(use);
  };
  for_every_action(definition, [&](const Action& action) {
    if (const auto* limit = std::get_if<TimeLimitAction>(&action.what);
        limit != nullptr && reads(limit->length, id))
      note(name_of(limit->label, limit->id));
    const auto* document = std::get_if<DocumentAction>(&action.what);
    for (const Param& param : params_of(action)) {
      if (document != nullptr && reads(param.value, id)) note(document->slot);
    }
  });
  for (const Transition& transition : definition.transitions) {
    bool used = reads(transition.condition, id);
    for (const Requirement& requirement : transition.requirements)
      used = used || (requirement.test && reads(*requirement.test, id)) || reads(requirement.lacking, id);
    if (used)
      note(transition.label.empty()
               ? (transition.events.empty() ? label_of(definition.states[transition.source])
                                            : transition.events.front())
               : transition.label);
  }
  return uses;
}

void compare_parameters(Comparing& comparing) {
  const auto name = [](const Parameter& p) -> const std::string& { return name_of(p.label, p.id); };
  compare_rows(comparing, Subject::parameter, {"参数", "parameter"}, comparing.old.parameters,
               comparing.fresh.parameters, name,
               [&](const Parameter& was, const Parameter& is, std::vector<Wording>& how) {
                 const bool other = was.value != is.value || was.unit != is.unit;
                 if (other) how.push_back(turned({"值", "value"}, with_unit(was), with_unit(is)));
                 if (!was.id.empty() && was.type_text != is.type_text)
                   how.push_back(turned({"类型", "type"}, was.type_text, is.type_text));
                 if (!was.id.empty() && was.label != is.label)
                   how.push_back(turned({"名称", "label"}, was.label, is.label));
                 const std::string before = provisions_of(comparing.old, was.basis),
                                   after = provisions_of(comparing.fresh, is.basis);
                 if (before != after) how.push_back(turned({"依据", "basis"}, before, after));
                 const auto uses = uses_of(comparing.fresh, is.id);
                 if (other && !uses.empty())
                   how.emplace_back("用在：" + join(uses, "、"), "used in: " + join(uses, ", "));
               });
}

void compare_bases(Comparing& comparing) {
  const auto name = [](const Basis& b) { return b.provision.instrument + b.provision.article; };
  const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : std::string(); };
  compare_rows(
      comparing, Subject::basis, {"依据", "provision"}, comparing.old.bases, comparing.fresh.bases, name,
      [&](const Basis& was, const Basis& is, std::vector<Wording>& how) {
        if (was.id.empty()) return;
        if (name(was) != name(is)) how.push_back(turned({"条文", "provision"}, name(was), name(is)));
        if (was.in_force_from != is.in_force_from)
          how.push_back(turned({"施行日期", "day in force"}, iso(was.in_force_from), iso(is.in_force_from)));
        if (was.in_force_until != is.in_force_until)
          how.push_back(
              turned({"失效日期", "last day in force"}, day(was.in_force_until), day(is.in_force_until)));
      });
}

void compare_roles(Comparing& comparing) {
  const auto name = [](const Role& r) -> const std::string& { return name_of(r.label, r.id); };
  compare_rows(comparing, Subject::role, {"角色", "role"}, comparing.old.roles, comparing.fresh.roles, name,
               [](const Role& was, const Role& is, std::vector<Wording>& how) {
                 if (was.id.empty()) return;
                 if (was.label != is.label) how.push_back(turned({"名称", "label"}, was.label, is.label));
                 if (was.posts != is.posts)
                   how.push_back(turned({"职务", "posts"}, join(was.posts, "、"), join(is.posts, "、")));
                 const std::string before = was.holders ? was.holders->source : "",
                                   after = is.holders ? is.holders->source : "";
                 if (canonical(before) != canonical(after))
                   how.push_back(turned({"可以担任的人", "who holds it"}, before, after));
                 if (was.outside != is.outside) {
                   how.push_back(is.outside ? Wording("改为机关以外的人", "now a person outside the office")
                                            : Wording("改为机关里的人", "now a person of the office"));
                 }
               });
}

std::string role_names(const Definition& definition, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const Role* role = definition.role(id);
    names.push_back(role == nullptr ? id : name_of(role->label, role->id));
  }
  return join(names, "、");
}

void compare_duties(Comparing& comparing) {
  const auto of = [](const Definition& definition) {
    std::map<std::string, std::vector<const Duty*>> duties;
    for (const Duty& duty : definition.duties) duties[role_names(definition, {duty.role})].push_back(&duty);
    return duties;
  };
  const auto words = [](const Definition& definition, const std::vector<const Duty*>& duties) {
    std::vector<std::string> others;
    for (const Duty* duty : duties) others.push_back(role_names(definition, duty->different_from));
    return join(others, "、");
  };
  auto before = of(comparing.old), after = of(comparing.fresh);
  for (const auto& [role, duties] : before) after.try_emplace(role);
  for (const auto& [role, duties] : after) {
    const auto& old = before[role];
    const std::string was = words(comparing.old, old), is = words(comparing.fresh, duties);
    if (was == is) continue;
    const Change kind = old.empty() ? Change::added : duties.empty() ? Change::removed : Change::changed;
    comparing.add(Subject::duty, kind, quoted({"职责分离：", "segregation of duties:"}, role),
                  {turned({"不得兼任", "not to be held together with"}, was, is)},
                  duties.empty() ? old.front()->place : duties.front()->place);
  }
}

Wording type_words(const DataItem& item) {
  if (item.id.empty()) return "";
  if (!item.type.choices.empty()) return join(item.type.choices, "｜");
  return expression::name_of(item.type);
}

void compare_data(Comparing& comparing) {
  const auto name = [](const DataItem& d) -> const std::string& { return name_of(d.label, d.id); };
  compare_rows(
      comparing, Subject::data, {"内容", "data item"}, comparing.old.data, comparing.fresh.data, name,
      [](const DataItem& was, const DataItem& is, std::vector<Wording>& how) {
        if (type_words(was) != type_words(is))
          how.push_back(turned({"类型", "type"}, type_words(was), type_words(is)));
        if (canonical(was.initial.source) != canonical(is.initial.source))
          how.push_back(turned({"开始时的值", "first value"}, was.initial.source, is.initial.source));
        if (!was.id.empty() && was.label != is.label)
          how.push_back(turned({"名称", "label"}, was.label, is.label));
      });
}

/// An assertion as one text, for the comparison; the label apart.
std::string statement(const Assertion& assertion) {
  const auto all = [](const char* word, const std::vector<Happening>& happenings) {
    std::string text = happenings.empty() ? "" : word;
    for (const Happening& one : happenings) text += " " + word_of(one);
    return text;
  };
  return all("到", assertion.every_path_to) + all("经过", assertion.passes) + all("自", assertion.since) +
         all("不得", assertion.never) + all("从", assertion.from) + all("必到", assertion.reaches) +
         all("至多一次", assertion.at_most_once) + all("凡", assertion.whenever) +
         join(assertion.within, " ") + assertion.limit + (assertion.holds ? assertion.holds->source : "");
}

void compare_assertions(Comparing& comparing) {
  const auto name = [](const Assertion& a) {
    return name_of(a.label, a.name.empty() ? statement(a) : a.name);
  };
  const auto find = [&](const Definition& in, const Assertion& one) -> const Assertion* {
    for (const Assertion& other : in.assertions) {
      if (name(other) == name(one)) return &other;
    }
    return nullptr;
  };
  const Wording kind{"必须守住的要求", "assertion"};
  for (const Assertion& was : comparing.old.assertions) {
    const Assertion* is = find(comparing.fresh, was);
    if (is == nullptr)
      comparing.add(Subject::assertion, Change::removed, quoted(kind, name(was)), {}, was.place);
    else if (statement(was) != statement(*is))
      comparing.add(Subject::assertion, Change::changed, quoted(kind, name(was)),
                    {{"内容有变化", "it says something else"}}, is->place);
  }
  for (const Assertion& is : comparing.fresh.assertions) {
    if (find(comparing.old, is) == nullptr)
      comparing.add(Subject::assertion, Change::added, quoted(kind, name(is)), {}, is.place);
  }
}

}  // namespace

void compare_declarations(Comparing& comparing) {
  compare_parameters(comparing);
  compare_bases(comparing);
  compare_roles(comparing);
  compare_duties(comparing);
  compare_data(comparing);
  compare_assertions(comparing);
}

}  // namespace anjuan::procedure
