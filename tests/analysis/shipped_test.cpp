// What the shipped procedures prove, each by name: the law of one bureau's rules.

#include "analysis/between.h"
#include "analysis/shipped.h"
#include "cases/case_facts.h"

namespace anjuan::analysis {
namespace {

Report of_case(const std::string& xml) { return report(xml, cases::fact_names({}, "case")); }
Report of_round(const std::string& xml) { return report(xml, cases::fact_names({}, "round")); }

bool proves(const Report& report, const std::string& label) {
  return std::find(report.proved.begin(), report.proved.end(), label) != report.proved.end();
}

TEST(InspectionCase, ProvesAllItAsserts) {
  const Report report = of_case(shipped("inspection-case.xml"));
  EXPECT_TRUE(report.found.empty()) << shown(report.found);
  EXPECT_EQ(report.proved.size(), report.assertions);
  for (const char* label :
       {"没有批准不得发检查通知书，紧急检查除外", "紧急检查总能补办审批，补办之前期限一直在计算",
        "现在的检查人员全体声明以后才办理", "没有审定不得反馈", "检查结果只交任务公示一次",
        "文书没有签署、送达的不得归档，缺件经批准的除外", "每件案件都能办结"}) {
    EXPECT_TRUE(proves(report, label)) << label;
  }
}

TEST(InspectionRound, ProvesAllItAsserts) {
  const Report report = of_round(shipped("inspection-round.xml"));
  EXPECT_TRUE(report.found.empty()) << shown(report.found);
  for (const char* label :
       {"每批结果没有审核备案不得公示", "每批结果在每个渠道最多公示一次", "每次抽查任务都能办结"}) {
    EXPECT_TRUE(proves(report, label)) << label;
  }
}

TEST(InspectionCase, AndRoundSendEachOtherWhatTheyAwait) {
  const auto round = loaded(shipped("inspection-round.xml")), one = loaded(shipped("inspection-case.xml"));
  const Diagnostics found = check_messages({round.get(), one.get()});
  EXPECT_TRUE(found.empty()) << shown(found);
}

// Changes to the procedure that the law does not allow are refuted, with the way round.
/// A case with two inspectors, as far as declarations and recusals ask.
struct Declaring {
  procedure::DefinitionPtr definition = loaded(shipped("inspection-case.xml"));
  procedure::Standing standing;
  Fields facts{{"对象", Fields{{"业务类别", "律师事务所"}, {"名称", "岚东正筠律师事务所"}}},
               {"文书", Fields{}},
               {"任务", Fields{}},
               {"案件", Fields{{"编号", "2026-1-01"}}},
               {"检查人员", List{person("Z1"), person("Z2")}},
               {"签署人", Value()}};

  Declaring() {
    const auto step = procedure::start(definition, {facts}, make_day(2026, 9, 10), {});
    EXPECT_TRUE(step.ok()) << (step.ok() ? "" : shown(step.diagnostics()));
    if (step.ok()) standing = step->after;
  }
  static Value person(const std::string& id) {
    return Fields{{"编号", id}, {"姓名", "姓名" + id}, {"证件有效期止", make_day(2030, 1, 1)}};
  }

  void act(const std::string& signatory, const std::string& event, const Fields& values) {
    facts["签署人"] = person(signatory);
    const auto step =
        procedure::step(definition, standing, {event, values, make_day(2026, 9, 10), ""}, {facts});
    EXPECT_TRUE(step.ok()) << (step.ok() ? "" : shown(step.diagnostics()));
    if (step.ok()) standing = step->after;
  }
  bool is_in(const std::string& state) const {
    return std::find(standing.active.begin(), standing.active.end(), state) != standing.active.end();
  }
};

// 细则第八条: whoever declares an interest is reviewed, also the last one to declare.
TEST(InspectionCase, ReviewsTheInterestOfTheLastToDeclare) {
  Declaring one;
  one.act("Z1", "声明利害关系", {{"有利害关系", false}});
  EXPECT_TRUE(one.is_in("declaring"));
  one.act("Z2", "声明利害关系", {{"有利害关系", true}});
  EXPECT_TRUE(one.is_in("recusing"));
  one.act("P1", "决定回避", {{"回避决定", "驳回申请"}, {"回避决定理由", "关系不影响公正"}});
  EXPECT_TRUE(one.is_in("noticing"));
}

TEST(InspectionCase, WaitsForTheOthersAfterADenial) {
  Declaring one;
  one.act("Z1", "声明利害关系", {{"有利害关系", true}});
  one.act("P1", "决定回避", {{"回避决定", "驳回申请"}, {"回避决定理由", "关系不影响公正"}});
  EXPECT_TRUE(one.is_in("declaring"));
  one.act("Z2", "声明利害关系", {{"有利害关系", false}});
  EXPECT_TRUE(one.is_in("noticing"));
}

TEST(InspectionCase, IsRefutedWhenADenialSkipsDeclarations) {
  const std::string xml =
      replaced(shipped("inspection-case.xml"), "cond=\"回避决定 == '驳回申请' 并且 !声明齐全\"",
               "cond=\"回避决定 == '驳回申请'\"");
  const Report report = of_case(replaced(xml, "target=\"declaring\" cond=\"回避决定 == '驳回申请'\"",
                                                  "target=\"resume\" cond=\"回避决定 == '驳回申请'\""));
  EXPECT_FALSE(proves(report, "现在的检查人员全体声明以后才办理"));
  EXPECT_TRUE(proves(report, "每件案件都能办结"));
}

TEST(InspectionCase, IsRefutedWhenPapersNeedNotBeServed) {
  const Report report = of_case(
      replaced(shipped("inspection-case.xml"),
               "<aj:require test=\"(长度(案件.待签署) == 0 并且 长度(案件.待送达) == 0) 或者",
               "<aj:require test=\"长度(案件.待签署) == 0 或者"));
  // Certain: the interpreter has gone it, from the declaration to the archive.
  EXPECT_EQ(codes(report), Codes{"AJ3240"}) << shown(report.found);
  const std::string told = shown(report.found);
  EXPECT_NE(told.find("立卷归档"), std::string::npos) << told;
}

TEST(InspectionCase, IsRefutedWhenAVoidNoticeCannotBeMadeAgain) {
  const std::string xml = shipped("inspection-case.xml");
  const auto from = xml.find("<transition event=\"重新制发检查结果告知书\"");
  const auto to = xml.find("</transition>", from) + std::string("</transition>").size();
  const Report report = of_case(xml.substr(0, from) + xml.substr(to));
  EXPECT_FALSE(proves(report, "每件案件都能办结"));
}

TEST(InspectionRound, IsRefutedWhenARejectedBatchIsPublished) {
  const Report report =
      of_round(replaced(shipped("inspection-round.xml"), "event=\"审核退回\" target=\"collecting\"",
                                "event=\"审核退回\" target=\"publishing\""));
  EXPECT_FALSE(proves(report, "每批结果没有审核备案不得公示"));
}

}  // namespace
}  // namespace anjuan::analysis
