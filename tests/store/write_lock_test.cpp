// Writers are served in the order of asking, and a dead one blocks nobody.

#include "store/write_lock.h"

#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "store/office.h"

namespace anjuan::store {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds long_enough{20000};

TEST(WriteLock, NamesTheHolderWhenTheWaitWasInVain) {
  const TemporaryFolder folder;
  const WriteLock held = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  const auto second = WriteLock::wait(folder / "lock", milliseconds(20));
  ASSERT_EQ(code_of(second), "AJ9002");
  EXPECT_NE(shown(second.diagnostics()).find("进程号 " + std::to_string(::getpid())), std::string::npos);
  EXPECT_TRUE(has_fault(second.diagnostics()));
}

TEST(WriteLock, SaysLessWhenTheHolderIsNotKnown) {
  const TemporaryFolder folder;
  const WriteLock held = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  overwrite(folder / "lock", "");
  EXPECT_EQ(code_of(WriteLock::wait(folder / "lock", milliseconds(0))), "AJ9003");
}

TEST(WriteLock, IsFreeAgainAfterRelease) {
  const TemporaryFolder folder;
  WriteLock first = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  first.release();
  WriteLock second = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  const WriteLock moved = std::move(second);
  EXPECT_EQ(code_of(WriteLock::wait(folder / "lock", milliseconds(0))), "AJ9002");
}

TEST(WriteLock, GoesWithItsProgram) {
  const TemporaryFolder folder;
  EXPECT_EQ(in_child([&] {
              const WriteLock held = well(WriteLock::wait(folder / "lock", milliseconds(0)));
              ::_exit(7);
              return 0;
            }),
            7);
  well(WriteLock::wait(folder / "lock", milliseconds(0)));
}

TEST(WriteLock, OneWhoGaveUpDoesNotStandInTheWay) {
  const TemporaryFolder folder;
  WriteLock held = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  EXPECT_EQ(code_of(WriteLock::wait(folder / "lock", milliseconds(0))), "AJ9002");
  held.release();
  well(WriteLock::wait(folder / "lock", milliseconds(0)));
}

TEST(WriteLock, NeverLetsTwoIn) {
  const TemporaryFolder folder;
  std::atomic<int> inside{0}, most{0}, served{0};
  const auto work = [&] {
    for (int i = 0; i < 30; ++i) {
      const WriteLock lock = well(WriteLock::wait(folder / "lock", long_enough));
      most = std::max(most.load(), ++inside);
      ++served;
      --inside;
    }
  };
  std::thread one(work), two(work), three(work), four(work);
  for (std::thread* thread : {&one, &two, &three, &four}) thread->join();
  EXPECT_EQ(most, 1);
  EXPECT_EQ(served, 120);
}

TEST(WriteLock, CannotBeTakenAgainBeforeOneWhoWaits) {
  const TemporaryFolder folder;
  WriteLock held = well(WriteLock::wait(folder / "lock", milliseconds(0)));
  std::atomic<bool> served{false};
  std::thread waiting([&] {
    const WriteLock lock = well(WriteLock::wait(folder / "lock", long_enough));
    served = true;
  });
  // The system lists the second ticket, a lock on byte 2 of this file.
  struct stat about {};
  ASSERT_EQ(::stat((folder / "lock").c_str(), &about), 0);
  const std::string ticket = ":" + std::to_string(about.st_ino) + " 2 2";
  const auto queued = [&] { return bytes_of("/proc/locks").find(ticket) != std::string::npos; };
  while (!queued()) std::this_thread::yield();
  held.release();
  const WriteLock again = well(WriteLock::wait(folder / "lock", long_enough));
  EXPECT_TRUE(served);
  waiting.join();
}

TEST(WriteLock, ReportsAPlaceWhereItCannotBe) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(WriteLock::wait(folder / "no/lock", milliseconds(0))), "AJ9001");
}

}  // namespace
}  // namespace anjuan::store
