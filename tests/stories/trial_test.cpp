// A procedure tried out in memory: dates, limits, papers and people as a real case would have them.

#include "stories/trial.h"

#include "stories/messages.h"
#include "stories/trial_setting.h"
#include "support/fake_office.h"

namespace anjuan::stories {
namespace {

using support::well;

const std::string visit = ANJUAN_SOURCE_DIR "/examples/08-try-and-test/visit.xml";
const Day monday = make_day(2026, 9, 21);

TrialSources sources_of(const std::string& file, std::string xml) {
  TrialSources out;
  out.file = file;
  out.xml = std::move(xml);
  out.on = monday;
  out.years = {well(calendar::load_year(support::read_bytes(ANJUAN_SOURCE_DIR "/workflows/calendar/2026.xml"),
                                        "2026.xml"))};
  return out;
}
Trial trial_of(const std::string& xml, Fields given = {}) {
  TrialSources sources = sources_of("chart.xml", xml);
  sources.given = std::move(given);
  return well(Trial::begin(std::move(well(prepare_trial(sources)).setting)));
}
Trial a_visit() { return trial_of(support::read_bytes(visit)); }
const Fields visited{{"回访日期", monday}, {"事项", List{Value("收费公示")}}};

using Lines = std::vector<std::string>;

TEST(Trial, BeginsWhereTheProcedureBegins) {
  const Trial trial = a_visit();
  EXPECT_EQ(trial.labels(), Lines{"待回访"});
  ASSERT_EQ(trial.choices().size(), 1u);
  EXPECT_EQ(trial.choices()[0].what.event, "完成回访");
  EXPECT_EQ(trial.choices()[0].people, Lines{"承办人甲"});
}

TEST(Trial, NotesWhatWouldBeIssuedAndDue) {
  Trial trial = a_visit();
  const auto turns = well(trial.act("完成回访", visited, ""));
  ASSERT_EQ(turns.size(), 1u);
  EXPECT_EQ(turns[0].signatory, "承办人甲");
  EXPECT_EQ(turns[0].effects.size(), 2u);
  EXPECT_EQ(turns[0].labels, Lines{"等待检查对象答复"});
  EXPECT_EQ(trial.standing().limits.at("答复").deadline.due, make_day(2026, 9, 29));
}

TEST(Trial, RaisesALimitOnTheDayAfterItIsDue) {
  Trial trial = a_visit();
  well(trial.act("完成回访", visited, ""));
  EXPECT_TRUE(well(trial.move_to(make_day(2026, 9, 29))).empty());
  const auto turns = well(trial.move_to(make_day(2026, 10, 20)));
  ASSERT_EQ(turns.size(), 1u);
  EXPECT_EQ(turns[0].kind, Turn::Kind::limit);
  EXPECT_EQ(turns[0].on, make_day(2026, 9, 30));
  EXPECT_EQ(trial.today(), make_day(2026, 10, 20));
  EXPECT_EQ(trial.standing().data.at("答复逾期"), Value(true));
}

TEST(Trial, NeverGoesBackInTimeButTakesStepsBack) {
  Trial trial = a_visit();
  EXPECT_EQ(support::code_of(trial.move_to(make_day(2026, 9, 20))), "AJ3366");
  const auto before = procedure::to_value(trial.standing());
  well(trial.act("完成回访", visited, ""));
  well(trial.move_to(make_day(2026, 10, 20)));
  EXPECT_TRUE(trial.back());
  EXPECT_EQ(trial.today(), monday);
  EXPECT_TRUE(trial.back());
  EXPECT_EQ(procedure::to_value(trial.standing()), before);
  EXPECT_FALSE(trial.back());
  EXPECT_EQ(trial.history().size(), 1u);
}

TEST(Trial, ChangesNothingWhenAStepIsRefused) {
  Trial trial = a_visit();
  const auto before = procedure::to_value(trial.standing());
  EXPECT_EQ(support::code_of(trial.act("完成回访", {}, "")), "AJ2057");
  EXPECT_EQ(procedure::to_value(trial.standing()), before);
  EXPECT_FALSE(trial.back());
}

TEST(Trial, KeepsDutiesApart) {
  Trial trial = a_visit();
  EXPECT_EQ(support::code_of(trial.act("完成回访", visited, "分管领导甲")), "AJ2710");
}

TEST(Trial, KnowsWhetherAPaperIsSigned) {
  Trial trial = a_visit();
  well(trial.act("完成回访", visited, ""));
  well(trial.move_to(make_day(2026, 10, 9)));
  EXPECT_EQ(support::code_of(trial.act("审核通过", {}, "")), "AJ2055");
  EXPECT_EQ(support::code_of(trial.sign("没有这份")), "AJ3367");
  well(trial.sign("回访记录单"));
  EXPECT_EQ(support::code_of(trial.sign("回访记录单")), "AJ3368");
  well(trial.act("审核通过", {}, ""));
  EXPECT_TRUE(trial.standing().finished);
}

const char* const bare =
    "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\" initial=\"a\">"
    "<state id=\"a\"><onentry><send event=\"tick\" delay=\"3s\"/></onentry><transition event=\"go\" "
    "target=\"b\"/>"
    "<transition event=\"tick\" target=\"b\"/></state><final id=\"b\"/></scxml>";

TEST(Trial, WalksABareChart) {
  Trial trial = trial_of(bare);
  EXPECT_EQ(trial.labels(), Lines{"a"});
  well(trial.receive("go", {}));
  EXPECT_TRUE(trial.standing().finished);
}

TEST(Trial, LetsADelayedEventCome) {
  Trial trial = trial_of(bare);
  const auto turns = well(trial.wait());
  ASSERT_EQ(turns.size(), 1u);
  EXPECT_EQ(turns[0].event, "tick");
  EXPECT_TRUE(trial.standing().finished);
  EXPECT_EQ(support::code_of(trial.wait()), "AJ3369");
}

// A limit whose own event begins it anew falls due again and again.
TEST(Trial, RaisesALimitThatItsEventBeginsAnew) {
  Trial trial = trial_of(
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" "
      "name=\"x\" "
      "initial=\"a\"><datamodel><data id=\"次数\" aj:type=\"integer\" expr=\"0\"/></datamodel><state "
      "id=\"a\">"
      "<onentry><aj:time-limit id=\"催办\" label=\"催办\" length=\"3\" unit=\"calendar-days\" "
      "on-due=\"到期\"/></onentry>"
      "<transition event=\"到期\" target=\"a\" aj:by=\"system\"><assign location=\"次数\" expr=\"次数 + "
      "1\"/></transition>"
      "<transition event=\"停\" target=\"b\"/></state><final id=\"b\"/></scxml>");
  EXPECT_GE(well(trial.move_to(make_day(2026, 11, 1))).size(), 5u);
  EXPECT_EQ(trial.standing().data.at("次数"), Value(static_cast<std::int64_t>(trial.history().size()) - 1));
}

TEST(PrepareTrial, MakesUpOnlyWhatTheProcedureReadsAndWhatIsNotGiven) {
  const std::string chart = ANJUAN_SOURCE_DIR "/workflows/inspection-case.xml";
  TrialSources sources = sources_of(chart, support::read_bytes(chart));
  sources.given = {{"对象", Fields{{"名称", "某律师事务所"}}}, {"检查起", "2026-09-22"}};
  const PreparedTrial prepared = well(prepare_trial(sources));
  EXPECT_EQ(prepared.setting.facts.at("对象").field("名称"), Value("某律师事务所"));
  EXPECT_TRUE(prepared.made_up.at("对象").field("名称").empty());
  EXPECT_EQ(prepared.setting.data.at("检查起"), Value(make_day(2026, 9, 22)));
  // A text that looks something up in a parameter is one of its keys, so that something is found.
  EXPECT_EQ(prepared.setting.facts.at("对象").field("业务类别"), Value("公证机构"));
  EXPECT_EQ(prepared.setting.facts.at("检查人员").list().size(), 2u);
  EXPECT_EQ(prepared.made_up.count("文书"), 0u);
  well(Trial::begin(prepared.setting));
}

TEST(PrepareTrial, GuessesTypesThatNoCheckKnows) {
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" "
      "name=\"x\" "
      "aj:kind=\"case\" initial=\"a\"><state id=\"a\"><transition event=\"go\" cond=\"任务.截止 > 日期 并且 "
      "任务.家数 > 3 并且 任务.专项\" "
      "target=\"b\"/></state><final id=\"b\"/></scxml>";
  const PreparedTrial prepared = well(prepare_trial(sources_of("x.xml", chart)));
  const Value& round = prepared.made_up.at("任务");
  EXPECT_TRUE(round.field("截止").is(Value::Kind::date));
  EXPECT_TRUE(round.field("家数").is(Value::Kind::integer));
  EXPECT_TRUE(round.field("专项").is(Value::Kind::boolean));
}

TEST(PlainValue, IsWhatAPersonMeans) {
  EXPECT_EQ(plain_value("是"), Value(true));
  EXPECT_EQ(plain_value("12"), Value(12));
  EXPECT_EQ(plain_value("2026-09-10"), Value(make_day(2026, 9, 10)));
  EXPECT_EQ(plain_value("{\"甲\": [1, \"2026-09-10\"]}"),
            Value(Fields{{"甲", List{Value(1), Value(make_day(2026, 9, 10))}}}));
  EXPECT_EQ(plain_value("10日内"), Value("10日内"));
}

}  // namespace
}  // namespace anjuan::stories
