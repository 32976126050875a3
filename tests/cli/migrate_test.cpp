// diff, update, migrate: a number is changed in the middle of a round, as legal staff would do it.

#include "cli/office_folder.h"
#include "cli/played_office.h"
#include "handling/adopt.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

/// The shipped definitions in a folder of this test's own, with one text changed.
struct ChangedFolder {
  fs::path folder = fresh_folder("definitions");
  ChangedFolder(const std::string& file, const std::string& what, const std::string& by) {
    for (const char* name : {"workflows", "forms", "templates"}) {
      fs::copy(fs::path(ANJUAN_SOURCE_DIR) / name, folder / name, fs::copy_options::recursive);
    }
    const std::string text = read_file(folder / file);
    EXPECT_NE(text.find(what), std::string::npos) << file << " has no " << what;
    write_file(folder / file, replace_all(text, what, by));
  }
  std::vector<std::string> update() const {
    std::vector<std::string> words{"--bureau", ANJUAN_SOURCE_DIR "/examples/county/bureau.xml"};
    for (const char* name : {"workflows", "forms", "templates"}) words.insert(words.end(), {"--definitions", (folder / name).string()});
    return words;
  }
  std::string workflow() const { return (folder / "workflows/inspection-case.xml").string(); }
};

const char* const report_days = "<aj:parameter id=\"检查报告期限\" label=\"检查结束后完成检查报告\" type=\"integer\" value=\"5\"";
const char* const ten_days = "<aj:parameter id=\"检查报告期限\" label=\"检查结束后完成检查报告\" type=\"integer\" value=\"10\"";
const std::string shipped_workflow = ANJUAN_SOURCE_DIR "/workflows/inspection-case.xml";

TEST(Diff, TellsAChangedNumberInWords) {
  const ChangedFolder changed("workflows/inspection-case.xml", report_days, ten_days);
  const Ran got = ran(diff_command(), {shipped_workflow, changed.workflow()});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "改动　参数“检查结束后完成检查报告”")) << got.out;
  EXPECT_TRUE(says(got, "值由“5工作日”改为“10工作日”")) << got.out;
  EXPECT_TRUE(says(got, "用在：期限“完成检查报告”")) << got.out;
}

// The shipped procedure is proved whole each time; the words of the other language are seen on a small one.
TEST(Diff, TellsAChangedNumberInEnglish) {
  const fs::path folder = fresh_folder("definitions");
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" initial=\"写\" aj:kind=\"case\" aj:label=\"信函\">\n"
      "<aj:parameter id=\"复函期限\" label=\"复函\" type=\"integer\" value=\"5\" unit=\"工作日\"/>\n"
      "<state id=\"写\" aj:label=\"起草\"><onentry><aj:time-limit id=\"复函\" length=\"复函期限\" unit=\"working-days\" on-due=\"期限.复函届满\"/></onentry>"
      "<transition event=\"期限.复函届满\" aj:by=\"system\"/><transition event=\"提交\" target=\"完\" aj:label=\"提交\"><aj:end-time-limit id=\"复函\"/></transition></state>\n"
      "<final id=\"完\" aj:label=\"办结\"/>\n</scxml>\n";
  const std::string old = write_file(folder / "old.xml", chart);
  const std::string longer = write_file(folder / "new.xml", replace_all(chart, "value=\"5\"", "value=\"10\""));
  const Ran english = ran(diff_command(), {old, longer}, Language::english);
  EXPECT_EQ(english.status, status_done) << english.err;
  EXPECT_TRUE(says(english, "value: “10 工作日” (before: “5 工作日”)")) << english.out;
}

TEST(Diff, SaysThatLayoutChangesNothing) {
  const ChangedFolder changed("workflows/inspection-case.xml", report_days, std::string("<!-- 说明 -->\n\n  ") + report_days);
  const Ran got = ran(diff_command(), {ANJUAN_SOURCE_DIR "/workflows", (changed.folder / "workflows").string()});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(got.out, "没有影响办理的变化。\n");
}

TEST(Diff, TellsATemplateByItsTextsAndDocuments) {
  const std::string file = "templates/inspection-notice.xml";
  const std::string before = read_file(fs::path(ANJUAN_SOURCE_DIR) / file);
  const auto at = before.find("<title>");
  ASSERT_NE(at, std::string::npos);
  const std::string title = before.substr(at, before.find("</title>") - at);
  const ChangedFolder changed(file, title, title + "（试行）");
  std::vector<std::string> old, fresh;
  const Ran got = ran(diff_command(), {ANJUAN_SOURCE_DIR "/templates", (changed.folder / "templates").string()});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "改动　文书模板“")) << got.out;
  EXPECT_TRUE(says(got, "（试行）”")) << got.out;
}

TEST(Diff, RefusesThreeFilesAndWhatCannotBeRead) {
  EXPECT_EQ(ran(diff_command(), {"a.xml", "b.xml", "c.xml"}).status, status_usage);
  EXPECT_NE(ran(diff_command(), {"a.xml", "b.xml", "c.xml"}).err.find("AJ3441"), std::string::npos);
  EXPECT_NE(ran(diff_command(), {"没有.xml", shipped_workflow}).status, status_done);
}

TEST(Diff, ComparesOnlyWhatBothSidesHave) {
  const Ran unlike = ran(diff_command(), {shipped_workflow, ANJUAN_SOURCE_DIR "/templates/inspection-notice.xml"});
  EXPECT_EQ(unlike.status, status_refused);
  EXPECT_NE(unlike.err.find("AJ3442"), std::string::npos) << unlike.err;
  const Ran folder = ran(diff_command(), {ANJUAN_SOURCE_DIR "/templates"}, Language::chinese, copied_office());
  EXPECT_EQ(folder.out, "没有影响办理的变化。\n") << folder.err;
}

TEST(Diff, NamesWhatTheNewVersionNoLongerKeeps) {
  const ChangedFolder changed("workflows/inspection-case.xml", "检查报告期限\" unit=\"working-days\"", "没有的参数\" unit=\"working-days\"");
  const Ran got = ran(diff_command(), {shipped_workflow, changed.workflow()});
  EXPECT_EQ(got.status, status_refused) << got.out;
  EXPECT_NE(got.err.find("新版检查发现的问题（旧版没有）"), std::string::npos) << got.err;
}

TEST(Diff, NamesARequirementThatNoLongerHolds) {
  const fs::path folder = fresh_folder("definitions");
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" initial=\"写\" aj:kind=\"case\" aj:label=\"信函\">\n"
      "<state id=\"写\" aj:label=\"起草\"><transition event=\"提交\" target=\"审\" aj:label=\"提交\"/></state>\n"
      "<state id=\"审\" aj:label=\"审核\"><transition event=\"通过\" target=\"完\" aj:label=\"通过\"/></state>\n"
      "<final id=\"完\" aj:label=\"办结\"/>\n<aj:assert label=\"不审核不办结\" every-path-to=\"完\" passes=\"审\"/>\n</scxml>\n";
  const std::string old = write_file(folder / "old.xml", chart);
  const std::string shorter = write_file(folder / "new.xml", replace_all(chart, "</state>\n<state id=\"审\"", "<transition event=\"急件\" target=\"完\" aj:label=\"急件办结\"/></state>\n<state id=\"审\""));
  const Ran got = ran(diff_command(), {old, shorter});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("旧版守得住、新版守不住的要求："), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("AJ3240  要求“不审核不办结”不成立"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("“急件办结” → 办结"), std::string::npos) << got.err;
  EXPECT_EQ(ran(diff_command(), {shorter, old}).status, status_done);
  EXPECT_NE(ran(diff_command(), {old, shorter}, Language::english).err.find("Requirements that held in the old version"), std::string::npos);
}

TEST(Migrate, MovesARunningRoundToALongerLimitAndBack) {
  const std::string office = copied_office();
  const ChangedFolder changed("workflows/inspection-case.xml", report_days, ten_days);
  const auto in = [&](const Command& command, const std::vector<std::string>& words) { return ran(command, words, Language::chinese, office); };

  const Ran compared = in(diff_command(), {changed.workflow(), "--on", "2026-09-21"});
  EXPECT_TRUE(says(compared, "在办的任务和案件 8 个，迁移到新版会受影响的 1 个")) << compared.out << compared.err;
  EXPECT_TRUE(says(compared, "2026年9月22日 → 2026年9月30日（5个工作日 → 10个工作日）")) << compared.out;

  EXPECT_EQ(in(migrate_command(), {}).out, "没有要迁移的：在办的任务和案件都按现行版本办理。\n");
  ASSERT_EQ(in(update_command(), changed.update()).status, status_done);
  const Ran listed = in(list_command(), {"--on", "2026-09-21"});
  EXPECT_TRUE(says(listed, "（按第1版流程）")) << listed.out;
  EXPECT_TRUE(says(listed, "8 个按旧版流程办理（现行第2版）")) << listed.out;
  EXPECT_TRUE(says(in(show_command(), {"2026-1-01"}), "，现行第2版")) << "show";
  EXPECT_TRUE(says(in(why_command(), {"2026-1-01"}), "流程 第1版")) << "why";

  const Ran tried = in(migrate_command(), {"--on", "2026-09-21"});
  EXPECT_EQ(tried.status, status_done) << tried.err;
  EXPECT_TRUE(says(tried, "完成检查报告  2026年9月22日 → 2026年9月30日（5个工作日 → 10个工作日）")) << tried.out;
  EXPECT_TRUE(says(tried, "可以迁移 8 个，不能迁移 0 个。")) << tried.out;
  EXPECT_TRUE(says(in(show_command(), {"2026-1-01"}), "2026年9月22日")) << "nothing was written";

  EXPECT_EQ(in(migrate_command(), {"--apply"}).status, status_usage);
  EXPECT_NE(in(migrate_command(), {"--apply"}).err.find("AJ3440"), std::string::npos);
  const Ran moved = in(migrate_command(), {"--apply", "--on", "2026-09-21", "--by", "晏知秋", "--reason", "细则第十条修改"});
  EXPECT_EQ(moved.status, status_done) << moved.out << moved.err;
  EXPECT_TRUE(says(moved, "已迁移 8 个，仍按旧版办理 0 个。")) << moved.out;
  EXPECT_TRUE(says(in(show_command(), {"2026-1-01", "--on", "2026-09-21"}), "2026年9月30日"));

  const Ran back = in(migrate_command(), {"--undo", "2026-1-01", "--on", "2026-09-22", "--by", "晏知秋", "--reason", "先不改"});
  EXPECT_EQ(back.status, status_done) << back.err;
  EXPECT_TRUE(says(back, "2026年9月30日 → 2026年9月22日")) << back.out;
  const Ran again = in(migrate_command(), {"--undo", "2026-1-01", "--by", "晏知秋", "--reason", "先不改"});
  EXPECT_EQ(again.status, status_refused);

  const Ran verified = in(verify_command(), {"--replay"});
  EXPECT_EQ(verified.status, status_done) << verified.err;
  EXPECT_TRUE(says(verified, "重演一致：")) << verified.out;
}

TEST(Update, ANewCalendarIsTriedOutBeforeItMovesLimits) {
  const std::string office = copied_office();
  const auto in = [&](const Command& command, const std::vector<std::string>& words) { return ran(command, words, Language::chinese, office); };
  // 20 September 2026, a Sunday, is worked no longer.
  const std::string calendar = "workflows/calendar/2026.xml";
  const std::string text = read_file(fs::path(ANJUAN_SOURCE_DIR) / calendar);
  const auto at = text.rfind('\n', text.find("2026-09-20"));
  const std::string line = text.substr(at, text.find('\n', at + 1) - at);
  const ChangedFolder changed(calendar, line, "");
  std::vector<std::string> words = changed.update();
  words.push_back("--dry-run");
  const Ran tried = in(update_command(), words);
  EXPECT_EQ(tried.status, status_done) << tried.err;
  EXPECT_TRUE(says(tried, "期限重算：2026-1-01 完成检查报告　2026年9月22日 → 2026年9月23日")) << tried.out;
  EXPECT_TRUE(says(in(list_command(), {"--on", "2026-09-21"}), "2026年9月22日 完成检查报告"));
  const Ran done = in(update_command(), changed.update());
  EXPECT_TRUE(says(done, "期限重算：2026-1-01 完成检查报告　2026年9月22日 → 2026年9月23日")) << done.out << done.err;
  EXPECT_EQ(in(migrate_command(), {}).out, "没有要迁移的：在办的任务和案件都按现行版本办理。\n") << "a calendar is no new version";
  const Ran restored = in(update_command(), ChangedFolder(calendar, "</calendar>", "</calendar>\n").update());
  EXPECT_TRUE(says(restored, "2026年9月23日 → 2026年9月22日")) << "the earlier calendar gives the earlier days: " << restored.out;
  EXPECT_EQ(in(verify_command(), {"--replay"}).status, status_done);
}

/// An office that works by a procedure of before, of which an assertion does not hold, still gets its calendars.
TEST(Update, DoesNotProveAgainWhatIsInForce) {
  const std::string office = copied_office();
  const ChangedFolder changed("workflows/inspection-case.xml", "</scxml>", "<aj:assert label=\"从不办结\" never=\"closed\"/>\n</scxml>");
  const std::vector<std::string> words = changed.update();
  std::vector<std::string> paths{words[1]};
  for (std::size_t i = 3; i < words.size(); i += 2) paths.push_back(words[i]);
  {
    const auto store = store::open_office_store(office);
    const auto files = read_definitions(paths);
    ASSERT_TRUE(store.ok() && files.ok());
    ASSERT_TRUE(handling::record_definitions(**store, *files, {"update", "陆明舟", *parse_moment("2026-09-21T10:00:00+08:00")}).ok());
  }
  const Ran got = ran(update_command(), words, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
}

}  // namespace
}  // namespace anjuan::cli
