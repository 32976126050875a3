#pragma once
// Pictures handed in from outside: JPEG (kept as it is) and PNG (unpacked to plain samples).

#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::pages {

/// A picture ready for a PDF.
struct Picture {
  bool jpeg = false;          ///< `bytes` is the JPEG file; else rows of samples
  int width = 0, height = 0;  ///< in pixels, as stored
  int components = 3;         ///< 1 grey, 3 colour
  int turn = 0;               ///< quarter turns clockwise to show it upright (EXIF orientation)
  std::string bytes;

  int shown_width() const { return turn % 2 == 0 ? width : height; }
  int shown_height() const { return turn % 2 == 0 ? height : width; }
};

/// Reads a JPEG or PNG. `name` is printed if it cannot be used.
Result<Picture> read_picture(std::string_view bytes, const std::string& name);

}  // namespace anjuan::pages
