// 迁移: tried out first, then recorded case by case, taken back until the next act.

#include "handling/migrate.h"

#include "base/text.h"
#include "handling/editions.h"
#include "handling/replay.h"

namespace anjuan::handling {
namespace {

std::vector<CasePlan> planned(FakeOffice& office, const MigrationMap& map = {}, std::vector<CaseId> only = {}) {
  return well(plan_migration(office.office(), *office.reading(), {office.library(), map, std::move(only), today}));
}

Result<Receipt> move(FakeOffice& fake, const std::string& id, const ProcedureMap& map = {}, const std::string& reason = "细则第十条修改", const std::string& by = "陆明舟") {
  Office office = fake.office();
  return migrate_case(office, CaseId(id), {map, reason}, fake.act(make_day(2026, 9, 10), by, "陆明舟"));
}

Result<Receipt> take_back(FakeOffice& fake, const std::string& id, const std::string& reason = "误操作") {
  Office office = fake.office();
  return undo_migration(office, CaseId(id), reason, fake.act(make_day(2026, 9, 10), "陆明舟", "陆明舟"));
}

/// The journal played again in an empty office gives the same cases and digests.
void expect_replayed(const FakeOffice& office) {
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/fresh";
  well(store::create_office_store(path, Value(Fields{})));
  const auto fresh = well(store::open_office_store(path));
  const auto reading = office.reading();
  const auto again = replay({*reading, *fresh, *support::shipped().fonts, path + "/files/tmp", {}});
  ASSERT_TRUE(again.ok()) << shown(again);
  EXPECT_TRUE(again->found.empty()) << shown(again->found);
}

TEST(PlanMigration, TellsTheNewDueDayAndWritesNothing) {
  TwoVersions two;
  const auto before = two.office.journal().size();
  const auto plans = planned(two.office);
  ASSERT_EQ(plans.size(), 1u);
  ASSERT_TRUE(plans[0].migration) << shown(plans[0].reasons);
  const procedure::LimitMove& limit = plans[0].migration->limits.at(0);
  EXPECT_EQ(limit.due_was.due, make_day(2026, 9, 16));
  EXPECT_EQ(limit.due_is.due, make_day(2026, 9, 22));
  ASSERT_EQ(plans[0].papers.size(), 1u);
  EXPECT_EQ(plans[0].papers[0].how.zh, "按改过的模板制作");
  EXPECT_EQ(two.office.journal().size(), before);
  EXPECT_EQ(two.office.case_of("甲").edition, 2);
}

TEST(MigrateCase, IsRecordedAndGoesOnByTheNewVersion) {
  TwoVersions two;
  const auto moved = move(two.office, "甲");
  ASSERT_TRUE(moved.ok()) << shown(moved);
  ASSERT_EQ(moved->limits.size(), 1u);
  EXPECT_EQ(moved->limits[0].was, make_day(2026, 9, 16));
  EXPECT_EQ(moved->limits[0].due, make_day(2026, 9, 22));
  const cases::Case c = two.office.case_of("甲");
  EXPECT_EQ(c.edition, 3);
  EXPECT_EQ(c.standing.definition_digest, two.office.library().procedures.at("报告任务").digest);
  const Value entry = two.office.last_entry();
  EXPECT_EQ(entry.field("kind").text_or_empty(), "migrate");
  EXPECT_EQ(entry.field("reason").text_or_empty(), "细则第十条修改");
  EXPECT_EQ(entry.field("signatory").text_or_empty(), "陆明舟");
  EXPECT_TRUE(perform(two.office, "甲", "提交", {{"页数", 3}}, make_day(2026, 9, 11)).ok());
  expect_replayed(two.office);
}

TEST(MigrateCase, IsDatedLikeAnyAct) {
  TwoVersions two;
  const auto move_on = [&](Day on) {
    Office office = two.office.office();
    return migrate_case(office, CaseId("甲"), {{}, "修改"}, two.office.act(on, "陆明舟", "陆明舟"));
  };
  const auto early = move_on(today - std::chrono::days(1));
  EXPECT_EQ(code_of(early), "AJ2862") << "before it was opened: " << shown(early);
  ASSERT_TRUE(move_on(make_day(2026, 9, 15)).ok());
  const auto undone = take_back(two.office, "甲");
  EXPECT_EQ(code_of(undone), "AJ2862") << "before the migration itself";
  EXPECT_NE(sentence(undone.diagnostics().front(), Language::chinese).find("2026年9月15日"), std::string::npos);
}

TEST(MigrateCase, IsNotDatedBeforeTheLastAct) {
  TwoVersions two;
  ASSERT_TRUE(perform(two.office, "甲", "提交", {{"页数", 3}}, make_day(2026, 9, 14)).ok());
  const auto refused = move(two.office, "甲");
  ASSERT_EQ(code_of(refused), "AJ2862") << shown(refused);
  EXPECT_NE(sentence(refused.diagnostics().front(), Language::chinese).find("2026年9月14日"), std::string::npos);
  EXPECT_TRUE(has_code(planned(two.office).at(0).reasons, "AJ2862")) << "the trial says so too";
}

TEST(UndoMigration, GivesBackWhatWasThere) {
  TwoVersions two;
  const Value before = two.office.row_of("甲").body;
  ASSERT_TRUE(move(two.office, "甲").ok());
  const auto back = take_back(two.office, "甲");
  ASSERT_TRUE(back.ok()) << shown(back);
  EXPECT_EQ(two.office.row_of("甲").body, before);
  EXPECT_EQ(two.office.journal().size(), 6u) << "both acts stay on record";
  const auto again = take_back(two.office, "甲");
  EXPECT_EQ(code_of(again), "AJ3427");
  ASSERT_TRUE(move(two.office, "甲").ok()) << "and it may be moved once more";
  expect_replayed(two.office);
}

TEST(UndoMigration, IsRefusedAfterTheNextAct) {
  TwoVersions two;
  ASSERT_TRUE(move(two.office, "甲").ok());
  ASSERT_TRUE(perform(two.office, "甲", "提交", {{"页数", 3}}, make_day(2026, 9, 11)).ok());
  const auto refused = take_back(two.office, "甲");
  ASSERT_EQ(code_of(refused), "AJ3428");
  EXPECT_EQ(sentence(refused.diagnostics().front(), Language::chinese), "案件“甲”迁移以后已经办过别的事（第6条记录，2026年9月11日 提交），不能再撤销");
  expect_replayed(two.office);
}

TEST(UndoMigration, CountsByTheCalendarOfToday) {
  TwoVersions two;
  ASSERT_TRUE(move(two.office, "甲").ok());
  std::vector<calendar::YearArrangement> years = two.office.library().years;
  for (auto& year : years) {
    if (year.year == 2026) year.days_off.insert(make_day(2026, 9, 16));
  }
  two.office.keep_calendar(years);
  Office office = two.office.office();
  const auto moved = recompute_limits(office, two.office.act(today, "陆明舟", "陆明舟"));
  ASSERT_TRUE(moved.ok()) << shown(moved);
  ASSERT_EQ(moved->limits.size(), 1u);
  EXPECT_EQ(moved->limits[0].was, make_day(2026, 9, 22));
  EXPECT_EQ(moved->limits[0].due, make_day(2026, 9, 23));
  ASSERT_TRUE(take_back(two.office, "甲").ok()) << "a calendar is no act of the case";
  EXPECT_EQ(two.office.case_of("甲").standing.limits.at("报告").deadline.due, make_day(2026, 9, 17));
}

TEST(MigrateCase, NeedsAReasonAndAPersonOfTheOffice) {
  TwoVersions two;
  EXPECT_EQ(code_of(move(two.office, "甲", {}, " ")), "AJ3424");
  EXPECT_EQ(code_of(move(two.office, "甲", {}, "修改", "查无此人")), "AJ2701");
  EXPECT_EQ(two.office.case_of("甲").edition, 2);
  EXPECT_EQ(two.office.last_entry().field("kind").text_or_empty(), "refused") << "attempts are on record";
}

// Who may decide is the office's own rule, in its file; the days a post is held count.
TEST(MigrateCase, IsDecidedByThePostsThatTheOfficeNames) {
  TwoVersions two;
  cases::Bureau bureau = *two.office.library().bureau;
  bureau.migration_posts = {"主要负责人", "分管领导"};
  two.office.library().bureau = std::make_shared<const cases::Bureau>(std::move(bureau));
  const auto refused = move(two.office, "甲");
  ASSERT_EQ(code_of(refused), "AJ3431") << shown(refused);
  EXPECT_EQ(sentence(refused.diagnostics().front(), Language::chinese), "陆明舟不能决定迁移：迁移由主要负责人、分管领导决定，陆明舟在2026年9月10日不任此职");
  EXPECT_EQ(two.office.case_of("甲").edition, 2);
  ASSERT_TRUE(move(two.office, "甲", {}, "细则第十条修改", "苏令仪").ok());
  EXPECT_EQ(code_of(take_back(two.office, "甲")), "AJ3431") << "taking it back is as much a decision";
}

TEST(MigrateCase, MovesNoCaseThatIsCurrentOrFinished) {
  TwoVersions two;
  EXPECT_TRUE(open_small(two.office, "乙", "报告任务").ok());
  EXPECT_EQ(code_of(move(two.office, "乙")), "AJ3423");
  EXPECT_TRUE(perform(two.office, "甲", "提交", {{"页数", 3}}).ok());
  EXPECT_TRUE(perform(two.office, "甲", "通过").ok());
  EXPECT_EQ(code_of(move(two.office, "甲")), "AJ3422");
  EXPECT_TRUE(planned(two.office).empty());
  const MigrationMap nothing;
  for (const auto& [id, code] : std::map<std::string, std::string>{{"甲", "AJ3422"}, {"乙", "AJ3423"}}) {
    EXPECT_EQ(code_of(plan_migration(two.office.office(), *two.office.reading(), {two.office.library(), nothing, {CaseId(id)}, today})), code);
  }
}

/// Edition 2 with the state 写, then one in which its id is another, and its label `label`.
struct Renamed {
  FakeOffice office;
  explicit Renamed(const std::string& label) {
    adopt_files(office, {{"report.xml", report_round("5")}});
    EXPECT_TRUE(open_small(office, "甲", "报告任务").ok());
    std::string fresh = replace_all(report_round("5"), "id=\"写\"", "id=\"起草\"");
    fresh = replace_all(fresh, "initial=\"写\"", "initial=\"起草\"");
    fresh = replace_all(fresh, "aj:label=\"写报告\"", "aj:label=\"" + label + "\"");
    fresh = replace_all(fresh, "</datamodel>", "<data id=\"字数\" aj:type=\"integer\" aj:label=\"字数\"/></datamodel>");
    adopt_files(office, {{"report.xml", fresh}}, "2026-09-10T09:00:00+08:00");
  }
};

TEST(PlanMigration, AStateThatIsGoneIsMapped) {
  Renamed renamed("起草报告");
  const auto stuck = planned(renamed.office);
  ASSERT_EQ(stuck.size(), 1u);
  EXPECT_FALSE(stuck[0].migration);
  EXPECT_TRUE(has_code(stuck[0].reasons, "AJ3401")) << shown(stuck[0].reasons);
  MigrationMap map;
  well(add_state(map, "写=起草"));
  well(add_value(map, "字数=1200"));
  const auto plans = planned(renamed.office, map);
  ASSERT_TRUE(plans[0].migration) << shown(plans[0].reasons);
  EXPECT_EQ(plans[0].migration->after.active, std::vector<std::string>{"起草"});
  ASSERT_TRUE(move(renamed.office, "甲", plans[0].map).ok());
  EXPECT_EQ(renamed.office.case_of("甲").standing.data.at("字数"), Value(1200));
  expect_replayed(renamed.office);
}

TEST(PlanMigration, AStateOfTheSameLabelIsFoundUnderItsNewId) {
  Renamed renamed("写报告");
  const auto plans = planned(renamed.office);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  EXPECT_EQ(plans[0].migration->after.active, std::vector<std::string>{"起草"});
  ASSERT_EQ(plans[0].matched.size(), 1u);
  EXPECT_EQ(plans[0].matched[0].label + " " + plans[0].matched[0].was + " " + plans[0].matched[0].is, "写报告 写 起草");
  ASSERT_TRUE(move(renamed.office, "甲", plans[0].map).ok());
  EXPECT_EQ(renamed.office.case_of("甲").standing.active, std::vector<std::string>{"起草"});
  expect_replayed(renamed.office);
  MigrationMap map;
  well(add_state(map, "写=审"));
  map.any.limits["报告"] = "";
  Renamed ordered("写报告");
  const auto other = planned(ordered.office, map);
  ASSERT_TRUE(other.at(0).migration) << shown(other[0].reasons);
  EXPECT_EQ(other[0].migration->after.active, std::vector<std::string>{"审"}) << "what a person orders goes first";
  EXPECT_TRUE(other[0].matched.empty());
}

TEST(PlanMigration, AStateIsNotMatchedWhereTwoHaveItsLabel) {
  FakeOffice office;
  adopt_files(office, {{"report.xml", report_round("5")}, {"note.xml", note_template("写")}});
  well(open_small(office, "甲", "报告任务"));
  std::string fresh = replace_all(replace_all(report_round("5"), "id=\"写\"", "id=\"起草\""), "initial=\"写\"", "initial=\"起草\"");
  fresh = replace_all(fresh, "<final", "<state id=\"重写\" aj:label=\"写报告\"><transition event=\"提交\" target=\"审\" aj:label=\"提交\"/></state><final");
  fresh = replace_all(fresh, "aj:label=\"通过\"/>", "aj:label=\"通过\"/><transition event=\"退回\" target=\"重写\" aj:label=\"退回\"/>");
  adopt_files(office, {{"report.xml", fresh}, {"note.xml", note_template("写")}}, "2026-09-10T09:00:00+08:00");
  const auto plans = planned(office);
  EXPECT_FALSE(plans.at(0).migration);
  EXPECT_TRUE(has_code(plans[0].reasons, "AJ3401")) << shown(plans[0].reasons);
}

TEST(PlanMigration, ALimitIsRenamedByTheSameOption) {
  FakeOffice office;
  adopt_files(office, {{"report.xml", report_round("5")}, {"note.xml", note_template("写")}});
  well(open_small(office, "甲", "报告任务"));
  const std::string renamed = replace_all(replace_all(report_round("5"), "time-limit id=\"报告\"", "time-limit id=\"交报告\""), "label=\"完成报告\" length", "label=\"交出报告\" length");
  adopt_files(office, {{"report.xml", renamed}, {"note.xml", note_template("写")}}, "2026-09-10T09:00:00+08:00");
  EXPECT_TRUE(has_code(planned(office).at(0).reasons, "AJ3413"));
  MigrationMap map;
  well(add_state(map, "报告=交报告"));
  const auto plans = planned(office, map);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  EXPECT_EQ(plans[0].migration->after.limits.count("交报告"), 1u);
}

/// A case that has made 便函, and a version that calls the paper 便笺 and asks for it before the end.
struct RenamedPaper {
  FakeOffice office;
  explicit RenamedPaper(const std::string& its_template = "note") {
    const std::string old = replace_all(report_round("5"), "aj:label=\"通过\"/>", "aj:label=\"通过\"><aj:require document=\"便函\" label=\"有便函\"/></transition>");
    adopt_files(office, {{"report.xml", old}, {"note.xml", note_template("写")}});
    EXPECT_TRUE(open_small(office, "甲", "报告任务").ok());
    EXPECT_TRUE(perform(office, "甲", "提交", {{"页数", 3}}, make_day(2026, 9, 9)).ok());
    const std::string fresh = replace_all(replace_all(old, "便函", "便笺"), "template=\"note\"", "template=\"" + its_template + "\"");
    adopt_files(office, {{"report.xml", fresh}, {"note.xml", replace_all(note_template("写"), "id=\"note\"", "id=\"" + its_template + "\"")}}, "2026-09-10T09:00:00+08:00");
  }
  std::string slot() const { return office.case_of("甲").papers.at(0).slot; }
};

TEST(MigrateCase, APaperGoesOnUnderItsNewName) {
  RenamedPaper renamed;
  const auto plans = planned(renamed.office);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  ASSERT_TRUE(move(renamed.office, "甲").ok());
  EXPECT_EQ(renamed.slot(), "便笺");
  ASSERT_TRUE(take_back(renamed.office, "甲").ok());
  EXPECT_EQ(renamed.slot(), "便函");
  ASSERT_TRUE(move(renamed.office, "甲").ok());
  EXPECT_TRUE(perform(renamed.office, "甲", "通过", {}, make_day(2026, 9, 11)).ok()) << "what asks for 便笺 finds it";
  expect_replayed(renamed.office);
}

TEST(MigrateCase, APaperOfAnotherTemplateIsMapped) {
  RenamedPaper renamed("slip");
  const auto lacking = planned(renamed.office);
  ASSERT_TRUE(lacking.at(0).migration) << shown(lacking[0].reasons);
  EXPECT_EQ(lacking[0].papers.at(0).slot, "便笺") << "asked for and not to be made any more";
  MigrationMap map;
  well(add_state(map, "便函=便笺"));
  const auto plans = planned(renamed.office, map);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  EXPECT_TRUE(plans[0].papers.empty());
  ASSERT_TRUE(move(renamed.office, "甲", plans[0].map).ok());
  EXPECT_EQ(renamed.slot(), "便笺");
  ASSERT_TRUE(take_back(renamed.office, "甲").ok());
  EXPECT_EQ(renamed.slot(), "便函") << "as the journal has it";
  expect_replayed(renamed.office);
  const auto file = load_migration_map("<migration xmlns=\"urn:anjuan:migration:1\"><procedure name=\"报告任务\"><paper from=\"便函\" to=\"便笺\"/></procedure></migration>", "对照.xml");
  ASSERT_TRUE(file.ok()) << shown(file);
  EXPECT_TRUE(planned(renamed.office, *file).at(0).papers.empty());
}

TEST(PlanMigration, AMandatoryPaperThatIsPassedWillBeLacking) {
  TwoVersions two;
  well(perform(two.office, "甲", "提交", {{"页数", 3}}, make_day(2026, 9, 9)));
  const std::string more = replace_all(report_round("10"), "as=\"便函\"", "as=\"便函\"/><aj:document template=\"note\" as=\"附函\" mandatory=\"yes\"");
  adopt_files(two.office, {{"report.xml", more}, {"note.xml", note_template("写")}}, "2026-09-10T10:00:00+08:00");
  const auto plans = planned(two.office);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  ASSERT_EQ(plans[0].papers.size(), 1u);
  EXPECT_EQ(plans[0].papers[0].slot, "附函");
  EXPECT_NE(plans[0].papers[0].how.zh.find("装订时缺件"), std::string::npos);
}

TEST(PlanMigration, NamesWhatNoProcedureKnows) {
  Renamed renamed("起草报告");
  MigrationMap map;
  well(add_state(map, "写写=起草"));
  const auto refused = plan_migration(renamed.office.office(), *renamed.office.reading(), {renamed.office.library(), map, {}, today});
  EXPECT_EQ(code_of(refused), "AJ3426");
  MigrationMap unlike;
  well(add_state(unlike, "drafting=起草"));
  EXPECT_EQ(code_of(plan_migration(renamed.office.office(), *renamed.office.reading(), {renamed.office.library(), unlike, {}, today})), "AJ3432");
  EXPECT_EQ(code_of(add_state(map, "写")), "AJ3420");
  EXPECT_EQ(code_of(add_state(map, "写=")), "AJ3429");
  EXPECT_EQ(code_of(add_state(map, "写写=审")), "AJ3430");
  EXPECT_EQ(code_of(add_value(map, "=3")), "AJ3420");
}

TEST(PlanMigration, AProcedureThatIsGoneIsMappedByAFile) {
  TwoVersions two;
  const std::string more = replace_all(report_round("10"), "</datamodel>", "<data id=\"字数\" aj:type=\"integer\" aj:label=\"字数\"/></datamodel>");
  adopt_files(two.office, {{"report.xml", replace_all(more, "name=\"报告任务\"", "name=\"新报告任务\"")}, {"note.xml", note_template("按新样式写")}}, "2026-09-10T10:00:00+08:00");
  const auto gone = planned(two.office);
  EXPECT_TRUE(has_code(gone.at(0).reasons, "AJ3425"));
  const auto map = load_migration_map(R"x(<migration xmlns="urn:anjuan:migration:1"><procedure name="报告任务" to="新报告任务">
      <state from="写" to="写"/><data from="页数" to="页数"/><limit from="报告" to="报告"/><value of="字数">12</value></procedure></migration>)x", "对照.xml");
  ASSERT_TRUE(map.ok()) << shown(map);
  const auto plans = planned(two.office, *map);
  ASSERT_TRUE(plans.at(0).migration) << shown(plans[0].reasons);
  ASSERT_TRUE(move(two.office, "甲", plans[0].map).ok());
  EXPECT_EQ(two.office.case_of("甲").definition, "新报告任务");
  EXPECT_EQ(two.office.case_of("甲").standing.data.at("字数"), Value(12));
  expect_replayed(two.office);
  ASSERT_TRUE(take_back(two.office, "甲").ok());
  EXPECT_EQ(two.office.case_of("甲").definition, "报告任务");
}

TEST(MigrationMap, IsCheckedLikeAnyDefinition) {
  const std::string good = "<migration xmlns=\"urn:anjuan:migration:1\"><procedure name=\"甲\"><state from=\"写\" to=\"起草\"/></procedure></migration>";
  EXPECT_TRUE(check_files({{"对照.xml", good}}).empty()) << shown(check_files({{"对照.xml", good}}));
  EXPECT_TRUE(has_error(check_files({{"对照.xml", replace_all(good, "from=", "form=")}})));
}

TEST(MigrationMap, AWrongFileIsRefusedWithItsPlace) {
  const auto wrong = load_migration_map("<migration xmlns=\"urn:anjuan:migration:1\">\n<procedure name=\"甲\"><state form=\"写\"/></procedure></migration>", "对照.xml");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.diagnostics().front().place.line, 2);
}

/// A round whose cases report to it by an event that can be renamed.
std::string reporting_round(const std::string& event) {
  return round_chart("", "<transition event=\"" + event + "\"/>");
}
std::string reporting_case(const std::string& event) {
  return replace_all(case_chart, "<transition event=\"结束\" target=\"done\"/>", "<transition event=\"结束\" target=\"done\"><send event=\"" + event + "\" target=\"#_parent\"/></transition>");
}

TEST(PlanMigration, ARoundAndItsCasesMoveTogetherOrNotAtAll) {
  FakeOffice office;
  adopt_files(office, {{"round.xml", reporting_round("案件.结束")}, {"case.xml", reporting_case("案件.结束")}});
  support::import_registers(office);
  for (const auto& done : {open_small(office), freeze(office), draw_lots(office), perform(office, "小1", "立案")}) ASSERT_TRUE(done.ok()) << shown(done);
  adopt_files(office, {{"round.xml", reporting_round("案件.办结")}, {"case.xml", reporting_case("案件.办结")}}, "2026-09-10T09:00:00+08:00");
  for (const CasePlan& plan : planned(office)) EXPECT_TRUE(plan.migration) << plan.id.text() << shown(plan.reasons);
  const auto alone = planned(office, {}, {CaseId("小1-01")});
  ASSERT_EQ(alone.size(), 1u);
  ASSERT_TRUE(has_code(alone[0].reasons, "AJ3421")) << shown(alone[0].reasons);
  EXPECT_EQ(sentence(alone[0].reasons.front(), Language::chinese), "任务“小1”仍按旧版办理，不接收新流程发出的“案件.办结”");
  EXPECT_TRUE(has_code(planned(office, {}, {CaseId("小1")}).at(0).reasons, "AJ3421"));
}

}  // namespace
}  // namespace anjuan::handling
