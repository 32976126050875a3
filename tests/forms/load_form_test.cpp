// Form files: what they must say, and the example of the guide.

#include "forms/load_form.h"

#include <cstdlib>

#include "base/text.h"
#include "forms/filled_sheet.h"
#include "forms/messages.h"

namespace anjuan::forms {
namespace {

/// Codes of the faults after one piece of the shipped form was exchanged.
Strings faults(const std::string& from, const std::string& to) {
  std::string text = form_text("law-firm-checklist");
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  const Result<Form> form = load_form(text, "form.xml");
  Strings codes;
  if (!form.ok()) {
    for (const Diagnostic& d : form.diagnostics()) {
      codes.push_back(d.row->code);
      EXPECT_GT(d.place.line, 0);
    }
  }
  return codes;
}

TEST(LoadForm, ReadsTheShippedFormsWhole) {
  EXPECT_EQ(shipped_form("law-firm-checklist").items.size(), 25u);
  EXPECT_EQ(shipped_form("notary-checklist").items.size(), 24u);
  EXPECT_EQ(shipped_form("legal-service-checklist").items.size(), 22u);
  const Form form = shipped_form();
  EXPECT_EQ(form.event, "检查表.读回");
  EXPECT_EQ(form.items[3].code, "LS-A04");
  EXPECT_EQ(form.items[3].treatments, (Strings{"D2", "D4"}));
  EXPECT_EQ(form.items[3].treatment_note, "（报原审核部门）");
  EXPECT_EQ(form.items[0].on_the_spot, OnTheSpot::yes);
}

// Items whose basis is from memory print 待核实 and are not issued officially before confirmation.
TEST(UnconfirmedItems, AreThoseWhoseBasisIsFromMemory) {
  EXPECT_EQ(unconfirmed_items(shipped_form()),
            (Strings{"LS-A01", "LS-B03", "LS-C04", "LS-C05", "LS-C09", "LS-D02", "LS-D04", "LS-D06"}));
  EXPECT_EQ(unconfirmed_items(shipped_form("notary-checklist")), (Strings{"GZ-A04", "GZ-C09"}));
}

TEST(LoadForm, FindsNamesThatDoNotFit) {
  EXPECT_EQ(faults("code=\"LS-A02\"", "code=\"LS-A01\""), Strings{"AJ2300"});
  EXPECT_EQ(faults("requires=\"情况 证据", "requires=\"情形 证据"), Strings{"AJ2301"});
  EXPECT_EQ(faults("<rule column=\"结果\"", "<rule column=\"结局\""), Strings{"AJ2301"});
  EXPECT_EQ(faults("options=\"当场改正\"", "options=\"当场\""), Strings{"AJ2302"});
  EXPECT_EQ(faults("is=\"不符合\"", "is=\"不合格\""), Strings{"AJ2303"});
  EXPECT_EQ(faults("treatments=\"D1 D2\"", "treatments=\"D1 D12\""), Strings{"AJ2303"});
  EXPECT_EQ(faults("basis-state=\"原文\"", "basis-state=\"听说\""), Strings{"AJ2304"});
  EXPECT_EQ(faults("shows=\"code\"", "shows=\"code\" holds=\"text\""), Strings{"AJ2305"});
  EXPECT_EQ(faults("label=\"案件号\" value=\"案件.编号\"", "label=\"案件号\""), Strings{"AJ2309"});
  EXPECT_EQ(faults("version=\"2026年第1版\"", "version=\"2026|1\""), Strings{"AJ2312"});
}

TEST(LoadForm, FindsBlanksAndSectionsThatPageLinesDoNotHave) {
  EXPECT_EQ(faults("page-header=\"案件号 {case}", "page-header=\"案件号 {编号}"), Strings{"AJ2313"});
  EXPECT_EQ(faults("page-header=\"案件号 {case}", "page-header=\"甲|乙|案件号 {case}"), Strings{"AJ2314"});
  EXPECT_EQ(faults("第 {page} 页", "第 {page 页"), Strings{"AJ2313"});
}

// R11-10: the checklist must state basis, scope, content, manner and treatment.
TEST(LoadForm, RefusesAChecklistThatLacksARequiredPart) {
  EXPECT_EQ(faults("shows=\"basis\"", "shows=\"weight\""), Strings{"AJ2306"});
  EXPECT_EQ(faults("shows=\"content\"", "shows=\"weight\""), Strings{"AJ2306"});
  EXPECT_EQ(faults("shows=\"method\"", "shows=\"weight\""), Strings{"AJ2306"});
  EXPECT_EQ(faults(" scope=\"yes\"", ""), Strings{"AJ2306"});
  EXPECT_EQ(faults("holds=\"treatment\"", "holds=\"text\""), Strings{"AJ2306"});
  EXPECT_EQ(faults("holds=\"result\"", "holds=\"text\""), Strings{"AJ2306"});
}

TEST(LoadForm, RefusesWhatASpreadsheetCannotHold) {
  std::string longer;
  for (int i = 0; i < 260; ++i) longer += "长";
  EXPECT_EQ(faults("value=\"符合\" count", "value=\"" + longer + "\" count").front(),
            "AJ2303");  // the rule names 符合
  EXPECT_EQ(faults("<option value=\"否\"/>", "<option value=\"" + longer + "\"/>").front(), "AJ2307");
  EXPECT_EQ(faults("prompt=\"写明证据的名称", "prompt=\"" + longer + "写明证据的名称"), Strings{"AJ2308"});
  EXPECT_EQ(faults("width=\"36\"", "width=\"136\""), Strings{"AJ2311"});
}

TEST(LoadForm, RefusesEmptyItemsAndUnknownAttributesWithTheirPlace) {
  EXPECT_EQ(faults("<content>实际办公场所与登记住所一致；未擅自在住所外设立办公点、接待室</content>",
                   "<content></content>"),
            Strings{"AJ2310"});
  EXPECT_NE(faults("sample=\"1处\"", "sampel=\"1处\""), Strings{});
  EXPECT_NE(faults("value=\"案件.编号\"", "value=\"案件.\""), Strings{});
}

TEST(Check, FindsNamesThatACaseDoesNotHave) {
  const Form form = shipped_form();
  expression::Names names;
  for (const char* name : {"案件", "任务", "对象", "检查人员", "检查方式"}) names[name] = {};
  EXPECT_TRUE(check(form, names).empty()) << told(check(form, names));
  names.erase("任务");
  const Diagnostics found = check(form, names);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_GT(found[0].place.line, 0);
}

// The guide teaches with an example that works.
TEST(Guide, ExampleLoadsAndMakesASheet) {
  const std::string guide = file_bytes(ANJUAN_SOURCE_DIR "/forms/README.md");
  const std::string start = "```xml\n<?xml";
  const std::size_t at = guide.find(start);
  ASSERT_NE(at, std::string::npos);
  const std::size_t from = at + 7, to = guide.find("```", from);
  const Result<Form> form = load_form(guide.substr(from, to - from), "README.md");
  ASSERT_TRUE(form.ok()) << told(form.diagnostics());
  EXPECT_FALSE(bytes_of(sample_workbook(*form)).empty());
}

// Loader, schema and guide say the same: the reference comes out of the table that the loader checks with.
TEST(Guide, EndsWithTheReferenceOfTheElements) {
  const std::string path = ANJUAN_SOURCE_DIR "/forms/README.md", heading = "## 元素和属性\n\n";
  const std::string guide = file_bytes(path), reference = xml::reference_page(form_outline());
  const std::size_t at = guide.find(heading);
  ASSERT_NE(at, std::string::npos);
  const std::size_t from = at + heading.size();
  if (std::getenv("ANJUAN_ACCEPT") != nullptr)
    std::ofstream(path, std::ios::binary) << guide.substr(0, from) + reference;
  EXPECT_EQ(file_bytes(path).substr(from), reference)
      << "run again with ANJUAN_ACCEPT=1 to take the new reference";
}

}  // namespace
}  // namespace anjuan::forms
