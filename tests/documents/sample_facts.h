#pragma once
// Facts as every document has them, and sample values for what a template needs: fictional.

#include <string>

#include "base/value.h"
#include "documents/document_template.h"
#include "expression/expression.h"

namespace anjuan::documents::testing {

inline const Day sample_day = make_day(2026, 9, 10);

inline Fields person(const char* id, const char* name, const char* certificate) {
  return {{"编号", id},
          {"姓名", name},
          {"执法证号", certificate},
          {"单位", "澄阳县司法局"},
          {"股室", "律师工作股"},
          {"职务", "科员"},
          {"证件有效期止", make_day(2028, 7, 14)}};
}

inline Fields office() {
  return {{"名称", "澄阳县司法局"},
          {"简称", "澄阳县司法局"},
          {"代字", "澄司"},
          {"地区", "澄阳县"},
          {"本级政府", "澄阳县人民政府"},
          {"上级机关", "云川市司法局"},
          {"同级公安机关", "澄阳县公安局"},
          {"同级检察机关", "澄阳县人民检察院"},
          {"监督机构", "行政执法监督股"},
          {"监督电话", "0999-7210000"},
          {"联系人", "桑以墨"},
          {"联系电话", "0999-7210001"},
          {"地址", "澄阳县建安路1号"},
          {"邮编", "999000"},
          {"工作细则", "澄阳县司法局“双随机一公开”随机抽查工作细则"},
          {"政府网站", "澄阳县人民政府门户网站"},
          {"新媒体", "澄阳县司法局微信公众号"},
          {"全宗号", "0045"},
          {"示例", true}};
}

inline Fields target() {
  return {{"编号", "990128LS002"},
          {"业务类别", "律师事务所"},
          {"名称", "岚东清渠律师事务所"},
          {"统一社会信用代码", "31990128MD0100025G"},
          {"许可证号", "31990128MD0100025G"},
          {"组织形式", "普通合伙"},
          {"负责人", "鄢若谷"},
          {"住所", "澄阳县鼓楼街66号"},
          {"电话", "0999-7210012"},
          {"主管股室", "律师工作股"},
          {"执业状态", "正常"},
          {"按涉企管理", true},
          {"风险等级", "B"},
          {"投诉件数", 1},
          {"处罚次数", 0},
          {"已检查次数", 1}};
}

inline Fields finding(const char* code, const char* item, const char* found) {
  return {{"编码", code},
          {"项目", item},
          {"内容", "见检查表"},
          {"依据", "《律师法》第二十三条"},
          {"方式", "查看"},
          {"结果", "不符合"},
          {"情况", found},
          {"证据", "照片2张"},
          {"处理意见", "责令限期改正"},
          {"当场改正", "否"}};
}

inline List findings() {
  return {finding("LS-C02", "统一收费入账", "2026年3月至5月有3件委托未入账"),
          finding("LS-D01", "利益冲突审查", "抽查的10卷中有2卷没有利益冲突审查记录。")};
}

inline Fields lots() {
  const std::string digest = "43085ec210c654c30cc7b9eb4b52f3f0ecc901599f8dce78ce0762c2005f97d2";
  List trades, objects, teams, left, sources, seats;
  for (const char* trade : {"律师事务所", "公证机构", "基层法律服务所"})
    trades.push_back(Fields{{"业务类别", trade}, {"基数", 9}, {"剔除数", 1}, {"应抽", 3}, {"抽中", 3}});
  for (int i = 1; i <= 9; ++i)
    objects.push_back(Fields{{"名次", i},
                             {"编号", "990128LS00" + std::to_string(i)},
                             {"名称", "岚东清渠律师事务所"},
                             {"业务类别", "律师事务所"},
                             {"签值", digest},
                             {"结果", i <= 3 ? "抽中" : "未抽中"}});
  teams.push_back(
      Fields{{"案件号", "2026-01-001"}, {"对象", "岚东清渠律师事务所"}, {"人员", List{"晏知秋", "桑以墨"}}});
  left.push_back(
      Fields{{"编号", "990128LS007"}, {"名称", "岚东和光律师事务所"}, {"理由", "本年度已检查2次"}});
  sources.push_back(Fields{{"代号", "witness"}, {"名称", "见证人"}, {"方式", "d6"}, {"承诺值", ""}, {"密数", false},
                           {"值", "35261442516361425316"}, {"首录人", "桑以墨"}, {"复录人", "晏知秋"}});
  sources.push_back(Fields{{"代号", "office"}, {"名称", "县司法局"}, {"方式", "secret"}, {"承诺值", digest}, {"密数", true},
                           {"值", digest}, {"首录人", ""}, {"复录人", ""}});
  for (int i = 1; i <= 2; ++i)
    seats.push_back(Fields{{"案件号", "2026-01-001"}, {"对象", "岚东清渠律师事务所"}, {"席位", i},
                           {"人员", i == 1 ? "晏知秋" : "桑以墨"}, {"签值", digest}, {"跳过", i == 1 ? "公冶衡（应当回避）" : ""}});
  return {{"来源", sources}, {"席位", seats}, {"前次摘要", digest}, {"信封保管人", List{"闻人朔", "公冶衡"}}, {"抽取号", "CY-2026-01"}, {"清单摘要", digest}, {"种子", digest}, {"结果摘要", digest},
          {"行业", trades},         {"对象", objects},    {"人员", teams},  {"剔除", left},
          {"承诺值", digest},       {"入池数", 9},        {"人员数", 6},    {"签位", objects},
          {"编组", teams},          {"递补", Fields{{"随机数", "d6:35261"}, {"签值", digest}, {"人员", person("ZF004", "公冶衡", "99012811004")}}}};
}

inline Fields paper(const char* number) {
  return {{"题名", "文书"}, {"文号", number}, {"日期", sample_day},    {"状态", "已签发"},
          {"已签署", true}, {"已送达", true}, {"送达日期", sample_day}};
}

inline Fields sample_facts() {
  Fields round{{"编号", "CY-2026-01"},
               {"名称", "2026年第一次法律服务机构随机抽查"},
               {"年度", 2026},
               {"计划序号", "1"}};
  Fields checklist{{"表号", "CK-LS-2026"}, {"版本", "第1版"}, {"项目", List{}}, {"符合数", 20},
                   {"不符合数", 2},        {"不适用数", 2},   {"未检查数", 1},  {"问题", findings()}};
  return {
      {"机关", office()},
      {"日期", sample_day},
      {"签署人", person("ZF009", "季临川", "99012811009")},
      {"记录人", person("ZF002", "桑以墨", "99012811002")},
      {"任务", round},
      {"案件", Fields{{"编号", "CY-2026-01-002"}, {"序号", 2}}},
      {"对象", target()},
      {"检查人员", List{person("ZF001", "晏知秋", "99012811001"), person("ZF002", "桑以墨", "99012811002")}},
      {"抽取", lots()},
      {"名录", Fields{{"行业", List{Fields{{"业务类别", "律师事务所"}, {"基数", 9}}}}}},
      {"检查表", checklist},
      {"文书", Fields{{"行政检查通知书", paper("澄司检通〔2026〕2号")},
                      {"检查结果告知书", paper("澄司检告〔2026〕2号")},
                      {"责令改正通知书", paper("澄司责改〔2026〕1号")},
                      {"检查报告", paper("")}}},
      {"文号", "澄司检通〔2026〕2号"},
      {"成文日期", sample_day},
      {"记录", Fields{{"序号", 42}, {"链首", std::string(64, 'a')}}},
      {"受文者", "岚东清渠律师事务所"}};
}

/// The type of a value as the check wants it; records of `文书`, `任务` and `抽取` stay open.
inline expression::Type type_of(const std::string& name, const Value& value) {
  using Type = expression::Type;
  Type type;
  switch (value.kind()) {
    case Value::Kind::boolean:
      type.kind = Type::Kind::boolean;
      break;
    case Value::Kind::integer:
      type.kind = Type::Kind::integer;
      break;
    case Value::Kind::text:
      type.kind = Type::Kind::text;
      break;
    case Value::Kind::date:
      type.kind = Type::Kind::date;
      break;
    case Value::Kind::list: {
      type.kind = Type::Kind::list;
      const List& list = value.list();
      if (!list.empty()) type.item = std::make_shared<Type>(type_of("", list.front()));
      break;
    }
    case Value::Kind::record: {
      type.kind = Type::Kind::record;
      if (name == "文书" || name == "任务" || name == "抽取") break;
      auto fields = std::make_shared<std::map<std::string, Type>>();
      for (const auto& [key, field] : value.record()) (*fields)[key] = type_of("", field);
      type.fields = fields;
      break;
    }
    default:
      break;
  }
  return type;
}

inline expression::Names fact_names() {
  expression::Names names;
  for (const auto& [name, value] : sample_facts()) names[name] = type_of(name, value);
  return names;
}

/// A value of the type; texts say the label, so that a reader sees where it went.
inline Value sample_value(const std::string& label, const expression::Type& type) {
  using Kind = expression::Type::Kind;
  switch (type.kind) {
    case Kind::boolean:
      return true;
    case Kind::integer:
      return 5;
    case Kind::decimal:
      return make_decimal(123450, 2);
    case Kind::date:
      return sample_day;
    case Kind::enumeration:
      return type.choices.front();
    case Kind::list: {
      const expression::Type item = type.item ? *type.item : expression::Type{Kind::text, {}, {}, {}};
      return List{sample_value(label + "甲", item), sample_value(label + "乙", item)};
    }
    case Kind::record: {
      Fields fields;
      if (type.fields)
        for (const auto& [name, field] : *type.fields) fields[name] = sample_value(name, field);
      return fields;
    }
    default:
      return label;
  }
}

inline List plan_rows() {
  List rows;
  const char* trades[] = {"律师事务所", "公证机构", "基层法律服务所"};
  for (int i = 0; i < 3; ++i)
    rows.push_back(Fields{{"编号", "CY-2026-0" + std::to_string(i + 1)},
                          {"任务", "2026年第" + std::to_string(i + 1) + "次法律服务机构随机抽查"},
                          {"抽查事项", "对" + std::string(trades[i]) + "执业和内部管理情况的检查"},
                          {"业务类别", trades[i]},
                          {"拟抽数", 3},
                          {"方式", "实地检查"},
                          {"时间", "2026年9月"},
                          {"承办股室", "律师工作股"},
                          {"备注", ""}});
  return rows;
}

/// Values as a case might have them, for names that many documents use.
inline Fields usual_values() {
  return {{"问题", findings()},
          {"检查方式", List{"实地检查", "书面检查"}},
          {"检查依据", "《律师法》第四条、第五十二条，《律师事务所管理办法》第五条"},
          {"检查事项", "对律师事务所执业和内部管理情况的检查（990128LS01）"},
          {"检查内容", "设立条件保持、变更报批备案、统一收案收费、利益冲突审查、内部管理制度"},
          {"检查时间", "9时30分至11时"},
          {"检查地点", "澄阳县鼓楼街66号"},
          {"协助人员", Value()},
          {"见证人", "闻人朔（县人大代表）"},
          {"现场情况",
           "该所在登记住所办公，执业许可证正本悬挂于前台。\n抽查收案登记簿32件，其中3件没有入账凭证。"},
          {"结果类别", "发现问题责令限期改正"},
          {"处理建议", "责令于2026年9月30日前改正统一收费入账、利益冲突审查两项问题，到期复查。"},
          {"改正依据", "《律师法》第五十二条"},
          {"改正要求", "补记入账凭证，补做利益冲突审查并建立台账。"},
          {"不配合表现", "检查人员出示证件后，前台人员拒绝提供收案登记簿和财务账册。"},
          {"劝告情况", "9时40分第一次劝告，9时55分第二次劝告，均告知不配合检查的后果。"},
          {"违法事实", "2026年3月至5月有3件委托未入账，涉及金额12000元"},
          {"移送材料", List{"检查报告1份", "现场检查笔录1份", "证据复印件23页"}},
          {"书面材料", List{"收案登记簿", "2026年3月至5月财务账册", "利益冲突审查记录"}},
          {"承诺值", "43aee0002f0b0235fc650caad5bbeeffbf18574ca2cce7b870f97ab53a898e75"},
          {"外部随机数方式", "现场见证人掷骰子产生"},
          {"抽取方式", "机选"},
          {"信封", Fields{{"保管人", "闻人朔"}, {"序号", 1}, {"份数", 2}, {"来源代号", "office"}, {"机关随机数", "43aee0002f0b0235fc650caad5bbeeffbf18574ca2cce7b870f97ab53a898e75"}}},
          {"卷别", "正卷"},
          {"卷宗类别", "行政检查卷"},
          {"案卷题名", "岚东清渠律师事务所2026年第一次法律服务机构随机抽查行政检查卷"},
          {"案卷号", "CY-2026-01-002"},
          {"档号", "0045-ZY·2026-D30-XZJC-0002"},
          {"批次", 1},
          {"年度", 2026},
          {"主送", "局机关各股室，各司法所"},
          {"计划任务", plan_rows()},
          {"份号", Value()},
          {"密级", Value()},
          {"紧急程度", Value()},
          {"抄送", List{"云川市司法局", "澄阳县人民政府办公室"}},
          {"会议名称", "澄阳县司法局随机抽查工作第三次会议"},
          {"主持人", "季临川"},
          {"会议地点", "局机关三楼会议室"},
          {"议题", "2026年第一次法律服务机构随机抽查有关工作"},
          {"议定事项", List{"同意专项抽查工作方案，由律师工作股按程序报备后实施", "抽取在见证人到场后进行，全程录像", "检查结束后5个工作日内完成检查报告"}},
          {"出席", List{"季临川", "晏知秋", "桑以墨", "公冶衡", "宓如晦", "冼照野", "闻人朔", "鄢若谷", "岑未央", "郗望舒"}},
          {"请假", Value()},
          {"退回理由", Value()},
          {"不批准理由", Value()},
          {"回避人员", Fields(person("ZF002", "桑以墨", "99012811002"))},
          {"递补人员", Fields(person("ZF004", "公冶衡", "99012811004"))}};
}

inline Fields sample_fields(const DocumentTemplate& made) {
  Fields fields = sample_facts();
  const Fields usual = usual_values();
  for (const Need& need : made.needs) {
    const auto known = usual.find(need.name);
    fields[need.name] = known == usual.end() ? sample_value(need.label, need.type) : known->second;
  }
  return fields;
}

}  // namespace anjuan::documents::testing
