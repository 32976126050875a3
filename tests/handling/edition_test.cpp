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

/// The same with one more day off while 甲 is running, so that its limit moves.
std::vector<SourceFile> with_a_day_off(const std::string& days) {
  std::vector<SourceFile> files = with_report(days);
  for (SourceFile& file : files) {
    if (file.path == "workflows/calendar/2026.xml") file.bytes = replace_all(file.bytes, "</calendar>", "<off from=\"2026-09-14\" to=\"2026-09-14\" label=\"停电\"/></calendar>");
  }
  return files;
}

/// Where the office keeps a file with this content.
support::fs::path kept_file(const FakeOffice& office, const std::string& bytes) {
  for (const auto& entry : support::fs::recursive_directory_iterator(office.folder() + "/files")) {
    if (entry.is_regular_file() && support::read_bytes(entry.path()) == bytes) return entry.path();
  }
  return {};
}

// The recount fails half-way, here because the disk has lost what the case runs on: nothing of the adoption is
// left either, and once that is mended the next attempt does both.
TEST(UpdateDefinitions, LeavesNothingWhereTheRecountFails) {
  TwoVersions two;
  const auto before = two.office.journal().size();
  const auto update = [&] {
    return update_definitions(two.office.store(), with_a_day_off("7"), {"update", "陆明舟", *parse_moment("2026-09-10T10:00:00+08:00")},
                              two.office.act(today, "陆明舟", "陆明舟"), *support::shipped().fonts);
  };
  const support::fs::path lost = kept_file(two.office, report_round("5")), aside = two.office.folder() + "/aside";
  ASSERT_FALSE(lost.empty());
  support::fs::rename(lost, aside);
  EXPECT_FALSE(update().ok());
  EXPECT_EQ(two.office.journal().size(), before);
  EXPECT_EQ(well(current_library(*two.office.reading())).edition, 3);
  EXPECT_EQ(well(editions(*two.office.reading())).size(), 3u);
  EXPECT_EQ(report_due(two.office, "甲"), make_day(2026, 9, 16));
  support::fs::rename(aside, lost);
  const auto done = update();
  ASSERT_TRUE(done.ok()) << shown(done);
  EXPECT_EQ(done->limits.size(), 1u);
  EXPECT_EQ(report_due(two.office, "甲"), make_day(2026, 9, 17));
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
