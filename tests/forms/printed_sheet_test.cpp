// Sheets opened in LibreOffice and printed: each text whole within its cell, no column cut off.

#include "forms/fill_sheet.h"
#include "forms/printed_pages.h"
#include "sheets/style.h"

namespace anjuan::forms {
namespace {

constexpr double points_per_mm = 72 / 25.4, top_margin = 15 * points_per_mm,
                 bottom_margin = 14 * points_per_mm;
constexpr double slack =
    1.2;  // points: a program rounds heights and boxes reach a little beyond their glyphs

/// LibreOffice gives the lines at the top and the bottom of a page a little more room than other programs.
constexpr double room_of_lines = 4;

/// What an inspector may well write.
Answers long_answers(const Form& form) {
  Answers answers;
  answers.others = {{"结果", "符合"}};
  for (const HeaderField& field : form.header) {
    if (!field.input.empty()) answers.fields[field.input] = field.input_is_date ? "2026-09-10" : "已经填写";
  }
  for (const FooterRow& row : form.footer) {
    if (row.kind == FooterRow::Kind::field)
      answers.fields[row.field.input] =
          "本次检查采取实地检查和书面检查相结合的方式，共抽取卷宗十件，其中三件缺少利益冲突审查记录；"
          "对检查中发现的问题，被检查人当场说明了情况，并提交了书面材料（共6页），要求在三十日内补齐。"
          "检查人员告知了陈述、申辩的权利，被检查人表示没有其他意见。";
  }
  for (std::size_t i = 0; i < form.items.size(); i += 3) {
    auto& row = answers.items[form.items[i].code];
    row = {{"结果", "不符合"},
           {"情况",
            "2026年9月10日上午，检查人员在东关街12号发现该所另设接待室一处，面积约四十平方米，"
            "有两名工作人员在场接待当事人，墙上悬挂收费公示。"},
           {"证据", "照片3张（Z01—Z03）、现场检查笔录1份、复印件2份"},
           {"处理意见", form.items[i].treatments.back()}};
  }
  return answers;
}

class PrintedSheet : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v soffice pdftotext >/dev/null 2>&1") != 0)
      GTEST_SKIP() << "skipped: LibreOffice or pdftotext is not here";
    std::filesystem::remove_all(folder());
    std::filesystem::create_directories(folder());
  }
  static std::string folder() { return ANJUAN_BINARY_DIR "/printed-sheets"; }

  void keep(const std::string& name, sheets::Workbook book) {
    std::ofstream(folder() + "/" + name + ".xlsx", std::ios::binary) << bytes_of(book);
    sheets_[name] = std::move(book.sheets.front());
  }
  static std::vector<PrintedPage> printed(const std::string& name) {
    return pages_in(file_bytes(folder() + "/" + name + ".html"));
  }
  std::map<std::string, sheets::Sheet> sheets_;
};

/// Left edges of the columns on paper, and the right edge of the last. The measure of a program is found
/// from where it centres the headings of the first and the last column.
std::vector<double> edges_on_paper(const sheets::Sheet& sheet, const PrintedPage& page, const Band& heading) {
  std::vector<double> edges = {0};
  for (const double width : sheet.column_widths) edges.push_back(edges.back() + width * 7 + 5);
  std::vector<Word> labels;
  for (const Word& word : page.words) {
    if (word.top > heading.top - slack && word.bottom < heading.bottom + room_of_lines + slack)
      labels.push_back(word);
  }
  if (labels.empty()) return {};
  const auto by_middle = [](const Word& a, const Word& b) { return a.left + a.right < b.left + b.right; };
  const Word first = *std::min_element(labels.begin(), labels.end(), by_middle);
  const Word last = *std::max_element(labels.begin(), labels.end(), by_middle);
  const double middle_of_first = edges[1] / 2, middle_of_last = (edges[edges.size() - 2] + edges.back()) / 2;
  const double scale =
      ((last.left + last.right) - (first.left + first.right)) / 2 / (middle_of_last - middle_of_first);
  const double left = (first.left + first.right) / 2 - middle_of_first * scale;
  for (double& edge : edges) edge = left + edge * scale;
  return edges;
}

std::string within(const PrintedPage& page, double top, double bottom) {
  std::vector<Word> words;
  for (const Word& word : page.words) {
    if (word.top >= top && word.bottom <= bottom) words.push_back(word);
  }
  return text_of(words);
}

/// How far below the margin the rows begin, by the number of the first item, which stands in the middle of
/// its row.
double begin_of_rows(const sheets::Sheet& sheet, const PrintedPage& page, const Band& first_item,
                     double right) {
  for (const Word& word : page.words) {
    const double y = (word.top + word.bottom) / 2;
    if (word.right < right + slack && y > first_item.top && y < first_item.bottom + room_of_lines)
      return y - (first_item.top + first_item.bottom) / 2;
  }
  ADD_FAILURE() << sheet.name << " shows no first item";
  return 0;
}

void expect_whole(const std::string& name, const sheets::Sheet& sheet,
                  const std::vector<PrintedPage>& pages) {
  const double page_height = sheets::page_height(true) - 2 * room_of_lines;
  auto bands = bands_of(sheet, top_margin, page_height);
  ASSERT_EQ(pages.size(), bands.rbegin()->second.page + 1) << name;
  const Band& heading = bands.at(sheet.repeat_rows->first);
  const std::vector<double> edges = edges_on_paper(sheet, pages[heading.page], heading);
  ASSERT_FALSE(edges.empty()) << name;
  const double lower =
      begin_of_rows(sheet, pages[heading.page], bands.at(sheet.repeat_rows->first + 1), edges[1]);
  EXPECT_LT(std::abs(lower), room_of_lines + slack) << name;
  bands = bands_of(sheet, top_margin + lower, page_height);
  EXPECT_GT(edges.front(), 20) << name << ": cut off or beyond the margin";
  EXPECT_LT(edges.back(), pages[0].width - 20) << name << ": cut off or beyond the margin";
  EXPECT_GT(edges.back() - edges.front(), 700) << name << ": shrunk instead of printed at its size";
  for (const sheets::Cell& cell : sheet.cells) {
    const std::uint32_t last_row = std::max(cell.at.row, cell.merged_to.row);
    const Band first = bands.at(cell.at.row), last = bands.at(last_row);
    const double left = edges[cell.at.column],
                 right = edges[std::max(cell.at.column, cell.merged_to.column) + 1u];
    std::vector<Word> inside;
    for (const Word& word : pages[first.page].words) {
      const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
      if (x < left || x > right || y < first.top || y > last.bottom) continue;
      inside.push_back(word);
      const bool whole = word.left > left - slack && word.right < right + slack &&
                         word.top > first.top - slack && word.bottom < last.bottom + slack;
      EXPECT_TRUE(whole) << name << " " << name_of(cell.at) << ": “" << word.text << "” is cut, it stands at "
                         << word.left - left << " " << word.top - first.top << " " << right - word.right
                         << " " << last.bottom - word.bottom;
    }
    EXPECT_EQ(text_of(inside), without_space(cell.text)) << name << " " << name_of(cell.at);
  }
}

TEST_F(PrintedSheet, ShowsEveryTextWholeOnA4) {
  for (const char* id : {"law-firm-checklist", "notary-checklist", "legal-service-checklist"}) {
    const Form form = shipped_form(id);
    sheets::Workbook book = sample_workbook(form);
    keep(std::string(id) + "-blank", book);
    EXPECT_EQ(fill_sheet(form, book, long_answers(form)), Strings{});
    keep(std::string(id) + "-filled", book);
  }
  ASSERT_TRUE(print_all(folder()));
  for (const auto& [name, sheet] : sheets_) {
    const std::vector<PrintedPage> pages = printed(name);
    ASSERT_FALSE(pages.empty()) << name;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      EXPECT_NEAR(pages[i].width, 297 * points_per_mm, 1) << name;
      EXPECT_NEAR(pages[i].height, 210 * points_per_mm, 1) << name;
      const std::string header = within(pages[i], 0, top_margin),
                        footer = within(pages[i], pages[i].height - bottom_margin, pages[i].height);
      EXPECT_TRUE(header.starts_with("案件号2026-LS-001本表编号CK-LS-2026-001CK-")) << name << ": " << header;
      EXPECT_TRUE(
          footer.ends_with("第" + std::to_string(i + 1) + "页共" + std::to_string(pages.size()) + "页"))
          << name << ": " << footer;
    }
    expect_whole(name, sheet, pages);
  }
}

// Signatures on a page of their own would attest nothing: the foot stays together, with an item before it.
TEST(FitRows, KeepTheFootTogetherWithAnItemBeforeIt) {
  for (const char* id : {"law-firm-checklist", "notary-checklist", "legal-service-checklist"}) {
    const Form form = shipped_form(id);
    for (std::size_t items = 5; items <= form.items.size(); ++items) {
      Form shorter = form;
      shorter.items.resize(items);
      const sheets::Sheet sheet = sample_workbook(shorter).sheets[0];
      for (const double page_height :
           {sheets::page_height(true), sheets::page_height(true) - 2 * room_of_lines}) {
        const auto bands = bands_of(sheet, 0, page_height);
        const std::uint32_t last_item = sheet.repeat_rows->first + static_cast<std::uint32_t>(items);
        EXPECT_EQ(bands.at(last_item).page, bands.rbegin()->second.page)
            << id << " with " << items << " items";
      }
    }
  }
}

}  // namespace
}  // namespace anjuan::forms
