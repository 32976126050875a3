// Teams that leave nobody to review them.

#include <algorithm>
#include <map>

#include "analysis/messages.h"
#include "analysis/people.h"
#include "base/text.h"

namespace anjuan::analysis {

using procedure::Definition;
using procedure::Duty;
using procedure::Role;

namespace {

using NameList = std::vector<std::string>;

/// A role that must not be taken by anybody drawn.
struct Kept {
  const Duty& duty;
  const Role &role, &drawn;
};

std::vector<Kept> kept_apart(const Definition& definition) {
  std::vector<Kept> out;
  for (const Duty& duty : definition.duties) {
    const Role* role = definition.role(duty.role);
    if (role == nullptr || role->outside || role->holders) continue;
    for (const std::string& id : duty.different_from) {
      const Role* other = definition.role(id);
      if (other != nullptr && other->holders) out.push_back({duty, *role, *other});
    }
  }
  return out;
}

/// The targets of one trade that one unit is in charge of.
struct Kind {
  std::string trade, unit;
  std::vector<const Inspected*> targets;
};

/// A kind of team: `all` of them, with any of `partners` to make up the number.
struct Team {
  NameList all, partners;
};

class Teams {
 public:
  Teams(const Definition& definition, const std::vector<Officer>& officers, const DrawBase& base, Day on)
      : definition_(definition), officers_(officers), base_(base), on_(on) {}

  Diagnostics check() {
    for (const Kept& kept : kept_apart(definition_)) {
      if (!base_.inspectors) {
        suppose(kept);
        continue;
      }
      for (const Kind& kind : kinds_for(kept.role)) look(kept, kind);
    }
    if (!supposed_.empty())
      found_.push_back(
          of_duty(diagnose(team_perhaps_without_reviewer, first_->role_place, join(supposed_, "；"), first_label_),
                  definition_, *first_));
    return std::move(found_);
  }

 private:
  const Definition& definition_;
  const std::vector<Officer>& officers_;
  const DrawBase& base_;
  Day on_;
  Diagnostics found_;
  NameList supposed_;
  const Duty* first_ = nullptr;
  std::string first_label_;

  std::vector<const Officer*> able(const Role& role, const std::string& unit, Day on) const {
    return holding(officers_, role, unit, on);
  }

  /// By trade and unit; only by unit where nothing is known of what is inspected. A whole draw is of no
  /// unit.
  std::vector<Kind> kinds_for(const Role& role) const {
    static const Inspected anything;
    if (base_.whole_draw) return {{"", "", {&anything}}};
    std::vector<Kind> out;
    if (base_.targets.empty()) {
      for (const std::string& unit : units_of(officers_, role)) out.push_back({"", unit, {&anything}});
      return out;
    }
    std::map<std::pair<std::string, std::string>, std::vector<const Inspected*>> kinds;
    for (const Inspected& target : base_.targets) kinds[{target.trade, target.unit}].push_back(&target);
    for (auto& [key, targets] : kinds) out.push_back({key.first, key.second, std::move(targets)});
    return out;
  }

  /// The day looked at, then each day after a post of the role has ended.
  std::set<Day> days(const Role& role) const {
    std::set<Day> out{on_};
    for (const Officer& officer : officers_) {
      for (const HeldPost& post : officer.posts) {
        if (is_of(post, role) && post.until && *post.until >= on_)
          out.insert(*post.until + std::chrono::days(1));
      }
    }
    return out;
  }

  std::vector<const Drawable*> drawable_for(const Inspected& target, Day on) const {
    std::vector<const Drawable*> out;
    for (const Drawable& one : *base_.inspectors) {
      const bool in = (!one.from || *one.from <= on) && (!one.until || on <= *one.until);
      if (in && target.barred.count(one.id) == 0) out.push_back(&one);
    }
    return out;
  }

  /// Whether all who can act may come to sit on one team for one of the targets.
  std::optional<Team> blocking(const std::vector<const Officer*>& able, const Kind& kind, Day on) const {
    Team team;
    bool any = false;
    if (able.empty() || (!base_.whole_draw && able.size() > base_.team)) return std::nullopt;
    const auto acts = [&](const Drawable* one) {
      return std::any_of(able.begin(), able.end(), [&](const Officer* o) { return o->id == one->id; });
    };
    for (const Inspected* target : kind.targets) {
      const auto drawable = drawable_for(*target, on);
      const auto drawn = static_cast<std::size_t>(std::count_if(drawable.begin(), drawable.end(), acts));
      if (drawn < able.size() || drawable.size() < base_.team) continue;
      any = true;
      for (const Drawable* one : drawable) {
        const bool told =
            std::find(team.partners.begin(), team.partners.end(), one->name) != team.partners.end();
        if (!acts(one) && !told) team.partners.push_back(one->name);
      }
    }
    if (!any) return std::nullopt;
    for (const Officer* officer : able) team.all.push_back(officer->name);
    return team;
  }

  void look(const Kept& kept, const Kind& kind) {
    for (const Day day : days(kept.role)) {
      const auto team = blocking(able(kept.role, kind.unit, day), kind, day);
      if (!team) continue;
      found_.push_back(of_duty(told(kept, kind, *team, day), definition_, kept.duty));
      return;
    }
  }

  Diagnostic told(const Kept& kept, const Kind& kind, const Team& team, Day day) const {
    const std::string all = join(team.all, "、");
    const std::string post = join(kept.role.posts, "、") + (kind.unit.empty() ? "" : "（" + kind.unit + "）");
    const Wording since =
        day == on_ ? Wording("") : Wording("自" + official(day) + "起，", "From " + iso(day) + " on, ");
    const std::string unit = kind.unit.empty() ? "" : "（" + kind.unit + "）";
    if (base_.whole_draw)
      return diagnose(draw_without_reviewer, kept.duty.role_place, since, all, kept.role.label, post);
    const Wording of_unit =
        kind.unit.empty() ? Wording("") : Wording(kind.unit + "的案件，", "in cases of " + kind.unit + ", ");
    const Wording what = kind.trade.empty() ? of_unit
                                            : Wording("检查" + kind.trade + unit + "，",
                                                      "inspecting " + kind.trade + unit + ", ");
    const std::size_t more = base_.team - team.all.size();
    const std::string partners = join(team.partners, "、"), n = std::to_string(more);
    const Wording who = more == 0 ? Wording(all)
                                  : Wording(all + "与" + partners + "中任何 " + n + " 人",
                                            all + " with any " + n + " of " + partners);
    return diagnose(team_without_reviewer, kept.duty.role_place, since, what, who, label_in(kept.role, kind.unit),
                    post, std::to_string(base_.team));
  }

  /// Who would leave nobody, were they drawn: nothing says that they cannot be.
  void suppose(const Kept& kept) {
    for (const std::string& unit : units_of(officers_, kept.role)) {
      const auto all = able(kept.role, unit, on_);
      if (all.empty() || all.size() > base_.team) continue;
      NameList names;
      for (const Officer* officer : all) names.push_back(officer->name);
      if (first_ == nullptr) {
        first_ = &kept.duty;
        first_label_ = kept.drawn.label;
      }
      supposed_.push_back("“" + label_in(kept.role, unit) + "”" + join(names, "、"));
    }
  }
};

}  // namespace

Diagnostics check_teams(const Definition& definition, const std::vector<Officer>& officers,
                        const DrawBase& base, Day on) {
  return Teams(definition, officers, base, on).check();
}

}  // namespace anjuan::analysis
