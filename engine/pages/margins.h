#pragma once
// What stands outside the type area: page numbers, header, footer, the rule of a letter's first page, the
// watermark.

#include "pages/slices.h"

namespace anjuan::pages {

/// Adds them to all pages of the setting, upright and lying ones.
void draw_margins(const Manuscript& manuscript, TypeCase& types, Setting& setting);

/// The page as it lies: the upright one turned, so that its head is at the left side of the sheet, which is
/// the binding side of odd pages and the open side of even ones (GB/T 9704-2012, 11).
PageLook turned(const PageLook& look);

}  // namespace anjuan::pages
