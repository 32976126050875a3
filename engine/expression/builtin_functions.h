#pragma once
// What the built-in functions do. The table (builtins.cpp) has held the kinds of their arguments.

#include "expression/builtins.h"

namespace anjuan::expression {

Result<Value> in_state(const Call&);
Result<Value> length_of(const Call&);
Result<Value> contains(const Call&);
Result<Value> contains_text(const Call&);
Result<Value> replace_text(const Call&);
Result<Value> working_days_between(const Call&);
Result<Value> make_date(const Call&);
Result<Value> add_calendar_days(const Call&);
Result<Value> year_in(const Call&);
Result<Value> month_in(const Call&);
Result<Value> day_in(const Call&);
Result<Value> is_empty(const Call&);
Result<Value> rounded_up(const Call&);
Result<Value> rounded_down(const Call&);
Result<Value> greatest(const Call&);
Result<Value> least(const Call&);
Result<Value> select(const Call&);
Result<Value> count(const Call&);
Result<Value> fields_of(const Call&);
Result<Value> join_items(const Call&);
Result<Value> last_item(const Call&);
Result<Value> as_text(const Call&);
Result<Value> without_repeats(const Call&);
Result<Value> added(const Call&);

}  // namespace anjuan::expression
