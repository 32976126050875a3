#pragma once
// One face of a font file: which glyph a character has, how wide it is, its outline, and the subset
// that goes into a PDF. Immutable and shared; the file is mapped, not read.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace anjuan::pages {

/// A piece of an outline, in font units, y up.
struct PathStep {
  enum class Kind { move, line, curve, close };
  Kind kind = Kind::move;
  int x[3] = {}, y[3] = {};  ///< move, line: [0]; curve: two control points, then the end
};

/// The part of a font that a PDF needs.
struct FontSubset {
  bool cff = false;
  std::string bytes;                 ///< FontFile2 (glyf) or the bare CFF table (FontFile3)
  std::vector<std::uint32_t> codes;  ///< two-byte code (= CID) of each asked glyph, in order
  std::uint32_t glyph_count = 0;     ///< of the subset, with the parts of composite glyphs
};

class Face {
 public:
  /// Opens face `index` of a file, or nothing if it is no usable font.
  static std::shared_ptr<const Face> open(const std::string& path, int index);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  std::uint32_t glyph(char32_t character) const;  ///< 0: the face has none
  int advance(std::uint32_t glyph) const;         ///< font units
  int units_per_em() const { return units_per_em_; }
  const std::string& name() const { return name_; }  ///< PostScript name
  const std::string& path() const { return path_; }
  int index() const { return index_; }  ///< within the file
  /// What the font says of its licence: the first line of its licence, else of its copyright; "" if nothing.
  std::string licence() const;
  /// OS/2 fsType forbids neither embedding nor taking a subset of the outlines.
  bool may_be_embedded() const { return may_be_embedded_; }
  int ascent() const { return ascent_; }    ///< font units, above the baseline
  int descent() const { return descent_; }  ///< font units, negative below it

  std::vector<PathStep> outline(std::uint32_t glyph) const;
  /// `glyphs` ascending, without 0. Nothing if the font is broken.
  std::optional<FontSubset> subset(const std::vector<std::uint32_t>& glyphs) const;

 private:
  Face();
  struct Handles;
  std::unique_ptr<Handles> handles_;
  std::string path_, name_;
  int index_ = 0;
  int units_per_em_ = 1000, ascent_ = 880, descent_ = -120;
  bool may_be_embedded_ = true;
};

}  // namespace anjuan::pages
