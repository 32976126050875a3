#pragma once
// The acts of a draw: freeze the list, open the seed, annul, fill a vacancy, drop a target. Each
// parameter comes from the procedure's XML; here stands only how registers become a list.

#include "handling/draw_facts.h"

namespace anjuan::handling {

/// A list made from the registers with what papers must say of it.
struct DraftedList {
  draw::FrozenList list;
  Fields facts;   ///< 行业, 剔除, 不参加人员, counts
};
/// Everything that the values of <aj:draw action="freeze"> ask for; all that is missing is named.
Result<DraftedList> draft_list(Work&, const DrawPeople&, const Fields& values, const std::string& draw_id, const std::string& previous,
                               const std::string& commitment);

/// Values of the element, or which one is missing or of the wrong kind.
Result<Value> draw_value(const Fields& values, const std::string& name, Value::Kind kind);

}  // namespace anjuan::handling
