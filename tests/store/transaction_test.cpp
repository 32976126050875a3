// One act leaves all of its work or none, and of two people on one case exactly one succeeds.

#include "store/transaction.h"

#include <sys/resource.h>

#include <csignal>

#include "store/office.h"

namespace anjuan::store {
namespace {

TEST(SaveCase, CountsVersions) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  save_sample(*store);
  auto act = well(store->begin());
  cases::CaseRow row = well(act->load_case(CaseId("2026-LS-001")));
  EXPECT_EQ(row.version, 1);
  row.finished = true;
  well(act->save_case(row));
  well(act->append(sample_act("2026-LS-001", "case.closed")));
  well(act->commit());
  row = well(well(store->read())->load_case(row.id));
  EXPECT_EQ(row.version, 2);
  EXPECT_TRUE(row.finished);
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(SaveCase, TellsTheLateOneWhoWasFasterAndWhen) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  save_sample(*store);
  const cases::CaseRow read = well(well(store->read())->load_case(CaseId("2026-LS-001")));
  auto first = well(store->begin());
  well(first->save_case(read));
  well(first->append(sample_act("2026-LS-001", "report.filed")));
  well(first->commit());

  auto second = well(store->begin());
  const Outcome late = second->save_case(read);
  ASSERT_EQ(code_of(late), "AJ2907");
  EXPECT_EQ(sentence(late.diagnostics()[0], Language::chinese),
            "案件或任务“2026-LS-001”刚才已由他人办理：林致远于 2026年3月2日9时30分 办了“report.filed”");
  EXPECT_EQ(code_of(second->commit()), "AJ2907");  // a careless caller cannot commit the rest
  EXPECT_EQ(well(well(store->read())->read_journal()).size(), 2u);
}

TEST(SaveCase, TellsTheVersionsWhenTheJournalDoesNotSayWho) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->save_case(sample_case()));
  well(act->commit());
  act = well(store->begin());
  EXPECT_EQ(code_of(act->save_case(sample_case())), "AJ2908");
}

TEST(SaveCase, RefusesAVersionOfACaseThatIsNotThere) {
  const TemporaryFolder folder;
  auto act = well(new_office(folder / "office")->begin());
  EXPECT_EQ(code_of(act->save_case(sample_case("2026-LS-009", 3))), "AJ2905");
}

TEST(SaveCase, RefusesAPaperWhoseFileWasNotStored) {
  const TemporaryFolder folder;
  auto act = well(new_office(folder / "office")->begin());
  cases::CaseRow row = sample_case();
  row.papers = {
      {"2026-LS-001-D01", "notice", "检查通知书", "", "issued", std::nullopt, {sha256("从未保存")}}};
  EXPECT_EQ(code_of(act->save_case(row)), "AJ2917");
}

/// Another process on the same case, led step by step through two pipes.
class Clerk {
 public:
  explicit Clerk(const std::string& office) {
    if (::pipe(to_) != 0 || ::pipe(from_) != 0) std::abort();
    child_ = ::fork();
    if (child_ == 0) {
      ::close(to_[1]), ::close(from_[0]);  // so that it ends when the test does
      ::_exit(work(office));
    }
    ::close(to_[0]), ::close(from_[1]);
  }
  Clerk(const Clerk&) = delete;
  Clerk& operator=(const Clerk&) = delete;
  ~Clerk() {
    ::close(to_[1]), ::close(from_[0]);
    ::waitpid(child_, nullptr, 0);
  }
  void go() { EXPECT_EQ(::write(to_[1], "g", 1), 1); }
  char hear() {
    char news = '?';
    return ::read(from_[0], &news, 1) == 1 ? news : '?';
  }

 private:
  bool told() {
    char word;
    return ::read(to_[0], &word, 1) == 1;
  }
  bool tell(char news) { return ::write(from_[1], &news, 1) == 1; }

  /// Reads the case, waits for the word, saves; 'w'on or 'l'ost.
  int work(const std::string& office) {
    auto store = open_office(office);
    while (told()) {
      const cases::CaseRow row = well(well(store->read())->load_case(CaseId("2026-LS-001")));
      if (!tell('r') || !told()) return 1;
      auto act = well(store->begin());
      const Outcome saved = act->save_case(row);
      if (saved.ok()) {
        well(act->take_number("岚司检", 2026, "D"));
        well(act->append(sample_act()));
        well(act->commit());
      }
      act.reset();
      if (!tell(saved.ok() ? 'w' : code_of(saved) == "AJ2907" ? 'l' : '?')) return 1;
    }
    return 0;
  }

  int to_[2], from_[2];
  pid_t child_ = -1;
};

TEST(SaveCase, LetsExactlyOneOfTwoProcessesWin) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  save_sample(*store);
  constexpr int races = 20;
  {
    Clerk one(folder / "office"), two(folder / "office");
    for (int race = 0; race < races; ++race) {
      one.go(), two.go();
      ASSERT_EQ(one.hear(), 'r');
      ASSERT_EQ(two.hear(), 'r');  // both have read the same version
      one.go(), two.go();
      const std::string news{one.hear(), two.hear()};
      ASSERT_TRUE(news == "wl" || news == "lw") << news;
    }
  }
  EXPECT_EQ(well(well(store->read())->load_case(CaseId("2026-LS-001"))).version, 1 + races);
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(Transaction, LeavesNothingWithoutCommit) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  {
    auto act = well(store->begin());
    EXPECT_EQ(well(act->take_number("岚司检", 2026, "D01")).n, 1);
    EXPECT_EQ(well(act->take_number("岚司检", 2026, "D02")).n, 2);
    well(act->save_case(sample_case()));
    well(act->set("round", "x"));
    well(act->append(sample_act()));
    well(act->send_later("k", "m"));
    well(act->put_file("孤儿"));
  }
  auto reading = well(store->read());
  EXPECT_TRUE(well(reading->list_cases(false)).empty());
  EXPECT_TRUE(well(reading->read_journal()).empty());
  EXPECT_TRUE(well(reading->setting("round")).empty());
  auto act = well(store->begin());
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D03")).n, 1);
  well(act->send_later("k", "another"));
  well(act->commit());
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(Transaction, LeavesNothingWhenTheProgramDiesBeforeCommit) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  save_sample(*store);
  EXPECT_EQ(in_child([&] {
              auto act = well(store->begin());
              well(act->append(sample_act()));
              well(act->put_file("x"));
              well(act->take_number("岚司检", 2026, "D01"));
              well(act->save_case(sample_case("2026-LS-001", 1)));
              return 9;
            }),
            9);
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
  EXPECT_EQ(well(well(store->read())->load_case(CaseId("2026-LS-001"))).version, 1);
  auto act = well(store->begin());  // the dead program's place in the queue is free
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D01")).n, 1);
}

TEST(Transaction, FailsAsAWholeWhenAFileCannotBeWritten) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  std::filesystem::remove(folder / "office/files/tmp");
  overwrite(folder / "office/files/tmp", "");
  {
    auto act = well(store->begin());
    well(act->take_number("岚司检", 2026, "D01"));
    const auto put = act->put_file("通知书");
    ASSERT_EQ(code_of(put), "AJ9001");
    EXPECT_TRUE(has_fault(put.diagnostics()));
    EXPECT_EQ(code_of(act->append(sample_act())), "AJ9001");
    EXPECT_EQ(code_of(act->setting("bureau")), "AJ9001");
    EXPECT_EQ(code_of(act->commit()), "AJ9001");
  }
  auto act = well(store->begin());
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D01")).n, 1);
}

TEST(Transaction, FailsAsAWholeWhenTheDiskIsFull) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  // A limit of the file size stands for a full disk: writing stops in the middle.
  const auto limited = [&](const std::function<std::string(cases::Transaction&)>& work) {
    return in_child([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{200'000, 200'000};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      auto act = well(store->begin());
      well(act->take_number("岚司检", 2026, "D01"));
      const std::string code = work(*act);
      return code == "AJ9001" ? 1 : code == "AJ9004" ? 4 : 0;
    });
  };
  EXPECT_EQ(limited([](cases::Transaction& act) { return code_of(act.put_file(std::string(300'000, 'x'))); }),
            1);
  EXPECT_EQ(limited([](cases::Transaction& act) {
              well(act.set("large", std::string(300'000, 'x')));
              return code_of(act.commit());
            }),
            4);
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
  auto act = well(store->begin());
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D01")).n, 1);
}

TEST(Numbers, AreGaplessInEachBookAndYear) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  for (int n = 1; n <= 3; ++n) EXPECT_EQ(well(act->take_number("岚司检", 2026, "D")).n, n);
  EXPECT_EQ(well(act->take_number("岚司改", 2026, "D")).n, 1);
  EXPECT_EQ(well(act->take_number("岚司检", 2027, "D")).n, 1);
  well(act->commit());
  act = well(store->begin());
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D")).n, 4);
  well(act->commit());
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
}

TEST(Numbers, AreMadeVoidWithAReasonAndNeverReused) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  const cases::TakenNumber number = well(act->take_number("岚司检", 2026, "D01"));
  well(act->void_number(number, "打印错误"));
  EXPECT_EQ(well(act->take_number("岚司检", 2026, "D02")).n, 2);
  well(act->commit());
  EXPECT_EQ(shown(verify_store(folder / "office")), "");
  const auto refused = [&](const cases::TakenNumber& which, const std::string& reason) {
    return code_of(well(store->begin())->void_number(which, reason));
  };
  EXPECT_EQ(refused(number, "再作废"), "AJ2910");
  EXPECT_EQ(refused({"岚司检", 2026, 3}, "没有这个号"), "AJ2909");
  EXPECT_EQ(refused({"岚司检", 2026, 2}, ""), "AJ2911");
}

TEST(Journal, ReturnsTheNewEntry) {
  const TemporaryFolder folder;
  auto store = new_office(folder / "office");
  auto act = well(store->begin());
  well(act->append(sample_act()));
  const std::string head = well(act->append(sample_act("2026-LS-002"))).digest;
  well(act->commit());
  const auto entries = well(well(store->read())->read_journal());
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[1].digest, head);
  EXPECT_EQ(entries[1].previous, entries[0].digest);
  EXPECT_EQ(entries[0].previous, journal::origin);
  EXPECT_TRUE(verify_store(folder / "office", head).empty());
}

}  // namespace
}  // namespace anjuan::store
