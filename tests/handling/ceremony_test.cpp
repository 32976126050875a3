// The ceremony of a draw: what leaves the office and is not kept, what two people must type alike, and that
// nobody gets a second chance, also where the machine stops in between.

#include "handling/messages.h"

#include "draw/draw.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

constexpr const char* second_person = "沈知微";

Result<Receipt> freeze_with(FakeOffice& fake, const TakeOut& take_out) {
  Office office = fake.office();
  Act act = fake.act(today, "陆明舟", "陆明舟");
  act.event = "冻结";
  act.secret = secret;
  act.take_out = take_out;
  return handle(office, CaseId("小1"), act);
}

std::string words_of(const std::string& pdf) {
  const support::TemporaryFolder folder;
  support::write_bytes(folder.path() + "/page.pdf", pdf);
  return support::shell("pdftotext -raw '" + folder.path() + "/page.pdf' -").out;
}

// ---- envelopes ----

TEST(Envelopes, HoldTheSecretForEachKeeper) {
  SmallRound round;
  std::vector<EnvelopePage> pages;
  well(freeze_with(round.office, [&](const EnvelopePage& page) -> Outcome { return pages.push_back(page), Done{}; }));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].keeper, "甲");
  EXPECT_EQ(pages[1].keeper, "乙");
  if (support::shell("pdftotext -v").status != 0) GTEST_SKIP() << "skipped: pdftotext is not installed";
  for (const EnvelopePage& page : pages) {
    const std::string words = replace_all(words_of(page.pdf), "\n", "");
    EXPECT_NE(words.find(secret), std::string::npos) << words;
    EXPECT_NE(words.find(page.keeper), std::string::npos) << words;
  }
}

// The secret cannot be had from the office before the envelope is opened: not from any byte of its folder.
TEST(Envelopes, LeaveNothingInTheOffice) {
  SmallRound round;
  std::vector<std::string> printed;
  well(freeze_with(round.office, [&](const EnvelopePage& page) -> Outcome { return printed.push_back(page.pdf), Done{}; }));
  std::string raw;
  for (std::size_t i = 0; i < secret.size(); i += 2) raw += static_cast<char>(std::stoi(secret.substr(i, 2), nullptr, 16));
  std::size_t files = 0;
  for (const auto& entry : support::fs::recursive_directory_iterator(round.office.folder())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string bytes = support::read_bytes(entry.path());
    EXPECT_EQ(bytes.find(secret), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find(raw), std::string::npos) << entry.path();
    for (const std::string& pdf : printed) EXPECT_NE(bytes, pdf) << entry.path();
  }
  EXPECT_GT(files, 3u) << "the office's folder was looked through";
}

TEST(Envelopes, ThatCannotBeWrittenLeaveTheListUnfrozen) {
  SmallRound round;
  int asked = 0;
  const auto full = [&](const EnvelopePage& page) -> Outcome {
    if (++asked < 2) return Done{};
    return diagnose(material_unreadable, Place{}, page.keeper);
  };
  EXPECT_EQ(code_of(freeze_with(round.office, full)), "AJ3350");
  EXPECT_TRUE(round.office.case_of("小1").draws.empty());
  well(freeze(round.office));
  EXPECT_EQ(round.office.case_of("小1").draws.at(0).id, "D2026-1") << "no number was used up";
}

// ---- values typed by two people ----

Result<Receipt> typed(FakeOffice& office, const char* event, const std::string& value, const char* who) {
  return perform(office, "小1", event, {{"骰子", value}}, today, who);
}

TEST(Values, AreTypedByTwoPeople) {
  SmallRound round;
  well(freeze(round.office));
  EXPECT_EQ(code_of(typed(round.office, "复录", dice, second_person)), "AJ3858");
  well(typed(round.office, "首录", dice, "陆明舟"));
  const auto alone = typed(round.office, "复录", dice, "陆明舟");
  EXPECT_EQ(code_of(alone), "AJ3859");
  EXPECT_NE(shown(alone).find("陆明舟"), std::string::npos) << shown(alone);
  well(typed(round.office, "复录", dice, second_person));
  const cases::DrawRecord d = round.office.case_of("小1").draws.at(0);
  ASSERT_EQ(d.values.size(), 1u);
  EXPECT_EQ(d.values[0].entered_by, "陆明舟");
  EXPECT_EQ(d.values[0].confirmed_by, second_person);
}

TEST(Values, ThatDifferAreRefusedWithThePlaceButNotTheThrow) {
  SmallRound round;
  well(freeze(round.office));
  well(typed(round.office, "首录", dice, "陆明舟"));
  std::string other = dice;
  other[6] = other[6] == '1' ? '2' : '1';
  const auto refused = typed(round.office, "复录", other, second_person);
  EXPECT_EQ(code_of(refused), "AJ3860");
  EXPECT_NE(shown(refused).find("第7位"), std::string::npos) << shown(refused);
  EXPECT_EQ(shown(refused).find(dice), std::string::npos) << "the second person would only copy it";
  EXPECT_TRUE(round.office.case_of("小1").draws.at(0).values.at(0).confirmed_by.empty());
  const auto longer = typed(round.office, "复录", dice + "1", second_person);
  EXPECT_NE(shown(longer).find("第21位"), std::string::npos) << shown(longer);
}

TEST(Values, CannotChangeOnceTheyAgree) {
  SmallRound round;
  well(freeze(round.office));
  well(type_twice(round.office));
  EXPECT_EQ(code_of(typed(round.office, "首录", "66666666666666666666", "陆明舟")), "AJ3857");
  EXPECT_EQ(code_of(typed(round.office, "复录", dice, second_person)), "AJ3857");
}

TEST(Values, OfTheWrongFormAreRefusedAtTheFirstEntry) {
  SmallRound round;
  well(freeze(round.office));
  for (const char* wrong : {"3526144251636142531", "35261442516361425317", "35261442516361425 3x6"}) {
    EXPECT_EQ(code_of(typed(round.office, "首录", wrong, "陆明舟")), "AJ2225") << wrong;
  }
  well(typed(round.office, "首录", "35261 44251　63614 25316", "陆明舟"));
  well(typed(round.office, "复录", dice, second_person));
}

TEST(Opening, WaitsForWhatTheWitnessesBring) {
  SmallRound round;
  well(freeze(round.office));
  EXPECT_EQ(code_of(perform(round.office, "小1", "抽取", {{"密数", secret}})), "AJ3855");
  well(typed(round.office, "首录", dice, "陆明舟"));
  EXPECT_EQ(code_of(perform(round.office, "小1", "抽取", {{"密数", secret}})), "AJ3855");
}

// The machine stops after the envelope was opened: what is on the disk gives the same draw again, and no other.
TEST(Opening, GivesTheSameDrawAgainAfterACrash) {
  SmallRound round;
  well(freeze(round.office));
  well(type_twice(round.office));
  FakeOffice crashed(round.office);
  well(perform(round.office, "小1", "抽取", {{"密数", secret}}));
  EXPECT_EQ(code_of(typed(crashed, "首录", "66666666666666666666", "陆明舟")), "AJ3857");
  EXPECT_EQ(code_of(perform(crashed, "小1", "抽取", {{"密数", std::string(64, '8')}})), "AJ2265");
  well(perform(crashed, "小1", "抽取", {{"密数", secret}}));
  EXPECT_EQ(crashed.case_of("小1").draws.at(0).result, round.office.case_of("小1").draws.at(0).result);
  EXPECT_EQ(crashed.case_of("小1").draws.at(0).seed, round.office.case_of("小1").draws.at(0).seed);
}

// ---- declarations ----

TEST(Declarations, OfEveryInspectorComeBeforeTheFreeze) {
  SmallRound round(replace_all(round_chart(), R"(<param name="信封保管人")", R"(<param name="申报" expr="[{'编号': '990128ZF001', '对象': []}]"/><param name="信封保管人")"));
  const auto refused = freeze(round.office);
  EXPECT_EQ(code_of(refused), "AJ3861");
  EXPECT_NE(shown(refused).find("詹䶮"), std::string::npos) << shown(refused);
  EXPECT_EQ(shown(refused).find("晏知秋"), std::string::npos) << "he has declared";
  EXPECT_EQ(shown(refused).find("古丽娜尔"), std::string::npos) << "her certificate has run out: she is not in the draw";
}

TEST(Voiding, BeforeTheOpeningIsLinkedToo) {
  SmallRound round;
  well(freeze(round.office));
  well(perform(round.office, "小1", "作废"));
  well(freeze(round.office));
  const cases::Case c = round.office.case_of("小1");
  EXPECT_NE(c.draws.at(0).void_text.find("\nresult\t-\n"), std::string::npos) << c.draws[0].void_text;
  EXPECT_NE(c.draws.at(1).list.find("\nprev\t" + sha256(c.draws[0].void_text)), std::string::npos);
}

// Draws are one chain: two lists never name the same draw before them.
TEST(Freeze, WaitsUntilTheOtherRoundsDrawIsOpened) {
  SmallRound round;
  well(open_small(round.office, "小2"));
  well(freeze(round.office));
  const auto refused = freeze(round.office, "小2");
  EXPECT_EQ(code_of(refused), "AJ3880");
  EXPECT_NE(shown(refused).find("D2026-1"), std::string::npos) << shown(refused);
  well(draw_lots(round.office));
  well(freeze(round.office, "小2"));
  EXPECT_EQ(code_of(perform(round.office, "小1", "作废")), "AJ3880") << "its voiding would stand in no list";
  well(draw_lots(round.office, dice, "小2"));
  well(perform(round.office, "小1", "作废"));
  const cases::Case first = round.office.case_of("小1"), second = round.office.case_of("小2");
  EXPECT_NE(second.draws.at(0).list.find("\nprev\t" + sha256(first.draws.at(0).result)), std::string::npos);
  EXPECT_NE(first.draws.at(0).void_text.find("\nprev\t" + sha256(second.draws.at(0).result)), std::string::npos) << "the chain goes on from the later draw";
}

// ---- lots drawn by hand ----

std::string chart_by_hand() {
  std::string chart = round_chart("", R"x(
    <transition event="登记"><aj:input data="结果"/><aj:draw action="lots"><param name="结果" expr="结果"/><param name="复录" expr="false"/></aj:draw></transition>
    <transition event="复登"><aj:input data="结果"/><aj:draw action="lots"><param name="结果" expr="结果"/><param name="复录" expr="true"/></aj:draw></transition>)x");
  chart = replace_all(chart, R"(<data id="密数")", R"(<data id="结果" aj:type="list" expr="[]"/><data id="密数")");
  return replace_all(replace_all(chart, "'方式': 'd6'", "'方式': 'lottery'"), "'方式': 'secret'", "'方式': 'lottery'");
}

Value row(const char* target, const char* team) { return Fields{{"对象", target}, {"检查人员", team}}; }

List lots() {
  return {row("990128LS001", "990128ZF001、990128ZF002"), row("990128LS003", "990128ZF003、990128ZF004"), row("990128LS005", "990128ZF005、990128ZF006"),
          row("990128GZ001", "990128ZF007、990128ZF008"), row("990128JC002", "990128ZF001、990128ZF003"), row("990128JC003", "990128ZF002、990128ZF005"),
          row("990128JC005", "990128ZF006、990128ZF007")};
}

struct ByHand : SmallRound {
  explicit ByHand(const std::string& rules = "") : SmallRound(replace_all(chart_by_hand(), "<param name=\"频次理由\"", rules + "<param name=\"频次理由\"")) { well(freeze(office)); }
  Result<Receipt> enter(List rows, const char* event = "登记", const char* who = "陆明舟") {
    return perform(office, "小1", event, {{"结果", std::move(rows)}}, today, who);
  }
};

TEST(ByHand, IsTypedTwiceAndOpensTheCases) {
  ByHand round;
  well(round.enter(lots()));
  EXPECT_EQ(code_of(round.enter(lots(), "复登")), "AJ3859");
  List other = lots();
  other[2] = row("990128LS005", "990128ZF006、990128ZF005");
  const auto refused = round.enter(other, "复登", second_person);
  EXPECT_EQ(code_of(refused), "AJ3867");
  EXPECT_NE(shown(refused).find("第3行"), std::string::npos) << shown(refused);
  well(round.enter(lots(), "复登", second_person));
  const cases::DrawRecord d = round.office.case_of("小1").draws.at(0);
  EXPECT_TRUE(d.seed.empty()) << "nobody can compute it again, and nobody says so";
  well(perform(round.office, "小1", "立案"));
  EXPECT_EQ(round.office.case_of("小1-01").target.field("编号").text_or_empty(), "990128LS001");
  EXPECT_EQ(round.office.case_of("小1-07").inspectors.list().size(), 2u);
}

TEST(ByHand, IsHeldAgainstTheFrozenList) {
  const auto changed = [](std::size_t at, Value with) {
    List out = lots();
    out[at] = std::move(with);
    return out;
  };
  List fewer = lots();
  fewer.pop_back();
  const std::pair<List, const char*> wrong[] = {
      {changed(0, row("990128LS006", "990128ZF001、990128ZF002")), "AJ3868"},   // at the yearly cap
      {changed(0, row("990128LS999", "990128ZF001、990128ZF002")), "AJ3868"},
      {changed(0, row("990128LS001", "990128ZF001、990128ZF009")), "AJ3868"},   // her certificate has run out
      {changed(1, row("990128LS001", "990128ZF003、990128ZF004")), "AJ3869"},
      {changed(0, row("990128LS001", "990128ZF001、990128ZF001")), "AJ3869"},
      {fewer, "AJ3871"},
      {changed(0, row("990128LS001", "990128ZF001")), "AJ3872"},
      {changed(0, row("990128LS002", "990128ZF001、990128ZF002")), "AJ3873"}};  // his declared interest
  for (const auto& [rows, code] : wrong) {
    ByHand round;
    const auto refused = round.enter(rows);
    EXPECT_TRUE(!refused.ok() && has_code(refused.diagnostics(), code)) << code << "\n" << shown(refused);
  }
}

// What the list asks beyond numbers: directed targets, specialities, how much one inspector may take on.
TEST(ByHand, IsHeldAgainstTheRulesOfTheList) {
  const std::pair<const char*, const char*> rules[] = {
      {R"(<param name="定向" expr="[{'编号': '990128LS004', '理由': '客观'}]"/>)", "AJ3870"},
      {R"(<param name="人员标记" expr="[{'字段': '专业特长', '含': '律师', '代号': 'LV'}]"/><param name="行业席位" expr="{'律师事务所': ['-', 'LV']}"/>)", "AJ3874"},
      {R"(<param name="每人最多" expr="2"/>)", "AJ3875"}};
  for (const auto& [rule, code] : rules) {
    ByHand round(rule);
    List typed = lots();
    if (std::string(code) == "AJ3875") typed[4] = row("990128JC002", "990128ZF001、990128ZF005"), typed[6] = row("990128JC005", "990128ZF001、990128ZF007");
    const auto refused = round.enter(typed);
    EXPECT_TRUE(!refused.ok() && has_code(refused.diagnostics(), code)) << code << "\n" << shown(refused);
    EXPECT_TRUE(round.office.case_of("小1").draws.at(0).lots.empty());
  }
  ByHand directed(rules[0].first);
  List all = lots();
  all.push_back(row("990128LS004", "990128ZF007、990128ZF008"));
  well(directed.enter(all));
}

TEST(ByHand, NeedsPhotosWhereTheProcedureAsksForThem) {
  SmallRound round(replace_all(chart_by_hand(), R"(<param name="复录" expr="true"/>)", R"(<param name="复录" expr="true"/><param name="有照片" expr="false"/>)"));
  well(freeze(round.office));
  well(perform(round.office, "小1", "登记", {{"结果", lots()}}));
  EXPECT_EQ(code_of(perform(round.office, "小1", "复登", {{"结果", lots()}}, today, second_person)), "AJ3879");
}

TEST(ByHand, FillsNoVacancyWithComputedTickets) {
  ByHand round;
  well(round.enter(lots()));
  well(round.enter(lots(), "复登", second_person));
  well(perform(round.office, "小1", "立案"));
  EXPECT_EQ(code_of(perform(round.office, "小1-01", "首录", {{"点数", "d6:" + dice}})), "AJ3866");
}

// ---- what a procedure may get wrong ----

TEST(Sources, AreOfAKnownKindAndOneSecretIsOurs) {
  SmallRound unknown(replace_all(round_chart(), "'方式': 'd6'", "'方式': 'coin'"));
  EXPECT_EQ(code_of(freeze(unknown.office)), "AJ3850");
  SmallRound two(replace_all(round_chart(), "'方式': 'd6'", "'方式': 'secret'"));
  EXPECT_EQ(code_of(freeze(two.office)), "AJ3851");
}

TEST(Values, ComeFromTheSourcesOfTheList) {
  const std::string from_witness = R"(<param name="来源" expr="'witness'"/>)";
  SmallRound stranger(replace_all(round_chart(), from_witness, R"(<param name="来源" expr="'nobody'"/>)"));
  well(freeze(stranger.office));
  EXPECT_EQ(code_of(typed(stranger.office, "首录", dice, "陆明舟")), "AJ3853");
  SmallRound sealed(replace_all(round_chart(), from_witness, R"(<param name="来源" expr="'office'"/>)"));
  well(freeze(sealed.office));
  EXPECT_EQ(code_of(typed(sealed.office, "首录", secret, "陆明舟")), "AJ3854");
  SmallRound missing(replace_all(round_chart(), "{'office': 密数}", "{'other': 密数}"));
  well(freeze(missing.office));
  EXPECT_EQ(code_of(draw_lots(missing.office)), "AJ3856");
}

TEST(Declarations, AreThoseOfTheRegistersInspectorsBeforeTheFreeze) {
  const auto chart = [](const std::string& who) {
    return round_chart("", R"(<transition event="申报"><aj:draw action="declare"><param name="人员" expr="')" + who + R"('"/></aj:draw></transition>)");
  };
  SmallRound stranger(chart("990128ZF999"));
  EXPECT_EQ(code_of(perform(stranger.office, "小1", "申报")), "AJ3863");
  SmallRound late(chart("990128ZF001"));
  well(perform(late.office, "小1", "申报"));
  well(freeze(late.office));
  EXPECT_EQ(code_of(perform(late.office, "小1", "申报")), "AJ3864");
}

// ---- vacancies ----

TEST(Drop, BringsInTheNextAndMovesNobodyElse) {
  SmallRound round;
  well(freeze(round.office));
  well(draw_lots(round.office));
  well(perform(round.office, "小1", "立案"));
  const auto team_before = round.office.case_of("小1-02").inspectors;
  well(perform(round.office, "小1-01", "首录", {{"点数", "d6:" + dice}}));
  well(perform(round.office, "小1-01", "退出", {{"点数", "d6:" + dice}}, today, second_person));
  well(perform(round.office, "小1", "立案"));
  const cases::Case c = round.office.case_of("小1");
  EXPECT_EQ(c.children.size(), 8u);
  const cases::Case added = round.office.case_of("小1-08");
  EXPECT_EQ(added.inspectors.list().size(), 2u);
  EXPECT_EQ(round.office.case_of("小1-02").inspectors, team_before);
  std::set<std::string> numbers;
  for (const Value& o : c.draws.at(0).facts.field("对象").list()) numbers.insert(o.field("案件号").text_or_empty());
  EXPECT_EQ(numbers.count("小1-01"), 0u) << "it dropped out";
  EXPECT_EQ(numbers.count("小1-02"), 1u) << "its number has not moved";
  EXPECT_EQ(numbers.count("小1-08"), 1u);
}

}  // namespace
}  // namespace anjuan::handling
