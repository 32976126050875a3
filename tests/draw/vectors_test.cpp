// The public vectors of anjuan-draw-1: every byte and every code.

#include "draw/support.h"

namespace anjuan::draw {
namespace {

DrawFiles files_of(const std::filesystem::path& folder) {
  DrawFiles files{read_file(folder / "list.txt"), read_file(folder / "seed.txt"), std::nullopt};
  if (std::filesystem::exists(folder / "events.txt")) files.events = read_file(folder / "events.txt");
  return files;
}

std::vector<std::filesystem::path> folders(char initial) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(vectors)) {
    if (entry.is_directory() && entry.path().filename().string()[0] == initial) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class ResultVector : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ResultVector, IsReachedByteForByte) {
  const std::string result = read_file(GetParam() / "result.txt");
  EXPECT_EQ(result_or_code(files_of(GetParam())), result);
}

TEST_P(ResultVector, Verifies) {
  EXPECT_TRUE(verify_files(files_of(GetParam()), read_file(GetParam() / "result.txt")).empty());
}

TEST_P(ResultVector, ListIsWrittenAsItWasRead) {
  const DrawFiles files = files_of(GetParam());
  const auto list = parse_list(files.list, "list.txt");
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(write_list(*list), files.list);
  const auto seed = parse_seed(*list, files.seed, "seed.txt");
  ASSERT_TRUE(seed.ok());
  EXPECT_EQ(write_seed(*list, seed->values), files.seed);
  if (files.events) {
    const auto events = parse_events(*list, *seed, *files.events, "events.txt");
    ASSERT_TRUE(events.ok());
    EXPECT_EQ(write_events(*list, *seed, events->events), *files.events);
  }
}

TEST_P(ResultVector, HasThePublishedDigest) {
  const std::string name = GetParam().filename();
  std::istringstream index(read_file(vectors / "INDEX.txt"));
  for (std::string id, published; index >> id >> published;) {
    if (id == name) {
      const DigestKind kind = name == "v3" ? DigestKind::sm3 : DigestKind::sha256;
      EXPECT_EQ(digest(kind, read_file(GetParam() / "result.txt")), published);
      return;
    }
  }
  FAIL() << name << " is not in INDEX.txt";
}

class RefusalVector : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RefusalVector, IsRefusedWithItsCode) {
  std::istringstream expected(read_file(GetParam() / "expect.txt"));
  std::string code;
  expected >> code;
  EXPECT_EQ(result_or_code(files_of(GetParam())), code);
}

std::string name_of_vector(const testing::TestParamInfo<std::filesystem::path>& info) {
  return info.param.filename();
}
INSTANTIATE_TEST_SUITE_P(Public, ResultVector, testing::ValuesIn(folders('v')), name_of_vector);
INSTANTIATE_TEST_SUITE_P(Public, RefusalVector, testing::ValuesIn(folders('n')), name_of_vector);

TEST(Vectors, AreAllHere) {
  EXPECT_EQ(folders('v').size(), 7u);
  EXPECT_EQ(folders('n').size(), 24u);
}

}  // namespace
}  // namespace anjuan::draw
