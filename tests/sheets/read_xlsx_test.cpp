// Reading workbooks of every writer, and refusing hostile ones.

#include <gtest/gtest.h>

#include "sheets/messages.h"
#include "sheets/sheets.h"
#include "sheets/zip_of.h"

namespace anjuan::sheets {
namespace {

std::string code_of(const Result<ReadWorkbook>& result) {
  return result.ok() ? "read" : result.diagnostics().front().row->code;
}

std::string refusal(const ZipParts& parts) { return code_of(read_xlsx(zip_of(parts), "测试.xlsx")); }

std::string cell(const ZipParts& parts, Address at) {
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "测试.xlsx");
  if (!read.ok()) return code_of(read);
  const auto found = read->sheets.at(0).cells.find(at);
  return found == read->sheets.at(0).cells.end() ? "(empty)" : found->second;
}

TEST(ReadXlsx, ReadsInlineSharedAndRichText) {
  ZipParts parts = one_sheet(row_of(
      "<c r='A1' t='inlineStr'><is><t>行内</t></is></c><c r='B1' t='s'><v>0</v></c>"
      "<c r='C1' t='s'><v>1</v></c><c r='D1' t='inlineStr'><is><r><t>甲</t></r><r><t>乙</t></r></is></c>"));
  parts.push_back(
      {"xl/sharedStrings.xml",
       "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>共用</t></si>"
       "<si><r><t>加</t></r><r><rPr><b/></rPr><t xml:space='preserve'>粗_x000D_ </t></r><rPh sb='0' "
       "eb='1'><t>音</t></rPh></si></sst>"});
  EXPECT_EQ(cell(parts, {0, 0}), "行内");
  EXPECT_EQ(cell(parts, {0, 1}), "共用");
  EXPECT_EQ(cell(parts, {0, 2}), "加粗\r ");
  EXPECT_EQ(cell(parts, {0, 3}), "甲乙");
}

TEST(ReadXlsx, FollowsAbsoluteTargets) {
  ZipParts parts = one_sheet(row_of("<c r='A1'><v>7</v></c>"));
  parts[2].second =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='a' "
      "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
      "Target='/xl/worksheets/sheet1.xml'/></Relationships>";
  EXPECT_EQ(cell(parts, {0, 0}), "7");
}

TEST(ReadXlsx, ReadsPrefixedElements) {
  const ZipParts parts = one_sheet(
      "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData>"
      "<x:row><x:c t='inlineStr'><x:is><x:t>带前缀</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>");
  EXPECT_EQ(cell(parts, {0, 0}), "带前缀");
  EXPECT_EQ(cell(parts, {0, 1}), "2");
}

TEST(ReadXlsx, ReadsTheStrictEdition) {
  const ZipParts parts = {
      {"_rels/.rels",
       "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship "
       "Id='r' "
       "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' "
       "Target='/xl/workbook.xml'/>"
       "<Relationship Id='p' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties' "
       "Target='docProps/custom.xml'/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main' "
       "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
       "<workbookPr date1904='true'/><sheets><sheet name='表' sheetId='1' r:id='a' "
       "state='veryHidden'/></sheets>"
       "<definedNames><definedName name='标记'>表!$A$1</definedName></definedNames></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
       "<Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' "
       "Target='worksheets/s.xml'/></Relationships>"},
      {"xl/worksheets/s.xml",
       "<worksheet xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><sheetData><row r='1'><c r='A1' "
       "t='d'><v>2026-09-10T00:00:00</v></c></row></sheetData></worksheet>"},
      {"docProps/custom.xml",
       "<Properties xmlns='http://purl.oclc.org/ooxml/officeDocument/customProperties' "
       "xmlns:vt='http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes'>"
       "<property name='案件'><vt:lpwstr>值</vt:lpwstr></property></Properties>"}};
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "严格.xlsx");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->sheets[0].cells.at({0, 0}), "2026-09-10");
  EXPECT_TRUE(read->sheets[0].hidden);
  EXPECT_EQ(read->properties.at("案件"), "值");
  EXPECT_EQ(read->named_cell("标记"), "2026-09-10");
  EXPECT_EQ(read->named_cell("没有"), std::nullopt);
}

TEST(ReadXlsx, ShowsDatesAndNumbersAsPeopleReadThem) {
  ZipParts parts = one_sheet(row_of(
      "<c r='A1' s='1'><v>46275</v></c><c r='B1' s='2'><v>46275.5</v></c><c r='C1'><v>1.2010104729E10</v></c>"
      "<c r='D1'><v>0.29999999999999999</v></c><c r='E1' t='b'><v>1</v></c><c "
      "r='F1'><v>990128197803120034</v></c>"));
  parts.push_back(
      {"xl/styles.xml",
       "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts>"
       "<numFmt numFmtId='180' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/></numFmts>"
       "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "
       "numFmtId='180'/></cellXfs></styleSheet>"});
  EXPECT_EQ(cell(parts, {0, 0}), "2026-09-10");
  EXPECT_EQ(cell(parts, {0, 1}), "2026-09-10 12:00");
  EXPECT_EQ(cell(parts, {0, 2}), "12010104729");
  EXPECT_EQ(cell(parts, {0, 3}), "0.3");
  EXPECT_EQ(cell(parts, {0, 4}), "TRUE");
  EXPECT_EQ(cell(parts, {0, 5}), "990128197803120034");
}

TEST(ReadXlsx, KeepsFormulasApartAndNeverEvaluatesThem) {
  const Result<ReadWorkbook> read = read_xlsx(
      zip_of(one_sheet(row_of("<c r='A1'><f>1+1</f><v>3</v></c><c r='B1' t='str'><f>A1</f><v>x</v></c>"))),
      "f.xlsx");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->sheets[0].formulas.at({0, 0}), "1+1");
  EXPECT_EQ(read->sheets[0].cells.at({0, 0}), "3");
  EXPECT_EQ(read->sheets[0].cells.at({0, 1}), "x");
}

TEST(ReadXlsx, IgnoresCellsOfForeignExtensions) {
  EXPECT_EQ(
      cell(
          one_sheet("<worksheet "
                    "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>"
                    "<c r='A1'><v>1</v></c></row></sheetData><extLst><ext xmlns:z='urn:foreign'><z:c "
                    "r='A1'><z:v>9</z:v></z:c></ext></extLst></worksheet>"),
          {0, 0}),
      "1");
}

TEST(ReadXlsx, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(code_of(read_xlsx("", "空.xlsx")), "AJ0600");
  EXPECT_EQ(code_of(read_xlsx("序号,姓名\n", "名单.xlsx")), "AJ0600");
  EXPECT_EQ(code_of(read_xlsx("PK\x03\x04 rubbish", "坏.xlsx")), "AJ0600");
  EXPECT_EQ(code_of(read_xlsx("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧.xls")), "AJ0601");
  EXPECT_EQ(refusal({{"word/document.xml", "<a/>"}}), "AJ0600");
}

TEST(ReadXlsx, RefusesHostileArchives) {
  ZipParts parts = one_sheet(row_of(""));
  parts.push_back({"xl/media/a.bin", std::string(5 << 20, ' ')});
  EXPECT_EQ(refusal(parts), "AJ0603");
  parts.back() = {"../evil.xml", "<a/>"};
  EXPECT_EQ(refusal(parts), "AJ0605");
  parts.back() = {"/etc/passwd", "x"};
  EXPECT_EQ(refusal(parts), "AJ0605");
  parts.back() = {"xl\\a.xml", "<a/>"};
  EXPECT_EQ(refusal(parts), "AJ0605");
  ZipParts many;
  for (int i = 0; i < 1001; ++i) many.push_back({"p" + std::to_string(i), "x"});
  EXPECT_EQ(refusal(many), "AJ0604");
}

TEST(ReadXlsx, RefusesWhatUnpacksTooLarge) {
  const ZipParts parts = {{"a.xml", std::string(40 << 20, 'x')}, {"b.xml", std::string(25 << 20, 'x')}};
  EXPECT_EQ(code_of(read_xlsx(zip_of(parts, Packing::store), "大.xlsx")), "AJ0602");
}

TEST(ReadXlsx, RefusesDamagedParts) {
  EXPECT_EQ(refusal(one_sheet("<worksheet>\n<sheetData>")), "AJ0606");
  ZipParts parts = one_sheet(row_of(""));
  parts.pop_back();
  EXPECT_EQ(refusal(parts), "AJ0607");
  EXPECT_EQ(refusal(one_sheet("<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>")), "AJ0608");
  std::string deep;
  for (int i = 0; i < 101; ++i) deep += "<a>";
  EXPECT_EQ(refusal(one_sheet(deep)), "AJ0609");
}

TEST(ReadXlsx, RefusesCellsBeyondTheBounds) {
  EXPECT_EQ(refusal(one_sheet(row_of("<c r='ZZZZ9'/>"))), "AJ0612");
  EXPECT_EQ(refusal(one_sheet(row_of("<c r='A1' t='s'><v>3</v></c>"))), "AJ0613");
  EXPECT_EQ(refusal(one_sheet(row_of("<c r='A1' t='str'><v>" + std::string(32768, 'a') + "</v></c>"))),
            "AJ0603");
  std::string text;
  for (int i = 0; i < 32768; ++i) text += static_cast<char>('a' + (i * i / 7 + i / 3) % 26);
  EXPECT_EQ(refusal(one_sheet(row_of("<c r='A1' t='str'><v>" + text + "</v></c>"))), "AJ0611");
  EXPECT_EQ(refusal(one_sheet(row_of("<c r='A1' t='str'><v>甲\u200B乙</v></c>"))), "AJ0619");
}

TEST(ReadXlsx, RefusesMoreThanAMillionCells) {
  std::string rows;
  for (int i = 0; i < 10001; ++i) {
    rows += "<row>";
    for (int j = 0; j < 100; ++j) rows += "<c/>";
    rows += "</row>";
  }
  const ZipParts parts =
      one_sheet("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" +
                rows + "</sheetData></worksheet>");
  EXPECT_EQ(code_of(read_xlsx(zip_of(parts, Packing::store), "大.xlsx")), "AJ0610");
}

TEST(ReadXlsx, NamesTheCellThatIsTooLong) {
  std::string text;
  for (int i = 0; i < 32768; ++i) text += static_cast<char>('a' + (i * i / 7 + i / 3) % 26);
  const auto read =
      read_xlsx(zip_of(one_sheet(row_of("<c r='C1' t='str'><v>" + text + "</v></c>"))), "长.xlsx");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.diagnostics()[0].place.within.zh, "表!C1");
}

TEST(Address, IsWrittenAndReadAsInExcel) {
  EXPECT_EQ(name_of({2, 1}), "B3");
  EXPECT_EQ(name_of({0, 26}), "AA1");
  EXPECT_EQ(name_of({0, 702}), "AAA1");
  EXPECT_EQ(parse_address("$B$3"), (Address{2, 1}));
  EXPECT_EQ(parse_address("XFD1048576"), (Address{1048575, 16383}));
  for (const char* wrong : {"", "B", "3", "B0", "XFE1", "A1048577", "a1", "A1x", "A$"})
    EXPECT_FALSE(parse_address(wrong)) << wrong;
}

}  // namespace
}  // namespace anjuan::sheets
