#pragma once
// What a seal looks like. A bureau's registered seal is a picture that it hands in; the only seal that is
// drawn here is a sample for exercises, with a word across it that no real seal has.

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pages/pages.h"

namespace anjuan::pages {

/// Red on nothing: lines and letters, or the dark parts of a picture.
struct SealPicture {
  int width = 0, height = 0;  ///< µm
  std::string outlines;       ///< PDF path operators, µm from the lower left corner; "" for a picture
  int columns = 0, rows = 0;  ///< of the stencil
  std::string stencil;        ///< one bit for each dot, rows filled up to whole bytes; 0 is inked
};

/// A registered seal's picture (PNG or JPEG): what is darker or redder than half is inked. `width` in µm.
Result<std::shared_ptr<const SealPicture>> seal_from_picture(std::string_view bytes, int width,
                                                             const std::string& file);

/// A round sample seal: `organ` along the rim, a star, `below` under it, `mark` across. Refused without a
/// mark.
Result<std::shared_ptr<const SealPicture>> sample_seal(const std::string& organ, const std::string& below,
                                                       const std::string& mark, int diameter, const Fonts&);

}  // namespace anjuan::pages
