#include "pages/fonts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "pages/deflated.h"
#include "pages/find_faces.h"
#include "pages/font_survey.h"
#include "pages/messages.h"

namespace anjuan::pages {
namespace {

constexpr const char* kColorProfiles[] = {"/usr/share/color/icc/sRGB.icc",
                                          "/usr/share/color/icc/colord/sRGB.icc"};

std::string read_color_profile() {
  for (const char* path : kColorProfiles) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!bytes.empty()) return bytes;
  }
  return {};
}

void add(std::vector<int>& chain, int face) {
  if (std::find(chain.begin(), chain.end(), face) == chain.end()) chain.push_back(face);
}

void add_serving(std::vector<ServingFace>& serving, FaceFinder& finder, const Family& family) {
  const int face = finder.find(family);
  const bool known =
      std::any_of(serving.begin(), serving.end(), [&](const auto& one) { return one.face == face; });
  if (face < 0 || known) return;
  serving.push_back({face, family.name, family.fitness, family.weight == Family::Weight::bold, family.licence,
                     family.package});
}

/// A family that the machine's rules name: in the weight of running text if it has one.
void add_chosen(std::vector<ServingFace>& serving, FaceFinder& finder, const std::string& name) {
  const std::size_t before = serving.size();
  for (const Family::Weight weight : {Family::Weight::regular, Family::Weight::any}) {
    if (serving.size() > before) return;
    add_serving(serving, finder, {name.c_str(), Fitness::chosen, weight});
  }
}

/// Opens the first face of each role, then those of last resort: so they have the same numbers whatever else
/// is installed.
void open_first(FaceFinder& finder) {
  for (const RoleFamilies& role : role_families()) {
    std::vector<ServingFace> first;
    for (const std::string& name : finder.chosen_for(role.alias)) {
      if (first.empty()) add_chosen(first, finder, name);
    }
    for (const Family& family : role.families) {
      if (first.empty()) add_serving(first, finder, family);
    }
  }
  for (const Family& family : last_resorts()) finder.find(family);
}

}  // namespace

Fonts::Fonts(std::vector<std::shared_ptr<const Face>> faces,
             std::array<std::vector<int>, kFontRoleCount> chains, int symbols, std::string color_profile)
    : faces_(std::move(faces)),
      chains_(std::move(chains)),
      symbols_(symbols),
      color_profile_(std::move(color_profile)),
      packed_color_profile_(deflated(color_profile_)) {}

std::optional<Fonts::Found> Fonts::find(FontRole role, char32_t character) const {
  const bool ballot_box = character >= 0x2610 && character <= 0x2612;
  if (ballot_box && symbols_ >= 0) {
    if (const std::uint32_t glyph = face(symbols_).glyph(character)) return Found{symbols_, glyph};
  }
  for (const int number : chains_[static_cast<std::size_t>(role)]) {
    if (const std::uint32_t glyph = face(number).glyph(character)) return Found{number, glyph};
  }
  return std::nullopt;
}

FoundFaces find_faces(const std::vector<std::string>& extra_folders) {
  FaceFinder finder(extra_folders);
  open_first(finder);
  FoundFaces found;
  for (std::size_t i = 0; i < role_families().size(); ++i) {
    const RoleFamilies& role = role_families()[i];
    for (const std::string& name : finder.chosen_for(role.alias)) add_chosen(found.roles[i], finder, name);
    for (const Family& family : role.families) add_serving(found.roles[i], finder, family);
  }
  for (const Family& family : last_resorts()) add_serving(found.last, finder, family);
  found.symbols = finder.find(symbol_family());
  found.faces = std::move(finder.faces);
  found.refused = std::move(finder.refused);
  found.color_profile = read_color_profile();
  return found;
}

Result<std::shared_ptr<const Fonts>> load_fonts(const std::vector<std::string>& extra_folders) {
  FoundFaces found = find_faces(extra_folders);
  Diagnostics problems;
  for (const auto& [file, from_caller] : found.refused) {
    if (from_caller) problems.push_back(diagnose(font_not_embeddable, {}, file));
  }
  std::array<std::vector<int>, kFontRoleCount> chains;
  for (std::size_t role = 0; role < chains.size(); ++role) {
    for (const ServingFace& serving : found.roles[role]) add(chains[role], serving.face);
    if (chains[role].empty())
      problems.push_back(diagnose(no_font, {}, Wording(role_families()[role].zh, role_families()[role].en)));
    for (const ServingFace& serving : found.last) add(chains[role], serving.face);
    // Whether a character can be printed at all does not depend on the role.
    for (int face = 0; face < static_cast<int>(found.faces.size()); ++face) add(chains[role], face);
  }
  if (found.color_profile.empty()) problems.push_back(diagnose(no_color_profile, {}, kColorProfiles[0]));
  if (!problems.empty()) return problems;
  return std::shared_ptr<const Fonts>(std::make_shared<Fonts>(std::move(found.faces), std::move(chains),
                                                              found.symbols, std::move(found.color_profile)));
}

}  // namespace anjuan::pages
