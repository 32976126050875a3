// Font files found by fontconfig: its list is read, its matching is not used, because that never
// fails and so would set a paper in a wrong face without a word.

#include "pages/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

#include "base/text.h"
#include "pages/deflated.h"
#include "pages/messages.h"

namespace anjuan::pages {
namespace {

/// A face in the list: family names in all languages, file, index, weight.
struct Listed {
  std::vector<std::string> families;
  std::string file;
  int index = 0;
  int weight = 0;
  bool from_caller = false;
};

/// A family to look for; `bold` where the role needs the heavy face of a family.
struct Wanted {
  std::string family;
  bool bold = false;
};

struct RoleFamilies {
  const char *zh, *en;
  const char* families;  ///< in order of preference, separated by ';'; '*' behind a name asks for bold
};

constexpr std::array<RoleFamilies, kFontRoleCount> kWanted{{
    {"仿宋体", "Fangsong",
     "仿宋_GB2312;FangSong_GB2312;方正仿宋_GB2312;方正仿宋_GBK;FZFangSong-Z02;仿宋;FangSong;华文仿宋;"
     "STFangsong;"
     "朱雀仿宋;Zhuque Fangsong;FandolFang;Noto Serif CJK SC;Noto Serif SC"},
    {"小标宋体", "Xiaobiaosong",
     "方正小标宋简体;FZXiaoBiaoSong-B05S;方正小标宋_GBK;FZXiaoBiaoSong-B05;小标宋;Noto Serif CJK SC*;Noto "
     "Serif SC*;"
     "Noto Serif CJK SC"},
    {"楷体", "Kaiti",
     "楷体_GB2312;KaiTi_GB2312;方正楷体_GB2312;方正楷体_GBK;楷体;KaiTi;华文楷体;STKaiti;AR PL KaitiM GB;AR "
     "PL UKai CN;"
     "FandolKai;Noto Serif CJK SC"},
    {"黑体", "Heiti",
     "黑体;SimHei;方正黑体_GBK;方正黑体简体;华文黑体;STHeiti;Noto Sans CJK SC;Noto Sans SC;Noto Serif CJK "
     "SC*"},
    {"宋体", "Songti", "宋体;SimSun;方正书宋_GBK;华文宋体;STSong;Noto Serif CJK SC;Noto Serif SC"},
}};

/// Asked last, for characters that a role's own face lacks.
constexpr const char* kLastResorts =
    "Noto Serif CJK SC;Noto Serif SC;Noto Sans CJK SC;Noto Sans SC;DejaVu Sans";

std::vector<Wanted> wanted_of(std::string_view list) {
  std::vector<Wanted> wanted;
  for (const std::string& name : split(list, ';')) {
    const bool bold = name.ends_with('*');
    wanted.push_back({bold ? name.substr(0, name.size() - 1) : name, bold});
  }
  return wanted;
}

void list_faces(FcFontSet* set, bool from_caller, std::vector<Listed>& into) {
  for (int i = 0; set != nullptr && i < set->nfont; ++i) {
    const FcPattern* pattern = set->fonts[i];
    FcChar8* file = nullptr;
    FcBool variable = FcFalse;
    int slant = 0;
    Listed listed;
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

/// Every face that fontconfig knows, those of the caller's folders first, in a fixed order.
std::vector<Listed> all_faces(const std::vector<std::string>& folders) {
  std::vector<Listed> faces;
  FcConfig* config = FcInitLoadConfigAndFonts();
  if (config == nullptr) return faces;
  for (const std::string& folder : folders)
    FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(folder.c_str()));
  list_faces(FcConfigGetFonts(config, FcSetApplication), true, faces);
  list_faces(FcConfigGetFonts(config, FcSetSystem), false, faces);
  FcConfigDestroy(config);
  std::stable_sort(faces.begin(), faces.end(), [](const Listed& a, const Listed& b) {
    return std::tuple(!a.from_caller, a.file, a.index) < std::tuple(!b.from_caller, b.file, b.index);
  });
  return faces;
}

bool matches(const Listed& listed, const Wanted& wanted) {
  if (std::find(listed.families.begin(), listed.families.end(), wanted.family) == listed.families.end())
    return false;
  return wanted.bold ? listed.weight == FC_WEIGHT_BOLD
                     : listed.weight >= FC_WEIGHT_BOOK && listed.weight <= FC_WEIGHT_MEDIUM;
}

/// Opens listed faces once each.
class Opened {
 public:
  explicit Opened(std::vector<Listed> listed) : listed_(std::move(listed)) {}

  /// Number of the first face of the family that opens and may be embedded; -1: none.
  int find(const Wanted& wanted) {
    for (const Listed& listed : listed_) {
      if (!matches(listed, wanted)) continue;
      const auto key = std::pair(listed.file, listed.index);
      if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
      const std::shared_ptr<const Face> face = Face::open(listed.file, listed.index);
      if (face == nullptr) continue;
      if (!face->may_be_embedded()) {
        if (listed.from_caller) refused.push_back(diagnose(font_not_embeddable, {}, listed.file));
        continue;
      }
      faces.push_back(face);
      return numbers_[key] = static_cast<int>(faces.size()) - 1;
    }
    return -1;
  }

  std::vector<std::shared_ptr<const Face>> faces;
  Diagnostics refused;

 private:
  std::vector<Listed> listed_;
  std::map<std::pair<std::string, int>, int> numbers_;
};

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
  if (face >= 0 && std::find(chain.begin(), chain.end(), face) == chain.end()) chain.push_back(face);
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

Result<std::shared_ptr<const Fonts>> load_fonts(const std::vector<std::string>& extra_folders) {
  Opened opened(all_faces(extra_folders));
  Diagnostics problems;
  std::array<std::vector<int>, kFontRoleCount> chains;
  for (std::size_t role = 0; role < kWanted.size(); ++role) {
    for (const Wanted& wanted : wanted_of(kWanted[role].families)) {
      add(chains[role], opened.find(wanted));
      if (!chains[role].empty()) break;
    }
    if (chains[role].empty())
      problems.push_back(diagnose(no_font, {}, Wording(kWanted[role].zh, kWanted[role].en)));
  }
  for (const Wanted& wanted : wanted_of(kLastResorts)) {
    const int face = opened.find(wanted);
    for (std::vector<int>& chain : chains) add(chain, face);
  }
  problems.insert(problems.begin(), opened.refused.begin(), opened.refused.end());
  std::string profile = read_color_profile();
  if (profile.empty()) problems.push_back(diagnose(no_color_profile, {}, kColorProfiles[0]));
  if (!problems.empty()) return problems;
  const int symbols = opened.find({"DejaVu Sans", false});
  return std::shared_ptr<const Fonts>(
      std::make_shared<Fonts>(std::move(opened.faces), std::move(chains), symbols, std::move(profile)));
}

}  // namespace anjuan::pages
