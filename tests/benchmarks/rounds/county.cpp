#include "benchmarks/rounds/county.h"

#include <cstdio>
#include <string_view>

namespace anjuan::rounds_benchmark {
namespace {

/// A credit code with its check character (GB 32100), from a number.
std::string credit_code(int n) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  char code[18];
  std::snprintf(code, sizeof code, "31990128MD%07u", static_cast<unsigned>(n) % 10'000'000U);
  int sum = 0, weight = 1;
  for (const char* c = code; *c != 0; ++c) {
    sum += static_cast<int>(alphabet.find(*c)) * weight;
    weight = weight * 3 % 31;
  }
  return std::string(code) + alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

struct Trade {
  const char *code, *name, *suffix, *form, *unit;
};

const Trade& trade_of(int n) {
  static constexpr Trade trades[] = {{"LS", "律师事务所", "律师事务所", "普通合伙", "律师工作股"},
                                     {"GZ", "公证机构", "公证处", "事业单位", "公共法律服务管理股"},
                                     {"JC", "基层法律服务所", "法律服务所", "所有执业人员共有", "基层工作股"}};
  return n % 20 == 19 ? trades[1] : n % 5 < 2 ? trades[0] : trades[2];
}

std::string padded(int n, int digits) {
  char text[16];
  std::snprintf(text, sizeof text, "%0*d", digits, n);
  return text;
}

/// Two characters that no two numbers below 400 share.
std::string given_name(int n) {
  static constexpr const char* first[] = {"知", "清", "明", "若", "怀", "云", "长", "照", "如", "望", "书", "景", "思", "远", "承", "正", "守", "令", "月", "星"};
  static constexpr const char* second[] = {"秋", "瑾", "歌", "野", "晦", "舟", "微", "和", "远", "澜", "宁", "安", "衡", "川", "林", "石", "声", "言", "礼", "行"};
  return std::string(first[n % 20]) + second[n / 20 % 20];
}

std::string table_of_targets(int count) {
  std::string out =
      "序号,对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,组织形式,负责人,住所,联系电话,设立日期,执业人员数,主管股室,执业状态,"
      "是否按涉企检查管理,信用风险等级,近12个月投诉举报件数,近三年行政处罚次数,本年度已检查次数,上次检查日期,纳入日期,退出日期,退出原因,备注\n";
  for (int i = 0; i < count; ++i) {
    const Trade& trade = trade_of(i);
    const std::string n = padded(i + 1, 5), code = credit_code(i + 1);
    out += n + ",990128" + trade.code + n + "," + trade.name + ",岚东第" + std::to_string(i + 1) + trade.suffix + "," + code + "," + code + "," + trade.form +
           ",尉迟" + given_name(i) + ",澄阳县建安路" + std::to_string(i + 1) + "号,0999-7210011,2009-05-18," + std::to_string(2 + i % 20) + "," + trade.unit +
           ",正常,是," + "ABCD"[i % 4] + ",0,0,0,,2021-01-04,,,\n";
  }
  return out;
}

std::string table_of_inspectors(const std::vector<Inspector>& inspectors) {
  std::string out =
      "序号,人员编号,姓名,性别,所在单位,所在股室（所）,职务,行政执法证号,执法类别,发证机关,证件有效期起,证件有效期止,证件状态,是否编制内,专业特长,"
      "在库状态,利害关系申报（对象编号）,申报事由,联系电话,纳入日期,备注\n";
  int n = 0;
  for (const Inspector& i : inspectors) {
    ++n;
    out += std::to_string(n) + "," + i.id + "," + i.name + ",女,澄阳县司法局,执法一队,科员,990128" + padded(20000 + n, 5) +
           ",行政检查、行政处罚,岚东省人民政府,2021-01-04,2029-02-28,有效,是,律师管理,在库,,,12020" + padded(n, 6) + ",2021-01-04,\n";
  }
  return out;
}

std::string bureau_with(const std::vector<Inspector>& inspectors, std::string xml) {
  std::string people;
  for (const Inspector& i : inspectors) people += "  <person id=\"" + i.id + "\" name=\"" + i.name + "\" title=\"科员\" unit=\"执法一队\"/>\n";
  return xml.insert(xml.find("  <number-code"), people);
}

}  // namespace

County make_county(int targets, int inspectors, const std::string& bureau_xml) {
  County county;
  for (int i = 0; i < inspectors; ++i) county.inspectors.push_back({"990128ZF" + padded(101 + i, 3), "诸葛" + given_name(i)});
  county.targets_csv = table_of_targets(targets);
  county.inspectors_csv = table_of_inspectors(county.inspectors);
  county.bureau_xml = bureau_with(county.inspectors, bureau_xml);
  return county;
}

}  // namespace anjuan::rounds_benchmark
