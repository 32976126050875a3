#include "publication/publication_rules.h"

#include <algorithm>
#include <set>

#include "publication/messages.h"

namespace anjuan::publication {
namespace {

using xml::ValueKind;

xml::ElementRule basis_rule(std::string name, Wording says) {
  return {std::move(name),
          std::move(says),
          {{"instrument", ValueKind::text, true, {}, {"文件名称。", "Instrument."}, ""},
           {"article", ValueKind::any_text, false, {}, {"条款。", "Article."}, ""}},
          {},
          false,
          false,
          "",
          ""};
}

xml::Outline make_publication_outline() {
  const xml::AttributeRule code{"code", ValueKind::text, true, {}, {"代码。", "Code."}, ""};
  xml::Outline outline;
  outline.ns = "urn:anjuan:publication:1";
  outline.root = "publication";
  outline.elements.push_back(
      {"publication",
       {"公开规则。", "The rules of publication."},
       {},
       {{"draw-basis", 0, 1, ""}, {"channel-basis", 0, 1, ""}, {"category", 1, -1, ""}},
       false,
       false,
       "",
       ""});
  outline.elements.push_back(basis_rule("draw-basis", {"抽取文件何时公开的依据。", "Why draw files wait."}));
  outline.elements.push_back(basis_rule("channel-basis", {"公开渠道的依据。", "Why these channels."}));
  outline.elements.push_back(
      {"category",
       {"一类检查结果。", "A category of results."},
       {code,
        {"text", ValueKind::text, true, {}, {"公示用语。", "Its published words."}, ""},
        {"group", ValueKind::text, true, {}, {"汇总时归入哪一项。", "Under which head it is counted."}, ""},
        {"handling",
         ValueKind::any_text,
         false,
         {},
         {"公示时统一使用的处理情况，不写的用案件登记的。", "Published in place of the case's own words."},
         ""}},
       {},
       false,
       false,
       "<category code=\"01\" text=\"未发现问题\" group=\"未发现问题\"/>",
       ""});
  return outline;
}

std::optional<LegalBasis> basis_of(const xml::Element& root, std::string_view name) {
  const xml::Element* basis = root.child(name);
  if (!basis) return std::nullopt;
  return LegalBasis{std::string(basis->get("instrument")), std::string(basis->get("article"))};
}

}  // namespace

const Category* PublicationRules::category(std::string_view code) const {
  const auto found =
      std::find_if(categories.begin(), categories.end(), [&](const Category& c) { return c.code == code; });
  return found == categories.end() ? nullptr : &*found;
}

const xml::Outline& publication_outline() {
  static const xml::Outline outline = make_publication_outline();
  return outline;
}

Result<PublicationRules> load_publication_rules(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics found = xml::check(root, publication_outline());
  if (has_error(found)) return found;
  PublicationRules rules;
  rules.file = file;
  rules.draw_basis = basis_of(root, "draw-basis");
  rules.channel_basis = basis_of(root, "channel-basis");
  std::set<std::string> seen;
  for (const xml::Element* element : root.children("category")) {
    const std::string code(element->get("code"));
    if (!seen.insert(code).second) {
      found.push_back(diagnose(messages::duplicate_name, element->place_of("code"), code));
    }
    rules.categories.push_back({code, std::string(element->get("text")), std::string(element->get("group")),
                                std::string(element->get("handling"))});
  }
  if (has_error(found)) return found;
  return rules;
}

}  // namespace anjuan::publication
