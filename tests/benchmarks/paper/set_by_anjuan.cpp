// Our own contender: from data through template, style and fonts to the file, as an act does it.

#include <libdeflate.h>
#include <podofo/podofo.h>
#include <time.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "benchmarks/paper/report.h"
#include "documents/compose.h"
#include "documents/load_template.h"
#include "pages/fonts.h"
#include "pages/pages.h"
#include "pages/setting.h"

namespace anjuan::paper_benchmark {
namespace {

std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class T>
T want(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  for (const Diagnostic& d : result.diagnostics()) std::fputs(render(d, Language::english).c_str(), stderr);
  std::exit(1);
}

std::shared_ptr<const pages::Fonts> fonts_of(Faces faces) {
  if (faces == Faces::debian) return want(pages::load_fonts({ANJUAN_SOURCE_DIR "/build/fonts"}));
  std::vector<std::shared_ptr<const pages::Face>> opened;
  for (const char* path : {text_face, bold_face, kai_face}) {
    opened.push_back(pages::Face::open(path, 0));
    if (opened.back() == nullptr) {
      std::fprintf(stderr, "%s cannot be read\n", path);
      std::exit(1);
    }
  }
  // Chains by role: 仿宋, 小标宋, 楷体, 黑体, 宋体.
  return std::make_shared<const pages::Fonts>(
      std::move(opened),
      std::array<std::vector<int>, pages::kFontRoleCount>{{{0, 1}, {1, 0}, {2, 1}, {1, 0}, {0, 1}}}, -1,
      read_bytes("/usr/share/color/icc/sRGB.icc"));
}

Fields names_of(const Report& report) {
  List paragraphs, rows;
  for (const std::string& text : report.paragraphs) paragraphs.push_back(Value(text));
  for (const Row& row : report.rows) {
    rows.push_back(
        Value(Fields{{"项目", Value(row.item)}, {"结果", Value(row.result)}, {"说明", Value(row.remark)}}));
  }
  return {{"标题", Value(report.title)}, {"编号", Value(report.number)}, {"段", Value(paragraphs)},
          {"行", Value(rows)},           {"结语", Value(report.close)},  {"落款", Value(report.signature)}};
}

/// What is loaded once for a batch.
struct Workshop {
  explicit Workshop(Faces faces)
      : fonts(fonts_of(faces)),
        style(want(pages::load_style(read_bytes(ANJUAN_SOURCE_DIR "/templates/styles/enforcement.xml"),
                                     "enforcement.xml"))),
        model(want(documents::load_template(
            read_bytes(ANJUAN_SOURCE_DIR "/tests/benchmarks/paper/report.xml"), "report.xml"))) {}

  pages::Manuscript compose(int n) const { return want(documents::compose(model, names_of(report_of(n)))); }
  pages::Setting set(const pages::Manuscript& manuscript) const {
    return want(pages::set_pages(manuscript, *style, *fonts));
  }
  pages::PdfStamp stamp(int n) const {
    return {"R-" + std::to_string(n), report_of(n).title, "云栖县司法局", "检查报告", at};
  }

  std::shared_ptr<const pages::Fonts> fonts;
  std::shared_ptr<const pages::Style> style;
  documents::DocumentTemplate model;
  Moment at = *parse_moment("2026-09-10T09:30:00+08:00");
};

void write_file(const std::string& folder, int n, const std::string& bytes) {
  std::ofstream(folder + "/" + std::to_string(n) + ".pdf", std::ios::binary) << bytes;
}

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Milliseconds to pack (at the fastest level) and write what the streams of the file hold.
double floor_of(const std::string& path, const std::string& folder) {
  PoDoFo::PdfMemDocument document(path.c_str());
  std::vector<std::string> streams;
  for (PoDoFo::PdfObject* object : document.GetObjects()) {
    if (!object->HasStream()) continue;
    char* bytes = nullptr;
    PoDoFo::pdf_long length = 0;
    object->GetStream()->GetFilteredCopy(&bytes, &length);
    streams.emplace_back(bytes, static_cast<std::size_t>(length));
    PoDoFo::podofo_free(bytes);
  }
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packer(
      libdeflate_alloc_compressor(1), libdeflate_free_compressor);
  constexpr int times = 50;
  const double begin = seconds();
  for (int i = 0; i < times; ++i) {
    std::string all;
    for (const std::string& bytes : streams) {
      std::string packed(libdeflate_zlib_compress_bound(packer.get(), bytes.size()), '\0');
      packed.resize(
          libdeflate_zlib_compress(packer.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
      all += packed;
    }
    std::ofstream(folder + "/floor.bin", std::ios::binary) << all;
  }
  return (seconds() - begin) * 1e3 / times;
}

}  // namespace

int set_by_anjuan(int count, const std::string& folder, Faces faces, bool pooled) {
  const Workshop workshop(faces);
  if (!pooled) {
    for (int n = 0; n < count; ++n)
      write_file(
          folder, n,
          want(pages::write_pdf(workshop.set(workshop.compose(n)), *workshop.fonts, workshop.stamp(n))));
    return 0;
  }
  std::vector<pages::Setting> settings;
  for (int n = 0; n < count; ++n) settings.push_back(workshop.set(workshop.compose(n)));
  const auto pool = want(pages::pool_fonts(settings, workshop.fonts));
  for (int n = 0; n < count; ++n)
    write_file(folder, n,
               want(pages::write_pdf(settings[static_cast<std::size_t>(n)], *pool, workshop.stamp(n))));
  return 0;
}

int bind_by_anjuan(int count, const std::string& folder, Faces faces) {
  const Workshop workshop(faces);
  std::vector<pages::VolumePart> parts;
  for (int n = 0; n < count; ++n) {
    pages::VolumePart part;
    part.own = std::make_shared<const pages::Setting>(workshop.set(workshop.compose(n)));
    part.bookmark = std::to_string(n + 1) + " " + report_of(n).title;
    parts.push_back(std::move(part));
  }
  std::ofstream file(folder + "/dossier.pdf", std::ios::binary);
  want(pages::bind(parts, *workshop.fonts, workshop.stamp(0), [&](std::string_view bytes) -> Outcome {
    file << bytes;
    return Done{};
  }));
  return 0;
}

int bind_photos_by_anjuan(int count) {
  const Workshop workshop(Faces::debian);
  // The head of a picture of 4000 by 3000 dots; what follows need not be decoded.
  std::string photo = std::string("\xff\xd8\xff\xc0\x00\x11\x08\x0b\xb8\x0f\xa0\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xda\x00\x02", 25);
  std::uint32_t state = 7;
  while (photo.size() < 4'000'000) photo += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  const pages::ReadBytes read = pages::held(std::move(photo));
  pages::Manuscript manuscript = workshop.compose(0);
  for (int n = 1; n <= count; ++n) manuscript.blocks.emplace_back(pages::Photo{read, 120000, "照片" + std::to_string(n)});
  pages::VolumePart part;
  part.own = std::make_shared<const pages::Setting>(workshop.set(manuscript));
  part.bookmark = "照片";
  want(pages::bind({part}, *workshop.fonts, workshop.stamp(0), [](std::string_view) -> Outcome { return Done{}; }));
  return 0;
}

void print_phases(int count, const std::string& folder, Faces faces) {
  const Workshop workshop(faces);
  double composing = 0, setting = 0, subsetting = 0, writing = 0;
  for (int n = 0; n < count; ++n) {
    const double begin = seconds();
    const pages::Manuscript manuscript = workshop.compose(n);
    const double composed = seconds();
    const std::vector<pages::Setting> set{workshop.set(manuscript)};
    const double placed = seconds();
    const auto pool = want(pages::pool_fonts(set, workshop.fonts));
    const double subset = seconds();
    write_file(folder, n, want(pages::write_pdf(set.front(), *pool, workshop.stamp(n))));
    composing += composed - begin, setting += placed - composed, subsetting += subset - placed,
        writing += seconds() - subset;
  }
  const auto each = [&](double sum) { return sum * 1e3 / count; };
  std::printf(
      "  of ours: compose %.2f, set pages %.2f, subset and pack fonts %.2f, write %.2f ms; floor (pack and "
      "write the same "
      "bytes) %.2f ms\n",
      each(composing), each(setting), each(subsetting), each(writing), floor_of(folder + "/0.pdf", folder));
}

}  // namespace anjuan::paper_benchmark
