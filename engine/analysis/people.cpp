// Who there is to act, against the roles and duties of a procedure.

#include <algorithm>
#include <set>

#include "analysis/between.h"
#include "analysis/messages.h"
#include "base/text.h"

namespace anjuan::analysis {

using procedure::Definition;
using procedure::Role;

namespace {

using Names = std::set<std::string>;

bool holds(const Officer& officer, const Role& role, const std::string& unit) {
  return std::any_of(officer.posts.begin(), officer.posts.end(), [&](const auto& post) {
    const bool named = std::find(role.posts.begin(), role.posts.end(), post.first) != role.posts.end();
    return named && (unit.empty() || post.second.empty() || post.second == unit);
  });
}

Names holders(const std::vector<Officer>& officers, const Role& role, const std::string& unit) {
  Names names;
  for (const Officer& officer : officers) {
    if (holds(officer, role, unit)) names.insert(officer.name);
  }
  return names;
}

/// The units for which the role's posts are held one by one; "" where they are for the whole office.
Names units_of(const std::vector<Officer>& officers, const Role& role) {
  Names units;
  for (const Officer& officer : officers) {
    for (const auto& [post, unit] : officer.posts) {
      if (std::find(role.posts.begin(), role.posts.end(), post) != role.posts.end()) units.insert(unit);
    }
  }
  if (units.size() > 1) units.erase("");
  return units.empty() ? Names{""} : units;
}

bool is_of_office(const Role& role) { return !role.outside && !role.holders; }

std::string label_in(const Role& role, const std::string& unit) {
  return unit.empty() ? role.label : role.label + "（" + unit + "）";
}

void check_duty(const Definition& definition, const procedure::Duty& duty,
                const std::vector<Officer>& officers, Diagnostics& found) {
  const Role* role = definition.role(duty.role);
  if (role == nullptr || !is_of_office(*role)) return;
  const auto report = [&](Diagnostic diagnostic) {
    found.push_back(duty.basis.empty() ? std::move(diagnostic)
                                       : with_basis(std::move(diagnostic),
                                                    procedure::provision_of(definition, duty.basis.front())));
  };
  for (const std::string& unit : units_of(officers, *role)) {
    const Names able = holders(officers, *role, unit);
    if (able.empty()) continue;  // said already
    for (const std::string& id : duty.different_from) {
      const Role* other = definition.role(id);
      if (other == nullptr) continue;
      if (is_of_office(*other)) {
        if (able.size() == 1 && holders(officers, *other, unit) == able)
          report(diagnose(duty_unkeepable, duty.place, label_in(*role, unit), other->label, *able.begin()));
        continue;
      }
      // All that may act may be drawn together: a team of them leaves nobody.
      const bool all_drawn = std::all_of(officers.begin(), officers.end(), [&](const Officer& o) {
        return able.count(o.name) == 0 || o.may_be_drawn;
      });
      constexpr std::size_t team = 2;
      if (other->holders && all_drawn && able.size() <= team) {
        report(diagnose(team_without_reviewer, duty.place, label_in(*role, unit),
                        join(std::vector<std::string>(able.begin(), able.end()), "、")));
      }
    }
  }
}

}  // namespace

Diagnostics check_people(const Definition& definition, const std::vector<Officer>& officers) {
  Diagnostics found;
  for (const Role& role : definition.roles) {
    if (!is_of_office(role)) continue;
    for (const std::string& unit : units_of(officers, role)) {
      const Names able = holders(officers, role, unit);
      if (able.empty()) found.push_back(diagnose(role_empty, role.place, role.label, join(role.posts, "、")));
      if (able.size() == 1)
        found.push_back(diagnose(role_of_one, role.place, label_in(role, unit), *able.begin()));
    }
  }
  for (const auto& duty : definition.duties) check_duty(definition, duty, officers, found);
  return found;
}

}  // namespace anjuan::analysis
