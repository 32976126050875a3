#pragma once
// Marks of a page → the operators of a PDF content stream. The stream's unit is the micrometre (one
// matrix at its head), so positions go into it as the whole numbers that they are.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pages/pdf_fonts.h"
#include "pages/setting.h"

namespace anjuan::pages {

/// Pictures of one PDF, each once.
class PictureUses {
 public:
  std::string name_of(const std::shared_ptr<const PlacedPicture>& picture);
  const std::vector<std::shared_ptr<const PlacedPicture>>& used() const { return used_; }

 private:
  std::vector<std::shared_ptr<const PlacedPicture>> used_;
};

struct PageContent {
  std::string operators;
  std::vector<std::string> pictures;  ///< names that the page's resources need
};

PageContent content_of(const Page& page, const FontUses& fonts, PictureUses& pictures);

}  // namespace anjuan::pages
