// From registers to a frozen list: the base of each trade (正常执业 on the 基准日), who is skipped and
// why, who is taken in any case, the inspectors with their loads and tags, the conflicts. Names and
// notes carry codes only.

#include <algorithm>
#include <map>
#include <set>

#include "cases/case_value.h"
#include "handling/draw_lots.h"
#include "handling/draw_rules.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/register_versions.h"
#include "handling/year_so_far.h"
#include "publication/draw_files.h"
#include "registers/fields.h"

namespace anjuan::handling {
namespace {

using registers::InspectionTarget;
using registers::Inspector;

/// A row of a register as a record, made only where a rule asks for a column.
template <class Row>
Value asked(const std::vector<ColumnRule>& rules, const Row& row) {
  return rules.empty() ? Value() : registers::to_value(row);
}

/// 行业 or a group of it: what becomes a stratum of the list.
struct Group {
  std::string trade, label;
  Share share;
  std::int64_t base = 0, skipped = 0, must = 0;
  bool rest = true;  ///< of the trade, after the groups of its risk rules
};

/// The objects of a list: groups with their quotas, who takes part, who does not and why.
class ObjectDrafter {
 public:
  ObjectDrafter(const DrawRules& rules, const YearSoFar& year, draw::FrozenList& list) : rules_(rules), year_(year), list_(list) {}

  Outcome run(const std::vector<InspectionTarget>& targets) {
    for (const InspectionTarget& t : targets) add(t);
    check_named(targets);
    if (!found_.empty()) return std::move(found_);
    add_strata();
    return Done{};
  }

  /// Groups that cannot fill their quota, for the clerk: most have reached the yearly cap.
  Diagnostics remarks() const {
    Diagnostics out;
    for (const Value& row : trades_) {
      const std::int64_t pool = row.field("基数").integer() - row.field("剔除数").integer() - row.field("定向数").integer();
      const std::int64_t quota = row.field("应抽").integer();
      if (pool < quota) out.push_back(diagnose(pool_below_quota, Place{}, row.field("业务类别").text(), std::to_string(quota), std::to_string(pool)));
    }
    return out;
  }

  void tell(Fields& facts) && {
    facts.insert_or_assign("行业", std::move(trades_));
    facts.insert_or_assign("剔除", std::move(left_out_));
    facts.insert_or_assign("定向", std::move(must_));
    facts.insert_or_assign("超频次", std::move(approved_));
    facts.insert_or_assign("入池数", Value(pool_));
    facts.insert_or_assign("定向数", Value(static_cast<std::int64_t>(must_ids_.size())));
  }

 private:
  void leave_out(const InspectionTarget& t, const std::string& reason, bool of_base) {
    left_out_.push_back(Fields{{"编号", t.id}, {"名称", t.name}, {"业务类别", t.trade}, {"理由", reason}, {"计入基数", of_base}});
  }

  /// The stratum's code of a target; empty where its trade has none.
  std::string group_of(const InspectionTarget& t, const Value& row) {
    const auto code = rules_.strata.find(t.trade);
    if (code == rules_.strata.end() || !code->second.is(Value::Kind::text)) {
      if (without_code_.insert(t.trade).second) found_.push_back(diagnose(no_stratum_code, Place{}, t.trade));
      return {};
    }
    for (const ColumnRule& rule : rules_.risks) {
      if (!rule.share || !rule.fits(row)) continue;
      const std::string id = code->second.text() + "-" + rule.code;
      groups_.try_emplace(id, Group{t.trade, rule.words, stronger(*rule.share, rules_.share.of(t.trade)), 0, 0, 0, false});
      return id;
    }
    groups_.try_emplace(code->second.text(), Group{t.trade, "", rules_.share.of(t.trade)});
    return code->second.text();
  }

  /// A group raises the share of its trade, never lowers it.
  static Share stronger(const Share& a, const Share& b) { return a.below(b) ? b : a; }

  void add(const InspectionTarget& t) {
    if (!t.drawable) return leave_out(t, t.why_not.empty() ? t.status : t.why_not, false);
    if (rules_.base_day && t.joined && *t.joined > *rules_.base_day) return leave_out(t, rules_.words_of(rules_.joined_reason), false);
    const Value row = asked(rules_.risks, t);
    draw::Object object;
    object.id = t.id;
    object.stratum = group_of(t, row);
    if (object.stratum.empty()) return;
    object.name = t.name;
    object.seats = rules_.seats.of(t.trade);
    for (const ColumnRule& rule : rules_.risks) {
      if (rule.fits(row)) object.weight = std::max(object.weight, static_cast<int>(rule.weight));
    }
    Group& group = groups_.at(object.stratum);
    ++group.base;
    place(t, object, group);
    list_.objects.push_back(std::move(object));
  }

  /// Taken in any case, skipped, or in the pool.
  void place(const InspectionTarget& t, draw::Object& object, Group& group) {
    const std::int64_t visits = year_.visits(t);
    const NamedObject* approval = visits >= rules_.cap ? rules_.approved(t.id) : nullptr;
    const NamedObject* named = rules_.named(t.id);
    if (approval) {
      approved_.push_back(told(t, approval->record, approval->reason, visits));
    } else if (visits >= rules_.cap) {
      if (named) found_.push_back(diagnose(must_over_cap, Place{}, t.name, std::to_string(visits), std::to_string(rules_.cap)));
      object.mode = draw::Mode::skip;
      object.note = rules_.cap_reason;
      object.weight = 1;
      ++group.skipped;
      return leave_out(t, rules_.words_of(rules_.cap_reason), true);
    }
    if (named) {
      object.mode = draw::Mode::must;
      object.note = named->reason;
      object.weight = 1;
      ++group.must;
      must_ids_.insert(t.id);
      must_.push_back(told(t, named->record, named->reason, visits));
      return;
    }
    ++pool_;
  }

  Value told(const InspectionTarget& t, const Value& record, const std::string& reason, std::int64_t visits) const {
    Fields out = record.record();
    out.insert_or_assign("名称", Value(t.name));
    out.insert_or_assign("业务类别", Value(t.trade));
    out.insert_or_assign("理由", Value(rules_.words_of(reason)));
    out.insert_or_assign("第几次", Value(visits + 1));
    return out;
  }

  /// Objects that a decision names must be of the base: nobody is inspected by a slip of the pen.
  void check_named(const std::vector<InspectionTarget>& targets) {
    std::set<std::string, std::less<>> base;
    for (const draw::Object& object : list_.objects) base.insert(object.id);
    const auto check = [&](const std::vector<NamedObject>& all, const char* parameter) {
      for (const NamedObject& one : all) {
        if (base.contains(one.id)) continue;
        const auto known = std::find_if(targets.begin(), targets.end(), [&](const auto& t) { return t.id == one.id; });
        found_.push_back(diagnose(named_not_in_base, Place{"", 0, 0, parameter}, one.id, known == targets.end() ? Wording("名录中没有这个编号", "no such id in the register") : Wording(known->status)));
      }
    };
    check(rules_.must, "定向");
    check(rules_.over_cap, "超频次");
  }

  /// The least number of a trade is asked of what its groups leave.
  void add_strata() {
    std::map<std::string, std::int64_t> taken;
    for (const auto& [id, group] : groups_) {
      if (!group.rest) taken[group.trade] += group.share.of(group.base);
    }
    for (const auto& [id, group] : groups_) {
      const std::int64_t least = group.rest ? std::max<std::int64_t>(0, rules_.least.of(group.trade) - taken[group.trade]) : 0;
      list_.strata.push_back({id, group.share.numerator, group.share.denominator, least, std::nullopt, false});
      const std::int64_t quota = std::min(group.base, std::max(least, group.share.of(group.base)));
      const std::string name = group.label.empty() ? group.trade : group.trade + "（" + group.label + "）";
      trades_.push_back(Fields{{"业务类别", name}, {"代号", id}, {"基数", group.base}, {"比例", group.share.percent},
                               {"应抽", quota}, {"剔除数", group.skipped}, {"定向数", group.must}});
    }
  }

  const DrawRules& rules_;
  const YearSoFar& year_;
  draw::FrozenList& list_;
  std::map<std::string, Group> groups_;
  std::set<std::string> without_code_, must_ids_;
  List trades_, left_out_, must_, approved_;
  std::int64_t pool_ = 0;
  Diagnostics found_;
};

/// The inspectors of a list: who is in, with which tags and load, and whom each must not inspect.
class InspectorDrafter {
 public:
  InspectorDrafter(const DrawRules& rules, const YearSoFar& year, Day on, draw::FrozenList& list) : rules_(rules), year_(year), on_(on), list_(list) {
    for (const draw::Object& object : list.objects) {
      by_name_.emplace(object.name, object.id);
      listed_.insert(object.id);
    }
  }

  void run(const std::vector<Inspector>& inspectors) {
    for (const Inspector& i : inspectors) add(i);
  }

  void tell(Fields& facts) && {
    facts.insert_or_assign("不参加人员", std::move(people_out_));
    facts.insert_or_assign("人员数", Value(people_in_));
    facts.insert_or_assign("回避数", Value(static_cast<std::int64_t>(list_.conflicts.size())));
  }

 private:
  /// The code of the reason why somebody takes no part; empty if he does. Certificates hold on the day of
  /// the draw and on the last day of the inspections.
  std::string why_out(const Inspector& i, const Value& row) const {
    const bool valid = registers::is_certificate_valid(i, on_) && (!rules_.last_day || registers::is_certificate_valid(i, *rules_.last_day));
    if (!valid) return rules_.certificate_reason;
    for (const ColumnRule& condition : rules_.conditions) {
      if (!condition.fits(row)) return condition.reason;
    }
    return {};
  }

  void add(const Inspector& i) {
    const bool columns_needed = !rules_.conditions.empty() || !rules_.tags.empty() || !rules_.employer_fields.empty();
    const Value columns = columns_needed ? registers::to_value(i) : Value();
    draw::Inspector row;
    row.id = i.id;
    row.name = i.name;
    row.cap = rules_.most;
    const auto load = year_.loads.find(i.id);
    row.load = load == year_.loads.end() ? 0 : load->second;
    const std::string reason = why_out(i, columns);
    row.in = reason.empty();
    if (!row.in) {
      row.note = reason;
      people_out_.push_back(Fields{{"编号", i.id}, {"姓名", i.name}, {"理由", i.why_not.empty() ? rules_.words_of(reason) : i.why_not}});
    } else {
      ++people_in_;
    }
    std::set<std::string> tags;
    for (const ColumnRule& tag : rules_.tags) {
      if (tag.fits(columns)) tags.insert(tag.code);
    }
    row.tags.assign(tags.begin(), tags.end());
    add_conflicts(i, columns);
    list_.inspectors.push_back(std::move(row));
  }

  /// Declared interests first; who is employed by an object, or by its organiser, is in conflict without a
  /// declaration.
  void add_conflicts(const Inspector& i, const Value& columns) {
    std::map<std::string, std::string> conflicts;
    for (const std::string& target : i.interests) {
      if (listed_.contains(target)) conflicts.emplace(target, rules_.declared_reason);
    }
    for (const std::string& field : rules_.employer_fields) {
      const std::string employer = display(columns.field(field));
      if (employer.empty()) continue;
      const auto [from, to] = by_name_.equal_range(employer);
      for (auto at = from; at != to; ++at) conflicts.emplace(at->second, rules_.employer_reason);
      const auto mapped = rules_.employers.find(employer);
      if (mapped == rules_.employers.end()) continue;
      const List ids = mapped->second.is(Value::Kind::list) ? mapped->second.list() : List{mapped->second};
      for (const Value& id : ids) {
        if (listed_.contains(id.text_or_empty())) conflicts.emplace(id.text_or_empty(), rules_.employer_reason);
      }
    }
    for (const auto& [target, reason] : conflicts) list_.conflicts.push_back({target, i.id, reason});
  }

  const DrawRules& rules_;
  const YearSoFar& year_;
  Day on_;
  draw::FrozenList& list_;
  std::multimap<std::string, std::string> by_name_;
  std::set<std::string, std::less<>> listed_;
  List people_out_;
  std::int64_t people_in_ = 0;
};

/// The words of the rules that are in force, for the record of the draw.
List words_of_rules(const DrawRules& rules) {
  List out;
  for (const auto* all : {&rules.risks, &rules.conditions, &rules.tags}) {
    for (const ColumnRule& rule : *all) {
      if (!rule.words.empty()) out.emplace_back(rule.words);
    }
  }
  return out;
}

/// A list will be published: a note or reason that is no code, or a number of a person, stops the freeze.
Diagnostics check_words(const draw::FrozenList& list, const DrawRules& rules) {
  publication::DrawWords words;
  for (const auto& [code, says] : rules.reasons) words.reason_codes.insert(code);
  return publication::check_draw_file(draw::write_list(list), words, list.draw);
}

/// A draw on a register that missed its yearly refresh goes on, but not unremarked.
Outcome remark_refreshes(Work& work) {
  ANJUAN_TRY(const auto due, refreshes_due(work.tx, *work.office.library.registers, work.office.calendar, work.act.on));
  for (const DueRow& row : due) {
    if (row.overdue) work.receipt.remarks.push_back(diagnose(refresh_overdue, Place{}, row.title, std::to_string(year_of(row.due)), iso(row.due)));
  }
  return Done{};
}

}  // namespace

Result<Value> draw_value(const Fields& values, const std::string& name, Value::Kind kind) {
  const auto found = values.find(name);
  if (found == values.end() || !found->second.is(kind)) return diagnose(parameter_missing, Place{}, name);
  return found->second;
}

Result<DraftedList> draft_list(Work& work, const DrawPeople& people, const Fields& values, const std::string& draw_id,
                               const std::string& previous) {
  ANJUAN_TRY(const DrawRules rules, read_draw_rules(values, *work.office.library.registers));
  ANJUAN_TRY(const YearSoFar year, count_year(work.tx, people.targets, work.office.library.registers->year, year_of(work.act.on), work.act.on));
  draw::FrozenList list;
  list.draw = draw_id;
  list.date = iso(work.act.on);
  list.previous = previous;
  list.slack = static_cast<int>(rules.slack);
  ObjectDrafter objects(rules, year, list);
  ANJUAN_DO(objects.run(people.targets.rows));
  InspectorDrafter inspectors(rules, year, work.act.on, list);
  inspectors.run(people.inspectors.rows);
  if (Diagnostics wrong = check_words(list, rules); has_error(wrong)) return wrong;
  append(work.receipt.remarks, objects.remarks());
  ANJUAN_DO(remark_refreshes(work));
  Fields facts{{"在库数", static_cast<std::int64_t>(people.targets.rows.size())}, {"规则说明", words_of_rules(rules)},
               {"对象库版本", people.targets.version}, {"人员库版本", people.inspectors.version}};
  std::move(objects).tell(facts);
  std::move(inspectors).tell(facts);
  return DraftedList{std::move(list), std::move(facts)};
}

}  // namespace anjuan::handling
