#pragma once
// The words that style files use for fonts, roles, alignments, rules and places; in the order of their enums.

#include <array>

#include "pages/fonts.h"
#include "pages/style.h"

namespace anjuan::pages {

inline constexpr std::array<const char*, kFontRoleCount> kFontNames{"fang-song", "xiao-biao-song", "kai",
                                                                    "hei", "song"};
inline constexpr std::array<const char*, kRoleCount> kRoleNames{
    "title",    "subtitle",    "number",  "addressee",     "body",       "heading1",    "heading2",
    "heading3", "attachment",  "note",    "footnote-line", "form-label", "form-text",   "small",
    "masthead", "copy-number", "secrecy", "urgency",       "annex",      "annex-title", "attendance"};
inline constexpr std::array<const char*, 4> kAlignNames{"justify", "left", "center", "right"};
inline constexpr std::array<const char*, 4> kRuleNames{"none", "single", "thick-thin", "thin-thick"};
inline constexpr std::array<const char*, 3> kPlaceNames{"none", "outer", "center"};

}  // namespace anjuan::pages
