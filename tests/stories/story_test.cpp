// What a story says when it does not come out as told, and what is wrong with its own lines.

#include "stories/story.h"

#include "stories/messages.h"
#include "stories/teller.h"
#include "stories/workshop.h"

namespace anjuan::stories {
namespace {

const std::string sources = ANJUAN_SOURCE_DIR;
const std::string scene = "机构 " + sources + "/examples/county/bureau.xml\n定义 " + sources + "/workflows " +
                          sources + "/forms " + sources + "/templates\n记录人 陆明舟\n日期 2026-09-01\n";
const std::string plan =
    "任务 2026-1 流程 inspection-round\n办 2026-1 提交方案 由 陆明舟\n  名称 = 第一次抽查\n  承办股室 = "
    "法治调研与督察股\n"
    "  计划序号 = 1\n  基准日 = 2026-08-31\n  检查起 = 2026-09-14\n  检查止 = 2026-09-30\n  抽取时间 = "
    "9时30分\n"
    "  抽取地点 = 会议室\n  方案要点 = 抽取检查对象\n";

/// Tells stories whose files are given as texts; definitions come from disk and are loaded once.
class Invented {
 public:
  explicit Invented(const std::map<std::string, std::string>& files)
      : folder_("invented" + std::to_string(++made)) {
    for (const auto& [name, text] : files) texts[folder_ + "/" + name] = text;
  }
  const Told& tell(const std::string& file) const {
    static const support::TemporaryFolder scratch;
    static Teller teller = [] {
      Workshop out = workshop();
      out.scratch = scratch.path();
      out.read = [](const std::string& path, std::string& bytes) {
        const auto found = texts.find(path);
        if (found == texts.end()) return cli::read_whole(path, bytes);
        bytes = found->second;
        return true;
      };
      return Teller(std::move(out));
    }();
    return teller.tell(folder_ + "/" + file);
  }

 private:
  static inline std::map<std::string, std::string> texts;
  static inline int made = 0;
  std::string folder_;
};

/// "line: code sentence" of each mistake.
std::vector<std::string> mistakes(const Told& told, Language language = Language::chinese) {
  std::vector<std::string> out;
  for (const Mistake& mistake : told.wrong) {
    const Diagnostic& last = mistake.why.front();
    out.push_back(std::to_string(mistake.line) + ": " + last.row->code + " " + sentence(last, language));
  }
  return out;
}
using Lines = std::vector<std::string>;

Lines mistakes_of(const std::string& lines) {
  Invented invented({{"one.story", scene + lines}});
  return mistakes(invented.tell("one.story"));
}

TEST(Story, TellsWhatIsAndWhatShouldBe) {
  EXPECT_EQ(mistakes_of(plan + "应在 2026-1 归档\n"), Lines{"16: AJ3352 应当是：归档；实际是：方案审批"});
  EXPECT_EQ(mistakes_of(plan + "应为 2026-1 计划序号 = 2\n"), Lines{"16: AJ3352 应当是：2；实际是：1"});
}

TEST(Story, NamesWhatIsThereWhereSomethingIsMissing) {
  const Lines found =
      mistakes_of(plan + "应有 2026-1 文书 方案备案表\n应有期限 2026-1 没有的期限 到期 2026-09-20\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].starts_with("16: AJ3353 没有文书“方案备案表”；现有：")) << found[0];
  EXPECT_TRUE(found[1].starts_with("17: AJ3353 没有期限“没有的期限”；现有：")) << found[1];
}

TEST(Story, NamesWhatShouldNotBeThere) {
  const Lines found = mistakes_of(plan + "应无 2026-1 文书 专项抽查工作方案送审稿\n应有公示 2026-1 第1批\n");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found.back().starts_with("17: AJ3353 没有公示“第1批 ”")) << found.back();
}

TEST(Story, StopsWhereAnActIsRefused) {
  const Lines found = mistakes_of("任务 2026-1 流程 no-such\n应在 2026-1 归档\n");
  EXPECT_EQ(found, Lines{"5: AJ3022 这件事没有办成"});
}

TEST(Story, StopsWhereAnActShouldHaveBeenRefused) {
  EXPECT_EQ(mistakes_of("拒绝 任务 2026-1 流程 inspection-round\n应拒绝 AJ2801\n"),
            Lines{"5: AJ3021 这件事应当被拒绝，却办成了"});
}

TEST(Story, WantsTheReasonOfARefusal) {
  EXPECT_EQ(mistakes_of("拒绝 任务 2026-1 流程 no-such\n任务 2026-1 流程 inspection-round\n应在 2026-1 "
                        "拟定专项抽查工作方案\n"),
            Lines{"5: AJ3357 “拒绝”的这件事，后面没有写明以什么理由拒绝"});
  const Lines other = mistakes_of("拒绝 任务 2026-1 流程 no-such\n应拒绝 AJ2053\n");
  ASSERT_EQ(other.size(), 1u);
  EXPECT_TRUE(other[0].starts_with("6: AJ3356 应当以 AJ2053 拒绝，实际的代码是 AJ2801：")) << other[0];
  const Lines unsaid = mistakes_of("拒绝 任务 2026-1 流程 no-such\n应拒绝 AJ2801 天气\n");
  EXPECT_EQ(unsaid, Lines{"6: AJ3355 拒绝的理由里没有写“天气”"});
}

TEST(Story, DoesNotGuessAtALineItDoesNotKnow) {
  EXPECT_EQ(mistakes_of("应当 2026-1 归档\n"), Lines{"5: AJ3358 看不懂“应当”"});
  EXPECT_EQ(mistakes_of("办完 2026-1 归档\n"), Lines{"5: AJ3020 看不懂这一行：“办完 2026-1 归档”"});
  EXPECT_EQ(mistakes_of("日期 昨天\n"), Lines{"5: AJ3351 “昨天”不是日期"});
  EXPECT_EQ(mistakes_of("任职 无此人 分管领导 2026-09-01 2026-12-31\n"),
            Lines{"5: AJ3361 任职写得不全，或者没有这个人：“无此人 分管领导 2026-09-01 2026-12-31”"});
}

TEST(Story, NamesAllLinesItCannotRead) {
  EXPECT_EQ(mistakes_of("办完 2026-1\n应当 2026-1\n等\n日期 昨天\n"),
            (Lines{"5: AJ3020 看不懂这一行：“办完 2026-1”", "6: AJ3358 看不懂“应当”",
                   "7: AJ3020 看不懂这一行：“等”", "8: AJ3351 “昨天”不是日期"}));
}

TEST(Story, WantsADateBeforeTheFirstAct) {
  const std::string undated = scene.substr(0, scene.find("日期"));
  Invented invented({{"one.story", undated + "任务 2026-1 流程 inspection-round\n应在 2026-1 归档\n"}});
  EXPECT_EQ(mistakes(invented.tell("one.story")), Lines{"4: AJ3378 没有写日期"});
}

TEST(Story, IsWrittenAsAStory) {
  Invented invented({{"gbk.story", to_gb18030("题目 一次回访\n")}, {"chart.scxml", "<scxml/>"}});
  EXPECT_EQ(mistakes(invented.tell("gbk.story")),
            Lines{"1: AJ0103 文件不是 UTF-8 编码，看起来是 GBK（GB18030）"});
  EXPECT_TRUE(invented.tell("gbk.story").story.text.empty());  // nothing to quote
  EXPECT_EQ(mistakes(invented.tell("chart.scxml")), Lines{"0: AJ3379 这是流程文件，不是故事"});
  const Lines missing = mistakes(invented.tell("nosuch"));
  ASSERT_EQ(missing.size(), 1u);
  EXPECT_TRUE(missing[0].starts_with("0: AJ3380 没有“")) << missing[0];
}

TEST(Story, SaysWhichMaterialIsMissing) {
  Invented invented({{"one.story", scene + "导入 检查对象 no-such.csv 理由 更新\n"}});
  const Told& told = invented.tell("one.story");
  ASSERT_EQ(told.wrong.size(), 1u);
  EXPECT_EQ(told.wrong[0].why.back().row->code, std::string("AJ3350"));
}

TEST(Story, GoesOnFromAnotherAndNeverFromItself) {
  Invented invented({{"plan.story", scene + plan},
                     {"on.story", "接 plan.story\n日期 2026-09-03\n应在 2026-1 方案审批\n"},
                     {"a.story", "接 b.story\n"},
                     {"b.story", "接 a.story\n"},
                     {"c.story", "接 nowhere.story\n"},
                     {"d.story", "日期 2026-09-03\n"}});
  EXPECT_EQ(mistakes(invented.tell("on.story")), Lines{});
  invented.tell("a.story");
  EXPECT_EQ(mistakes(invented.tell("b.story")), Lines{"0: AJ3360 故事“a.story”接来接去又接到了自己"});
  EXPECT_EQ(mistakes(invented.tell("c.story")), Lines{"0: AJ3359 “接”的故事“nowhere.story”不能读取"});
  EXPECT_EQ(mistakes(invented.tell("d.story")), Lines{"0: AJ3362 故事没有写明用哪些定义、哪个机关"});
}

TEST(Story, NeverGoesInACircleWhereAChartIsNamed) {
  const std::string chart = "流程 " + sources + "/examples/08-try-and-test/visit.xml\n日期 2026-09-21\n";
  Invented invented({{"self.story", "接 self.story\n" + chart},
                     {"a.story", "接 ./b.story\n" + chart},
                     {"b.story", "接 a.story\n" + chart},
                     {"alone.story", chart},
                     {"on.story", "接 alone.story\n" + chart}});
  EXPECT_EQ(mistakes(invented.tell("self.story")), Lines{"0: AJ3360 故事“self.story”接来接去又接到了自己"});
  EXPECT_EQ(mistakes(invented.tell("a.story")), Lines{"0: AJ3360 故事“./b.story”接来接去又接到了自己"});
  EXPECT_EQ(mistakes(invented.tell("on.story")),
            Lines{"0: AJ3377 写了“流程”的故事不能“接”另一个故事（alone.story）"});
}

/// The shipped definitions with another name for the state in which the plan is approved.
std::string changed_definitions(const support::TemporaryFolder& folder) {
  for (const char* name : {"workflows", "forms", "templates"}) {
    support::fs::copy(sources + "/" + name, folder.path() + "/" + name, support::fs::copy_options::recursive);
  }
  const std::string file = folder.path() + "/workflows/inspection-round.xml", label = "aj:label=\"方案审批\"";
  const std::string text = support::read_bytes(file);
  EXPECT_NE(text.find(label), std::string::npos);
  support::write_bytes(file, replace_all(text, label, "aj:label=\"方案审批（修订）\""));
  return folder.path() + "/workflows " + folder.path() + "/forms " + folder.path() + "/templates";
}

TEST(Story, GoesOnUnderDefinitionsThatWereAdoptedMeanwhile) {
  const support::TemporaryFolder folder;
  const std::string adopted = plan + "采用 " + changed_definitions(folder) + "\n应按 2026-1 第1版\n应在 2026-1 方案审批\n";
  Invented invented(
      {{"on.story", scene + adopted +
                        "试迁移 全部\n应迁后在 2026-1 方案审批（修订）\n应在 2026-1 方案审批\n应按 2026-1 第1版\n"
                        "拒绝 迁移 2026-1 由 苏令仪\n应拒绝 AJ3424\n"
                        "迁移 2026-1 由 苏令仪 理由 规定修订\n应按 2026-1 第2版\n应在 2026-1 方案审批（修订）\n"
                        "撤销迁移 2026-1 由 苏令仪 理由 再议\n应按 2026-1 第1版\n应在 2026-1 方案审批\n"
                        "迁移 2026-1 由 苏令仪 理由 规定修订\n日期 2026-09-03\n办 2026-1 同意方案 由 苏令仪\n  审批意见 = 同意\n"
                        "拒绝 撤销迁移 2026-1 由 苏令仪 理由 再议\n应拒绝 AJ3428\n"},
       {"wrong.story", scene + adopted + "应按 2026-1 第2版\n应迁后在 2026-1 方案审批\n拒绝 试迁移 2026-1\n  对照 没有 = 也没有\n应拒绝 AJ3432\n"}});
  EXPECT_EQ(mistakes(invented.tell("on.story")), Lines{});
  EXPECT_EQ(mistakes(invented.tell("wrong.story")),
            (Lines{"19: AJ3352 应当是：第2版；实际是：第1版", "20: AJ3353 没有试算的迁移“2026-1”；现有：—"}));
}

TEST(Story, JudgesNothingByANameThatIsNotThere) {
  EXPECT_EQ(mistakes_of(plan + "应无 2026-1 文书 专项抽查工作方岸\n应无期限 2026-1 没有的期限\n").size(), 2u);
  EXPECT_EQ(mistakes_of(plan + "应无 2026-1 文书 专项抽查工作方岸\n"),
            Lines{"16: AJ3376 流程里没有文书“专项抽查工作方岸”，这一行核对不出什么"});
}

TEST(Story, IsToldInAnExerciseOnly) {
  std::string bureau = support::read_bytes(sources + "/examples/county/bureau.xml");
  bureau = replace_all(bureau, "exercise=\"yes\"", "exercise=\"no\"");
  const support::TemporaryFolder folder;
  support::write_bytes(folder.path() + "/bureau.xml", bureau);
  const std::string text = "机构 " + folder.path() + "/bureau.xml\n" + scene.substr(scene.find("定义"));
  Invented invented({{"one.story", text}});
  EXPECT_EQ(mistakes(invented.tell("one.story")), Lines{"0: AJ3363 “澄阳县司法局”不是演练用的机关"});
}

TEST(Story, SaysWhatThisMachineCannotJudge) {
  Workshop mine = workshop();
  const support::TemporaryFolder folder;
  mine.scratch = folder.path();
  mine.words_of = {};
  mine.read = [](const std::string& path, std::string& bytes) {
    if (path != "one.story") return cli::read_whole(path, bytes);
    bytes = scene + plan +
            "日期 2026-09-03\n办 2026-1 同意方案 由 苏令仪\n  审批意见 = 同意\n应写明 2026-1 "
            "专项抽查工作方案 抽取检查对象\n";
    return true;
  };
  Teller teller(mine);
  const Told& told = teller.tell("one.story");
  EXPECT_TRUE(told.wrong.empty());
  EXPECT_EQ(told.unjudged, 1u) << stories::words_unreadable.zh;
}

TEST(Accepted, RewritesOnlyLinesThatSayHowThingsStand) {
  Invented invented({{"one.story", scene + plan + "应在 2026-1 归档\n应有 2026-1 文书 没有\n"}});
  const Told& told = invented.tell("one.story");
  EXPECT_EQ(accepted(told), scene + plan + "应在 2026-1 方案审批\n应有 2026-1 文书 没有\n");
}

TEST(Coverage, CountsWhatActsHaveMoved) {
  support::TemporaryFolder folder;
  Workshop mine = workshop();
  mine.scratch = folder.path();
  mine.read = [](const std::string& path, std::string& bytes) {
    if (path != "one.story") return cli::read_whole(path, bytes);
    bytes = scene + plan;
    return true;
  };
  Teller teller(mine);
  teller.tell("one.story");
  const auto procedures = teller.coverage().procedures();
  ASSERT_EQ(procedures.size(), 2u);
  EXPECT_EQ(procedures[0]->definition->name, "inspection-case");
  EXPECT_TRUE(procedures[0]->reached.empty());
  const Walked& round = *procedures[1];
  EXPECT_EQ(round.taken.size(), 1u);
  ASSERT_EQ(round.reached.size(), 2u);
  EXPECT_EQ(round.definition->states[*round.reached.rbegin()].label, "方案审批");
  EXPECT_LT(round.taken.size(), transitions_to_take(*round.definition).size());
}

}  // namespace
}  // namespace anjuan::stories
