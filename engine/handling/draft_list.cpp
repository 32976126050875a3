// From registers to a frozen list: the base of each trade (正常执业 on the 基准日), who is skipped and
// why, the inspectors with their loads, the declared conflicts. Names and notes carry codes only.

#include <algorithm>
#include <map>
#include <set>

#include "cases/case_value.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using registers::InspectionTarget;
using registers::Inspector;

struct Plan {
  std::int64_t percent = 0, min = 0, cap = 0, team = 0, slack = 0;
  Fields codes;                       ///< trade → stratum id
  std::string over_cap, certificate, declared;   ///< reason codes
  Fields reasons;                     ///< reason code → words, for papers; a list holds codes only

  std::string words_of(const std::string& code) const {
    const auto found = reasons.find(code);
    return found == reasons.end() ? code : display(found->second);
  }
};

Result<Plan> read_plan(const Fields& values) {
  Plan plan;
  Diagnostics missing;
  const auto whole = [&](const std::string& name, std::int64_t& out) {
    auto v = draw_value(values, name, Value::Kind::integer);
    if (v.ok()) out = v->integer();
    else missing.push_back(v.diagnostics().front());
  };
  const auto words = [&](const std::string& name, std::string& out) {
    auto v = draw_value(values, name, Value::Kind::text);
    if (v.ok()) out = v->text();
    else missing.push_back(v.diagnostics().front());
  };
  whole("比例", plan.percent);
  whole("最少", plan.min);
  whole("频次上限", plan.cap);
  whole("每组人数", plan.team);
  whole("负荷差", plan.slack);
  words("频次理由", plan.over_cap);
  words("证件理由", plan.certificate);
  words("申报理由", plan.declared);
  auto reasons = draw_value(values, "理由代码", Value::Kind::record);
  if (reasons.ok()) plan.reasons = reasons->record();
  else missing.push_back(reasons.diagnostics().front());
  auto codes = draw_value(values, "行业代号", Value::Kind::record);
  if (codes.ok()) plan.codes = codes->record();
  else missing.push_back(codes.diagnostics().front());
  if (!missing.empty()) return missing;
  return plan;
}

/// Inspections that this office's own cases have already counted in the year, by target.
struct YearSoFar {
  std::map<std::string, std::int64_t> visits, loads;
};

Result<YearSoFar> count_year(Work& work, int year) {
  YearSoFar out;
  ANJUAN_TRY(const auto rows, work.tx.list_cases(true));
  for (const cases::CaseRow& row : rows) {
    const cases::Case c = cases::case_from(row.body);
    for (const cases::DrawRecord& record : c.draws) {
      if (record.annulled || !record.opened_on || year_of(*record.opened_on) != year) continue;
      ANJUAN_TRY(const draw::DrawResult result, recompute(record));
      for (const draw::TeamSeat& seat : result.teams) ++out.loads[seat.inspector];
      for (const std::string& target : draw::objects_to_inspect(result)) ++out.visits[target];
    }
  }
  return out;
}

class Drafter {
 public:
  Drafter(const DrawPeople& people, const Plan& plan, const YearSoFar& year, Day on) : people_(people), plan_(plan), year_(year), on_(on) {}

  Outcome run() {
    std::set<std::string> trades;
    for (const InspectionTarget& t : people_.targets.rows) {
      if (t.drawable) trades.insert(t.trade);
    }
    for (const std::string& trade : trades) {
      auto added = add_stratum(trade);
      if (!added.ok()) return added;
    }
    for (const InspectionTarget& t : people_.targets.rows) add_target(t);
    for (const Inspector& i : people_.inspectors.rows) add_inspector(i);
    return Done{};
  }

  draw::FrozenList list;
  Fields facts() && {
    for (auto& [id, row] : strata_) trades_.push_back(std::move(row));
    return Fields{{"行业", std::move(trades_)}, {"剔除", std::move(left_out_)}, {"不参加人员", std::move(people_out_)},
                  {"在库数", static_cast<std::int64_t>(people_.targets.rows.size())}, {"入池数", pool_},
                  {"人员数", people_in_}, {"对象库版本", people_.targets.version}, {"人员库版本", people_.inspectors.version}};
  }

 private:
  Outcome add_stratum(const std::string& trade) {
    const auto code = plan_.codes.find(trade);
    if (code == plan_.codes.end() || !code->second.is(Value::Kind::text)) return diagnose(no_stratum_code, Place{}, trade);
    list.strata.push_back({code->second.text(), plan_.percent, 100, plan_.min, std::nullopt, false});
    std::int64_t base = 0;
    for (const InspectionTarget& t : people_.targets.rows) base += t.drawable && t.trade == trade ? 1 : 0;
    const std::int64_t quota = std::min(base, std::max(plan_.min, (base * plan_.percent + 99) / 100));
    strata_.emplace(code->second.text(), Fields{{"业务类别", trade}, {"代号", code->second.text()}, {"基数", base}, {"比例", plan_.percent},
                                                {"应抽", quota}, {"剔除数", std::int64_t{0}}});
    return Done{};
  }

  void leave_out(const InspectionTarget& t, const std::string& reason, bool of_base) {
    left_out_.push_back(Fields{{"编号", t.id}, {"名称", t.name}, {"业务类别", t.trade}, {"理由", reason}, {"计入基数", of_base}});
  }

  void add_target(const InspectionTarget& t) {
    if (!t.drawable) return leave_out(t, t.why_not.empty() ? t.status : t.why_not, false);
    draw::Object object;
    object.id = t.id;
    object.stratum = plan_.codes.at(t.trade).text();
    object.name = t.name;
    object.seats.assign(static_cast<std::size_t>(plan_.team), "");
    const auto seen = year_.visits.find(t.id);
    const std::int64_t visits = t.inspected_this_year + (seen == year_.visits.end() ? 0 : seen->second);
    if (visits >= plan_.cap) {
      object.mode = draw::Mode::skip;
      object.note = plan_.over_cap;
      leave_out(t, plan_.words_of(plan_.over_cap), true);
      Value& row = strata_.at(object.stratum);
      row = with_field(row, "剔除数", Value(row.field("剔除数").integer() + 1));
    } else {
      ++pool_;
    }
    list.objects.push_back(std::move(object));
  }

  void add_inspector(const Inspector& i) {
    draw::Inspector row;
    row.id = i.id;
    row.name = i.name;
    const auto load = year_.loads.find(i.id);
    row.load = load == year_.loads.end() ? 0 : load->second;
    row.in = registers::is_certificate_valid(i, on_);
    if (!row.in) {
      row.note = plan_.certificate;
      people_out_.push_back(Fields{{"编号", i.id}, {"姓名", i.name}, {"理由", i.why_not.empty() ? plan_.words_of(plan_.certificate) : i.why_not}});
    } else {
      ++people_in_;
    }
    for (const std::string& target : i.interests) {
      const bool listed = std::any_of(list.objects.begin(), list.objects.end(), [&](const draw::Object& o) { return o.id == target; });
      if (listed) list.conflicts.push_back({target, i.id, plan_.declared});
    }
    list.inspectors.push_back(std::move(row));
  }

  const DrawPeople& people_;
  const Plan& plan_;
  const YearSoFar& year_;
  Day on_;
  std::map<std::string, Value> strata_;
  List trades_, left_out_, people_out_;
  std::int64_t pool_ = 0, people_in_ = 0;
};

}  // namespace

Result<Value> draw_value(const Fields& values, const std::string& name, Value::Kind kind) {
  const auto found = values.find(name);
  if (found == values.end() || !found->second.is(kind)) return diagnose(parameter_missing, Place{}, name);
  return found->second;
}

Result<DraftedList> draft_list(Work& work, const DrawPeople& people, const Fields& values, const std::string& draw_id,
                               const std::string& previous) {
  ANJUAN_TRY(const Plan plan, read_plan(values));
  ANJUAN_TRY(const YearSoFar year, count_year(work, year_of(work.act.on)));
  Drafter drafter(people, plan, year, work.act.on);
  auto drafted = drafter.run();
  if (!drafted.ok()) return drafted.diagnostics();
  draw::FrozenList& list = drafter.list;
  list.draw = draw_id;
  list.date = iso(work.act.on);
  list.previous = previous;
  list.slack = static_cast<int>(plan.slack);
  draw::FrozenList made = std::move(list);
  return DraftedList{std::move(made), std::move(drafter).facts()};
}

}  // namespace anjuan::handling
