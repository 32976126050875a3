#pragma once
// A whole paper in 文件格式, set right or with one fault, and what measuring its PDF finds.

#include "measurement/check_paper.h"
#include "measurement/read_pdf.h"
#include "pages/paper.h"

namespace anjuan::measurement {

using namespace pages;

inline std::string style_xml(const std::string& id) {
  return read_bytes(ANJUAN_SOURCE_DIR "/templates/styles/" + id + ".xml");
}

/// A shipped style with words of its file changed.
inline std::shared_ptr<const Style> changed(const std::string& id, const std::string& from,
                                            const std::string& to) {
  const std::string xml = style_xml(id);
  EXPECT_NE(xml.find(from), std::string::npos) << from;
  auto loaded = load_style(replace_all(xml, from, to), id + ".xml");
  EXPECT_TRUE(loaded.ok());
  return *loaded;
}

inline Paragraph body_of(int characters) {
  std::string text;
  const std::string sentence = "各承办股室应当于实施前制定专项抽查工作方案经分管领导同意后送监督机构备案";
  for (int i = 0; i * 34 < characters; ++i) text += sentence;
  return paragraph(Role::body, text);
}

/// Head, title, body over a page, signature and imprint.
inline Manuscript notice() {
  return manuscript(
      "official",
      {paragraph(Role::masthead, "示例县司法局文件"), paragraph(Role::number, "示司〔2026〕3号"),
       paragraph(Role::title, "示例县司法局关于印发2026年度法律服务“双随机、一公开”抽查工作计划的通知"),
       paragraph(Role::addressee, "局机关各股室："), body_of(700), paragraph(Role::heading1, "一、抽查范围"),
       body_of(300), paragraph(Role::attachment, "附件：2026年度抽查工作计划表"),
       Signature{{"示例县司法局"}, "2026年1月15日", true}, paragraph(Role::note, "（此件公开发布）"),
       Imprint{{"示例市司法局"}, "示例县司法局办公室", "2026年1月15日"}});
}

inline Setting set_with(const Manuscript& m, const Style& style) {
  auto made = set_pages(m, style, fonts());
  EXPECT_TRUE(made.ok());
  return *made;
}

inline FinishedPaper measured(const std::string& pdf, const std::string& file = "示例.pdf") {
  auto paper = read_pdf(pdf, file);
  EXPECT_TRUE(paper.ok());
  return paper.ok() ? *paper : FinishedPaper{};
}

inline std::string told(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& d : found) all += render(d, Language::chinese);
  return all;
}

/// What is found in the PDF of a setting, held against the shipped style.
inline Diagnostics found_in(const Setting& setting, const std::string& style_id = "official") {
  return check_paper(measured(pdf_of(setting)), *style(style_id));
}
inline std::vector<std::string> codes(const Setting& setting, const std::string& style_id = "official") {
  return codes_of(found_in(setting, style_id));
}

/// The first words on a page that hold `part`, to be moved.
inline Words& words_with(Setting& setting, int page, const std::string& part) {
  for (Mark& mark : setting.pages[static_cast<std::size_t>(page - 1)].marks) {
    Words* found = std::get_if<Words>(&mark);
    if (found != nullptr && text_of(*found).find(part) != std::string::npos) return *found;
  }
  ADD_FAILURE() << "no words with " << part;
  static Words none;
  return none;
}

}  // namespace anjuan::measurement
