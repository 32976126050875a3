// Importing the county's registers and refusing what may not stand in them (requirements R04, R05).

#include "registers/import.h"

#include <algorithm>
#include <filesystem>

#include "registers/county.h"
#include "registers/fields.h"
#include "registers/messages.h"
#include "sheets/sheets.h"

namespace anjuan::registers {
namespace {

TEST(ImportTargets, ReadsAllTwentyAndKeepsClosedOnesOutOfTheDraw) {
  const auto read = imported<InspectionTarget>(file_bytes(targets_file));
  EXPECT_EQ(read.rows.size(), 20u);
  EXPECT_EQ(codes(read.refused), Strings{});
  Strings out;
  for (const InspectionTarget& target : read.rows) {
    if (!target.drawable) out.push_back(target.id + " " + target.why_not);
  }
  EXPECT_EQ(out,
            (Strings{"990128LS007 执业状态：停业整顿", "990128JC010 执业状态：注销；退出日期：2024-12-18"}));
  EXPECT_EQ(codes(read.warnings),
            (Strings{"AJ2134:8 “执业状态”列", "AJ2134:21 “执业状态”列", "AJ2134:21 “退出日期”列"}));
}

TEST(ImportTargets, GivesTypedValuesAndTheTradesOwnName) {
  const auto read = imported<InspectionTarget>(file_bytes(targets_file));
  const InspectionTarget& first = read.rows.at(0);
  EXPECT_EQ(first.id, "990128LS001");
  EXPECT_EQ(first.trade, "律师事务所");
  EXPECT_EQ(first.uscc, "31990128MD0100017M");
  EXPECT_TRUE(first.enterprise);
  EXPECT_EQ(first.practitioners, 14);
  EXPECT_EQ(first.last_inspected, make_day(2025, 9, 16));
  EXPECT_EQ(read.rows.at(4).last_inspected, std::nullopt);
  EXPECT_EQ(read.rows.at(9).trade, "公证机构");
  EXPECT_EQ(to_value(read.rows.at(5)).field("已检查次数"), Value(2));
}

TEST(ImportPractitioners, ReadsAllAndTakesTheTradeFromTheCategory) {
  const auto read = imported<Practitioner>(file_bytes(practitioners_file));
  EXPECT_EQ(read.rows.size(), 24u);
  EXPECT_EQ(codes(read.refused), Strings{});
  EXPECT_EQ(read.rows.at(3).category, "兼职律师");
  EXPECT_EQ(read.rows.at(3).trade, "律师事务所");
  EXPECT_EQ(codes(read.warnings), (Strings{"AJ2134:11 “执业状态”列"}));
}

// 细则第五条: whoever holds no certificate may not be in the register at all.
TEST(ImportInspectors, RefusesThePersonWithoutCertificateByName) {
  const auto read = imported<Inspector>(file_bytes(inspectors_file));
  EXPECT_EQ(read.rows.size(), 9u);
  EXPECT_EQ(codes(read.refused),
            (Strings{"AJ2120:11 “行政执法证号”列", "AJ2120:11 “执法类别”列", "AJ2120:11 “证件有效期起”列",
                     "AJ2120:11 “证件有效期止”列", "AJ2121:11 “证件状态”列", "AJ2121:11 “在库状态”列"}));
  EXPECT_EQ(render(read.refused.at(0), Language::chinese),
            "名录.csv:11 “行政执法证号”列: 错误 AJ2120  “雍乘风”没有填写“行政执法证号”，不予导入。\n"
            "   提示  请补填；确实没有的，不得编入本名录。\n"
            "   依据  《工作细则》第五条\n");
  const auto refused = accepted(read, false);
  EXPECT_FALSE(refused.ok());
  const auto taken = accepted(read, true);
  ASSERT_TRUE(taken.ok());
  EXPECT_EQ(taken->size(), 9u);
}

// Settled reading: an expired or suspended inspector comes in as out and is never drawn.
TEST(ImportInspectors, KeepsTheExpiredOneOutOfTheDraw) {
  const auto read = imported<Inspector>(file_bytes(inspectors_file));
  const Inspector& expired = read.rows.at(8);
  EXPECT_EQ(expired.name, "古丽娜尔·艾山");
  EXPECT_FALSE(expired.drawable);
  EXPECT_EQ(expired.why_not, "证件状态：已过期；在库状态：暂停");
  EXPECT_FALSE(is_certificate_valid(expired, make_day(2026, 8, 1)));
  EXPECT_EQ(read.rows.at(1).interests, Strings{"990128LS002"});
}

TEST(ImportInspectors, FindsACertificateThatEndedThoughItsStatusSaysOtherwise) {
  std::string text = replace_all(file_bytes(inspectors_file), "2029-02-28,有效", "2026-09-09,有效");
  const auto read = imported<Inspector>(text);
  EXPECT_FALSE(read.rows.at(0).drawable);
  EXPECT_EQ(read.rows.at(0).why_not, "证件有效期止：2026-09-09");
  EXPECT_EQ(codes(read.warnings).at(0), "AJ2133:2 ");
  // On the last day of its validity it still holds.
  EXPECT_TRUE(imported<Inspector>(text, make_day(2026, 9, 9)).rows.at(0).drawable);
}

TEST(IsCertificateValid, HoldsFromTheFirstToTheLastDay) {
  const auto read = imported<Inspector>(file_bytes(inspectors_file));
  const Inspector& first = read.rows.at(0);
  EXPECT_FALSE(is_certificate_valid(first, make_day(2024, 2, 29)));
  EXPECT_TRUE(is_certificate_valid(first, make_day(2024, 3, 1)));
  EXPECT_TRUE(is_certificate_valid(first, make_day(2029, 2, 28)));
  EXPECT_FALSE(is_certificate_valid(first, make_day(2029, 3, 1)));
}

TEST(ImportItems, ReadsRatiosAndCaps) {
  const auto read = imported<InspectionItem>(file_bytes(items_file));
  EXPECT_EQ(read.rows.size(), 12u);
  EXPECT_EQ(codes(read.refused), Strings{});
  EXPECT_EQ(text_of(read.rows.at(0).sampling_rate), "0.3");
  EXPECT_EQ(text_of(read.rows.at(1).sampling_rate), "0.1");
  EXPECT_EQ(read.rows.at(0).yearly_cap, 2);
  EXPECT_EQ(read.rows.at(0).form, "CK-LS-2026");
  EXPECT_EQ(read.rows.at(0).trade, "律师事务所");  // written 律师: an alias
}

TEST(Import, TakesGb18030AndPlainUtf8AndXlsxAlike) {
  const std::string utf8 = file_bytes(targets_file).substr(3);
  const auto expected = imported<InspectionTarget>(file_bytes(targets_file)).rows;
  EXPECT_EQ(imported<InspectionTarget>(utf8).rows, expected);
  EXPECT_EQ(imported<InspectionTarget>(to_gb18030(utf8)).rows, expected);

  const auto table = sheets::read_csv(utf8, "a.csv");
  ASSERT_TRUE(table.ok());
  sheets::Workbook book;
  book.sheets.emplace_back();
  book.sheets[0].name = "机构";
  std::uint32_t row = 0;
  const auto add = [&](const Strings& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      book.sheets[0].cells.push_back({{row, static_cast<std::uint16_t>(i)}, cells[i], {}, {}});
    }
    ++row;
  };
  add(table->header);
  for (const auto& line : table->rows) add(line.cells);
  const std::string scratch = ANJUAN_BINARY_DIR "/scratch-registers";
  std::filesystem::create_directories(scratch);
  const auto bytes = sheets::write_xlsx(book, scratch);
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(imported<InspectionTarget>(*bytes).rows, expected);
}

TEST(Import, FindsColumnsInAnyOrderAndByTheirOtherNames) {
  const auto read = imported<InspectionTarget>(
      "执业状态,许可证号,名称,信用代码,业务类别,对象编号\n正常,甲证1号,某某律师事务所,31990128MD0100017M,"
      "律师,A1\n");
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.rows[0].name, "某某律师事务所");
  EXPECT_EQ(read.rows[0].licence_number, "甲证1号");
}

TEST(Import, NamesEachBadRowWithLineColumnReasonAndRule) {
  const std::string header =
      "对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,执业状态,设立日期,执业人员数,"
      "是否按涉企检查管理\n";
  const auto read = imported<InspectionTarget>(header +
                                               "A1,律师,甲所,31990128MD0100017M,证1,正常,2009-05-18,3,是\n"
                                               "A1,鉴定,乙所,31990128MD0100017X,证2,关门,2009-02-30,三,或许\n"
                                               "-B,公证,丙处,31990128MD01000I7M,证1,正常,,,\n"
                                               ",公证,丁处,123,证4,正常,,,\n");
  EXPECT_EQ(read.rows.size(), 1u);
  Strings found = codes(read.refused);
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, (Strings{"AJ2120:5 “对象编号”列", "AJ2122:4 “对象编号”列", "AJ2123:3 “对象编号”列",
                            "AJ2123:4 “执业许可证号”列", "AJ2124:3 “统一社会信用代码”列",
                            "AJ2124:4 “统一社会信用代码”列", "AJ2124:5 “统一社会信用代码”列",
                            "AJ2126:3 “业务类别”列", "AJ2127:3 “设立日期”列", "AJ2128:3 “执业人员数”列",
                            "AJ2130:3 “是否按涉企检查管理”列", "AJ2131:3 “执业状态”列"}));
  for (const Diagnostic& d : read.refused) EXPECT_TRUE(d.basis) << d.row->code;
}

TEST(Import, RefusesBadIdentityNumbersRatiosAndTurnedDates) {
  const auto people = imported<Practitioner>(
      "人员编号,姓名,人员类别,执业证号,所属机构编号,执业状态,证件号码\n"
      "P1,甲,公证员,证1,G1,正常,990128197803120035\n"
      "P2,乙,公证员,证2,G1,正常,\n");
  EXPECT_EQ(codes(people.refused), (Strings{"AJ2125:2 “证件号码”列"}));
  const auto items = imported<InspectionItem>(
      "事项编码,抽查事项名称,业务类别,检查对象,检查内容,检查依据,抽查比例,同一对象年度上限\n"
      "I1,甲,律师,所,内容,依据,130%,2\nI2,乙,律师,所,内容,依据,12.5％,2\n");
  EXPECT_EQ(codes(items.refused), (Strings{"AJ2129:2 “抽查比例（不低于）”列"}));
  EXPECT_EQ(text_of(items.rows.at(0).sampling_rate), "0.125");
  const auto inspectors = imported<Inspector>(
      "人员编号,姓名,所在单位,行政执法证号,执法类别,证件有效期起,证件有效期止,证件状态,在库状态\n"
      "Z1,甲,局,1,检查,2027-01-01,2026-01-01,有效,在库\n");
  EXPECT_EQ(codes(inspectors.refused), (Strings{"AJ2132:2 "}));
}

TEST(Import, RefusesAFileThatLacksColumnsOrRows) {
  const auto code = [](const std::string& bytes) {
    const auto result = import_rows<InspectionTarget>({mapping(), bytes, "a.csv", demo_day});
    return result.ok() ? Strings{} : codes(result.diagnostics());
  };
  EXPECT_EQ(code("对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号\nA,律师,甲,乙,丙\n"),
            (Strings{"AJ2110:0 "}));
  EXPECT_EQ(code("对象编号,业务类别,机构名称,名称,统一社会信用代码,执业许可证号,执业状态\nA,律师,甲,乙,丙,丁,"
                 "正常\n"),
            (Strings{"AJ2112:0 "}));
  EXPECT_EQ(code("对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,执业状态\n"),
            (Strings{"AJ2114:0 "}));
  EXPECT_EQ(code("\xD0\xCF\x11\xE0"), (Strings{"AJ0601:0 "}));
  Mapping none = mapping();
  none.registers.clear();
  const auto result = import_rows<InspectionTarget>({none, "", "a.csv", demo_day});
  EXPECT_EQ(codes(result.diagnostics()), (Strings{"AJ2113:0 "}));
}

TEST(Import, SaysWhichColumnsWereNotRead) {
  const auto read = imported<InspectionTarget>(
      "对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,执业状态,口碑\nA1,律师,甲所,"
      "31990128MD0100017M,证1,正常,好\n");
  EXPECT_EQ(codes(read.warnings), (Strings{"AJ2111:0 "}));
}

TEST(Import, KeepsColumnsThatTheMappingAddsUnderTheirOwnNames) {
  const std::string xml = replace_all(file_bytes("workflows/registers.xml"), "<column name=\"组织形式\" public=\"yes\"/>",
                                      "<column name=\"组织形式\"/><column name=\"党组织\" kind=\"yes-no\"/>");
  const auto wider = load_mapping(xml, "registers.xml");
  ASSERT_TRUE(wider.ok());
  const std::string bytes =
      "对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,执业状态,党组织\nA1,律师,甲所,"
      "31990128MD0100017M,证1,正常,是\n";
  const auto read = import_rows<InspectionTarget>({*wider, bytes, "a.csv", demo_day});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(to_value(read->rows.at(0)).field("党组织"), Value(true));
  EXPECT_EQ(from_value<InspectionTarget>(to_value(read->rows.at(0))), read->rows.at(0));
}

// R04: one code, one body; also where the rows stand far apart.
TEST(Import, NamesTheLineOfAValueThatRepeats) {
  std::string bytes = "对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,执业状态\n";
  const char* const codes_of_rows[] = {"31990128MD0100017M", "31990128MD0100025G", "31990128MD0100033B", "31990128MD0100017M"};
  for (int i = 0; i < 4; ++i) bytes += "A" + std::to_string(i) + ",律师,所" + std::to_string(i) + "," + codes_of_rows[i] + ",证" + std::to_string(i) + ",正常\n";
  const auto read = imported<InspectionTarget>(bytes);
  EXPECT_EQ(codes(read.refused), (Strings{"AJ2123:5 “统一社会信用代码”列"}));
  EXPECT_EQ(read.rows.size(), 3u);
  EXPECT_EQ(read.rows_in_file, 4u);
}

}  // namespace
}  // namespace anjuan::registers
