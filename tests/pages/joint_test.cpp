// Papers that many organs issue together: mark, long title, signature and the body on the first page.

#include "pages/paper.h"

namespace anjuan::pages {
namespace {

const std::vector<std::string> organs{"云川市司法局", "云川市市场监督管理局", "云川市发展和改革委员会", "云川市公安局", "云川市财政局"};
const std::string title =
    "云川市司法局 云川市市场监督管理局 云川市发展和改革委员会 云川市公安局 云川市财政局关于在全市范围内联合开展法律服务行业“双随机、一公开”"
    "跨部门综合监管试点工作有关事项的请示";

/// The words of each line of the title, top to bottom.
std::vector<std::string> title_lines(const Setting& setting, int page = 0) {
  std::vector<std::string> lines;
  for (const Words& line : lines_of(setting.pages[static_cast<std::size_t>(page)])) {
    if (line.size == size_in_um(220) && !(line.color.red > 200)) lines.push_back(text_of(line));
  }
  return lines;
}

Setting request() {
  Paragraph number = paragraph(Role::number, "云司联〔2026〕121号");
  number.signers = {"季临川", "晏知秋", "桑以墨", "公冶衡", "宓如晦"};
  return set(manuscript("official", {paragraph(Role::copy_number, "000012"), paragraph(Role::secrecy, "机密★10年"),
                                     paragraph(Role::urgency, "特急"), JointMasthead{organs, "文件"}, number,
                                     paragraph(Role::title, title), paragraph(Role::addressee, "岚东省司法厅："),
                                     paragraph(Role::body, repeat("现将有关事项请示如下", 20) + "。"), Signature{organs, "2026年1月5日", true},
                                     Imprint{{"市委办公室"}, "云川市司法局办公室", "2026年1月6日"}}));
}

// 7.3.1: 词意完整; the names of organs with a blank between them are such words.
TEST(JointPaper, CutsNoNameInItsTitle) {
  const auto lines = title_lines(request());
  ASSERT_GE(lines.size(), 5u);
  std::string all;
  for (const std::string& line : lines) all += line + "|";
  for (const std::string& organ : organs) EXPECT_NE(all.find(organ), std::string::npos) << organ << " is cut: " << all;
}

// 公文首页必须显示正文: the mark gives way before the addressees do.
TEST(JointPaper, ShowsItsBodyOnTheFirstPage) {
  const Setting setting = request();
  EXPECT_EQ(find_line(setting, "现将有关").page, 1);
  EXPECT_GT(find_line(setting, "云川市公安").line.size, kSize) << "the names of the mark stay larger than the text";
}

// 7.3.5.1: names too long for three columns stand in two, in the size of the text.
TEST(JointPaper, SetsLongNamesInFewerColumns) {
  const Setting setting = request();
  const int page = find_line(setting, "2026年1月5日").page - 1;
  std::vector<Words> names;
  for (const Mark& mark : setting.pages[static_cast<std::size_t>(page)].marks) {
    const Words* found = std::get_if<Words>(&mark);
    if (found != nullptr && std::find(organs.begin(), organs.end(), text_of(*found)) != organs.end()) names.push_back(*found);
  }
  ASSERT_EQ(names.size(), organs.size());
  for (const Words& name : names) EXPECT_EQ(name.size, kSize) << text_of(name);
  EXPECT_EQ(names[0].y, names[1].y);
  EXPECT_GT(names[2].y - names[0].y, 42000);
  for (const SealPlace& seal : setting.seals) {
    EXPECT_GE(seal.middle_x, 28000 + 21000);
    EXPECT_LE(seal.middle_x, 184000 - 21000);
  }
  const Setting one = set(manuscript("official", {paragraph(Role::body, "正文。"), Signature{{"岚东省云川市澄阳县市场监督管理局综合行政执法大队", "乙县司法局"}, "2026年1月5日", true}}));
  const FoundLine longest = find_line(one, "综合行政执法");
  EXPECT_EQ(longest.line.size, kSize);
  EXPECT_LE(longest.right(), 184000 + 100);
}

}  // namespace
}  // namespace anjuan::pages
