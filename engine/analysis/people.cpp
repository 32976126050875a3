// Who there is to act, against the roles and duties of a procedure.

#include "analysis/people.h"

#include <algorithm>
#include <map>

#include "analysis/messages.h"
#include "base/text.h"
#include "expression/phrases.h"

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
            of_duty(diagnose(duty_unkeepable, duty.different_place, label_in(*role, unit), other->label, *able.begin()),
                    definition, duty));
    }
  }
}

/// Days on which the same people can act; open at an end where a post is. Both days included.
struct Stretch {
  std::optional<Day> first, last;
  NameSet able;
};

std::vector<const HeldPost*> posts_of(const std::vector<Officer>& officers, const Role& role,
                                      const std::string& unit) {
  std::vector<const HeldPost*> found;
  for (const Officer& officer : officers) {
    for (const HeldPost& post : officer.posts) {
      if (is_of(post, role) && (unit.empty() || post.unit.empty() || post.unit == unit))
        found.push_back(&post);
    }
  }
  return found;
}

/// Who can act, stretch by stretch, from the earliest day that a post names on; empty where none names a day.
std::vector<Stretch> stretches_of(const std::vector<Officer>& officers, const Role& role,
                                  const std::string& unit) {
  constexpr std::chrono::days one{1};
  std::set<Day> named, turns;  // turns: days on which others may begin to act
  bool open = false;
  for (const HeldPost* post : posts_of(officers, role, unit)) {
    if (post->from) named.insert(*post->from), turns.insert(*post->from);
    if (post->until) named.insert(*post->until), turns.insert(*post->until + one);
    open = open || !post->from;
  }
  if (named.empty()) return {};
  const auto able_on = [&](Day day) {
    NameSet names;
    for (const Officer* officer : holding(officers, role, unit, day)) names.insert(officer->name);
    return names;
  };
  std::vector<Stretch> found;
  if (open && *named.begin() < *turns.begin())
    found.push_back({std::nullopt, *turns.begin() - one, able_on(*named.begin())});
  for (auto turn = turns.begin(); turn != turns.end(); ++turn) {
    const auto next = std::next(turn);
    const std::optional<Day> last = next == turns.end() ? std::nullopt : std::optional<Day>(*next - one);
    NameSet able = able_on(*turn);
    if (!found.empty() && found.back().able == able)
      found.back().last = last;
    else
      found.push_back({*turn, last, std::move(able)});
  }
  return found;
}

Wording days_in_words(const Stretch& s) {
  if (!s.first) return {official(*s.last) + "为止", "until " + iso(*s.last)};
  if (!s.last) return {official(*s.first) + "起", "from " + iso(*s.first) + " on"};
  if (*s.first == *s.last) return {official(*s.first), "on " + iso(*s.first)};
  return {official(*s.first) + "至" + official(*s.last), "from " + iso(*s.first) + " to " + iso(*s.last)};
}

/// Days on which nobody can act, and days on which one person alone can.
void check_days(const Role& role, const std::vector<Officer>& officers, const std::string& unit, bool of_one,
                Diagnostics& found) {
  std::vector<Wording> without, alone;
  for (const Stretch& s : stretches_of(officers, role, unit)) {
    const Wording days = days_in_words(s);
    if (s.able.empty()) without.push_back(days);
    if (s.able.size() == 1) alone.emplace_back(days.zh + *s.able.begin(), *s.able.begin() + " " + days.en);
  }
  const auto all = [](const std::vector<Wording>& words) { return expression::joined(words, {"；", "; "}); };
  if (!without.empty()) found.push_back(diagnose(role_gap, role.place, label_in(role, unit), all(without)));
  if (!alone.empty() && !of_one)
    found.push_back(diagnose(role_of_one_at_times, role.place, label_in(role, unit), all(alone)));
}

/// Whether anybody is to act in the role, or is kept apart from it.
bool is_used(const Definition& definition, const Role& role) {
  const auto acts = [&](const auto& one) { return one.role == role.id; };
  const auto kept_apart = [&](const procedure::Duty& duty) {
    const auto& others = duty.different_from;
    return duty.role == role.id || std::find(others.begin(), others.end(), role.id) != others.end();
  };
  return std::any_of(definition.states.begin(), definition.states.end(), acts) ||
         std::any_of(definition.transitions.begin(), definition.transitions.end(), acts) ||
         std::any_of(definition.duties.begin(), definition.duties.end(), kept_apart);
}

void check_role(const Definition& definition, const Role& role, const std::vector<Officer>& officers,
                Diagnostics& found) {
  for (const std::string& unit : units_of(officers, role)) {
    const NameSet able = holders(officers, role, unit);
    if (able.empty()) {
      const std::string posts = join(role.posts, "、");
      found.push_back(is_used(definition, role) ? diagnose(role_empty, role.place, role.label, posts)
                                                : diagnose(role_unused, role.place, role.label, posts));
    }
    if (able.size() == 1)
      found.push_back(diagnose(role_of_one, role.place, label_in(role, unit), *able.begin()));
    check_days(role, officers, unit, able.size() == 1, found);
  }
}

}  // namespace

Diagnostics check_people(const Definition& definition, const std::vector<Officer>& officers) {
  Diagnostics found;
  for (const Role& role : definition.roles) {
    if (is_of_office(role)) check_role(definition, role, officers, found);
  }
  for (const auto& duty : definition.duties) check_duty(definition, duty, officers, found);
  return found;
}

}  // namespace anjuan::analysis
