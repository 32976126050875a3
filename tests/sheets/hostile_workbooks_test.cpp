// Workbooks made to do harm: refused by a named limit, before they cost time or memory.

#include <gtest/gtest.h>

#include "sheets/messages.h"
#include "sheets/sheets.h"
#include "sheets/zip_of.h"

namespace anjuan::sheets {
namespace {

std::string code_of_refusal(const ZipParts& parts, Packing packing = Packing::deflate) {
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts, packing), "坏.xlsx");
  return read.ok() ? "read" : read.diagnostics().front().row->code;
}

std::string relationships(const std::string& kind, const std::string& target, bool external) {
  return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship "
         "Id='x' Type="
         "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         kind + "' Target='" + target + "'" + (external ? " TargetMode='External'" : "") +
         "/></Relationships>";
}

/// A workbook whose sheet has one more relationship.
ZipParts with_relationship(const std::string& kind, const std::string& target, bool external = false) {
  ZipParts parts = one_sheet(row_of("<c r='A1'><v>1</v></c>"));
  parts.push_back({"xl/worksheets/_rels/sheet1.xml.rels", relationships(kind, target, external)});
  return parts;
}

TEST(HostileWorkbook, MayNotBringMacrosOrEmbeddedObjects) {
  ZipParts parts = one_sheet(row_of(""));
  parts.push_back({"xl/vbaProject.bin", "x"});
  EXPECT_EQ(code_of_refusal(parts), "AJ0616");
  for (const char* kind : {"vbaProject", "xlMacrosheet", "oleObject", "package", "control", "ctrlProp"})
    EXPECT_EQ(code_of_refusal(with_relationship(kind, "../a.bin")), "AJ0616") << kind;
}

TEST(HostileWorkbook, MayNotReferToAnythingOutside) {
  EXPECT_EQ(code_of_refusal(with_relationship("externalLink", "../externalLinks/externalLink1.xml")),
            "AJ0617");
  EXPECT_EQ(code_of_refusal(with_relationship("externalLinkPath", "file:///C:/a.xlsx", true)), "AJ0617");
  EXPECT_EQ(code_of_refusal(with_relationship("image", "http://example.invalid/a.png", true)), "AJ0617");
  EXPECT_EQ(code_of_refusal(with_relationship("connections", "../connections.xml")), "AJ0617");
  EXPECT_EQ(code_of_refusal(with_relationship("hyperlink", "mailto:a@example.invalid", true)), "read");
}

// libzip takes such a name for "xl/shadow": another program would read other parts than this one.
TEST(HostileWorkbook, MayNotHideTheEndOfANameBehindANul) {
  ZipParts parts = one_sheet(row_of("<c r='A1'><v>1</v></c>"));
  parts.push_back({"xl/shadow#.xml", "x"});
  std::string bytes = zip_of(parts, Packing::store);
  EXPECT_TRUE(read_xlsx(bytes, "坏.xlsx").ok());
  for (std::size_t at = bytes.find('#'); at != std::string::npos; at = bytes.find('#', at)) bytes[at] = '\0';
  const Result<ReadWorkbook> read = read_xlsx(bytes, "坏.xlsx");
  ASSERT_FALSE(read.ok());
  EXPECT_STREQ(read.diagnostics().front().row->code, "AJ0605");
  EXPECT_EQ(read.diagnostics().front().values.front().zh, "xl/shadow\\0.xml");
}

TEST(HostileWorkbook, MayBeBinaryOrNoWorkbookAtAll) {
  ZipParts parts = one_sheet(row_of(""));
  parts[0].second = relationships("officeDocument", "xl/workbook.bin", false);
  parts.push_back({"xl/workbook.bin", "x"});
  EXPECT_EQ(code_of_refusal(parts), "AJ0618");
  EXPECT_EQ(
      code_of_refusal({{"_rels/.rels", relationships("officeDocument", "word/document.xml", false)},
                       {"word/document.xml",
                        "<document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"}}),
      "AJ0600");
}

TEST(HostileWorkbook, MayNotExpandEntities) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>";
  for (char c = 'b'; c < 'l'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "'>";
  }
  bomb += "]><worksheet>&k;</worksheet>";
  EXPECT_EQ(code_of_refusal(one_sheet(bomb)), "AJ0608");
  ZipParts parts = one_sheet(row_of(""));
  parts[0].second = "<!DOCTYPE r SYSTEM 'file:///etc/passwd'>" + parts[0].second;
  EXPECT_EQ(code_of_refusal(parts), "AJ0608");
}

// One text shared by many cells: small in the file, gigabytes in memory.
TEST(HostileWorkbook, MayNotRepeatOneLongTextWithoutEnd) {
  std::string text, cells;
  for (int i = 0; i < 30000; ++i) text += static_cast<char>('a' + (i * i / 7 + i / 3) % 26);
  for (int i = 0; i < 3000; ++i) cells += "<c t='s'><v>0</v></c>";
  ZipParts parts = one_sheet(row_of(cells));
  parts.push_back({"xl/sharedStrings.xml",
                   "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>" + text +
                       "</t></si></sst>"});
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts, Packing::store), "坏.xlsx");
  ASSERT_FALSE(read.ok());
  EXPECT_STREQ(read.diagnostics()[0].row->code, "AJ0614");
  EXPECT_TRUE(read.diagnostics()[0].place.within.zh.starts_with("表!"));
}

TEST(HostileWorkbook, MayNotHaveSheetsOrMergesOrTextsWithoutEnd) {
  ZipParts parts = one_sheet(row_of(""));
  std::string sheets;
  for (int i = 0; i < 300; ++i) sheets += "<sheet name='s" + std::to_string(i) + "' sheetId='1' r:id='a'/>";
  parts[1].second.insert(parts[1].second.find("<sheet "), sheets);
  EXPECT_EQ(code_of_refusal(parts, Packing::store), "AJ0615");

  std::string merges;
  for (int i = 0; i < 1000001; ++i) merges += "<mergeCell ref='A1:B2'/>";
  EXPECT_EQ(
      code_of_refusal(
          one_sheet(
              "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><mergeCells>" +
              merges + "</mergeCells></worksheet>"),
          Packing::store),
      "AJ0610");
  EXPECT_EQ(code_of_refusal(one_sheet(
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><mergeCells>"
                "<mergeCell ref='B2:A1'/></mergeCells></worksheet>")),
            "AJ0612");

  parts = one_sheet(row_of(""));
  std::string texts = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>";
  for (int i = 0; i < 1000002; ++i) texts += "<si><t/></si>";
  parts.push_back({"xl/sharedStrings.xml", texts + "</sst>"});
  EXPECT_EQ(code_of_refusal(parts, Packing::store), "AJ0610");
}

TEST(HostileWorkbook, MayNotStepBeyondTheLastRowOrColumn) {
  EXPECT_EQ(code_of_refusal(one_sheet(row_of("<c r='XFD1'/><c><v>1</v></c>"))), "AJ0612");
  EXPECT_EQ(code_of_refusal(one_sheet(
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                "<row r='1048576'/><row><c><v>1</v></c></row></sheetData></worksheet>")),
            "AJ0612");
}

// Overlapping merges over many rows: a table made of them must not cost more than a file may.
TEST(HostileWorkbook, MayNotSpreadMergedValuesWithoutEnd) {
  std::string rows, merges;
  for (int i = 0; i < 3000; ++i) {
    rows += "<row><c><v>1</v></c><c><v>2</v></c></row>";
    merges += "<mergeCell ref='A1:A3000'/>";
  }
  const ZipParts parts =
      one_sheet("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" +
                rows + "</sheetData><mergeCells>" + merges + "</mergeCells></worksheet>");
  const Result<ReadWorkbook> read = read_xlsx(zip_of(parts, Packing::store), "坏.xlsx");
  ASSERT_TRUE(read.ok());
  const Result<Table> table = table_of(*read, "坏.xlsx");
  ASSERT_FALSE(table.ok());
  EXPECT_STREQ(table.diagnostics()[0].row->code, "AJ0610");
}

// Any damage to a good file, or to a part before it is packed, is read or refused, never more.
TEST(HostileWorkbook, MayBeDamagedAnywhere) {
  const ZipParts parts = one_sheet(row_of("<c r='A1' s='1' t='inlineStr'><is><t>甲_x000D_</t></is></c><c "
                                          "r='B1'><f t='array' ref='B1:C9'>A1</f><v>2.5E3</v></c>") +
                                   "<!-- -->");
  std::uint32_t state = 12345;
  const auto damage = [&](std::string& bytes) {
    state = state * 1664525 + 1013904223;
    bytes[(state >> 8) % bytes.size()] = "<>='\"&;0A:!$%_ \xE7"[(state >> 3) % 17];
  };
  int read_whole = 0;
  for (int i = 0; i < 4000; ++i) {
    ZipParts bad = parts;
    for (int j = 0; i % 4 > 0 && j < i % 4; ++j) damage(bad[(state >> 20) % bad.size()].second);
    std::string bytes = zip_of(bad, Packing::store);
    if (i % 4 == 0) damage(bytes);
    if (i % 8 == 0) bytes.resize((state >> 8) % bytes.size());
    const Result<ReadWorkbook> read = read_xlsx(bytes, "坏.xlsx");
    if (read.ok()) {
      ++read_whole;
    } else {
      ASSERT_FALSE(read.diagnostics().empty());
    }
  }
  EXPECT_GT(read_whole, 100);
  EXPECT_LT(read_whole, 3900);
}

}  // namespace
}  // namespace anjuan::sheets
