// Papers: what is printed, what is signed, what is published. Judged by other programs where they are here.

#include "handling/papers.h"

#include <set>

#include "handling/messages.h"
#include "handling/small_charts.h"
#include "publication/sensitive.h"

namespace anjuan::handling {
namespace {

using support::played_round, support::shell, support::write_bytes;

/// All papers of the played round, by their ids.
std::map<std::string, cases::Paper> all_papers() {
  std::map<std::string, cases::Paper> out;
  for (const cases::CaseRow& row : well(played_round().reading()->list_cases(true))) {
    for (const cases::Paper& paper : cases::case_from(row.body).papers) out.emplace(paper.id, paper);
  }
  return out;
}

TEST(PlayedPapers, AreAllThatARoundNeeds) {
  std::set<std::string> templates;
  for (const auto& [id, paper] : all_papers()) templates.insert(paper.template_id);
  for (const char* wanted :
       {"work-plan", "plan-approval", "plan-filing", "draw-commitment", "draw-record", "interest-declaration", "substitution-record", "recusal-decision",
        "inspection-approval", "inspection-notice", "material-request", "on-site-record", "written-review-record", "online-monitoring-record", "media-list",
        "rectification-order", "reinspection-record", "inspection-report", "report-approval", "result-notice", "service-receipt", "objection-decision",
        "obstruction-record", "obstruction-publication-approval", "case-referral", "crime-referral-approval", "crime-referral", "penalty-proposal",
        "practice-file-entry", "result-review", "result-announcement"}) {
    EXPECT_TRUE(templates.contains(wanted)) << wanted;
  }
}

/// The text of a file of the office as pdftotext reads it.
std::string text_of_file(const std::string& digest) {
  const support::TemporaryFolder folder;
  write_bytes(folder.path() + "/paper.pdf", played_round().file(digest));
  return shell("pdftotext -raw " + folder.path() + "/paper.pdf -").out;
}

/// Holds a printed head, "链首 221:a0ab…", to be that of the entry before the one that brought the file.
void expect_head_before(const std::string& text, const std::string& brought, const std::vector<journal::Entry>& journal) {
  const std::size_t at = text.find("链首 ");
  ASSERT_NE(at, std::string::npos) << text;
  const std::size_t from = at + std::string("链首 ").size();
  const std::size_t colon = text.find(':', from);
  const auto noted = journal::read_noted_head(text.substr(from, colon + 1 + 16 - from));
  ASSERT_TRUE(noted.ok()) << text.substr(at, 60);
  const std::int64_t n = well(journal::find_head(journal, *noted));
  EXPECT_EQ(n, *noted->n);
  ASSERT_LT(static_cast<std::size_t>(n), journal.size());
  EXPECT_NE(journal[static_cast<std::size_t>(n)].text.find(brought), std::string::npos) << "entry " << n + 1 << " did not bring it";
}

// The journal's head stands on what stays inside, and on no paper that GB/T 9704 rules.
TEST(PlayedPapers, BearTheHeadOfTheJournalWhereTheyStayInside) {
  if (shell("command -v pdftotext").status != 0) GTEST_SKIP() << "skipped: pdftotext is not here";
  const std::set<std::string> inside{"plan-approval", "plan-filing", "draw-record", "substitution-record", "inspection-approval", "checklist", "report-approval",
                                     "obstruction-publication-approval", "crime-referral-approval", "practice-file-entry", "result-review", "missing-paper-note"};
  const auto journal = played_round().journal();
  std::set<std::string> seen;
  for (const auto& [id, paper] : all_papers()) {
    if (!seen.insert(paper.template_id).second) continue;
    SCOPED_TRACE(id + " " + paper.title);
    const std::string text = text_of_file(paper.print);
    if (inside.contains(paper.template_id)) expect_head_before(text, paper.print, journal);
    else EXPECT_EQ(text.find("链首"), std::string::npos) << text;
  }
  EXPECT_TRUE(seen.contains("draw-record") && seen.contains("report-approval") && seen.contains("inspection-notice"));
}

TEST(PlayedPapers, AreBoundWithTheHeadOfTheJournalOnContentsAndClosingNote) {
  if (shell("command -v pdftotext").status != 0) GTEST_SKIP() << "skipped: pdftotext is not here";
  const auto journal = played_round().journal();
  std::size_t volumes = 0;
  for (const cases::CaseRow& row : well(played_round().reading()->list_cases(true))) {
    const cases::Case c = cases::case_from(row.body);
    if (!c.dossier) continue;
    const cases::BoundVolume& volume = c.dossier->volumes.front();
    const std::string text = text_of_file(volume.file);
    const std::size_t contents = text.find("卷内文件目录"), note = text.find("备考表");
    ASSERT_NE(contents, std::string::npos);
    expect_head_before(text.substr(contents), volume.file, journal);
    ASSERT_NE(note, std::string::npos);
    expect_head_before(text.substr(text.rfind("备考表")), volume.file, journal);
    if (++volumes == 2) break;
  }
  EXPECT_GT(volumes, 0u);
}

TEST(PlayedPapers, AreCleanPdfFiles) {
  if (shell("command -v qpdf").status != 0) GTEST_SKIP() << "skipped: qpdf is not here";
  const support::TemporaryFolder folder;
  std::size_t checked = 0;
  for (const auto& [id, paper] : all_papers()) {
    write_bytes(folder.path() + "/paper.pdf", played_round().file(paper.print));
    const auto got = shell("qpdf --check " + folder.path() + "/paper.pdf");
    EXPECT_EQ(got.status, 0) << id << " " << paper.title << "\n" << got.out;
    ++checked;
  }
  EXPECT_GT(checked, 100u);
}

TEST(PlayedDossiers, AreCleanPdfFiles) {
  if (shell("command -v qpdf").status != 0) GTEST_SKIP() << "skipped: qpdf is not here";
  const support::TemporaryFolder folder;
  for (const cases::CaseRow& row : well(played_round().reading()->list_cases(true))) {
    const cases::Case c = cases::case_from(row.body);
    ASSERT_TRUE(c.dossier) << row.id.text();
    for (const cases::BoundVolume& volume : c.dossier->volumes) {
      write_bytes(folder.path() + "/volume.pdf", played_round().file(volume.file));
      const auto got = shell("qpdf --check " + folder.path() + "/volume.pdf");
      EXPECT_EQ(got.status, 0) << volume.name << "\n" << got.out;
    }
  }
}

/// The words behind the text, which are drawn and not part of it.
std::string watermark_of(const cases::Paper& paper) {
  return well(json::read(played_round().file(paper.source), Place{})).field("watermark").text_or_empty();
}

// The data beside a paper go with it into the archive: they are those of this case alone.
TEST(PlayedPapers, KeepNothingOfOtherCases) {
  for (const auto& [id, paper] : all_papers()) {
    if (paper.source.empty() || paper.template_id != "result-notice") continue;
    const std::string source = played_round().file(paper.source);
    int targets = 0;
    for (const char* other : {"岚东正筠律师事务所", "古槐法律服务所", "汜水法律服务所", "岚东砚衡律师事务所", "南薰法律服务所", "岚东一苇律师事务所", "澄阳县公证处"}) targets += source.find(other) != std::string::npos ? 1 : 0;
    EXPECT_EQ(targets, 1) << id << " " << source;
  }
}

// 演练: nobody may take a paper of an exercise for a real one.
TEST(PlayedPapers, AreAllMarkedAsOfAnExercise) {
  for (const auto& [id, paper] : all_papers()) EXPECT_NE(watermark_of(paper).find("示例"), std::string::npos) << id << " " << watermark_of(paper);
}

/// Number and addressee stand on the paper.
TEST(PlayedPapers, SayWhatTheRegisterOfPapersSays) {
  if (shell("command -v pdftotext").status != 0) GTEST_SKIP() << "skipped: pdftotext is not here";
  std::set<std::string> seen;
  for (const auto& [id, paper] : all_papers()) {
    if (!seen.insert(paper.template_id).second) continue;  // one of each kind
    const std::string words = played_round().words_of(paper.print);
    if (!paper.number.empty()) {
      EXPECT_NE(words.find(paper.number), std::string::npos) << id << " lacks " << paper.number << ":\n" << words;
    }
    if (!paper.to.empty()) {
      EXPECT_NE(words.find(paper.to), std::string::npos) << id << " lacks " << paper.to << ":\n" << words;
    }
    for (const char* leftover : {"{", "}", "〔〕", "null", "undefined"}) EXPECT_EQ(words.find(leftover), std::string::npos) << id << " says " << leftover;
  }
  EXPECT_GE(seen.size(), 31u);
}

TEST(PlayedPapers, ShowADraftAsSuch) {
  for (const auto& [id, paper] : all_papers()) {
    if (!paper.draft) continue;
    EXPECT_TRUE(paper.number.empty()) << id;
    EXPECT_NE(watermark_of(paper).find("送审稿"), std::string::npos) << id;
    return;
  }
  ADD_FAILURE() << "the plan is submitted as a draft";
}

/// A notice that names somebody who was not drawn, or lacks a law, would be void: spot checks of words.
TEST(PlayedPapers, HaveTheWordsThatMatter) {
  const auto words = [](const std::string& id, const std::string& slot) {
    const cases::Case c = played_round().case_of(id);
    const cases::Paper* paper = cases::paper_in(c, slot);
    return paper ? played_round().words_of(paper->print) : "no paper";
  };
  const std::tuple<const char*, const char*, const char*> wanted[] = {
      {"2026-1-01", "行政检查通知书", "宓如晦"}, {"2026-1-01", "行政检查通知书", "99012811007"}, {"2026-1-01", "行政处罚建议书", "云川市司法局"},
      {"2026-1-02", "责令改正通知书", "2026年10月16日"}, {"2026-1-03", "检查报告", "核对银行流水等待开户银行回复"}, {"2026-1-03", "涉嫌犯罪案件移送书", "澄阳县公安局"},
      {"2026-1-04", "递补记录", "詹䶮"}, {"2026-1-05", "案件移送函", "国家税务总局澄阳县税务局"}, {"2026-1-06", "不配合检查情况记录", "10时10分"},
      {"2026-1-07", "现场检查笔录", "祝慎之"}, {"2026-1", "随机抽取记录", "35261442516361425316"}, {"2026-1", "抽取承诺公告", "D2026-1"}};
  for (const auto& [id, slot, word] : wanted) EXPECT_NE(words(id, slot).find(word), std::string::npos) << id << " " << slot << " " << word;
}

// 脱敏: what leaves the office says nothing of identity numbers, phones or cards, nor of the suspected crime.
TEST(PlayedPublication, HoldsNothingPersonal) {
  const cases::Case round = played_round().case_of("2026-1");
  ASSERT_GE(round.batches.size(), 4u) << "two batches, each announced and pushed";
  const support::TemporaryFolder folder;
  std::set<std::string> names;
  for (const cases::PublishedBatch& batch : round.batches) {
    for (const auto& [name, digest] : batch.files) {
      names.insert(name);
      std::string text = played_round().file(digest);
      if (name.ends_with(".xlsx")) {
        write_bytes(folder.path() + "/table.xlsx", text);
        text = shell("unzip -p " + folder.path() + "/table.xlsx '*.xml'").out;
      }
      for (const publication::Sensitive& hit : publication::find_sensitive(text)) {
        EXPECT_TRUE(hit.kind == publication::SensitiveKind::bank_card) << batch.batch << " " << name << " holds " << publication::masked(hit.number);
      }
      for (const char* word : {"涉嫌", "公安", "职务侵占", "998128199"}) EXPECT_EQ(text.find(word), std::string::npos) << name << " says " << word;
    }
  }
  EXPECT_TRUE(names.contains("D2026-1-list.txt") && names.contains("D2026-1-result.txt")) << "the last batch has the draw's files";
}

TEST(PlayedPublication, GivesOutTheDrawOnlyWhenAllInspectionsAreOver) {
  const cases::Case round = played_round().case_of("2026-1");
  for (const auto& [name, digest] : round.batches.at(0).files) EXPECT_EQ(name.find("D2026-1"), std::string::npos) << name;
}

// The clerk is told why the files of the draw do not go out yet.
TEST(Publish, TellsWhyTheDrawIsNotPublishedYet) {
  bool told = false;
  FakeOffice fake;
  support::Desk desk;
  for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
    if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义" || act.refused) continue;
    const bool of_another = !act.words.empty() && act.words[0].starts_with("2026-1-0") && act.words[0] != "2026-1-07";
    if (of_another) continue;
    const auto done = well(support::perform(fake, desk, act));
    if (act.verb != "办" || act.words[1] != "发布公示") continue;
    for (const std::string& note : done.receipt.notes) told = told || note == sentence(diagnose(handling::publish_not_yet, Place{}), Language::chinese);
    break;
  }
  EXPECT_TRUE(told);
}

TEST(Publish, NeedsItsMapping) {
  SmallRound round(round_chart("", R"x(
    <transition event="公示"><aj:publish batch="'第1批'" channels="['网站']">
      <param name="公告" expr="'公告'"/><param name="对照表" expr="'announcement-tabel'"/><param name="检查已全部结束" expr="true"/><param name="结果" expr="[]"/>
    </aj:publish></transition>)x"));
  EXPECT_EQ(code_of(perform(round.office, "小1", "公示")), "AJ2805");
}

TEST(Publish, NamesTheParameterThatIsMissing) {
  SmallRound round(round_chart("", R"x(<transition event="公示"><aj:publish batch="'第1批'" channels="['网站']"/></transition>)x"));
  EXPECT_EQ(code_of(perform(round.office, "小1", "公示")), "AJ2838");
}

TEST(CloseDossier, NeedsTheRulesOfDossiers) {
  SmallRound round(round_chart("", R"x(<transition event="归档"><aj:archive/></transition>)x"));
  round.office.library().dossier.reset();
  EXPECT_EQ(code_of(perform(round.office, "小1", "归档")), "AJ2808");
}

/// A case with its notice made but not signed.
struct WithNotice {
  FakeOffice fake;
  WithNotice() {
    support::Desk desk;
    for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义" || act.refused) continue;
      well(support::perform(fake, desk, act));
      if (act.verb == "办" && act.words[1] == "批准检查") break;
    }
  }
  Result<Receipt> sign(const std::string& scan, const std::string& file) {
    Office office = fake.office();
    return sign_paper(office, CaseId("2026-1-01"), "行政检查审批表", {"裴承远", scan, file}, fake.act(make_day(2026, 9, 14), "裴承远", "陆明舟"));
  }
  cases::Paper paper() {
    const cases::Case c = fake.case_of("2026-1-01");
    return *cases::paper_in(c, "行政检查审批表");
  }
};

TEST(SignPaper, TakesAPdfOrAPictureAndCountsItsPages) {
  WithNotice with;
  const std::string print = with.fake.file(with.paper().print);
  EXPECT_EQ(code_of(with.sign("GIF89a", "扫描.gif")), "AJ2826");
  EXPECT_FALSE(with.sign("%PDF-1.4 broken", "扫描.pdf").ok());
  EXPECT_FALSE(with.sign("\x89PNG\r\n\x1a\nbroken", "扫描.png").ok());
  EXPECT_FALSE(with.paper().signed_on);
  well(with.sign(print, "扫描.pdf"));
  EXPECT_EQ(with.paper().scan_pages, with.paper().pages);
  EXPECT_EQ(with.paper().signed_by, "裴承远");
  EXPECT_EQ(with.fake.file(with.paper().print), print) << "the print stays as its source";
}

}  // namespace
}  // namespace anjuan::handling
