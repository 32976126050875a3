// What binding holds, and what lives on inside a volume.

#include <map>

#include "pages/messages.h"
#include "paper.h"
#include "signed.h"

namespace anjuan::pages {
namespace {

/// A scan of a photograph of nine million bytes that do not pack.
std::string large_scan() {
  std::string photo = jpeg(4000, 3000, 3), noise;
  std::uint32_t state = 7;
  for (int i = 0; i < 9'000'000; ++i)
    noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  photo.insert(photo.size() - 2, noise);
  const auto part = part_from_scan(photo, "照片.jpg");
  EXPECT_TRUE(part.ok());
  return part.ok() ? pdf_of(*part->own) : "";
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
