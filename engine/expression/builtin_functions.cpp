// What the built-in functions do.

#include "expression/builtin_functions.h"

#include <algorithm>

#include "base/text.h"
#include "expression/messages.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {

/// Charges the items that a function is going to look at.
Outcome charge(const Call& call, std::int64_t items) {
  if (!call.budget.spend(items)) return diagnose(too_many_steps, call.place, std::to_string(max_items));
  return Done{};
}
Outcome charge(const Call& call, const List& list) {
  return charge(call, static_cast<std::int64_t>(list.size()));
}

std::chrono::year_month_day parts(const Value& date) { return std::chrono::year_month_day(date.date()); }

/// Takes the item if it goes before the best so far; empty items are passed over.
Outcome prefer(const Call& call, Operator wanted, const Value& item, const Value*& best) {
  if (item.empty()) return Done{};
  if (best == nullptr) {
    best = &item;
    return Done{};
  }
  const auto ordered = order(item, *best);
  if (!ordered)
    return diagnose(operands_do_not_fit, call.place, sign_of(wanted), describe(item), describe(*best));
  if (*ordered == (wanted == Operator::greater ? 1 : -1)) best = &item;
  return Done{};
}

/// The greatest or least of the arguments, or of the items of one list; empty of nothing.
Result<Value> extreme(const Call& call, Operator wanted) {
  const Value* best = nullptr;
  if (call.arguments.size() == 1 && call.arguments[0].is(Value::Kind::list)) {
    const List& list = call.arguments[0].list();
    ANJUAN_DO(charge(call, list));
    for (const Value& item : list) {
      ANJUAN_DO(prefer(call, wanted, item, best));
    }
  } else {
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      ANJUAN_DO(prefer(call, wanted, call.arguments[i], best));
    }
  }
  return best == nullptr ? Value() : *best;
}

/// The items of the list whose field equals the value; an item that is no record has no fields.
Result<List> matching(const Call& call) {
  List found;
  const List& list = call.arguments[0].list();
  ANJUAN_DO(charge(call, list));
  for (const Value& item : list) {
    if (item.is(Value::Kind::record) && item.field(call.arguments[1].text()) == call.arguments[2])
      found.push_back(item);
  }
  return found;
}

}  // namespace

Result<Value> in_state(const Call& call) {
  if (!call.surroundings.in_state) {
    return diagnose(not_available_here, call.place, "In",
                    Wording("这里没有流程", "there is no procedure here"));
  }
  return Value(call.surroundings.in_state(call.arguments[0].text()));
}

Result<Value> length_of(const Call& call) {
  const Value& whole = call.arguments[0];
  std::size_t length = 0;
  if (whole.is(Value::Kind::list)) length = whole.list().size();
  if (whole.is(Value::Kind::record)) length = whole.record().size();
  if (whole.is(Value::Kind::text)) length = count_characters(whole.text());
  return Value(static_cast<std::int64_t>(length));
}

Result<Value> contains(const Call& call) {
  if (call.arguments[0].empty()) return Value(false);
  if (call.arguments[0].is(Value::Kind::list)) {
    ANJUAN_DO(charge(call, call.arguments[0].list()));
  }
  return is_among(call.arguments[1], call.arguments[0], call.place);
}

Result<Value> contains_text(const Call& call) {
  return Value(holds_text(call.arguments[0].text_or_empty(), call.arguments[1].text()));
}

Result<Value> replace_text(const Call& call) {
  const std::string &from = call.arguments[1].text(), &to = call.arguments[2].text();
  if (from.empty()) return call.arguments[0];
  std::string_view rest = call.arguments[0].text_or_empty();
  std::string replaced;
  for (std::size_t at; (at = find_text(rest, from)) != std::string_view::npos;
       rest.remove_prefix(at + from.size())) {
    replaced.append(rest.substr(0, at)).append(to);
    if (replaced.size() > max_text_bytes) break;
  }
  replaced.append(rest);
  if (replaced.size() > max_text_bytes)
    return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  return Value(std::move(replaced));
}

Result<Value> working_days_between(const Call& call) {
  if (!call.surroundings.working_days_between) {
    return diagnose(not_available_here, call.place, "工作日差",
                    Wording("这里没有工作日历", "there is no working calendar here"));
  }
  ANJUAN_TRY(const std::int64_t days,
             call.surroundings.working_days_between(call.arguments[0].date(), call.arguments[1].date()));
  return Value(days);
}

Result<Value> make_date(const Call& call) {
  const Value& given = call.arguments[0];
  if (!given.is(Value::Kind::text)) return given;
  if (const auto day = parse_loose_day(given.text())) return Value(*day);
  return diagnose(no_such_date, call.place, given.text());
}

Result<Value> add_calendar_days(const Call& call) {
  const std::int64_t n = call.arguments[1].integer();
  if (n > 1000000 || n < -1000000) return diagnose(number_overflow, call.place, "日期加");
  return Value(call.arguments[0].date() + std::chrono::days(n));
}

Result<Value> year_in(const Call& call) { return Value(static_cast<int>(parts(call.arguments[0]).year())); }
Result<Value> month_in(const Call& call) {
  return Value(static_cast<int>(static_cast<unsigned>(parts(call.arguments[0]).month())));
}
Result<Value> day_in(const Call& call) {
  return Value(static_cast<int>(static_cast<unsigned>(parts(call.arguments[0]).day())));
}

Result<Value> is_empty(const Call& call) {
  const Value& value = call.arguments[0];
  const bool nothing = value.empty() || (value.is(Value::Kind::text) && trim(value.text()).empty()) ||
                       (value.is(Value::Kind::list) && value.list().empty()) ||
                       (value.is(Value::Kind::record) && value.record().empty());
  return Value(nothing);
}

Result<Value> rounded_up(const Call& call) { return Value(round_up(call.arguments[0].decimal())); }
Result<Value> rounded_down(const Call& call) { return Value(round_down(call.arguments[0].decimal())); }

Result<Value> greatest(const Call& call) { return extreme(call, Operator::greater); }
Result<Value> least(const Call& call) { return extreme(call, Operator::less); }

Result<Value> select(const Call& call) {
  if (call.arguments[0].empty()) return Value(List{});
  ANJUAN_TRY(List found, matching(call));
  return Value(std::move(found));
}

Result<Value> count(const Call& call) {
  if (call.arguments[0].empty()) return Value(0);
  ANJUAN_TRY(const List found, matching(call));
  return Value(static_cast<std::int64_t>(found.size()));
}

Result<Value> fields_of(const Call& call) {
  if (call.arguments[0].empty()) return Value(List{});
  const List& list = call.arguments[0].list();
  ANJUAN_DO(charge(call, list));
  List found;
  for (const Value& item : list) {
    found.push_back(item.is(Value::Kind::record) ? item.field(call.arguments[1].text()) : Value());
  }
  return Value(std::move(found));
}

Result<Value> join_items(const Call& call) {
  if (call.arguments[0].empty()) return Value("");
  std::string joined;
  bool first = true;
  for (const Value& item : call.arguments[0].list()) {
    ANJUAN_DO(charge(call, 1));
    if (!first) joined += call.arguments[1].text();
    first = false;
    joined += display(item);
    if (joined.size() > max_text_bytes)
      return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  }
  return Value(std::move(joined));
}

Result<Value> last_item(const Call& call) {
  if (call.arguments[0].empty() || call.arguments[0].list().empty()) return Value();
  return call.arguments[0].list().back();
}

Result<Value> as_text(const Call& call) { return Value(display(call.arguments[0])); }

Result<Value> without_repeats(const Call& call) {
  if (call.arguments[0].empty()) return Value(List{});
  List kept;
  for (const Value& item : call.arguments[0].list()) {
    ANJUAN_TRY([[maybe_unused]] const Done paid,
               charge(call, static_cast<std::int64_t>(kept.size() + 1) * (1 + weight(item))));
    if (std::find(kept.begin(), kept.end(), item) == kept.end()) kept.push_back(item);
  }
  return Value(std::move(kept));
}

Result<Value> added(const Call& call) {
  List items;
  if (!call.arguments[0].empty()) items = call.arguments[0].list();
  const Value& more = call.arguments[1];
  if (more.is(Value::Kind::list)) {
    items.insert(items.end(), more.list().begin(), more.list().end());
  } else if (!more.empty()) {
    items.push_back(more);
  }
  ANJUAN_DO(charge(call, items));
  return Value(std::move(items));
}

}  // namespace anjuan::expression
