// anjuan test: stories told from the command line.

#include "base/text.h"
#include "cli/ran.h"

namespace anjuan::cli {
namespace {

const std::string example = ANJUAN_SOURCE_DIR "/examples/08-try-and-test";
bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// A folder with the example's chart and a story of these lines.
std::string folder_with(const std::string& lines) {
  const auto folder = fresh_folder("stories");
  std::filesystem::copy_file(example + "/visit.xml", folder / "visit.xml");
  write_file(folder / "one.story", "流程 visit.xml\n日期 2026-09-21\n" + lines);
  return folder.string();
}

TEST(Test, TellsWhatPassedAndWhatWasWalked) {
  const Ran got = ran(test_command(), {folder_with("应在 待回访\n")});
  EXPECT_EQ(got.status, status_done) << got.err;
  for (const char* words :
       {"通过", "核对 1 处", "办结后回访", "环节 1/4（25%）", "流转 0/5（0%）", "没有走到的环节",
        "等待检查对象答复", "没有走过的流转", "共 1 个故事：通过 1，未通过 0。"})
    EXPECT_TRUE(says(got.out, words)) << words << "\n" << got.out;
}

TEST(Test, FailsWithTheLineAndWhatIs) {
  const std::string folder = folder_with("应在 分管领导审核\n");
  const Ran got = ran(test_command(), {folder});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_TRUE(says(got.err, "one.story:3: 错误 AJ3352  应当是：分管领导审核；实际是：待回访")) << got.err;
  EXPECT_TRUE(says(got.err, "    3 | 应在 分管领导审核")) << got.err;
  EXPECT_TRUE(says(got.out, "未通过 1")) << got.out;
}

TEST(Test, RewritesWhatHasChangedWhenAsked) {
  const std::string folder = folder_with("应在 分管领导审核\n");
  const Ran got = ran(test_command(), {folder, "--accept"});
  EXPECT_TRUE(says(got.out, "改写了 1 个文件")) << got.out;
  EXPECT_EQ(read_file(folder + "/one.story"), "流程 visit.xml\n日期 2026-09-21\n应在 待回访\n");
  EXPECT_EQ(ran(test_command(), {folder}).status, status_done);
}

TEST(Test, ListsEverythingWhenAsked) {
  const Ran got = ran(test_command(), {folder_with("应在 待回访\n"), "--coverage"});
  EXPECT_TRUE(says(got.out, "有    第 23 行  待回访")) << got.out;
}

TEST(Test, SpeaksEnglishWhenAsked) {
  const Ran got = ran(test_command(), {folder_with("应在 分管领导审核\n")}, Language::english);
  EXPECT_TRUE(says(got.err, "expected: 分管领导审核; found: 待回访")) << got.err;
  EXPECT_TRUE(says(got.out, "1 story: 0 passed, 1 failed.")) << got.out;
}

TEST(Test, WantsStories) {
  EXPECT_TRUE(says(ran(test_command(), {fresh_folder("empty").string()}).err, "AJ3365"));
  EXPECT_TRUE(says(ran(test_command(), {"no-such.story"}).err, "没有“no-such.story”这个文件"));
}

TEST(Test, PlaysScriptsToo) {
  const Ran got = ran(test_command(), {ANJUAN_SOURCE_DIR "/examples/05-rectification/rectification.acts"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got.out, "通过"));
}

TEST(Test, UsesOtherDefinitionsWhenAsked) {
  // The office of another trade has none of the procedures that this script opens.
  const Ran got =
      ran(test_command(), {ANJUAN_SOURCE_DIR "/examples/05-rectification/rectification.acts", "--definitions",
                           ANJUAN_SOURCE_DIR "/workflows", "--definitions", ANJUAN_SOURCE_DIR "/templates"});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_TRUE(says(got.err, "AJ2803")) << got.err;  // forms are missing now
}

TEST(Test, TellsAStoryOfOneProcedureOfAnotherVersion) {
  const auto folder = fresh_folder("versions");
  const std::string chart = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"甲\"><transition event=\"办\" target=\"乙\"/></state><final id=\"乙\"/></scxml>";
  const std::string story = write_file(folder / "a.story", "流程 p.xml\n日期 2026-09-21\n应在 甲\n");
  write_file(folder / "p.xml", chart);
  EXPECT_EQ(ran(test_command(), {story}).status, status_done);
  std::filesystem::create_directory(folder / "new");
  write_file(folder / "new" / "p.xml", replace_all(chart, "甲", "丙"));
  const Ran other = ran(test_command(), {story, "--definitions", (folder / "new").string()});
  EXPECT_TRUE(says(other.err, "应当是：甲；实际是：丙")) << other.err;
  write_file(folder / "new" / "q.xml", chart);
  std::filesystem::remove(folder / "new" / "p.xml");
  EXPECT_EQ(ran(test_command(), {story, "--definitions", (folder / "new").string()}).status, status_done) << "the only one";
  const Ran none = ran(test_command(), {story, "--definitions", ANJUAN_SOURCE_DIR "/workflows"});
  EXPECT_TRUE(says(none.err, "AJ3387")) << none.err;
}

}  // namespace
}  // namespace anjuan::cli
