// Registers in an office: what an import would change, who is missing, and what of them may be published.

#include "handling/import_register.h"
#include "handling/licence_check.h"
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

}  // namespace
}  // namespace anjuan::handling
