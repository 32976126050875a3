#pragma once
// The lists of characters that a font is measured by: those that names and papers of today may use, and those
// that the older fonts were made for.

#include <cstdint>
#include <string>
#include <string_view>

namespace anjuan::pages {

constexpr int kLevels = 3;
/// 通用规范汉字表 (2013): level 1 has 3500 characters, level 2 3000, level 3 1605.
std::u32string_view standard_characters(int level);
/// The 6763 Chinese characters of GB/T 2312-1980.
std::u32string gb2312_characters();

}  // namespace anjuan::pages
