// The acts of a draw: what must be there, what cannot be done twice, and that anybody can check it.

#include "handling/draw_lots.h"

#include "draw/draw.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

TEST(Freeze, NeedsRegisters) {
  SmallRound round(round_chart(), false);
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2830");
}

TEST(Freeze, NeedsTheSealedSecret) {
  SmallRound round;
  EXPECT_EQ(code_of(perform(round.office, "小1", "冻结")), "AJ2837");
}

TEST(Freeze, NamesEachParameterThatIsMissing) {
  SmallRound round(round_chart(R"x(<param name="比例" expr="'三成'"/><param name="行业代号" expr="{'律师事务所': 'LS'}"/>)x"));
  const auto refused = freeze(round.office);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(code_of(refused), "AJ2838");
  EXPECT_GE(refused.diagnostics().size(), 7u) << "a parameter of the wrong type counts as missing: " << shown(refused);
}

TEST(Freeze, NeedsACodeForEachTrade) {
  SmallRound round(replace_all(round_chart(), ", '基层法律服务所': 'JC'", ""));
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2834");
}

// 《工作细则》第八条: lots are drawn once; there is no drawing again until the result pleases.
TEST(Freeze, IsImpossibleAgainWithoutAVoidedDraw) {
  SmallRound round;
  EXPECT_TRUE(freeze(round.office).ok());
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2832");
  EXPECT_TRUE(draw_lots(round.office).ok());
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2832");
  EXPECT_TRUE(perform(round.office, "小1", "作废").ok());
  EXPECT_TRUE(freeze(round.office).ok());
}

TEST(Freeze, LinksEachListToTheOneBefore) {
  SmallRound round;
  well(freeze(round.office));
  well(draw_lots(round.office));
  well(perform(round.office, "小1", "作废"));
  well(freeze(round.office));
  const cases::Case c = round.office.case_of("小1");
  ASSERT_EQ(c.draws.size(), 2u);
  EXPECT_EQ(c.draws[0].id, "D2026-1");
  EXPECT_EQ(c.draws[1].id, "D2026-2");
  EXPECT_NE(c.draws[0].list.find("\nprev\t" + std::string(draw::no_previous_draw)), std::string::npos) << c.draws[0].list;
  const std::string voided = "anjuan-void\t1\ndraw\tD2026-1\nlist\t" + sha256(c.draws[0].list) + "\nresult\t" + sha256(c.draws[0].result) +
                             "\nprev\t" + sha256(c.draws[0].result) + "\ndate\t2026-09-09\napprover\t陆明舟\nreason\t有误\nend\n";
  EXPECT_NE(c.draws[1].list.find("\nprev\t" + sha256(voided)), std::string::npos) << c.draws[1].list;
}

TEST(Freeze, FreezesTheVersionsItUsed) {
  SmallRound round;
  well(freeze(round.office));
  EXPECT_TRUE(well(round.office.reading()->load_register("targets"))->frozen);
  EXPECT_TRUE(well(round.office.reading()->load_register("inspectors"))->frozen);
}

// A target checked twice this year is in the list with its reason, but has no lot (《工作细则》第九条).
TEST(Draw, NeverTakesATargetThatReachedTheYearlyCap) {
  for (const char* rolls : {"35261442516361425316", "11111111111111111111", "65432165432165432165", "62626262626262626262"}) {
    SmallRound round;
    well(freeze(round.office));
    well(draw_lots(round.office, rolls));
    const std::string result = round.office.case_of("小1").draws[0].result;
    EXPECT_EQ(result.find("\nobject\t990128LS006"), std::string::npos) << rolls;
    const cases::Case c = round.office.case_of("小1");
    for (const Value& target : c.draws[0].facts.field("对象").list()) {
      EXPECT_NE(target.field("编号").text_or_empty(), "990128LS006") << rolls;
      EXPECT_NE(target.field("编号").text_or_empty(), "990128LS007") << rolls;
    }
  }
}

TEST(Draw, NeedsAFrozenList) {
  SmallRound round;
  EXPECT_EQ(code_of(draw_lots(round.office)), "AJ2831");
  EXPECT_EQ(code_of(perform(round.office, "小1", "作废")), "AJ2831");
  EXPECT_EQ(code_of(perform(round.office, "小1", "立案")), "AJ2831");
}

TEST(Draw, IsDoneOnce) {
  SmallRound round;
  well(freeze(round.office));
  well(draw_lots(round.office));
  EXPECT_EQ(code_of(draw_lots(round.office)), "AJ2833");
}

TEST(Draw, IsRefusedWithAnotherSecretThanTheSealedOne) {
  SmallRound round;
  well(freeze(round.office));
  well(type_twice(round.office));
  const auto refused = perform(round.office, "小1", "抽取", {{"密数", std::string(64, '8')}});
  EXPECT_EQ(code_of(refused), "AJ2265") << shown(refused);
  EXPECT_TRUE(perform(round.office, "小1", "抽取", {{"密数", secret}}).ok()) << "the right one still opens it";
}

/// The small round with its cases opened.
struct SmallCases : SmallRound {
  SmallCases() {
    well(freeze(office));
    well(draw_lots(office));
    well(perform(office, "小1", "立案"));
  }
  std::string first_inspector() { return office.case_of("小1-01").inspectors.list().front().field("编号").text_or_empty(); }
  Result<Receipt> withdraw(const std::string& who) {
    auto typed = perform(office, "小1-01", "首录", {{"点数", "d6:" + dice}});
    return typed.ok() ? perform(office, "小1-01", "递补", {{"人员", who}, {"点数", "d6:" + dice}}, today, "沈知微") : typed;
  }
};

TEST(Withdraw, RefusesSomebodyWhoIsNotOnTheTeam) {
  SmallCases small;
  EXPECT_EQ(code_of(small.withdraw("990128ZF999")), "AJ2836");
}

TEST(Withdraw, BringsInSomebodyElseUntilNobodyIsLeft) {
  SmallCases small;
  std::set<std::string> gone;
  Result<Receipt> last = Receipt();
  for (int i = 0; i < 9 && last.ok(); ++i) {
    const std::string leaving = small.first_inspector();
    EXPECT_TRUE(gone.insert(leaving).second) << leaving << " came back";
    last = small.withdraw(leaving);
  }
  ASSERT_FALSE(last.ok());
  EXPECT_EQ(code_of(last), "AJ2835") << shown(last);
}

TEST(Withdraw, NeedsARound) {
  SmallCases small;
  well(perform(small.office, "小1", "作废"));
  EXPECT_EQ(code_of(small.withdraw(small.first_inspector())), "AJ2831");
}

// ---- the played round: what a stranger can check ----

const cases::DrawRecord& played_draw() {
  static const cases::Case round = support::played_round().case_of("2026-1");
  return round.draws.at(0);
}

TEST(PlayedDraw, HoldsForAnyone) {
  const cases::DrawRecord& d = played_draw();
  ASSERT_FALSE(d.events.empty()) << "one inspector was recused";
  const Diagnostics wrong = draw::verify({d.list, "list"}, {d.seed, "seed"}, draw::NamedBytes{d.events, "events"}, {d.result, "result"});
  EXPECT_TRUE(wrong.empty()) << shown(wrong);
}

TEST(PlayedDraw, ShowsAnyChangedByte) {
  const cases::DrawRecord& d = played_draw();
  for (const std::size_t at : {d.result.size() / 3, d.result.size() / 2, d.result.size() - 10}) {
    std::string changed = d.result;
    changed[at] = changed[at] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(draw::verify({d.list, "list"}, {d.seed, "seed"}, draw::NamedBytes{d.events, "events"}, {changed, "result"}).empty()) << at;
  }
}

TEST(PlayedDraw, AgreesWithTheReference) {
  const std::string reference = ANJUAN_SOURCE_DIR "/../shared/draw/reference_draw.py";
  if (!support::fs::exists(reference)) GTEST_SKIP() << "skipped: ../shared is not here";
  const support::TemporaryFolder folder;
  const cases::DrawRecord& d = played_draw();
  const auto put = [&](const std::string& name, const std::string& bytes) {
    support::write_bytes(folder.path() + "/" + name, bytes);
    return " '" + folder.path() + "/" + name + "'";
  };
  const std::string list = put("list", d.list), seed = put("seed", d.seed), events = put("events", d.events), result = put("result", d.result);
  const support::Shell got = support::shell("python3 '" + reference + "' verify" + list + seed + events + result);
  EXPECT_EQ(got.status, 0) << got.out;
}

}  // namespace
}  // namespace anjuan::handling
