// Versions of the definitions side by side: a case stays on the one it was opened under.

#include "handling/editions.h"

#include "handling/handle.h"
#include "handling/update.h"
#include "handling/why.h"

namespace anjuan::handling {
namespace {

Day report_due(const FakeOffice& office, const std::string& id) { return office.case_of(id).standing.limits.at("报告").deadline.due; }

TEST(Edition, ARunningCaseStaysOnItsOwnAndANewOneTakesTheCurrent) {
  TwoVersions two;
  EXPECT_TRUE(open_small(two.office, "乙", "报告任务").ok());
  EXPECT_EQ(two.office.case_of("甲").edition, 2);
  EXPECT_EQ(two.office.case_of("乙").edition, 3);
  EXPECT_EQ(report_due(two.office, "甲"), make_day(2026, 9, 16));
  EXPECT_EQ(report_due(two.office, "乙"), make_day(2026, 9, 22));
  const auto view = well(view_case(two.office.office(), *two.office.reading(), CaseId("甲"), today));
  EXPECT_EQ(view.definition->version, "第1版");
}

TEST(Edition, PapersFollowTheTemplatesOfTheCase) {
  if (support::shell("pdftotext -v").status != 0) GTEST_SKIP() << "skipped: pdftotext is not installed";
  TwoVersions two;
  EXPECT_TRUE(open_small(two.office, "乙", "报告任务").ok());
  for (const char* id : {"甲", "乙"}) EXPECT_TRUE(perform(two.office, id, "提交", {{"页数", 3}}).ok());
  const auto note = [&](const std::string& id) { return two.office.words_of(two.office.case_of(id).papers.front().print); };
  EXPECT_NE(note("甲").find("按旧样式写"), std::string::npos);
  EXPECT_NE(note("乙").find("按新样式写"), std::string::npos);
}

TEST(Edition, TheSameFilesAgainAreNoNewOne) {
  TwoVersions two;
  adopt_files(two.office, {{"report.xml", report_round("10", "第2版")}, {"note.xml", note_template("按新样式写")}}, "2026-09-11T09:00:00+08:00");
  EXPECT_EQ(two.office.library().edition, 3);
  EXPECT_EQ(well(editions(*two.office.reading())).size(), 3u);
}

std::vector<SourceFile> with_report(const std::string& days) {
  std::vector<SourceFile> files = support::shipped().files;
  files.push_back({"report.xml", report_round(days)});
  files.push_back({"note.xml", note_template("写")});
  return files;
}

TEST(UpdateDefinitions, AdoptsAndCountsAgainInOneAct) {
  TwoVersions two;
  const auto before = two.office.journal().size();
  const Adoption adoption{"update", "陆明舟", *parse_moment("2026-09-10T10:00:00+08:00")};
  const Act recount = two.office.act(today, "陆明舟", "陆明舟");
  const auto done = update_definitions(two.office.store(), with_report("7"), adoption, recount, *support::shipped().fonts);
  ASSERT_TRUE(done.ok()) << shown(done);
  EXPECT_EQ(two.office.journal().size(), before + 2) << "the adoption and the recount";
  EXPECT_EQ(well(current_library(*two.office.reading())).edition, 4);
}

// A recount that is refused, here because its recorder is not among the people of the new office's file, leaves
// nothing of the adoption either; the next attempt begins anew.
TEST(UpdateDefinitions, LeavesNothingWhereTheRecountIsRefused) {
  TwoVersions two;
  const auto before = two.office.journal().size();
  const Adoption adoption{"update", "陆明舟", *parse_moment("2026-09-10T10:00:00+08:00")};
  const auto refused = update_definitions(two.office.store(), with_report("7"), adoption, two.office.act(today, "陆明舟", "查无此人"), *support::shipped().fonts);
  EXPECT_EQ(code_of(refused), "AJ2701") << shown(refused);
  EXPECT_EQ(two.office.journal().size(), before);
  EXPECT_EQ(well(current_library(*two.office.reading())).edition, 3);
  EXPECT_EQ(well(editions(*two.office.reading())).size(), 3u);
  const auto done = update_definitions(two.office.store(), with_report("7"), adoption, two.office.act(today, "陆明舟", "陆明舟"), *support::shipped().fonts);
  EXPECT_TRUE(done.ok()) << shown(done);
}

TEST(Edition, OneThatIsNotThereIsNamed) {
  const FakeOffice office;
  Shelf shelf;
  const auto missing = shelf.library(*office.reading(), 7);
  EXPECT_EQ(code_of(missing), "AJ3400");
  EXPECT_EQ(sentence(missing.diagnostics().front(), Language::chinese), "本案卷库没有第7版定义文件");
}

}  // namespace
}  // namespace anjuan::handling
