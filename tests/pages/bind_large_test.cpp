// What binding holds, and what lives on inside a volume.

#include <map>

#include "pages/messages.h"
#include "pages/photo.h"
#include "paper.h"
#include "peak.h"
#include "signed.h"

namespace anjuan::pages {
namespace {

/// A photograph of so many bytes that do not pack.
std::string photograph(int bytes) {
  std::string photo = jpeg(4000, 3000, 3), noise;
  std::uint32_t state = 7;
  for (int i = 0; i < bytes; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  photo.insert(photo.size() - 2, noise);
  return photo;
}

std::string large_scan() {
  const auto page = page_of_scan(photograph(9'000'000), "照片.jpg");
  EXPECT_TRUE(page.ok());
  return page.ok() ? pdf_of(*page) : "";
}

TEST(BindLarge, HoldsOneScanAtATime) {
  const std::string scan = large_scan();
  ASSERT_GT(scan.size(), 8u << 20);
  std::map<int, int> reads;
  std::size_t written = 0, written_before_last = 0;
  std::vector<VolumePart> parts;
  for (int n = 0; n < 3; ++n) {
    parts.push_back({nullptr,
                     [&, n]() -> Result<std::string> {
                       if (++reads[n] == 2 && n == 2) written_before_last = written;
                       return scan;
                     },
                     true, "照片" + std::to_string(n)});
  }
  const auto volume = pages::bind(parts, fonts(), stamp(), [&](std::string_view piece) -> Outcome {
    written += piece.size();
    return Done{};
  });
  ASSERT_TRUE(volume.ok());
  EXPECT_EQ(reads, (std::map<int, int>{{0, 2}, {1, 2}, {2, 2}}));
  EXPECT_GT(written_before_last, 2 * scan.size() - scan.size() / 10);
}

/// A paper of photos, each under its own caption; `read` hands out their bytes.
Manuscript paper_of_photos(int count, const ReadBytes& read) {
  Manuscript paper = manuscript("record", {paragraph(Role::title, "现场照片")});
  for (int i = 1; i <= count; ++i) paper.blocks.emplace_back(Photo{read, 120000, "照片" + std::to_string(i)});
  return paper;
}

/// KiB that it takes to set and write, then to set and bind so many photos.
long peak_with(int photos, const ReadBytes& read) {
  return peak_of([&] {
    const auto nowhere = [](std::string_view) -> Outcome { return Done{}; };
    auto setting = std::make_shared<const Setting>(set(paper_of_photos(photos, read)));
    return write_pdf(*setting, fonts(), stamp(), nowhere).ok() &&
           pages::bind({{setting, nullptr, true, "照片"}}, fonts(), stamp(), nowhere).ok();
  });
}

// An inspection may bring hundreds of photos; none is held after its turn.
TEST(Photos, AreHeldOneAtATime) {
  const ReadBytes photo = held(photograph(4'000'000));
  const long few = peak_with(6, photo), many = peak_with(36, photo);
  ASSERT_GT(few, 0);
  EXPECT_LT(many, few + 4096) << "thirty photos more of four million bytes each";
}

TEST(Photos, AreRefusedWhenTheyChangeBetweenSettingAndWriting) {
  std::string photo = jpeg(400, 300, 3);
  const Setting setting = set(paper_of_photos(1, [&]() -> Result<std::string> { return photo; }));
  photo = jpeg(300, 400, 3);
  const auto pdf = write_pdf(setting, fonts(), stamp());
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(codes_of(pdf.diagnostics()), std::vector<std::string>{"AJ0705"});
  EXPECT_NE(sentence(pdf.diagnostics()[0], Language::chinese).find("照片1"), std::string::npos);
}

TEST(BindLarge, EndsWhereTheSinkRefuses) {
  int pieces = 0;
  const auto volume = pages::bind(
      {{nullptr, held(large_scan()), true, "照片"}}, fonts(), stamp(), [&](std::string_view) -> Outcome {
        ++pieces;
        return diagnose(pdf_not_written, {}, "照片", Wording("磁盘已满", "the disk is full"));
      });
  ASSERT_FALSE(volume.ok());
  EXPECT_EQ(pieces, 1);
}

TEST(BindLarge, IsReadByOthers) {
  const std::string scan = large_scan();
  const auto volume =
      bound({{nullptr, held(scan), true, "一"}, {nullptr, held(scan), true, "二"}}, fonts(), stamp());
  ASSERT_TRUE(volume.ok());
  const std::string path = write_file("large-volume.pdf", volume->bytes);
  // The photographs are noise, which qpdf would want to decode; the file around them is sound.
  const Ran listed = run("qpdf --json --json-key=pages " + path);
  EXPECT_TRUE(listed.ok) << listed.output;
  EXPECT_NE(listed.output.find("\"pageposfrom1\": 2"), std::string::npos) << listed.output.substr(0, 2000);
  EXPECT_EQ(run("pdfimages -list " + path + " | grep -c jpeg").output, "2\n");
}

// Binding changes a file's bytes, and so ends its signatures; the file itself goes along.
TEST(BindSigned, KeepsTheSignedFileWithItsSignatureAlive) {
  const std::string notice = pdf_of(set(manuscript(
      "enforcement", {paragraph(Role::title, "行政检查通知书"), paragraph(Role::body, "正文。")})));
  SignatureField field;
  field.name = "印章";
  field.signer = "示例县司法局";
  field.at = *parse_moment("2026-09-03T10:00:00+08:00");
  const auto place = make_place_for_signature(notice, field, "a.pdf");
  ASSERT_TRUE(place.ok());
  const std::string original = signed_by_openssl(*place, "whole");
  const auto volume = bound({{nullptr, held(original), true, "1 行政检查通知书"}}, fonts(), stamp());
  ASSERT_TRUE(volume.ok()) << render(volume.diagnostics().front(), Language::english);
  const std::string path = write_file("with-signed.pdf", volume->bytes);
  EXPECT_TRUE(run("qpdf --check " + path).ok);
  ASSERT_TRUE(run("pdfdetach -save 1 -o " + scratch("detached.pdf") + " " + path).ok);
  EXPECT_EQ(read_bytes(scratch("detached.pdf")), original);
  EXPECT_NE(run("pdfsig -nocert " + scratch("detached.pdf")).output.find("Signature is Valid"),
            std::string::npos);
  EXPECT_NE(volume->bytes.find("<pdfaid:part>3<"), std::string::npos);
  EXPECT_NE(run("pdftotext " + path + " -").output.find("正文"), std::string::npos)
      << "its pages are bound as well";
  EXPECT_EQ(run("pdfsig " + path).output.find("Signature #"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::pages
