// Ways in the words of those who would go them.

#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

/// Somebody reports a result; it is sorted, sometimes approved; `asserted`: what is asked.
std::string sorted(const std::string& asserted, const std::string& more = "") {
  return chart(
      "<aj:role id=\"handler\" label=\"承办人\"/><aj:role id=\"head\" label=\"负责人\"/>"
      "<aj:duty role=\"head\" different-from=\"handler\"/>"
      "<datamodel><data id=\"结论\" aj:type=\"choice\" aj:choices=\"没有问题|整改|移送\"/>"
      "<data id=\"问题数\" aj:type=\"integer\"/><data id=\"备注\" aj:type=\"text\"/>"
      "<data id=\"已登记\" aj:type=\"boolean\"/></datamodel>"
      "<state id=\"report\" aj:label=\"填报结果\"><transition event=\"填报\" target=\"sort\" "
      "aj:label=\"填报检查结果\" "
      "aj:role=\"handler\"><aj:input data=\"结论\" required=\"yes\"/><aj:input data=\"问题数\" "
      "required=\"yes\"/>"
      "<aj:input data=\"备注\" required=\"yes\"/></transition></state>"
      "<state id=\"sort\" aj:label=\"分流\"><transition cond=\"结论 == '整改'\" target=\"mend\"/>"
      "<transition cond=\"结论 == '移送'\" target=\"pass\"/>"
      "<transition cond=\"问题数 &gt; 3\" target=\"approve\"/><transition target=\"done\"/></state>"
      "<state id=\"mend\" aj:label=\"改正中\"><transition event=\"改好\" target=\"done\" "
      "aj:role=\"handler\"/></state>"
      "<state id=\"pass\" aj:label=\"移送中\"><transition event=\"送走\" target=\"done\" "
      "aj:role=\"handler\"/></state>"
      "<state id=\"approve\" aj:label=\"待审批\"><transition event=\"批准\" target=\"done\" aj:role=\"head\" "
      "aj:label=\"批准结果\"/></state>"
      "<final id=\"done\" aj:label=\"办结\"/>" +
          more + asserted,
      "initial=\"report\" aj:label=\"填报\"");
}

/// What is said of the only assertion.
std::string counter(const std::string& xml, Language language = Language::chinese) {
  const Report all = report(xml);
  EXPECT_EQ(codes(all), Codes{"AJ3240"}) << shown(all.found);
  return shown(all.found, language);
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST(Tell, SaysWhatIsFilledInOfWhatDecides) {
  const std::string asserted =
      "<aj:assert label=\"办结必经审批\" every-path-to=\"done\" passes=\"event:批准\"/>";
  const std::string told = counter(sorted(asserted));
  EXPECT_TRUE(has(told, "反例：（1）承办人“填报检查结果”（填写：结论“")) << told;
  EXPECT_FALSE(has(told, "==")) << told;
  EXPECT_FALSE(has(told, "备注")) << "it decides nothing: " << told;
  const std::string english = counter(sorted(asserted), Language::english);
  EXPECT_TRUE(has(english, "(1) 承办人: “填报检查结果” (filling in: 结论 “")) << english;
}

TEST(Tell, FindsTheNumberThatLeadsOn) {
  const std::string told = counter(sorted("<aj:assert label=\"不用审批\" never=\"approve\"/>"));
  EXPECT_TRUE(has(told, "（填写：结论“没有问题”，问题数 4） → 待审批")) << told;
}

TEST(Tell, SaysWhoMayNotBeOnePerson) {
  const std::string told = counter(sorted("<aj:assert label=\"不得批准\" never=\"event:批准\"/>"));
  EXPECT_TRUE(has(told, "（2）负责人“批准结果” → 办结；其中负责人不得是承办人。")) << told;
  const std::string alone = counter(sorted("<aj:assert label=\"不用审批\" never=\"approve\"/>"));
  EXPECT_FALSE(has(alone, "不得是")) << "only one of them acts: " << alone;
}

TEST(Tell, SaysHowTheAssertionIsBroken) {
  EXPECT_TRUE(
      has(counter(sorted("<aj:assert label=\"问题少\" whenever=\"approve\" holds=\"问题数 &lt; 5\"/>")),
          " → 待审批；这时问题数不小于 5。"));
  const std::string lost = counter(sorted("<aj:assert label=\"总能移送\" from=\"sort\" reaches=\"pass\"/>"));
  EXPECT_TRUE(has(lost, "；此后无论怎么办也办不到“移送中”")) << lost;
}

/// What no person fills in but the case must hold is told as a condition, in words.
TEST(Tell, TellsWhatIsAssumedAsSentences) {
  const std::string xml = chart(
      "<state id=\"a\" aj:label=\"待办\"><transition event=\"办\" target=\"b\" "
      "cond=\"长度(名单) &gt; 2 并且 签署人.编号 != '甲'\" aj:label=\"办理\"/></state>"
      "<state id=\"b\" aj:label=\"在办\"><transition event=\"完\" target=\"c\"/></state><final id=\"c\"/>"
      "<aj:assert label=\"不得办\" never=\"b\"/>",
      "aj:label=\"短\"");
  const Report all =
      report(xml, {{"名单", *expression::parse_type("list")}, {"签署人", *expression::parse_type("record")}});
  const std::string told = shown(all.found);
  EXPECT_TRUE(has(told, "设名单的项数大于 2，签署人的编号不是“甲”") ||
              has(told, "设名单多于 2 项，签署人的编号不是“甲”"))
      << told;
}

TEST(Tell, TellsWhatIsAssumedAtTheBeginning) {
  const std::string xml = chart(
      "<state id=\"a\" aj:label=\"甲\"><transition cond=\"对象.类别 == '乙'\" target=\"b\"/>"
      "<transition event=\"走\" target=\"c\"/></state>"
      "<state id=\"b\" aj:label=\"乙\"><transition event=\"走\" target=\"c\"/></state><final id=\"c\"/>"
      "<aj:assert label=\"不到乙\" never=\"b\"/>",
      "aj:label=\"短\"");
  const std::string told = shown(report(xml, {{"对象", *expression::parse_type("record")}}).found);
  EXPECT_TRUE(has(told, "（1）开始办理（设对象的类别是“乙”） → 乙")) << told;
}

}  // namespace
}  // namespace anjuan::analysis
