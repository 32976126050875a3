#include "paper.h"

namespace anjuan::pages {
namespace {

Manuscript notice() {
  Manuscript m = manuscript(
      "enforcement",
      {paragraph(Role::title, "示例县司法局行政检查通知书"), paragraph(Role::number, "示司检通〔2026〕12号"),
       paragraph(Role::addressee, "示例县䶮䂖律师事务所（特殊的普通合伙）："),
       paragraph(Role::body, "检查人员：买买提·艾力（执法证号：16120326001）；☑实地检查　☐书面检查。" +
                                 repeat("有权进行陈述、申辩；", 30)),
       paragraph(Role::heading1, "一、检查事项"),
       paragraph(Role::body, "事项编码LS-01至LS-06，收费1,234.56元，占20%。"),
       Signature{{"示例县司法局"}, "2026年9月3日", true}});
  m.watermark = "示例";
  return m;
}

TEST(WritePdf, GivesTheSameBytesTwice) {
  const Setting setting = set(notice());
  EXPECT_EQ(pdf_of(setting), pdf_of(set(notice())));
}

TEST(WritePdf, PassesQpdf) {
  const std::string path = write_file("notice.pdf", pdf_of(set(notice())));
  const Ran checked = run("qpdf --check " + path);
  EXPECT_TRUE(checked.ok) << checked.output;
  EXPECT_EQ(checked.output.find("WARNING"), std::string::npos) << checked.output;
}

// The words of the file are the words of the manuscript: rare characters, ·, 〔〕, ☑ too, and nothing
// of the watermark between them.
TEST(WritePdf, GivesItsWordsBackExactly) {
  const Setting setting = set(notice());
  EXPECT_EQ(pdf_words("words.pdf", pdf_of(setting)), set_words(setting));
}

TEST(WritePdf, GivesTheWordsOfTablesBackExactly) {
  Table table;
  table.columns = {1, 2, 1, 2};
  table.rows = {row({"名称", "示例县明理律师事务所", "电话", "0391-0000000"}),
                row({"依据", repeat("《律师法》第五十二条；", 12), "结果", "☑符合　☐不符合"})};
  const Setting setting = set(manuscript("internal-form", {paragraph(Role::title, "行政检查审批表"), table}));
  EXPECT_EQ(pdf_words("table.pdf", pdf_of(setting)), set_words(setting));
}

// 一 and ⼀ (U+2F00) share a glyph in many faces; each comes back as itself.
TEST(WritePdf, TellsApartCharactersThatShareAGlyph) {
  const Setting setting = set(manuscript("official", {paragraph(Role::body, "一二三⼀⼆三人⼈")}));
  EXPECT_EQ(pdf_words("twins.pdf", pdf_of(setting)), set_words(setting));
}

TEST(WritePdf, EmbedsSubsetsOfEveryFont) {
  const std::string listed = run("pdffonts " + write_file("fonts.pdf", pdf_of(set(notice())))).output;
  int fonts = 0;
  for (const std::string& line : split(listed, '\n')) {
    if (line.find("Identity-H") == std::string::npos) continue;
    ++fonts;
    EXPECT_NE(line.find("yes yes yes"), std::string::npos) << line;
  }
  EXPECT_GE(fonts, 2);
}

// PDF/A-2u: what the file says of itself, its colours, its language, its identity.
TEST(WritePdf, SaysThatItIsForTheArchive) {
  const std::string pdf = pdf_of(set(notice()));
  EXPECT_EQ(pdf.substr(0, 8), "%PDF-1.7");
  for (const char* part : {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>",
                           "GTS_PDFA1", "/OutputIntents", "<pdf:Keywords>2026-LS-001-01</pdf:Keywords>",
                           "<xmp:CreateDate>2026-09-10T09:30:00+08:00</xmp:CreateDate>",
                           "D:20260910093000+08'00'", "/Lang (zh-CN)", "/DisplayDocTitle true", "/ID ["})
    EXPECT_NE(pdf.find(part), std::string::npos) << part;
  for (const char* part : {"/CIDSet", "/SMask", "/Interpolate", "/Group"})
    EXPECT_EQ(pdf.find(part), std::string::npos) << part;
}

TEST(WritePdf, GivesADocumentIdOfItsOwn) {
  const Setting setting = set(notice());
  const auto other = write_pdf(setting, fonts(), stamp("2026-LS-002-01"));
  ASSERT_TRUE(other.ok());
  const std::string one = pdf_of(setting);
  const auto id = [](const std::string& pdf) { return pdf.substr(pdf.rfind("/ID"), 60); };
  EXPECT_NE(id(one), id(*other));
}

TEST(WritePdf, ListsHeadingsAsBookmarks) {
  const std::string pdf = pdf_of(set(notice()));
  EXPECT_NE(pdf.find("/Outlines"), std::string::npos);
  const Ran shown = run("qpdf --json --json-key=outlines " + write_file("outlines.pdf", pdf));
  EXPECT_NE(shown.output.find("一、检查事项"), std::string::npos) << shown.output;
}

TEST(WritePdf, DrawsPicturesAndCodes) {
  QrCode code;
  code.size = 3;
  code.dark = {true, false, true, false, true, false, true, true, true};
  const std::string picture = png(1, 2, 8, 2, std::string("\0\x01\x02\x03\0\x04\x05\x06", 8));
  const std::string pdf =
      pdf_of(set(manuscript("record", {Photo{held(picture), 20000, ""}, Photo{held(picture), 30000, "二"}, code})));
  const std::string listed = run("pdfimages -list " + write_file("pictures.pdf", pdf)).output;
  EXPECT_NE(listed.find("rgb"), std::string::npos) << listed;
  EXPECT_TRUE(run("qpdf --check " + scratch("pictures.pdf")).ok);
}

}  // namespace
}  // namespace anjuan::pages
