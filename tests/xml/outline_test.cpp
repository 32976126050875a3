// One table drives the check, its suggestions, the reference page and the schema.

#include "xml/outline.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/text.h"

namespace anjuan::xml {
namespace {

Outline outline() {
  Outline o;
  o.ns = "urn:form";
  o.prefix = "";
  o.root = "form";
  o.prefixes = {{"urn:paper", "aj"}};
  o.elements = {{"form",
                 {"一张表格", "a form"},
                 {{"id", ValueKind::id, true, {}, {"表格编号", "the id of the form"}, ""},
                  {"since", ValueKind::date, false, {}, {"启用日期", "in use since"}, ""},
                  {"kind", ValueKind::choice, false, {"现场", "书面"}, {"检查方式", "way of inspection"}, ""},
                  {"lock", ValueKind::yes_no, false, {}, {"是否锁定", "locked or not"}, ""},
                  {"count", ValueKind::integer, false, {}, {"份数", "copies"}, ""},
                  {"ratio", ValueKind::number, false, {}, {"比例", "ratio"}, ""},
                  {"wait", ValueKind::duration, false, {}, {"等待", "delay"}, ""},
                  {"uses", ValueKind::ids, false, {}, {"引用", "uses"}, ""},
                  {"title", ValueKind::text, false, {}, {"标题", "title"}, ""},
                  {"note", ValueKind::any_text, false, {}, {"备注", "note"}, ""},
                  {"if", ValueKind::expression, false, {}, {"条件", "condition"}, ""},
                  {"label", ValueKind::text, false, {}, {"名称", "label"}, "urn:paper"}},
                 {{"item", 1, 2, ""}, {"remark", 0, -1, ""}, {"role", 0, 1, "urn:paper"}},
                 false,
                 false,
                 "<form id=\"a\"><item>一</item></form>",
                 ""},
                {"item", {"项目", "an item"}, {}, {}, true, false, "", ""},
                {"remark", {"说明", "a remark"}, {}, {}, false, true, "", ""},
                {"role", {"角色", "a role"}, {}, {}, false, false, "", "urn:paper"}};
  return o;
}

std::string told(const std::string& inside, Language language = Language::chinese,
                 const Outline& o = outline()) {
  const std::string bytes = "<form xmlns=\"urn:form\" xmlns:aj=\"urn:paper\" " + inside;
  const auto root = parse(bytes, "表.xml");
  if (!root.ok()) return "not read: " + sentence(root.diagnostics()[0], Language::english);
  std::string out;
  for (const Diagnostic& d : check(*root, o)) {
    out += std::string(d.row->code) + "@" + std::to_string(d.place.column - 44) + " " +
           sentence(d, language) + "|" + hint(d, language) + "\n";
  }
  return out;
}

TEST(Check, AcceptsWhatTheTableAllows) {
  EXPECT_EQ(told("id=\"a\" since=\"2026-01-01\" kind=\"现场\" lock=\"no\" count=\"0\" ratio=\"0.3\" "
                 "wait=\"1.5s\" uses=\"a 乙\" title=\"t\" "
                 "note=\"\" if=\"x\" aj:label=\"表\" "
                 "xml:lang=\"zh\"><item>一</item><remark><any><thing/></any></remark><aj:role/></form>"),
            "");
}

TEST(Check, SuggestsTheNearestElement) {
  EXPECT_EQ(told("id=\"a\"><item/><itme/></form>"),
            "AJ0142@15 “form”里不能有元素“itme”|是否想写“item”？这里可以有：item、remark、aj:role。\n");
  EXPECT_EQ(told("id=\"a\"><item/><itme/></form>", Language::english),
            "AJ0142@15 element “itme” may not stand inside “form”|Did you mean “item”? Allowed here: item, "
            "remark, aj:role.\n");
}

TEST(Check, SuggestsTheNameThatTheWrittenOneBeginsWith) {
  EXPECT_EQ(told("id=\"a\" notebook=\"x\"><item/></form>").substr(0, 9), "AJ0144@8 ");
  EXPECT_NE(told("id=\"a\" notebook=\"x\"><item/></form>").find("是否想写“note”"), std::string::npos);
  EXPECT_NE(told("id=\"a\"><item/><remarks-of-others/></form>").find("是否想写“remark”"), std::string::npos);
}

TEST(Check, ListsWhatIsExpectedWhereNothingIsNear) {
  EXPECT_EQ(told("id=\"a\"><item/><paragraph/></form>"),
            "AJ0141@15 “form”里不能有元素“paragraph”|这里可以有：item、remark、aj:role。\n");
  EXPECT_EQ(told("id=\"a\"><item><x/></item></form>", Language::english),
            "AJ0141@14 element “x” may not stand inside “item”|Allowed here: none.\n");
}

TEST(Check, SuggestsTheNearestAttribute) {
  EXPECT_EQ(told("id=\"a\" sinse=\"2026-01-01\"><item/></form>", Language::english).substr(0, 139),
            "AJ0144@8 element “form” has no attribute “sinse”|Did you mean “since”? Its attributes are: id, "
            "since, kind, lock, count, ratio,");
  EXPECT_EQ(told("id=\"a\"><item 颜色=\"红\"/></form>"),
            "AJ0143@14 元素“item”没有属性“颜色”|可用的属性：无。\n");
  EXPECT_EQ(told("id=\"a\" aj:lable=\"表\"><item/></form>").substr(0, 51),
            "AJ0144@8 元素“form”没有属性“aj:lable”");
}

TEST(Check, SaysThatTheNearestAttributeIsGivenAlready) {
  EXPECT_EQ(told("id=\"a\" since=\"2026-01-01\" sinse=\"2026-01-02\"><item/></form>").substr(0, 6), "AJ0168");
}

TEST(Check, NamesARequiredAttributeWithItsMeaning) {
  EXPECT_EQ(told("><item/></form>"), "AJ0145@-43 元素“form”缺少必需的属性“id”|请补上 id=\"…\"：表格编号\n");
  EXPECT_EQ(told("><item/></form>", Language::english),
            "AJ0145@-43 element “form” lacks the required attribute “id”|Add id=\"…\": the id of the form\n");
}

TEST(Check, SaysWhatKindOfValueIsExpected) {
  const auto at_value = [](const std::string& attribute) {
    return told("id=\"a\" " + attribute + "><item/></form>").substr(0, 9);
  };
  for (const char* bad : {"since=\"2026-02-30\"", "since=\"2026/13/1\"", "lock=\"maybe\"", "count=\"-1\"",
                          "count=\"十五\"", "count=\"\"", "ratio=\"30%\"", "ratio=\".\"",
                          "uses=\"\"", "uses=\"a b!c\"", "title=\" \"", "if=\"\""}) {
    const bool empty = std::string_view(bad).find("=\"\"") != std::string_view::npos ||
                       bad == std::string_view("title=\" \"");
    EXPECT_EQ(at_value(bad).substr(0, 6), empty ? "AJ0156" : "AJ0146") << bad;
  }
  EXPECT_EQ(at_value("wait=\"5\"").substr(0, 6), "AJ0136");
  EXPECT_EQ(at_value("wait=\"s\"").substr(0, 6), "AJ0167");
  EXPECT_EQ(at_value("wait=\"3工作日\"").substr(0, 6), "AJ0167");
  EXPECT_EQ(told("id=\"a\" since=\"昨天\"><item/></form>"),
            "AJ0146@15 属性“since”的值是“昨天”，应为日期，如 2026-09-10|“since”在这里写：启用日期。请改成这样的值。\n");
  EXPECT_EQ(told("id=\"a b\"><item/></form>", Language::english).substr(0, 68),
            "AJ0146@5 attribute “id” is “a b”; it should be an id (a lett");
}

TEST(Check, SuggestsTheValueThatWasMeant) {
  const auto hint_of = [](const std::string& attribute) {
    const std::string all = told("id=\"a\" " + attribute + "><item/></form>");
    return all.substr(0, 6) + all.substr(all.find('|'));
  };
  for (const auto& [written, meant] :
       {std::pair("since=\"2026/1/1\"", "2026-01-01"), {"since=\"2026年1月1日\"", "2026-01-01"}, {"since=\"20260101\"", "2026-01-01"},
        {"lock=\"true\"", "yes"}, {"lock=\"否\"", "no"}, {"count=\"一\"", "1"}, {"count=\"１０天\"", "10"}, {"uses=\"a b/c\"", "a b c"},
        {"uses=\"甲、乙\"", "甲 乙"}}) {
    EXPECT_EQ(hint_of(written), "AJ0161|是否想写“" + std::string(meant) + "”？\n") << written;
  }
  EXPECT_EQ(hint_of("kind=\"现厂\""), "AJ0162|是否想写“现场”？可以写：现场、书面。\n");
  EXPECT_EQ(hint_of("wait=\"三天\"").substr(0, 6), "AJ0136");
  EXPECT_EQ(hint_of("uses=\"a\u200b\"").substr(0, 6), "AJ0163");
}

TEST(Check, ListsTheChoices) {
  EXPECT_EQ(told("id=\"a\" kind=\"网络\"><item/></form>"),
            "AJ0147@14 属性“kind”的值“网络”不在可选范围内|可以写：现场、书面。\n");
  EXPECT_EQ(told("id=\"a\" kind=\"网络\"><item/></form>", Language::english),
            "AJ0147@14 “网络” is not a choice for attribute “kind”|Choices: 现场, 书面.\n");
}

TEST(Check, CountsChildren) {
  EXPECT_EQ(told("id=\"a\"></form>"), "AJ0148@-43 元素“form”里缺少“item”|请补上 <item>。\n");
  EXPECT_EQ(told("id=\"a\"><item/><item/><item/></form>"),
            "AJ0149@22 元素“form”里的“item”有 3 个，最多 2 个|请删除多余的，从这一个起。\n");
}

TEST(Check, RefusesTextWhereNoneMayStand) {
  EXPECT_EQ(
      told("id=\"a\">备注<item>一</item></form>"),
      "AJ0150@8 元素“form”里不能直接写文字“备注”|请删除，或者放进相应的元素里；说明请写成 <!-- 注释 -->。\n");
}

TEST(Check, RefusesAnotherRoot) {
  const auto root = parse("<table xmlns=\"urn:form\"/>", "f");
  const Diagnostics found = check(*root, outline());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_STREQ(found[0].row->code, "AJ0140");
  EXPECT_EQ(sentence(found[0], Language::chinese), "最外层元素是“table”，应为“<form xmlns=\"urn:form\">”");
}

TEST(Check, RefusesAForgottenNamespace) {
  const Diagnostics found = check(*parse("<form id=\"a\"><item/><itme/></form>", "f"), outline());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(sentence(found[0], Language::chinese), "最外层元素“form”没有命名空间");
  EXPECT_EQ(hint(found[0], Language::chinese), "请写成 <form xmlns=\"urn:form\" …>，一字不差。");
  EXPECT_STREQ(found[1].row->code, "AJ0142");
}

TEST(Check, LeavesForeignElementsAloneWhereTheyMayStand) {
  const std::string text = "id=\"a\"><item/><x xmlns=\"urn:foreign\"><y/></x></form>";
  EXPECT_EQ(told(text),
            "AJ0151@15 元素“x”的命名空间“urn:foreign”不是本系统使用的|请检查 xmlns，应为：urn:form。\n");
  Outline open = outline();
  open.foreign_allowed = true;
  EXPECT_EQ(told(text, Language::chinese, open), "");
}

TEST(Check, TellsWhereAMisplacedElementBelongs) {
  EXPECT_EQ(told("id=\"a\"><item><item/></item></form>"),
            "AJ0152@14 元素“item”不能放在“item”里|“item”可以放在：form。“item”里可以有：无。\n");
  EXPECT_EQ(told("id=\"a\"><item><remark/></item></form>", Language::english),
            "AJ0152@14 element “remark” may not stand inside “item”|“remark” may stand in: form. Allowed in "
            "“item”: "
            "none.\n");
}

TEST(Check, TellsWhereAMisplacedAttributeBelongs) {
  EXPECT_EQ(told("id=\"a\"><item lock=\"no\"/></form>"),
            "AJ0155@14 元素“item”没有属性“lock”|“lock”用在：form。“item”可用的属性：无。\n");
}

TEST(Check, KnowsNamesInOtherCaseAndOtherNamespaces) {
  EXPECT_EQ(told("id=\"a\"><ITEM/></form>").substr(0, 9), "AJ0142@8 ");
  EXPECT_EQ(told("id=\"a\"><item/><role/></form>"),
            "AJ0142@15 “form”里不能有元素“role”|是否想写“aj:role”？这里可以有：item、remark、aj:role。\n");
  EXPECT_NE(told("id=\"a\" label=\"表\"><item/></form>").find("是否想写“aj:label”？"), std::string::npos);
  EXPECT_NE(told("id=\"a\" aj:lock=\"no\"><item/></form>").find("是否想写“lock”？"), std::string::npos);
  EXPECT_EQ(told("id=\"a\"><item/><p:role xmlns:p=\"urn:papers\"/><p:role xmlns:p=\"urn:papers\"/></form>"),
            "AJ0154@32 不认识命名空间“urn:papers”|是否想写“urn:paper”？请改正 xmlns。\n"
            "AJ0149@45 元素“form”里的“aj:role”有 2 个，最多 1 个|请删除多余的，从这一个起。\n");
  EXPECT_EQ(told("id=\"a\"><item xmlns=\"\"/></form>"),
            "AJ0151@8 元素“item”的命名空间“（无）”不是本系统使用的|请检查 xmlns，应为：urn:form。\n");
}

TEST(CheckAndMend, GivesNamesThatWereMeant) {
  Element root =
      *parse("<form xmlns=\"urn:form\" xmlns:aj=\"urn:paper\" idd=\"a\"><itme/><role/></form>", "f");
  EXPECT_EQ(check_and_mend(root, outline()).size(), 3u);
  EXPECT_EQ(root.get("id"), "a");
  EXPECT_TRUE(check(root, outline()).empty());
}

TEST(ReferencePage, ShowsEachElementWithAttributesChildrenAndExample) {
  const std::string page = reference_page(outline());
  EXPECT_NE(
      page.find("### `<form>`\n\n一张表格\n\n| 属性 | 必填 | 值 | 说明 |\n|---|---|---|---|\n| `id` | 是 |"),
      std::string::npos)
      << page;
  EXPECT_NE(page.find("| `kind` |  | 现场、书面 | 检查方式 |"), std::string::npos) << page;
  EXPECT_NE(page.find("| `aj:label` |"), std::string::npos);
  EXPECT_NE(page.find("里面可以有：`item`、`remark`、`aj:role`。"), std::string::npos);
  EXPECT_NE(page.find("```xml\n<form id=\"a\"><item>一</item></form>\n```"), std::string::npos);
  EXPECT_NE(page.find("### `<aj:role>`"), std::string::npos);
}

class Schema : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v xmllint >/dev/null 2>&1") != 0) {
      std::puts("skipped: xmllint is not installed");
      GTEST_SKIP() << "xmllint is not installed";
    }
    std::filesystem::create_directories(folder_);
    write(outline());
  }
  void write(const Outline& o) const { std::ofstream(folder_ / "form.xsd") << schema(o); }
  bool accepts(const std::string& xml) const {
    std::ofstream(folder_ / "form.xml") << xml;
    const std::string command = "xmllint --noout --nonet --schema " + (folder_ / "form.xsd").string() + " " +
                                (folder_ / "form.xml").string() + " >" + (folder_ / "out.txt").string() +
                                " 2>&1";
    return std::system(command.c_str()) == 0;
  }
  std::filesystem::path folder_ = std::filesystem::path(ANJUAN_BINARY_DIR) / "test-schema";
};

TEST_F(Schema, AcceptsAGoodFile) {
  EXPECT_TRUE(
      accepts("<form xmlns=\"urn:form\" xmlns:aj=\"urn:paper\" id=\"a\" kind=\"现场\" "
              "aj:label=\"表\"><item>一</item><aj:role/></form>"));
}

TEST_F(Schema, RefusesUnknownNamesChoicesAndMissingAttributes) {
  EXPECT_FALSE(accepts("<form xmlns=\"urn:form\" id=\"a\"><itme/></form>"));
  EXPECT_FALSE(accepts("<form xmlns=\"urn:form\" id=\"a\" colour=\"red\"/>"));
  EXPECT_FALSE(accepts("<form xmlns=\"urn:form\" id=\"a\" kind=\"网络\"/>"));
  EXPECT_FALSE(accepts("<form xmlns=\"urn:form\"/>"));
  EXPECT_FALSE(accepts("<form xmlns=\"urn:form\" id=\"a\">文字</form>"));
}

TEST_F(Schema, ServesFilesWithoutANamespaceToo) {
  Outline o = outline();
  o.ns = "";
  write(o);
  EXPECT_TRUE(accepts("<form id=\"a\"><item>一</item></form>"));
  EXPECT_FALSE(accepts("<form id=\"a\"><itme/></form>"));
}

}  // namespace
}  // namespace anjuan::xml
