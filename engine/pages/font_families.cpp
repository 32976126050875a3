#include "pages/font_families.h"

namespace anjuan::pages {
namespace {

using Weight = Family::Weight;

Family licensed(const char* name) { return {name, Fitness::licensed}; }

constexpr Family kNotoSerif{"Noto Serif CJK SC", Fitness::stand_in, Weight::regular, "SIL OFL 1.1",
                            "fonts-noto-cjk"};
constexpr Family kNotoSerifBold{"Noto Serif CJK SC", Fitness::stand_in, Weight::bold, "SIL OFL 1.1",
                                "fonts-noto-cjk"};
constexpr Family kNotoSans{"Noto Sans CJK SC", Fitness::stand_in, Weight::regular, "SIL OFL 1.1",
                           "fonts-noto-cjk"};
constexpr Family kNotoSerifSmall{"Noto Serif SC", Fitness::stand_in, Weight::regular, "SIL OFL 1.1"};
constexpr Family kNotoSerifSmallBold{"Noto Serif SC", Fitness::stand_in, Weight::bold, "SIL OFL 1.1"};
constexpr Family kNotoSansSmall{"Noto Sans SC", Fitness::stand_in, Weight::regular, "SIL OFL 1.1"};
constexpr Family kDejaVu{"DejaVu Sans", Fitness::stand_in, Weight::regular, "Bitstream Vera",
                         "fonts-dejavu-core"};

constexpr Family free_kind(Family family) {
  family.fitness = Fitness::free;
  return family;
}

RoleFamilies fang_song() {
  return {FontRole::fang_song,
          "仿宋体",
          "Fangsong",
          "AnjuanFangSong",
          {licensed("仿宋_GB2312"),
           licensed("FangSong_GB2312"),
           licensed("方正仿宋_GB2312"),
           licensed("方正仿宋_GBK"),
           licensed("FZFangSong-Z02"),
           licensed("仿宋"),
           licensed("FangSong"),
           licensed("华文仿宋"),
           licensed("STFangsong"),
           {"朱雀仿宋", Fitness::free, Weight::regular, "SIL OFL 1.1"},
           {"Zhuque Fangsong", Fitness::free, Weight::regular, "SIL OFL 1.1"},
           {"FandolFang", Fitness::free, Weight::regular, "GPL 3, font exception", "texlive-lang-chinese"},
           kNotoSerif,
           kNotoSerifSmall},
          "免费的仿宋由 sh .ci/fonts.sh build 取出（软件包 texlive-lang-chinese）；本机关购买的装仿宋_GB2312 "
          "或者方正仿宋_GBK",
          "the free face is taken out by sh .ci/fonts.sh build (package texlive-lang-chinese); of licensed "
          "ones install "
          "仿宋_GB2312 or 方正仿宋_GBK"};
}

RoleFamilies xiao_biao_song() {
  return {
      FontRole::xiao_biao_song,
      "小标宋体",
      "Xiaobiaosong",
      "AnjuanXiaoBiaoSong",
      {licensed("方正小标宋简体"), licensed("FZXiaoBiaoSong-B05S"), licensed("方正小标宋_GBK"),
       licensed("FZXiaoBiaoSong-B05"), licensed("小标宋"), kNotoSerifBold, kNotoSerifSmallBold, kNotoSerif},
      "没有免费的小标宋，用粗宋体代替；本机关购买的装方正小标宋简体或者方正小标宋_GBK",
      "there is no free Xiaobiaosong, a bold Songti stands in; of licensed ones install 方正小标宋简体 or "
      "方正小标宋_GBK"};
}

RoleFamilies kai() {
  return {
      FontRole::kai,
      "楷体",
      "Kaiti",
      "AnjuanKai",
      {licensed("楷体_GB2312"),
       licensed("KaiTi_GB2312"),
       licensed("方正楷体_GB2312"),
       licensed("方正楷体_GBK"),
       licensed("楷体"),
       licensed("KaiTi"),
       licensed("华文楷体"),
       licensed("STKaiti"),
       {"AR PL KaitiM GB", Fitness::free, Weight::regular, "Arphic Public License", "fonts-arphic-gkai00mp"},
       {"AR PL UKai CN", Fitness::free, Weight::regular, "Arphic Public License", "fonts-arphic-ukai"},
       {"FandolKai", Fitness::free, Weight::regular, "GPL 3, font exception", "texlive-lang-chinese"},
       kNotoSerif},
      "免费的楷体在软件包 fonts-arphic-gkai00mp；本机关购买的装楷体_GB2312 或者方正楷体_GBK",
      "the free face is in the package fonts-arphic-gkai00mp; of licensed ones install 楷体_GB2312 or "
      "方正楷体_GBK"};
}

RoleFamilies hei() {
  return {FontRole::hei,
          "黑体",
          "Heiti",
          "AnjuanHei",
          {licensed("黑体"), licensed("SimHei"), licensed("方正黑体_GBK"), licensed("方正黑体简体"),
           licensed("华文黑体"), licensed("STHeiti"), free_kind(kNotoSans), free_kind(kNotoSansSmall),
           kNotoSerifBold},
          "免费的黑体在软件包 fonts-noto-cjk；本机关购买的装黑体或者方正黑体_GBK",
          "the free face is in the package fonts-noto-cjk; of licensed ones install 黑体 or 方正黑体_GBK"};
}

RoleFamilies song() {
  return {FontRole::song,
          "宋体",
          "Songti",
          "AnjuanSong",
          {licensed("宋体"), licensed("SimSun"), licensed("方正书宋_GBK"), licensed("华文宋体"),
           licensed("STSong"), free_kind(kNotoSerif), free_kind(kNotoSerifSmall)},
          "免费的宋体在软件包 fonts-noto-cjk；本机关购买的装宋体或者方正书宋_GBK",
          "the free face is in the package fonts-noto-cjk; of licensed ones install 宋体 or 方正书宋_GBK"};
}

}  // namespace

const std::array<RoleFamilies, kFontRoleCount>& role_families() {
  static const std::array<RoleFamilies, kFontRoleCount> roles{fang_song(), xiao_biao_song(), kai(), hei(),
                                                              song()};
  return roles;
}

const std::vector<Family>& last_resorts() {
  static const std::vector<Family> families{kNotoSerif, kNotoSerifSmall, kNotoSans, kNotoSansSmall, kDejaVu};
  return families;
}

const Family& symbol_family() { return kDejaVu; }

}  // namespace anjuan::pages
