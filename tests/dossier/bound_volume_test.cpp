// The whole way of a dossier: papers, plan, cover, contents and closing note from the shipped
// templates, one bound PDF, and the pages that the contents name.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "documents/compose.h"
#include "documents/load_template.h"
#include "dossier/assemble.h"
#include "dossier/binding.h"
#include "dossier/volume_facts.h"
#include "pages/setting.h"
#include "pages/style.h"
#include "papers.h"

namespace anjuan::dossier {
namespace {

using SettingPointer = std::shared_ptr<const pages::Setting>;

template <class T>
T taken(Result<T> result) {
  if (!result.ok()) {
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      std::fputs(render(diagnostic, Language::english).c_str(), stderr);
    }
  }
  return std::move(result).value();
}

const pages::Fonts& fonts() {
  static const auto loaded =
      taken(pages::load_fonts({ANJUAN_BINARY_DIR "/fonts", ANJUAN_SOURCE_DIR "/build/fonts"}));
  return *loaded;
}

SettingPointer set(const pages::Manuscript& manuscript) {
  const std::string id = manuscript.style + ".xml";
  const auto style = taken(pages::load_style(read_file(ANJUAN_SOURCE_DIR "/templates/styles/" + id), id));
  return std::make_shared<const pages::Setting>(taken(pages::set_pages(manuscript, *style, fonts())));
}

SettingPointer set_template(const std::string& id, const Fields& facts) {
  const std::string file = id + ".xml";
  const auto form = taken(documents::load_template(read_file(ANJUAN_SOURCE_DIR "/templates/" + file), file));
  return set(taken(documents::compose(form, facts)));
}

/// A paper that says its title and fills about `lines` paragraphs.
SettingPointer set_paper(const std::string& title, int lines) {
  pages::Manuscript paper;
  paper.style = "record";
  paper.title = title;
  for (int i = 0; i < lines; ++i) {
    paper.blocks.push_back(
        pages::Paragraph{pages::Role::body, {{title + "正文内容。", {}, false, 0}}, {}, {}, false});
  }
  return set(paper);
}

std::string text_of_page(const std::string& path, int page) {
  const std::string n = std::to_string(page);
  const std::string command = "pdftotext -raw -f " + n + " -l " + n + " " + path + " -";
  std::string text;
  std::array<char, 4096> buffer{};
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return text;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
    text.append(buffer.data(), got);
  pclose(pipe);
  return text;
}

struct Case {
  CasePapers papers;
  std::map<std::string, SettingPointer> settings;

  void add(std::string id, std::string title, std::string place, unsigned day, int lines) {
    settings[id] = set_paper(title, lines);
    papers.papers.push_back(
        paper(id, title, place, make_day(2026, 9, day), pages::page_count(*settings[id])));
  }
};

Fields facts_of(const DossierRules& rules, const DossierPlan& plan) {
  VolumeDescription about;
  about.title = "岚东砚衡律师事务所2026年律师事务所随机抽查行政检查卷";
  about.case_number = "CY-2026-001";
  about.parts = {"0045", 2026, *rules.period("10年"), "JDG", 1};
  about.party = "岚东砚衡律师事务所";
  about.result = "未发现问题";
  about.compiled_by = "晏知秋";
  Fields facts = taken(volume_facts(rules, plan, plan.volumes[0], about));
  facts["机关"] = Fields{{"名称", "澄阳县司法局"}, {"全宗号", "0045"}};
  facts["记录"] = Fields{{"序号", 220}, {"链首", std::string(64, 'b')}};
  facts["任务"] = Fields{{"编号", "2026-1"}, {"名称", "律师事务所随机抽查"}, {"承办股室", "律师工作股"}};
  return facts;
}

TEST(BoundVolume, HasThePagesThatItsContentsName) {
  Case one;
  one.add("notice", "行政检查通知书", "正2", 8, 60);
  one.add("report", "检查报告", "正7", 14, 40);
  one.add("result", "检查结果告知书", "正1", 18, 3);
  one.papers.required = {{"media", "音像记录清单", std::nullopt}};
  one.papers.notes = {{"音像记录清单", "设备损坏，影像没有保存", "局长甲", make_day(2026, 9, 25), ""}};
  const DossierRules rules = shipped_rules();
  const DossierPlan plan = taken(assemble(one.papers, rules, "case"));
  const VolumePlan& volume = plan.volumes[0];
  ASSERT_GT(volume.items[1].paper.pages, 1);

  const Fields facts = facts_of(rules, plan);
  const FrontAndBack around{set_template("dossier-cover", facts), set_template("dossier-contents", facts),
                            set_template("closing-note", facts)};
  const auto parts = taken(volume_parts(volume, rules, around, [&](const PaperItem& item) {
    return PaperFile{one.settings.at(item.id), nullptr};
  }));
  const pages::PdfStamp stamp{"CY-2026-001", "行政检查卷", "澄阳县司法局", "", Moment{1'790'000'000}};
  const auto path = std::filesystem::path(ANJUAN_BINARY_DIR) / "bound-volume.pdf";
  std::ofstream file(path, std::ios::binary);
  const auto bound = taken(pages::bind(parts, fonts(), stamp, [&](std::string_view bytes) -> Outcome {
    file << bytes;
    return Done{};
  }));
  file.close();
  EXPECT_TRUE(check_bound(volume, bound, "案卷.pdf").empty());

  const int front = pages::page_count(*around.cover) + pages::page_count(*around.contents);
  const int last = front + volume.pages + 1;
  EXPECT_NE(text_of_page(path, 1).find("岚东砚衡律师事务所"), std::string::npos);
  EXPECT_NE(text_of_page(path, 2).find("检查结果告知书"), std::string::npos);
  EXPECT_NE(text_of_page(path, front + volume.items[2].first_page).find("检查报告正文内容"),
            std::string::npos);
  EXPECT_NE(text_of_page(path, last).find("影像没有保存"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::dossier
