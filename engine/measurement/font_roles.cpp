#include "measurement/font_roles.h"

#include <cctype>
#include <string>
#include <utility>

namespace anjuan::measurement {
namespace {

using pages::FontRole;

/// Parts of names in small letters; the first that a name holds tells its role, so that the narrower stand
/// before the wider.
constexpr std::pair<const char*, FontRole> kParts[] = {
    {"xiaobiaosong", FontRole::xiao_biao_song},
    {"xbs", FontRole::xiao_biao_song},
    {"小标宋", FontRole::xiao_biao_song},
    {"fangsong", FontRole::fang_song},
    {"fandolfang", FontRole::fang_song},
    {"仿宋", FontRole::fang_song},
    {"fzfs", FontRole::fang_song},
    {"kaiti", FontRole::kai},
    {"楷体", FontRole::kai},
    {"fandolkai", FontRole::kai},
    {"ukai", FontRole::kai},
    {"fzkt", FontRole::kai},
    {"simhei", FontRole::hei},
    {"黑体", FontRole::hei},
    {"heiti", FontRole::hei},
    {"sanscjk", FontRole::hei},
    {"sanssc", FontRole::hei},
    {"fzht", FontRole::hei},
    {"zenhei", FontRole::hei},
    {"simsun", FontRole::song},
    {"宋体", FontRole::song},
    {"serifcjk", FontRole::song},
    {"serifsc", FontRole::song},
    {"fzss", FontRole::song},
    {"fandolsong", FontRole::song},
    {"stsong", FontRole::song},
};

}  // namespace

std::optional<FontRole> font_role_of(std::string_view font_name) {
  std::string name;
  for (const char c : font_name) {
    if (c != ' ' && c != '_') name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  // The heavy Ming faces that stand in for 小标宋.
  const auto holds = [&](const char* part) { return name.find(part) != std::string::npos; };
  if ((holds("serifcjk") || holds("serifsc")) && (holds("bold") || holds("black")))
    return FontRole::xiao_biao_song;
  for (const auto& [part, role] : kParts) {
    if (holds(part)) return role;
  }
  return std::nullopt;
}

Wording name_of(FontRole role) {
  switch (role) {
    case FontRole::fang_song:
      return {"仿宋体", "Fangsong"};
    case FontRole::xiao_biao_song:
      return {"小标宋体", "Xiaobiaosong"};
    case FontRole::kai:
      return {"楷体", "Kaiti"};
    case FontRole::hei:
      return {"黑体", "Heiti"};
    default:
      return {"宋体", "Songti"};
  }
}

}  // namespace anjuan::measurement
