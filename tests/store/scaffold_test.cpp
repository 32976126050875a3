// What is built beside its place: moved there whole, and swept where a program was killed.

#include "store/scaffold.h"

#include <atomic>
#include <future>

#include "store/messages.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

namespace fs = std::filesystem;

disk::PieceWriter pieces(std::vector<std::string> all) {
  return [all](const disk::Sink& sink) -> Outcome {
    for (const std::string& piece : all) {
      ANJUAN_DO(sink(piece));
    }
    return Done{};
  };
}

std::size_t names_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(WriteWhole, ReplacesAFileAndLeavesNothingBeside) {
  const TemporaryFolder folder;
  const std::string path = folder / "台账.pdf";
  ASSERT_TRUE(write_whole(path, pieces({"旧"})).ok());
  ASSERT_TRUE(write_whole(path, pieces({"新", "的"})).ok());
  EXPECT_EQ(well(disk::read_file(path)), "新的");
  EXPECT_EQ(names_in(folder / ""), 1u);
}

TEST(WriteWhole, LeavesTheEarlierFileWhereTheNewOneCannotBeMade) {
  const TemporaryFolder folder;
  const std::string path = folder / "台账.pdf";
  ASSERT_TRUE(write_whole(path, pieces({"旧"})).ok());
  EXPECT_FALSE(write_whole(path, [](const disk::Sink& sink) -> Outcome {
                 ANJUAN_DO(sink("半"));
                 return diagnose(messages::file_unreadable, Place{});
               }).ok());
  EXPECT_EQ(well(disk::read_file(path)), "旧");
  EXPECT_EQ(names_in(folder / ""), 1u);
}

TEST(Scaffold, SweepsWhatAKilledProgramLeft) {
  const TemporaryFolder folder;
  fs::create_directory(folder / ".台账.pdf.anjuan-unfinished-AbCdEf");
  ASSERT_TRUE(disk::write_new_file(folder / ".台账.pdf.anjuan-unfinished-AbCdEf/unfinished", "半").ok());
  ASSERT_TRUE(write_whole(folder / "台账.pdf", pieces({"全"})).ok());
  EXPECT_EQ(names_in(folder / ""), 1u);
}

TEST(Scaffold, LeavesAloneWhatIsStillBeingBuilt) {
  const TemporaryFolder folder;
  const Scaffold at_work = well(Scaffold::beside(folder / "台账.pdf"));
  ASSERT_TRUE(write_whole(folder / "台账.pdf", pieces({"全"})).ok());
  EXPECT_TRUE(fs::is_directory(at_work.folder()));
}

// Acts on different cases sweep and build in the same folder.
TEST(Scaffold, IsNotTakenAwayByAnotherProgramThatSweeps) {
  const TemporaryFolder folder;
  std::atomic<bool> done{false};
  std::vector<std::future<void>> others;
  for (int i = 0; i < 2; ++i) {
    others.push_back(std::async(std::launch::async, [&] {
      while (!done) Scaffold::sweep(folder / "x");
    }));
  }
  int failed = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto scaffold = Scaffold::beside(folder / "x");
    if (!scaffold.ok() || !scaffold->write_file(folder / "written", pieces({"全"})).ok()) ++failed;
  }
  done = true;
  others.clear();
  EXPECT_EQ(failed, 0);
}

}  // namespace
}  // namespace anjuan::store
