// A witness with the published files notices any change and is told where it is.

#include "draw/support.h"

namespace anjuan::draw {
namespace {

class Verify : public testing::Test {
 protected:
  DrawFiles files{read_file(vectors / "v2e/list.txt"), read_file(vectors / "v2e/seed.txt"),
                  read_file(vectors / "v2e/events.txt")};
  std::string result = read_file(vectors / "v2e/result.txt");

  std::string first(const std::string& changed) {
    const auto found = verify_files(files, changed);
    if (found.empty()) return "";
    return found[0].place.file + ":" + std::to_string(found[0].place.line) + " " + found[0].row->code;
  }
};

TEST_F(Verify, HoldsForThePublishedFiles) { EXPECT_EQ(first(result), ""); }

TEST_F(Verify, NoticesEveryFlippedBitOfSeedAndEvents) {
  for (std::string* text : {&files.seed, &*files.events}) {
    for (std::size_t i = 0; i < text->size() * 8; ++i) {
      (*text)[i / 8] = static_cast<char>((*text)[i / 8] ^ (1 << i % 8));
      ASSERT_FALSE(verify_files(files, result).empty()) << "bit " << i;
      (*text)[i / 8] = static_cast<char>((*text)[i / 8] ^ (1 << i % 8));
    }
  }
}

TEST_F(Verify, NoticesEveryFlippedBitOfTheList) {
  files = {read_file(vectors / "v1/list.txt"), read_file(vectors / "v1/seed.txt"), std::nullopt};
  result = read_file(vectors / "v1/result.txt");
  ASSERT_EQ(first(result), "");
  for (std::size_t i = 0; i < files.list.size() * 8; ++i) {
    files.list[i / 8] = static_cast<char>(files.list[i / 8] ^ (1 << i % 8));
    ASSERT_FALSE(verify_files(files, result).empty()) << "bit " << i;
    files.list[i / 8] = static_cast<char>(files.list[i / 8] ^ (1 << i % 8));
  }
}

TEST_F(Verify, NoticesEveryChangedByteOfTheResultInItsLine) {
  const auto list = parse_list(files.list, "list.txt");
  const auto seed = parse_seed(*list, files.seed, "seed.txt");
  const auto computed =
      write_result(*draw(*list, *seed, *parse_events(*list, *seed, *files.events, "events.txt")));
  int line = 1;
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (const int bit : {1, 16, 128}) {
      std::string changed = result;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      const auto found = compare(computed, {changed, "result.txt"});
      ASSERT_EQ(found.size(), 1u) << "byte " << i;
      ASSERT_EQ(found[0].place.line, line) << "byte " << i;
      ASSERT_FALSE(found[0].place.file.empty());
    }
    if (result[i] == '\n') ++line;
  }
}

TEST_F(Verify, SaysWhatShouldStandThere) {
  std::string changed = result;
  const std::size_t at = changed.find("16100043");
  changed.replace(at, 8, "16100001");
  const auto found = verify_files(files, changed);
  ASSERT_EQ(found.size(), 1u);
  const std::string text = sentence(found[0], Language::chinese);
  EXPECT_NE(text.find("16100043"), std::string::npos) << text;
  EXPECT_NE(text.find("16100001"), std::string::npos) << text;
  EXPECT_EQ(refusal_code(found[0]), "");
}

TEST_F(Verify, SaysWhereAResultBreaksOffOrGoesOn) {
  const auto lines = static_cast<int>(std::count(result.begin(), result.end(), '\n'));
  EXPECT_EQ(first(result.substr(0, result.size() - 4)), "result.txt:" + std::to_string(lines) + " AJ2291");
  EXPECT_EQ(first(result.substr(0, result.size() - 1)), "result.txt:" + std::to_string(lines) + " AJ2291");
  EXPECT_EQ(first(""), "result.txt:1 AJ2291");
  EXPECT_EQ(first(result + "end\n"), "result.txt:" + std::to_string(lines + 1) + " AJ2292");
}

TEST_F(Verify, NoticesEventsThatAreKeptBack) {
  files.events.reset();
  EXPECT_EQ(first(result), "result.txt:4 AJ2290");
}

TEST_F(Verify, PassesOnWhatIsWrongWithAFile) {
  files.seed = read_file(vectors / "v1/seed.txt");
  EXPECT_EQ(first(result), "seed.txt:2 AJ2260");
}

}  // namespace
}  // namespace anjuan::draw
