#pragma once
// Executable content as the loader leaves it: SCXML's own elements and those of the paperwork
// namespace. Data only; `execute.h` carries it out.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/calendar.h"
#include "expression/expression.h"
#include "procedure/effect.h"

namespace anjuan::procedure {

/// An expression of the file. In the typed language a broken one is refused at load; in the untyped
/// one it fails when it is evaluated, as the Recommendation asks.
struct Code {
  std::string source;
  Place place;
  std::optional<expression::Expression> expression;
  Diagnostics broken;
  bool given() const { return !source.empty() || expression || !broken.empty(); }
};

/// A place to assign to, broken in the same sense.
struct Target {
  std::string source;
  Place place;
  std::optional<expression::Location> location;
  Diagnostics broken;
};

struct Param {
  std::string name;
  Code value;
  Place place;
  std::optional<Target> location;  ///< of namelist and location, where a value may come back to
};

/// What an event, a message or donedata carries: params, a name list, or content.
struct Payload {
  std::vector<Param> params;
  Code content;
  bool has_content = false;
};

struct Action;
using Block = std::vector<Action>;

struct Raise {
  std::string event;
  Place event_place;
};
struct Branch {
  std::optional<Code> condition;  ///< none: else
  Block content;
};
struct If {
  std::vector<Branch> branches;
};
struct ForEach {
  Code list;
  std::string item, index;
  Block content;
};
struct Assign {
  Target location;
  Code value;
};
struct Log {
  std::string label;
  Code text;
};
struct Script : expression::Script {
  Diagnostics broken;
};
struct Send {
  Code event, target, type, delay;  ///< text literals where the file gives them plainly
  std::string id;
  Target id_location;
  Payload payload;
};
struct Cancel {
  Code id;
};

struct DocumentAction {
  std::string template_id, slot, number_code, place;
  Code slot_from, to;
  bool seal = false, sign = false, serve = false, draft = false, mandatory = false;
  std::vector<Param> params;
  Place template_place;
};
struct SheetAction {
  Code form;
  std::string slot, place;
  std::vector<Param> params;
};
struct TimeLimitAction {
  std::string id, label, on_due;
  Code length, after;
  calendar::Unit unit = calendar::Unit::working_days;
  Place due_place;  ///< of on_due
};
struct EndTimeLimitAction {
  std::string id;
  Place id_place;
};
struct DrawAction {
  DrawLots::Action action = DrawLots::Action::freeze;
  std::vector<Param> params;
};
struct OpenCasesAction {
  std::string definition;
  Place definition_place;
};
struct PublishAction {
  Code batch, channels;
  std::vector<Param> params;
};
struct PushAction {
  std::string platform, mapping;
  std::vector<Param> params;
  Place mapping_place;
};
struct ArchiveAction {
  std::vector<Param> params;
};

struct Action {
  Place place;
  std::string element;             ///< as the file writes it, for messages: "aj:document"
  std::vector<std::string> basis;  ///< ids
  Place basis_place;
  std::variant<Raise, If, ForEach, Assign, Log, Script, Send, Cancel, DocumentAction, SheetAction,
               TimeLimitAction, EndTimeLimitAction, DrawAction, OpenCasesAction, PublishAction, PushAction,
               ArchiveAction>
      what;
};

/// Visits every action of a block, those inside if and foreach included, outer before inner.
template <class Visit>
void for_each_action(const Block& block, const Visit& visit) {
  for (const Action& action : block) {
    visit(action);
    if (const If* branching = std::get_if<If>(&action.what)) {
      for (const Branch& branch : branching->branches) for_each_action(branch.content, visit);
    }
    if (const ForEach* loop = std::get_if<ForEach>(&action.what)) for_each_action(loop->content, visit);
  }
}

/// The params of an action, or none.
const std::vector<Param>& params_of(const Action&);

}  // namespace anjuan::procedure
