// anjuan paper check: what it prints, and that every paper of a whole round keeps to its style.

#include "cli/ran.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

const std::string styles = ANJUAN_SOURCE_DIR "/templates/styles";

/// The papers of the sample round, played once.
const std::vector<fs::path>& papers() {
  static const std::vector<fs::path> all = [] {
    const auto folder = fresh_folder("round") / "office";
    const Ran played = ran(play_command(), {ANJUAN_SOURCE_DIR "/examples/round.acts", "--into", folder.string()});
    EXPECT_EQ(played.status, status_done) << played.err;
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "文书")) {
      const std::string name = entry.path().filename().string();
      // A scan is a picture of what was signed by hand.
      if (entry.path().extension() == ".pdf" && name.find("扫描件") == std::string::npos) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return all;
}

TEST(PaperCheck, FindsNothingInThePapersOfARound) {
  EXPECT_GT(papers().size(), 80u);
  for (const fs::path& paper : papers()) {
    const Ran got = ran(paper_check_command(), {paper.string(), "--styles", styles});
    EXPECT_EQ(got.status, status_done) << got.err << got.out;
  }
}

TEST(PaperCheck, SaysWhichStyleItMeasuredAgainst) {
  ASSERT_FALSE(papers().empty());
  const auto notice = std::find_if(papers().begin(), papers().end(), [](const fs::path& p) { return p.string().find("检查结果告知书 ") != std::string::npos; });
  ASSERT_NE(notice, papers().end());
  EXPECT_EQ(ran(paper_check_command(), {notice->string(), "--styles", styles}).out, "按版式“enforcement”量了 2 页：没有发现不合规定的地方。\n");
  EXPECT_EQ(ran(paper_check_command(), {notice->string(), "--styles", styles}, Language::english).out, "2 pages measured against the style 'enforcement': nothing differs.\n");
  const Ran as_letter = ran(paper_check_command(), {notice->string(), "--styles", styles, "--style", "letter"});
  EXPECT_EQ(as_letter.status, status_refused);
  EXPECT_NE(as_letter.err.find("AJ3524"), std::string::npos) << as_letter.err;
  EXPECT_EQ(as_letter.out.find("推定"), std::string::npos) << as_letter.out;
}

TEST(PaperCheck, RefusesAStyleThatIsNotThere) {
  ASSERT_FALSE(papers().empty());
  const Ran got = ran(paper_check_command(), {papers().front().string(), "--styles", styles, "--style", "notice"});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3580  没有“notice”这种版式"), std::string::npos) << got.err;
}

}  // namespace
}  // namespace anjuan::cli
