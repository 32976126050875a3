#include "publication/publishable.h"

#include <gtest/gtest.h>

#include "publication/sensitive.h"
#include "results.h"
#include "sheets/sheets.h"

namespace anjuan::publication {
namespace {

PublishedTable table(ColumnKind kind, std::string cell) {
  return {{{"序号", ColumnKind::open_text}, {"内容", kind}}, {{"1", std::move(cell)}}};
}

TEST(CheckPublishable, AcceptsWhatPublicRegistersShow) {
  EXPECT_TRUE(check_publishable(table(ColumnKind::uscc, "31990128MD0100017M"), {}, "").empty());
  EXPECT_TRUE(check_publishable(table(ColumnKind::licence, "19901200810100111"), {}, "").empty());
  EXPECT_TRUE(check_publishable(table(ColumnKind::open_text, "19901200810100111"), {}, "").empty());
  EXPECT_TRUE(check_publishable(table(ColumnKind::licence, "62220212345678903"), {}, "").empty());
  EXPECT_TRUE(check_publishable(table(ColumnKind::practitioner, "岑砚舟"), {}, "").empty());
  // A certificate of a province whose code begins with 13 looks like a mobile number.
  EXPECT_TRUE(check_publishable(table(ColumnKind::certificate, "13012811001"), {}, "").empty());
  EXPECT_FALSE(check_publishable(table(ColumnKind::inspector, "13012811001"), {}, "").empty());
}

TEST(CheckPublishable, NamesRowColumnAndKindAndMasksTheNumber) {
  const Diagnostics found =
      check_publishable(table(ColumnKind::open_text, "990128197803120034"), {}, "公示表");
  ASSERT_EQ(codes(found), Codes{"AJ2620"});
  EXPECT_EQ(sentence(found[0], Language::chinese),
            "第1行“内容”一栏含有身份证件号码（990*************34），不得公开");
  EXPECT_EQ(sentence(found[0], Language::english),
            "row 1, column “内容” holds the identity number 990*************34, which may not be published");
}

TEST(CheckPublishable, FindsIdentityNumbersInEveryColumn) {
  for (const ColumnKind kind : {ColumnKind::uscc, ColumnKind::licence, ColumnKind::certificate}) {
    EXPECT_EQ(codes(check_publishable(table(kind, "990128197803120034"), {}, "")), Codes{"AJ2620"});
  }
}

TEST(CheckPublishable, RefusesColumnsThatHoldPersonalMatter) {
  for (const char* word : {"identity-number", "phone", "bank-card", "home-address", "client-name",
                           "complainant", "signature", "health", "personal"}) {
    const auto kind = parse_column_kind(word);
    ASSERT_TRUE(kind.has_value()) << word;
    EXPECT_FALSE(may_be_published(*kind)) << word;
    EXPECT_EQ(codes(check_publishable(table(*kind, "13812345678"), {}, "")), Codes{"AJ2621"}) << word;
  }
  EXPECT_EQ(parse_column_kind("secret"), std::nullopt);
  EXPECT_EQ(column_kind_words().size(), 15u);
}

TEST(CheckPublishable, FindsNumbersInHeadings) {
  PublishedTable heading{{{"电话13812345678", ColumnKind::open_text}}, {}};
  EXPECT_EQ(codes(check_publishable(heading, {}, "")), Codes{"AJ2620"});
}

TEST(CheckPublishable, FindsPrivateWordsOfTheCase) {
  const Screening screening{{{ColumnKind::client_name, "王小明"}, {ColumnKind::complainant, ""}}, {}};
  const Diagnostics found =
      check_publishable("委托人王小明的卷宗缺少合同", {"正文", "the text"}, screening, "");
  ASSERT_EQ(codes(found), Codes{"AJ2622"});
  EXPECT_EQ(sentence(found[0], Language::chinese), "正文含有委托人、当事人姓名（王某），不得公开");
  EXPECT_TRUE(check_publishable("一份卷宗缺少合同", {"正文", "the text"}, screening, "").empty());
}

TEST(CheckPublishable, PermitsNumbersOfThePublicColumnsInTheTextToo) {
  const std::string text = "执业证号62220212345678903";
  EXPECT_FALSE(check_publishable(text, {"正文", "the text"}, {}, "").empty());
  const Screening screening = with_permitted({}, table(ColumnKind::licence, "62220212345678903"));
  EXPECT_TRUE(check_publishable(text, {"正文", "the text"}, screening, "").empty());
  const Screening none = with_permitted({}, table(ColumnKind::licence, "990128197803120034"));
  EXPECT_TRUE(none.permitted.empty());  // an identity number is permitted nowhere
}

TEST(CheckPublishable, SearchesAWorkbookWithItsPropertiesAndHiddenSheets) {
  sheets::Workbook workbook;
  workbook.author = "王小明13812345678";
  workbook.properties["编制"] = "990128197803120034";
  sheets::Sheet sheet;
  sheet.name = "底稿";
  sheet.hidden = true;
  sheet.cells.push_back({{2, 1}, "6222021234567890128", {}, {2, 1}});
  workbook.sheets.push_back(sheet);
  const Diagnostics found = check_publishable(workbook, {}, "");
  EXPECT_EQ(codes(found), (Codes{"AJ2620", "AJ2620", "AJ2623", "AJ2620"}));
  EXPECT_EQ(found[3].values[0].zh, "“底稿”B3格");
}

/// The register of practitioners of the example county: identity numbers are found, licence numbers
/// and the invented telephone numbers (they begin with 120) are not.
TEST(CheckPublishable, TellsTheColumnsOfTheExampleRegisterApart) {
  std::ifstream in(ANJUAN_SOURCE_DIR "/examples/county/检查对象名录库_执业人员.csv", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const sheets::Table register_table = loaded(sheets::read_csv(bytes.str(), "执业人员.csv"));
  ASSERT_FALSE(register_table.rows.empty());
  for (const sheets::Table::Row& row : register_table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool is_identity = register_table.header[i] == "证件号码";
      EXPECT_EQ(find_sensitive(row.cells[i]).size(), is_identity ? 1u : 0u)
          << row.line << register_table.header[i];
    }
  }
}

}  // namespace
}  // namespace anjuan::publication
