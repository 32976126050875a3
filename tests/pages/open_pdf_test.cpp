// PDFs that are made to harm: what a file unpacks to while it is opened is bounded.

#include "pages/open_pdf.h"

#include "pages/attached_files.h"
#include "pages/opening_trial.h"
#include "pages/revisions.h"
#include "pages/sign_pdf.h"
#include "paper.h"
#include "peak.h"

namespace anjuan::pages {
namespace {

/// zlib data that unpacks to so many MiB of zeros: one literal, then copies of 258 bytes in thirteen bits each.
std::string swelling(int mebibytes) {
  std::string bits = "11000110000";  // last block, fixed codes; the literal 0
  const std::int64_t copies = (std::int64_t{mebibytes} << 20) / 258;
  std::string packed = "\x78\x9c";
  const auto flush = [&](bool all) {
    std::size_t at = 0;
    for (; at + 8 <= bits.size() || (all && at < bits.size()); at += 8) {
      int byte = 0;
      for (std::size_t i = 0; i < 8 && at + i < bits.size(); ++i) byte |= (bits[at + i] - '0') << i;
      packed += static_cast<char>(byte);
    }
    bits.erase(0, std::min(at, bits.size()));
  };
  for (std::int64_t i = 0; i < copies; ++i) {
    bits += "1100010100000";
    flush(false);
  }
  bits += "0000000";
  flush(true);
  return packed + std::string(4, '\0');
}

/// A file of these objects, the last of which is its cross-reference stream; `entries` are the bytes of that.
class PackedFile {
 public:
  void add(const std::string& object) {
    places_.push_back(bytes_.size());
    bytes_ += std::to_string(places_.size()) + " 0 obj " + object + " endobj\n";
  }
  void add_stream(const std::string& keys, const std::string& stream) {
    add("<<" + keys + "/Length " + std::to_string(stream.size()) + ">>stream\n" + stream + "\nendstream");
  }
  std::size_t place(std::size_t n) const { return places_[n - 1]; }
  std::size_t end() const { return bytes_.size(); }
  std::string finished() const { return bytes_ + "startxref\n" + std::to_string(places_.back()) + "\n%%EOF\n"; }

 private:
  std::string bytes_ = "%PDF-1.5\n";
  std::vector<std::size_t> places_;
};

PackedFile one_page() {
  PackedFile file;
  file.add("<</Type/Catalog/Pages 2 0 R>>");
  file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  file.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>");
  return file;
}

std::string table_bomb() {
  PackedFile file = one_page();
  file.add_stream("/Type/XR#65f/Size 5/W[1 2 1]/Root 1 0 R/Filter/FlateDecode", swelling(320));
  return file.finished();
}

/// One page whose fifth object is packed into the fourth, which holds `objects`.
std::string with_packed_objects(const std::string& keys, const std::string& objects) {
  PackedFile file = one_page();
  file.add_stream("/Type/ObjStm/N 1/First 4" + keys, objects);
  std::string entries(5, '\0');
  const auto entry = [&](int kind, std::size_t place, int index) {
    entries += {static_cast<char>(kind), static_cast<char>(place >> 16), static_cast<char>(place >> 8),
                static_cast<char>(place), static_cast<char>(index)};
  };
  for (std::size_t n = 1; n <= 4; ++n) entry(1, file.place(n), 0);
  entry(2, 4, 0);
  entry(1, file.end(), 0);
  // Object 5 is in the stream; the table is the sixth, and stands fifth in the file.
  const std::string table = "6 0 obj <</Type/XRef/Size 7/W[1 3 1]/Root 1 0 R/Length " + std::to_string(entries.size()) +
                            ">>stream\n" + entries + "\nendstream endobj\n";
  const std::string all = file.finished();
  return all.substr(0, file.end()) + table + "startxref\n" + std::to_string(file.end()) + "\n%%EOF\n";
}

/// What the file is refused with, in the reader's words; "" if it is taken.
std::string words_against(const std::string& pdf) {
  const auto counted = count_pdf_pages(pdf, "扫描.pdf");
  return counted.ok() ? "" : sentence(counted.diagnostics().front(), Language::chinese);
}

const char* const too_large = "PDF 文件“扫描.pdf”无法读取：展开以后超过允许的内存限度（128 MiB），或者内存不足。";

TEST(OpenPdf, TakesFilesWithPackedStructure) {
  // PoDoFo looks for a trailer in the last thousand bytes, and wants that there are as many.
  const std::string small = with_packed_objects("", "5 0 <</A 1>>" + std::string(1000, ' '));
  EXPECT_TRUE(has_packed_structure(small));
  EXPECT_EQ(words_against(small), "");
  const std::string own = write_file("to-pack.pdf", pdf_of(set(manuscript("record", {paragraph(Role::body, "正文。")}))));
  EXPECT_FALSE(has_packed_structure(read_bytes(own)));
  ASSERT_TRUE(run("qpdf --object-streams=generate " + own + " " + scratch("packed.pdf")).ok);
  EXPECT_TRUE(has_packed_structure(read_bytes(scratch("packed.pdf"))));
  EXPECT_EQ(words_against(read_bytes(scratch("packed.pdf"))), "");
}

TEST(OpenPdf, RefusesATableThatUnpacksWithoutEnd) { EXPECT_EQ(words_against(table_bomb()), too_large); }

TEST(OpenPdf, RefusesObjectsThatUnpackWithoutEnd) {
  EXPECT_EQ(words_against(with_packed_objects("/Filter/FlateDecode", swelling(320))), too_large);
}

/// Every zero of a list becomes an object many times as large.
TEST(OpenPdf, RefusesSmallTextsThatBecomeManyObjects) {
  std::string zeros(6'000'000, ' ');
  for (std::size_t i = 0; i < zeros.size(); i += 2) zeros[i] = '0';
  EXPECT_EQ(words_against(with_packed_objects("", "5 0 [" + zeros + "]")), too_large);
}

TEST(OpenPdf, HoldsAtMostWhatIsAllowed) {
  const std::string table = table_bomb(), objects = with_packed_objects("/Filter/FlateDecode", swelling(320));
  const auto held_by = [](const std::string& pdf) { return peak_of([&] { return !words_against(pdf).empty(); }); };
  const long most = static_cast<long>(most_opening_memory >> 10) + 65536;
  for (const std::string* pdf : {&table, &objects}) {
    const long peak = held_by(*pdf);
    EXPECT_GT(peak, 0);
    EXPECT_LT(peak, most);
  }
}

TEST(OpenPdf, RefusesMetadataThatUnpackWithoutEnd) {
  PackedFile file;
  file.add("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>");
  file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  file.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>");
  file.add_stream("/Type/Metadata/Subtype/XML/Filter/FlateDecode", swelling(64));
  std::string table = "xref\n0 5\n0000000000 65535 f \n";
  for (std::size_t n = 1; n <= 4; ++n) table += std::string(10 - std::to_string(file.place(n)).size(), '0') + std::to_string(file.place(n)) + " 00000 n \n";
  const std::string all = file.finished();
  const std::string pdf = all.substr(0, file.end()) + table + "trailer<</Root 1 0 R/Size 5>>\nstartxref\n" + std::to_string(file.end()) + "\n%%EOF\n";
  ASSERT_FALSE(has_packed_structure(pdf));
  EXPECT_EQ(words_against(pdf), "") << "its pages can be counted";
  const auto volume = bound({{nullptr, held(pdf), true, "扫描件"}}, fonts(), stamp());
  ASSERT_FALSE(volume.ok());
  EXPECT_EQ(codes_of(volume.diagnostics()), std::vector<std::string>{"AJ0706"});
}

/// Signatures, revisions and attachments are looked for in files from outside as well.
TEST(OpenPdf, StandsBeforeEveryReader) {
  const std::string pdf = table_bomb();
  EXPECT_FALSE(signatures_of(pdf, "a.pdf").ok());
  EXPECT_FALSE(room_for_seals(pdf, "a.pdf").ok());
  EXPECT_FALSE(make_place_for_signature(pdf, {}, "a.pdf").ok());
  EXPECT_FALSE(added_after(pdf, pdf.size() / 2, "a.pdf").ok());
  EXPECT_FALSE(read_attached_files(pdf, "a.pdf", [](const AttachedFile&) -> Outcome { return Done{}; }).ok());
  EXPECT_FALSE(bound({{nullptr, held(pdf), true, "扫描件"}}, fonts(), stamp()).ok());
}

}  // namespace
}  // namespace anjuan::pages
