// Who there is to act, against the roles and duties of a procedure.

#include "analysis/people.h"

#include <algorithm>
#include <map>

#include "analysis/messages.h"
#include "base/text.h"

namespace anjuan::analysis {

using procedure::Definition;
using procedure::Role;

namespace {

using NameSet = std::set<std::string>;

bool holds(const Officer& officer, const Role& role, const std::string& unit, std::optional<Day> on) {
  return std::any_of(officer.posts.begin(), officer.posts.end(), [&](const HeldPost& post) {
    const bool there = !on || ((!post.from || *post.from <= *on) && (!post.until || *on <= *post.until));
    return there && is_of(post, role) && (unit.empty() || post.unit.empty() || post.unit == unit);
  });
}

}  // namespace

bool is_of(const HeldPost& post, const Role& role) {
  return std::find(role.posts.begin(), role.posts.end(), post.post) != role.posts.end();
}

std::vector<const Officer*> holding(const std::vector<Officer>& officers, const Role& role,
                                    const std::string& unit, std::optional<Day> on) {
  std::vector<const Officer*> found;
  for (const Officer& officer : officers) {
    if (holds(officer, role, unit, on)) found.push_back(&officer);
  }
  return found;
}

std::set<std::string> units_of(const std::vector<Officer>& officers, const Role& role) {
  NameSet units;
  for (const Officer& officer : officers) {
    for (const HeldPost& post : officer.posts) {
      if (is_of(post, role)) units.insert(post.unit);
    }
  }
  if (units.size() > 1) units.erase("");
  return units.empty() ? NameSet{""} : units;
}

std::string label_in(const Role& role, const std::string& unit) {
  return unit.empty() ? role.label : role.label + "（" + unit + "）";
}

Diagnostic of_duty(Diagnostic diagnostic, const Definition& definition, const procedure::Duty& duty) {
  if (duty.basis.empty()) return diagnostic;
  return with_basis(std::move(diagnostic), procedure::provision_of(definition, duty.basis.front()));
}

namespace {

NameSet holders(const std::vector<Officer>& officers, const Role& role, const std::string& unit) {
  NameSet names;
  for (const Officer* officer : holding(officers, role, unit, std::nullopt)) names.insert(officer->name);
  return names;
}

bool is_of_office(const Role& role) { return !role.outside && !role.holders; }

void check_duty(const Definition& definition, const procedure::Duty& duty,
                const std::vector<Officer>& officers, Diagnostics& found) {
  const Role* role = definition.role(duty.role);
  if (role == nullptr || !is_of_office(*role)) return;
  for (const std::string& unit : units_of(officers, *role)) {
    const NameSet able = holders(officers, *role, unit);
    for (const std::string& id : duty.different_from) {
      const Role* other = definition.role(id);
      if (other == nullptr || !is_of_office(*other)) continue;
      if (able.size() == 1 && holders(officers, *other, unit) == able)
        found.push_back(
            of_duty(diagnose(duty_unkeepable, duty.place, label_in(*role, unit), other->label, *able.begin()),
                    definition, duty));
    }
  }
}

}  // namespace

Diagnostics check_people(const Definition& definition, const std::vector<Officer>& officers) {
  Diagnostics found;
  for (const Role& role : definition.roles) {
    if (!is_of_office(role)) continue;
    for (const std::string& unit : units_of(officers, role)) {
      const NameSet able = holders(officers, role, unit);
      if (able.empty()) found.push_back(diagnose(role_empty, role.place, role.label, join(role.posts, "、")));
      if (able.size() == 1)
        found.push_back(diagnose(role_of_one, role.place, label_in(role, unit), *able.begin()));
    }
  }
  for (const auto& duty : definition.duties) check_duty(definition, duty, officers, found);
  return found;
}

}  // namespace anjuan::analysis
