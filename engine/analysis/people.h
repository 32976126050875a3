#pragma once
// Who there is to act, against the roles and duties of a procedure: whether each role can be filled, and
// whether it still can be once inspectors are drawn.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::analysis {

/// A post with the days on which it is held, both included; `unit`: "" the whole office.
struct HeldPost {
  std::string post, unit;
  std::optional<Day> from = std::nullopt, until = std::nullopt;
};
/// A person who may act; `id` is the one that the registers use.
struct Officer {
  std::string name;
  std::vector<HeldPost> posts;
  std::string id = "";
};
/// Who holds a post of the role for the unit: on the day; without one, ever. Posts of the whole office
/// count for each unit, and "" is any unit.
std::vector<const Officer*> holding(const std::vector<Officer>&, const procedure::Role&,
                                    const std::string& unit, std::optional<Day> on);
/// The units that the role's posts are held for one by one; "" where they are for the whole office.
std::set<std::string> units_of(const std::vector<Officer>&, const procedure::Role&);
bool is_of(const HeldPost&, const procedure::Role&);
/// The role's name with its unit, e.g. 承办股室负责人（律师工作股）.
std::string label_in(const procedure::Role&, const std::string& unit);
/// The diagnostic with the first provision that the duty rests on.
Diagnostic of_duty(Diagnostic, const procedure::Definition&, const procedure::Duty&);

/// Roles that nobody or one person alone can fill, ever or on some days; duties that cannot be kept apart,
/// whatever the day. Days are looked at from the earliest that the role's posts name on. A role that the
/// procedure does not use is a remark only.
Diagnostics check_people(const procedure::Definition&, const std::vector<Officer>&);

/// Somebody who stands in the base of a draw within these days, both included.
struct Drawable {
  std::string id, name;
  std::optional<Day> from = std::nullopt, until = std::nullopt;
};
/// Something inspected, with the unit in charge and the ids of those barred from inspecting it.
struct Inspected {
  std::string trade, unit;
  std::set<std::string> barred;
};
/// How inspectors come to a case, as far as it is known.
struct DrawBase {
  std::optional<std::vector<Drawable>> inspectors;  ///< none: not known who may be drawn
  std::vector<Inspected> targets;                   ///< empty: not known what is inspected
  std::size_t team = 2;                             ///< how many are drawn together
  bool whole_draw = false;                          ///< the role holds everybody of a draw, not of one team
};
/// Kinds of team that leave nobody to act lawfully in a role that a duty keeps apart from those drawn: per
/// trade, role and unit, on `on` or, where a post ends, from a later day. Not known who may be drawn: one
/// remark names all of whom it would be so. Remarks only.
Diagnostics check_teams(const procedure::Definition&, const std::vector<Officer>&, const DrawBase&, Day on);

}  // namespace anjuan::analysis
