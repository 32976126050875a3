// anjuan register publish: the public view of a register as PDF and XLSX.

#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/register_options.h"
#include "handling/public_view.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

Outcome publish(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const Day on, asked_day(terminal, line.get("on")));
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const auto kind, handling::register_kind(*office->library.registers, line.get("as")));
  ANJUAN_TRY(const handling::PublicView view, handling::public_view(office->office(), {kind, 0, on, terminal.now}));
  const std::string folder = line.get("into", ".");
  const std::string base = folder + (folder.ends_with('/') ? "" : "/") + file_name_of(view.label + "-第" + std::to_string(view.version) + "版");
  ANJUAN_DO(write_output(base + ".pdf", view.pdf));
  ANJUAN_DO(write_output(base + ".xlsx", view.xlsx));
  if (terminal.language == Language::chinese) terminal.out << view.label << "第" << view.version << "版公开稿，" << view.rows << " 行\n";
  else terminal.out << "public view of " << view.label << ", version " << view.version << ", " << view.rows << " rows\n";
  for (const char* ending : {".pdf", ".xlsx"}) terminal.out << terminal.say("文件：", "file: ") << base << ending << "\n";
  return Done{};
}

int run_publish(Terminal& terminal, const CommandLine& line) {
  const Outcome done = publish(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

Command register_publish_command() {
  return {{"register publish", {"名录和清单的公开稿：只含可以公开的列，PDF 和 XLSX", "the public view of a register: public columns only, as PDF and XLSX"}, {},
           {register_option(), {"on", "日期", {"公开日期，默认今天", "day of publication, default today"}},
            {"into", "文件夹", {"写到哪个文件夹，默认当前文件夹", "folder to write into, default the current one"}}}}, run_publish};
}

}  // namespace anjuan::cli
