// What an outside keeper is given: heads and the whole journal, and that both show a rewrite.

#include <sys/wait.h>

#include <cstdlib>

#include "cli/played_office.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

std::string head_of(const std::string& office) {
  const Ran got = ran(journal_head_command(), {}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  return got.out;
}

/// Exit status of the check by coreutils; its words in `said`.
int check_by_coreutils(const std::string& journal, const std::string& said) {
  const int status = std::system(("sh " ANJUAN_SOURCE_DIR "/engine/journal/check.sh " + journal + " >" + said + " 2>&1").c_str());
  return WEXITSTATUS(status);
}

TEST(JournalHead, IsALineThatVerifyAccepts) {
  const std::string line = head_of(played_office());
  EXPECT_TRUE(line.starts_with("anjuan-head-1 2026-09-10 ")) << line;
  EXPECT_NE(line.find(" sha256 "), std::string::npos);
  const Ran got = ran(verify_command(), {"--head", line}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
}

TEST(JournalHead, OfADayIsThatOfTheLastEntryRecordedByThen) {
  const Ran before = ran(journal_head_command(), {"--on", "2001-01-01"}, Language::chinese, played_office());
  EXPECT_EQ(before.out, "anjuan-head-1 2001-01-01 0 sha256 " + std::string(64, '0') + "\n");
  const Ran after = ran(journal_head_command(), {"--on", "2099-01-01"}, Language::chinese, played_office());
  EXPECT_EQ(after.out.substr(after.out.find(" 2099-01-01 ") + 12), head_of(played_office()).substr(25));
}

// A keeper appends a line a day; all of them must hold.
TEST(VerifyOffice, HoldsAFileOfHeadsAgainstTheJournal) {
  const auto folder = fresh_folder("heads");
  const auto store = store::open_office_store(played_office());
  ASSERT_TRUE(store.ok());
  const auto journal = (*(*store)->read())->read_journal();
  ASSERT_TRUE(journal.ok());
  std::string heads = "# 纪检组保管\n\n";
  for (const std::size_t n : {3u, 9u}) heads += journal::head_line(DigestKind::sha256, make_day(2026, 9, static_cast<int>(n)), {static_cast<std::int64_t>(n), (*journal)[n - 1].digest});
  const Ran well = ran(verify_command(), {"--head", write_file(folder / "heads.txt", heads)}, Language::chinese, played_office());
  EXPECT_EQ(well.status, status_done) << well.err;
  EXPECT_TRUE(says(well, "抄录的 2 个链首都在记录里")) << well.out;

  const std::string rewritten = replace_all(heads, (*journal)[8].digest, std::string(64, 'a'));
  const Ran refused = ran(verify_command(), {"--head", write_file(folder / "heads.txt", rewritten)}, Language::chinese, played_office());
  EXPECT_EQ(refused.status, status_refused);
  EXPECT_NE(refused.err.find("AJ0417"), std::string::npos) << refused.err;
  const Ran other = ran(verify_command(), {"--head", "anjuan-head-1 2026-09-09 9 sm3 " + (*journal)[8].digest}, Language::chinese, played_office());
  EXPECT_NE(other.err.find("AJ0419"), std::string::npos) << other.err;
  const Ran unreadable = ran(verify_command(), {"--head", write_file(folder / "heads.txt", "昨天的链首\n")}, Language::chinese, played_office());
  EXPECT_NE(unreadable.err.find("AJ0416"), std::string::npos) << unreadable.err;
}

TEST(JournalExport, IsCheckedByCoreutilsAlone) {
  const auto folder = fresh_folder("export");
  const std::string file = (folder / "journal.txt").string(), said = (folder / "said.txt").string();
  EXPECT_EQ(ran(journal_export_command(), {file}, Language::chinese, played_office()).status, status_done);
  ASSERT_EQ(check_by_coreutils(file, said), 0) << read_file(said);
  const std::string head = head_of(played_office());
  EXPECT_EQ(read_file(said).substr(read_file(said).find(':') + 1), head.substr(head.rfind(' ') + 1));

  std::string text = read_file(file);
  const std::size_t at = text.find("kind", text.size() / 2);
  ASSERT_NE(at, std::string::npos);
  text[at] = static_cast<char>(text[at] ^ 1);
  write_file(file, text);
  EXPECT_EQ(check_by_coreutils(file, said), 1);
}

TEST(Init, KeepsAnOfficeBySm3WhereThatIsAsked) {
  const std::string office = (fresh_folder("sm3") / "office").string();
  const std::vector<std::string> words{office, "--bureau", ANJUAN_SOURCE_DIR "/examples/county/bureau.xml", "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                                       ANJUAN_SOURCE_DIR "/forms", "--definitions", ANJUAN_SOURCE_DIR "/templates", "--digest"};
  const auto with = [&](const char* algorithm) {
    std::vector<std::string> all = words;
    all.push_back(algorithm);
    return ran(init_command(), all);
  };
  EXPECT_EQ(with("md5").status, status_refused);
  EXPECT_EQ(with("sm3").status, status_done);
  EXPECT_NE(head_of(office).find(" 1 sm3 "), std::string::npos);
  EXPECT_EQ(ran(verify_command(), {"--head", head_of(office)}, Language::chinese, office).status, status_done);
}

}  // namespace
}  // namespace anjuan::cli
