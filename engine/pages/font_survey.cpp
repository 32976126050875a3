#include "pages/font_survey.h"

#include <algorithm>

namespace anjuan::pages {
namespace {

int count_in(const Face& face, std::u32string_view characters) {
  return static_cast<int>(
      std::count_if(characters.begin(), characters.end(), [&](char32_t c) { return face.glyph(c) != 0; }));
}

/// The licence of a known family, else what the font says of itself.
Wording licence_of(const ServingFace& serving, const Face& face) {
  const std::string known = serving.licence;
  if (!known.empty()) return known;
  const std::string said = face.licence();
  if (said.empty()) return {"字体文件没有写明许可", "the font does not say"};
  return {"字体自述：" + said, "in its own words: " + said};
}

RoleSurvey survey_role(const RoleFamilies& role, const std::vector<ServingFace>& serving,
                       const FoundFaces& found, const std::u32string& gb2312) {
  RoleSurvey survey;
  survey.name = Wording(role.zh, role.en);
  survey.install = Wording(role.install_zh, role.install_en);
  survey.alias = role.alias;
  if (serving.empty()) return survey;
  const ServingFace& first = serving.front();
  const Face& face = *found.faces[static_cast<std::size_t>(first.face)];
  survey.found = true;
  survey.fitness = first.fitness;
  survey.family = first.family;
  survey.bold = first.bold;
  survey.file = face.path();
  survey.index = face.index();
  survey.licence = licence_of(first, face);
  survey.package = first.package;
  for (int level = 1; level <= kLevels; ++level)
    survey.of_level[level - 1] = count_in(face, standard_characters(level));
  survey.of_gb2312 = count_in(face, gb2312);
  return survey;
}

}  // namespace

FontSurvey survey_fonts(const std::vector<std::string>& extra_folders) {
  const FoundFaces found = find_faces(extra_folders);
  const std::u32string gb2312 = gb2312_characters();
  FontSurvey survey;
  for (std::size_t i = 0; i < role_families().size(); ++i)
    survey.roles.push_back(survey_role(role_families()[i], found.roles[i], found, gb2312));
  for (const ServingFace& last : found.last) survey.last_resorts.push_back(last.family);
  for (int level = 1; level <= kLevels; ++level) {
    for (const char32_t c : standard_characters(level)) {
      const bool has = std::any_of(found.faces.begin(), found.faces.end(),
                                   [&](const auto& face) { return face->glyph(c) != 0; });
      if (!has) survey.missing += c;
    }
  }
  for (const auto& [file, caller] : found.refused) survey.refused.push_back(file);
  return survey;
}

}  // namespace anjuan::pages
