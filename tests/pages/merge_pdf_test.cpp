#include <algorithm>

#include "paper.h"

namespace anjuan::pages {
namespace {

std::shared_ptr<const Setting> pages_of(const std::string& text, int times) {
  return std::make_shared<const Setting>(
      set(manuscript("record", {paragraph(Role::body, repeat(text, times))})));
}
VolumePart own(const std::string& bookmark, const std::string& text, int times = 1, bool numbered = true) {
  return {pages_of(text, times), nullptr, numbered, bookmark};
}
std::string page_text(const std::string& path, int page) {
  const std::string number = std::to_string(page);
  return run("pdftotext -raw -f " + number + " -l " + number + " " + path + " -").output;
}

TEST(Bind, NumbersOnlyThePartsThatAreNumbered) {
  const auto volume =
      bound({own("封面", "卷宗封面", 1, false), own("检查通知书", "通知正文内容。", 200),
                   own("送达回证", "送达回证正文。"), own("备考表", "备考", 1, false)},
                  fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  ASSERT_EQ(volume->page_counts.size(), 4u);
  EXPECT_EQ(volume->first_page, (std::vector<int>{0, 1, 1 + volume->page_counts[1], 0}));
}

TEST(Bind, IsOneSoundFileWithSharedFontsAndBookmarks) {
  const auto volume = bound({own("封面", "卷宗封面", 1, false), own("检查通知书", "通知正文内容。", 20),
                                   own("检查报告", "报告正文内容。", 20)},
                                  fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  const std::string path = write_file("volume.pdf", volume->bytes);
  const Ran checked = run("qpdf --check " + path);
  EXPECT_TRUE(checked.ok) << checked.output;
  const std::string listed = run("pdffonts " + path).output;
  EXPECT_EQ(std::count(listed.begin(), listed.end(), '+'), 2) << listed;
  EXPECT_NE(run("qpdf --json --json-key=outlines " + path).output.find("检查报告"), std::string::npos);
  EXPECT_NE(volume->bytes.find("<pdfaid:part>2"), std::string::npos);
  EXPECT_NE(page_text(path, 2).find("通知正文"), std::string::npos);
}

TEST(Bind, StampsOddPagesOnTheRightAndEvenOnesOnTheLeft) {
  const auto volume = bound({own("文书", "正文内容。", 400)}, fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  ASSERT_GE(volume->page_counts[0], 2);
  const std::string path = write_file("stamped.pdf", volume->bytes);
  const auto corner = [&](int page, int x) {
    const std::string n = std::to_string(page);
    const std::string text = run("pdftotext -f " + n + " -l " + n + " -x " + std::to_string(x) +
                                 " -y 20 -W 80 -H 40 " + path + " -")
                                 .output;
    return std::string(trim(text.substr(0, text.find('\f'))));
  };
  EXPECT_EQ(corner(1, 510), "1");
  EXPECT_EQ(corner(1, 20), "");
  EXPECT_EQ(corner(2, 20), "2");
  EXPECT_EQ(corner(2, 510), "");
}

TEST(Bind, TakesInScansWithTheirWordsAndNumbersThem) {
  const std::string scan = pdf_of(*pages_of("扫描件的原有文字。", 3));
  const auto volume =
      bound({own("通知", "通知正文。"), {nullptr, held(scan), true, "送达回证扫描件"}}, fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  EXPECT_EQ(volume->first_page, (std::vector<int>{1, 2}));
  const std::string path = write_file("with-scan.pdf", volume->bytes);
  EXPECT_TRUE(run("qpdf --check " + path).ok);
  const std::string text = page_text(path, 2);
  EXPECT_NE(text.find("扫描件的原有文字"), std::string::npos) << text;
  EXPECT_NE(text.find("\n2"), std::string::npos) << text;
}

TEST(Bind, StampsTurnedPagesWhereTheReaderSeesTheCorner) {
  const std::string plain = write_file("plain.pdf", pdf_of(*pages_of("横放的扫描件。", 2)));
  for (const char* angle : {"90", "180", "270"}) {
    ASSERT_TRUE(run("qpdf " + plain + " --rotate=" + angle + " " + scratch("turned.pdf")).ok);
    const auto volume =
        bound({{nullptr, held(read_bytes(scratch("turned.pdf"))), true, "扫描件"}}, fonts(), stamp());
    ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
    const std::string path = write_file("turned-volume.pdf", volume->bytes);
    const bool lying = std::string(angle) != "180";
    const std::string text =
        run("pdftotext -x " + std::string(lying ? "755" : "510") + " -y 20 -W 80 -H 40 " + path + " -")
            .output;
    EXPECT_NE(text.find('1'), std::string::npos) << angle << ": " << text;
  }
}

TEST(Bind, IsNoArchiveFileIfAScanIsNone) {
  const std::string plain =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
      "1/MediaBox[0 0 200 300]>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n";
  const std::string path = write_file("bare.pdf", plain);
  (void)run("qpdf " + path + " " + scratch("bare-sound.pdf"));  // mends the cross-reference table
  const auto volume =
      bound({own("通知", "正文。"), {nullptr, held(read_bytes(scratch("bare-sound.pdf"))), true, "扫描件"}},
                  fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  EXPECT_EQ(volume->bytes.find("pdfaid:part"), std::string::npos);
  EXPECT_TRUE(run("qpdf --check " + write_file("bare-volume.pdf", volume->bytes)).ok);
}

TEST(Bind, GivesTheSameBytesTwice) {
  const std::vector<VolumePart> parts{own("通知", "正文。"),
                                      {nullptr, held(pdf_of(*pages_of("扫描。", 1))), true, "扫描件"}};
  const auto one = bound(parts, fonts(), stamp()), two = bound(parts, fonts(), stamp());
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(one->bytes, two->bytes);
}

TEST(Bind, RefusesNothingAndDamagedScansByName) {
  const auto nothing = bound({}, fonts(), stamp());
  ASSERT_FALSE(nothing.ok());
  EXPECT_EQ(codes_of(nothing.diagnostics()), std::vector<std::string>{"AJ0710"});
  const auto damaged = bound(
      {own("通知", "正文。"), {nullptr, held("%PDF-1.4 nonsense, nothing else"), true, "送达回证扫描件"}}, fonts(),
      stamp());
  ASSERT_FALSE(damaged.ok());
  EXPECT_EQ(codes_of(damaged.diagnostics()), std::vector<std::string>{"AJ0706"});
  EXPECT_NE(sentence(damaged.diagnostics()[0], Language::chinese).find("送达回证扫描件"), std::string::npos);
}

TEST(Bind, SurvivesDamageAnywhereInAScan) {
  const std::string sound = pdf_of(*pages_of("扫描件。", 1));
  for (std::size_t at = 0; at < sound.size(); at += sound.size() / 120) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    (void)bound({{nullptr, held(damaged), true, "扫描件"}}, fonts(), stamp()).ok();
    (void)bound({{nullptr, held(sound.substr(0, at)), true, "扫描件"}}, fonts(), stamp()).ok();
  }
}

TEST(CountPdfPages, CountsAndRefusesProtectedFiles) {
  const std::string path = write_file("count.pdf", pdf_of(*pages_of("正文内容。", 400)));
  const auto count = count_pdf_pages(read_bytes(path), "count.pdf");
  ASSERT_TRUE(count.ok());
  EXPECT_GE(*count, 2);
  ASSERT_TRUE(run("qpdf --encrypt secret secret 256 -- " + path + " " + scratch("locked.pdf")).ok);
  const auto locked = count_pdf_pages(read_bytes(scratch("locked.pdf")), "locked.pdf");
  ASSERT_FALSE(locked.ok());
  EXPECT_EQ(codes_of(locked.diagnostics()), std::vector<std::string>{"AJ0706"});
  EXPECT_NE(sentence(locked.diagnostics()[0], Language::chinese).find("密码"), std::string::npos);
}

TEST(PageOfScan, IsAsLargeAsThePaperAllows) {
  const auto wide = page_of_scan(png(2, 1, 8, 0, std::string("\0\x10\x20", 3)), "回证.png");
  ASSERT_TRUE(wide.ok());
  ASSERT_EQ(wide->pages.size(), 1u);
  EXPECT_EQ(wide->pages[0].width, 297000) << "a wide picture lies on its side";
  const auto a4 = page_of_scan(jpeg(2480, 3508, 3), "笔录.jpg");
  ASSERT_TRUE(a4.ok());
  const Image& image = std::get<Image>(a4->pages[0].marks.front());
  EXPECT_NEAR(image.width, 210000, 100) << "a sheet comes out in its own size";
  EXPECT_NEAR(image.height, 297000, 100);
  EXPECT_TRUE(bound({{std::make_shared<const Setting>(*a4), nullptr, true, "笔录"}}, fonts(), stamp()).ok());
}

TEST(PageOfScan, TurnsAPhotographUpright) {
  const auto page = page_of_scan(jpeg(400, 300, 3, 6), "回证.jpg");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->pages[0].height, 297000);
}

TEST(PageOfScan, RefusesFilesOfOtherKinds) {
  const auto other = page_of_scan("PK\x03\x04", "回证.docx");
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(codes_of(other.diagnostics()), std::vector<std::string>{"AJ0705"});
}

}  // namespace
}  // namespace anjuan::pages
