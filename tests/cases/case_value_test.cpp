// A case goes into the store and comes back the same.

#include "cases/case_value.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "json/json.h"

namespace anjuan::cases {
namespace {

Case sample_case() {
  Case c;
  c.id = CaseId("2026-1-03");
  c.round = CaseId("2026-1");
  c.kind = "case";
  c.sequence = 3;
  c.definition = "inspection-case";
  c.unit = "律师工作股";
  c.target = Fields{{"名称", "某律师事务所"}, {"投诉件数", 2}};
  c.inspectors = List{Fields{{"编号", "P1"}}};
  c.standing.active = {"a", "b"};
  c.standing.data = {{"日期", make_day(2026, 9, 10)}, {"空的", Value()}};
  procedure::OpenTimeLimit limit{"报告", "完成检查报告", "期限.报告届满", make_day(2026, 9, 16), {5, calendar::Unit::working_days, {"《某细则》", "第十条"}}, {}, true};
  limit.deadline = {make_day(2026, 9, 16), make_day(2026, 9, 22), true, 2027};
  c.standing.limits.emplace("报告", limit);
  Paper paper;
  paper.id = "2026-1-03-W01";
  paper.slot = "通知";
  paper.number = "某司检通〔2026〕1号";
  paper.number_n = 1;
  paper.state = Paper::State::voided;
  paper.void_reason = "写错";
  paper.date = make_day(2026, 9, 14);
  paper.signed_on = make_day(2026, 9, 15);
  paper.serve = true;
  c.papers.push_back(paper);
  c.sheets.push_back({"2026-1-03-B01", "检查表", "form", "d", "正5", make_day(2026, 9, 15), "x", ""});
  c.acts.push_back({7, "提交", {"handler"}, PersonId("P2"), make_day(2026, 9, 11)});
  DrawRecord draw;
  draw.id = "D2026-1";
  draw.list = "list\n";
  draw.annulled = true;
  draw.frozen_on = make_day(2026, 9, 9);
  draw.facts = Fields{{"在库数", 20}};
  c.draws.push_back(draw);
  c.children = {CaseId("x")};
  c.batches.push_back({"第1批", make_day(2026, 10, 14), {{"a.html", "d1"}, {"b.xlsx", "d2"}}});
  BoundDossier dossier;
  dossier.archival_code = "0128-ZY";
  dossier.volumes.push_back({"2026-1-03", "f", "m", 18, 11});
  dossier.on = make_day(2026, 11, 2);
  c.dossier = dossier;
  return c;
}

TEST(CaseValue, ComesBackTheSame) {
  const Value once = to_value(sample_case());
  EXPECT_EQ(to_value(case_from(once)), once);
  const Case back = case_from(once);
  EXPECT_EQ(back.papers.front().state, Paper::State::voided);
  EXPECT_EQ(back.papers.front().signed_on, make_day(2026, 9, 15));
  EXPECT_FALSE(back.papers.front().served_on);
  EXPECT_TRUE(back.standing.limits.at("报告").deadline.provisional);
  EXPECT_EQ(back.dossier->volumes.front().pages, 18);
}

TEST(CaseValue, TakesWhatIsNotThereAsEmpty) {
  const Case bare = case_from(Value(Fields{{"id", "x"}}));
  EXPECT_TRUE(bare.papers.empty());
  EXPECT_FALSE(bare.dossier);
}

TEST(CurrentDraw, IsTheLastOneNotAnnulled) {
  Case c = sample_case();
  EXPECT_EQ(current_draw(c), nullptr);
  DrawRecord next;
  next.id = "D2026-2";
  c.draws.push_back(next);
  ASSERT_NE(current_draw(c), nullptr);
  EXPECT_EQ(current_draw(c)->id, "D2026-2");
}

TEST(PaperIn, IsTheOneThatHoldsTheSlotNow) {
  Case c = sample_case();
  EXPECT_EQ(paper_in(c, "通知"), nullptr) << "a void one holds nothing";
  Paper next;
  next.id = "2026-1-03-W02";
  next.slot = "通知";
  c.papers.push_back(next);
  ASSERT_NE(paper_in(c, "通知"), nullptr);
  EXPECT_EQ(paper_in(c, "通知")->id, "2026-1-03-W02");
}

// A case that has neither need not be read to verify its draws and signatures; where there may be one, it is.
TEST(IsWithoutDrawsAndScans, IsTrueOnlyWhereThereAreNone) {
  Case c = sample_case();
  EXPECT_FALSE(is_without_draws_and_scans(json::write(to_value(c))));
  c.draws.clear();
  const std::string without = json::write(to_value(c));
  EXPECT_TRUE(is_without_draws_and_scans(without));
  c.papers.front().scan = "x";
  EXPECT_FALSE(is_without_draws_and_scans(json::write(to_value(c))));
  // Who hides a draw from a search for its name does not hide it.
  for (const char* hidden : {R"("\u0064raws":[{"id":"D"}])", R"("draws": [{"id":"D"}])", R"("draws":[],"draws":[{"id":"D"}])", R"("draws":null)"}) {
    EXPECT_FALSE(is_without_draws_and_scans(replace_all(without, R"("draws":[])", hidden))) << hidden;
  }
  EXPECT_FALSE(is_without_draws_and_scans(without.substr(0, without.size() - 1)));
}

}  // namespace
}  // namespace anjuan::cases
