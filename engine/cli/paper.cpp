// anjuan paper check: a finished PDF measured against the figures of a style.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "measurement/check_paper.h"
#include "measurement/messages.h"
#include "measurement/read_pdf.h"
#include "pages/pages.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;
using Styles = std::vector<std::shared_ptr<const pages::Style>>;

/// The folder named, that of the office, that of the current folder, or the program's own.
fs::path folder_of_styles(const Terminal& terminal, const CommandLine& line) {
  if (line.has("styles")) return line.get("styles");
  const fs::path usual = fs::path("templates") / "styles", own = fs::path(terminal.office_folder) / usual;
  std::error_code error;
  if (fs::is_directory(own, error)) return own;
  const bool elsewhere = !fs::is_directory(usual, error) && !terminal.template_folder.empty();
  return elsewhere ? fs::path(terminal.template_folder) / "styles" : usual;
}

Result<Styles> load_styles(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  if (files.empty()) return diagnose(nothing_to_check, Place{}, folder.string());
  std::sort(files.begin(), files.end());
  Styles styles;
  for (const fs::path& file : files) {
    std::string xml;
    if (!read_whole(file.string(), xml)) return diagnose(cannot_read, Place{}, file.string());
    ANJUAN_TRY(auto style, pages::load_style(xml, file.string()));
    styles.push_back(std::move(style));
  }
  return styles;
}

Result<std::shared_ptr<const pages::Style>> named_style(const Styles& styles, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& style : styles) {
    if (style->id == id) return style;
    ids.push_back(style->id);
  }
  return diagnose(measurement::unknown_style, Place{}, id, join(ids, "、"));
}

/// `guessed`: neither the command nor the file names the style.
void print_result(Terminal& terminal, const measurement::FinishedPaper& paper, const pages::Style& style, bool guessed, std::size_t found) {
  if (terminal.language == Language::chinese) {
    terminal.out << "按版式“" << style.id << "”" << (guessed ? "（由测量推定，可用 --style 指明）" : "") << "量了 " << paper.pages.size()
                 << " 页：" << (found == 0 ? "没有发现不合规定的地方。" : std::to_string(found) + " 处不合规定。") << "\n";
  } else {
    terminal.out << paper.pages.size() << " pages measured against the style '" << style.id << "'" << (guessed ? " (found by measuring; name it with --style)" : "")
                 << ": " << (found == 0 ? "nothing differs.\n" : std::to_string(found) + " differences.\n");
  }
}

int run_paper_check(Terminal& terminal, const CommandLine& line) {
  const std::string file = line.get("FILE.pdf");
  std::string bytes;
  if (!read_whole(file, bytes)) return report(terminal, {diagnose(cannot_read, Place{}, file)});
  const auto styles = load_styles(folder_of_styles(terminal, line));
  if (!styles.ok()) return report(terminal, styles.diagnostics());
  const auto paper = measurement::read_pdf(bytes, file);
  if (!paper.ok()) return report(terminal, paper.diagnostics());
  const pages::Style* style = nullptr;
  if (line.has("style")) {
    const auto named = named_style(*styles, line.get("style"));
    if (!named.ok()) return report(terminal, named.diagnostics());
    style = named->get();
  } else {
    style = &measurement::style_for(*paper, *styles);
  }
  const Diagnostics found = measurement::check_paper(*paper, *style);
  remark(terminal, found);
  print_result(terminal, *paper, *style, !line.has("style") && paper->style != style->id, found.size());
  return found.empty() ? status_done : status_refused;
}

}  // namespace

Command paper_check_command() {
  return {{"paper check", {"量一份 PDF 文书的版面，指出不合国家标准的地方和条款", "measure a finished PDF and name each figure and clause it breaks"},
           {{"FILE.pdf", {"PDF 文件", "the PDF"}}},
           {{"style", "版式", {"版式的编号，例如 official；不写的，按文件自己写明的或者量出来最接近的", "id of a style; default: the one that the file names or that it is nearest to"}},
            {"styles", "文件夹", {"版式文件夹；默认为案卷库或者当前文件夹里的 templates/styles", "folder of styles; default: templates/styles of the office or the current folder"}}}},
          run_paper_check};
}

}  // namespace anjuan::cli
