#include "dossier/assemble.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "papers.h"

namespace anjuan::dossier {
namespace {

using Ids = std::vector<std::string>;

Day september(unsigned day) { return make_day(2026, 9, day); }

CasePapers whole_case() {
  CasePapers papers;
  papers.case_number = "CY-2026-001";
  papers.papers = {paper("notice", "行政检查通知书", "正2", september(8), 2, 1),
                   paper("approval", "行政检查审批表", "副", september(7), 1, 2),
                   paper("record", "现场检查笔录", "正5", september(10), 4, 3),
                   paper("sheet", "检查表", "正5", september(10), 6, 4),
                   paper("report", "检查报告", "正7", september(14), 3, 5),
                   paper("result", "检查结果告知书", "正1", september(18), 1, 6),
                   receipt("result-receipt", "result", september(21)),
                   receipt("notice-receipt", "notice", september(9))};
  return papers;
}

TEST(Assemble, PutsTheConclusionFirstAndEachReceiptBehindItsPaper) {
  const auto plan = assemble(whole_case(), shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->volumes.size(), 1u);
  EXPECT_EQ(ids(plan->volumes[0]), (Ids{"result", "result-receipt", "notice", "notice-receipt", "record",
                                        "sheet", "report", "approval"}));
}

TEST(Assemble, OrdersAGroupByDateThenByCreation) {
  CasePapers papers;
  papers.papers = {paper("late", "乙", "正5", september(12), 1, 1),
                   paper("second", "丙", "正5", september(10), 1, 9),
                   paper("first", "丁", "正5", september(10), 1, 2)};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(ids(plan->volumes[0]), (Ids{"first", "second", "late"}));
}

TEST(Assemble, NumbersPagesFromOneAndNamesTheLastPageOfTheLastPaper) {
  const auto plan = assemble(whole_case(), shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  const VolumePlan& volume = plan->volumes[0];
  EXPECT_EQ(volume.pages, 19);
  Ids pages;
  for (const ContentsRow& row : volume.contents) pages.push_back(row.pages);
  EXPECT_EQ(pages, (Ids{"1", "2", "3", "5", "6", "10", "16", "19"}));  // the last has one page only
  EXPECT_EQ(volume.contents.back().title, "行政检查审批表");

  CasePapers papers = whole_case();
  papers.papers[1].pages = 3;
  const auto longer = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(longer.ok());
  EXPECT_EQ(longer->volumes[0].contents.back().pages, "19-21");
}

TEST(Assemble, PutsTheSecondPartInAVolumeOfItsOwnWhenTheRulesSaySo) {
  DossierRules rules = shipped_rules();
  rules.kinds[0].separate_parts = true;
  const auto plan = assemble(whole_case(), rules, "case");
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->volumes.size(), 2u);
  EXPECT_EQ(plan->volumes[0].part, "正卷");
  EXPECT_EQ(plan->volumes[1].part, "副卷");
  EXPECT_EQ(ids(plan->volumes[1]), Ids{"approval"});
  EXPECT_EQ(plan->volumes[1].items[0].first_page, 1);
  EXPECT_EQ(plan->volumes[1].ordinal, 2);
  EXPECT_EQ(plan->volumes[0].total, 2);
}

TEST(Assemble, DividesAVolumeOverTheLimitButNeverAPaperFromItsReceipt) {
  CasePapers papers;
  papers.papers = {paper("a", "证据一", "正5", september(1), 150),
                   paper("b", "通知书", "正5", september(2), 50), receipt("b-receipt", "b", september(3), 1),
                   paper("c", "证据二", "正5", september(4), 201),
                   paper("d", "证据三", "正5", september(5), 1)};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->volumes.size(), 4u);
  EXPECT_EQ(ids(plan->volumes[0]), Ids{"a"});
  EXPECT_EQ(ids(plan->volumes[1]), (Ids{"b", "b-receipt"}));
  EXPECT_EQ(ids(plan->volumes[2]), Ids{"c"});  // longer than the limit, and one paper
  EXPECT_EQ(ids(plan->volumes[3]), Ids{"d"});
  EXPECT_EQ(plan->volumes[3].items[0].first_page, 1);
}

TEST(Assemble, FillsAVolumeUpToTheLimitExactly) {
  CasePapers papers;
  papers.papers = {paper("a", "甲", "正5", september(1), 150), paper("b", "乙", "正5", september(2), 50)};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->volumes.size(), 1u);
}

TEST(Assemble, LeavesOutDraftsAndVoidedPapersAndNamesTheVoided) {
  CasePapers papers = whole_case();
  PaperItem draft = paper("draft", "检查报告（送审稿）", "正7", september(12));
  draft.draft = true;
  draft.sign_required = true;  // a draft waits for nothing
  PaperItem voided = paper("void", "行政检查通知书", "正2", september(7));
  voided.number = "澄司检通〔2026〕3号";
  voided.voided = true;
  voided.serve_required = true;
  papers.papers.push_back(draft);
  papers.papers.push_back(voided);
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->volumes[0].items.size(), 8u);
  ASSERT_EQ(plan->voided.size(), 1u);
  EXPECT_EQ(plan->voided[0].number, "澄司检通〔2026〕3号");
}

TEST(Assemble, BindsTheReceiptOfAVoidedPaperByItself) {
  CasePapers papers = whole_case();
  papers.papers[0].voided = true;  // the notice was served, then withdrawn: the proof stays
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(ids(plan->volumes[0]),
            (Ids{"result", "result-receipt", "notice-receipt", "record", "sheet", "report", "approval"}));
}

TEST(Assemble, BindsTheScanAndKeepsThePrintAsItsSource) {
  CasePapers papers = whole_case();
  PaperItem& result = papers.papers[5];
  result.sign_required = result.is_signed = true;
  result.scan_digest = sha256("scan");
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  const BoundItem& item = plan->volumes[0].items[0];
  EXPECT_EQ(item.digest, sha256("scan"));
  EXPECT_EQ(item.source_digest, sha256("result"));
  EXPECT_EQ(plan->volumes[0].contents[0].remark, "签署件扫描");
}

TEST(Assemble, KeepsPapersOfTheRoundOutOfTheCaseAndNamesThem) {
  CasePapers papers = whole_case();
  papers.papers.push_back(paper("draw", "随机抽取记录", "项", september(5)));
  papers.papers.push_back(paper("scrap", "便笺", "", september(5)));
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->volumes[0].items.size(), 8u);
  ASSERT_EQ(plan->elsewhere.size(), 1u);
  EXPECT_EQ(plan->elsewhere[0].id, "draw");
  const auto round = assemble(papers, shipped_rules(), "round");
  ASSERT_TRUE(round.ok());
  EXPECT_EQ(ids(round->volumes[0]), Ids{"draw"});
}

TEST(Assemble, NamesEverythingThatStandsAgainstBindingAtOnce) {
  CasePapers papers = whole_case();
  papers.papers[2].sign_required = true;
  papers.papers[2].number = "CY-2026-001";
  papers.papers[5].serve_required = true;
  papers.papers[5].basis = LegalBasis{"《随机抽查工作细则》", "第十一条"};
  papers.papers[3].pages = 0;
  papers.papers[4].print_digest = "";
  papers.required = {{"objection", "异议处理决定书", std::nullopt}, {"report", "检查报告", std::nullopt}};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(codes(plan.diagnostics()), (Ids{"AJ2500", "AJ2501", "AJ2502", "AJ2505", "AJ2506"}));
  EXPECT_EQ(sentence(plan.diagnostics()[0], Language::chinese), "缺少必须归档的“异议处理决定书”，不能装订");
  EXPECT_EQ(sentence(plan.diagnostics()[2], Language::chinese),
            "“检查结果告知书”（2026年9月18日）尚未登记送达，不能装订");
  EXPECT_EQ(plan.diagnostics()[2].basis->article, "第十一条");
  EXPECT_EQ(sentence(plan.diagnostics()[1], Language::english),
            "the signing of “现场检查笔录” (CY-2026-001) is not recorded; the volume cannot be bound");
  EXPECT_TRUE(plan.diagnostics()[0].basis.has_value());  // the basis of the rules where the paper has none
  EXPECT_NE(hint(plan.diagnostics()[0], Language::chinese).find("缺件说明"), std::string::npos);
}

TEST(Assemble, MissesAMandatoryPaperOfWhichOnlyAVoidedOneExists) {
  CasePapers papers = whole_case();
  papers.papers[4].mandatory = true;
  papers.papers[4].voided = true;
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(codes(plan.diagnostics()), Ids{"AJ2500"});
  papers.papers.push_back(paper("report-2", "检查报告", "正7", september(15)));
  papers.papers.back().slot = "report";  // a later one took the slot over
  EXPECT_TRUE(assemble(papers, shipped_rules(), "case").ok());
}

TEST(Assemble, GoesOnWithAnApprovedNoteAndKeepsItForTheClosingNote) {
  CasePapers papers = whole_case();
  papers.papers[5].serve_required = true;
  papers.required = {{"media", "音像记录清单", std::nullopt}};
  papers.notes = {{"media", "设备损坏，影像未能保存", "局长甲", september(25), ""},
                  {"result", "邮件退回，已公告", "局长甲", september(25), "缺件说明1号"}};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->excused.size(), 2u);
  EXPECT_EQ(plan->excused[0].title, "音像记录清单");
  EXPECT_EQ(plan->excused[0].lack, ExcusedPaper::Lack::missing);
  EXPECT_EQ(plan->excused[1].lack, ExcusedPaper::Lack::unserved);
  EXPECT_EQ(plan->volumes[0].contents[0].remark, "未送达，见备考表");
}

TEST(Assemble, RefusesANoteWithoutReasonApproverOrDay) {
  CasePapers papers = whole_case();
  papers.required = {{"a", "甲表", std::nullopt}, {"b", "乙表", std::nullopt}, {"c", "丙表", std::nullopt}};
  papers.notes = {{"a", "", "局长甲", september(25), ""},
                  {"b", "遗失", "", september(25), ""},
                  {"c", "遗失", "局长甲", std::nullopt, ""}};
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(codes(plan.diagnostics()), (Ids{"AJ2507", "AJ2507", "AJ2507"}));
  EXPECT_EQ(sentence(plan.diagnostics()[2], Language::chinese), "“c”的缺件说明缺少批准日期，不能据以装订");
}

TEST(CheckPapers, RemarksOnANoteForAPaperThatIsThere) {
  CasePapers papers = whole_case();
  papers.notes = {{"report", "遗失", "局长甲", september(25), ""}};
  const DossierRules rules = shipped_rules();
  const Diagnostics found = check_papers(papers, rules, *rules.kind("case"));
  EXPECT_EQ(codes(found), Ids{"AJ2508"});
  EXPECT_FALSE(has_error(found));
  EXPECT_TRUE(assemble(papers, rules, "case")->excused.empty());
}

TEST(Assemble, RefusesUnknownPlacesReceiptsKindsAndDoubles) {
  CasePapers papers = whole_case();
  papers.papers.push_back(paper("odd", "说明", "正12", september(9)));
  papers.papers.push_back(receipt("lost-receipt", "nowhere", september(9)));
  papers.papers.push_back(receipt("own-receipt", "own-receipt", september(9)));
  papers.papers.push_back(papers.papers[0]);
  const auto plan = assemble(papers, shipped_rules(), "case");
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(codes(plan.diagnostics()), (Ids{"AJ2504", "AJ2504", "AJ2510", "AJ2503"}));
  EXPECT_EQ(codes(assemble(whole_case(), shipped_rules(), "yearly").diagnostics()), Ids{"AJ2511"});
}

TEST(Assemble, RefusesAnEmptyVolume) {
  CasePapers papers;
  EXPECT_EQ(codes(assemble(papers, shipped_rules(), "case").diagnostics()), Ids{"AJ2509"});
}

TEST(Assemble, GivesTheSamePlanWhateverTheOrderOfThePapers) {
  CasePapers papers = whole_case();
  const auto plan = assemble(papers, shipped_rules(), "case");
  std::reverse(papers.papers.begin(), papers.papers.end());
  const auto again = assemble(papers, shipped_rules(), "case");
  ASSERT_TRUE(plan.ok() && again.ok());
  EXPECT_EQ(ids(plan->volumes[0]), ids(again->volumes[0]));
}

}  // namespace
}  // namespace anjuan::dossier
