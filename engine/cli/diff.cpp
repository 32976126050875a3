// anjuan diff: what a changed procedure changes, in the words of legal staff.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/companions.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "cli/plan_words.h"
#include "handling/compare.h"
#include "handling/migrate.h"
#include "procedure/definition.h"
#include "xml/document.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;
using procedure::Difference;
using procedure::Subject;

constexpr std::size_t texts_shown = 6;

Wording heading_of(Subject subject) {
  switch (subject) {
    case Subject::procedure: return {"流程", "The procedure"};
    case Subject::parameter: return {"数字和用语", "Numbers and terms"};
    case Subject::basis: return {"依据", "Provisions"};
    case Subject::role: return {"谁来办", "Who acts"};
    case Subject::duty: return {"职责分离", "Segregation of duties"};
    case Subject::data: return {"记录的内容", "Data"};
    case Subject::state: return {"环节", "States"};
    case Subject::transition: return {"办什么、怎样走", "What is done, and where it leads"};
    case Subject::paper: return {"文书", "Documents"};
    case Subject::limit: return {"期限", "Time limits"};
    case Subject::assertion: break;
  }
  return {"必须守住的要求", "What must hold"};
}

Wording kind_of(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::added: return {"新增", "new"};
    case Difference::Kind::removed: return {"删除", "gone"};
    case Difference::Kind::renamed: return {"改名", "renamed"};
    case Difference::Kind::changed: break;
  }
  return {"改动", "changed"};
}

/// The line of the new version, or of the old one where it is gone.
Wording place_of(const Difference& d) {
  if (d.place.line <= 0) return {"", ""};
  const std::string line = std::to_string(d.place.line);
  if (d.kind == Difference::Kind::removed) return {"（旧版第" + line + "行）", " (line " + line + " of the old version)"};
  return {"（第" + line + "行）", " (line " + line + ")"};
}

void print_line(Terminal& terminal, const std::string& lead, const std::string& text) {
  terminal.out << lead << wrapped(text, line_width, std::string(lead.size(), ' ')) << "\n";
}

void print_differences(Terminal& terminal, const std::vector<Difference>& found) {
  const Language language = terminal.language;
  std::optional<Subject> last;
  for (const Difference& d : found) {
    if (last != d.subject) terminal.out << "\n  " << heading_of(d.subject).in(language) << "\n";
    last = d.subject;
    print_line(terminal, "    ", kind_of(d.kind).in(language) + (language == Language::chinese ? "　" : ": ") + d.what.in(language) + place_of(d).in(language));
    for (const Wording& how : d.how) print_line(terminal, "        ", how.in(language));
  }
}

void print_procedure(Terminal& terminal, const handling::ProcedureDifference& p) {
  using Kind = handling::ProcedureDifference::Kind;
  const bool zh = terminal.language == Language::chinese;
  const std::string name = zh ? "流程“" + p.label + "”" : "Procedure “" + p.label + "”";
  if (p.kind == Kind::added) terminal.out << name << (zh ? "：新增\n" : ": new\n");
  if (p.kind == Kind::removed) terminal.out << name << (zh ? "：删除\n" : ": gone\n");
  if (p.kind != Kind::changed) return;
  terminal.out << name;
  if (p.version_was != p.version_is) terminal.out << (zh ? "　" : "  ") << p.version_was << " → " << p.version_is;
  terminal.out << "\n";
  print_differences(terminal, p.found);
}

void print_texts(Terminal& terminal, const char* chinese, const char* english, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size() && i < texts_shown; ++i) print_line(terminal, "    ", terminal.say(chinese, english) + ("“" + shortened(texts[i], 70) + "”"));
  if (texts.size() <= texts_shown) return;
  const std::string more = std::to_string(texts.size() - texts_shown);
  terminal.out << "    " << terminal.say(chinese, english) << (terminal.language == Language::chinese ? "另有 " + more + " 处" : more + " more") << "\n";
}

void print_file(Terminal& terminal, const handling::FileDifference& file) {
  using Kind = handling::FileDifference::Kind;
  const bool zh = terminal.language == Language::chinese;
  const char* how = file.kind == Kind::added ? (zh ? "新增　" : "new: ") : file.kind == Kind::removed ? (zh ? "删除　" : "gone: ") : zh ? "改动　" : "changed: ";
  terminal.out << "  " << how << file.what.in(terminal.language);
  if (!file.papers.empty()) terminal.out << (zh ? "　用于：" : "  used for: ") << join(file.papers, zh ? "、" : ", ");
  terminal.out << "\n";
  print_texts(terminal, "去掉 ", "gone ", file.gone);
  print_texts(terminal, "写上 ", "new  ", file.news);
}

/// Requirements first; each group under what it means.
void print_consequences(Terminal& terminal, const handling::Consequences& c) {
  terminal.out << std::flush;
  const auto tell = [&](const Wording& heading, const Diagnostics& found) {
    if (found.empty()) return;
    terminal.err << "\n" << heading.in(terminal.language) << "\n";
    remark(terminal, found);
  };
  tell({"旧版守得住、新版守不住的要求：", "Requirements that held in the old version and do not hold in the new:"}, c.lost);
  tell({"新版守不住的要求（新加的，或者旧版没有得出结论的）：", "Requirements that the new version does not keep (new ones, or undecided in the old version):"}, c.unmet);
  tell({"新版得不出结论的要求：", "Requirements that cannot be decided in the new version:"}, c.open);
  tell({"新版没有守住（或者没有得出结论）的要求，旧版就是这样：", "Requirements that do not hold, or are undecided, as in the old version:"}, c.before);
  tell({"新版检查发现的问题（旧版没有）：", "Found in the new version only:"}, c.others);
}

void print_comparison(Terminal& terminal, const handling::Comparison& c) {
  if (c.nothing()) {
    terminal.out << terminal.say("没有影响办理的变化。\n", "Nothing that handling a case would notice has changed.\n");
    return;
  }
  for (std::size_t i = 0; i < c.procedures.size(); ++i) {
    if (i > 0) terminal.out << "\n";
    print_procedure(terminal, c.procedures[i]);
  }
  if (!c.files.empty()) terminal.out << (c.procedures.empty() ? "" : "\n") << terminal.say("文书、表格和其他文件\n", "Documents, forms and other files\n");
  for (const auto& file : c.files) print_file(terminal, file);
  print_consequences(terminal, c.consequences);
}

/// Open cases of the office with the new files in place of the old.
Outcome print_open_cases(Terminal& terminal, const OpenOffice& office, const std::vector<handling::SourceFile>& current, const std::vector<handling::SourceFile>& fresh, Day on) {
  handling::LibraryResult loaded = handling::load_adopted(handling::laid_over(current, fresh));
  if (has_error(loaded.found)) return loaded.found;
  loaded.library.edition = office.library.edition + 1;
  ANJUAN_TRY(const auto reading, office.store->read());
  const handling::MigrationMap nothing;
  ANJUAN_TRY(const auto plans, handling::plan_migration(office.office(), *reading, {loaded.library, nothing, {}, on}));
  const auto noticed = std::count_if(plans.begin(), plans.end(), is_noticed);
  if (terminal.language == Language::chinese) terminal.out << "\n在办的任务和案件 " << plans.size() << " 个，迁移到新版会受影响的 " << noticed << " 个；不迁移的，仍按原来的流程办理。\n";
  else terminal.out << "\nOpen rounds and cases: " << plans.size() << "; affected by a migration to the new version: " << noticed << ". Those that are not migrated stay on their version.\n";
  for (const handling::CasePlan& one : plans) {
    if (is_noticed(one)) print_plan(terminal, one);
  }
  return Done{};
}

struct Sides {
  std::vector<handling::SourceFile> old, fresh, companions, current;   ///< current: of the office, all of it
  std::unique_ptr<OpenOffice> office;
  handling::Staff staff;                                               ///< the office's people
};

/// What keeps files from being read at all.
Diagnostics not_xml(const std::vector<handling::SourceFile>& files) {
  Diagnostics found;
  for (const handling::SourceFile& file : files) {
    const auto root = xml::parse(file.bytes, file.path);
    if (!root.ok()) append(found, root.diagnostics());
  }
  return found;
}

Result<Sides> read_sides(const Terminal& terminal, const CommandLine& line) {
  Sides sides;
  const std::vector<std::string> paths = line.all("FILE");
  ANJUAN_TRY(sides.fresh, read_definitions({paths.back()}));
  if (sides.fresh.empty()) return diagnose(nothing_to_check, Place{}, paths.back());
  std::error_code error;
  const bool has_office = fs::exists(fs::path(terminal.office_folder) / "office.db", error);
  if (has_office || paths.size() == 1) {
    ANJUAN_TRY(sides.office, open_office(terminal));
    ANJUAN_TRY(const auto reading, sides.office->store->read());
    ANJUAN_TRY(sides.current, handling::current_files(*reading));
    sides.staff.bureau = sides.office->library.bureau;
  }
  if (paths.size() > 1) {
    ANJUAN_TRY(sides.old, read_definitions({paths.front()}));
    if (sides.old.empty()) return diagnose(nothing_to_check, Place{}, paths.front());
    if (handling::of_same_kinds(sides.fresh, sides.old).empty()) {
      Diagnostics unreadable = not_xml(sides.old);
      append(unreadable, not_xml(sides.fresh));
      if (!unreadable.empty()) return unreadable;
      return diagnose(diff_unlike, Place{}, paths.front(), paths.back());
    }
  } else {
    sides.old = fs::is_directory(paths.back(), error) ? handling::of_same_kinds(sides.current, sides.fresh)
                                                      : handling::counterparts(sides.current, sides.fresh);
  }
  sides.companions = handling::without(handling::laid_over(sides.current, companions_of(sides.fresh)), sides.fresh);
  return sides;
}

int run_diff(Terminal& terminal, const CommandLine& line) {
  if (line.all("FILE").size() > 2) return report(terminal, {diagnose(diff_two, Place{})}), status_usage;
  const auto on = asked_day(terminal, line.get("on"));
  if (!on.ok()) return report(terminal, on.diagnostics());
  const auto sides = read_sides(terminal, line);
  if (!sides.ok()) return report(terminal, sides.diagnostics());
  const auto compared = handling::compare_definitions(sides->old, sides->fresh, sides->companions, sides->staff);
  if (!compared.ok()) return report(terminal, compared.diagnostics());
  print_comparison(terminal, *compared);
  if (sides->office && !compared->nothing()) {
    const auto told = print_open_cases(terminal, *sides->office, sides->current, sides->fresh, *on);
    if (!told.ok()) return report(terminal, told.diagnostics());
  }
  return compared->consequences.worse() ? status_refused : status_done;
}

}  // namespace

Command diff_command() {
  return {{"diff", {"两版流程有什么不同：数字、环节、由谁办、文书、期限；还守不守得住要求；在办案件受什么影响", "what differs between two versions of the definitions, which requirements no longer hold, and which open cases it concerns"},
           {{"FILE", {"旧文件（或文件夹） 新文件（或文件夹）；只写一个，就与案卷库现行的比", "OLD NEW, files or folders; one alone is compared with what the office has adopted"}, true, true}},
           {{"on", "日期", {"在办案件按哪一天计算，默认今天", "open cases are looked at as of this date, default today"}}}}, run_diff};
}

}  // namespace anjuan::cli
