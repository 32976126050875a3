// Places for signatures, judged by qpdf and pdfsig; the signatures themselves come from the openssl program.

#include "pages/sign_pdf.h"

#include <cstdio>

#include "pages/revisions.h"
#include "paper.h"
#include "signed.h"

namespace anjuan::pages {
namespace {

constexpr int county_seal = 42000;  // µm

std::string notice_pdf() {
  return pdf_of(set(manuscript("enforcement", {paragraph(Role::title, "行政检查通知书"),
                                               paragraph(Role::body, repeat("有权进行陈述、申辩。", 8)),
                                               Signature{{"示例县司法局"}, "2026年9月3日", true}})));
}

SignatureField field(const std::string& name) {
  SignatureField made;
  made.name = name;
  made.signer = "示例县司法局";
  made.reason = "印章";
  made.at = *parse_moment("2026-09-03T10:00:00+08:00");
  return made;
}

TEST(SignPdf, KeepsTheFileBeforeToTheByte) {
  const std::string pdf = notice_pdf();
  const auto place = make_place_for_signature(pdf, field("印章"), "a.pdf");
  ASSERT_TRUE(place.ok());
  EXPECT_EQ(place->bytes.substr(0, pdf.size()), pdf);
  EXPECT_EQ(make_place_for_signature(pdf, field("印章"), "a.pdf")->bytes, place->bytes);
  // No clock but that of the signature: the document information is not written again.
  EXPECT_EQ(place->bytes.find("ModDate", pdf.size()), std::string::npos);
}

TEST(SignPdf, IsAcceptedByQpdfAndPdfsigAlsoTwice) {
  SignatureField seal = field("印章");
  seal.picture = *sample_seal("示例县司法局", "", "示例", county_seal, fonts());
  seal.place = SealPlace{0, 140000, 150000};
  const std::string first =
      signed_by_openssl(*make_place_for_signature(notice_pdf(), field("承办人"), "a.pdf"), "one");
  const std::string second = signed_by_openssl(*make_place_for_signature(first, seal, "a.pdf"), "two");
  const std::string path = write_file("twice.pdf", second);
  const Ran checked = run("qpdf --check " + path);
  EXPECT_TRUE(checked.ok) << checked.output;
  const std::string judged = run("pdfsig -nocert " + path).output;
  EXPECT_NE(judged.find("Signature #2"), std::string::npos) << judged;
  EXPECT_EQ(judged.find("Digest Mismatch"), std::string::npos) << judged;
  std::size_t valid = 0;
  for (std::size_t at = judged.find("Signature is Valid"); at != std::string::npos;
       at = judged.find("Signature is Valid", at + 1))
    ++valid;
  EXPECT_EQ(valid, 2u) << judged;

  const auto found = signatures_of(second, "a.pdf");
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].field, "承办人");
  EXPECT_EQ((*found)[0].revision_size, first.size());
  EXPECT_EQ((*found)[1].revision_size, second.size());
  EXPECT_EQ((*found)[1].signer, "示例县司法局");
  EXPECT_TRUE((*found)[0].sound && (*found)[1].sound);
}

TEST(SignPdf, GivesASecondFieldOfTheSameNameItsOwn) {
  const std::string first =
      signed_by_openssl(*make_place_for_signature(notice_pdf(), field("印章"), "a.pdf"), "one");
  const std::string second =
      signed_by_openssl(*make_place_for_signature(first, field("印章"), "a.pdf"), "two");
  EXPECT_EQ((*signatures_of(second, "a.pdf"))[1].field, "印章2");
}

TEST(SignPdf, RefusesWhatCannotBeSigned) {
  SignatureField nowhere = field("印章");
  nowhere.place = SealPlace{7, 0, 0};
  EXPECT_STREQ(make_place_for_signature(notice_pdf(), nowhere, "a.pdf").diagnostics()[0].row->code, "AJ0740");
  EXPECT_STREQ(make_place_for_signature("no pdf", field("印章"), "a.pdf").diagnostics()[0].row->code,
               "AJ0706");
  const auto place = make_place_for_signature(notice_pdf(), field("印章"), "a.pdf");
  EXPECT_STREQ(put_signature(*place, std::string(20000, 'x')).diagnostics()[0].row->code, "AJ0741");
  EXPECT_TRUE(signatures_of(notice_pdf(), "a.pdf")->empty());
  EXPECT_FALSE(signatures_of("no pdf", "a.pdf").ok());
}

TEST(SignPdf, TakesNoRangeForSoundThatLeavesOutMore) {
  const std::string pdf =
      signed_by_openssl(*make_place_for_signature(notice_pdf(), field("印章"), "a.pdf"), "one");
  const std::size_t range = pdf.find("/ByteRange");
  const std::size_t open = pdf.find('[', range), space = pdf.find(' ', open + 3);
  std::string cheated = pdf;
  cheated[space - 1] = cheated[space - 1] == '0'
                           ? '1'
                           : static_cast<char>(cheated[space - 1] - 1);  // the first part ends elsewhere
  EXPECT_FALSE((*signatures_of(cheated, "a.pdf"))[0].sound);
}

/// Appends a revision in which one object of the file says something else.
std::string with_another(const std::string& pdf, const std::string& object_begin, const std::string& from,
                         const std::string& to) {
  const std::size_t at = pdf.rfind(object_begin);
  const std::size_t begin = pdf.rfind('\n', pdf.rfind(" obj", at)) + 1, end = pdf.find("endobj", at) + 7;
  const std::string object = replace_all(pdf.substr(begin, end - begin), from, to);
  const std::string last = pdf.substr(pdf.rfind("startxref") + 10);
  const std::string number = object.substr(0, object.find(' '));
  std::string offset = std::to_string(pdf.size());
  offset.insert(0, 10 - offset.size(), '0');
  const std::size_t trailer = pdf.rfind("trailer");
  std::string dictionary = pdf.substr(trailer, pdf.find("startxref", trailer) - trailer);
  if (const std::size_t prev = dictionary.find("/Prev"); prev != std::string::npos)
    dictionary.replace(prev, dictionary.find_first_of("/>", prev + 1) - prev, "");
  dictionary.insert(dictionary.rfind(">>"), "/Prev " + last.substr(0, last.find('\n')));
  return pdf + object + "xref\n0 1\n0000000000 65535 f \n" + number + " 1\n" + offset + " 00000 n \n" +
         dictionary + "startxref\n" + std::to_string(pdf.size() + object.size()) + "\n%%EOF\n";
}

TEST(AddedAfter, TellsSignaturesFromEverythingElse) {
  SignatureField seal = field("印章");
  seal.picture = *sample_seal("示例县司法局", "", "示例", county_seal, fonts());
  seal.place = SealPlace{0, 140000, 150000, ""};
  const std::string first =
      signed_by_openssl(*make_place_for_signature(notice_pdf(), field("承办人"), "a.pdf"), "one");
  const std::string second = signed_by_openssl(*make_place_for_signature(first, seal, "a.pdf"), "two");
  EXPECT_EQ(*added_after(second, second.size(), "a.pdf"), Added::nothing);
  EXPECT_EQ(*added_after(second + "\n", second.size(), "a.pdf"), Added::nothing);
  EXPECT_EQ(*added_after(second, first.size(), "a.pdf"), Added::signatures);
  const std::string turned = with_another(first, "/MediaBox", "/MediaBox", "/Rotate 90/MediaBox");
  EXPECT_TRUE(run("qpdf --check " + write_file("turned.pdf", turned)).ok);
  EXPECT_EQ(*added_after(turned, first.size(), "a.pdf"), Added::other);
  const std::string renamed = with_another(second, "/Reason", "Adobe.PPKLite", "Adobe.PPKXite");
  EXPECT_EQ(*added_after(renamed, second.size(), "a.pdf"), Added::other);
  EXPECT_FALSE(added_after("no pdf", 2, "a.pdf").ok());
}

TEST(SealPlaces, AreToldByThePaperItself) {
  const auto room = room_for_seals(notice_pdf(), "a.pdf");
  ASSERT_TRUE(room.ok());
  ASSERT_EQ(room->places.size(), 1u);
  EXPECT_EQ(room->places[0].organ, "示例县司法局");
  EXPECT_EQ(room->places[0].page, 0);
  EXPECT_EQ(room->watermark, "");
  const std::string sealed =
      signed_by_openssl(*make_place_for_signature(notice_pdf(), field("印章"), "a.pdf"), "one");
  EXPECT_EQ(room_for_seals(sealed, "a.pdf")->places.size(), 1u);
}

TEST(SealPlaces, PressOnNameAndDateAndKeepOffTheText) {
  const Setting notice =
      set(manuscript("enforcement", {paragraph(Role::title, "行政检查通知书"),
                                     paragraph(Role::body, repeat("有权进行陈述、申辩。", 8)),
                                     Signature{{"示例县司法局"}, "2026年9月3日", true}}));
  ASSERT_EQ(notice.seals.size(), 1u);
  std::vector<int> baselines;  // of the lines, downward
  for (const Mark& mark : notice.pages[0].marks) {
    const Words* line = std::get_if<Words>(&mark);
    if (line != nullptr && line->y < 270000 && (baselines.empty() || baselines.back() < line->y))
      baselines.push_back(line->y);
  }
  ASSERT_GE(baselines.size(), 4u);
  const int date = baselines.back(), name = baselines[baselines.size() - 2],
            text = baselines[baselines.size() - 3];
  const int middle = notice.seals[0].middle_y, top = middle - county_seal / 2, pitch = date - name;
  EXPECT_LT(middle, (name + date) / 2);       // 居中偏下
  EXPECT_GT(top, text);                       // nothing of the text is covered
  EXPECT_LT(top, text + pitch + pitch / 2);   // 上距正文一行之内
  EXPECT_GT(middle + county_seal / 2, date);  // 下压成文日期
  EXPECT_GT(notice.seals[0].middle_x, 105000);
}

TEST(SealPlaces, AreOneForEachOrganAndNoneWithoutASeal) {
  const Setting joint = set(manuscript(
      "official", {paragraph(Role::body, repeat("各乡镇人民政府。", 8)),
                   Signature{{"示例县司法局", "示例县公安局", "示例县财政局"}, "2026年9月3日", true}}));
  ASSERT_EQ(joint.seals.size(), 3u);
  EXPECT_EQ(joint.seals[1].organ, "示例县公安局");
  EXPECT_GE(joint.seals[1].middle_x - joint.seals[0].middle_x, county_seal);  // 互不相交或相切
  EXPECT_TRUE(set(manuscript("official", {paragraph(Role::body, "各乡镇人民政府。"),
                                          Signature{{"示例县司法局"}, "2026年9月3日", false}}))
                  .seals.empty());
}

TEST(Seal, SampleIsNeverWithoutItsMark) {
  EXPECT_STREQ(sample_seal("示例县司法局", "", "", county_seal, fonts()).diagnostics()[0].row->code,
               "AJ0742");
}

TEST(Seal, PictureBecomesInkOnNothing) {
  const std::string png = read_bytes(ANJUAN_SOURCE_DIR "/examples/county/扫描件-现场检查笔录.png");
  const auto seal = seal_from_picture(png, county_seal, "章.png");
  ASSERT_TRUE(seal.ok());
  EXPECT_EQ((*seal)->stencil.size(), static_cast<std::size_t>(((*seal)->columns + 7) / 8 * (*seal)->rows));
  EXPECT_EQ((*seal)->width, county_seal);
  EXPECT_FALSE(seal_from_picture("no picture", county_seal, "章.png").ok());
}

/// Red dots of a page as poppler draws it at 40 dots an inch, within 21 mm of a point; a picture (PPM) has 3
/// bytes for each dot.
int red_around(const std::string& pdf, int page, int middle_x, int middle_y) {
  const std::string folder = scratch("drawn");
  run("rm -rf " + folder + " && mkdir " + folder + " && pdftoppm -r 40 -f " + std::to_string(page) + " -l " + std::to_string(page) + " -singlefile " + pdf + " " +
      folder + "/p");
  const std::string ppm = read_bytes(folder + "/p.ppm");
  int width = 0, height = 0, used = 0;
  if (std::sscanf(ppm.c_str(), "P6 %d %d 255%n", &width, &height, &used) != 2) return 0;
  const auto dot = [](int um) { return um * 40 / 25400; };
  int red = 0;
  for (int y = dot(middle_y - 21000); y < dot(middle_y + 21000); ++y) {
    for (int x = dot(middle_x - 21000); x < dot(middle_x + 21000); ++x) {
      const std::size_t at = static_cast<std::size_t>(used + 1 + (y * width + x) * 3);
      const auto level = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(ppm[at + i])); };
      red += level(0) > 150 && level(1) < 120 && level(2) < 120 ? 1 : 0;
    }
  }
  return red;
}

// A sealed paper in a volume shows its seal where it was set, below the page number of the volume.
TEST(Seal, IsSeenOnItsPageOfABoundVolume) {
  if (!run("command -v pdftoppm").ok) GTEST_SKIP() << "skipped: pdftoppm is not here";
  const std::string notice = notice_pdf();
  const auto room = room_for_seals(notice, "a.pdf");
  ASSERT_TRUE(room.ok());
  ASSERT_EQ(room->places.size(), 1u);
  const SealPlace& place = room->places.front();
  SignatureField sealed = field("印章");
  sealed.picture = *sample_seal("示例县司法局", "", "示例", county_seal, fonts());
  sealed.place = place;
  const std::string form = signed_by_openssl(*make_place_for_signature(notice, sealed, "a.pdf"), "bound");
  const auto volume = bound({{std::make_shared<const Setting>(set(manuscript("official", {paragraph(Role::body, "首件。")}))), nullptr, true, "首件"},
                             {nullptr, held(form), true, "通知"}}, fonts(), stamp());
  ASSERT_TRUE(volume.ok());
  const std::string before = write_file("sealed-alone.pdf", notice), alone = write_file("sealed.pdf", form), pdf = write_file("sealed-bound.pdf", volume->bytes);
  EXPECT_EQ(red_around(before, place.page + 1, place.middle_x, place.middle_y), 0);
  const int drawn = red_around(alone, place.page + 1, place.middle_x, place.middle_y);
  EXPECT_GT(drawn, 300);
  EXPECT_EQ(red_around(pdf, place.page + 2, place.middle_x, place.middle_y), drawn);
  EXPECT_TRUE(run("qpdf --check " + pdf).ok);
}

}  // namespace
}  // namespace anjuan::pages
