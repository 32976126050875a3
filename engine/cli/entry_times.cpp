#include "cli/entry_times.h"

#include "json/json.h"

namespace anjuan::cli {

void tell_times(const journal::Entry& entry, std::vector<Wording>& out) {
  const bool back = entry.text.find("clock_set_back_from\"") != std::string::npos, late = entry.text.find("late_reason\"") != std::string::npos;
  if (!back && !late) return;
  const auto act = json::read(entry.text, Place{});
  if (!act.ok()) return;  // the chain has told
  const auto text = [&](const char* name) { return act->field(name).text_or_empty(); };
  const std::string n = std::to_string(entry.n), of = text("case");
  if (const std::string from = text("clock_set_back_from"); !from.empty()) {
    out.push_back({"第 " + n + " 条的记录时间 " + text("recorded") + " 早于上一条的 " + from + "：计算机的时间被调回过",
                   "entry " + n + ": its time " + text("recorded") + " is before " + from + " of the one before: the clock was set back"});
  }
  const std::string reason = text("late_reason");
  const Value& on = act->field("on");
  if (reason.empty() || !on.is(Value::Kind::date)) return;
  out.push_back({"第 " + n + " 条（" + of + "）补录：行为日期 " + iso(on.date()) + "，记录时间 " + text("recorded") + "，理由：" + reason,
                 "entry " + n + " (" + of + ") recorded late: done on " + iso(on.date()) + ", recorded " + text("recorded") + ", because: " + reason});
}

}  // namespace anjuan::cli
