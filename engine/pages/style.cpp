// Reading a style file into a Style.

#include "pages/style.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "pages/fonts.h"
#include "pages/messages.h"
#include "pages/pages.h"
#include "pages/style_names.h"

namespace anjuan::pages {
namespace {

using xml::Element;

/// Reads attributes of a checked element.
int whole(const Element& element, const char* name, int otherwise = 0) {
  return static_cast<int>(
      std::clamp<std::int64_t>(parse_integer(element.get(name)).value_or(otherwise), 0, 2'000'000));
}
bool is_yes(const Element& element, const char* name, bool otherwise) {
  const std::string_view value = element.get(name);
  return value.empty() ? otherwise : value == "yes";
}
template <class Enum, std::size_t N>
Enum one_of(const Element& element, const char* name, const std::array<const char*, N>& names,
            Enum otherwise) {
  const auto found = std::find(names.begin(), names.end(), element.get(name));
  return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

std::optional<Color> parse_color(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  int parts[3] = {};
  for (int i = 0; i < 6; ++i) {
    const char c = text[i + 1];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    parts[i / 2] = parts[i / 2] * 16 + digit;
  }
  return Color{static_cast<std::uint8_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
               static_cast<std::uint8_t>(parts[2])};
}

/// Reads one style file whose outline holds.
class Reader {
 public:
  explicit Reader(const Element& root) : root_(root) { style_.id = root.get("id"); }

  Result<std::shared_ptr<const Style>> read() {
    read_page();
    read_roles();
    read_table_and_seal();
    read_number_and_margin();
    if (const Element* rule = root_.child("first-page-rule"))
      style_.first_page_rule = read_rule(*rule, "top");
    check_grid();
    if (!problems_.empty()) return problems_;
    return std::shared_ptr<const Style>(std::make_shared<Style>(std::move(style_)));
  }

 private:
  Color read_color(const Element& element, const char* name, Color otherwise) {
    const std::string_view text = element.get(name);
    if (text.empty()) return otherwise;
    const auto color = parse_color(text);
    if (!color)
      refuse(element, name, {"颜色应写作井号后六位十六进制数", "a colour is # and six hexadecimal digits"});
    return color.value_or(otherwise);
  }

  RuleLook read_rule(const Element& element, const char* distance) {
    return {one_of(element, "kind", kRuleNames, RuleLook::Kind::none), whole(element, distance),
            whole(element, "thickness"), whole(element, "width"), read_color(element, "color", {})};
  }

  void read_page() {
    const Element& page = *root_.child("page");
    PageLook& look = style_.page;
    look = {whole(page, "width"),
            whole(page, "height"),
            whole(page, "top"),
            whole(page, "bottom"),
            whole(page, "left"),
            whole(page, "right"),
            whole(page, "lines"),
            whole(page, "characters"),
            whole(page, "most-lines"),
            is_yes(page, "snap", false),
            std::string(page.get("clause"))};
  }

  RoleLook read_role(const Element& role) {
    RoleLook look;
    look.font = one_of(role, "font", kFontNames, FontRole::fang_song);
    look.size = whole(role, "size");
    look.align = one_of(role, "align", kAlignNames, Align::justify);
    look.indent = whole(role, "indent");
    look.left = whole(role, "left");
    look.right = whole(role, "right");
    look.line = whole(role, "line");
    look.before = whole(role, "before");
    look.after = whole(role, "after");
    look.keep_with_next = is_yes(role, "keep-with-next", false);
    look.hang = is_yes(role, "hang", false);
    look.balanced = is_yes(role, "balanced", false);
    look.snap = is_yes(role, "snap", true);
    look.fit = is_yes(role, "fit", false);
    look.page_top = whole(role, "page-top");
    look.color = read_color(role, "color", {});
    look.clause = role.get("clause");
    if (const Element* rule = role.child("rule")) look.rule_below = read_rule(*rule, "distance");
    if (look.size < 40 || look.size > 2000)
      refuse(role, "size",
             {"字号应在40到2000之间（十分之一磅）", "sizes are from 40 to 2000 tenths of a point"});
    return look;
  }

  void read_roles() {
    std::array<bool, kRoleCount> seen{};
    for (const Element* role : root_.children("role")) {
      const auto which = static_cast<std::size_t>(one_of(*role, "name", kRoleNames, Role::body));
      style_.roles[which] = read_role(*role);
      seen[which] = true;
    }
    for (std::size_t i = 0; i < kRequiredRoles; ++i) {
      if (!seen[i]) problems_.push_back(diagnose(style_role_missing, root_.place, style_.id, kRoleNames[i]));
    }
    for (std::size_t i = kRequiredRoles; i < kRoleCount; ++i) {
      if (!seen[i]) style_.roles[i] = look_alike(static_cast<Role>(i));
    }
  }

  /// A role that the style does not speak of looks like the title or like a line of the body, flush left.
  RoleLook look_alike(Role role) const {
    if (role == Role::annex_title) return style_.look(Role::title);
    RoleLook look = style_.look(Role::body);
    look.indent = 0;
    return look;
  }

  void read_table_and_seal() {
    const Element& table = *root_.child("table");
    style_.table = {whole(table, "size"),
                    whole(table, "line-percent"),
                    whole(table, "pad-across"),
                    whole(table, "pad-down"),
                    whole(table, "inner-rule"),
                    whole(table, "outer-rule"),
                    std::string(table.get("clause"))};
    const Element& seal = *root_.child("seal");
    style_.seal = {whole(seal, "above"),
                   whole(seal, "above-unsealed"),
                   whole(seal, "date-inset"),
                   whole(seal, "organ-inset"),
                   std::max(1, whole(seal, "per-row", 3)),
                   whole(seal, "diameter", 42000),
                   whole(seal, "stamp-width", 25000),
                   whole(seal, "stamp-height", 14000),
                   whole(seal, "stamp-above", 2),
                   std::string(seal.get("clause"))};
    const Element& sign = *root_.child("sign");
    style_.sign = {whole(sign, "line"), whole(sign, "blank-rule")};
    if (const Element* imprint = root_.child("imprint")) {
      style_.imprint = {whole(*imprint, "size"),
                        whole(*imprint, "line"),
                        whole(*imprint, "outer-rule"),
                        whole(*imprint, "inner-rule"),
                        std::string(imprint->get("addressed-to")),
                        std::string(imprint->get("copied-to")),
                        std::string(imprint->get("between")),
                        std::string(imprint->get("end")),
                        std::string(imprint->get("printed")),
                        is_yes(*imprint, "even", false),
                        std::string(imprint->get("clause"))};
    }
    if (const Element* signer = root_.child("signer")) {
      style_.signer = {std::string(signer->get("label")), one_of(*signer, "font", kFontNames, FontRole::kai),
                       whole(*signer, "inset"), std::max(1, whole(*signer, "per-row", 2)),
                       std::string(signer->get("clause"))};
    }
  }

  void read_number_and_margin() {
    const Element& number = *root_.child("page-number");
    style_.number = {one_of(number, "place", kPlaceNames, NumberLook::Place::none),
                     is_yes(number, "dashes", false),
                     is_yes(number, "first", true),
                     whole(number, "distance"),
                     whole(number, "inset"),
                     whole(number, "size", 140),
                     one_of(number, "font", kFontNames, FontRole::song),
                     std::string(number.get("clause"))};
    const Element& margin = *root_.child("margin");
    style_.margin = {whole(margin, "size"),
                     whole(margin, "header-top"),
                     whole(margin, "footer-bottom"),
                     one_of(margin, "align", kAlignNames, Align::left),
                     whole(margin, "watermark-size", 1000),
                     read_color(margin, "watermark-color", {225, 225, 225})};
  }

  void check_grid() {
    const Element& page = *root_.child("page");
    if (style_.page.lines < 1) refuse(page, "lines", {"行数应当大于0", "there must be at least one line"});
    if (style_.page.characters < 1)
      refuse(page, "characters", {"字数应当大于0", "there must be at least one character"});
    if (style_.area_width() < 20000)
      refuse(page, "width", {"除去白边后不足20毫米", "less than 20 mm are left within the margins"});
    if (style_.area_height() < 20000)
      refuse(page, "height", {"除去白边后不足20毫米", "less than 20 mm are left within the margins"});
  }

  void refuse(const Element& element, const char* attribute, Wording why) {
    problems_.push_back(
        diagnose(style_figure, element.place_of(attribute), style_.id, attribute, std::move(why)));
  }

  const Element& root_;
  Style style_;
  Diagnostics problems_;
};

}  // namespace

Result<std::shared_ptr<const Style>> load_style(std::string_view xml, const std::string& file) {
  ANJUAN_TRY(const Element root, xml::parse(xml, file));
  Diagnostics problems = xml::check(root, style_outline());
  if (has_error(problems)) return problems;
  return Reader(root).read();
}

const std::string& id_of(const Style& style) { return style.id; }

}  // namespace anjuan::pages
