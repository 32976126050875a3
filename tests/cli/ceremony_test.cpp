// The ceremony at the keyboard: pages for the envelopes leave the office, the screen shows what may be shown.

#include <sys/stat.h>

#include "cli/played_office.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

/// An office whose inspectors have declared; the list is not frozen yet. Each test has its own.
std::string office_before_freeze() {
  static const std::string ready = [] {
    const auto folder = fresh_folder("ready");
    std::string script = script_until_refused_report();
    script = script.substr(0, script.find("\n密封 ")) + "\n";
    const Ran played = ran(play_command(), {write_file(folder / "part.acts", script), "--into", (folder / "office").string()});
    EXPECT_EQ(played.status, status_done) << played.err;
    return (folder / "office").string();
  }();
  const auto copy = fresh_folder("own") / "office";
  fs::copy(ready, copy, fs::copy_options::recursive);
  return copy.string();
}

Ran freeze(const std::string& office, const std::string& envelopes) {
  return ran(event_command(), {"2026-1", "冻结名单", "--by", "陆明舟", "--on", "2026-09-09", "--set", "信封保管人=水若寒、卫清和", "--envelopes", envelopes},
             Language::chinese, office);
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(EnvelopePages, AreWrittenForTheirOwnerAlone) {
  const std::string office = office_before_freeze();
  const auto folder = fresh_folder("envelopes");
  const Ran got = freeze(office, folder.string());
  ASSERT_EQ(got.status, status_done) << got.err;
  const auto pages = files_in(folder);
  ASSERT_EQ(pages.size(), 2u);
  for (const fs::path& page : pages) {
    struct stat about {};
    ASSERT_EQ(::stat(page.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u) << page;
    EXPECT_EQ(read_file(page).substr(0, 5), "%PDF-");
    EXPECT_TRUE(says(got, page.string())) << got.out;
  }
  EXPECT_NE(pages[0].string().find("水若寒"), std::string::npos);
  EXPECT_TRUE(says(got, "shred")) << "the clerk is told to destroy the files";
}

TEST(EnvelopePages, NeverStayInTheOffice) {
  const std::string office = office_before_freeze();
  fs::create_directories(office + "/文书/信封");
  const Ran got = freeze(office, office + "/文书/信封");
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3891"), std::string::npos) << got.err;
  EXPECT_TRUE(files_in(office + "/文书/信封").empty());
  EXPECT_NE(freeze(office, office + "/../nowhere").err.find("AJ3890"), std::string::npos);
}

TEST(EnvelopePages, AreNotWrittenOverOthersAndTakenBackWhereTheActFails) {
  const std::string office = office_before_freeze();
  const auto folder = fresh_folder("envelopes");
  write_file(folder / "信封-2-卫清和.pdf", "an older page");
  const Ran got = freeze(office, folder.string());
  EXPECT_NE(got.err.find("AJ3892"), std::string::npos) << got.err;
  EXPECT_EQ(files_in(folder).size(), 1u) << "the first page was taken back";
  EXPECT_EQ(read_file(folder / "信封-2-卫清和.pdf"), "an older page");
  fs::remove(folder / "信封-2-卫清和.pdf");
  EXPECT_EQ(freeze(office, folder.string()).status, status_done) << "nothing was frozen before";
}

TEST(DrawShow, TellsWhatIsFrozenAndWhoKeepsTheEnvelopes) {
  const std::string office = office_before_freeze();
  EXPECT_TRUE(says(ran(draw_show_command(), {"2026-1"}, Language::chinese, office), "还没有锁定名单"));
  ASSERT_EQ(freeze(office, fresh_folder("envelopes").string()).status, status_done);
  const Ran got = ran(draw_show_command(), {"2026-1"}, Language::chinese, office);
  for (const char* words : {"等待见证人掷出", "D2026-1", "水若寒、卫清和", "见证人的点数：等待掷出", "应抽 3 家"}) EXPECT_TRUE(says(got, words)) << words << "\n" << got.out;
}

// Surprise: what the public sees before the inspections end does not say who was drawn.
TEST(DrawShow, NamesNobodyUnlessTheRoomIsClosed) {
  const Ran open = ran(draw_show_command(), {"2026-1"}, Language::chinese, played_office());
  EXPECT_TRUE(says(open, "抽取完成") && says(open, "35261 44251 63614 25316") && says(open, "抽中 3 家")) << open.out;
  const auto page = fresh_folder("screen") / "screen.html";
  ASSERT_EQ(ran(draw_show_command(), {"2026-1", "--output", page.string()}, Language::chinese, played_office()).status, status_done);
  for (const char* name : {"岚东正筠", "岚东砚衡", "990128LS003", "宓如晦", "詹䶮"}) {
    EXPECT_FALSE(says(open, name)) << name;
    EXPECT_EQ(read_file(page).find(name), std::string::npos) << name;
  }
  const Ran closed = ran(draw_show_command(), {"2026-1", "--names"}, Language::chinese, played_office());
  EXPECT_TRUE(says(closed, "岚东正筠律师事务所") && says(closed, "宓如晦")) << closed.out;
}

TEST(DrawShow, PageOpensOfflineInAnyBrowser) {
  const auto page = fresh_folder("screen") / "screen.html";
  ASSERT_EQ(ran(draw_show_command(), {"2026-1", "--output", page.string()}, Language::chinese, played_office()).status, status_done);
  const std::string html = read_file(page);
  for (const char* outside : {"http:", "https:", "src=", "<script", "@import"}) EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  EXPECT_NE(html.find("<html lang=\"zh-CN\">"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
