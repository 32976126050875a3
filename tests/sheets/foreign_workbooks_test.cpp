// Workbooks in the forms in which other programs write them; each value must come out as a person saw it.

#include <gtest/gtest.h>

#include "sheets/messages.h"
#include "sheets/sheets.h"
#include "sheets/zip_of.h"

namespace anjuan::sheets {
namespace {

using Cells = std::map<std::string, std::string>;

/// All cells of the first sheet by name, or the code of the refusal.
Cells cells_of(const ZipParts& parts) {
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "外来.xlsx");
  if (!read.ok()) return {{"refused", read.diagnostics().front().row->code}};
  Cells cells;
  for (const auto& [at, text] : read->sheets.at(0).cells) cells[name_of(at)] = text;
  return cells;
}

constexpr char transitional[] = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

std::string sheet_xml(const std::string& content) {
  return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"") +
         transitional +
         "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\" "
         "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\">" +
         content + "</worksheet>";
}

std::string shared_xml(const std::string& items) {
  return std::string("<sst xmlns=\"") + transitional + "\">" + items + "</sst>";
}

// Excel keeps texts in one table, in runs of different looks, with the reading of Chinese characters beside
// them, and tells the spaces that count.
TEST(ForeignWorkbook, OfExcelHasSharedRichAndPhoneticText) {
  ZipParts parts = one_sheet(
      sheet_xml("<dimension ref=\"A1:D2\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
                "<sheetFormatPr defaultRowHeight=\"14.25\" x14ac:dyDescent=\"0.2\"/><sheetData>"
                "<row r=\"1\" spans=\"1:4\" x14ac:dyDescent=\"0.2\"><c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c>"
                "<c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"s\"><v>2</v></c></row>"
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" s=\"0\"/></row></sheetData>"
                "<phoneticPr fontId=\"1\" type=\"noConversion\"/>"));
  parts.push_back(
      {"xl/sharedStrings.xml",
       shared_xml(
           "<si><t xml:space=\"preserve\"> 前后有空格 </t></si>"
           "<si><r><rPr><b/><sz val=\"11\"/></rPr><t>加粗</t></r><r><t xml:space=\"preserve\">与 </t></r>"
           "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>上标</t></r></si>"
           "<si><t>晏知秋</t><rPh sb=\"0\" eb=\"1\"><t>yàn</t></rPh><phoneticPr fontId=\"1\"/></si>"
           "<si><t>第一行_x000D_\n第二行&amp;&lt;&#128512;_xD83D__xDE00__x005F_x000D_</t></si>")});
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", " 前后有空格 "},
                                    {"B1", "加粗与 上标"},
                                    {"D1", "晏知秋"},
                                    {"A2", "第一行\r\n第二行&<😀😀_x000D_"}}));
}

TEST(ForeignWorkbook, HasNumbersDatesTimesBooleansAndErrors) {
  ZipParts parts = one_sheet(sheet_xml(
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>42</v></c><c r=\"B1\"><v>-0.5</v></c><c "
      "r=\"C1\"><v>1.0E-2</v></c>"
      "<c r=\"D1\"><v>0.1</v></c><c r=\"E1\"><v>1234567.8900000001</v></c><c r=\"F1\" t=\"b\"><v>0</v></c>"
      "<c r=\"G1\" t=\"e\"><v>#N/A</v></c></row>"
      "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46275</v></c><c r=\"B2\" s=\"2\"><v>46275.395833333336</v></c>"
      "<c r=\"C2\" s=\"3\"><v>0.39583333333333331</v></c><c r=\"D2\" s=\"4\"><v>1.5</v></c><c r=\"E2\" "
      "s=\"5\"><v>46275</v></c>"
      "<c r=\"F2\" s=\"6\"><v>46275</v></c><c r=\"G2\" "
      "t=\"d\"><v>2026-09-10T09:30:00Z</v></c></row></sheetData>"));
  parts.push_back(
      {"xl/styles.xml",
       std::string("<styleSheet xmlns=\"") + transitional +
           "\"><numFmts count=\"4\"><numFmt numFmtId=\"176\" formatCode=\"yyyy/m/d\\ h:mm;@\"/>"
           "<numFmt numFmtId=\"177\" formatCode=\"[h]:mm:ss\"/>"
           "<numFmt numFmtId=\"178\" "
           "formatCode=\"[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
           "<numFmt numFmtId=\"179\" formatCode=\"0&quot;天 days&quot;_ ;[Red]\\-0\\d\"/></numFmts>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/><xf numFmtId=\"176\"/><xf numFmtId=\"20\"/>"
           "<xf numFmtId=\"177\"/><xf numFmtId=\"178\"/><xf numFmtId=\"179\"/></cellXfs></styleSheet>"});
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "42"},
                                    {"B1", "-0.5"},
                                    {"C1", "0.01"},
                                    {"D1", "0.1"},
                                    {"E1", "1234567.89"},
                                    {"F1", "FALSE"},
                                    {"G1", "#N/A"},
                                    {"A2", "2026-09-10"},
                                    {"B2", "2026-09-10 09:30"},
                                    {"C2", "09:30"},
                                    {"D2", "1.5"},
                                    {"E2", "2026-09-10"},
                                    {"F2", "46275"},
                                    {"G2", "2026-09-10 09:30"}}));
}

// Excel for the Mac once counted days from 1904.
TEST(ForeignWorkbook, MayCountDaysFrom1904) {
  ZipParts parts =
      one_sheet(sheet_xml("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>44813</v></c>"
                          "<c r=\"B1\" s=\"1\"><v>0</v></c></row></sheetData>"));
  parts[1].second.insert(parts[1].second.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  parts.push_back(
      {"xl/styles.xml", std::string("<styleSheet xmlns=\"") + transitional +
                            "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"});
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "2026-09-10"}, {"B1", "1904-01-01"}}));
}

TEST(ForeignWorkbook, MayHaveOtherNamesOfPartsPrefixesAndCases) {
  const ZipParts parts = {
      {"_rels/.rels",
       "<p:Relationships "
       "xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\"><p:Relationship Id=\"w\" "
       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
       "Target=\"/Book/Main%20Part.xml\"/></p:Relationships>"},
      {"book/Main Part.xml",
       std::string("<x:workbook xmlns:x=\"") + transitional +
           "\" xmlns:rel=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets>"
           "<x:sheet name=\"名单\" sheetId=\"7\" rel:id=\"one\"/></x:sheets></x:workbook>"},
      {"book/_rels/Main Part.xml.rels",
       "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
       "Id=\"one\" "
       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
       "Target=\"../data/%E8%A1%A8.xml\"/><Relationship Id=\"two\" "
       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
       "Target=\"texts.part\"/></Relationships>"},
      {"data/表.xml",
       std::string("<x:worksheet xmlns:x=\"") + transitional +
           "\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"},
      {"book/texts.part", shared_xml("<si><t>甲</t></si>")}};
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "甲"}}));
}

// WPS leaves texts in cells that a merge covers, and writes its own extensions beside.
TEST(ForeignWorkbook, OfWpsHasMergedCellsAndExtensionsOfItsOwn) {
  ZipParts parts =
      one_sheet(sheet_xml("<sheetPr><tabColor rgb=\"FF00B050\"/></sheetPr><sheetData><row r=\"1\"><c "
                          "r=\"A1\" t=\"s\"><v>0</v></c></row>"
                          "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>文字</v></c></row></sheetData>"
                          "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells>"
                          "<extLst><ext uri=\"wps\" "
                          "xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"><etc:c r=\"A9\">"
                          "<etc:v>1</etc:v></etc:c></ext></extLst>"));
  parts.push_back({"xl/sharedStrings.xml", shared_xml("<si><t>标题</t></si>")});
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "标题"}, {"B3", "文字"}}));
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "w.xlsx");
  ASSERT_EQ(read->sheets[0].merged.size(), 1u);
  EXPECT_EQ(read->sheets[0].merged[0].to, (Address{1, 2}));
}

// exceljs leaves out the addresses of rows without "spans", writes rich text inline and formulas with results
// of every kind.
TEST(ForeignWorkbook, OfExceljsHasInlineRichTextAndFormulaResults) {
  const ZipParts parts = one_sheet(sheet_xml(
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>粗</t></r><r><t "
      "xml:space=\"preserve\"> 细"
      "</t></r></is></c><c r=\"B1\" t=\"str\"><f>CONCATENATE(\"甲\",\"乙\")</f><v>甲乙</v></c><c "
      "r=\"C1\"><f>1+1</f><v>2</v></c>"
      "<c r=\"D1\" t=\"b\"><f>TRUE()</f><v>1</v></c><c r=\"E1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
      "<c r=\"F1\"><f t=\"shared\" ref=\"F1:F2\" si=\"0\">A1</f><v>5</v></c></row>"
      "<row r=\"2\"><c r=\"F2\"><f t=\"shared\" si=\"0\"/><v>6</v></c></row></sheetData>"));
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "粗 细"},
                                    {"B1", "甲乙"},
                                    {"C1", "2"},
                                    {"D1", "TRUE"},
                                    {"E1", "#DIV/0!"},
                                    {"F1", "5"},
                                    {"F2", "6"}}));
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "e.xlsx");
  EXPECT_EQ(read->sheets[0].formulas.size(), 6u);
  EXPECT_EQ(read->sheets[0].errors, (std::set<Address>{{0, 4}}));
}

// The value of a cell may come from the array formula of another.
TEST(ForeignWorkbook, TellsCellsThatAnArrayFormulaFills) {
  const ZipParts parts =
      one_sheet(sheet_xml("<sheetData><row r=\"1\"><c r=\"A1\"><f t=\"array\" "
                          "ref=\"A1:B2\">ROW(C1:D2)</f><v>1</v></c><c r=\"B1\"><v>1</v></c>"
                          "<c r=\"C1\"><v>9</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c><c "
                          "r=\"B2\"><v>2</v></c></row></sheetData>"));
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "a.xlsx");
  ASSERT_TRUE(read.ok());
  std::set<std::string> found;
  for (const auto& [at, formula] : read->sheets[0].formulas) found.insert(name_of(at));
  EXPECT_EQ(found, (std::set<std::string>{"A1", "A2", "B1", "B2"}));
}

TEST(ForeignWorkbook, MayBeWrittenInUtf16) {
  ZipParts parts = one_sheet("");
  const std::string ascii =
      std::string("<worksheet xmlns='") + transitional +
      "'><sheetData><row><c t='inlineStr'><is><t>&#26446;</t></is></c></row></sheetData></worksheet>";
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) wide += std::string{c, '\0'};
  parts[3].second = wide;
  EXPECT_EQ(cells_of(parts), (Cells{{"A1", "李"}}));
}

TEST(ForeignWorkbook, PrefersNamesOfTheWholeWorkbookAndUnderstandsQuotes) {
  ZipParts parts = one_sheet(sheet_xml(
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row></sheetData>"));
  std::string& book = parts[1].second;
  book.replace(book.find("name='表'"), std::string("name='表'").size(), "name=\"张's 表\"");
  book.insert(book.find("</workbook>"),
              "<definedNames><definedName name=\"n\">'张''s 表'!$A$1:$B$1</definedName>"
              "<definedName name=\"n\" localSheetId=\"0\">'张''s 表'!$B$1</definedName>"
              "<definedName name=\"m\" localSheetId=\"0\">'张''s 表'!$B$1</definedName></definedNames>");
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "n.xlsx");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->named_cell("n"), "1");
  EXPECT_EQ(read->named_cell("m"), "2");
}

// A table of a register: what a person sees in merged cells is the value of each row.
TEST(TableOf, SpreadsValuesOverRowsMergedDownwards) {
  const ZipParts parts =
      one_sheet(sheet_xml("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>机构</t></is></c><c "
                          "r=\"B1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
                          "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲所</t></is></c><c r=\"B2\" "
                          "t=\"inlineStr\"><is><t>晏</t></is></c></row>"
                          "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>詹</t></is></c></row></sheetData>"
                          "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "m.xlsx");
  ASSERT_TRUE(read.ok());
  const Result<Table> table = table_of(*read, "m.xlsx");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[1].cells, (std::vector<std::string>{"甲所", "詹"}));
}

TEST(TableOf, NamesCellsWhoseValueIsNotKnownOrLost) {
  const ZipParts parts =
      one_sheet(sheet_xml("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c "
                          "r=\"B1\" t=\"inlineStr\"><is><t>乙</t></is></c></row>"
                          "<row r=\"2\"><c r=\"A2\"><f>B2</f></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>"
                          "<row r=\"3\"><c r=\"A3\"><v>9.9012819780312E+17</v></c><c r=\"B3\" "
                          "t=\"str\"><f>\"\"</f><v></v></c></row></sheetData>"));
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts), "坏.xlsx");
  ASSERT_TRUE(read.ok());
  const Result<Table> table = table_of(*read, "坏.xlsx");
  ASSERT_FALSE(table.ok());
  std::vector<std::string> told;
  for (const Diagnostic& d : table.diagnostics())
    told.push_back(std::string(d.row->code) + " " + d.place.within.zh);
  EXPECT_EQ(told, (std::vector<std::string>{"AJ0628 表!A2", "AJ0629 表!B2", "AJ0630 表!A3"}));
}

}  // namespace
}  // namespace anjuan::sheets
