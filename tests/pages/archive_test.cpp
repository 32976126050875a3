// What archives ask of a PDF (ISO 19005), judged by others where there is a judge: PDFBox for PDF/A-1b, of
// which 2b and 2u are the same file but for its header and what it says of itself; qpdf and poppler for the
// rest.

#include <algorithm>

#include "pages/attached_files.h"
#include "pages/messages.h"
#include "paper.h"
#include "support/preflight.h"

namespace anjuan::pages {
namespace {

using testing::kNoPreflight;
using testing::preflight_is_here;

Ran preflight(const std::string& file) { return run(testing::preflight_command(file)); }

Manuscript mixed_paper() {
  Manuscript m = manuscript(
      "official",
      {paragraph(Role::title, "关于印发计划的通知"), paragraph(Role::heading1, "一、总体要求"),
       paragraph(Role::body, "岚东䶮䂖律师事务所𬭎㛃，☑实地检查，共1,234.56元。"),
       Photo{held(png(1, 2, 8, 2, std::string("\0\x01\x02\x03\0\x04\x05\x06", 8))), 20000, "照片"}});
  m.watermark = "示例";
  return m;
}

std::string pdf_for(Archive archive, std::vector<Attachment> attachments = {}) {
  PdfStamp named = stamp();
  named.archive = archive;
  named.attachments = std::move(attachments);
  auto pdf = write_pdf(set(mixed_paper()), fonts(), named);
  if (!pdf.ok()) {
    ADD_FAILURE() << render(pdf.diagnostics().front(), Language::english);
    return {};
  }
  return std::move(pdf).value();
}

TEST(Archive, FileForPartOneIsFoundValidByPdfBox) {
  if (!preflight_is_here()) GTEST_SKIP() << kNoPreflight;
  const Ran judged = preflight(write_file("part-one.pdf", pdf_for(Archive::b1)));
  EXPECT_NE(judged.output.find("is a valid PDF/A-1b file"), std::string::npos) << judged.output;
}

// The judge itself: a file that breaks the rules is found.
TEST(Archive, JudgeFindsAFileWithoutOutputIntent) {
  if (!preflight_is_here()) GTEST_SKIP() << kNoPreflight;
  std::string pdf = pdf_for(Archive::b1);
  const std::size_t at = pdf.find("GTS_PDFA1");
  ASSERT_NE(at, std::string::npos);
  pdf.replace(at, 9, "GTS_OTHER");
  const Ran judged = preflight(write_file("no-intent.pdf", pdf));
  EXPECT_NE(judged.output.find("is not a valid PDF/A-1b file"), std::string::npos) << judged.output;
}

// Parts differ in the header, in what the file says of itself and in the sets of CIDs, and in nothing else.
TEST(Archive, PartsDifferOnlyWhereTheStandardsDo) {
  std::string second = pdf_for(Archive::u2);
  const std::string first = pdf_for(Archive::b1);
  EXPECT_EQ(first.substr(0, 8), "%PDF-1.4");
  EXPECT_NE(first.find("/CIDSet"), std::string::npos);
  EXPECT_EQ(second.substr(0, 8), "%PDF-1.7");
  EXPECT_EQ(second.find("/CIDSet"), std::string::npos);
  EXPECT_EQ(pdf_words("first.pdf", first), pdf_words("second.pdf", second));
}

TEST(Archive, InformationEqualsTheXmpPacket) {
  const std::string path = write_file("xmp.pdf", pdf_for(Archive::u2));
  const std::string told = run("pdfinfo -isodates " + path).output,
                    packet = run("pdfinfo -meta " + path).output;
  const auto both = [&](const std::string& in_info, const std::string& in_packet) {
    EXPECT_NE(told.find(in_info), std::string::npos) << told;
    EXPECT_NE(packet.find(in_packet), std::string::npos) << packet;
  };
  both("行政检查通知书", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">行政检查通知书</rdf:li>");
  both("示例县司法局", "<dc:creator><rdf:Seq><rdf:li>示例县司法局</rdf:li></rdf:Seq>");
  both("Subject:         示例", "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">示例</rdf:li>");
  both("2026-LS-001-01", "<pdf:Keywords>2026-LS-001-01</pdf:Keywords>");
  both("Creator:         anjuan", "<xmp:CreatorTool>anjuan</xmp:CreatorTool>");
  both("Producer:        anjuan", "<pdf:Producer>anjuan</pdf:Producer>");
  both("2026-09-10T", "<xmp:CreateDate>2026-09-10T09:30:00+08:00</xmp:CreateDate>");
}

// Where the paper has no author or subject, neither of the two says so.
TEST(Archive, SaysNothingOfWhatIsNotKnown) {
  PdfStamp bare = stamp();
  bare.author = bare.subject = "";
  const auto pdf = write_pdf(set(mixed_paper()), fonts(), bare);
  ASSERT_TRUE(pdf.ok());
  for (const char* part : {"/Author", "/Subject", "dc:creator", "dc:description"})
    EXPECT_EQ(pdf->find(part), std::string::npos) << part;
}

// 3b: the data a paper was made from go along and come out byte for byte.
TEST(Archive, CarriesItsSourceData) {
  const std::string data = "{\"文号\":\"示司检通〔2026〕12号\"}";
  const std::string pdf =
      pdf_for(Archive::b3, {{"data.json", "application/json", "制作本文书所用的数据", data}});
  for (const char* part : {"<pdfaid:part>3</pdfaid:part>", "/AFRelationship /Data", "/AF [", "/EmbeddedFiles",
                           "application#2Fjson"})
    EXPECT_NE(pdf.find(part), std::string::npos) << part;
  const std::string path = write_file("with-data.pdf", pdf);
  EXPECT_TRUE(run("qpdf --check " + path).ok);
  EXPECT_EQ(run("pdfdetach -list " + path).output, "1 embedded files\n1: data.json\n");
  ASSERT_TRUE(run("pdfdetach -saveall -o " + scratch("") + " " + path).ok);
  EXPECT_EQ(read_bytes(scratch("data.json")), data);
  EXPECT_EQ(pdf, pdf_for(Archive::b3, {{"data.json", "application/json", "制作本文书所用的数据", data}}));
}

// Also a paper without headings is found in the list of bookmarks by its title.
// What a file carries is unpacked one by one, and not without bound.
TEST(Archive, GivesBackWhatItCarriesUnlessThatIsABomb) {
  const auto carried = [](const std::string& pdf) {
    std::string all;
    const Outcome read = read_attached_files(pdf, "卷.pdf", [&](const AttachedFile& one) -> Outcome {
      all += one.name + "=" + one.bytes + ";";
      return Done{};
    });
    return read.ok() ? all : std::string("refused ") + read.diagnostics().front().row->code;
  };
  EXPECT_EQ(carried(pdf_for(Archive::b3, {{"a.txt", "text/plain", "甲", "one"}, {"b.txt", "text/plain", "乙", "two"}})), "a.txt=one;b.txt=two;");
  const std::string bomb = pdf_for(Archive::b3, {{"bomb", "text/plain", "弹", std::string(std::size_t{32} << 20, '0')}});
  EXPECT_LT(bomb.size() * 100, std::size_t{32} << 20);
  EXPECT_EQ(carried(bomb), std::string("refused ") + pdf_unreadable.code);
  EXPECT_EQ(carried("no pdf"), std::string("refused ") + pdf_unreadable.code);
}

TEST(Archive, EveryFileHasABookmark) {
  const std::string pdf = pdf_of(set(manuscript("record", {paragraph(Role::body, "正文")})));
  const Ran shown = run("qpdf --json --json-key=outlines " + write_file("one-mark.pdf", pdf));
  EXPECT_NE(shown.output.find("示例文书"), std::string::npos) << shown.output;
}

// A volume says what the least of its parts allows.
TEST(Archive, VolumeClaimsWhatItsPartsAllow) {
  const auto own = std::make_shared<const Setting>(set(mixed_paper()));
  const auto bound = [&](const std::string& scan) {
    std::vector<VolumePart> parts{{own, nullptr, true, "文书"}};
    if (!scan.empty()) parts.push_back({nullptr, held(scan), true, "扫描件"});
    auto volume = pages::bound(parts, fonts(), stamp());
    return volume.ok() ? volume->bytes : std::string();
  };
  EXPECT_NE(bound("").find("<pdfaid:conformance>U<"), std::string::npos);
  EXPECT_NE(bound(pdf_for(Archive::u2)).find("<pdfaid:conformance>B<"), std::string::npos);
  EXPECT_EQ(bound(pdf_for(Archive::none)).find("pdfaid:part"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::pages
