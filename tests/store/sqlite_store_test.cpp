// Making and opening an office folder; what was saved is read back equal.

#include "store/sqlite_store.h"

#include <sys/stat.h>

#include "store/messages.h"
#include "store/office.h"
#include "store/outbox.h"

namespace anjuan::store {
namespace {

unsigned permissions(const std::string& path) {
  struct stat about {};
  EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
  return about.st_mode & 0777;
}

TEST(CreateOfficeStore, MakesAPrivateFolder) {
  const TemporaryFolder folder;
  save_sample(*new_office(folder / "office"));
  for (const char* name : {"office", "office/files", "office/files/tmp"})
    EXPECT_EQ(permissions(folder / name), 0700u);
  for (const char* name : {"office/office.db", "office/office.db-journal", "office/lock"}) {
    EXPECT_EQ(permissions(folder / name), 0600u) << name;
  }
  EXPECT_TRUE(verify_store(folder / "office").empty());
}

TEST(CreateOfficeStore, KeepsTheSettings) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office/");
  auto reading = well(store->read());
  EXPECT_EQ(well(reading->setting("bureau")).field("名称").text_or_empty(), "岚东县司法局");
  EXPECT_TRUE(well(reading->setting("nothing")).empty());
}

TEST(CreateOfficeStore, UsesAnEmptyFolder) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "office");
  new_office(folder / "office");
}

TEST(CreateOfficeStore, RefusesAnOfficeThatIsThere) {
  const TemporaryFolder folder;
  save_sample(*new_office(folder / "office"));
  EXPECT_EQ(code_of(create_office_store(folder / "office", Value())), "AJ2903");
  well(well(open_office(folder / "office")->read())->load_case(CaseId("2026-LS-001")));
}

TEST(CreateOfficeStore, RefusesAFolderWithOtherThings) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "office");
  overwrite(folder / "office/名单.csv", "x");
  EXPECT_EQ(code_of(create_office_store(folder / "office", Value())), "AJ2904");
}

TEST(CreateOfficeStore, RefusesAPlaceThatIsNotThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(create_office_store(folder / "no/office", Value())), "AJ2918");
}

TEST(CreateOfficeStore, LeavesNothingWhenItIsRefused) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(create_office_store(folder / "office", Fields{{"digest", "md5"}})), "AJ2916");
  EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

TEST(CreateOfficeStore, CanChooseTheNationalDigest) {
  const TemporaryFolder folder;
  well(create_office_store(folder / "office", Fields{{"digest", "sm3"}}));
  auto act = well(open_office(folder / "office")->begin());
  EXPECT_EQ(well(act->put_file("abc")), digest(DigestKind::sm3, "abc"));
  well(act->append(sample_act()));
  well(act->commit());
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(OpenOfficeStore, RefusesAFolderThatIsNoOffice) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(open_office_store(folder / "office")), "AJ2901");
  EXPECT_EQ(code_of(verify_store(folder / "office")), "AJ2901");
  EXPECT_EQ(code_of(waiting_messages(folder / "office")), "AJ2901");
  EXPECT_EQ(code_of(mark_sent(folder / "office", "x")), "AJ2901");
  std::filesystem::create_directory(folder / "office");
  overwrite(folder / "office/office.db", "");
  EXPECT_EQ(code_of(open_office_store(folder / "office")), "AJ2901");
}

TEST(OpenOfficeStore, RefusesWhatNewerSoftwareMade) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  change_past_the_store(folder / "office", "PRAGMA user_version=900");
  const auto store = open_office_store(folder / "office");
  ASSERT_EQ(code_of(store), "AJ2902");
  EXPECT_NE(shown(store.diagnostics()).find("第 900 版"), std::string::npos);
}

TEST(OpenOfficeStore, RefusesADamagedDatabase) {
  const TemporaryFolder folder;
  save_sample(*new_office(folder / "office"));
  std::string bytes = bytes_of(folder / "office/office.db");
  bytes.replace(4096, 3000, std::string(3000, '\xff'));
  overwrite(folder / "office/office.db", bytes);
  EXPECT_EQ(code_of(open_office_store(folder / "office")), "AJ9005");
  overwrite(folder / "office/office.db", "这不是数据库");
  EXPECT_EQ(code_of(open_office_store(folder / "office")), "AJ9005");
}

TEST(OpenOfficeStore, SeesAllThatWasSaved) {
  const TemporaryFolder folder;
  {
    auto store = new_office(folder / "office");
    auto act = well(store->begin());
    const std::string print = well(act->put_file("%PDF 通知书"));
    cases::CaseRow row = sample_case();
    row.papers = {{"2026-LS-001-D01",
                   "notice",
                   "检查通知书",
                   "岚司检〔2026〕1号",
                   "issued",
                   make_day(2026, 3, 2),
                   {print, "", print}},
                  {"2026-LS-001-D02", "report", "检查报告", "", "draft", std::nullopt, {}}};
    well(act->save_case(row));
    well(act->save_register(
        {"targets", 1, "初次导入", make_day(2026, 1, 5), false, Fields{{"rows", List{1, 2}}}}));
    well(act->append(sample_act()));
    well(act->commit());
  }
  auto reading = well(open_office(folder / "office")->read());
  const cases::CaseRow row = well(reading->load_case(CaseId("2026-LS-001")));
  EXPECT_EQ(row.version, 1);
  EXPECT_EQ(row.round.text(), "2026-LS");
  EXPECT_EQ(row.kind, "case");
  EXPECT_EQ(row.title, "岚东律师事务所");
  EXPECT_EQ(row.label, "已送达通知书");
  EXPECT_FALSE(row.finished);
  EXPECT_EQ(row.body, sample_case().body);
  ASSERT_EQ(row.limits.size(), 1u);
  EXPECT_EQ(row.limits[0].id, "L1");
  EXPECT_EQ(row.limits[0].label, "整改期限");
  EXPECT_EQ(row.limits[0].unit, "律师工作股");
  EXPECT_EQ(row.limits[0].from, make_day(2026, 3, 2));
  EXPECT_EQ(row.limits[0].due, make_day(2026, 3, 17));
  EXPECT_TRUE(row.limits[0].provisional);
  EXPECT_EQ(row.limits[0].basis, "示例办法第九条");
  ASSERT_EQ(row.papers.size(), 2u);
  EXPECT_EQ(row.papers[0].number, "岚司检〔2026〕1号");
  EXPECT_EQ(row.papers[0].date, make_day(2026, 3, 2));
  EXPECT_EQ(row.papers[0].files[1], "");
  EXPECT_EQ(well(reading->read_file(row.papers[0].files[2])), "%PDF 通知书");
  EXPECT_EQ(row.papers[1].date, std::nullopt);
  EXPECT_EQ(well(reading->load_register("targets"))->body.field("rows").list().size(), 2u);
  EXPECT_EQ(well(reading->read_journal()).size(), 1u);
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(Reading, ListsCasesByIdWithOrWithoutBodies) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  for (const char* id : {"2026-LS-002", "2026-GZ-001", "2026-LS-001"}) save_sample(*store, id);
  auto reading = well(store->read());
  const auto rows = well(reading->list_cases(false));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].id.text(), "2026-GZ-001");
  EXPECT_EQ(rows[2].id.text(), "2026-LS-002");
  EXPECT_TRUE(rows[0].body.empty());
  EXPECT_EQ(rows[0].limits.size(), 1u);
  EXPECT_EQ(well(reading->list_cases(true))[0].body, sample_case().body);
}

TEST(Reading, NamesTheNearestIdWhenThereIsNoSuchCase) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto reading = well(store->read());
  EXPECT_EQ(code_of(reading->load_case(CaseId("2026-LS-01"))), "AJ2905");
  save_sample(*store);
  const auto row = reading->load_case(CaseId("2026-LS-01"));
  ASSERT_EQ(code_of(row), "AJ2906");
  EXPECT_NE(shown(row.diagnostics()).find("“2026-LS-001”"), std::string::npos);
}

TEST(Reading, SeesWhatTheLastCommittedActLeft) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto reading = well(store->read());
  auto act = well(store->begin());
  well(act->set("round", "2026-LS"));
  EXPECT_EQ(well(act->setting("round")), Value("2026-LS"));
  EXPECT_TRUE(well(reading->setting("round")).empty());
  well(act->commit());
  EXPECT_EQ(well(reading->setting("round")), Value("2026-LS"));
}

TEST(Reading, IsNeverTurnedAwayByWriters) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  save_sample(*store);
  const pid_t writer = ::fork();
  if (writer == 0) {
    auto mine = open_office(folder / "office");
    for (int i = 0; i < 60; ++i) {
      auto act = well(mine->begin());
      well(act->set("count", i));
      well(act->set("twice", 2 * i));
      well(act->commit());
    }
    ::_exit(0);
  }
  auto reading = well(store->read());
  int status = 0;
  while (::waitpid(writer, &status, WNOHANG) == 0) {
    const auto row = reading->load_case(CaseId("2026-LS-001"));
    ASSERT_EQ(code_of(row), "");
  }
  EXPECT_EQ(status, 0);
  EXPECT_EQ(well(reading->setting("twice")), Value(118));
}

TEST(Registers, GetANewVersionEachTime) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->save_register({"targets", 1, "初次导入", make_day(2026, 1, 5), false, "甲"}));
  well(act->save_register({"targets", 0, "更正地址", make_day(2026, 1, 9), false, "乙"}));
  well(act->freeze_register("targets", 1));
  well(act->commit());
  auto reading = well(store->read());
  const auto latest = well(reading->load_register("targets"));
  EXPECT_EQ(latest->version, 2);
  EXPECT_EQ(latest->body, Value("乙"));
  EXPECT_EQ(latest->on, make_day(2026, 1, 9));
  EXPECT_FALSE(well(reading->load_register("inspectors")));
  const auto all = well(reading->list_registers());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].frozen);
  EXPECT_FALSE(all[1].frozen);
  EXPECT_EQ(all[1].reason, "更正地址");
  EXPECT_TRUE(all[1].body.empty());
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(Registers, AreNeverOverwritten) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->save_register({"targets", 1, "初次导入", make_day(2026, 1, 5), true, "甲"}));
  EXPECT_EQ(code_of(act->save_register({"targets", 1, "再导入", make_day(2026, 1, 6), false, "乙"})),
            "AJ2912");
  EXPECT_EQ(code_of(well(open_office(folder / "office")->read())->load_register("targets")), "");
  act.reset();
  act = well(store->begin());
  EXPECT_EQ(code_of(act->freeze_register("targets", 3)), "AJ2913");
}

TEST(Outbox, KeepsAMessageUntilItIsMarkedAsSent) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->send_later("2026-LS-001/1", Fields{{"结果", "合格"}}));
  well(act->send_later("2026-LS-001/1", Fields{{"结果", "合格"}}));
  well(act->commit());
  const auto waiting = well(waiting_messages(folder / "office"));
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].key, "2026-LS-001/1");
  EXPECT_EQ(waiting[0].message.field("结果"), Value("合格"));
  well(mark_sent(folder / "office", "2026-LS-001/1"));
  EXPECT_TRUE(well(waiting_messages(folder / "office")).empty());
  EXPECT_EQ(code_of(mark_sent(folder / "office", "2026-LS-009/1")), "AJ2919");
}

TEST(Outbox, RefusesAnotherMessageUnderTheSameKey) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->send_later("k", "甲"));
  EXPECT_EQ(code_of(act->send_later("k", "乙")), "AJ2914");
}

}  // namespace
}  // namespace anjuan::store
