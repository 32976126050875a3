#include "dossier/dossier_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "dossier/blanks.h"
#include "dossier/messages.h"

namespace anjuan::dossier {
namespace {

using xml::ValueKind;

xml::AttributeRule required(std::string name, Wording says, ValueKind kind = ValueKind::text) {
  return {std::move(name), kind, true, {}, std::move(says), ""};
}
xml::AttributeRule optional(std::string name, Wording says) {
  return {std::move(name), ValueKind::any_text, false, {}, std::move(says), ""};
}
/// An element without content.
xml::ElementRule leaf(std::string name, Wording says, std::vector<xml::AttributeRule> attributes,
                      std::string example = "") {
  return {std::move(name), std::move(says), std::move(attributes), {}, false, false, std::move(example), ""};
}

xml::ElementRule kind_rule() {
  return {"dossier",
          {"一种案卷：位置的次序和分卷。", "A kind of dossier: order of places, division."},
          {required("id", {"种类的标识。", "Its id."}, ValueKind::id),
           required("name", {"封面上的卷宗名称。", "Its name on the cover."}),
           required("title", {"题名的样式。", "Pattern of its title."}),
           {"parts",
            ValueKind::choice,
            true,
            {"together", "separate"},
            {"正卷和副卷合订（together）还是分订（separate）。", "Both parts in one volume, or apart."},
            ""},
           required("max-pages", {"每卷最多页数，超过的分卷。", "Pages of a volume at most."},
                    ValueKind::integer)},
          {{"group", 1, -1, ""}},
          false,
          false,
          "",
          ""};
}

xml::ElementRule group_rule() {
  xml::ElementRule rule =
      leaf("group", {"卷内的一个位置，次序就是装订次序。", "A place; the order is the order of binding."},
           {required("place", {"位置代号。", "Its code."}),
            {"part",
             ValueKind::choice,
             false,
             {"first", "second"},
             {"属于正卷（first）还是副卷（second）。", "Which part."},
             ""}},
           "<group place=\"正2\">启动</group>");
  rule.text = true;
  return rule;
}

/// Code, periods and words.
std::vector<xml::ElementRule> small_rules() {
  return {
      leaf("archival-code", {"档号的写法。", "How the archival code is written."},
           {required("pattern", {"样式：文字和花括号中的名称。", "Text with names in braces."}),
            required("category", {"档案门类代码。", "Code of the category."}),
            required("serial", {"样式中顺序号的名称。", "The name of the serial in it."})},
           "<archival-code pattern=\"{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{案卷号:4}\" category=\"ZY\" "
           "serial=\"案卷号\"/>"),
      leaf("period", {"一种保管期限。", "A retention period."},
           {required("code", {"代码。", "Code."}), required("name", {"名称。", "Name."})}),
      leaf("part-names", {"正卷和副卷的名称。", "Names of the two parts."},
           {required("first", {"正卷。", "The first."}), required("second", {"副卷。", "The second."})}),
      leaf("bookmarks", {"不编页号各页的书签。", "Bookmarks of the pages without number."},
           {required("cover", {"封面。", "Cover."}), required("contents", {"卷内目录。", "Contents."}),
            required("closing-note", {"备考表。", "Closing note."})}),
      leaf("words", {"目录备注栏和备考表的用语。", "Words of the contents and the closing note."},
           {required("unsigned", {"未签署的。", "Not signed."}),
            required("unserved", {"未送达的。", "Not served."}),
            optional("see", {"在目录中接在前两项后面。", "Follows them in the contents."}),
            optional("scan", {"装订扫描件的。", "A scan is bound."}),
            required("voided", {"备考表中说明作废文书的一句，可用题名、文号、日期、备注。",
                                "Sentence for a voided paper, over its title, number, day and remark."})}),
      leaf("basis", {"案卷规则的依据。", "What the rules rest on."},
           {required("instrument", {"文件名称。", "Instrument."}),
            optional("article", {"条款。", "Article."})})};
}

xml::Outline make_outline() {
  xml::Outline outline;
  outline.ns = "urn:anjuan:dossier:1";
  outline.root = "dossiers";
  outline.elements.push_back({"dossiers",
                              {"案卷规则。", "The rules of dossiers."},
                              {},
                              {{"basis", 0, 1, ""},
                               {"archival-code", 1, 1, ""},
                               {"period", 1, -1, ""},
                               {"part-names", 1, 1, ""},
                               {"bookmarks", 1, 1, ""},
                               {"words", 1, 1, ""},
                               {"dossier", 1, -1, ""}},
                              false,
                              false,
                              "",
                              ""});
  outline.elements.push_back(group_rule());
  outline.elements.push_back(kind_rule());
  for (xml::ElementRule& rule : small_rules()) outline.elements.push_back(std::move(rule));
  return outline;
}

std::string attribute(const xml::Element& element, std::string_view name) {
  return std::string(element.get(name));
}

void check_pattern(const xml::Element& element, std::string_view name, Diagnostics& found) {
  if (auto parsed = parse_pattern(element.get(name), element.place_of(name)); !parsed.ok()) {
    found.insert(found.end(), parsed.diagnostics().begin(), parsed.diagnostics().end());
  }
}

std::string known_periods(const DossierRules& rules) {
  std::vector<std::string> codes;
  for (const Period& period : rules.periods) codes.push_back(period.name);
  return join(codes, "、");
}

DossierKind read_kind(const xml::Element& element, Diagnostics& found) {
  DossierKind kind;
  kind.id = attribute(element, "id");
  kind.name = attribute(element, "name");
  kind.title = attribute(element, "title");
  kind.separate_parts = element.get("parts") == "separate";
  kind.max_pages =
      static_cast<int>(std::min<std::int64_t>(parse_integer(element.get("max-pages")).value_or(0), 100000));
  check_pattern(element, "title", found);
  std::set<std::string> places;
  for (const xml::Element* group : element.children("group")) {
    kind.groups.push_back({attribute(*group, "place"), group->text(), group->get("part") == "second"});
    if (!places.insert(kind.groups.back().place).second) {
      found.push_back(diagnose(messages::duplicate_name, group->place_of("place"), kind.groups.back().place));
    }
  }
  return kind;
}

void read_words(const xml::Element& root, DossierRules& rules) {
  const xml::Element& code = *root.child("archival-code");
  rules.code_pattern = attribute(code, "pattern");
  rules.category = attribute(code, "category");
  rules.serial_name = attribute(code, "serial");
  rules.first_part_name = attribute(*root.child("part-names"), "first");
  rules.second_part_name = attribute(*root.child("part-names"), "second");
  rules.cover_name = attribute(*root.child("bookmarks"), "cover");
  rules.contents_name = attribute(*root.child("bookmarks"), "contents");
  rules.closing_name = attribute(*root.child("bookmarks"), "closing-note");
  const xml::Element& words = *root.child("words");
  rules.words = {attribute(words, "unsigned"), attribute(words, "unserved"), attribute(words, "see"),
                 attribute(words, "scan"), attribute(words, "voided")};
  if (const xml::Element* basis = root.child("basis")) {
    rules.basis = LegalBasis{attribute(*basis, "instrument"), attribute(*basis, "article")};
  }
}

}  // namespace

const DossierKind* DossierRules::kind(std::string_view id) const {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const DossierKind& k) { return k.id == id; });
  return found == kinds.end() ? nullptr : &*found;
}

const Period* DossierRules::period(std::string_view wanted) const {
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const Period& p) { return p.code == wanted || p.name == wanted; });
  return found == periods.end() ? nullptr : &*found;
}

const xml::Outline& dossier_outline() {
  static const xml::Outline outline = make_outline();
  return outline;
}

Result<DossierRules> load_dossier_rules(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics found = xml::check(root, dossier_outline());
  if (has_error(found)) return found;
  DossierRules rules;
  rules.file = file;
  read_words(root, rules);
  check_pattern(*root.child("archival-code"), "pattern", found);
  check_pattern(*root.child("words"), "voided", found);
  for (const xml::Element* period : root.children("period")) {
    if (rules.period(period->get("code"))) {
      found.push_back(diagnose(messages::duplicate_name, period->place_of("code"), period->get("code")));
    }
    rules.periods.push_back({attribute(*period, "code"), attribute(*period, "name")});
  }
  for (const xml::Element* kind : root.children("dossier")) {
    if (rules.kind(kind->get("id")))
      found.push_back(diagnose(messages::duplicate_name, kind->place_of("id"), kind->get("id")));
    rules.kinds.push_back(read_kind(*kind, found));
  }
  if (has_error(found)) return found;
  return rules;
}

Result<Period> find_period(const DossierRules& rules, std::string_view code_or_name) {
  if (const Period* period = rules.period(code_or_name)) return *period;
  return diagnose(messages::unknown_period, {rules.file}, code_or_name, known_periods(rules));
}

}  // namespace anjuan::dossier
