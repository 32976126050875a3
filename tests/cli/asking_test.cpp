// What people ask of an office: list, show, why, due. Read on a day of their choice.

#include "cli/played_office.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

Ran asked(const Command& command, const std::vector<std::string>& words, Language language = Language::chinese) {
  return ran(command, words, language, played_office());
}

TEST(List, TellsEachCaseUnderItsRoundWithWhatIsDueNext) {
  const Ran got = asked(list_command(), {"--on", "2026-09-21"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "\n2026-1  ")) << got.out;
  EXPECT_TRUE(says(got, "\n  2026-1-01  岚东正筠律师事务所")) << got.out;
  EXPECT_TRUE(says(got, "2026年9月22日 完成检查报告（还剩1个工作日）")) << got.out;
  EXPECT_TRUE(says(got, "共 1 个任务、7 个案件，其中办结 0 个。")) << got.out;
}

// An office is there before it adopts its definitions; asking it is no fault.
TEST(Due, HasNothingToTellOfAnOfficeWithoutDefinitions) {
  const std::string office = (fresh_folder("bare-due") / "office").string();
  ASSERT_TRUE(store::create_office_store(office, Value(Fields{})).ok());
  const Ran got = ran(due_command(), {"--on", "2026-09-21"}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
}

TEST(List, PrintsNoEnglishWords) {
  for (const char c : asked(list_command(), {"--on", "2026-09-21"}).out) EXPECT_FALSE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) << c;
}

TEST(Show, TellsWhoMayDoWhatNextAndWhatMustBeFilledIn) {
  const Ran got = asked(show_command(), {"2026-1-01", "--on", "2026-09-21"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "提交检查报告　提交检查报告报审定\n      谁办  检查人员：")) << got.out;
  EXPECT_TRUE(says(got, "结果类别")) << got.out;
  EXPECT_TRUE(says(got, "必填")) << got.out;
  EXPECT_TRUE(says(got, "现场检查笔录")) << got.out;
  EXPECT_TRUE(says(got, "澄司检通〔2026〕1号")) << got.out;
}

TEST(Show, TellsWhatStandsInTheWay) {
  const Ran got = asked(show_command(), {"2026-1", "--on", "2026-09-21"});
  EXPECT_TRUE(says(got, "现在还不能办\n  提交结果审核　提交结果审核备案")) << got.out;
  EXPECT_TRUE(says(got, "还差  ")) << got.out;
}

TEST(Show, NamesTheNearestIdOfACaseThatIsNotThere) {
  const Ran got = asked(show_command(), {"2026-1-011"});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("2026-1-01"), std::string::npos) << got.err;
}

TEST(Why, TellsWhatIsWaitedForFromWhomAndUntilWhen) {
  const Ran got = asked(why_command(), {"2026-1-01", "--on", "2026-09-21"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "现在：")) << got.out;
  EXPECT_TRUE(says(got, "提交检查报告报审定　由检查人员：")) << got.out;
  EXPECT_TRUE(says(got, "（依据《工作细则》第")) << got.out;
  EXPECT_TRUE(says(got, "完成检查报告  2026年9月22日  还剩1个工作日  《工作细则》")) << got.out;
}

TEST(Why, TellsWhatWasRefusedLately) {
  const Ran got = asked(why_command(), {"2026-1-01"});
  EXPECT_TRUE(says(got, "2026年9月22日　宓如晦　办“提交检查报告”")) << got.out;
  EXPECT_TRUE(says(got, "检查表中没有不符合的项目，才能报“未发现问题”")) << got.out;
}

TEST(Why, NamesNeitherTimeLimitsNorServiceAmongWhatPeopleMayDo) {
  const Ran got = asked(why_command(), {"2026-1-01"});
  EXPECT_FALSE(says(got, "期限.")) << got.out;
  EXPECT_FALSE(says(got, "检查报告逾期")) << got.out;
}

TEST(Due, CountsWorkingDaysAndPutsWhatIsOverdueFirst) {
  EXPECT_TRUE(says(asked(due_command(), {"--on", "2026-09-21"}), "还剩1个工作日  2026年9月22日  完成检查报告")) << "before";
  EXPECT_TRUE(says(asked(due_command(), {"--on", "2026-09-22"}), "今日到期")) << "on the day";
  const Ran late = asked(due_command(), {"--on", "2026-09-29"});
  EXPECT_TRUE(says(late, "已逾期4个工作日")) << late.out;  // 25 to 27 September are holidays
  EXPECT_TRUE(says(late, "未了期限 1 项，其中逾期 1 项。")) << late.out;
}

TEST(Due, ListsOneUnitOnlyAndNamesTheOthersWhenItHasNone) {
  EXPECT_TRUE(says(asked(due_command(), {"--unit", "律师工作股"}), "完成检查报告"));
  const Ran none = asked(due_command(), {"--unit", "没有这个股"});
  EXPECT_EQ(none.status, status_refused);
  EXPECT_NE(none.err.find("AJ3106"), std::string::npos);
  EXPECT_NE(none.err.find("律师工作股"), std::string::npos);
}

TEST(Due, WritesTheLedgerForTheWallTheSameEachTime) {
  const auto folder = fresh_folder("ledger");
  const auto write = [&](const char* name) {
    const std::string pdf = (folder / (std::string(name) + ".pdf")).string(), xlsx = (folder / (std::string(name) + ".xlsx")).string();
    const Ran got = asked(due_command(), {"--on", "2026-09-21", "--pdf", pdf, "--xlsx", xlsx});
    EXPECT_EQ(got.status, status_done) << got.err;
    return read_file(pdf) + read_file(xlsx);
  };
  const std::string first = write("a");
  EXPECT_TRUE(first.starts_with("%PDF-"));
  EXPECT_NE(first.find("PK\x03\x04"), std::string::npos);
  EXPECT_EQ(first, write("b"));
}

/// An office whose ledger has these words.
std::string office_with_ledger(const std::string& template_xml) {
  const auto folder = fresh_folder("own");
  std::filesystem::copy(ANJUAN_SOURCE_DIR "/templates", folder / "templates", std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder / "templates" / "due-ledger.xml");
  if (!template_xml.empty()) write_file(folder / "templates" / "ledger.xml", template_xml);
  const std::string office = (folder / "office").string();
  const Ran made = ran(init_command(), {office, "--bureau", ANJUAN_SOURCE_DIR "/examples/county/bureau.xml", "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                                        ANJUAN_SOURCE_DIR "/forms", "--definitions", (folder / "templates").string()});
  EXPECT_EQ(made.status, status_done) << made.err;
  return office;
}

TEST(Due, NeedsATableToMakeAWorkbookOf) {
  const std::string office = office_with_ledger("<template xmlns=\"urn:anjuan:template:1\" id=\"due-ledger\" label=\"台账\" style=\"internal-form\"><title>台账</title></template>");
  const Ran got = ran(due_command(), {"--xlsx", (fresh_folder("out") / "x.xlsx").string()}, Language::chinese, office);
  EXPECT_NE(got.err.find("AJ3110"), std::string::npos) << got.err;
}

TEST(Due, RefusesADateThatIsNone) { EXPECT_NE(asked(due_command(), {"--on", "昨天"}).err.find("AJ3006"), std::string::npos); }

TEST(Export, WritesThePapersOfOneCase) {
  const std::string office = copied_office();
  std::filesystem::remove_all(std::filesystem::path(office) / "文书");
  const Ran got = ran(export_command(), {"2026-1-01"}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(office) / "文书/2026-1-01/W03 行政检查通知书 澄司检通〔2026〕1号.pdf")) << got.out;
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::path(office) / "文书/2026-1"));
}

TEST(Export, RefusesACaseThatIsNotThere) { EXPECT_EQ(asked(export_command(), {"2099-1"}).status, status_refused); }

TEST(Asking, NeedsAnOffice) {
  const auto folder = fresh_folder("empty").string();
  for (const Command& command : {list_command(), due_command(), export_command()}) {
    EXPECT_NE(ran(command, {}, Language::chinese, folder).err.find("AJ3009"), std::string::npos) << command.rules.name;
  }
}

}  // namespace
}  // namespace anjuan::cli
