// PDFs that are made to harm: what a file unpacks to, and how much it makes the reader do, is bounded.

#include <sys/resource.h>

#include "measurement/measured.h"
#include "pages/deflated.h"

namespace anjuan::measurement {
namespace {

/// One page that uses a font with this character map.
std::string with_character_map(const std::string& map, const std::string& filter) {
  std::string pdf = "%PDF-1.4\n", table = "xref\n0 7\n0000000000 65535 f \n";
  int n = 0;
  const auto add = [&](const std::string& object) {
    const std::string place = std::to_string(pdf.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    pdf += std::to_string(++n) + " 0 obj\n" + object + "\nendobj\n";
  };
  const auto stream = [](const std::string& keys, const std::string& bytes) {
    return "<<" + keys + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
  };
  add("<</Type/Catalog/Pages 2 0 R>>");
  add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
  add(stream("", "BT /F1 16 Tf 80 700 Td (Report) Tj ET"));
  add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>");
  add(stream(filter, map));
  const std::string at = std::to_string(pdf.size());
  return pdf + table + "trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

std::string words_against(const std::string& pdf) {
  const auto paper = read_pdf(pdf, "a.pdf");
  return paper.ok() ? "" : sentence(paper.diagnostics()[0], Language::chinese);
}

TEST(ReadPdf, RefusesACharacterMapThatUnpacksWithoutEnd) {
  EXPECT_EQ(words_against(with_character_map("1 beginbfrange <00> <ff> <0000> endbfrange", "")), "");
  EXPECT_EQ(words_against(with_character_map(deflated(std::string(std::size_t{9} << 20, ' '), Effort::quick), "/Filter/FlateDecode")),
            "这个 PDF 文件不能测量：有一个字体的文字对照表展开后超过 8 MiB");
}

// A line of twenty bytes names 65,536 characters; any number of such lines would take hours.
TEST(ReadPdf, RefusesFontsThatNameCharactersWithoutEnd) {
  std::string map = "beginbfrange ";
  for (int i = 0; i < 1000; ++i) map += "<0000> <ffff> <0041>\n";
  EXPECT_EQ(words_against(with_character_map(map, "")), "这个 PDF 文件不能测量：字体写明的字符太多");
}

/// A page and an object stream that unpacks to 320 MiB, as compressed tables have it.
std::string with_packed_objects() {
  const std::string packed = deflated("5 0 null" + std::string(std::size_t{320} << 20, ' '), Effort::quick);
  std::string pdf = "%PDF-1.5\n", entries(5, '\0');
  int n = 0;
  const auto entry = [&](int kind, std::size_t place) {
    entries += {static_cast<char>(kind), static_cast<char>(place >> 16), static_cast<char>(place >> 8), static_cast<char>(place), '\0'};
  };
  const auto add = [&](const std::string& object) {
    entry(1, pdf.size());
    pdf += std::to_string(++n) + " 0 obj\n" + object + "\nendobj\n";
  };
  add("<</Type/Catalog/Pages 2 0 R>>");
  add("<</Type/Pages/Kids[5 0 R]/Count 1>>");
  add("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>\nstream\n" + packed + "\nendstream");
  const std::size_t table = pdf.size();
  entry(1, table);
  entry(2, 3);
  return pdf + "4 0 obj\n<</Type/XRef/Size 6/W[1 3 1]/Root 1 0 R/Length " + std::to_string(entries.size()) + ">>\nstream\n" + entries +
         "\nendstream\nendobj\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

TEST(ReadPdf, RefusesObjectsThatUnpackWithoutEnd) {
  EXPECT_EQ(words_against(with_packed_objects()),
            "这个 PDF 文件不能测量：展开以后超过允许的内存限度（128 MiB）或者时间，或者内存不足");
}

// That no further file can be opened says nothing of this one.
TEST(ReadPdf, SaysThatItCannotTryAFileNow) {
  const std::string packed = with_packed_objects();
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit none{3, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
  const auto refused = read_pdf(packed, "a.pdf");
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ3503"});
}

}  // namespace
}  // namespace anjuan::measurement
