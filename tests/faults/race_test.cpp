// Two clerks at one case: whoever comes second is told who did what and when, and what to do; nothing of his is
// saved. sh tests/run.sh --all holds 2,000 races.

#include <unistd.h>

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

/// Two programs that wait at the door of the queue until both are there.
class Start {
 public:
  Start() {
    EXPECT_EQ(::pipe2(go_, O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(here_, O_CLOEXEC), 0);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    for (const int fd : {go_[0], here_[0], here_[1]}) ::close(fd);
  }
  void put_into(Plan& plan) const {
    plan.start = go_[0];
    plan.here = here_[1];
  }
  void give(int programs) {
    char byte;
    while (programs > 0 && ::read(here_[0], &byte, 1) == 1) --programs;
    ::close(go_[1]);
  }

 private:
  int go_[2] = {-1, -1}, here_[2] = {-1, -1};
};

struct Clerk {
  std::string name;
  Ended ended;
  std::string desk;
};

/// Both clerks issue the same notice of inspection.
void race(int number, bool at_the_door) {
  const std::string folder = (Offices::all().root() / ("race" + std::to_string(number))).string(), office = folder + "/office";
  copy_office(Offices::all().folder(kind_named("documents")), office);
  Clerk one{"陆明舟", {}, folder + "/one"}, other{"沈知微", {}, folder + "/other"};
  {
    Start start;
    Plan plan{.office = office, .now = january};
    if (at_the_door) start.put_into(plan);
    std::vector<Running> running;
    for (const Clerk* clerk : {&one, &other}) {
      fs::create_directories(clerk->desk);
      running.emplace_back(std::vector<std::string>{"event", "2026-1-01", "制发检查通知书", "--by", clerk->name, "--on", "2026-09-14", "--office", office}, plan, clerk->desk);
    }
    if (at_the_door) start.give(2);
    one.ended = running[0].wait();
    other.ended = running[1].wait();
  }
  ASSERT_EQ(one.ended.status + other.ended.status, 1) << one.ended.err << other.ended.err;
  const Clerk& winner = one.ended.status == 0 ? one : other;
  const Clerk& loser = one.ended.status == 0 ? other : one;
  const std::string& told = loser.ended.err;
  EXPECT_NE(told.find(at_the_door ? "AJ2863" : "AJ286"), std::string::npos) << told;  // AJ2864 where he came after the other was done
  EXPECT_NE(told.find(winner.name + "于2027年1月4日9时0分办了“制发检查通知书”"), std::string::npos) << told;
  EXPECT_NE(told.find("anjuan show 2026-1-01"), std::string::npos) << told;
  EXPECT_NE(told.find("没有写入任何内容"), std::string::npos) << told;
  static const Head before = [] {
    Head head;
    EXPECT_EQ(look(Offices::all().folder(kind_named("documents")), head), "");
    return head;
  }();
  Head after;
  EXPECT_EQ(look(office, after), "");
  EXPECT_EQ(after.n, before.n + 2);  // the notice, and the refused attempt
  fs::remove_all(folder);
}

TEST(TwoClerks, OneWinsAndTheOtherIsTold) {
  const int races = all_of_them() ? 2000 : 24;
  for (int i = 0; i < races && !HasFailure(); ++i) race(i, i % 2 == 0);
  std::printf("%d races of two clerks at one case\n", races);
}

}  // namespace
}  // namespace anjuan::faults
