// The acts of an office: whole or not at all, refused ones on record, numbers without gaps.

#include "handling/handle.h"

#include "handling/messages.h"
#include "handling/small_charts.h"
#include "store/database.h"
#include "store/verify_store.h"

namespace anjuan::handling {
namespace {

using support::Desk;

/// "检通 2026 1 issued" of each number taken, in order.
std::vector<std::string> numbers(const FakeOffice& office, const std::string& code) {
  const auto database = well(store::Database::open(office.folder() + "/office.db", store::Database::Use::reading, std::chrono::seconds(2)));
  store::Query query(database, "SELECT n, state, reason FROM numbers WHERE code = ?1 ORDER BY year, n", code);
  std::vector<std::string> out;
  while (well(query.next())) out.push_back(std::to_string(query.integer(0)) + " " + query.text(1) + (query.text(2).empty() ? "" : " " + query.text(2)));
  return out;
}
using Numbers = std::vector<std::string>;

TEST(OpenRound, NamesTheProceduresThereAre) {
  FakeOffice fake;
  const auto refused = open_small(fake, "小1", "inspection-rond");
  EXPECT_EQ(code_of(refused), "AJ2801");
  EXPECT_NE(shown(refused).find("inspection-round"), std::string::npos);
}

TEST(OpenRound, TakesTheProcedureOfARoundOnly) {
  FakeOffice fake;
  EXPECT_EQ(code_of(open_small(fake, "小1", "inspection-case")), "AJ2809");
}

TEST(OpenRound, RefusesAnIdInUse) {
  FakeOffice fake;
  EXPECT_TRUE(open_small(fake, "2026-1", "inspection-round").ok());
  EXPECT_EQ(code_of(open_small(fake, "2026-1", "inspection-round")), "AJ2810");
}

TEST(OpenRound, RefusesAnIdThatCouldNotNameAFolder) {
  FakeOffice fake;
  for (const char* id : {"", "../x", "a/b", "-1", "a b"}) EXPECT_EQ(code_of(open_small(fake, id, "inspection-round")), "AJ2811") << id;
}

TEST(OpenRound, SaysThatNothingOfThatNameIsHere) {
  FakeOffice fake;
  EXPECT_EQ(code_of(perform(fake, "没有", "提交方案")), "AJ2905");
}

// An act has a signatory and a recorder; outside an exercise the recorder is a person of the office.
TEST(Recorder, MustBeAPersonOfTheOffice) {
  FakeOffice fake;
  fake.change_bureau([](cases::Bureau& bureau) { bureau.exercise = false; });
  Office office = fake.office();
  Act act = fake.act(today, "陆明舟", "某某");
  const auto refused = open_round(office, CaseId("2026-1"), "inspection-round", act);
  EXPECT_EQ(code_of(refused), "AJ2812");
}

TEST(Recorder, MayBeAnybodyInAnExerciseAndIsKeptApartFromTheSignatory) {
  FakeOffice fake;
  Office office = fake.office();
  well(open_round(office, CaseId("2026-1"), "inspection-round", fake.act(today, "陆明舟", "实习生")));
  const Value entry = fake.last_entry();
  EXPECT_EQ(entry.field("signatory").text_or_empty(), "陆明舟");
  EXPECT_EQ(entry.field("recorder").field("姓名").text_or_empty(), "实习生");
  EXPECT_EQ(entry.field("on").date(), today);
  EXPECT_FALSE(entry.field("recorded").text_or_empty().empty());
}

TEST(Handle, RefusesADateBeforeTheLastActOfTheCase) {
  SmallRound round;
  well(freeze(round.office));
  well(type_twice(round.office));
  well(perform(round.office, "小1", "抽取", {{"密数", secret}}, today + std::chrono::days(3)));
  well(perform(round.office, "小1", "作废", {}, today + std::chrono::days(5)));
  const auto refused = perform(round.office, "小1", "作废", {}, today + std::chrono::days(2));
  ASSERT_EQ(code_of(refused), "AJ2862") << shown(refused);
  EXPECT_EQ(refused.diagnostics().front().values.at(1).zh, official(today + std::chrono::days(5))) << "the last act, not the next later one";
}

// 责任可追溯: who tried what, and why it was refused, stays on record.
TEST(Handle, RecordsARefusedAttempt) {
  FakeOffice fake;
  well(open_small(fake, "2026-1", "inspection-round"));
  const std::size_t before = fake.journal().size();
  const auto refused = perform(fake, "2026-1", "抽取");
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(fake.journal().size(), before + 1);
  const Value entry = fake.last_entry();
  EXPECT_EQ(entry.field("kind").text_or_empty(), "refused");
  EXPECT_EQ(entry.field("attempted").text_or_empty(), "event");
  EXPECT_EQ(entry.field("event").text_or_empty(), "抽取");
  EXPECT_EQ(entry.field("signatory").text_or_empty(), "陆明舟");
  const Value& why = entry.field("because").list().front();
  EXPECT_EQ(why.field("code").text_or_empty(), code_of(refused));
  EXPECT_FALSE(why.field("en").text_or_empty().empty()) << "an old entry can be read in either language";
}

/// Small cases whose events make a numbered paper.
struct Numbered : SmallRound {
  Numbered() {
    well(freeze(office));
    well(draw_lots(office));
    well(perform(office, "小1", "立案"));
  }
};

TEST(Handle, NeedsTheNumberBookOfAPaper) {
  Numbered small;
  small.office.change_bureau([](cases::Bureau& bureau) { std::erase_if(bureau.codes, [](const auto& c) { return c.code == "检通"; }); });
  EXPECT_EQ(code_of(perform(small.office, "小1-01", "发通知")), "AJ2705");
}

/// A case that has come as far as its notice.
FakeOffice& before_the_notice() {
  static const std::unique_ptr<FakeOffice> office = [] {
    auto fake = std::make_unique<FakeOffice>();
    Desk desk;
    for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义") continue;
      if (act.verb == "办" && act.words[1] == "制发检查通知书" && !act.refused) break;
      const auto done = support::perform(*fake, desk, act);
      EXPECT_EQ(done.ok(), !act.refused) << act.line << shown(done);
    }
    return fake;
  }();
  return *office;
}
const Day notice_day = make_day(2026, 9, 14);

TEST(Handle, TakesNoNumberForARefusedAct) {
  FakeOffice fake(before_the_notice());
  Office office = fake.office();
  Act act = fake.act(notice_day, "温如故", "陆明舟");  // the archivist may not
  act.event = "制发检查通知书";
  ASSERT_FALSE(handle(office, CaseId("2026-1-01"), act).ok());
  EXPECT_EQ(numbers(fake, "检通"), Numbers{});
  well(perform(fake, "2026-1-01", "制发检查通知书", {}, notice_day));
  EXPECT_EQ(numbers(fake, "检通"), Numbers{"1 issued"});
  EXPECT_EQ(cases::paper_in(fake.case_of("2026-1-01"), "行政检查通知书")->number, "澄司检通〔2026〕1号");
}

/// The library's template with other words.
void change_template(FakeOffice& fake, const std::string& id, const std::string& from, const std::string& to) {
  std::vector<SourceFile> files = support::shipped().files;
  for (SourceFile& file : files) {
    if (file.path == "templates/" + id + ".xml") file.bytes = replace_all(file.bytes, from, to);
  }
  fake.library().templates.at(id) = load_library(files).library.templates.at(id);
}

// The paper of an act cannot be composed: number, files, case and state stay as they were.
TEST(Handle, UndoesEverythingWhenAPaperFails) {
  FakeOffice fake(before_the_notice());
  change_template(fake, "inspection-notice", "{检查地点", "{没有这一项}{检查地点");
  const Value before = fake.row_of("2026-1-01").body;
  const auto refused = perform(fake, "2026-1-01", "制发检查通知书", {}, notice_day);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(fake.row_of("2026-1-01").body, before);
  EXPECT_EQ(numbers(fake, "检通"), Numbers{});
  EXPECT_EQ(fake.last_entry().field("kind").text_or_empty(), "refused");
  fake.library() = support::shipped().library;
  well(perform(fake, "2026-1-01", "制发检查通知书", {}, notice_day));
  EXPECT_EQ(numbers(fake, "检通"), Numbers{"1 issued"});
  const Diagnostics found = store::verify_store(fake.folder());
  EXPECT_TRUE(found.empty()) << shown(found);
}

TEST(Handle, NeedsTheTemplateOfAPaper) {
  FakeOffice fake(before_the_notice());
  fake.library().templates.erase("inspection-notice");
  EXPECT_EQ(code_of(perform(fake, "2026-1-01", "制发检查通知书", {}, notice_day)), "AJ2802");
  EXPECT_EQ(numbers(fake, "检通"), Numbers{});
}

// 作废 in the open: the number stays in the book with its reason and is never given again.
TEST(AnnulPaper, KeepsTheNumberAndGoesOnWithTheNext) {
  FakeOffice fake(before_the_notice());
  well(perform(fake, "2026-1-01", "制发检查通知书", {}, notice_day));
  Office office = fake.office();
  well(annul_paper(office, CaseId("2026-1-01"), "行政检查通知书", "地点写错", fake.act(notice_day, "陆明舟", "陆明舟")));
  EXPECT_EQ(numbers(fake, "检通"), Numbers{"1 void 地点写错"});
  const auto more = [&](const std::string& id) {
    Desk desk{"陆明舟", "", {}};
    for (const stories::ScriptAct& act : support::acts_of(
             "日期 2026-09-14\n办 " + id + " 提交检查审批 由 陆明舟\n  检查方式 = 实地检查\n  检查起 = 2026-09-16\n  检查止 = 2026-09-16\n  检查地点 = 本所\n"
             "办 " + id + " 批准检查 由 裴承远\n  审批意见 = 同意\n办 " + id + " 声明利害关系 由 褚怀瑾\n  有利害关系 = 否\n"
             "办 " + id + " 声明利害关系 由 晏知秋\n  有利害关系 = 否\n办 " + id + " 制发检查通知书 由 陆明舟\n")) {
      well(support::perform(fake, desk, act));
    }
  };
  more("2026-1-02");
  EXPECT_EQ(numbers(fake, "检通"), (Numbers{"1 void 地点写错", "2 issued"}));
  EXPECT_EQ(cases::paper_in(fake.case_of("2026-1-02"), "行政检查通知书")->number, "澄司检通〔2026〕2号");
}

TEST(PlayedRound, LeavesNumberBooksWithoutGaps) {
  FakeOffice& fake = support::played_round();
  for (const cases::NumberCode& code : fake.library().bureau->codes) {
    std::int64_t next = 1;
    for (const std::string& number : numbers(fake, code.code)) EXPECT_TRUE(number.starts_with(std::to_string(next++) + " ")) << code.code << " " << number;
  }
}

TEST(PlayedRound, Verifies) {
  const Diagnostics found = store::verify_store(support::played_round().folder());
  EXPECT_TRUE(found.empty()) << shown(found);
}

TEST(PlayedRound, FinishesAllItsCases) {
  FakeOffice& fake = support::played_round();
  const auto rows = well(fake.reading()->list_cases(false));
  ASSERT_EQ(rows.size(), 8u);
  for (const cases::CaseRow& row : rows) EXPECT_TRUE(row.finished) << row.id.text() << " " << row.label;
}

TEST(PlayedRound, RecordsEachRefusalOfTheScript) {
  std::size_t refused = 0, recorded = 0;
  for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) refused += act.refused && act.verb != "导入" ? 1 : 0;
  FakeOffice& fake = support::played_round();
  for (const journal::Entry& entry : fake.journal()) recorded += well(json::read(entry.text, Place{})).field("kind").text_or_empty() == "refused" ? 1 : 0;
  EXPECT_EQ(recorded, refused);
}

// The same acts give the same bytes: nothing comes from the clock, the machine or chance.
TEST(PlayedRound, GivesTheSameBytesAgain) {
  const auto again = support::play("round.acts");
  const auto first = support::played_round().journal(), second = again->journal();
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) ASSERT_EQ(first[i].text, second[i].text) << "entry " << i + 1;
  EXPECT_EQ(first.back().digest, second.back().digest);
  std::map<std::string, std::string> files[2];
  const FakeOffice* offices[2] = {&support::played_round(), again.get()};
  for (int i = 0; i < 2; ++i) {
    for (const auto& entry : support::fs::recursive_directory_iterator(offices[i]->folder() + "/files")) {
      if (entry.is_regular_file()) files[i][entry.path().filename().string()] = sha256(support::read_bytes(entry.path()));
    }
  }
  EXPECT_GT(files[0].size(), 200u);
  EXPECT_EQ(files[0], files[1]);
}

}  // namespace
}  // namespace anjuan::handling
