// 为什么: what a case waits for, from whom, by when; and what was refused.

#include "handling/why.h"

#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

/// The sample round with the cases just opened.
FakeOffice& opened() {
  static const std::unique_ptr<FakeOffice> office = [] {
    auto fake = std::make_unique<FakeOffice>();
    support::Desk desk;
    for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义") continue;
      const auto done = support::perform(*fake, desk, act);
      EXPECT_EQ(done.ok(), !act.refused) << act.line << shown(done);
      if (act.words.size() > 1 && act.words[1] == "确认抽取") break;
    }
    return fake;
  }();
  return *office;
}
const Day on = make_day(2026, 9, 11);

CaseView view(const std::string& id) {
  const auto reading = opened().reading();
  return well(view_case(opened().office(), *reading, CaseId(id), on));
}

TEST(NextActs, NameWhoMayAndOnWhichBasis) {
  const auto acts = next_acts(view("2026-1-01"), opened().office(), on);
  bool declares = false;
  for (const NextAct& act : acts) {
    if (act.what.event != "声明利害关系") continue;
    declares = true;
    EXPECT_EQ(std::set<std::string>(act.people.begin(), act.people.end()), (std::set<std::string>{"宓如晦", "桑以墨"}));
    EXPECT_NE(act.basis.find("《工作细则》第八条"), std::string::npos) << act.basis;
  }
  EXPECT_TRUE(declares);
}

TEST(NextActs, LeaveOutWhatNoPersonDoes) {
  for (const NextAct& act : next_acts(view("2026-1-01"), opened().office(), on)) {
    EXPECT_FALSE(act.what.event.starts_with("期限.") || act.what.event.starts_with("送达.") || act.what.event == "自行回避") << act.what.event;
  }
  for (const NextAct& act : next_acts(view("2026-1"), opened().office(), on)) EXPECT_FALSE(act.what.event.starts_with("案件.")) << act.what.event;
}

TEST(RefusedLately, TellsTheLatestFirst) {
  FakeOffice fake(opened());
  static_cast<void>(perform(fake, "2026-1", "抽取"));
  static_cast<void>(perform(fake, "2026-1", "发布公示"));
  const auto refused = refused_lately(fake.journal(), CaseId("2026-1"), 2);
  ASSERT_EQ(refused.size(), 2u);
  EXPECT_EQ(refused[0].event, "发布公示");
  EXPECT_EQ(refused[1].event, "抽取");
  EXPECT_EQ(refused[0].signatory, "陆明舟");
  EXPECT_FALSE(refused[0].because.front().zh.empty());
}

TEST(ViewCase, SaysThatThereIsNone) {
  const auto reading = opened().reading();
  EXPECT_EQ(code_of(view_case(opened().office(), *reading, CaseId("2026-1-99"), on)), "AJ2906");
}

TEST(UnsignedPapers, AreThoseThatWait) {
  const cases::Case round = support::played_round().case_of("2026-1-07");
  EXPECT_TRUE(unsigned_papers(round).empty());
  EXPECT_TRUE(unserved_papers(round).empty());
}

}  // namespace
}  // namespace anjuan::handling
