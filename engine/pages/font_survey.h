#pragma once
// What the fonts of a machine can do: for each role its faces, what they cover, under which licence they
// stand, and what is missing.

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pages/face.h"
#include "pages/font_families.h"
#include "pages/standard_characters.h"

namespace anjuan::pages {

/// A face that serves a role.
struct ServingFace {
  int face = 0;  ///< number among the faces found
  std::string family;
  Fitness fitness = Fitness::stand_in;
  bool bold = false;
  const char *licence = "", *package = "";  ///< as of Family
};

/// The faces of each role, in the order in which they are asked, and then those of last resort.
struct FoundFaces {
  std::vector<std::shared_ptr<const Face>> faces;
  std::array<std::vector<ServingFace>, kFontRoleCount> roles;
  std::vector<ServingFace> last;
  int symbols = -1;  ///< face of ballot boxes; -1: none
  std::vector<std::pair<std::string, bool>>
      refused;                ///< files that may not be embedded; second: the caller's
  std::string color_profile;  ///< sRGB, as an ICC file; "" where there is none
};
FoundFaces find_faces(const std::vector<std::string>& extra_folders);

struct RoleSurvey {
  Wording name = "", install = "";
  std::string alias;
  Fitness fitness = Fitness::stand_in;
  std::string family, file;
  int index = 0;  ///< of the face within its file, from 0
  bool bold = false;
  Wording licence = "";  ///< of the face, in its own words where the family is not known
  std::string package;
  int of_level[kLevels] = {};  ///< characters of 通用规范汉字表 that the face has
  int of_gb2312 = 0;
  bool found = false;
};

struct FontSurvey {
  std::vector<RoleSurvey> roles;
  std::vector<std::string> last_resorts;  ///< families asked for what the others lack
  std::u32string missing;                 ///< characters of 通用规范汉字表 that no face has
  std::vector<std::string> refused;       ///< files that may not be embedded
};
FontSurvey survey_fonts(const std::vector<std::string>& extra_folders);

}  // namespace anjuan::pages
