#include "benchmarks/paper/report.h"

#include <array>

namespace anjuan::paper_benchmark {
namespace {

constexpr std::array<const char*, 12> names{"青禾", "明远", "衡正", "致和", "嘉言", "博雅",
                                            "立信", "同德", "安澜", "澄观", "景行", "弘毅"};
constexpr std::array<const char*, 12> people{"赵一鸣", "钱若水", "孙清扬", "李怀瑾", "周既白", "吴望舒",
                                             "郑知微", "王思齐", "冯远山", "陈景和", "褚文渊", "卫长宁"};
constexpr std::array<const char*, 12> items{
    "执业许可证在有效期内", "变更事项按期备案",   "受理登记簿逐件填写", "收费标准在显著位置公示",
    "委托合同统一编号",     "利益冲突审查有记录", "印章由专人保管",     "档案按年度装订",
    "投诉处理有答复",       "财务账册单独设置",   "人员名册与实际相符", "年度考核材料齐全"};
constexpr std::array<const char*, 6> remarks{"查阅登记簿和原件，未见异常", "抽查卷宗十件，签名齐全",
                                             "现场核对，与备案信息一致",   "三份合同没有编号，已当场记录",
                                             "公示栏内容更新至本季度",     "有两件未按期归档，责令整改"};
constexpr std::array<const char*, 8> findings{
    "检查人员向被检查人出示了执法证件，说明了检查的依据、范围和权利义务，被检查人表示清楚并予以配合。",
    "经查阅受理登记簿、委托合同和收费凭证，抽取的卷宗中大部分手续完备，个别卷宗缺少谈话笔录。",
    "被检查人的执业许可证在有效期内，名称、住所、负责人与登记事项一致，没有擅自设立分支机构的情形。",
    "内部管理制度已经制定并上墙公示，但利益冲突审查制度的执行没有留下书面记录，应当补正。",
    "收费标准公示在接待场所的显著位置，抽查的票据与合同约定的金额相符，没有发现另行收取费用。",
    "对上一年度检查提出的问题进行了复核，其中四项已经改正，一项仍在改正期限之内。",
    "档案室设有专柜，卷宗按年度和类别排列，封面、目录、页码齐全，归档及时率较上年有所提高。",
    "检查人员就发现的问题逐项征求意见，被检查人没有提出异议，并在检查记录上签名确认。"};

template <std::size_t Count>
const char* pick(const std::array<const char*, Count>& from, int n) {
  return from[static_cast<std::size_t>(n) % Count];
}

}  // namespace

Report report_of(int n) {
  const std::string number = std::to_string(101 + n);
  const std::string firm = std::string("云栖县") + pick(names, n) + pick(names, n / 12 + 5) + "律师事务所";
  Report report;
  report.title = "关于" + firm + "的检查报告";
  report.number = "案件号：云司检〔2026〕" + number + "号";
  report.paragraphs.push_back("根据年度抽查计划和有关规定，经随机抽取，检查人员" +
                              std::string(pick(people, n)) + "、" + pick(people, n + 5) + "于2026年9月" +
                              std::to_string(1 + n % 28) + "日对" + firm + "进行了现场检查，共查阅卷宗" +
                              std::to_string(20 + n % 37) + "件。");
  for (int i = 0; i < 8; ++i) report.paragraphs.push_back(pick(findings, n + i));
  for (int i = 0; i < 12; ++i) {
    const bool fault = (n + i) % 5 == 3;
    report.rows.push_back({pick(items, i), fault ? "不符合" : "符合", pick(remarks, n + i)});
  }
  report.close = "综合以上情况，建议责令" + firm + "在" + std::to_string(10 + n % 20) +
                 "个工作日内改正，并将改正情况书面报告县司法局，由原检查人员" + pick(people, n) + "复核。";
  report.signature = std::string("检查人员：") + pick(people, n) + "、" + pick(people, n + 5) +
                     "　　2026年9月" + std::to_string(2 + n % 28) + "日";
  return report;
}

}  // namespace anjuan::paper_benchmark
