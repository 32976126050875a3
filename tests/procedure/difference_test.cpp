// Two versions of a procedure compared: what legal staff read of a changed number, state or document.

#include "procedure/difference.h"

#include "base/text.h"
#include "procedure/charts.h"

namespace anjuan::procedure {
namespace {

const std::string old_version = chart(R"xml(
<aj:basis id="细则10" instrument="《细则》" article="第十条" in-force-from="2021-06-14"/>
<aj:role id="承办人" label="承办人"/><aj:role id="分管领导" label="分管领导"/>
<aj:duty role="分管领导" different-from="承办人" basis="细则10"/>
<aj:parameter id="报告天数" label="完成检查报告" type="integer" value="5" unit="个工作日" basis="细则10"/>
<datamodel>
  <data id="页数" aj:type="integer" aj:label="报告页数"/>
  <data id="结论" aj:type="choice" aj:choices="合格|不合格" aj:label="结论"/>
</datamodel>
<state id="写" aj:label="写报告" aj:role="承办人">
  <onentry><aj:time-limit id="报告" label="完成报告" length="报告天数" unit="working-days" basis="细则10"/></onentry>
  <transition event="提交" target="审" aj:label="提交报告" cond="页数 &gt; 0" aj:basis="细则10">
    <aj:input data="页数"/><aj:end-time-limit id="报告"/>
    <aj:document template="report" as="检查报告" number="检报" sign="yes"/>
  </transition>
</state>
<state id="审" aj:label="审核" aj:role="分管领导"><transition event="通过" target="完" aj:label="通过"/></state>
<final id="完" aj:label="办结"/>
<aj:assert label="不审核不得办结" every-path-to="完" passes="审"/>)xml", "name=\"报告\" datamodel=\"anjuan\" aj:label=\"检查报告\"");

/// "改动 参数“…”: 值由…" of each difference.
std::vector<std::string> told(const std::string& fresh, Language language = Language::chinese) {
  const auto old = loaded(old_version), now = loaded(fresh);
  std::vector<std::string> lines;
  for (const Difference& d : differences(*old, *now)) {
    const char* kinds[] = {"+", "-", "~", "*"};
    lines.push_back(kinds[static_cast<int>(d.kind)] + (" " + d.what.in(language)) + (d.how.empty() ? "" : ": " + joined(d.how).in(language)));
  }
  return lines;
}
std::vector<std::string> told_with(const std::string& what, const std::string& by, Language language = Language::chinese) {
  EXPECT_NE(old_version.find(what), std::string::npos) << what;
  return told(replace_all(old_version, what, by), language);
}
using Lines = std::vector<std::string>;

TEST(Differences, LayoutAndCommentsAreNone) {
  EXPECT_EQ(told_with("<aj:input", "<!-- 说明 -->\n     <aj:input"), Lines{});
  EXPECT_EQ(told_with("cond=\"页数 &gt; 0\" aj:basis=\"细则10\"", "aj:basis=\"细则10\"  cond=\"页数&gt;0\""), Lines{});
  EXPECT_EQ(told_with("aj:label=\"检查报告\"", "aj:label=\"检查报告\" aj:version=\"2027\""), Lines{});
}

TEST(Differences, ANumberIsToldWithItsUnitAndWhereItIsUsed) {
  EXPECT_EQ(told_with("value=\"5\"", "value=\"10\""),
            (Lines{"* 参数“完成检查报告”: 值由“5个工作日”改为“10个工作日”；用在：完成报告", "* 期限“完成报告”: 长度由“5个工作日”改为“10个工作日”"}));
  EXPECT_EQ(told_with("value=\"5\"", "value=\"10\"", Language::english).at(1), "* the time limit “完成报告”: the length was “5 working days”, is “10 working days”");
}

TEST(Differences, AStateIsToldByItsLabel) {
  EXPECT_EQ(told(replace_all(replace_all(old_version, "id=\"审\"", "id=\"复核\""), "target=\"审\"", "target=\"复核\"")).front(),
            "~ 环节“审核”: 编号由“审”改为“复核”");
  EXPECT_EQ(told_with("aj:label=\"审核\"", "aj:label=\"法制审核\""), Lines{"* 环节“审核”: 名称由“审核”改为“法制审核”"});
  EXPECT_EQ(told_with("aj:role=\"分管领导\"><transition", "aj:role=\"承办人\"><transition"), Lines{"* 环节“审核”: 承办由“分管领导”改为“承办人”"});
  EXPECT_EQ(told_with("<final", "<state id=\"补\" aj:label=\"补正\" aj:role=\"承办人\"><transition event=\"补齐\" target=\"审\" aj:label=\"补齐材料\"/></state><final"),
            Lines{"+ 环节“补正”: 增加承办“承办人”；可以办“补齐材料” → 审核"});
}

TEST(Differences, ATransitionIsToldWithConditionInputsAndDestination) {
  EXPECT_EQ(told_with("cond=\"页数 &gt; 0\"", "cond=\"页数 &gt; 3\""), Lines{"* 环节“写报告”里的“提交报告”: 条件由“页数大于 0”改为“页数大于 3”"});
  EXPECT_EQ(told_with("cond=\"页数 &gt; 0\" ", ""), Lines{"* 环节“写报告”里的“提交报告”: 取消条件“页数大于 0”"});
  EXPECT_EQ(told_with("<aj:input data=\"页数\"/>", "<aj:input data=\"页数\" required=\"no\"/><aj:input data=\"结论\"/>"),
            Lines{"* 环节“写报告”里的“提交报告”: “报告页数”改为可填；要填“结论”"});
  EXPECT_EQ(told_with("target=\"审\"", "target=\"完\""), Lines{"* 环节“写报告”里的“提交报告”: 去向由“审核”改为“办结”"});
  EXPECT_EQ(told_with("<aj:end-time-limit", "<aj:require test=\"页数 &lt; 100\" label=\"不超过一百页\"/><aj:end-time-limit"),
            Lines{"* 环节“写报告”里的“提交报告”: 办理前要求“不超过一百页”"});
  EXPECT_EQ(told_with("<transition event=\"通过\"", "<transition event=\"退回\" target=\"写\" aj:label=\"退回\"/><transition event=\"通过\""),
            Lines{"+ 环节“审核”里的“退回”"});
  EXPECT_EQ(told_with("<aj:end-time-limit id=\"报告\"/>", ""), Lines{"* 环节“写报告”里的“提交报告”: 不再结束期限“完成报告”"});
  EXPECT_EQ(told_with("<aj:input data=\"页数\"/>", "<aj:input data=\"页数\"/><assign location=\"结论\" expr=\"'合格'\"/>"),
            Lines{"* 环节“写报告”里的“提交报告”: 新增：把“结论”记为合格"});
}

TEST(Differences, ADocumentIsToldOnceByItsName) {
  EXPECT_EQ(told_with("sign=\"yes\"", "serve=\"yes\" mandatory=\"yes\""), Lines{"* 文书“检查报告”: 改为必备；不再需要签署；改为需要送达"});
  EXPECT_EQ(told_with("<aj:document", "<aj:document template=\"summary\" as=\"摘要\" sign=\"yes\"/><aj:document"),
            (Lines{"* 环节“写报告”里的“提交报告”: 新增：制作文书“摘要”", "+ 文书“摘要”: 需要签署"}));
}

TEST(Differences, DeclarationsAreToldByTheirLabels) {
  EXPECT_EQ(told_with("article=\"第十条\"", "article=\"第十一条\"").front(), "* 参数“完成检查报告”: 依据由“《细则》第十条”改为“《细则》第十一条”");
  EXPECT_EQ(told_with("<aj:duty role=\"分管领导\" different-from=\"承办人\" basis=\"细则10\"/>", ""), Lines{"- 职责分离：“分管领导”: 取消不得兼任“承办人”"});
  EXPECT_EQ(told_with("合格|不合格", "合格|基本合格|不合格"), Lines{"* 内容“结论”: 类型由“合格｜不合格”改为“合格｜基本合格｜不合格”"});
  EXPECT_EQ(told_with("<aj:assert label=\"不审核不得办结\" every-path-to=\"完\" passes=\"审\"/>", ""), Lines{"- 必须守住的要求“不审核不得办结”"});
  EXPECT_EQ(told_with("<aj:role id=\"分管领导\" label=\"分管领导\"/>", "<aj:role id=\"分管领导\" label=\"分管领导\" post=\"副局长\"/>"), Lines{"* 角色“分管领导”: 职务由“分管领导”改为“副局长”"});
}

TEST(Differences, TheOrderOfWaysCountsTheOrderOfAttributesDoesNot) {
  const std::string two = "<transition event=\"通过\" target=\"完\" aj:label=\"通过\"/>";
  const std::string other = "<transition event=\"通过\" cond=\"页数 &gt; 9\" target=\"写\" aj:label=\"太长\"/>";
  const auto first = loaded(replace_all(old_version, two, other + two)), second = loaded(replace_all(old_version, two, two + other));
  const auto found = differences(*first, *second);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].how[0].zh, "各条走法的先后次序有变化（同一件事取最先成立的）");
}

}  // namespace
}  // namespace anjuan::procedure
