#include "pages/pdf_fonts.h"

#include <algorithm>

#include "base/check.h"
#include "pages/deflated.h"
#include "pages/messages.h"

namespace anjuan::pages {
namespace {

constexpr char kCapitalHex[] = "0123456789ABCDEF";

void add_hex4(std::string& out, std::uint32_t value) {
  for (int shift = 12; shift >= 0; shift -= 4) out += kCapitalHex[value >> shift & 0xf];
}

void add_utf16(std::string& out, char32_t character) {
  if (character < 0x10000) return add_hex4(out, character);
  const std::uint32_t rest = character - 0x10000;
  add_hex4(out, 0xd800 + (rest >> 10));
  add_hex4(out, 0xdc00 + (rest & 0x3ff));
}

/// Codes ascending with their characters.
std::vector<std::pair<std::uint32_t, char32_t>> characters_by_code(const UsedFont& font) {
  std::vector<std::pair<std::uint32_t, char32_t>> sorted;
  for (const std::uint32_t glyph : font.glyphs)
    sorted.emplace_back(font.codes.at(glyph), font.characters.at(glyph));
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

/// The ToUnicode map of a subset.
std::string to_unicode(const UsedFont& font) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) "
      "/Ordering "
      "(UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
      "<0000> <FFFF>\nendcodespacerange\n";
  const auto sorted = characters_by_code(font);
  for (std::size_t from = 0; from < sorted.size(); from += 100) {
    const std::size_t end = std::min(sorted.size(), from + 100);
    map += std::to_string(end - from) + " beginbfchar\n";
    for (std::size_t i = from; i < end; ++i) {
      map += '<';
      add_hex4(map, sorted[i].first);
      map += "> <";
      add_utf16(map, sorted[i].second);
      map += ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// Width as the PDF says it, thousandths of the size.
int width_in(const Face& face, std::uint32_t glyph) {
  return (face.advance(glyph) * 2000 + face.units_per_em()) / (2 * face.units_per_em());
}

/// The W array of a subset, without codes of width 1000.
std::string width_array(const UsedFont& font, const Face& face) {
  std::vector<std::pair<std::uint32_t, int>> widths;
  for (const std::uint32_t glyph : font.glyphs)
    widths.emplace_back(font.codes.at(glyph), width_in(face, glyph));
  std::sort(widths.begin(), widths.end());
  std::string array = "[";
  for (const auto& [code, width] : widths) {
    if (width != 1000) array += std::to_string(code) + "[" + std::to_string(width) + "]";
  }
  return array + "]";
}

/// Six letters from the glyphs, so that the same glyphs give the same name.
std::string subset_tag(const UsedFont& font) {
  std::uint64_t sum = 14695981039346656037u;  // FNV-1a
  for (const std::uint32_t glyph : font.glyphs) {
    sum = (sum ^ glyph) * 1099511628211u;
    sum = (sum ^ font.characters.at(glyph)) * 1099511628211u;
  }
  std::string tag;
  for (int i = 0; i < 6; ++i, sum /= 26) tag += static_cast<char>('A' + sum % 26);
  return tag;
}

}  // namespace

std::size_t FontUses::font_for(int face, const Glyph& glyph) {
  std::vector<std::size_t>& layers = of_face_[face];
  for (const std::size_t layer : layers) {
    const auto [at, added] = used_[layer].characters.try_emplace(glyph.id, glyph.character);
    if (added || at->second == glyph.character) return layer;
  }
  layers.push_back(used_.size());
  used_.emplace_back();
  used_.back().face = face;
  used_.back().characters.emplace(glyph.id, glyph.character);
  return layers.back();
}

void FontUses::note(const Words& words) {
  for (const Glyph& glyph : words.glyphs) font_for(words.face, glyph);
}

void FontUses::note(const Page& page) {
  for (const Mark& mark : page.marks) {
    if (const Words* words = std::get_if<Words>(&mark)) note(*words);
  }
}

Diagnostics FontUses::make() {
  Diagnostics problems;
  for (UsedFont& font : used_) {
    for (const auto& [glyph, character] : font.characters) font.glyphs.push_back(glyph);
    std::sort(font.glyphs.begin(), font.glyphs.end());
    auto subset = fonts_.face(font.face).subset(font.glyphs);
    if (!subset) {
      problems.push_back(diagnose(font_broken, {}, fonts_.face(font.face).path()));
      continue;
    }
    font.subset = std::move(*subset);
    for (std::size_t i = 0; i < font.glyphs.size(); ++i)
      font.codes.emplace(font.glyphs[i], font.subset.codes[i]);
    font.tag = subset_tag(font);
    font.packed_file = deflated(font.subset.bytes, Effort::quick);
    font.packed_unicode = deflated(to_unicode(font));
    font.widths = width_array(font, fonts_.face(font.face));
  }
  return problems;
}

FontUses::Coded FontUses::coded(int face, const Glyph& glyph) const {
  const auto layers = of_face_.find(face);
  ANJUAN_CHECK(layers != of_face_.end());
  for (const std::size_t layer : layers->second) {
    const auto at = used_[layer].characters.find(glyph.id);
    if (at != used_[layer].characters.end() && at->second == glyph.character)
      return {static_cast<int>(layer), used_[layer].codes.at(glyph.id)};
  }
  ANJUAN_CHECK(false && "a glyph was not noted");
  return {};
}

int FontUses::width(int font, std::uint32_t glyph) const {
  return width_in(fonts_.face(used_[static_cast<std::size_t>(font)].face), glyph);
}

std::string font_name(std::size_t index) { return "F" + std::to_string(index); }

}  // namespace anjuan::pages
