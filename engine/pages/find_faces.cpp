#include "pages/find_faces.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <tuple>

namespace anjuan::pages {
namespace {

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;

const FcChar8* bytes_of(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

/// The folders' rules, then the system's.
Config load_config(const std::vector<std::string>& folders) {
  Config config(FcConfigCreate(), FcConfigDestroy);
  if (config == nullptr) return config;
  for (const std::string& folder : folders) {
    const std::string rules = folder + "/fonts.conf";
    std::error_code error;
    if (std::filesystem::exists(rules, error)) FcConfigParseAndLoad(config.get(), bytes_of(rules), FcTrue);
  }
  if (!FcConfigParseAndLoad(config.get(), nullptr, FcTrue) || !FcConfigBuildFonts(config.get()))
    return Config(FcInitLoadConfigAndFonts(), FcConfigDestroy);
  for (const std::string& folder : folders) FcConfigAppFontAddDir(config.get(), bytes_of(folder));
  return config;
}

void list_set(const FcFontSet* set, bool from_caller, std::vector<ListedFace>& into) {
  for (int i = 0; set != nullptr && i < set->nfont; ++i) {
    const FcPattern* pattern = set->fonts[i];
    FcChar8* file = nullptr;
    FcBool variable = FcFalse;
    int slant = 0;
    ListedFace listed;
    listed.from_caller = from_caller;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) continue;
    if (FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable) == FcResultMatch && variable == FcTrue) continue;
    if (FcPatternGetInteger(pattern, FC_SLANT, 0, &slant) == FcResultMatch && slant != FC_SLANT_ROMAN)
      continue;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &listed.index);
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &listed.weight);
    if (listed.index > 0xffff) continue;  // a named instance of a variable font
    listed.file = reinterpret_cast<const char*>(file);
    FcChar8* family = nullptr;
    for (int n = 0; FcPatternGetString(pattern, FC_FAMILY, n, &family) == FcResultMatch; ++n)
      listed.families.emplace_back(reinterpret_cast<const char*>(family));
    into.push_back(std::move(listed));
  }
}

/// What the rules put before a family: the list that they make of it, up to the family itself.
std::vector<std::string> put_before(FcConfig* config, const std::string& family) {
  const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(FcPatternCreate(), FcPatternDestroy);
  FcPatternAddString(pattern.get(), FC_FAMILY, bytes_of(family));
  FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
  std::vector<std::string> before;
  FcChar8* name = nullptr;
  for (int n = 0; FcPatternGetString(pattern.get(), FC_FAMILY, n, &name) == FcResultMatch; ++n) {
    if (family == reinterpret_cast<const char*>(name)) break;
    before.emplace_back(reinterpret_cast<const char*>(name));
  }
  return before;
}

bool fits_weight(const ListedFace& listed, Family::Weight wanted) {
  switch (wanted) {
    case Family::Weight::regular:
      return listed.weight >= FC_WEIGHT_BOOK && listed.weight <= FC_WEIGHT_MEDIUM;
    case Family::Weight::bold:
      return listed.weight == FC_WEIGHT_BOLD;
    case Family::Weight::any:
      break;
  }
  return true;
}

bool matches(const ListedFace& listed, const Family& wanted) {
  return std::find(listed.families.begin(), listed.families.end(), wanted.name) != listed.families.end() &&
         fits_weight(listed, wanted.weight);
}

}  // namespace

FaceFinder::FaceFinder(const std::vector<std::string>& folders) {
  const Config config = load_config(folders);
  // Rules for every family (for a language, say) are no choice for a role.
  const std::vector<std::string> always =
      config == nullptr ? std::vector<std::string>{} : put_before(config.get(), "AnjuanNoRole");
  for (const RoleFamilies& role : role_families()) {
    std::vector<std::string>& chosen = chosen_[role.alias];
    if (config == nullptr) continue;
    for (std::string& family : put_before(config.get(), role.alias)) {
      if (std::find(always.begin(), always.end(), family) == always.end())
        chosen.push_back(std::move(family));
    }
  }
  if (config == nullptr) return;
  list_set(FcConfigGetFonts(config.get(), FcSetApplication), true, listed_);
  list_set(FcConfigGetFonts(config.get(), FcSetSystem), false, listed_);
  std::stable_sort(listed_.begin(), listed_.end(), [](const ListedFace& a, const ListedFace& b) {
    return std::tuple(!a.from_caller, a.file, a.index) < std::tuple(!b.from_caller, b.file, b.index);
  });
}

int FaceFinder::find(const Family& family) {
  for (const ListedFace& listed : listed_) {
    if (!matches(listed, family)) continue;
    const auto [at, fresh] = numbers_.try_emplace({listed.file, listed.index}, -1);
    if (!fresh) {
      if (at->second < 0) continue;
      return at->second;
    }
    const std::shared_ptr<const Face> face = Face::open(listed.file, listed.index);
    if (face == nullptr) continue;
    if (!face->may_be_embedded()) {
      refused.emplace_back(listed.file, listed.from_caller);
      continue;
    }
    faces.push_back(face);
    return at->second = static_cast<int>(faces.size()) - 1;
  }
  return -1;
}

}  // namespace anjuan::pages
