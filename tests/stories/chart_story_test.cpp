// A story of one procedure alone, without an office.

#include "stories/chart_story.h"

#include "stories/workshop.h"

namespace anjuan::stories {
namespace {

const char* const light =
    "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\" "
    "initial=\"red\">"
    "<datamodel><data id=\"n\" expr=\"0\"/></datamodel>"
    "<state id=\"red\"><transition event=\"go\" target=\"green\"><assign location=\"n\" expr=\"n + "
    "1\"/></transition></state>"
    "<state id=\"green\"><transition event=\"stop\" target=\"red\"/><transition event=\"off\" "
    "target=\"dark\"/></state>"
    "<final id=\"dark\"/></scxml>";

struct Walk {
  Coverage coverage;
  Told told;
  explicit Walk(const std::string& lines) {
    Workshop mine = workshop();
    mine.read = [](const std::string& path, std::string& bytes) {
      if (path != "charts/light.scxml") return cli::read_whole(path, bytes);
      bytes = light;
      return true;
    };
    told.story = *read_story("流程 light.scxml\n日期 2026-09-21\n" + lines, "charts/light.story");
    walk(told, mine, coverage);
  }
  std::vector<std::string> wrong() const {
    std::vector<std::string> out;
    for (const Mistake& mistake : told.wrong)
      out.push_back(std::to_string(mistake.line) + ": " + mistake.why.front().row->code + " " +
                    sentence(mistake.why.front(), Language::chinese));
    return out;
  }
};
using Lines = std::vector<std::string>;

TEST(ChartStory, WalksAnyChart) {
  const Walk walk("应在 red\n应可办 go\n办 go\n应在 green\n应为 n = 1\n办 stop\n办 go\n办 off\n应办结\n");
  EXPECT_EQ(walk.wrong(), Lines{});
  const auto procedures = walk.coverage.procedures();
  ASSERT_EQ(procedures.size(), 1u);
  EXPECT_EQ(procedures[0]->reached.size(), 3u);
  EXPECT_EQ(procedures[0]->taken.size(), 3u);
}

TEST(ChartStory, TellsWhatDiffers) {
  EXPECT_EQ(Walk("应在 green\n").wrong(), Lines{"3: AJ3352 应当是：green；实际是：red"});
  EXPECT_EQ(Walk("应可办 stop\n").wrong(), Lines{"3: AJ3353 没有可以办的“stop”；现有：go"});
  EXPECT_EQ(Walk("应不可办 go\n").wrong(), Lines{"3: AJ3354 不应有可以办的“go”，实际有"});
  EXPECT_EQ(Walk("办 off\n应办结\n").wrong(), Lines{"3: AJ3022 这件事没有办成"});
  EXPECT_EQ(Walk("应办结\n").wrong(), Lines{"3: AJ3352 应当是：办结；实际是：red"});
  EXPECT_FALSE(read_story("流程 light.scxml\n日期 2026-09-21\n应有案卷\n", "x.story").ok());
}

TEST(ChartStory, TakesNoLineThatSaysTooLittle) {
  const auto told = [](const std::string& line) {
    const auto story = read_story("流程 light.scxml\n日期 2026-09-21\n" + line + "\n", "x.story");
    return story.ok() ? "" : std::string(story.diagnostics().front().row->code) + " " + hint(story.diagnostics().front(), Language::chinese);
  };
  EXPECT_EQ(told("应可办"), "AJ3386 写成：应可办 事件 事件。");
  EXPECT_EQ(told("应有期限 x"), "AJ3386 写成：应有期限 期限 到期 2026-09-28。");
  EXPECT_EQ(told("办"), "AJ3386 写成：办 事件。");
  EXPECT_EQ(told("办 go"), "");
}

TEST(ChartStory, ExpectsRefusals) {
  EXPECT_EQ(Walk("拒绝 办 off\n应拒绝 AJ2050\n").wrong(), Lines{});
  EXPECT_EQ(Walk("拒绝 办 go\n应拒绝 AJ2050\n").wrong(), Lines{"3: AJ3021 这件事应当被拒绝，却办成了"});
}

TEST(ChartStory, KnowsFactsBeforeItBegins) {
  EXPECT_EQ(Walk("已知\n  n = 4\n办 go\n应为 n = 5\n").wrong(), Lines{});
  EXPECT_EQ(Walk("办 go\n已知\n  m = 4\n").wrong(),
            Lines{"4: AJ3370 流程里没有“m”这个数据项，也没有读取这个事实"});
}

TEST(ChartStory, ShowsWhatIsEmpty) {
  EXPECT_EQ(Walk("已知\n  n = \n应为 n = 空\n应为 n =\n").wrong(), Lines{});
  EXPECT_EQ(Walk("已知\n  n = \n应为 n = 3\n").wrong(), Lines{"5: AJ3352 应当是：3；实际是：（空）"});
}

/// The lights with a yellow one before the red one, and the green one under another name.
const char* const yellow_light =
    "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\" initial=\"red\">"
    "<datamodel><data id=\"n\" expr=\"0\"/></datamodel>"
    "<state id=\"red\"><transition event=\"go\" target=\"open\"/></state>"
    "<state id=\"open\"><transition event=\"stop\" target=\"yellow\"/></state>"
    "<state id=\"yellow\"><transition event=\"off\" target=\"dark\"/></state>"
    "<final id=\"dark\"/></scxml>";

Walk migrated(const std::string& lines) {
  const support::TemporaryFolder folder;
  const std::string chart = folder.path() + "/yellow.scxml";
  support::write_bytes(chart, yellow_light);
  return Walk(replace_all(lines, "yellow.scxml", chart));
}

TEST(ChartStory, GoesOnUnderAnotherDefinition) {
  EXPECT_EQ(migrated("办 go\n试迁移 yellow.scxml\n  对照 green = open\n应迁后在 open\n应迁后为 n = 1\n应在 green\n"
                     "迁移 yellow.scxml\n  对照 green = open\n应在 open\n应可办 stop\n办 stop\n应在 yellow\n办 off\n应办结\n")
                .wrong(),
            Lines{});
}

TEST(ChartStory, TakesAMigrationBackUntilTheNextAct) {
  const std::string moved = "办 go\n迁移 yellow.scxml\n  对照 green = open\n";
  EXPECT_EQ(migrated(moved + "日期 2026-09-25\n撤销迁移\n应在 green\n办 off\n应办结\n").wrong(), Lines{});
  EXPECT_EQ(migrated(moved + "办 stop\n拒绝 撤销迁移\n应拒绝 AJ3385\n应在 yellow\n").wrong(), Lines{});
  EXPECT_EQ(migrated("办 go\n撤销迁移\n").wrong(), Lines{"4: AJ3022 这件事没有办成"});
}

TEST(ChartStory, ChangesNothingWhereAMigrationIsRefused) {
  EXPECT_EQ(migrated("办 go\n拒绝 试迁移 yellow.scxml\n应拒绝 AJ3401 green\n拒绝 迁移 yellow.scxml\n应拒绝 AJ3401\n"
                     "应在 green\n办 off\n应办结\n")
                .wrong(),
            Lines{});
  EXPECT_EQ(migrated("应迁后在 open\n").wrong(), Lines{"3: AJ3353 没有试算的迁移；现有：—"});
  EXPECT_EQ(migrated("办 go\n试迁移 yellow.scxml\n  对照 green = open\n应迁后在 yellow\n").wrong(),
            Lines{"6: AJ3352 应当是：yellow；实际是：open"});
  EXPECT_EQ(migrated("拒绝 试迁移 yellow.scxml\n  改名 green = open\n应拒绝 AJ3384\n").wrong(), Lines{});
}

TEST(ChartStory, NeverGoesBackInTime) {
  const auto story =
      read_story("流程 light.scxml\n日期 2026-09-21\n办 go\n日期 2026-09-20\n办 stop\n", "x.story");
  ASSERT_FALSE(story.ok());
  EXPECT_EQ(story.diagnostics()[0].place.line, 4);
  EXPECT_EQ(sentence(story.diagnostics()[0], Language::chinese), "日期不能从 2026-09-21 退到 2026-09-20");
}

TEST(ChartStory, JudgesNothingByANameThatIsNotThere) {
  Workshop mine = workshop();
  const auto wrong_of = [&](const std::string& lines) {
    Told told;
    told.story = *read_story("流程 visit.xml\n日期 2026-09-21\n" + lines,
                             ANJUAN_SOURCE_DIR "/examples/08-try-and-test/x.story");
    Coverage coverage;
    walk(told, mine, coverage);
    Lines out;
    for (const Mistake& m : told.wrong)
      out.push_back(sentence(m.why.back(), Language::chinese) + hint(m.why.back(), Language::chinese));
    return out;
  };
  const std::string judges_nothing = "，这一行核对不出什么请核对名称；相近的或者现有的：";
  EXPECT_EQ(wrong_of("应无期限 检查对象答覆\n"),
            Lines{"流程里没有期限“检查对象答覆”" + judges_nothing + "检查对象答复。"});
  EXPECT_EQ(wrong_of("应不出 回访记录卡\n"),
            Lines{"流程里没有能带来的“回访记录卡”" + judges_nothing + "回访记录单。"});
  EXPECT_EQ(wrong_of("应不可办 审核通通\n"),
            Lines{"流程里没有事件“审核通通”" + judges_nothing + "审核通过。"});
  EXPECT_EQ(wrong_of("应无期限 检查对象答复\n应不出 回访记录单\n应不可办 审核通过\n"), Lines{});
}

TEST(ChartStory, LetsNobodyDoWhatTheClockRaises) {
  Workshop mine = workshop();
  Told told;
  told.story = *read_story(
      "流程 visit.xml\n日期 2026-09-21\n办 完成回访\n  回访日期 = 2026-09-21\n  事项 = 甲\n应可办 "
      "期限.答复届满\n",
      ANJUAN_SOURCE_DIR "/examples/08-try-and-test/x.story");
  Coverage coverage;
  walk(told, mine, coverage);
  ASSERT_EQ(told.wrong.size(), 1u);
  const std::string says = sentence(told.wrong[0].why.back(), Language::chinese);
  EXPECT_TRUE(says.starts_with("没有可以办的“期限.答复届满”；现有：")) << says;
  EXPECT_EQ(says.find("期限", std::string("没有可以办的“期限.答复届满”").size()), std::string::npos) << says;
}

TEST(ChartStory, SaysWhenTheChartIsMissing) {
  Workshop mine = workshop();
  Told told;
  told.story = *read_story("流程 nowhere.scxml\n日期 2026-09-21\n应在 a\n", "x.story");
  Coverage coverage;
  walk(told, mine, coverage);
  ASSERT_EQ(told.wrong.size(), 1u);
  EXPECT_EQ(told.wrong[0].why[0].row->code, std::string("AJ3350"));
}

}  // namespace
}  // namespace anjuan::stories
