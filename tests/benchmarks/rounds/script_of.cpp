#include "benchmarks/rounds/script_of.h"

#include "base/text.h"

namespace anjuan::rounds_benchmark {
namespace {

constexpr const char* secret = "7f3a1c5e9b2d4860a1c3e5f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b";

std::string day(Day drawn, int after) { return iso(drawn + std::chrono::days(after)); }
std::string on(Day drawn, int after) { return "日期 " + day(drawn, after) + "\n"; }

std::string declaration(const std::string& id, const std::string& event, const std::string& by) {
  return "办 " + id + " " + event + " 由 " + by + "\n  有利害关系 = 否\n";
}

std::string served(const DrawnCase& c, const std::string& paper) {
  return "送 " + c.id + " " + paper + " 方式 直接送达 收件人 尉迟知秋 地点 " + c.target + " 由 " + join(c.team, "、") + "\n";
}

std::string visit(const DrawnCase& c, Day drawn) {
  return "办 " + c.id + " 完成实地检查 由 " + c.team[0] + "\n  检查开始 = " + day(drawn, 5) +
         "\n  检查时间 = 9时至11时30分\n  现场负责人 = 尉迟知秋\n  现场负责人职务 = 负责人\n  音像设备 = ZFY-07\n  亮证答复 = 已看清\n"
         "  回避答复 = 不申请回避\n"
         "  现场情况 = 执业许可证正本悬挂于大厅，登记事项与实际一致。随机抽取业务卷宗10卷、收费10笔，委托合同、告知、审查、收费票据均齐全，收案登记连续\n"
         "  照片数 = 10\n  录像数 = 1\n  被检查人意见 = 以上笔录已阅，与现场情况相符\n";
}

std::string checklist(const DrawnCase& c, Day drawn) {
  std::string out = "读 " + c.id + " 由 " + c.team[0] + "\n  检查日期 = " + day(drawn, 5) + "\n  被检查人意见 = 情况属实\n  其余.结果 = 符合\n";
  if (c.rectified) {
    out += "  JC-A02.结果 = 不符合\n  JC-A02.情况 = 在册执业人员2名，少于3名\n  JC-A02.证据 = 执业人员名册1份\n  JC-A02.处理意见 = D2\n";
  }
  return out;
}

std::string rectification(const DrawnCase& c, Day drawn) {
  return "办 " + c.id + " 责令限期改正 由 陆明舟\n  违法事实 = 在册执业人员2名，少于规定的3名\n  改正要求 = 补足执业人员\n  改正期限 = " + day(drawn, 18) + "\n" +
         served(c, "责令改正通知书");
}

}  // namespace

std::string acts_until_draw(const std::string& round, Day drawn, const std::vector<Inspector>& inspectors) {
  std::string out = "记录人 陆明舟\n" + on(drawn, -9) + "任务 " + round + " 流程 inspection-round\n办 " + round + " 提交方案 由 陆明舟\n  名称 = " + round +
                    "次法律服务“双随机、一公开”抽查\n  承办股室 = 法治调研与督察股\n  计划序号 = 1\n  基准日 = " + day(drawn, -10) + "\n  检查起 = " + day(drawn, 4) +
                    "\n  检查止 = " + day(drawn, 20) +
                    "\n  抽取时间 = 上午9时30分\n  抽取地点 = 澄阳县司法局三楼会议室\n  方案要点 = 按行业随机抽取检查对象，随机选派检查人员，检查执业和内部管理情况\n";
  out += on(drawn, -7) + "办 " + round + " 同意方案 由 苏令仪\n  审批意见 = 同意\n签 " + round + " 专项抽查工作方案 由 苏令仪\n签 " + round + " 方案审批表 由 苏令仪\n";
  out += on(drawn, -6) + "办 " + round + " 予以备案 由 卫清和\n  备案意见 = 予以备案\n签 " + round + " 方案备案表 由 卫清和\n" + on(drawn, -2);
  std::vector<std::string> names;
  for (const Inspector& i : inspectors) {
    out += declaration(round, "申报利害关系", i.name);
    names.push_back(i.name);
  }
  out += on(drawn, -1) + "密封 " + secret + "\n办 " + round + " 冻结名单 由 陆明舟\n  信封保管人 = 水若寒（县纪委监委派驻纪检监察组）、晏知秋\n签 " + round +
         " 抽取前利害关系申报表 由 " + join(names, "、") + "\n";
  out += on(drawn, 0) + "办 " + round + " 录入随机数 由 陆明舟\n  外部随机数 = 35261442516361425316\n记录人 晏知秋\n办 " + round +
         " 复录随机数 由 晏知秋\n  外部随机数 = 35261442516361425316\n记录人 陆明舟\n办 " + round +
         " 抽取 由 陆明舟\n  主持人 = 晏知秋\n  操作人 = 陆明舟\n  见证人 = 闻人清（县人大代表）、水若寒（县纪委监委派驻纪检监察组）\n  机关随机数 = " + secret +
         "\n  抽取起止 = 9时30分至9时50分\n  音像编号 = CQ-01\n签 " + round + " 随机抽取记录 由 晏知秋、陆明舟、闻人清、水若寒\n办 " + round + " 确认抽取 由 晏知秋\n";
  return out;
}

std::string acts_of_case(const DrawnCase& c, Day drawn) {
  std::string out = on(drawn, 1);
  for (const std::string& inspector : c.team) out += declaration(c.id, "声明利害关系", inspector);
  out += "办 " + c.id + " 提交检查审批 由 陆明舟\n  检查方式 = 实地检查\n  检查起 = " + day(drawn, 5) + "\n  检查止 = " + day(drawn, 5) + "\n  检查地点 = " + c.target + "\n";
  out += on(drawn, 4) + "办 " + c.id + " 批准检查 由 裴承远\n  审批意见 = 同意检查\n签 " + c.id + " 行政检查审批表 由 裴承远\n办 " + c.id + " 制发检查通知书 由 陆明舟\n" +
         served(c, "行政检查通知书");
  out += on(drawn, 5) + visit(c, drawn) + checklist(c, drawn) + "签 " + c.id + " 全部 由 " + join(c.team, "、") + "\n";
  out += on(drawn, 8) + "办 " + c.id + " 提交检查报告 由 " + c.team[0] + "\n  结果类别 = " + (c.rectified ? "责令限期改正" : "未发现问题") +
         "\n  证据情况 = 照片10张、录像1段、卷宗抽查清单1份\n  处理建议 = " + (c.rectified ? "责令补足执业人员" : "建议记入执业档案") + "\n签 " + c.id + " 检查报告 由 " +
         join(c.team, "、") + "\n";
  out += on(drawn, 11) + "办 " + c.id + " 审定同意 由 苏令仪\n  审定意见 = 同意\n签 " + c.id + " 检查报告审批表 由 苏令仪\n";
  out += on(drawn, 12) + (c.rectified ? rectification(c, drawn) : "") + "办 " + c.id + " 制发检查结果告知书 由 陆明舟\n" + served(c, "检查结果告知书");
  out += on(drawn, 13) + "办 " + c.id + " 表示无异议 由 " + c.target + "\n";
  if (!c.rectified) return out;
  out += on(drawn, 16) + "办 " + c.id + " 收到整改报告 由 " + c.target + "\n  改正情况 = 已补足\n";
  return out + on(drawn, 17) + "办 " + c.id + " 复查 由 " + c.team[0] + "\n  复查情况 = 核对聘用合同，现有3名\n  复查结论 = 已改正\n签 " + c.id + " 复查记录 由 " +
         join(c.team, "、") + "\n";
}

std::string acts_of_publication(const std::string& round, Day drawn, int batch) {
  const std::string moment = day(drawn, 33) + "T16:30:00+08:00";
  std::string out = on(drawn, 31) + "办 " + round + " 提交结果审核 由 晏知秋\n" + on(drawn, 32) + "办 " + round + " 审核同意 由 卫清和\n  审核意见 = 同意备案，可以公示\n签 " + round +
                    " 抽查结果审核备案表-第" + std::to_string(batch) + "批 由 卫清和\n" + on(drawn, 33) + "办 " + round + " 发布公示 由 晏知秋\n" + on(drawn, 34);
  for (const char* channel : {"县政府门户网站", "本单位新媒体"}) {
    out += "办 " + round + " 登记公开 由 陆明舟\n  渠道 = " + channel + "\n  网址 = https://www.chengyang.example/1.html\n  公开时间 = " + moment + "\n  截图 = " + secret + "\n";
  }
  return out;
}

std::string acts_of_archive(const DrawnCase& c, Day drawn) {
  return on(drawn, 50) + "签 " + c.id + " 执业档案记入单 由 陆明舟\n办 " + c.id + " 归档 由 温如故\n";
}

std::string acts_of_round_archive(const std::string& round, Day drawn) { return on(drawn, 51) + "办 " + round + " 归档 由 温如故\n"; }

}  // namespace anjuan::rounds_benchmark
