// 补充抽取: where nobody is left to fill a seat, a new draw staffs the same targets. Its list holds them alone,
// as targets to be inspected in any case, and it names the draw it goes on from.

#include <algorithm>
#include <map>
#include <set>

#include "cases/case_value.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

/// The draw with this number, of whatever round; it was opened and has not been voided.
Result<cases::DrawRecord> earlier_draw(Work& work, const std::string& id) {
  ANJUAN_TRY(const auto rows, work.tx.select_cases({.round = CaseId()}));
  for (const cases::CaseRow& row : rows) {
    const cases::Case c = cases::case_from(row.body);
    for (const cases::DrawRecord& d : c.draws) {
      if (d.id == id && d.opened_on && !d.annulled) return d;
    }
  }
  return diagnose(no_earlier_draw, Place{}, id);
}

/// Trades as papers tell them: all that is listed is inspected.
List trades_of(const draw::FrozenList& list, const Value& before) {
  List out;
  for (const Value& row : before.is(Value::Kind::list) ? before.list() : List{}) {
    const std::string& stratum = row.field("代号").text_or_empty();
    const auto n = std::count_if(list.objects.begin(), list.objects.end(), [&](const auto& o) { return o.stratum == stratum; });
    if (n == 0) continue;
    Fields told = row.record();
    for (const char* name : {"基数", "应抽"}) told.insert_or_assign(name, Value(static_cast<std::int64_t>(n)));
    told.insert_or_assign("剔除数", Value(0));
    out.push_back(std::move(told));
  }
  return out;
}

}  // namespace

Outcome narrow_to_supplement(Work& work, const Value& supplement, DraftedList& drafted) {
  const std::string& earlier_id = supplement.field("抽取号").text_or_empty();
  if (earlier_id.empty()) return Done{};
  ANJUAN_TRY(const cases::DrawRecord earlier, earlier_draw(work, earlier_id));
  ANJUAN_TRY(const draw::DrawResult result, recompute(earlier));
  const auto chosen = draw::objects_to_inspect(result);
  const Value& named = supplement.field("对象");
  std::set<std::string> wanted;
  Diagnostics wrong;
  for (const Value& one : named.is(Value::Kind::list) ? named.list() : List{}) {
    const std::string id = without_spaces(display(one));
    if (std::find(chosen.begin(), chosen.end(), id) == chosen.end()) wrong.push_back(diagnose(not_in_earlier_draw, Place{}, id, earlier_id));
    wanted.insert(id);
  }
  if (wanted.empty()) wrong.push_back(diagnose(parameter_missing, Place{}, "对象"));
  if (!wrong.empty()) return wrong;
  draw::FrozenList& list = drafted.list;
  std::erase_if(list.objects, [&](const draw::Object& o) { return !wanted.count(o.id); });
  for (draw::Object& o : list.objects) {
    o.mode = draw::Mode::must;
    o.note = supplement.field("理由").text_or_empty();
  }
  std::set<std::string> strata;
  for (const draw::Object& o : list.objects) strata.insert(o.stratum);
  std::erase_if(list.strata, [&](const draw::Stratum& s) { return !strata.count(s.id); });
  std::erase_if(list.conflicts, [&](const draw::Conflict& c) { return !wanted.count(c.object); });
  drafted.facts.insert_or_assign("行业", trades_of(list, drafted.facts["行业"]));
  drafted.facts.insert_or_assign("剔除", List{});
  drafted.facts.insert_or_assign("入池数", Value(static_cast<std::int64_t>(list.objects.size())));
  ANJUAN_TRY(const std::string first, first_result(earlier));
  drafted.facts.insert_or_assign("补充", Fields{{"抽取号", earlier.id}, {"结果摘要", digest(list.hash, first)}});
  return Done{};
}

}  // namespace anjuan::handling
