#include "cases/case_facts.h"

#include <memory>

namespace anjuan::cases {
namespace {

using expression::Names;
using expression::Type;

Type plain(Type::Kind kind) {
  Type t;
  t.kind = kind;
  return t;
}
const Type text_type = plain(Type::Kind::text), whole = plain(Type::Kind::integer), truth = plain(Type::Kind::boolean),
           date_type = plain(Type::Kind::date), any_list = plain(Type::Kind::list), open_record = plain(Type::Kind::record);

Type record_of(std::map<std::string, Type> fields) {
  Type t = plain(Type::Kind::record);
  t.fields = std::make_shared<const std::map<std::string, Type>>(std::move(fields));
  return t;
}
Type list_of(Type item) {
  Type t = plain(Type::Kind::list);
  t.item = std::make_shared<const Type>(std::move(item));
  return t;
}

const Type& person_type() {
  static const Type type = record_of({{"编号", text_type}, {"姓名", text_type}, {"职务", text_type}, {"单位", text_type}});
  return type;
}
const Type& inspector_type() {
  static const Type type = record_of({{"编号", text_type}, {"姓名", text_type}, {"执法证号", text_type}, {"单位", text_type},
                                      {"股室", text_type}, {"职务", text_type}, {"证件有效期止", date_type}});
  return type;
}

/// Titles of the valid papers that still must be signed, or served.
Value waiting(const Case& c, bool for_service) {
  List titles;
  for (const Paper& p : c.papers) {
    if (p.state != Paper::State::issued || p.draft) continue;
    const bool waits = for_service ? p.serve && !p.served_on : p.sign && !p.signed_on;
    if (waits) titles.emplace_back(p.title);
  }
  return titles;
}

/// The latest paper of each slot; voided ones do not count.
Value papers_fact(const Case& c) {
  Fields out;
  for (const Paper& p : c.papers) {
    if (p.state == Paper::State::issued && !p.draft) out.insert_or_assign(p.slot, paper_fact(p));
  }
  return out;
}

/// 期限.<id>: {起, 止, 暂定} of each limit that runs.
Value limits_fact(const Case& c) {
  Fields out;
  for (const auto& [id, limit] : c.standing.limits) {
    out.emplace(id, Fields{{"起", limit.deadline.started}, {"止", limit.deadline.due}, {"暂定", limit.deadline.provisional}});
  }
  return out;
}

/// The round as its cases and papers see it: its own data with number and draw.
Value round_fact(const Case& round) {
  Fields out = round.standing.data;
  out.insert_or_assign("编号", Value(round.id.text()));
  return out;
}

}  // namespace

Value paper_fact(const Paper& p) {
  return Fields{{"题名", p.title}, {"文号", p.number}, {"日期", p.date},
                {"状态", p.served_on ? "已送达" : p.signed_on ? "已签署" : "已制作"},
                {"已签署", p.signed_on.has_value()}, {"已送达", p.served_on.has_value()}, {"有扫描件", !p.scan.empty()},
                {"送达日期", p.served_on ? Value(*p.served_on) : Value()}};
}

Value journal_fact(const journal::Head& head) { return Fields{{"序号", head.n}, {"链首", head.digest}}; }

Names names_of_papers_only() {
  return {{"文号", text_type}, {"成文日期", date_type}, {"受文者", text_type}, {"记录", record_of({{"序号", whole}, {"链首", text_type}})}};
}

Names fact_names(const Bureau& bureau, std::string_view kind) {
  std::map<std::string, Type> office{{"示例", truth}};
  for (const auto& [name, value] : bureau.facts) office.emplace(name, text_type);
  Names names{{"机关", bureau.facts.empty() ? open_record : record_of(std::move(office))}, {"日期", date_type}, {"签署人", person_type()}, {"记录人", person_type()},
              {"任务", open_record}, {"文书", open_record}, {"抽取", open_record}, {"期限", open_record}, {"名录", open_record},
              {"案件", record_of({{"编号", text_type}, {"序号", whole}, {"承办股室", text_type}, {"待签署", any_list}, {"待送达", any_list}})}};
  if (kind == "case") {
    names.emplace("对象", record_of({{"编号", text_type}, {"业务类别", text_type}, {"名称", text_type}, {"统一社会信用代码", text_type},
                                     {"许可证号", text_type}, {"组织形式", text_type}, {"负责人", text_type}, {"住所", text_type},
                                     {"电话", text_type}, {"主管股室", text_type}, {"执业状态", text_type}, {"按涉企管理", truth},
                                     {"风险等级", text_type}, {"投诉件数", whole}, {"处罚次数", whole}, {"已检查次数", whole}}));
    names.emplace("检查人员", list_of(inspector_type()));
  }
  return names;
}

Fields facts_of(const Case& c, const Surroundings& around) {
  const Case& round = around.round ? *around.round : c;
  Fields office = around.bureau.facts;
  office.insert_or_assign("示例", Value(around.bureau.exercise));
  Fields facts{{"机关", office}, {"签署人", around.signatory}, {"记录人", around.recorder}, {"任务", round_fact(round)},
               {"文书", papers_fact(c)},
               {"案件", Fields{{"编号", c.id.text()}, {"序号", c.sequence}, {"承办股室", c.unit}, {"待签署", waiting(c, false)}, {"待送达", waiting(c, true)}}}};
  facts.emplace("日期", around.on ? Value(*around.on) : Value());
  const DrawRecord* draw = current_draw(round);
  facts.emplace("抽取", draw ? draw->facts : Value(Fields{}));
  facts.emplace("期限", limits_fact(c));
  facts.emplace("名录", around.registers.empty() ? Value(Fields{}) : around.registers);
  if (c.kind == "case") {
    facts.emplace("对象", c.target);
    facts.emplace("检查人员", c.inspectors);
  }
  return facts;
}

}  // namespace anjuan::cases
