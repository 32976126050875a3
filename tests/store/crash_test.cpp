// Whatever moment the program, the disk or the power fails at: an act is whole or was never there, what
// was acknowledged stays, and the next act goes on without a gap. Two planted faults show that these
// tests can fail.

#include "store/failing_disk.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

using failing_disk::Failure;

constexpr int acknowledged = 1, refused = 2, uncertain = 3, killed = 9;

/// A whole act: number, two new files and one that earlier acts have stored, row, journal entry, setting, message.
Outcome one_act(cases::CaseStore& store) {
  ANJUAN_TRY(auto act, store.begin());
  ANJUAN_TRY(cases::CaseRow row, act->load_case(CaseId("2026-LS-001")));
  ANJUAN_TRY(const cases::TakenNumber number, act->take_number("岚司检", 2026, "D"));
  const std::string text = "通知书 " + std::to_string(number.n);
  ANJUAN_TRY(const std::string print, act->put_file(text + std::string(9000, '.')));
  ANJUAN_TRY(const std::string source, act->put_file(text));
  ANJUAN_TRY(const std::string known, act->put_file("每次相同的内容"));
  row.papers.push_back({"D" + std::to_string(number.n),
                        "notice",
                        "检查通知书",
                        text,
                        "issued",
                        std::nullopt,
                        {print, "", source}});
  ANJUAN_TRY([[maybe_unused]] const Done saved, act->save_case(row));
  ANJUAN_TRY([[maybe_unused]] const Done set, act->set("last", number.n));
  ANJUAN_TRY([[maybe_unused]] const Done later, act->send_later(text, "m"));
  ANJUAN_TRY([[maybe_unused]] const journal::Entry entry,
             act->append(with_field(sample_act(), "files", List{print, source, known})));
  return act->commit();
}

/// An office on a failing disk.
class Crash : public ::testing::Test {
 protected:
  Crash() {
    auto store = new_office(office_);
    save_sample(*store);
    well(one_act(*store));
  }

  /// One act that fails at the n-th writing call; returns how it ended.
  int act_failing(Failure failure, int n) {
    std::filesystem::remove_all(office_ + ".now");
    std::filesystem::remove_all(office_ + ".left");
    std::filesystem::copy(office_, office_ + ".now", std::filesystem::copy_options::recursive);
    return in_child([&] {
      failing_disk::State& disk = failing_disk::disk;
      disk.root = office_ + ".now";
      disk.left = office_ + ".left";
      disk.failure = failure;
      disk.at = n;
      failing_disk::remember_all(disk.root);
      auto store = open_office(disk.root);
      disk.armed = true;
      const Outcome done = one_act(*store);
      if (disk.calls < n) ::_exit(0);  // every call has had its turn
      if (failure == Failure::power_loss) failing_disk::lose_power();
      disk.armed = false;
      return done.ok() ? acknowledged : code_of(done) == "AJ9014" ? uncertain : refused;
    });
  }

  /// One act that succeeds; then the power goes. What is left lies in ".after".
  void lose_power_after_an_act(bool lie_about_files, bool lie_about_folders) {
    EXPECT_EQ(in_child([&] {
                failing_disk::State& disk = failing_disk::disk;
                disk.root = office_;
                disk.left = office_ + ".after";
                disk.lie_about_files = lie_about_files;
                disk.lie_about_folders = lie_about_folders;
                failing_disk::remember_all(office_);
                auto store = open_office(office_);
                disk.armed = true;
                if (one_act(*store).ok()) failing_disk::lose_power();
                return refused;
              }),
              killed);
  }

  /// What is wrong with the office afterwards; "" if nothing. `ended`: by `act_failing`.
  static std::string wrong_with(const std::string& office, int ended) {
    auto store = open_office_store(office);
    if (!store.ok()) return shown(store.diagnostics());
    if (const Diagnostics found = verify_store(office); !found.empty()) return shown(found);
    auto reading = well((*store)->read());
    const std::int64_t acts = well(reading->setting("last")).integer();
    const bool whole = well(reading->load_case(CaseId("2026-LS-001"))).version == acts + 1 &&
                       well(reading->read_journal()).size() == static_cast<std::size_t>(acts) + 1;
    if (!whole) return "the act is there in part";
    if (ended == acknowledged && acts != 2) return "an acknowledged act is lost";
    if (ended == refused && acts != 1) return "a refused act is there";
    if (const Outcome next = one_act(**store); !next.ok()) return shown(next.diagnostics());
    if (well(reading->setting("last")).integer() != acts + 1) return "a number is lost or doubled";
    return shown(verify_store(office));
  }

  /// Fails at each writing call in turn; returns how many calls there are.
  int fail_at_each(Failure failure, const char* folder) {
    for (int n = 1;; ++n) {
      const int ended = act_failing(failure, n);
      if (ended == 0) return n - 1;
      EXPECT_TRUE(ended == acknowledged || ended == refused || ended == uncertain || ended == killed)
          << ended;
      uncertain_ += ended == uncertain;
      EXPECT_EQ(wrong_with(office_ + folder, ended), "") << "at call " << n;
    }
  }

  const TemporaryFolder folder_;
  const std::string office_ = folder_ / "office";
  int uncertain_ = 0;  ///< how often the store could not tell
};

TEST_F(Crash, KilledAtAnyCallLeavesNoHalfAct) { EXPECT_GT(fail_at_each(Failure::kill, ".now"), 20); }

TEST_F(Crash, PowerLostAtAnyCallLeavesNoHalfAct) {
  EXPECT_GT(fail_at_each(Failure::power_loss, ".left"), 20);
}

TEST_F(Crash, OneReadWriteErrorAtAnyCallLeavesNoHalfAct) {
  EXPECT_GT(fail_at_each(Failure::io_error, ".now"), 20);
  EXPECT_EQ(uncertain_, 1);  // the last fsync: the act stands, and the store says so
}

TEST_F(Crash, ADiskFullFromAnyCallOnLeavesNoHalfAct) {
  EXPECT_GT(fail_at_each(Failure::disk_full, ".now"), 20);
}

TEST_F(Crash, AnAcknowledgedActSurvivesPowerLoss) {
  lose_power_after_an_act(false, false);
  EXPECT_EQ(wrong_with(office_ + ".after", acknowledged), "");
}

TEST_F(Crash, ADiskThatLiesAboutFilesIsNoticedHere) {
  lose_power_after_an_act(true, false);
  EXPECT_EQ(wrong_with(office_ + ".after", acknowledged), "an acknowledged act is lost");
}

TEST_F(Crash, ADiskThatLiesAboutFoldersIsNoticedHere) {
  lose_power_after_an_act(false, true);
  EXPECT_NE(wrong_with(office_ + ".after", acknowledged), "");
}

}  // namespace
}  // namespace anjuan::store
