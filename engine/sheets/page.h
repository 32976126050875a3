#pragma once
// The page that sheets are printed on. Private to this module.

namespace anjuan::sheets {

inline constexpr double paper_long_mm = 297, paper_short_mm = 210;  // A4
inline constexpr double side_margin_mm = 12, top_margin_mm = 15, bottom_margin_mm = 14;
inline constexpr double line_margin_mm = 7;  // of the lines at the top and the bottom

}  // namespace anjuan::sheets
