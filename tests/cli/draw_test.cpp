// The draw on files alone: bytes and codes as the public vectors have them.

#include "base/digest.h"
#include "cli/ran.h"

namespace anjuan::cli {
namespace {

const std::filesystem::path vectors = ANJUAN_SOURCE_DIR "/tests/draw/vectors";

std::vector<std::string> files_of(const std::filesystem::path& folder) {
  std::vector<std::string> files{(folder / "list.txt").string(), (folder / "seed.txt").string()};
  if (std::filesystem::exists(folder / "events.txt")) files.push_back((folder / "events.txt").string());
  return files;
}

/// The first word of a text.
std::string first_word(const std::string& text) { return text.substr(0, text.find_first_of(" \n")); }

TEST(DrawCompute, PrintsTheResultByteForByte) {
  for (const char* name : {"v1", "v2", "v2e", "v3", "v4", "v5"}) {
    const Ran got = ran(draw_compute_command(), files_of(vectors / name));
    EXPECT_EQ(got.status, status_done) << name;
    EXPECT_EQ(got.out, read_file(vectors / name / "result.txt")) << name;
    EXPECT_EQ(got.err, "") << name;
  }
}

TEST(DrawCompute, BeginsARefusalWithItsCode) {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(vectors)) {
    if (!entry.is_directory() || !entry.path().filename().string().starts_with("n")) continue;
    std::string wanted = first_word(read_file(entry.path() / "expect.txt"));
    const Ran got = ran(draw_compute_command(), files_of(entry.path()));
    EXPECT_EQ(first_word(got.err), wanted) << entry.path();
    EXPECT_EQ(got.status, status_refused) << entry.path();
    EXPECT_EQ(got.out, "") << entry.path();
    ++seen;
  }
  EXPECT_EQ(seen, 24);
}

TEST(DrawVerify, HoldsForAGenuineResult) {
  for (const char* name : {"v1", "v2e"}) {
    std::vector<std::string> files = files_of(vectors / name);
    files.push_back((vectors / name / "result.txt").string());
    const Ran got = ran(draw_verify_command(), files);
    EXPECT_EQ(got.status, status_done) << got.err;
    EXPECT_EQ(got.out, "核验一致：按名单和种子重新计算，抽取结果逐字节相同。\n");
  }
}

TEST(DrawVerify, IsRefusedWhenOneByteOfTheResultChanged) {
  std::string result = read_file(vectors / "v1" / "result.txt");
  result[result.find("selected")] = 'S';
  const auto folder = fresh_folder("changed");
  std::vector<std::string> files = files_of(vectors / "v1");
  files.push_back(write_file(folder / "result.txt", result));
  const Ran got = ran(draw_verify_command(), files);
  EXPECT_EQ(got.status, 3);
  EXPECT_EQ(got.out, "");
  EXPECT_NE(got.err.find("result.txt:"), std::string::npos) << got.err;
}

TEST(DrawVerify, TellsAFileThatIsRefusedFromAResultThatDiffers) {
  const Ran got = ran(draw_verify_command(), {(vectors / "v1" / "list.txt").string(), (vectors / "v2" / "seed.txt").string(), (vectors / "v1" / "result.txt").string()});
  EXPECT_EQ(first_word(got.err), "E_SEED");
  EXPECT_EQ(got.status, status_refused);
}

TEST(DrawVerify, AsksForNoMoreThanFourFiles) {
  const std::string any = (vectors / "v1" / "list.txt").string();
  EXPECT_EQ(ran(draw_verify_command(), {any, any, any, any, any}).status, status_usage);
}

TEST(DrawCheck, PrintsTheDigestOfTheList) {
  const auto list = vectors / "v1" / "list.txt";
  EXPECT_EQ(ran(draw_check_command(), {list.string()}).out, sha256(read_file(list)) + "\n");
}

TEST(DrawCheck, NamesAFileThatIsNotThere) {
  const Ran got = ran(draw_check_command(), {"no-such-list.txt"});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3008"), std::string::npos) << got.err;
}

TEST(DrawCommit, IsTheDigestOfTheWrittenText) {
  const std::string value(64, 'a');
  EXPECT_EQ(ran(draw_commit_command(), {"sha256", "D-1", "office", value}).out, sha256("anjuan-draw-1|commit|D-1|office|" + value) + "\n");
  EXPECT_NE(ran(draw_commit_command(), {"md5", "D-1", "office", value}).err.find("AJ3102"), std::string::npos);
}

TEST(DrawChain, CountsDownToTheSealedValue) {
  const std::string secret(64, '7');
  const Ran got = ran(draw_chain_command(), {"sha256", secret, "2"});
  const std::string r1 = sha256("anjuan-draw-1|reserve|" + secret), r0 = sha256("anjuan-draw-1|reserve|" + r1);
  EXPECT_EQ(got.out, "0 " + r0 + "\n1 " + r1 + "\n2 " + secret + "\n");
}

TEST(DrawChain, RefusesWhatIsNoSealedValue) {
  EXPECT_TRUE(ran(draw_chain_command(), {"sha256", "77", "2"}).err.starts_with("E_SYNTAX 错误 AJ3103"));
  EXPECT_NE(ran(draw_chain_command(), {"sha256", std::string(64, '7'), "many"}).err.find("AJ3104"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
