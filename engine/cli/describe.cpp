// anjuan describe: a procedure for those who approve it without reading XML: in words, as a chart, as a
// printed manual.

#include <algorithm>
#include <ostream>

#include "cli/case_words.h"
#include "cli/command.h"
#include "cli/diagram.h"
#include "cli/manual.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/procedure_text.h"
#include "diagram/diagram.h"
#include "procedure/procedure.h"

namespace anjuan::cli {
namespace {

using procedure::Definition;

/// Tells what was written; gives the status.
int report_written(Terminal& terminal, const Outcome& written, const std::vector<std::string>& files) {
  if (!written.ok()) return report(terminal, written.diagnostics());
  for (const std::string& file : files) terminal.out << terminal.say("已写出：", "written: ") << file << "\n";
  return status_done;
}

int give(Terminal& terminal, const std::string& path, const std::string& bytes) {
  if (path.empty()) {
    terminal.out << bytes;
    return status_done;
  }
  return report_written(terminal, write_output(path, bytes), {path});
}

/// A file for each page of the chart: "流程图-01-总览.svg".
int write_chart_pages(Terminal& terminal, const std::string& folder, const std::vector<diagram::Page>& pages) {
  std::vector<std::string> files;
  for (const diagram::Page& page : pages) {
    const std::string number = std::to_string(100 + files.size() + 1).substr(1);
    const std::string name = (pages.size() > 1 ? number + "-" : std::string()) + file_name_of(page.title) + ".svg";
    files.push_back(folder + (folder.ends_with('/') ? "" : "/") + name);
    const Outcome written = write_output(files.back(), diagram::write_svg(page));
    if (!written.ok()) return report(terminal, written.diagnostics());
  }
  return report_written(terminal, Done{}, files);
}

int give_chart(Terminal& terminal, const std::string& output, const Definition& definition) {
  const auto pages = diagram::draw(definition, terminal.language);
  if (!pages.ok()) return report(terminal, pages.diagnostics());
  if (!output.empty() && names_folder(output)) return write_chart_pages(terminal, output, *pages);
  return give(terminal, output, diagram::write_svg(*pages));
}

Outcome write_manual(Terminal& terminal, const CommandLine& line, const Definition& definition) {
  ANJUAN_TRY(const Day on, asked_day(terminal, line.get("on")));
  ANJUAN_TRY(const std::string templates, find_templates(line.get("templates"), definition.file, terminal.template_folder));
  ANJUAN_TRY(const std::string pdf, manual_pdf(terminal, definition, templates, on));
  return write_output(line.get("output"), pdf);
}

/// What is wrong with the options themselves.
Diagnostics misuse(const CommandLine& line) {
  int forms = 0;
  for (const char* form : {"svg", "pdf", "dot"}) forms += line.has(form) ? 1 : 0;
  if (forms > 1) return {diagnose(bad_option, Place{}, Wording("--svg、--pdf、--dot 只能选一种", "only one of --svg, --pdf, --dot"))};
  const std::string output = line.get("output");
  if (line.has("pdf") && output.empty()) {
    return {diagnose(missing_option, Place{}, "-o", Wording("-o 说明书.pdf", "-o FILE.pdf"))};
  }
  if (!line.has("svg") && !output.empty() && names_folder(output)) {
    return {diagnose(bad_option, Place{}, Wording("-o 要写文件名，只有流程图可以写进文件夹", "-o names a file; only charts are written into a folder"))};
  }
  return {};
}

int run_describe(Terminal& terminal, const CommandLine& line) {
  if (const Diagnostics wrong = misuse(line); !wrong.empty()) {
    report(terminal, wrong);
    return status_usage;
  }
  const std::string path = line.get("FILE"), output = line.get("output");
  std::string bytes;
  if (!read_whole(path, bytes)) return report(terminal, {unreadable(path)});
  const auto definition = procedure::load(bytes, path);
  if (!definition.ok()) return report(terminal, definition.diagnostics());
  if (line.has("svg")) return give_chart(terminal, output, **definition);
  if (line.has("pdf")) return report_written(terminal, write_manual(terminal, line, **definition), {output});
  if (line.has("dot")) return give(terminal, output, dot_text(**definition, terminal.language));
  return give(terminal, output, procedure_text(**definition, terminal.language));
}

}  // namespace

Command describe_command() {
  return {{"describe", {"把流程文件写成流程说明，画成流程图，印成流程说明书", "a procedure in words, as a chart, as a printed manual"},
           {{"FILE", {"流程文件", "the file of a procedure"}}},
           {{"svg", "", {"画成流程图（SVG，A4 纸）；-o 写文件夹的，每张图一个文件", "as a chart (SVG for A4); with a folder for -o, a file for each page"}},
            {"pdf", "", {"印成流程说明书（PDF），要写 -o", "as a manual (PDF, in Chinese); needs -o"}},
            {"dot", "", {"改写成流程图文本（Graphviz）", "as Graphviz text instead"}},
            {"output,o", "文件", {"写到文件或者文件夹里，不写就显示", "the file or folder to write; else it is shown"}},
            {"on", "日期", {"说明书的印制日期，默认今天", "the date of the manual, default today"}},
            {"templates", "文件夹", {"文书模板所在的文件夹，默认在流程文件旁边找，没有的用程序自带的", "the folder of templates; by default those near the procedure, else the program's own"}}}}, run_describe};
}

}  // namespace anjuan::cli
