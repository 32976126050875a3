// anjuan fonts: which fonts papers are printed in on this machine, what they cover, what is missing.

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/font_folders.h"
#include "pages/font_survey.h"

namespace anjuan::cli {
namespace {

using pages::Fitness;
using pages::RoleSurvey;

Wording fitness_words(const RoleSurvey& role) {
  switch (role.fitness) {
    case Fitness::chosen:
      return {"本机的字体设置指定", "named by this machine's fontconfig rules"};
    case Fitness::licensed:
      return {"公文用字", "a face of official papers"};
    case Fitness::free:
      return {"免费字体", "a free face"};
    case Fitness::stand_in:
      break;
  }
  return {"代替", "a stand-in"};
}

constexpr int level_sizes[pages::kLevels] = {3500, 3000, 1605};

/// "6638/8105（一级缺 2，二级缺 188，三级缺 1277），GB 2312 6763/6763"
std::string coverage(const RoleSurvey& role, Language language) {
  const bool zh = language == Language::chinese;
  static constexpr const char* names[] = {"一级", "二级", "三级"};
  int has = 0, all = 0;
  std::vector<std::string> lacking;
  for (int i = 0; i < pages::kLevels; ++i) {
    has += role.of_level[i];
    all += level_sizes[i];
    const int lacks = level_sizes[i] - role.of_level[i];
    if (lacks > 0) lacking.push_back(zh ? names[i] + std::string("缺 ") + std::to_string(lacks) : std::to_string(lacks) + " of level " + std::to_string(i + 1));
  }
  std::string text = (zh ? "通用规范汉字表 " : "General Standard Characters ") + std::to_string(has) + "/" + std::to_string(all);
  if (!lacking.empty()) text += zh ? "（" + join(lacking, "，") + "）" : " (lacks " + join(lacking, ", ") + ")";
  return text + (zh ? "；GB 2312 " : "; GB 2312 ") + std::to_string(role.of_gb2312) + "/6763";
}

bool lacks_characters(const RoleSurvey& role) { return !std::equal(level_sizes, level_sizes + pages::kLevels, role.of_level); }

void print_role(Terminal& terminal, const RoleSurvey& role) {
  const bool zh = terminal.language == Language::chinese;
  std::ostream& out = terminal.out;
  out << role.name.in(terminal.language) << (zh ? "　" : "  ");
  if (!role.found) {
    out << (zh ? "没有字体\n" : "no font\n");
  } else {
    out << role.family << (role.bold ? (zh ? " 粗体" : " Bold") : "") << (zh ? "（" : " (") << fitness_words(role).in(terminal.language) << (zh ? "）\n" : ")\n");
    Rows rows{{zh ? "文件" : "file", role.file}};
    if (role.index > 0) rows.back().back() += zh ? "，第 " + std::to_string(role.index + 1) + " 个字体" : ", face " + std::to_string(role.index + 1);
    rows.push_back({zh ? "字数" : "covers", coverage(role, terminal.language)});
    std::string licence = role.licence.in(terminal.language);
    if (!role.package.empty()) licence += (zh ? "（软件包 " : " (package ") + role.package + (zh ? "）" : ")");
    rows.push_back({zh ? "许可" : "licence", licence});
    if (role.fitness == Fitness::stand_in || lacks_characters(role)) rows.push_back({zh ? "怎样补" : "to mend", role.install.in(terminal.language)});
    out << in_columns(rows, "  ");
    return;
  }
  out << in_columns({{zh ? "怎样补" : "to mend", role.install.in(terminal.language)}}, "  ");
}

void print_missing(Terminal& terminal, const pages::FontSurvey& survey) {
  const bool zh = terminal.language == Language::chinese;
  std::ostream& out = terminal.out;
  out << (zh ? "补字　" : "Missing characters come one by one from  ") << join(survey.last_resorts, zh ? "、" : ", ")
      << (zh ? "（某个字缺了，只有这个字换用它们）\n" : "\n");
  if (survey.missing.empty()) {
    out << (zh ? "通用规范汉字表的 8105 个字都能印出。\n" : "All 8105 General Standard Characters can be printed.\n");
  } else {
    out << (zh ? "通用规范汉字表有 " : "") << survey.missing.size()
        << (zh ? " 个字印不出：" : " General Standard Characters cannot be printed: ") << to_utf8(std::u32string_view(survey.missing).substr(0, 40))
        << (survey.missing.size() > 40 ? "……" : "") << (zh ? "。请安装软件包 fonts-noto-cjk。\n" : ". Install the package fonts-noto-cjk.\n");
  }
  for (const std::string& file : survey.refused)
    out << (zh ? "没有用：" : "Not used: ") << file << (zh ? "（字体的许可不让嵌入文书）\n" : " (its licence flags forbid embedding)\n");
}

int run_fonts(Terminal& terminal, const CommandLine&) {
  const pages::FontSurvey survey = pages::survey_fonts(font_folders(terminal));
  bool complete = survey.missing.empty();
  for (const RoleSurvey& role : survey.roles) {
    print_role(terminal, role);
    complete = complete && role.found;
  }
  print_missing(terminal, survey);
  return complete ? status_done : status_refused;
}

}  // namespace

Command fonts_command() {
  return {{"fonts", {"看本机用哪些字体印文书，缺什么、装什么", "show the fonts that papers are printed in, what they lack and what to install"}, {}, {}}, run_fonts};
}

}  // namespace anjuan::cli
