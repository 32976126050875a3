#include "handling/coverage.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "handling/draw_rules.h"
#include "handling/freeze_values.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/plan_progress.h"
#include "handling/printed_list.h"
#include "handling/register_versions.h"
#include "handling/year_so_far.h"

namespace anjuan::handling {
namespace {

using registers::InspectionTarget;

/// What the procedures ask of each trade: the first of them, by name, that draws from it.
std::map<std::string, DrawRules> rules_by_trade(const Library& library) {
  std::map<std::string, DrawRules> out;
  for (const auto& [name, loaded] : library.procedures) {
    const Fields values = freeze_values(*loaded.content);
    if (values.empty()) continue;
    const auto rules = read_draw_rules(values, *library.registers);
    if (!rules.ok()) continue;
    for (const auto& [trade, code] : rules->strata) out.emplace(trade, *rules);
  }
  return out;
}

Day years_before(Day on, std::int64_t years) {
  const std::chrono::year_month_day d(on);
  const auto earlier = d.year() - std::chrono::years(years);
  const std::chrono::year_month_day same{earlier, d.month(), d.day()};
  return same.ok() ? Day(same) : Day(std::chrono::year_month_day_last{earlier, std::chrono::month_day_last{d.month()}});
}

class Counter {
 public:
  Counter(const std::map<std::string, DrawRules>& rules, const YearSoFar& year, Coverage& out)
      : rules_(rules), year_(year), out_(out), long_ago_(years_before(out.on, out.unchecked_years)) {}

  Outcome run(const std::vector<InspectionTarget>& targets, const registers::Mapping& mapping) {
    for (const registers::Trade& trade : mapping.trades) {
      const bool any = std::any_of(targets.begin(), targets.end(), [&](const auto& t) { return t.drawable && t.trade == trade.id; });
      if (!any) continue;
      const auto rules = rules_.find(trade.id);
      if (rules == rules_.end()) return diagnose(no_share_for_trade, Place{}, trade.id);
      out_.trades.push_back({trade.id, 0, display(rules->second.share.of(trade.id).percent), 0, 0, 0, rules->second.cap, 0, 0, 0, 0});
    }
    for (const InspectionTarget& t : targets) {
      if (t.drawable) count(t);
    }
    for (TradeCoverage& row : out_.trades) {
      const DrawRules& rules = rules_.at(row.trade);
      row.needed = std::min(row.base, std::max(rules.least.of(row.trade), rules.share.of(row.trade).of(row.base)));
    }
    std::sort(out_.unchecked.begin(), out_.unchecked.end(), [](const auto& a, const auto& b) { return std::tie(a.last, a.id) < std::tie(b.last, b.id); });
    return Done{};
  }

 private:
  void count(const InspectionTarget& t) {
    const auto row = std::find_if(out_.trades.begin(), out_.trades.end(), [&](const auto& r) { return r.trade == t.trade; });
    const auto seen = year_.objects.find(t.id);
    const ObjectYear object = seen == year_.objects.end() ? ObjectYear{} : seen->second;
    const std::int64_t visits = year_.visits(t);
    ++row->base;
    row->checked += object.checked ? 1 : 0;
    row->open += object.open ? 1 : 0;
    row->visits += visits;
    row->most = std::max(row->most, visits);
    row->at_cap += visits == row->cap ? 1 : 0;
    row->over_cap += visits > row->cap ? 1 : 0;
    if (visits > row->cap) out_.over.push_back({t.id, t.name, t.trade, visits, row->cap});
    const std::optional<Day> since = object.last ? object.last : t.joined ? t.joined : t.founded;
    if (!object.checked && (!since || *since < long_ago_)) out_.unchecked.push_back({t.id, t.name, t.trade, object.last});
  }

  const std::map<std::string, DrawRules>& rules_;
  const YearSoFar& year_;
  Coverage& out_;
  Day long_ago_;
};

PrintedList printed_coverage(const Office& office, const CoverageRequest& request) {
  const Coverage& c = request.coverage;
  List trades, unchecked, over, planned;
  for (const TradeCoverage& t : c.trades) {
    trades.push_back(Fields{{"业务类别", t.trade}, {"基数", t.base}, {"比例", t.percent}, {"应查", t.needed}, {"已查", t.checked}, {"未办结", t.open},
                            {"还差", t.missing()}, {"次数", t.visits}, {"上限", t.cap}, {"最多", t.most}, {"达到上限", t.at_cap}, {"超过上限", t.over_cap}});
  }
  for (const UncheckedObject& o : c.unchecked) {
    unchecked.push_back(Fields{{"编号", o.id}, {"名称", o.name}, {"业务类别", o.trade}, {"上次检查", o.last ? Value(*o.last) : Value()}});
  }
  for (const PlannedProgress& p : c.planned) {
    planned.push_back(Fields{{"序号", p.id}, {"任务", p.task}, {"业务类别", p.trades}, {"拟抽数", p.planned}, {"任务编号", join(p.rounds, "、")}, {"抽中", p.drawn}});
  }
  for (const OverVisited& o : c.over) over.push_back(Fields{{"编号", o.id}, {"名称", o.name}, {"业务类别", o.trade}, {"次数", o.visits}, {"上限", o.cap}});
  return {office.library.registers->year.paper,
          Fields{{"年度", std::int64_t{c.year}}, {"统计日期", c.on}, {"对象库版本", c.register_version}, {"行业覆盖", std::move(trades)},
                 {"空白对象", std::move(unchecked)}, {"空白年数", c.unchecked_years}, {"超次对象", std::move(over)},
                 {"计划执行", std::move(planned)}, {"检查总数", c.checks}, {"随机数", c.random}},
          c.on, request.printed};
}

}  // namespace

Result<Coverage> coverage_of(const Office& office, int year, Day on) {
  const registers::Mapping& mapping = *office.library.registers;
  ANJUAN_TRY(const auto reading, office.store.read());
  ANJUAN_TRY(const auto row, register_on(*reading, "targets", on));
  if (!row) return diagnose(no_register, Place{}, name_in_words(mapping, registers::RegisterKind::targets));
  const auto targets = registers::register_of<InspectionTarget>(row->body);
  ANJUAN_TRY(const YearSoFar so_far, count_year(*reading, targets, mapping.year, year, on));
  Coverage out;
  out.year = year;
  out.on = on;
  out.register_version = row->version;
  out.unchecked_years = mapping.year.unchecked_years;
  out.checks = so_far.checks;
  out.random = so_far.random;
  out.random_share = mapping.year.random_share;
  ANJUAN_TRY(out.planned, plan_progress(*reading, mapping, year, on));
  out.year_end = make_day(year, 12, 31);
  out.warn_from = mapping.year.warn_from.in(year);
  out.working_days_left = office.calendar.days_left(on, out.year_end);
  const auto rules = rules_by_trade(office.library);
  ANJUAN_DO(Counter(rules, so_far, out).run(targets.rows, mapping));
  return out;
}

Result<std::string> coverage_pdf(const Office& office, const CoverageRequest& request) { return list_pdf(office, printed_coverage(office, request)); }
Result<std::string> coverage_workbook(const Office& office, const CoverageRequest& request) { return list_workbook(office, printed_coverage(office, request)); }

}  // namespace anjuan::handling
