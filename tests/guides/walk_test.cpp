// The guides of README.md and examples/: their commands run and print what is shown. With
// ANJUAN_ACCEPT=1 in the environment, what is shown is written anew.

#include "guides/walk.h"

#include <regex>

namespace anjuan::guides {
namespace {

#define NEEDS_THE_PROGRAM() \
  if (!Walk::has_program()) GTEST_SKIP() << "the program anjuan is not built"

/// The text between two lines of a file.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto start = text.find(from);
  if (start == std::string::npos) return "";
  const auto end = text.find(to, start + from.size());
  return end == std::string::npos ? "" : text.substr(start + from.size(), end - start - from.size());
}

TEST(Guide, OfCheckingAWorkflowShowsWhatIsSaid) {
  NEEDS_THE_PROGRAM();
  const Walk walk("check");
  follow(walk, "examples/01-check-a-workflow/README.md");
  const std::string chart = read_file(walk.root() / "build/回访流程图.svg");
  EXPECT_NE(chart.find(">系统 · 逾期没有答复</text>"), std::string::npos) << chart;
  EXPECT_EQ(read_file(walk.root() / "build/回访流程说明书.pdf").substr(0, 5), "%PDF-");
}

TEST(Guide, OfADrawCanBeFollowedByAWitness) {
  NEEDS_THE_PROGRAM();
  follow(Walk("draw"), "examples/02-draw/README.md", "examples/02-draw");
}

TEST(Guide, OfAChecklistShowsWhatIsSaid) {
  NEEDS_THE_PROGRAM();
  follow(Walk("checklist"), "examples/03-fill-a-checklist/README.md");
}

TEST(Guide, OfOneDocumentShowsWhatIsSaid) {
  NEEDS_THE_PROGRAM();
  follow(Walk("document"), "examples/04-one-document/README.md");
}

TEST(Guide, OfTheRectificationCanBeFollowed) {
  NEEDS_THE_PROGRAM();
  follow(Walk("rectification"), "examples/05-rectification/README.md");
}

TEST(Guide, OfAnotherProcedureNeedsNoProgramming) {
  NEEDS_THE_PROGRAM();
  const Walk walk("another");
  follow(walk, "examples/07-another-procedure/README.md");
  for (const char* bound : {"RS2026", "RS2026-01", "RS2026-02", "RS2026-03", "RS2026-04"}) {
    EXPECT_TRUE(fs::exists(walk.root() / "build/another/案卷" / (std::string(bound) + ".pdf"))) << bound;
  }
  const Ran verified = walk.run("build/anjuan verify --office build/another --replay");
  EXPECT_EQ(verified.status, 0) << verified.out;
}

TEST(Guide, OfAJointDrawUsesEveryRule) {
  NEEDS_THE_PROGRAM();
  const Walk walk("joint");
  follow(walk, "examples/09-joint-draw/README.md");
  EXPECT_TRUE(fs::exists(walk.root() / "build/joint/文书/LH2026"));
}

TEST(Guide, OfTryingAndTestingShowsWhatIsSaid) {
  NEEDS_THE_PROGRAM();
  follow(Walk("try"), "examples/08-try-and-test/README.md");
}

/// The first screen as README.md shows it: the refusals shortened to the first three.
std::string picture_of(const std::string& printed) {
  std::string out;
  int refusals = -1;
  for (const std::string& line : lines_of(printed)) {
    if (line.starts_with(" 五"))
      refusals = 0;
    else if (line.starts_with(" 六"))
      refusals = -1;
    else if (refusals >= 0 && ++refusals > 3) {
      if (refusals == 4) out += "           ……\n";
      continue;
    }
    out += line + "\n";
  }
  return out;
}

/// What may differ between machines and versions: digests, pages (they depend on the fonts), files.
std::string masked(std::string picture) {
  picture = std::regex_replace(picture, std::regex("链首 [0-9a-f]+"), "链首");
  return std::regex_replace(picture, std::regex("[0-9]+ (页|个)"), "n $1");
}

class Demo : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!Walk::has_program()) return;
    walk = new Walk("demo");
    played = new Ran(walk->run("build/anjuan play examples/round.acts --into build/demo"));
  }
  static void TearDownTestSuite() {
    delete walk;
    delete played;
    walk = nullptr;
    played = nullptr;
  }
  void SetUp() override {
    NEEDS_THE_PROGRAM();
    ASSERT_EQ(played->status, 0) << played->out;
  }
  static inline Walk* walk = nullptr;
  static inline Ran* played = nullptr;
};

TEST_F(Demo, PrintsTheFirstScreenOfTheReadme) {
  const fs::path file = fs::path(ANJUAN_SOURCE_DIR) / "README.md";
  const std::string open = "<!-- 演示 -->\n```\n", close = "```\n<!-- 演示完 -->";
  const std::string page = read_file(file), shown = between(page, open, close), now = picture_of(played->out);
  if (masked(shown) != masked(now) && is_accepting()) {
    const auto start = page.find(open) + open.size();
    std::ofstream(file, std::ios::binary) << page.substr(0, start) + now + page.substr(start + shown.size());
    return;
  }
  EXPECT_TRUE(masked(shown) == masked(now)) << "set ANJUAN_ACCEPT=1 to write the section anew; now:\n" << now;
}

TEST_F(Demo, CanBeWalkedThrough) { follow(*walk, "examples/README.md"); }

TEST_F(Demo, LeavesDossiersThatCanBeVerified) { follow(*walk, "examples/06-dossier/README.md"); }

/// README.md's "change one thing": its commands, with the change between the two halves.
TEST(Readme, ChangesADeadlineByChangingANumber) {
  NEEDS_THE_PROGRAM();
  const std::string section =
      between(read_file(fs::path(ANJUAN_SOURCE_DIR) / "README.md"), "\n## 改一处试试\n", "\n## ");
  const Walk walk("change");
  const std::string first = between(section, "```\n", "```\n"),
                    rest = section.substr(section.find(first) + first.size() + 4);
  const std::string second = between(rest, "```\n", "```\n");
  std::string before, after;
  for (const std::string& command : lines_of(first)) before = walk.run(command).out;
  EXPECT_NE(before.find("2026年10月20日"), std::string::npos) << before;

  const fs::path chart = walk.root() / "workflows/inspection-case.xml";
  std::string text = read_file(chart);
  const auto parameter = text.find("<aj:parameter id=\"复查期限\"");
  ASSERT_NE(parameter, std::string::npos);
  const auto value = text.find("value=\"10\"", parameter);
  ASSERT_LT(value, text.find("/>", parameter));
  std::ofstream(chart, std::ios::binary) << text.replace(value, 10, "value=\"5\"");
  for (const std::string& command : lines_of(second)) {
    const Ran ran = walk.run(command);
    EXPECT_EQ(ran.status, 0) << command << "\n" << ran.out;
    after = ran.out;
  }
  EXPECT_NE(after.find("2026年10月13日"), std::string::npos) << after;
}

/// Every file and folder that the guides link to.
TEST(Guides, LinkToWhatIsThere) {
  const std::regex link(R"(\]\(([^)#]+)(#[^)]*)?\))");
  const fs::path root = ANJUAN_SOURCE_DIR;
  std::vector<fs::path> guides{root / "README.md", root / "workflows/README.md", root / "examples/README.md"};
  for (const auto& folder : fs::directory_iterator(root / "examples")) {
    if (fs::exists(folder.path() / "README.md")) guides.push_back(folder.path() / "README.md");
  }
  for (const fs::path& guide : guides) {
    const std::string text = read_file(guide);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
      const std::string target = (*at)[1];
      EXPECT_TRUE(fs::exists(guide.parent_path() / target))
          << fs::relative(guide, root) << " links to " << target;
    }
  }
}

}  // namespace
}  // namespace anjuan::guides
