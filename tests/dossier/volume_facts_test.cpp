#include "dossier/volume_facts.h"

#include <gtest/gtest.h>

#include "dossier/assemble.h"
#include "dossier/binding.h"
#include "papers.h"

namespace anjuan::dossier {
namespace {

using Codes = std::vector<std::string>;

DossierPlan plan_with_gaps() {
  CasePapers papers;
  papers.papers = {paper("notice", "行政检查通知书", "正2", make_day(2026, 9, 8), 2),
                   paper("report", "检查报告", "正7", make_day(2026, 9, 14), 3),
                   paper("void", "检查报告", "正7", make_day(2026, 9, 12), 3)};
  papers.papers[0].number = "澄司检通〔2026〕12号";
  papers.papers[2].voided = true;
  papers.papers[2].remark = "事实有误，重新制作";
  papers.papers[1].sign_required = true;
  papers.required = {{"media", "音像记录清单", std::nullopt}};
  papers.notes = {{"media", "设备损坏", "局长甲", make_day(2026, 9, 25), ""},
                  {"检查报告", "签署人已调离", "局长甲", make_day(2026, 9, 25), ""}};
  return assemble(papers, shipped_rules(), "case").value();
}

TEST(VolumeFacts, GiveCoverContentsAndClosingNoteWhatTheyPrint) {
  const DossierRules rules = shipped_rules();
  const DossierPlan plan = plan_with_gaps();
  VolumeDescription about;
  about.title = "岚东砚衡律师事务所2026年行政检查卷";
  about.parts = {"0045", 2026, *rules.period("30年"), "JDG", 12};
  about.closed_on = make_day(2026, 9, 28);
  about.cross_references = {"0045-ZY·2026-D30-JDG-0001"};
  about.remarks = {"现场录像另存光盘一张"};
  const auto made = volume_facts(rules, plan, plan.volumes[0], about);
  ASSERT_TRUE(made.ok());
  const Fields& facts = *made;
  EXPECT_EQ(facts.at("件数").integer(), 2);
  EXPECT_EQ(facts.at("页数").integer(), 5);
  EXPECT_EQ(facts.at("档号").text(), "0045-ZY·2026-D30-JDG-0012");
  EXPECT_EQ(facts.at("保管期限").text(), "30年");
  EXPECT_EQ(facts.at("卷宗类别").text(), "行政检查卷");
  EXPECT_EQ(facts.at("卷别").text(), "");  // both parts in one volume
  EXPECT_EQ(display(facts.at("结案日期")), "2026年9月28日");
  EXPECT_TRUE(facts.at("归档日期").empty());
  EXPECT_EQ(facts.at("互见号").text(), "0045-ZY·2026-D30-JDG-0001");
  const List& contents = facts.at("卷内文件").list();
  ASSERT_EQ(contents.size(), 2u);
  EXPECT_EQ(contents[0].field("文号").text(), "澄司检通〔2026〕12号");
  EXPECT_EQ(contents[0].field("日期数字").text(), "20260908");
  EXPECT_EQ(contents[1].field("页号").text(), "3-5");
  const List& excused = facts.at("缺件").list();
  ASSERT_EQ(excused.size(), 2u);
  EXPECT_EQ(excused[0].field("题名").text(), "音像记录清单");
  EXPECT_EQ(excused[0].field("批准人").text(), "局长甲");
  EXPECT_EQ(excused[1].field("题名").text(), "检查报告（未签署）");
  const List& remarks = facts.at("情况说明").list();
  ASSERT_EQ(remarks.size(), 2u);
  EXPECT_EQ(remarks[0].text(), "“检查报告”（2026年9月12日）已作废，不装订。");
  EXPECT_EQ(remarks[1].text(), "现场录像另存光盘一张");
}

TEST(VolumeFacts, AreRefusedWithoutTheArchivalCode) {
  const DossierPlan plan = plan_with_gaps();
  const auto facts = volume_facts(shipped_rules(), plan, plan.volumes[0], {});
  ASSERT_FALSE(facts.ok());
  EXPECT_EQ(codes(facts.diagnostics()), (Codes{"AJ2521", "AJ2521", "AJ2521", "AJ2521", "AJ2521"}));
}

TEST(DossierTitle, FollowsThePatternOfTheRules) {
  const DossierRules rules = shipped_rules();
  const Fields facts{{"对象", Fields{{"名称", "岚东砚衡律师事务所"}}},
                     {"任务", Fields{{"年度", 2026}, {"名称", "律师事务所随机抽查"}}}};
  EXPECT_EQ(dossier_title(rules, *rules.kind("case"), facts).value(),
            "岚东砚衡律师事务所律师事务所随机抽查行政检查卷");
  EXPECT_EQ(codes(dossier_title(rules, *rules.kind("case"), {}).diagnostics()),
            (Codes{"AJ2521", "AJ2521"}));
}

TEST(VolumeParts, NumberOnlyThePapersAndNameThemInBookmarks) {
  const DossierPlan plan = plan_with_gaps();
  const auto parts = volume_parts(plan.volumes[0], shipped_rules(), {}, [](const PaperItem& item) {
    return PaperFile{nullptr, pages::held("%PDF " + item.id)};
  });
  ASSERT_TRUE(parts.ok());
  ASSERT_EQ(parts->size(), 2u);
  EXPECT_EQ((*parts)[0].bookmark, "1 行政检查通知书 澄司检通〔2026〕12号");
  EXPECT_TRUE((*parts)[0].numbered);
  EXPECT_EQ((*parts)[1].pdf().value(), "%PDF report");
}

TEST(VolumeParts, NameEveryPaperWithoutAFile) {
  const DossierPlan plan = plan_with_gaps();
  const auto parts =
      volume_parts(plan.volumes[0], shipped_rules(), {}, [](const PaperItem&) { return PaperFile{}; });
  ASSERT_FALSE(parts.ok());
  EXPECT_EQ(codes(parts.diagnostics()), (Codes{"AJ2561", "AJ2561"}));
}

TEST(CheckBound, AcceptsThePagesOfTheContentsAndNamesOthers) {
  const DossierPlan plan = plan_with_gaps();
  const VolumePlan& volume = plan.volumes[0];
  const pages::BoundVolume right{{0, 0, 1, 3, 0}, {1, 1, 2, 3, 1}};
  EXPECT_TRUE(check_bound(volume, right, "案卷.pdf").empty());
  const pages::BoundVolume longer{{0, 0, 1, 4, 0}, {1, 1, 3, 3, 1}};
  const Diagnostics found = check_bound(volume, longer, "案卷.pdf");
  EXPECT_EQ(codes(found), (Codes{"AJ2560", "AJ2560"}));
  EXPECT_EQ(sentence(found[0], Language::chinese), "“行政检查通知书”装订后的页号是1-3，目录写的是1-2");
  const pages::BoundVolume shorter{{0, 1}, {1, 2}};
  EXPECT_EQ(codes(check_bound(volume, shorter, "案卷.pdf")), Codes{"AJ2560"});
}

}  // namespace
}  // namespace anjuan::dossier
