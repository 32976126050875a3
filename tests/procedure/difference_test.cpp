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
            Lines{"* 参数“完成检查报告”: 值由“5个工作日”改为“10个工作日”；用在：期限“完成报告”"});
  EXPECT_EQ(told_with("length=\"报告天数\"", "length=\"10\""), Lines{"* 期限“完成报告”: 长度由“5 个工作日”改为“10 个工作日”"});
  EXPECT_EQ(told_with("length=\"报告天数\"", "length=\"10\"", Language::english), Lines{"* the time limit “完成报告”: length: “10 working days” (before: “5 working days”)"});
}

TEST(Differences, AStateIsToldByItsLabel) {
  EXPECT_EQ(told(replace_all(replace_all(old_version, "id=\"审\"", "id=\"复核\""), "target=\"审\"", "target=\"复核\"")).front(),
            "~ 环节“审核”: 编号由“审”改为“复核”");
  EXPECT_EQ(told_with("aj:label=\"审核\"", "aj:label=\"法制审核\""), Lines{"* 环节“审核”: 名称由“审核”改为“法制审核”"});
  EXPECT_EQ(told_with("aj:role=\"分管领导\"><transition", "aj:role=\"承办人\"><transition"), Lines{"* 环节“审核”: 承办由“分管领导”改为“承办人”"});
  EXPECT_EQ(told_with("<final", "<state id=\"补\" aj:label=\"补正\" aj:role=\"承办人\"><transition event=\"补齐\" target=\"审\" aj:label=\"补齐材料\"/></state><final"),
            Lines{"+ 环节“补正”: 承办：承办人；可以办“补齐材料”（承办人） → 审核"});
}

TEST(Differences, AStateOfTheSameLabelIsRenamedWhereThatIsUnmistakable) {
  const auto old = loaded(old_version);
  const std::string fresh = replace_all(replace_all(old_version, "id=\"审\"", "id=\"复核\""), "target=\"审\"", "target=\"复核\"");
  using Names = std::map<std::string, std::string>;
  EXPECT_EQ(renamed_states(*old, *loaded(fresh)), (Names{{"审", "复核"}}));
  EXPECT_EQ(renamed_states(*old, *old), Names{});
  const std::string twice = replace_all(fresh, "<final", "<state id=\"再审\" aj:label=\"审核\" aj:role=\"承办人\"><transition event=\"补齐\" target=\"复核\" aj:label=\"补\"/></state><final");
  EXPECT_EQ(renamed_states(*old, *loaded(twice)), Names{});
  EXPECT_TRUE(told(twice).front().starts_with("- 环节“审核”")) << told(twice).front();
}

TEST(Differences, ATransitionIsToldWithConditionInputsAndDestination) {
  EXPECT_EQ(told_with("cond=\"页数 &gt; 0\"", "cond=\"页数 &gt; 3\""), Lines{"* 环节“写报告”里的“提交报告”: 条件由“页数大于 0”改为“页数大于 3”"});
  EXPECT_EQ(told_with("cond=\"页数 &gt; 0\" ", ""), Lines{"* 环节“写报告”里的“提交报告”: 取消条件“页数大于 0”"});
  EXPECT_EQ(told_with("<aj:input data=\"页数\"/>", "<aj:input data=\"页数\" required=\"no\"/><aj:input data=\"结论\"/>"),
            Lines{"* 环节“写报告”里的“提交报告”: “报告页数”改为可填；新增要填的“结论”（必填）"});
  EXPECT_EQ(told_with("target=\"审\"", "target=\"完\""), Lines{"* 环节“写报告”里的“提交报告”: 去向由“审核”改为“办结”"});
  EXPECT_EQ(told_with("<aj:end-time-limit", "<aj:require test=\"页数 &lt; 100\" label=\"不超过一百页\"/><aj:end-time-limit"),
            Lines{"* 环节“写报告”里的“提交报告”: 办理前新增要求“不超过一百页”"});
  EXPECT_EQ(told_with("<transition event=\"通过\"", "<transition event=\"退回\" target=\"写\" aj:label=\"退回\"/><transition event=\"通过\""),
            Lines{"+ 环节“审核”里的“退回”: 去向：写报告"});
  EXPECT_EQ(told_with("<aj:end-time-limit id=\"报告\"/>", ""), Lines{"* 环节“写报告”里的“提交报告”: 不再结束期限“完成报告”"});
  EXPECT_EQ(told_with("<aj:input data=\"页数\"/>", "<aj:input data=\"页数\"/><assign location=\"结论\" expr=\"'合格'\"/>"),
            Lines{"* 环节“写报告”里的“提交报告”: 新增：把“结论”记为“合格”"});
}

TEST(Differences, ADocumentIsToldOnceByItsName) {
  EXPECT_EQ(told_with("sign=\"yes\"", "serve=\"yes\" mandatory=\"yes\""), Lines{"* 文书“检查报告”: 改为必备；不再需要签署；改为需要送达"});
  EXPECT_EQ(told_with("<aj:document", "<aj:document template=\"summary\" as=\"摘要\" sign=\"yes\"/><aj:document"),
            (Lines{"* 环节“写报告”里的“提交报告”: 新增：制作文书“摘要”", "+ 文书“摘要”: 需要签署"}));
}

TEST(Differences, DeclarationsAreToldByTheirLabels) {
  EXPECT_EQ(told_with("article=\"第十条\"", "article=\"第十一条\""),
            Lines{"* 依据“《细则》第十条”: 条文由“《细则》第十条”改为“《细则》第十一条”；用在：参数“完成检查报告”、期限“完成报告”、办“提交报告”"});
  EXPECT_EQ(told_with("<aj:duty role=\"分管领导\" different-from=\"承办人\" basis=\"细则10\"/>", ""), Lines{"- “分管领导”的职责分离: 取消不得兼任的角色“承办人”"});
  EXPECT_EQ(told_with("合格|不合格", "合格|基本合格|不合格"), Lines{"* 内容“结论”: 新增可选“基本合格”"});
  EXPECT_EQ(told_with("<aj:assert label=\"不审核不得办结\" every-path-to=\"完\" passes=\"审\"/>", ""), Lines{"- 要求“不审核不得办结”"});
  EXPECT_EQ(told_with("<aj:role id=\"分管领导\" label=\"分管领导\"/>", "<aj:role id=\"分管领导\" label=\"分管领导\" post=\"副局长\"/>"), Lines{"* 角色“分管领导”: 增加职务“副局长”"});
}

TEST(Differences, AThingDoneOtherwiseIsNotToldAsGoneAndNew) {
  const std::string with = replace_all(old_version, "<aj:end-time-limit", "<assign location=\"结论\" expr=\"'合格'\"/><aj:end-time-limit");
  const auto old = loaded(with), now = loaded(replace_all(with, "'合格'", "'不合格'"));
  const auto found = differences(*old, *now);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(joined(found[0].how), Wording("“结论”记为的内容由“合格”改为“不合格”", "what “结论” is set to: “不合格” (before: “合格”)"));
  const std::string archive = "<aj:archive><param name=\"保管期限\" expr=\"'10年'\"/></aj:archive></transition></state>";
  const std::string bound = replace_all(old_version, "aj:label=\"通过\"/></state>", "aj:label=\"通过\">" + archive);
  const auto short_kept = loaded(bound), long_kept = loaded(replace_all(bound, "10年", "30年"));
  const auto kept = differences(*short_kept, *long_kept);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(joined(kept[0].how).zh, "归档：“保管期限”由“10年”改为“30年”");
}

TEST(Differences, ANewNameOfARoleProvisionOrPaperIsToldOnce) {
  EXPECT_EQ(told_with("细则10", "细则十"), Lines{"~ 依据“《细则》第十条”: 编号由“细则10”改为“细则十”"});
  EXPECT_EQ(told_with("label=\"分管领导\"", "label=\"法制审核人员\""), Lines{"* 角色“分管领导”: 名称和职务由“分管领导”改为“法制审核人员”"});
  EXPECT_EQ(told_with("as=\"检查报告\"", "as=\"行政检查报告\""), Lines{"~ 文书“检查报告”: 名称由“检查报告”改为“行政检查报告”"});
  EXPECT_EQ(told_with("label=\"不审核不得办结\"", "label=\"办结以前必须审核\""), Lines{"~ 要求“不审核不得办结”: 名称由“不审核不得办结”改为“办结以前必须审核”"});
}

TEST(Differences, ARequirementIsToldByWhatItAsks) {
  const std::string asked = "<aj:require test=\"页数 &lt; 100\" label=\"不超过一百页\"/><aj:end-time-limit";
  const std::string with = replace_all(old_version, "<aj:end-time-limit", asked);
  const auto lines = [&](const std::string& what, const std::string& by) {
    const auto old = loaded(with), now = loaded(replace_all(with, what, by));
    const auto found = differences(*old, *now);
    return found.size() == 1 ? joined(found[0].how).zh : std::to_string(found.size());
  };
  EXPECT_EQ(lines("&lt; 100", "&lt; 90"), "要求“不超过一百页”的条件由“页数小于 100”改为“页数小于 90”");
  EXPECT_EQ(lines("test=\"页数 &lt; 100\" label=\"不超过一百页\"", "test=\"页数 &lt; 90\" label=\"不超过九十页\""), "办理前的要求由“不超过一百页”改为“不超过九十页”");
}

TEST(Differences, AnAssertionIsToldPartByPart) {
  EXPECT_EQ(told_with("passes=\"审\"", "passes=\"event:提交\""), Lines{"* 要求“不审核不得办结”: 必先经过由“审核”改为“办“提交报告””"});
}

TEST(Differences, ARecordIsToldFieldByField) {
  const std::string with = replace_all(old_version, "<datamodel>", "<aj:parameter id=\"期限表\" label=\"保管期限\" type=\"record\" value=\"{'合格': '10年', '不合格': '30年'}\"/><datamodel>");
  const auto old = loaded(with), now = loaded(replace_all(with, "10年", "30年"));
  const auto found = differences(*old, *now);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(joined(found[0].how).zh, "“合格”的值由“10年”改为“30年”");
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
