#pragma once
// Short words for the tests of pages: fonts of this machine, shipped styles, manuscripts, and the
// judges outside (pdftotext, qpdf).

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/text.h"
#include "pages/pages.h"
#include "pages/setting.h"
#include "pages/style.h"

namespace anjuan::pages {

inline constexpr int kSize = 5644;  ///< of characters: 16 points, in micrometres

inline std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::vector<std::string> font_folders() {
  return {ANJUAN_BINARY_DIR "/fonts", ANJUAN_SOURCE_DIR "/build/fonts"};
}

inline const Fonts& fonts() {
  static const auto loaded = load_fonts(font_folders());
  if (!loaded.ok()) {
    for (const Diagnostic& d : loaded.diagnostics()) std::fputs(render(d, Language::english).c_str(), stderr);
    std::abort();
  }
  return **loaded;
}

inline std::shared_ptr<const Style> style(const std::string& id) {
  const std::string path = ANJUAN_SOURCE_DIR "/templates/styles/" + id + ".xml";
  auto loaded = load_style(read_bytes(path), id + ".xml");
  if (!loaded.ok()) {
    for (const Diagnostic& d : loaded.diagnostics()) std::fputs(render(d, Language::english).c_str(), stderr);
    std::abort();
  }
  return *loaded;
}

/// A bound volume with its bytes.
struct BoundBytes : BoundVolume {
  std::string bytes;
};
inline Result<BoundBytes> bound(const std::vector<VolumePart>& parts, const Fonts& faces, const PdfStamp& stamp) {
  std::string bytes;
  ANJUAN_TRY(BoundVolume volume, pages::bind(parts, faces, stamp, [&](std::string_view piece) -> Outcome {
    bytes += piece;
    return Done{};
  }));
  return BoundBytes{std::move(volume), std::move(bytes)};
}

inline Runs words(const std::string& text) { return {{text, std::nullopt, false, 0}}; }
inline Paragraph paragraph(Role role, const std::string& text) { return {role, words(text), {}, {}, false}; }
inline Run blank(int width_um) { return {"", std::nullopt, false, width_um}; }
inline Cell cell(const std::string& text, Role role = Role::form_text, int columns = 1, int rows = 1) {
  Cell made;
  made.blocks.push_back(paragraph(role, text));
  made.column_span = columns;
  made.row_span = rows;
  return made;
}
inline Row row(const std::vector<std::string>& texts, bool header = false) {
  Row made;
  for (const std::string& text : texts) made.cells.push_back(cell(text));
  made.header = header;
  return made;
}
inline Manuscript manuscript(const std::string& style_id, std::vector<Block> blocks) {
  Manuscript made;
  made.style = style_id;
  made.title = "示例文书";
  made.blocks = std::move(blocks);
  return made;
}
inline std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

inline Setting set(const Manuscript& m) {
  auto setting = set_pages(m, *style(m.style), fonts());
  if (!setting.ok()) {
    for (const Diagnostic& d : setting.diagnostics()) ADD_FAILURE() << render(d, Language::english);
    return {};
  }
  return std::move(setting).value();
}

inline PdfStamp stamp(const std::string& id = "2026-LS-001-01") {
  return {id, "行政检查通知书", "示例县司法局", "示例", *parse_moment("2026-09-10T09:30:00+08:00")};
}
inline std::string pdf_of(const Setting& setting) {
  auto pdf = write_pdf(setting, fonts(), stamp());
  if (!pdf.ok()) {
    ADD_FAILURE() << render(pdf.diagnostics().front(), Language::english);
    return {};
  }
  return std::move(pdf).value();
}

inline std::string text_of(const Words& line) {
  std::u32string text;
  for (const Glyph& glyph : line.glyphs) text += glyph.character;
  return to_utf8(text);
}
/// All words of a page, one string for each baseline, in order of setting.
inline std::vector<Words> lines_of(const Page& page) {
  std::vector<Words> lines;
  for (const Mark& mark : page.marks) {
    const Words* found = std::get_if<Words>(&mark);
    if (found == nullptr) continue;
    const bool goes_on = !lines.empty() && lines.back().y == found->y && lines.back().x < found->x;
    if (!goes_on)
      lines.push_back(*found);
    else
      lines.back().glyphs.insert(lines.back().glyphs.end(), found->glyphs.begin(), found->glyphs.end());
  }
  return lines;
}
/// The line whose text holds `part`, and the number of its page from 1; page 0 if there is none.
struct FoundLine {
  int page = 0;
  Words line;
  int right() const {
    int x = line.x;
    for (const Glyph& glyph : line.glyphs) x += glyph.advance;
    return x;
  }
};
inline FoundLine find_line(const Setting& setting, const std::string& part) {
  for (std::size_t i = 0; i < setting.pages.size(); ++i) {
    for (const Words& line : lines_of(setting.pages[i])) {
      if (text_of(line).find(part) != std::string::npos) return {static_cast<int>(i) + 1, line};
    }
  }
  ADD_FAILURE() << "no line holds " << part;
  return {};
}

/// A folder of this test run, emptied at the start.
inline std::string scratch(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(ANJUAN_BINARY_DIR) / "pages_test";
  std::filesystem::create_directories(folder);
  return (folder / name).string();
}
inline std::string write_file(const std::string& name, const std::string& bytes) {
  const std::string path = scratch(name);
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}
/// Output of a command and whether it succeeded.
struct Ran {
  bool ok = false;
  std::string output;
};
inline Ran run(const std::string& command) {
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  Ran ran;
  char buffer[4096];
  for (std::size_t n; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    ran.output.append(buffer, n);
  ran.ok = pipe != nullptr && pclose(pipe) == 0;
  return ran;
}
/// Text of a PDF in the order of setting, without white space.
inline std::string pdf_words(const std::string& name, const std::string& pdf) {
  const std::string text = run("pdftotext -raw -enc UTF-8 " + write_file(name, pdf) + " -").output;
  std::u32string kept;
  for (const char32_t c : to_u32(text)) {
    if (c > U' ' && c != 0x3000) kept += c;
  }
  return to_utf8(kept);
}
inline std::string set_words(const Setting& setting) {
  std::u32string kept;
  for (const Page& page : setting.pages) {
    for (const Mark& mark : page.marks) {
      const Words* found = std::get_if<Words>(&mark);
      if (found == nullptr) continue;
      for (const Glyph& glyph : found->glyphs) {
        if (glyph.character > U' ' && glyph.character != 0x3000) kept += glyph.character;
      }
    }
  }
  return to_utf8(kept);
}

inline std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : diagnostics) codes.emplace_back(d.row->code);
  return codes;
}

/// A PNG of stored (unpacked) rows, each with its filter byte in front.
inline std::string png(int width, int height, int depth, int color, const std::string& rows,
                       const std::string& more = "", bool interlaced = false) {
  const auto number = [](std::uint32_t n) {
    return std::string{char(n >> 24), char(n >> 16), char(n >> 8), char(n)};
  };
  const auto chunk = [&](const std::string& kind, const std::string& body) {
    return number(static_cast<std::uint32_t>(body.size())) + kind + body + number(0);
  };
  std::uint32_t a = 1, b = 0;
  for (const char c : rows) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  const auto size = static_cast<std::uint32_t>(rows.size());
  const std::string zlib = std::string("\x78\x01\x01", 3) + char(size) + char(size >> 8) + char(~size) +
                           char(~size >> 8) + rows + number(b << 16 | a);
  const std::string head =
      number(width) + number(height) + char(depth) + char(color) + std::string(2, '\0') + char(interlaced);
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + more + chunk("IDAT", zlib) + chunk("IEND", "");
}
inline std::string png_chunk(const std::string& kind, const std::string& body) {
  const auto n = static_cast<std::uint32_t>(body.size());
  return std::string{char(n >> 24), char(n >> 16), char(n >> 8), char(n)} + kind + body +
         std::string(4, '\0');
}
/// The head of a JPEG that no decoder has to look into, optionally turned by EXIF.
inline std::string jpeg(int width, int height, int components, int orientation = 0) {
  std::string bytes = "\xff\xd8";
  if (orientation > 0) {
    const std::string exif = std::string("Exif\0\0", 6) +
                             std::string("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) +
                             char(orientation) + std::string(6, '\0');
    bytes += std::string("\xff\xe1", 2) + char(0) + char(exif.size() + 2) + exif;
  } else {
    bytes += std::string("\xff\xe0\0\x04\0\0", 6);
  }
  bytes += std::string("\xff\xc0\0", 3) + char(8 + 3 * components) + char(8) + char(height >> 8) +
           char(height) + char(width >> 8) + char(width) + char(components);
  for (int i = 0; i < components; ++i) bytes += std::string{char(i + 1), 0x11, 0};
  return bytes + std::string("\xff\xda\0\x02\xff\xd9", 6);
}

}  // namespace anjuan::pages
