// Versions of a register: what changed, why, and that nobody vanishes.

#include "registers/register.h"

#include "json/json.h"
#include "registers/county.h"
#include "registers/fields.h"
#include "registers/revision.h"

namespace anjuan::registers {
namespace {

std::vector<InspectionTarget> county_targets() {
  return imported<InspectionTarget>(file_bytes(targets_file)).rows;
}

TEST(Revise, MakesTheFirstVersionAndTheNext) {
  const auto first = revise<InspectionTarget>({}, county_targets(), "首次建库", make_day(2025, 12, 22));
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first->version, 1);
  EXPECT_EQ(first->digest.size(), 64u);
  EXPECT_EQ(first->find("990128GZ001")->name, "岚东省澄阳县公证处");
  const auto same = revise(*first, first->rows, "经核对无变化", make_day(2026, 12, 20));
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(same->version, 2);
  EXPECT_EQ(same->digest, first->digest);
}

// R04‑1 and R06‑3: no deletion, no change without a reason.
TEST(Revise, RefusesDroppedRowsAndMissingReasons) {
  const auto first = revise<InspectionTarget>({}, county_targets(), "首次建库", make_day(2025, 12, 22));
  auto rows = first->rows;
  rows.erase(rows.begin() + 2);
  const auto refused = revise(*first, rows, "　", make_day(2026, 1, 1));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes(refused.diagnostics()), (Strings{"AJ2141:0 ", "AJ2142:0 "}));
}

TEST(Differences, TellsAddedDroppedAndChangedFields) {
  const auto before = county_targets();
  auto after = before;
  after.erase(after.begin());
  after[0].phone = "0999-1";
  after[0].complaints = 2;
  after.push_back(before[0]);
  after.back().id = "新";
  const Differences found = differences(before, after);
  EXPECT_EQ(found.added, Strings{"新"});
  EXPECT_EQ(found.dropped, Strings{"990128LS001"});
  const ChangedField complaints{"990128LS002", "岚东清渠律师事务所", "投诉件数", "1", "2"};
  const ChangedField phone{"990128LS002", "岚东清渠律师事务所", "电话", "0999-7210012", "0999-1"};
  ASSERT_EQ(found.changed.size(), 2u);
  EXPECT_NE(std::find(found.changed.begin(), found.changed.end(), complaints), found.changed.end());
  EXPECT_NE(std::find(found.changed.begin(), found.changed.end(), phone), found.changed.end());
  EXPECT_TRUE(differences(before, before).empty());
}

/// Both ways to the next version: from rows, and from the text that is kept.
void expect_the_same(const Register<InspectionTarget>& before, const std::vector<InspectionTarget>& rows) {
  const Value kept = register_to_value(before);
  const auto by_rows = revise(before, rows, "更新", make_day(2026, 12, 20), "甲");
  const auto by_text = revision_of(kept, rows, "更新", make_day(2026, 12, 20), "甲");
  ASSERT_EQ(by_rows.ok(), by_text.ok());
  if (!by_rows.ok()) {
    ASSERT_EQ(by_text.diagnostics().size(), by_rows.diagnostics().size());
    for (std::size_t i = 0; i < by_rows.diagnostics().size(); ++i) EXPECT_EQ(sentence(by_text.diagnostics()[i], Language::chinese), sentence(by_rows.diagnostics()[i], Language::chinese));
    return;
  }
  EXPECT_EQ(json::write(by_text->body), json::write(register_to_value(*by_rows)));
  const Differences expected = differences(before.rows, rows);
  EXPECT_EQ(by_text->differences.added, expected.added);
  EXPECT_EQ(by_text->differences.changed, expected.changed);
  EXPECT_EQ(by_text->version, before.version + 1);
}

// A register is compared as text, line by line; what it tells is what a comparison of all rows tells.
TEST(RevisionOf, TellsTheSameAsAllRowsCompared) {
  const auto first = revise<InspectionTarget>({}, county_targets(), "首次建库", make_day(2025, 12, 22));
  const auto with = [&](auto change) {
    auto rows = first->rows;
    change(rows);
    expect_the_same(*first, rows);
  };
  with([](auto&) {});
  with([](auto& rows) { rows[3].phone = "0999-1", rows[17].complaints = 9; });
  with([](auto& rows) { std::swap(rows[2], rows[11]); });
  with([](auto& rows) { std::reverse(rows.begin(), rows.end()); });
  with([](auto& rows) { rows.insert(rows.begin() + 5, rows[0]), rows[5].id = "新", rows[9].name = "改名"; });
  with([](auto& rows) { rows.push_back(rows[0]), rows.back().id = "新"; });
  with([](auto& rows) { rows.erase(rows.begin() + 2), rows.erase(rows.begin() + 9); });
  with([](auto& rows) { rows[4].id = "换了编号"; });
  with([](auto& rows) { rows[4].others.insert_or_assign("新增的列", Value("有")); });
  const auto made = revision_of(Value(), first->rows, "首次建库", make_day(2025, 12, 22));
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(json::write(made->body), json::write(register_to_value(*first)));
  EXPECT_EQ(made->differences.added.size(), first->rows.size());
}

TEST(RegisterValue, ComesBackTheSameFromItsJson) {
  const auto inspectors = revise<Inspector>({}, imported<Inspector>(file_bytes(inspectors_file)).rows,
                                            "首次建库", make_day(2025, 12, 22));
  const auto items = revise<InspectionItem>({}, imported<InspectionItem>(file_bytes(items_file)).rows,
                                            "首次建库", make_day(2025, 12, 22));
  ASSERT_TRUE(inspectors.ok() && items.ok());
  const auto again = json::read(json::write(register_to_value(*inspectors)), Place{"a"});
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(register_of<Inspector>(*again).rows, inspectors->rows);
  EXPECT_EQ(register_of<Inspector>(*again).digest, inspectors->digest);
  const auto items_again = json::read(json::write(register_to_value(*items)), Place{"a"});
  EXPECT_EQ(register_of<InspectionItem>(*items_again).rows, items->rows);
}

TEST(RegisterValue, KeepsEverySignOfACellAndTheColumnsThatABureauAdded) {
  auto rows = county_targets();
  rows[0].address = "甲|乙^丙\n丁\\戊\t己^p";
  rows[0].others = {{"党组织", Value(true)}, {"人数", Value(std::int64_t{-3})}, {"比例", Value(make_decimal(125, 1))}, {"成立", Value(make_day(2020, 2, 29))},
                    {"关联", Value(List{"A1", "A2"})}, {"说明|", Value("是^否")}};
  rows[1].others = {{"说明|", Value("只有这一家写")}};
  const auto made = revise<InspectionTarget>({}, rows, "首次建库", make_day(2025, 12, 22), "苏令仪");
  ASSERT_TRUE(made.ok());
  const auto again = json::read(json::write(register_to_value(*made)), Place{"a"});
  ASSERT_TRUE(again.ok());
  const auto read = register_of<InspectionTarget>(*again);
  EXPECT_EQ(read.rows, rows);
  EXPECT_EQ(read.approver, "苏令仪");
}

// Offices of earlier versions kept their rows as records.
TEST(RegisterValue, IsReadAsItWasKeptBefore) {
  const auto rows = county_targets();
  List records;
  for (const InspectionTarget& row : rows) records.push_back(to_value(row));
  EXPECT_EQ(register_of<InspectionTarget>(Fields{{"version", 1}, {"rows", records}}).rows, rows);
}

TEST(CheckReferences, WarnsOfIdsThatNoTargetHas) {
  const auto targets = county_targets();
  auto people = imported<Practitioner>(file_bytes(practitioners_file)).rows;
  auto inspectors = imported<Inspector>(file_bytes(inspectors_file)).rows;
  EXPECT_TRUE(check_references(people, targets).empty());
  EXPECT_TRUE(check_references(inspectors, targets).empty());
  people[0].target = "没有";
  inspectors[0].interests = {"也没有"};
  EXPECT_EQ(codes(check_references(people, targets)), (Strings{"AJ2140:0 "}));
  EXPECT_EQ(codes(check_references(inspectors, targets)), (Strings{"AJ2140:0 "}));
}

}  // namespace
}  // namespace anjuan::registers
