#include "handling/draw_facts.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "cases/register_facts.h"
#include "handling/messages.h"
#include "handling/practitioner_stage.h"

namespace anjuan::handling {
namespace {

using cases::DrawRecord;

/// 行业, 对象 and 人员 of an opened draw.
class ResultFacts {
 public:
  ResultFacts(const CaseId& round, const draw::FrozenList& list, const draw::DrawResult& result, const DrawPeople& people, const Fields& reasons, const Value& groups)
      : round_(round), list_(list), result_(result), people_(people), reasons_(reasons), groups_(groups) {}

  Value objects() const {
    List out;
    for (const draw::ObjectLot& lot : result_.objects) {
      const auto* target = people_.targets.find(lot.id);
      out.push_back(Fields{{"编号", lot.id}, {"名称", people_.name_of_target(lot.id)}, {"业务类别", target ? target->trade : lot.stratum},
                           {"分组", group_of(lot.stratum)}, {"名次", lot.rank}, {"签值", lot.ticket}, {"结果", draw::name_of(lot.status).zh}, {"抽中", is_drawn(lot.id)}});
    }
    return out;
  }
  /// Drawn targets in the order of their cases.
  Value drawn() const {
    List out;
    for (const std::string& id : draw::objects_to_inspect(result_)) {
      const auto* target = people_.targets.find(id);
      out.push_back(Fields{{"编号", id}, {"名称", people_.name_of_target(id)}, {"业务类别", target ? target->trade : ""},
                           {"案件号", case_of(id)}});
    }
    return out;
  }
  /// Every seat with its ticket and everybody who was passed over for it.
  Value seats() const {
    List out;
    for (const draw::TeamSeat& seat : result_.teams) {
      std::string passed;
      for (const draw::PassedOver& p : seat.passed) {
        passed += (passed.empty() ? "" : "；") + people_.name_of_inspector(p.inspector) + "（" + draw::reason_of(p.why).zh + "）";
      }
      out.push_back(Fields{{"案件号", case_of(seat.object)}, {"对象", people_.name_of_target(seat.object)}, {"席位", std::int64_t{seat.seat}}, {"标记", seat.tag},
                           {"人员", seat.inspector == "-" ? "（缺）" : people_.name_of_inspector(seat.inspector)},
                           {"签值", seat.ticket == "-" ? Value() : Value(seat.ticket)}, {"跳过", passed}});
    }
    return out;
  }
  Value teams() const {
    List out;
    for (const std::string& id : draw::objects_to_inspect(result_)) {
      List names;
      std::string passed;
      for (const draw::TeamSeat& seat : result_.teams) {
        if (seat.object != id) continue;
        names.push_back(seat.inspector == "-" ? Value("（缺）") : Value(people_.name_of_inspector(seat.inspector)));
        for (const draw::PassedOver& p : seat.passed) {
          const std::string told = people_.name_of_inspector(p.inspector) + "（" + draw::reason_of(p.why).zh + "）";
          // Both seats of a team may pass the same person over; a member of the team is not passed over.
          if (is_on_team(id, p.inspector) || passed.find(told) != std::string::npos) continue;
          passed += (passed.empty() ? "" : "；") + told;
        }
      }
      out.push_back(Fields{{"案件号", case_of(id)}, {"对象", people_.name_of_target(id)}, {"人员", std::move(names)}, {"跳过", passed}});
    }
    return out;
  }
  /// Everybody who sits on any team: {编号, 姓名}.
  Value people() const {
    std::map<std::string, Value> seen;
    for (const draw::TeamSeat& seat : result_.teams) {
      if (seat.inspector != "-") seen.emplace(seat.inspector, Fields{{"编号", seat.inspector}, {"姓名", people_.name_of_inspector(seat.inspector)}});
    }
    List out;
    for (auto& [id, person] : seen) out.push_back(std::move(person));
    return out;
  }
  Value loads() const {
    List out;
    for (const draw::InspectorLoad& l : result_.loads) {
      out.push_back(Fields{{"编号", l.inspector}, {"姓名", people_.name_of_inspector(l.inspector)}, {"原有", l.before}, {"本次", l.assigned}});
    }
    return out;
  }
  std::int64_t drawn_in(const std::string& stratum) const {
    std::int64_t n = 0;
    for (const draw::ObjectLot& lot : result_.objects) n += lot.stratum == stratum && is_drawn(lot.id) ? 1 : 0;
    return n;
  }

 private:
  /// 行业, with the words of the rule where a rule made a group of its own.
  Value group_of(const std::string& stratum) const {
    for (const Value& row : groups_.is(Value::Kind::list) ? groups_.list() : List{}) {
      if (row.field("代号").text_or_empty() == stratum) return row.field("业务类别");
    }
    return Value();
  }
  bool is_drawn(const std::string& id) const {
    const auto all = draw::objects_to_inspect(result_);
    return std::find(all.begin(), all.end(), id) != all.end();
  }
  bool is_on_team(const std::string& id, const std::string& inspector) const {
    const auto team = draw::team_of(result_, id);
    return std::find(team.begin(), team.end(), inspector) != team.end();
  }
  /// By the place in the order of assignment, which a target that drops out keeps.
  std::string case_of(const std::string& id) const {
    const auto seat = std::find_if(result_.teams.begin(), result_.teams.end(), [&](const draw::TeamSeat& s) { return s.object == id; });
    return case_number(round_, seat == result_.teams.end() ? 0 : static_cast<std::size_t>(seat->position));
  }

  const CaseId& round_;
  const draw::FrozenList& list_;
  const draw::DrawResult& result_;
  const DrawPeople& people_;
  const Fields& reasons_;
  const Value& groups_;  // 行业 as the freeze told them
};

Value keepers_fact(const DrawRecord& record) {
  List out;
  for (const std::string& keeper : record.keepers) out.push_back(Value(keeper));
  return out;
}

/// 来源: each contributor with what it committed to, and what it brought once that is known: a value that two
/// people typed alike, a secret that was opened.
Value sources_fact(const DrawRecord& record, const draw::FrozenList& list, const Value& declared) {
  std::vector<std::string> opened;
  if (!record.seed.empty()) {
    if (const auto seed = draw::parse_seed(list, record.seed, record.id); seed.ok()) opened = seed->values;
  }
  List out;
  for (std::size_t n = 0; n < list.contributors.size(); ++n) {
    const draw::Contributor& c = list.contributors[n];
    Value label(c.id);
    if (declared.is(Value::Kind::list)) {
      for (const Value& one : declared.list()) {
        if (one.field("代号").text_or_empty() == c.id && !one.field("名称").empty()) label = one.field("名称");
      }
    }
    Fields row{{"代号", c.id}, {"名称", label}, {"方式", draw::name_of(c.kind)}, {"承诺值", c.commitment == "-" ? "" : c.commitment},
               {"密数", c.kind == draw::SourceKind::secret}, {"值", n < opened.size() ? opened[n] : ""}, {"首录人", ""}, {"复录人", ""}};
    for (const cases::EnteredValue& v : record.values) {
      if (v.of != c.id || v.confirmed_by.empty()) continue;
      row.insert_or_assign("值", Value(v.value));
      row.insert_or_assign("首录人", Value(v.entered_by));
      row.insert_or_assign("复录人", Value(v.confirmed_by));
    }
    out.push_back(std::move(row));
  }
  return out;
}

/// Trades of the freeze with how many were drawn.
Value with_drawn(const Value& strata, const ResultFacts& facts) {
  if (!strata.is(Value::Kind::list)) return strata;
  List out;
  for (const Value& row : strata.list()) {
    out.push_back(with_field(row, "抽中", Value(facts.drawn_in(row.field("代号").text_or_empty()))));
  }
  return out;
}

}  // namespace

Result<Value> DrawPeople::target(const std::string& id) const {
  const auto* row = targets.find(id);
  if (!row) return diagnose(no_register, Place{}, id);
  return cases::target_fact(*row);
}

Result<Value> DrawPeople::team(const std::vector<std::string>& ids) const {
  List out;
  for (const std::string& id : ids) {
    const auto* row = inspectors.find(id);
    if (!row) return diagnose(no_register, Place{}, id);
    out.push_back(cases::inspector_fact(*row));
  }
  return Value(std::move(out));
}

const std::string& DrawPeople::name_of_target(const std::string& id) const {
  const auto* row = targets.find(id);
  return row ? row->name : id;
}

const std::string& DrawPeople::name_of_inspector(const std::string& id) const {
  const auto* row = inspectors.find(id);
  return row ? row->name : id;
}

Result<PeopleRead> people_if_any(Work& work) {
  if (work.people) return work.people;
  ANJUAN_TRY(const auto targets, work.tx.load_register("targets"));
  ANJUAN_TRY(const auto inspectors, work.tx.load_register("inspectors"));
  if (!targets || !inspectors) return PeopleRead();
  work.people = std::make_shared<const DrawPeople>(DrawPeople{registers::register_of<registers::InspectionTarget>(targets->body), registers::register_of<registers::Inspector>(inspectors->body)});
  return work.people;
}

Result<PeopleRead> read_people(Work& work) {
  ANJUAN_TRY(PeopleRead people, people_if_any(work));
  if (people) return people;
  ANJUAN_TRY(const auto targets, work.tx.load_register("targets"));
  return diagnose(no_register, Place{}, targets ? "执法检查人员名录库" : "检查对象名录库");
}

Result<draw::DrawResult> recompute(const DrawRecord& record) {
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record.list, record.id));
  if (!record.lots.empty()) return result_of_lots(list, record.lots);
  ANJUAN_TRY(const draw::Seed seed, draw::parse_seed(list, record.seed, record.id));
  if (record.events.empty()) return draw::draw(list, seed);
  ANJUAN_TRY(const draw::Events events, draw::parse_events(list, seed, record.events, record.id));
  return draw::draw(list, seed, events);
}

Result<std::string> first_result(const DrawRecord& record) {
  if (record.events.empty()) return record.result;
  DrawRecord opened = record;
  opened.events.clear();
  ANJUAN_TRY(const draw::DrawResult result, recompute(opened));
  return draw::write_result(result);
}

Value draw_fact(const DrawRecord& record, const CaseId& round, const DrawPeople& people, const Fields& reasons, const Fields& freeze_facts) {
  Fields out = freeze_facts;
  out.insert_or_assign("抽取号", Value(record.id));
  out.insert_or_assign("承诺值", Value(record.commit));
  out.insert_or_assign("信封保管人", keepers_fact(record));
  const auto list = draw::parse_list(record.list, record.id);
  if (list.ok()) {
    out.insert_or_assign("清单摘要", Value(list->digest));
    out.insert_or_assign("前次摘要", Value(list->previous == draw::no_previous_draw ? "" : list->previous));
    out.insert_or_assign("来源", sources_fact(record, *list, out["来源"]));
  }
  const auto result = record.seed.empty() && record.lots.empty() ? Result<draw::DrawResult>(diagnose(no_draw, Place{})) : recompute(record);
  if (!list.ok() || !result.ok()) return out;
  const Value groups = out["行业"];
  const ResultFacts facts(round, *list, *result, people, reasons, groups);
  if (!record.seed.empty()) out.insert_or_assign("种子", Value(result->seed_digest));
  const auto first = first_result(record);
  out.insert_or_assign("结果摘要", Value(digest(list->hash, first.ok() ? *first : record.result)));
  if (!record.events.empty()) out.insert_or_assign("递补后摘要", Value(digest(list->hash, record.result)));
  out.insert_or_assign("对象", facts.drawn());
  out.insert_or_assign("签位", facts.objects());
  out.insert_or_assign("编组", facts.teams());
  out.insert_or_assign("席位", facts.seats());
  out.insert_or_assign("人员", facts.people());
  out.insert_or_assign("任务量", facts.loads());
  out.insert_or_assign("执业人员", practitioners_fact(record, draw::objects_to_inspect(*result), people));
  out.insert_or_assign("行业", with_drawn(groups, facts));
  return out;
}

}  // namespace anjuan::handling
