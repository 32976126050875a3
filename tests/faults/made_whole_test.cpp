// What makes a folder makes it whole or not at all: a new office, a backup, an office restored from one.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

/// One such command, in a folder `rooms` of its own.
class Making {
 public:
  explicit Making(std::string name) : name_(std::move(name)), prepared_((Offices::all().root() / name_).string()) {}
  virtual ~Making() = default;

  /// What must be there before it.
  virtual void prepare(const std::string& rooms) const = 0;
  virtual std::vector<std::string> words(const std::string& rooms) const = 0;
  /// What is wrong when it is there although it need not, or is not although it must; "" when nothing is.
  virtual std::string look_at(const std::string& rooms, bool must_be_there) const = 0;

  const std::string& name() const { return name_; }

  Calls undisturbed() {
    const std::string desk = fresh_desk();
    const Ended ended = run(desk, desk + "/rooms", {.counts = desk + "/counts"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(look_at(desk + "/rooms", true), "");
    return calls_of(desk + "/counts");
  }

  std::vector<std::string> go(const Plan& plan) {
    const std::string desk = fresh_desk();
    const Ended ended = run(desk, desk + "/rooms", plan);
    std::string wrong;
    if (ended.status != 0 && ended.status != 3 && !(plan.fault == Fault::kill && ended.killed())) wrong = "ends with " + std::to_string(ended.status) + ": " + ended.err;
    if (wrong.empty()) wrong = wrong_with(desk + "/rooms", ended.status == 0);
    fs::remove_all(desk);
    if (wrong.empty()) return {};
    return {name_ + " at " + std::to_string(plan.at) + ": " + wrong};
  }

  /// How it ends by this plan.
  Ended end_of(const Plan& plan) {
    const std::string desk = fresh_desk();
    Ended ended = run(desk, desk + "/rooms", plan);
    fs::remove_all(desk);
    return ended;
  }

  std::vector<fs::path> lay_out(Plan plan) {
    const std::string desk = fresh_desk();
    plan.left = desk + "/left";
    const Ended ended = run(desk, desk + "/rooms", plan);
    EXPECT_EQ(ended.status, 0) << ended.err;
    return moments_in(plan.left, ended);
  }

  std::vector<std::string> judge_moment(const fs::path& moment, const std::string& left) {
    const std::string wrong = wrong_with((moment / left).string(), !support::read_bytes(moment / "out").empty());
    if (wrong.empty()) return {};
    return {name_ + " at " + moment.filename().string() + ", " + left + ": " + wrong};
  }

 protected:
  static Ended ask(std::vector<std::string> words, const std::string& rooms) {
    const std::string desk = rooms + ".desk";
    fs::create_directories(desk);
    return Running(words, {.office = rooms, .now = january}, desk).wait();
  }

 private:
  std::string fresh_desk() {
    static std::atomic<int> count{0};
    const std::string desk = prepared_ + std::to_string(++count);
    fs::create_directories(desk + "/rooms");
    prepare(desk + "/rooms");
    return desk;
  }
  Ended run(const std::string& desk, const std::string& rooms, Plan plan) const {
    plan.office = rooms;
    plan.now = january;
    return Running(words(rooms), plan, desk).wait();
  }

  /// First what is there; then the same command again, as the clerk would give it.
  std::string wrong_with(const std::string& rooms, bool acknowledged) {
    const std::string state = fingerprint(rooms) + (acknowledged ? "+" : "-");
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = seen_.find(state); found != seen_.end()) return found->second;
    }
    std::string wrong = look_at(rooms, acknowledged);
    if (wrong.empty() && !look_at(rooms, true).empty()) wrong = go_on(rooms);
    const std::lock_guard lock(mutex_);
    return seen_[state] = std::move(wrong);
  }
  std::string go_on(const std::string& rooms) {
    const std::string desk = rooms + ".desk";
    fs::create_directories(desk);
    const Ended again = run(desk, rooms, {});
    if (again.status != 0) return "the next run ends with " + std::to_string(again.status) + ": " + again.err;
    const std::string wrong = look_at(rooms, true);
    return wrong.empty() ? left_lying(rooms) : wrong;
  }
  /// What an earlier run began and did not end is gone after the next.
  static std::string left_lying(const std::string& rooms) {
    for (const auto& entry : fs::recursive_directory_iterator(rooms)) {
      const std::string path = entry.path().string();
      const bool unfinished = path.find(".new-") != std::string::npos || (path.find("/tmp/") != std::string::npos && entry.is_regular_file());
      if (unfinished) return "left lying: " + path;
    }
    return "";
  }

  std::string name_, prepared_;
  std::mutex mutex_;
  std::map<std::string, std::string> seen_;  ///< state of the rooms → what is wrong with it
};

class Init : public Making {
 public:
  Init() : Making("init") {}
  void prepare(const std::string&) const override {}
  std::vector<std::string> words(const std::string& rooms) const override {
    std::vector<std::string> words = {"init", rooms + "/office"};
    for (const std::string& word : small_definitions("")) words.push_back(word);
    return words;
  }
  std::string look_at(const std::string& rooms, bool must_be_there) const override {
    if (!fs::exists(rooms + "/office")) return must_be_there ? "the office is lost" : "";
    Head head;
    const std::string wrong = look(rooms + "/office", head);
    return !wrong.empty() || head.n == 1 ? wrong : "the office is there in part";
  }
};

class Backup : public Making {
 public:
  Backup() : Making("backup") {}
  void prepare(const std::string& rooms) const override { copy_office(Offices::all().folder(kind_named("round")), rooms + "/office"); }
  std::vector<std::string> words(const std::string& rooms) const override { return {"backup", rooms + "/backup", "--office", rooms + "/office"}; }
  std::string look_at(const std::string& rooms, bool must_be_there) const override {
    Head head;
    if (const std::string wrong = look(rooms + "/office", head); !wrong.empty()) return "the office: " + wrong;
    const bool there = fs::exists(rooms + "/backup/copies") && !fs::is_empty(rooms + "/backup/copies");
    if (!there) return must_be_there ? "the backup is lost" : "";
    const Ended verified = ask({"backup", "verify", rooms + "/backup"}, rooms);
    if (verified.status != 0) return "a backup that can be seen is not whole: " + verified.err;
    return verified.out.find(std::to_string(head.n) + ":" + head.digest) != std::string::npos ? "" : "the backup is of another moment: " + verified.out;
  }
};

class Restore : public Making {
 public:
  Restore() : Making("restore") {
    fs::create_directories(shelf_ + "/rooms");
    EXPECT_EQ(look(Offices::all().folder(kind_named("round")), head_), "");
    const Ended ended = ask({"backup", shelf_ + "/backup", "--office", Offices::all().folder(kind_named("round"))}, shelf_ + "/rooms");
    EXPECT_EQ(ended.status, 0) << ended.err;
  }
  void prepare(const std::string&) const override {}
  std::vector<std::string> words(const std::string& rooms) const override { return {"restore", shelf_ + "/backup", rooms + "/office"}; }
  std::string look_at(const std::string& rooms, bool must_be_there) const override {
    if (!fs::exists(rooms + "/office")) return must_be_there ? "the office is lost" : "";
    Head head;
    const std::string wrong = look(rooms + "/office", head);
    return !wrong.empty() || head == head_ ? wrong : "the office is there in part";
  }

 private:
  const std::string shelf_ = (Offices::all().root() / "shelf").string();
  Head head_;
};

/// Kills, power cuts and failing calls, at the same points of each kind.
template <class Made>
void hold() {
  Made made;
  const Calls n = made.undisturbed();
  EXPECT_GT(n.calls, 20);
  const long most = all_of_them() ? most_points() : 3, step = step_of(n.calls, most);
  const auto tell = [&](const char* fault, long points, const Figures& figures) {
    std::printf("%-10s %-12s %7ld points %6ld runs %4ld wrong\n", made.name().c_str(), fault, points, figures.runs, figures.wrong);
    EXPECT_EQ(figures.wrong, 0) << made.name() << ", " << fault;
  };
  const std::vector<fs::path> moments = made.lay_out({.fault = Fault::moments, .at = first_of(made.name(), step), .step = step, .subsets = 1});
  for (const char* left : {"kill", "cut0", "cut1"}) tell(left, n.calls, judge_each(moments.size(), [&](std::size_t i) { return made.judge_moment(moments[i], left); }));
  const std::vector<std::pair<Fault, const char*>> faults = {{Fault::io_error, "EIO"}, {Fault::disk_full, "ENOSPC"}, {Fault::no_files, "EMFILE"}, {Fault::short_write, "short write"}};
  for (const auto& [fault, words] : faults) {
    const long last = fault == Fault::no_files ? n.opens : n.calls;
    const std::vector<long> all = points(last, most, made.name());
    tell(words, last, judge_each(all.size(), [&, fault = fault](std::size_t i) { return made.go({.fault = fault, .at = all[i]}); }));
  }
}

/// Whether one of the first so many points of a fault makes the command end as a fault that tells this.
template <class Made>
bool is_told(Fault fault, long last, const std::string& code) {
  Made made;
  for (long at = 1; at <= last; ++at) {
    const Ended ended = made.end_of({.fault = fault, .at = at});
    if (ended.status == 3 && ended.err.find(code) != std::string::npos) return true;
  }
  return false;
}

TEST(MadeWhole, NewOffice) { hold<Init>(); }
TEST(MadeWhole, BackupOfAnOffice) { hold<Backup>(); }
TEST(MadeWhole, OfficeRestoredFromABackup) { hold<Restore>(); }

TEST(MadeWhole, ADefinitionThatCannotBeOpenedNowIsAFaultAndNotARefusal) { EXPECT_TRUE(is_told<Init>(Fault::no_files, 40, "AJ3911")); }

TEST(MadeWhole, BackupTakesWhatCanBeReadAndTellsWhatCannot) {
  Backup made;
  const long last = made.undisturbed().reads;
  const Ended ended = made.end_of({.fault = Fault::read_error, .at = last});  // of the last file
  EXPECT_EQ(ended.status, 3);
  EXPECT_NE(ended.err.find("AJ9016"), std::string::npos) << ended.err;
  EXPECT_NE(ended.out.find("已备份"), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace anjuan::faults
