// The outline of style files: what may stand in them and what it means.

#include <string>
#include <utility>
#include <vector>

#include "pages/style_names.h"

namespace anjuan::pages {
namespace {

using xml::AttributeRule;
using xml::ValueKind;

template <std::size_t N>
std::vector<std::string> words(const std::array<const char*, N>& names) {
  return {names.begin(), names.end()};
}

AttributeRule number(const char* name, bool required, Wording says) {
  return {name, ValueKind::integer, required, {}, std::move(says), ""};
}
AttributeRule text(const char* name, Wording says) {
  return {name, ValueKind::any_text, true, {}, std::move(says), ""};
}
AttributeRule yes_no(const char* name, Wording says) {
  return {name, ValueKind::yes_no, false, {}, std::move(says), ""};
}
AttributeRule choice(const char* name, bool required, std::vector<std::string> of, Wording says) {
  return {name, ValueKind::choice, required, std::move(of), std::move(says), ""};
}
AttributeRule clause() {
  return {
      "clause", ValueKind::text, false, {}, {"数值出自的条款。", "The clause that the figures come from."},
      ""};
}
AttributeRule color(const char* name) {
  return {name,
          ValueKind::text,
          false,
          {},
          {"颜色，井号后六位十六进制数。", "Colour, # and six hexadecimal digits."},
          ""};
}

std::vector<AttributeRule> rule_attributes(const char* distance) {
  return {choice("kind", true, words(kRuleNames),
                 {"单线、上粗下细或者上细下粗。", "Single, thick over thin, or thin over thick."}),
          number(distance, true, {"距离，微米。", "Distance, µm."}),
          number("thickness", true, {"粗线的粗细，微米。", "Thickness of the thick line, µm."}),
          number("width", false,
                 {"线长，微米；不写为版心宽。", "Length, µm; the type area's width if left out."}),
          color("color"),
          clause()};
}

std::vector<AttributeRule> role_attributes() {
  return {choice("name", true, words(kRoleNames), {"文字的角色。", "The role."}),
          choice("font", true, words(kFontNames), {"字体。", "The face."}),
          number("size", true, {"字号，十分之一磅（3号为160）。", "Size, tenths of a point (3号 = 160)."}),
          choice("align", false, words(kAlignNames),
                 {"对齐方式；不写为两端对齐。", "Alignment; justify if left out."}),
          number("indent", false, {"首行缩进，字数。", "Indent of the first line, characters."}),
          number("left", false, {"左空，字数。", "Left inset, characters."}),
          number("right", false, {"右空，字数。", "Right inset, characters."}),
          number("line", false,
                 {"行距，微米；不写为版心每行的高度。", "Line pitch, µm; the grid's if left out."}),
          number("before", false, {"段前空，微米。", "Space before, µm."}),
          number("after", false, {"段后空，微米。", "Space after, µm."}),
          yes_no("keep-with-next", {"与下一段同页。", "Stays on the page of the next paragraph."}),
          yes_no("hang", {"回行时与标号后第一个字对齐。",
                          "Further lines align with the first character after the label."}),
          yes_no("balanced", {"分行匀称，词语不断开。", "Lines are made even and words are kept whole."}),
          yes_no("snap", {"落在行格上；不写为是。", "On the grid; yes if left out."}),
          yes_no("fit", {"排成一行，放不下时缩小。", "One line, made smaller until it fits."}),
          number("page-top", false,
                 {"作为首段时上边缘到页上边缘的距离，微米。",
                  "As first block: its top, from the top of the page, µm."}),
          color("color"),
          clause()};
}

xml::ElementRule leaf(const char* name, Wording says, std::vector<AttributeRule> attributes) {
  return {name, std::move(says), std::move(attributes), {}, false, false, "", ""};
}

xml::ElementRule page_rule() {
  return leaf("page", {"用纸和版心。", "The sheet and its type area."},
              {number("width", true, {"纸宽，微米。", "Width, µm."}),
               number("height", true, {"纸高，微米。", "Height, µm."}),
               number("top", true, {"上白边，微米。", "Top margin, µm."}),
               number("bottom", true, {"下白边，微米。", "Bottom margin, µm."}),
               number("left", true, {"左白边，微米。", "Left margin, µm."}),
               number("right", true, {"右白边，微米。", "Right margin, µm."}),
               number("lines", true, {"版心行数。", "Lines of the type area."}),
               number("characters", true, {"每行字数。", "Characters in a line."}),
               number("most-lines", false,
                      {"末页只剩几行时可以压缩到的行数（7.3.5.5）。",
                       "Lines it may be squeezed to when a last page holds but a few (7.3.5.5)."}),
               yes_no("snap", {"表格、图片后的文字仍落在行格上。",
                               "Lines stay on the grid after tables and pictures."}),
               clause()});
}

xml::ElementRule table_rule() {
  return leaf("table", {"表格。", "Tables."},
              {number("size", true, {"字号，十分之一磅。", "Size, tenths of a point."}),
               number("line-percent", true, {"行距，字高的百分数。", "Line pitch, percent of the size."}),
               number("pad-across", true, {"文字到竖线，微米。", "From text to upright rules, µm."}),
               number("pad-down", true, {"文字到横线，微米。", "From text to level rules, µm."}),
               number("inner-rule", true, {"内线粗细，微米。", "Thickness of inner rules, µm."}),
               number("outer-rule", true, {"外框粗细，微米。", "Thickness of the frame, µm."}), clause()});
}

xml::ElementRule number_rule() {
  return leaf(
      "page-number", {"页码。", "Page numbers."},
      {choice("place", true, words(kPlaceNames), {"外侧、居中或者没有。", "Outer side, centre, or none."}),
       yes_no("dashes", {"数字左右有一字线。", "A dash on each side of the number."}),
       yes_no("first", {"首页有页码；不写为有。", "Also on the first page; yes if left out."}),
       number("distance", false, {"版心下边缘到一字线，微米。", "From the foot of the type area, µm."}),
       number("inset", false, {"距版心左右边缘，字数。", "From the side of the type area, characters."}),
       number("size", false, {"字号，十分之一磅。", "Size, tenths of a point."}),
       choice("font", false, words(kFontNames), {"字体。", "The face."}), clause()});
}

xml::ElementRule seal_rule() {
  return leaf(
      "seal", {"署名、日期和印章的位置。", "Place of organ, date and seal."},
      {number("above", true, {"署名上方留给印章的空行数。", "Blank lines above the organ for the seal."}),
       number("above-unsealed", true, {"不盖章时署名上方的空行数。", "The same without a seal."}),
       number("date-inset", true, {"成文日期右空字数。", "Characters right of the date."}),
       number("organ-inset", true,
              {"不盖章时署名右空字数。", "Characters right of the organ without a seal."}),
       number("per-row", false, {"联合行文每排机关数。", "Organs side by side."}),
       number("diameter", false, {"印章直径，微米。", "Diameter of a seal, µm."}),
       number("stamp-width", false, {"签名章宽，微米。", "Width of a signatory's stamp, µm."}),
       number("stamp-height", false, {"签名章高，微米。", "Height of a signatory's stamp, µm."}),
       number("stamp-above", false, {"签名章上方的空行数。", "Blank lines above a signatory's stamp."}),
       clause()});
}

xml::ElementRule margin_rule() {
  return leaf(
      "margin", {"页边小字和底纹字。", "Small text in the margins, and the watermark."},
      {number("size", true, {"字号，十分之一磅。", "Size, tenths of a point."}),
       number("header-top", true, {"页眉到页上边缘，微米。", "Header, from the top of the page, µm."}),
       number("footer-bottom", true, {"页脚到页下边缘，微米。", "Footer, from the foot of the page, µm."}),
       choice("align", false, words(kAlignNames), {"对齐方式。", "Alignment."}),
       number("watermark-size", false,
              {"底纹字号，十分之一磅。", "Size of the watermark, tenths of a point."}),
       color("watermark-color"), clause()});
}

xml::ElementRule sign_rule() {
  return leaf(
      "sign", {"签名处。", "Places to sign."},
      {number("line", true, {"行距，微米。", "Line pitch, µm."}),
       number("blank-rule", true, {"下划线粗细，微米。", "Thickness of the ruled blank, µm."}), clause()});
}

xml::ElementRule imprint_rule() {
  return leaf("imprint", {"版记。", "The imprint."},
              {number("size", true, {"字号，十分之一磅。", "Size, tenths of a point."}),
               number("line", true, {"行距，微米。", "Line pitch, µm."}),
               number("outer-rule", true, {"首末分隔线，微米。", "First and last rule, µm."}),
               number("inner-rule", true, {"中间分隔线，微米。", "Rule between, µm."}),
               {"addressed-to",
                ValueKind::any_text,
                false,
                {},
                {"移到版记的主送机关前的文字。", "Words before addressees that stand in the imprint."},
                ""},
               text("copied-to", {"抄送机关前的文字。", "Words before the organs copied to."}),
               text("between", {"抄送机关之间的标点。", "Mark between them."}),
               text("end", {"抄送机关后的标点。", "Mark after them."}),
               text("printed", {"印发日期后的文字。", "Words after the date of printing."}),
               yes_no("even", {"只排在双数页。", "On a page with an even number only."}),
               clause()});
}

xml::ElementRule signer_rule() {
  return leaf(
      "signer", {"签发人。", "Who authorised the paper."},
      {text("label", {"姓名前的文字。", "Words before the names."}),
       choice("font", false, words(kFontNames), {"姓名的字体。", "The face of the names."}),
       number("inset", true, {"距版心左右边缘，字数。", "From the sides of the type area, characters."}),
       number("per-row", false, {"每行姓名数。", "Names side by side."}), clause()});
}

xml::ElementRule root_rule() {
  return {"style",
          {"一种版式。", "One style of pages."},
          {{"id", ValueKind::id, true, {}, {"模板引用的名称。", "The name that templates use."}, ""}},
          {{"page", 1, 1, ""},
           {"role", 1, kRoleCount, ""},
           {"table", 1, 1, ""},
           {"page-number", 1, 1, ""},
           {"seal", 1, 1, ""},
           {"margin", 1, 1, ""},
           {"sign", 1, 1, ""},
           {"imprint", 0, 1, ""},
           {"signer", 0, 1, ""},
           {"first-page-rule", 0, 1, ""}},
          false,
          false,
          "",
          ""};
}

xml::ElementRule role_rule() {
  return {"role",
          {"一种角色的文字。", "How text of one role looks."},
          role_attributes(),
          {{"rule", 0, 1, ""}},
          false,
          false,
          "",
          ""};
}

xml::Outline make_outline() {
  xml::Outline outline;
  outline.ns = "urn:anjuan:style:1";
  outline.root = "style";
  outline.elements = {root_rule(), page_rule(),   role_rule(), table_rule(),   number_rule(),
                      seal_rule(), margin_rule(), sign_rule(), imprint_rule(), signer_rule()};
  outline.elements.push_back(
      leaf("rule", {"文字下的线。", "A rule below the text."}, rule_attributes("distance")));
  outline.elements.push_back(leaf("first-page-rule",
                                  {"首页固定位置的线。", "A rule at a fixed place of the first page."},
                                  rule_attributes("top")));
  return outline;
}

}  // namespace

const xml::Outline& style_outline() {
  static const xml::Outline outline = make_outline();
  return outline;
}

}  // namespace anjuan::pages
