#pragma once
// Pictures handed in from outside: JPEG (kept as it is) and PNG (unpacked to plain samples).

#include <string>
#include <string_view>

#include "base/result.h"
#include "pages/bytes.h"

namespace anjuan::pages {

/// What a page needs to know of a picture.
struct PictureShape {
  bool jpeg = false;
  int width = 0, height = 0;  ///< in pixels, as stored
  int components = 3;         ///< 1 grey, 3 colour
  int turn = 0;               ///< quarter turns clockwise to show it upright (EXIF orientation)

  int shown_width() const { return turn % 2 == 0 ? width : height; }
  int shown_height() const { return turn % 2 == 0 ? height : width; }
  friend bool operator==(const PictureShape&, const PictureShape&) = default;
};

/// A picture ready for a PDF.
struct Picture : PictureShape {
  std::string bytes;  ///< the JPEG file, or rows of samples
};

/// Reads a JPEG or PNG. `name` is printed if it cannot be used.
Result<Picture> read_picture(std::string_view bytes, const std::string& name);

/// A picture that stands on a page: its bytes are read again when they are written, so that a paper with
/// hundreds of photos holds one at a time.
struct PlacedPicture : PictureShape {
  ReadBytes read;
  std::string name;
};

/// Reads the picture once, to see that it can be printed and what shape it has. `name` is printed if not.
Result<PlacedPicture> place_picture(ReadBytes read, const std::string& name);
/// The picture itself. Refused: one that is no longer what it was when it was placed.
Result<Picture> read_again(const PlacedPicture&);

}  // namespace anjuan::pages
