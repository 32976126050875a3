// Registers in an office: what an import would change, who is missing, and what of them may be published.

#include "handling/import_register.h"
#include "handling/licence_check.h"
#include "handling/list_publication.h"
#include "handling/public_view.h"
#include "handling/register_versions.h"
#include "handling/small_charts.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

using registers::RegisterKind;

std::string county_file(const char* name) { return support::read_bytes(support::county / name); }
const char* const targets_csv = "检查对象名录库_机构.csv";

Result<ImportedRegister> import_targets(SmallRound& round, const std::string& bytes, bool only_show) {
  Office office = round.office.office();
  return import_register(office, "检查对象", {"名录.csv", bytes, "年度更新", false, only_show}, round.office.act(today, "苏令仪", "陆明舟"));
}

TEST(Import, ShowsTheDifferenceAndChangesNothingWhenAsked) {
  SmallRound round;
  const std::string changed = replace_all(county_file(targets_csv), "0999-7210011", "0999-7219999");
  const std::size_t entries = round.office.journal().size();
  const ImportedRegister shown = well(import_targets(round, changed, true));
  ASSERT_EQ(shown.differences.changed.size(), 1u);
  EXPECT_EQ(shown.differences.changed[0], (registers::ChangedField{"990128LS001", "岚东砚衡律师事务所", "电话", "0999-7210011", "0999-7219999"}));
  EXPECT_FALSE(shown.applied);
  EXPECT_EQ(round.office.journal().size(), entries);
  EXPECT_EQ(well(versions_of(round.office.office(), RegisterKind::targets)).size(), 1u);
  EXPECT_TRUE(well(import_targets(round, changed, false)).applied);
  const VersionDifference difference = well(compare_versions(round.office.office(), RegisterKind::targets, 0, 0));
  EXPECT_EQ(difference.from, 1);
  EXPECT_EQ(difference.approver, "苏令仪");
  EXPECT_EQ(difference.differences.changed, shown.differences.changed);
  const DifferenceReport report{"检查对象名录库", difference, today, *parse_moment("2026-09-09T09:00:00+08:00")};
  EXPECT_EQ(well(difference_pdf(round.office.office(), report)).substr(0, 5), "%PDF-");
  EXPECT_EQ(well(difference_workbook(round.office.office(), report)).substr(0, 2), "PK");
}

// R04-1: nobody is deleted; he leaves with a day and a reason.
TEST(Import, RefusesToForgetARow) {
  SmallRound round;
  std::string short_one = county_file(targets_csv);
  short_one.erase(short_one.find("19,990128JC009"));
  const auto refused = import_targets(round, short_one, true);
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(has_code(refused.diagnostics(), "AJ2142")) << shown(refused);
}

TEST(CheckLicences, TellsWhoIsMissingOnEitherSide) {
  SmallRound round;
  const std::string list = "许可证号,名称\n31990128MD0100017M,岚东砚衡律师事务所\n31990128MD9999999X,岚东新设律师事务所\n31990128MD0100076Q,岚东明廓律师事务所\n";
  const LicenceCheck found = well(check_licences(round.office.office(), RegisterKind::targets, list, "许可.csv"));
  EXPECT_EQ(found.key, "执业许可证号");
  ASSERT_EQ(found.not_registered.size(), 1u);
  EXPECT_EQ(found.not_registered[0].name, "岚东新设律师事务所");
  EXPECT_EQ(found.not_registered[0].line, 3);
  ASSERT_EQ(found.out_of_base.size(), 1u) << "suspended in the register";
  EXPECT_EQ(found.not_listed.size(), 17u);
  EXPECT_FALSE(found.complete());
  EXPECT_EQ(code_of(check_licences(round.office.office(), RegisterKind::targets, "名称,住所\n甲,乙\n", "许可.csv")), "AJ2889");
}

/// The words of a PDF, without white space.
std::string words_of(const std::string& pdf) {
  const support::TemporaryFolder folder;
  support::write_bytes(folder.path() + "/a.pdf", pdf);
  std::string words = support::shell("pdftotext -layout '" + folder.path() + "/a.pdf' - 2>/dev/null").out;
  for (const char* blank : {" ", "\n", "\f"}) words = replace_all(std::move(words), blank, "");
  return words;
}

/// All texts of the cells of a workbook.
std::string cells_of(const std::string& xlsx) {
  std::string out;
  const sheets::ReadWorkbook book = well(sheets::read_xlsx(xlsx, "a.xlsx"));
  for (const auto& sheet : book.sheets) {
    for (const auto& [at, text] : sheet.cells) out += text + "\n";
  }
  return out;
}

// R06-1, PIPL: four lists are published, and in them nothing personal.
TEST(PublicView, HoldsWhatMayBePublishedAndNothingElse) {
  SmallRound round;
  const Office office = round.office.office();
  const Moment printed = *parse_moment("2026-09-09T09:00:00+08:00");
  const PublicView people = well(public_view(office, {RegisterKind::inspectors, 0, today, printed}));
  const PublicView targets = well(public_view(office, {RegisterKind::targets, 0, today, printed}));
  const PublicView practitioners = well(public_view(office, {RegisterKind::practitioners, 0, today, printed}));
  const PublicView items = well(public_view(office, {RegisterKind::items, 0, today, printed}));
  for (const std::string& words : {words_of(people.pdf), cells_of(people.xlsx)}) {
    EXPECT_NE(words.find("99012811001"), std::string::npos) << words;
    for (const char* never : {"12020104729", "配偶", "990128LS002", "股长"}) EXPECT_EQ(words.find(never), std::string::npos) << never;
  }
  for (const std::string& words : {words_of(targets.pdf), cells_of(targets.xlsx)}) {
    EXPECT_NE(words.find("31990128MD0100017M"), std::string::npos);
    for (const char* never : {"0999-7210011", "建安路18号", "投诉"}) EXPECT_EQ(words.find(never), std::string::npos) << never;
  }
  for (const std::string& words : {words_of(practitioners.pdf), cells_of(practitioners.xlsx)}) {
    EXPECT_NE(words.find("19901200410100037"), std::string::npos);
    for (const char* never : {"990128197803120034", "12010007919"}) EXPECT_EQ(words.find(never), std::string::npos) << never;
  }
  EXPECT_NE(cells_of(items.xlsx).find("30%"), std::string::npos);
  EXPECT_EQ(targets.rows, 20u);
}

TEST(PublicView, IsOfPublicListsOnly) {
  SmallRound round;
  Office office = round.office.office();
  well(import_register(office, "checks", {"台账.csv", "检查编号,对象编号,检查日期,检查种类,计入频次,计入覆盖\nT1,990128GZ001,2026-05-06,书面检查,否,是\n", "补录"}, round.office.act(today, "陆明舟", "陆明舟")));
  EXPECT_EQ(code_of(public_view(office, {RegisterKind::checks, 0, today, {}})), "AJ2888");
  EXPECT_EQ(code_of(public_view(office, {RegisterKind::plan, 0, today, {}})), "AJ2830") << "there is none yet";
}

// ---- 四项公开: two channels, each with its receipt ----

const std::string county_site = "县政府门户网站", own_media = "本单位新媒体";

ListReceipt receipt_on(const std::string& channel) {
  return {RegisterKind::inspectors, 0, channel, "https://www.chengyang.example/gk/1.html", "2026-09-09", "a picture", "截图.png"};
}

Result<ListReceived> receive(SmallRound& round, const ListReceipt& receipt) {
  Office office = round.office.office();
  return record_list_receipt(office, receipt, round.office.act(today, "陆明舟", "陆明舟"));
}

ListStanding standing_now(SmallRound& round, std::int64_t version = 1) {
  const auto standing = well(list_standing(*round.office.reading(), *round.office.library().registers, RegisterKind::inspectors, version));
  if (!standing) throw std::runtime_error("no public list");
  return *standing;
}

// R06-2: one channel is not enough.
TEST(ListReceipts, MakeAListPublishedWhenEveryChannelHasOne) {
  SmallRound round;
  EXPECT_EQ(standing_now(round).missing, (std::vector<std::string>{county_site, own_media}));
  EXPECT_EQ(well(receive(round, receipt_on(county_site))).standing.missing, std::vector<std::string>{own_media});
  EXPECT_EQ(standing_now(round).missing, std::vector<std::string>{own_media});
  well(receive(round, receipt_on(own_media)));
  EXPECT_TRUE(standing_now(round).missing.empty());
  const journal::Entry last = round.office.journal().back();
  for (const char* told : {"list-receipt", "inspectors", "本单位新媒体", "https://www.chengyang.example/gk/1.html", "截图.png"}) EXPECT_NE(last.text.find(told), std::string::npos) << told;
  EXPECT_EQ(well(round.office.reading()->read_file(sha256("a picture"))), "a picture");
  EXPECT_EQ(standing_now(round, 2).missing.size(), 2u) << "another version is published anew";
}

TEST(ListReceipts, AreRefusedWhereTheyShowNothing) {
  SmallRound round;
  well(receive(round, receipt_on(county_site)));
  const auto with = [](auto change) {
    ListReceipt receipt = receipt_on(own_media);
    change(receipt);
    return receipt;
  };
  const std::pair<ListReceipt, const char*> wrong[] = {
      {receipt_on("公告栏"), "AJ2895"},
      {receipt_on(county_site), "AJ2896"},
      {with([](auto& r) { r.time = "2026-08-01"; }), "AJ2899"},  // the version is of 2026-08-31
      {with([](auto& r) { r.time = "2026-09-10"; }), "AJ2899"},  // tomorrow
      {with([](auto& r) { r.time = "前天"; }), "AJ2652"},
      {with([](auto& r) { r.address = "公告栏"; }), "AJ2652"},
      {with([](auto& r) { r.screenshot = ""; }), "AJ2651"},
      {with([](auto& r) { r.version = 7; }), "AJ2830"},
      {with([](auto& r) { r.kind = RegisterKind::checks; }), "AJ2888"}};
  for (const auto& [receipt, code] : wrong) EXPECT_EQ(code_of(receive(round, receipt)), code);
  EXPECT_EQ(standing_now(round).missing, std::vector<std::string>{own_media});
}

TEST(ListReceipts, NeedChannelsInTheDefinition) {
  SmallRound round;
  registers::Mapping mapping = *round.office.library().registers;
  mapping.publication.reset();
  round.office.library().registers = std::make_shared<const registers::Mapping>(mapping);
  EXPECT_EQ(code_of(receive(round, receipt_on(county_site))), "AJ2894");
}

// 信息公开条例 §26: twenty working days; who looks at what is due sees it five days before.
TEST(ListReceipts, AreRemindedOfBeforeTheirTimeIsUp) {
  SmallRound round;
  const auto due_on = [&](Day on) {
    const auto rows = well(lists_to_publish(*round.office.reading(), *round.office.library().registers, round.office.office().calendar, on));
    std::vector<std::string> out;
    for (const DueRow& row : rows) out.push_back(row.id.text() + " " + iso(row.due) + (row.overdue ? " overdue" : ""));
    return out;
  };
  const Day made = well(round.office.reading()->load_register("inspectors"))->on;
  const Day last = round.office.office().calendar.deadline(made, {20, calendar::Unit::working_days, {}}).due;
  EXPECT_TRUE(due_on(made).empty());
  well(receive(round, receipt_on(county_site)));
  const std::vector<std::string> before = due_on(last);
  EXPECT_NE(std::find(before.begin(), before.end(), "inspectors " + iso(last)), before.end()) << "one channel only";
  well(receive(round, receipt_on(own_media)));
  for (const std::string& row : due_on(last + std::chrono::days(1))) EXPECT_EQ(row.find("inspectors"), std::string::npos) << row;
  EXPECT_NE(due_on(last + std::chrono::days(1)).front().find("overdue"), std::string::npos) << "the other lists";
}

}  // namespace
}  // namespace anjuan::handling
