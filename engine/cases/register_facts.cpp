#include "cases/register_facts.h"

#include <algorithm>
#include <map>

namespace anjuan::cases {

Value target_fact(const registers::InspectionTarget& t) {
  return Fields{{"编号", t.id}, {"业务类别", t.trade}, {"名称", t.name}, {"统一社会信用代码", t.uscc}, {"许可证号", t.licence_number},
                {"组织形式", t.organisation_form}, {"负责人", t.head}, {"住所", t.address}, {"电话", t.phone},
                {"主管股室", t.section}, {"执业状态", t.status}, {"按涉企管理", t.enterprise}, {"风险等级", t.risk_grade},
                {"投诉件数", t.complaints}, {"处罚次数", t.penalties}, {"已检查次数", t.inspected_this_year}};
}

Value inspector_fact(const registers::Inspector& i) {
  return Fields{{"编号", i.id}, {"姓名", i.name}, {"执法证号", i.certificate_number}, {"单位", i.organisation}, {"股室", i.section},
                {"职务", i.post}, {"证件有效期止", i.certificate_until ? Value(*i.certificate_until) : Value()}};
}

Value register_fact(const std::vector<registers::InspectionTarget>& targets, const std::vector<registers::Inspector>& inspectors, Day on) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> trades;
  for (const auto& t : targets) {
    auto& [all, base] = trades[t.trade];
    ++all;
    if (t.drawable) ++base;
  }
  List rows;
  for (const auto& [trade, counts] : trades) {
    rows.push_back(Fields{{"业务类别", trade}, {"在库", counts.first}, {"基数", counts.second}});
  }
  List people;
  for (const auto& i : inspectors) {
    if (registers::is_certificate_valid(i, on)) people.push_back(Fields{{"编号", i.id}, {"姓名", i.name}});
  }
  const auto valid = static_cast<std::int64_t>(people.size());
  return Fields{{"机构数", static_cast<std::int64_t>(targets.size())}, {"人员数", valid}, {"人员", std::move(people)}, {"行业", std::move(rows)}};
}

}  // namespace anjuan::cases
