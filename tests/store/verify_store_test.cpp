// Any change of what was kept is found and named.

#include "store/verify_store.h"

#include <cstdlib>

#include "store/file_store.h"
#include "store/rows.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

/// An office with two acts, a paper with a file, numbers, a register.
class VerifyStore : public ::testing::Test {
 protected:
  VerifyStore() {
    auto store = new_office(office_);
    save_sample(*store);
    auto act = well(store->begin());
    print_ = well(act->put_file("%PDF 岚东律师事务所检查报告，供核验测试使用"));
    loose_ = well(act->put_file("照片"));
    cases::CaseRow row = well(act->load_case(CaseId("2026-LS-001")));
    row.papers = {{"2026-LS-001-D01",
                   "report",
                   "检查报告",
                   "岚司检〔2026〕2号",
                   "issued",
                   make_day(2026, 3, 9),
                   {print_}}};
    well(act->take_number("岚司检", 2026, "2026-LS-001-D00"));
    well(act->take_number("岚司检", 2026, "2026-LS-001-D01"));
    well(act->save_register({"targets", 1, "初次导入", make_day(2026, 1, 5), true, "甲"}));
    well(act->save_case(row));
    well(act->append(with_field(sample_act("2026-LS-001", "report.filed"), "files", List{print_, loose_})));
    well(act->commit());
    EXPECT_EQ(shown(verify_store(office_)), "");
  }

  Diagnostics after(const char* sql) {
    change_past_the_store(office_, sql);
    return verify_store(office_);
  }
  std::string path_of(const std::string& digest) const {
    return FileStore(Layout::of(office_), DigestKind::sha256).path_of(digest);
  }

  const TemporaryFolder folder_;
  const std::string office_ = folder_ / "office";
  std::string print_, loose_;
};

TEST_F(VerifyStore, FindsAnyChangedByteOfADocumentAndNamesIt) {
  const std::string bytes = bytes_of(path_of(print_));
  for (std::size_t i = 0; i < bytes.size(); i += 5) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    overwrite(path_of(print_), changed);
    const Diagnostics found = verify_store(office_);
    ASSERT_EQ(found.size(), 1u) << i;
    EXPECT_EQ(code_of(found), "AJ9008");
    EXPECT_NE(shown(found).find("“2026-LS-001”的“检查报告”（岚司检〔2026〕2号）"), std::string::npos)
        << shown(found);
  }
}

TEST_F(VerifyStore, FindsALostFileAndNamesTheEntryThatBroughtIt) {
  std::filesystem::remove(path_of(loose_));
  const Diagnostics found = verify_store(office_);
  ASSERT_EQ(code_of(found), "AJ9007");
  EXPECT_NE(shown(found).find("全过程记录第 2 条"), std::string::npos) << shown(found);
}

TEST_F(VerifyStore, FindsAnyChangedByteOfTheJournal) {
  const std::string bytes = bytes_of(office_ + "/office.db");
  const std::string text = R"("event":"report.filed","files":[)";
  const std::size_t at = bytes.find(text);
  ASSERT_NE(at, std::string::npos);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::string changed = bytes;
    changed[at + i] = static_cast<char>(changed[at + i] ^ 1);
    overwrite(office_ + "/office.db", changed);
    const Diagnostics found = verify_store(office_);
    ASSERT_TRUE(has_code(found, "AJ0403")) << i << shown(found);
    EXPECT_NE(shown(found).find("第 2 条"), std::string::npos);
  }
}

TEST_F(VerifyStore, FindsAChangeAtEveryPlaceOfTheDatabaseThatHoldsContent) {
  const std::string bytes = bytes_of(office_ + "/office.db");
  for (const char* content : {"岚东律师事务所", "已送达通知书", "问题数", "整改期限", "初次导入",
                              "岚东县司法局", "2026-LS-001-D00"}) {
    const std::size_t at = bytes.find(content);
    ASSERT_NE(at, std::string::npos) << content;
    std::string changed = bytes;
    changed[at + 2] = static_cast<char>(changed[at + 2] ^ 1);
    overwrite(office_ + "/office.db", changed);
    EXPECT_TRUE(has_code(verify_store(office_), "AJ9009")) << content << shown(verify_store(office_));
  }
  overwrite(office_ + "/office.db", bytes);
  EXPECT_EQ(shown(verify_store(office_)), "");
}

/// All that the tables say, or why they cannot be read.
std::string told(const std::string& office) {
  auto database = Database::open(office + "/office.db", Database::Use::reading, std::chrono::seconds(5));
  if (!database.ok()) return code_of(database);
  std::string out;
  for (const char* sql : {"SELECT digest FROM office",
                          "SELECT id, '|', round, '|', kind, '|', title, '|', label, '|', finished, '|', version, '|', body, '|', limits, '|', papers, '|', seal FROM cases",
                          "SELECT n, '|', previous, '|', text, '|', digest, '|', case_id FROM journal", "SELECT case_id, '|', version, '|', entry FROM case_acts",
                          "SELECT digest, '|', size FROM files", "SELECT code, '|', year, '|', last FROM number_books",
                          "SELECT code, '|', year, '|', n, '|', paper, '|', state, '|', reason, '|', seal FROM numbers",
                          "SELECT name, '|', version, '|', reason, '|', on_day, '|', body, '|', seal FROM registers", "SELECT key, '|', value, '|', seal FROM settings",
                          "SELECT key, '|', message, '|', seal FROM outbox", "SELECT type, name, tbl_name, sql FROM sqlite_schema"}) {
    Query query(*database, sql);
    for (;;) {
      const auto more = query.next();
      if (!more.ok()) return out + code_of(more);
      if (!*more) break;
      for (int column = 0; column < query.columns(); ++column) out += query.text(column);
      out += '\n';
    }
  }
  return out;
}

// Not a list of places that somebody thought of: whatever byte makes the office say something else is found. Bytes of
// free space, counters of the library and the like may differ.
TEST_F(VerifyStore, FindsEveryByteThatMakesTheOfficeSaySomethingElse) {
  const std::string bytes = bytes_of(office_ + "/office.db"), before = told(office_);
  const std::size_t stride = std::getenv("ANJUAN_ALL") != nullptr ? 1 : 61;
  std::size_t tried = 0, different = 0;
  for (std::size_t i = 0; i < bytes.size(); i += stride) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    overwrite(office_ + "/office.db", changed);
    ++tried;
    if (told(office_) == before) continue;
    ++different;
    EXPECT_NE(shown(verify_store(office_)), "") << "byte " << i << " of " << bytes.size();
    std::filesystem::remove(office_ + "/office.db-journal");
  }
  EXPECT_GT(different, tried / 50);
}

// Whoever changes a row can compute its seal anew: how is in the source. What the journal says was written stays.
TEST_F(VerifyStore, FindsARowWhoseSealWasWrittenAnew) {
  const DigestKind kind = DigestKind::sha256;
  const std::string issued = seal(kind, {"岚司检", "2026", "1", "2026-LS-001-D09", "issued", ""});
  const Diagnostics number = after(("UPDATE numbers SET paper = '2026-LS-001-D09', seal = '" + issued + "' WHERE n = 1").c_str());
  ASSERT_EQ(code_of(number), "AJ9018") << shown(number);
  EXPECT_NE(shown(number).find("编号簿“岚司检”2026年 1 号与全过程记录不符：第 2 条"), std::string::npos) << shown(number);
}

TEST_F(VerifyStore, FindsACaseWhoseSealWasWrittenAnew) {
  auto database = well(Database::open(office_ + "/office.db", Database::Use::writing, std::chrono::seconds(5)));
  Query row(database, "SELECT id, round, kind, title, label, finished, version, body, limits, papers FROM cases");
  ASSERT_TRUE(well(row.next()));
  CaseColumns c{row.text(0), row.text(1), row.text(2), row.text(3), "没有问题", row.integer(5) != 0, row.integer(6), row.text(7), row.text(8), row.text(9)};
  Query change(database, "UPDATE cases SET label = ?1, seal = ?2", c.label, seal_of(DigestKind::sha256, c));
  well(change.run());
  const Diagnostics found = verify_store(office_);
  ASSERT_EQ(code_of(found), "AJ9018") << shown(found);
  EXPECT_NE(shown(found).find("案件或任务“2026-LS-001”与全过程记录不符：第 2 条"), std::string::npos) << shown(found);
}

TEST_F(VerifyStore, CountsCasesAndPapersAndNamesThoseThatAreWanted) {
  VerifyRequest request;
  const Layout layout = Layout::of(office_);
  const Verified none = verify_store(layout, request);
  EXPECT_EQ(none.cases, 1u);
  EXPECT_EQ(none.papers, 1u);
  EXPECT_TRUE(none.wanted.empty());
  request.wanted = [](std::string_view body) { return body.find("问题数") != std::string_view::npos; };
  EXPECT_EQ(verify_store(layout, request).wanted, std::vector{CaseId("2026-LS-001")});
  request.wanted = [](std::string_view body) { return body.find("没有的") != std::string_view::npos; };
  EXPECT_TRUE(verify_store(layout, request).wanted.empty());
}

// Whoever reads such a case is told why it cannot be read: it is to be looked at, whatever it may hold.
TEST_F(VerifyStore, NamesACaseWhoseColumnsCannotBeRead) {
  for (const char* change : {"UPDATE cases SET limits = '[{\"id\":]'", "UPDATE cases SET limits = '[]', papers = 'x'"}) {
    change_past_the_store(office_, change);
    EXPECT_EQ(verify_store(Layout::of(office_), {}).wanted, std::vector{CaseId("2026-LS-001")}) << change;
  }
}

// The second of its files, and with a name that has been changed: what a paper names is asked of the record one by one.
TEST_F(VerifyStore, FindsThatAPaperNamesAFileThatIsNotOnRecord) {
  change_past_the_store(office_, ("UPDATE cases SET papers = replace(papers, '[\"" + print_ + "\"]', '[\"" + print_ + "\",\"" + sha256("y") + "\"]')").c_str());
  const Diagnostics found = verify_store(office_);
  ASSERT_TRUE(has_code(found, "AJ9015")) << shown(found);
  EXPECT_NE(shown(found).find(sha256("y")), std::string::npos) << shown(found);
}

TEST_F(VerifyStore, FindsARowThatIsGoneAndOneThatNobodyWrote) {
  EXPECT_EQ(code_of(after("DROP TRIGGER registers_hold; DELETE FROM registers")), "AJ9030");
  EXPECT_TRUE(has_code(verify_store(office_), "AJ9019"));
  const std::string put = seal(DigestKind::sha256, {"last_draw", "\"D2026-9\""});
  EXPECT_TRUE(has_code(after(("INSERT INTO settings VALUES ('last_draw', '\"D2026-9\"', '" + put + "')").c_str()), "AJ9020"));
}

TEST_F(VerifyStore, FindsARegisterThatIsNoLongerHeldFast) {
  EXPECT_EQ(code_of(after("UPDATE registers SET frozen = 0")), "AJ9018");
}

TEST_F(VerifyStore, FindsAnEntryThatIsSaidToHaveActedOnAnotherCase) {
  EXPECT_EQ(code_of(after("INSERT INTO case_acts (case_id, version, entry) VALUES ('2026-LS-009', 0, 1)")), "AJ9012");
}

TEST_F(VerifyStore, FindsAnOfficeThatIsPassedOffAsAnOlderOne) { EXPECT_EQ(code_of(after("PRAGMA user_version = 2")), "AJ9030"); }

TEST_F(VerifyStore, FindsARemovedEntryAndARemovedTail) {
  const std::string head = well(well(open_office(office_)->read())->read_journal()).back().digest;
  change_past_the_store(office_, "DROP TRIGGER journal_holds");
  EXPECT_TRUE(has_code(after("DELETE FROM journal WHERE n = 2"), "AJ9012"));
  EXPECT_TRUE(has_code(verify_store(office_, head), "AJ0404"));
}

TEST_F(VerifyStore, FindsAnEntryThatWasGivenToAnotherCase) {
  change_past_the_store(office_, "DROP TRIGGER journal_keeps");
  EXPECT_TRUE(has_code(after("UPDATE journal SET case_id = '2026-LS-002' WHERE n = 2"), "AJ9012"));
}

TEST_F(VerifyStore, FindsAGapInANumberBook) {
  change_past_the_store(office_, "DROP TRIGGER numbers_hold");
  const Diagnostics found = after("DELETE FROM numbers WHERE n = 1");
  ASSERT_EQ(code_of(found), "AJ9010");
  EXPECT_NE(shown(found).find("“岚司检”2026年应有 2 个连续的号，实有 1 个"), std::string::npos)
      << shown(found);
}

TEST_F(VerifyStore, FindsANumberThatWasMadeVoidPastTheStore) {
  EXPECT_EQ(code_of(after("UPDATE numbers SET state = 'void' WHERE n = 1")), "AJ9009");
}

TEST_F(VerifyStore, FindsACaseRowOfAnotherVersionThanItsActs) {
  const Diagnostics found = after("UPDATE cases SET version = 1");
  EXPECT_TRUE(has_code(found, "AJ9011"));
  EXPECT_TRUE(has_code(found, "AJ9009"));
  EXPECT_TRUE(has_code(after("DELETE FROM cases"), "AJ9011"));
}

TEST_F(VerifyStore, FindsAFileThatWasTakenOffTheRecord) {
  const Diagnostics found = after("DELETE FROM files");
  EXPECT_TRUE(has_code(found, "AJ9013"));
  EXPECT_TRUE(has_code(found, "AJ9015"));
}

TEST_F(VerifyStore, FindsARowThatReferencesNothing) {
  EXPECT_TRUE(has_code(after("PRAGMA foreign_keys=OFF; DELETE FROM number_books"), "AJ9005"));
}

TEST_F(VerifyStore, LooksPastHarmlessFilesWithoutARow) {
  overwrite(office_ + "/files/tmp/x", "half");
  std::filesystem::create_directories(office_ + "/files/00");
  overwrite(office_ + "/files/00/11", "orphan");
  EXPECT_EQ(shown(verify_store(office_)), "");
}

TEST_F(VerifyStore, RefusesToReadAChangedRow) {
  change_past_the_store(office_, "UPDATE cases SET label = '已办结'; UPDATE settings SET value = '1'");
  auto reading = well(open_office(office_)->read());
  EXPECT_EQ(code_of(reading->load_case(CaseId("2026-LS-001"))), "AJ9009");
  EXPECT_EQ(code_of(reading->list_cases(true)), "AJ9009");
  EXPECT_EQ(code_of(reading->setting("bureau")), "AJ9009");
}

TEST_F(VerifyStore, RefusesToHandOutAChangedFile) {
  overwrite(path_of(print_), "x");
  const auto read = well(open_office(office_)->read())->read_file(print_);
  ASSERT_EQ(code_of(read), "AJ9008");
  EXPECT_NE(shown(read.diagnostics()).find("检查报告"), std::string::npos);
}

TEST_F(VerifyStore, TellsOfTheOfficesOwnRow) {
  for (const char* sql : {"UPDATE office SET digest = 'md5'", "DELETE FROM office"}) {
    EXPECT_EQ(code_of(after(sql)), "AJ9022") << sql;
    EXPECT_EQ(code_of(open_office_store(office_)), "AJ9022") << sql;
  }
  const std::string told = shown(after("DROP TABLE office"));
  EXPECT_NE(told.find("缺少本软件建立的表或者列"), std::string::npos) << told;
}

}  // namespace
}  // namespace anjuan::store
