#pragma once
// Roles of type → faces of this machine: the bureau's licensed fonts first, then free ones; for each
// character the first face of the chain that has it.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pages/face.h"
#include "pages/font_families.h"
#include "pages/manuscript.h"
#include "pages/pages.h"

namespace anjuan::pages {

class Fonts {
 public:
  struct Found {
    int face = 0;
    std::uint32_t glyph = 0;
  };
  /// Faces, and for each role the order in which they are asked.
  Fonts(std::vector<std::shared_ptr<const Face>> faces, std::array<std::vector<int>, kFontRoleCount> chains,
        int symbols, std::string color_profile);

  /// The first face of the role's chain that has the character.
  std::optional<Found> find(FontRole role, char32_t character) const;
  const Face& face(int index) const { return *faces_[static_cast<std::size_t>(index)]; }
  /// sRGB, as an ICC file: what the colours of a PDF mean.
  const std::string& color_profile() const { return color_profile_; }
  const std::string& packed_color_profile() const { return packed_color_profile_; }  ///< for /FlateDecode
  int face_count() const { return static_cast<int>(faces_.size()); }

 private:
  std::vector<std::shared_ptr<const Face>> faces_;
  std::array<std::vector<int>, kFontRoleCount> chains_;
  int symbols_;  ///< face of ballot boxes, so that ☐ ☑ ☒ are of one make; -1: none
  std::string color_profile_, packed_color_profile_;
};

}  // namespace anjuan::pages
