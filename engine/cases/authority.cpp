#include "cases/authority.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cases/messages.h"

namespace anjuan::cases {
namespace {

using procedure::Definition;
using procedure::Duty;
using procedure::Role;

/// Ids that the role's `holders` expression gives, e.g. the inspectors drawn for this case.
std::set<std::string> drawn_holders(const Role& role, const Case& c, const Fields& facts) {
  std::set<std::string> out;
  if (!role.holders) return out;
  Fields names = facts;
  for (const auto& [name, value] : c.standing.data) names.emplace(name, value);
  if (!role.holders->expression) return out;
  const auto list = expression::evaluate(*role.holders->expression, expression::Surroundings{names, {}, {}});
  if (!list || !list->is(Value::Kind::list)) return out;
  for (const Value& id : list->list()) out.insert(id.text_or_empty());
  return out;
}

bool may_act_as(const Role& role, const Person& person, const Case& c, const Fields& facts, Day on) {
  if (role.holders) return drawn_holders(role, c, facts).contains(person.id.text());
  return std::any_of(role.posts.begin(), role.posts.end(), [&](const std::string& post) { return holds_post(person, post, c.unit, on); });
}

bool acted_as(const Case& c, const std::string& role, const PersonId& person) {
  return std::any_of(c.acts.begin(), c.acts.end(), [&](const ActNote& a) {
    return a.signatory == person && std::find(a.roles.begin(), a.roles.end(), role) != a.roles.end();
  });
}

/// The role that bars `person` from acting as `role`, and why; null if none does. A post alone does
/// not bar (a deputy head may hold several); being drawn for the case, or having acted on it, does.
const Role* barring_role(const Definition& d, const std::string& role, const Person& person, const Case& c, const Fields& facts,
                         const Duty** duty_out) {
  for (const Duty& duty : d.duties) {
    if (duty.role != role) continue;
    for (const std::string& other : duty.different_from) {
      const Role* barred = d.role(other);
      if (!barred) continue;
      if (drawn_holders(*barred, c, facts).contains(person.id.text()) || acted_as(c, other, person.id)) {
        *duty_out = &duty;
        return barred;
      }
    }
  }
  return nullptr;
}

std::string listed(const std::vector<std::string>& names) { return names.empty() ? "（暂无，请先登记代理人）" : join(names, "、"); }

Result<Value> outside_person(const std::string& name) { return Value(Fields{{"编号", ""}, {"姓名", name}, {"职务", ""}, {"单位", ""}}); }

}  // namespace

std::vector<std::string> who_may(const Definition& d, const std::string& role_id, const Case& c, const Fields& facts,
                                 const Bureau& bureau, Day on) {
  std::vector<std::string> out;
  const Role* role = d.role(role_id);
  if (!role) return out;
  const Duty* duty = nullptr;
  for (const Person& p : bureau.people) {
    if (may_act_as(*role, p, c, facts, on) && !barring_role(d, role_id, p, c, facts, &duty)) out.push_back(p.name);
  }
  return out;
}

Result<Value> authorise(const ActRequest& request, const Definition& d, const Case& c, const Fields& facts, const Bureau& bureau) {
  const bool outside = std::any_of(request.roles.begin(), request.roles.end(), [&](const std::string& id) {
    const Role* role = d.role(id);
    return role && role->outside;
  });
  if (outside) return outside_person(request.signatory);
  auto found = find_person(bureau, request.signatory);
  if (!found && request.roles.empty()) return outside_person(request.signatory);
  ANJUAN_TRY(const Person person, std::move(found));
  for (const std::string& id : request.roles) {
    const Role* role = d.role(id);
    if (!role) continue;
    const auto people = listed(who_may(d, id, c, facts, bureau, request.on));
    if (!may_act_as(*role, person, c, facts, request.on)) {
      if (role->holders) return diagnose(not_drawn, Place{}, person.name, request.event_label, role->label, people);
      return diagnose(lacks_role, Place{}, person.name, request.event_label, role->label, official(request.on), people);
    }
    const Duty* duty = nullptr;
    if (const Role* other = barring_role(d, id, person, c, facts, &duty)) {
      Diagnostic refusal = diagnose(duty_conflict, Place{}, person.name, request.event_label, role->label, other->label, people);
      if (!duty->basis.empty()) refusal = with_basis(std::move(refusal), procedure::provision_of(d, duty->basis.front()));
      return refusal;
    }
  }
  return to_value(person);
}

}  // namespace anjuan::cases
