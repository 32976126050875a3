#pragma once
// Slices stacked into pages.

#include "pages/slices.h"

namespace anjuan::pages {

/// What was filled.
struct FilledPages {
  std::vector<std::size_t> begins;  ///< the first slice of each page; blank pages begin with the next slice
  int first_body = 0;  ///< page (from 1) with the first line of the body; 0: no body
  int last_foot = 0;                ///< of the last slice of the last page, from the head of the type area
};

/// Adds pages with the slices from `first` on to the setting, the type area as the style says. No slices: one
/// blank page.
FilledPages fill_pages(const Slices& slices, std::size_t first, const Style& style, Setting& setting);

}  // namespace anjuan::pages
