// anjuan register list, compare, confirm: versions of a register, what changed, 经核对无变化.

#include <ostream>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/columns.h"
#include "cli/difference_words.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/register_options.h"
#include "handling/list_publication.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

std::string count(std::size_t n) { return std::to_string(n); }

/// Whether a version stands on every channel; "" for a register that is no public list.
Result<std::string> told_publication(Terminal& terminal, cases::Reading& reading, const registers::Mapping& mapping, registers::RegisterKind kind, std::int64_t version) {
  ANJUAN_TRY(const auto standing, handling::list_standing(reading, mapping, kind, version));
  if (!standing) return std::string();
  if (standing->missing.empty()) return std::string(terminal.say("已公开", "published"));
  if (standing->receipts.empty()) return std::string(terminal.say("未登记", "not recorded"));
  return terminal.say("缺", "not on ") + join(standing->missing, terminal.say("、", ", "));
}

Outcome list_versions(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  const handling::Office mine = office->office();
  ANJUAN_TRY(const auto kind, handling::register_kind(*office->library.registers, line.get("as")));
  ANJUAN_TRY(const auto versions, handling::versions_of(mine, kind));
  const bool zh = terminal.language == Language::chinese;
  Rows lines{zh ? std::vector<std::string>{"版本", "日期", "行数", "在库", "抽取用过", "公开", "批准人", "理由"}
                : std::vector<std::string>{"version", "date", "rows", "in the base", "used by a draw", "published", "approved by", "reason"}};
  ANJUAN_TRY(const auto reading, mine.store.read());
  for (const handling::RegisterVersion& v : versions) {
    ANJUAN_TRY(const std::string published, told_publication(terminal, *reading, *office->library.registers, kind, v.version));
    lines.push_back({std::to_string(v.version), zh ? official(v.on) : iso(v.on), count(v.rows), count(v.in_base),
                     v.frozen ? terminal.say("是", "yes") : terminal.say("否", "no"), published, v.approver, v.reason});
  }
  terminal.out << handling::name_in_words(*office->library.registers, kind) << "\n" << in_columns(lines);
  return Done{};
}

Outcome compare(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  const handling::Office mine = office->office();
  ANJUAN_TRY(const auto kind, handling::register_kind(*office->library.registers, line.get("as")));
  ANJUAN_TRY(const std::int64_t from, version_number(line, "from"));
  ANJUAN_TRY(const std::int64_t to, version_number(line, "to"));
  ANJUAN_TRY(handling::VersionDifference difference, handling::compare_versions(mine, kind, from, to));
  const std::string label = handling::name_in_words(*office->library.registers, kind);
  if (terminal.language == Language::chinese) {
    terminal.out << label << "：第" << difference.from << "版 → 第" << difference.to << "版，理由：" << difference.reason << "，批准人：" << difference.approver << "\n";
  } else {
    terminal.out << label << ": version " << difference.from << " to " << difference.to << "; reason: " << difference.reason << "; approved by " << difference.approver << "\n";
  }
  print_differences(terminal, difference.differences, true);
  const handling::DifferenceReport report{label, std::move(difference), day_of(terminal.now), terminal.now};
  if (line.has("pdf")) {
    ANJUAN_TRY(const std::string bytes, handling::difference_pdf(mine, report));
    ANJUAN_DO(write_output(line.get("pdf"), bytes));
  }
  if (line.has("xlsx")) {
    ANJUAN_TRY(const std::string bytes, handling::difference_workbook(mine, report));
    ANJUAN_DO(write_output(line.get("xlsx"), bytes));
  }
  for (const char* file : {"pdf", "xlsx"}) {
    if (line.has(file)) terminal.out << terminal.say("文件：", "file: ") << line.get(file) << "\n";
  }
  return Done{};
}

Outcome confirm(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const handling::Act act, read_act(terminal, *office, line));
  ANJUAN_TRY(const auto kind, handling::register_kind(*office->library.registers, line.get("as")));
  handling::Office mine = office->office();
  ANJUAN_TRY(const handling::RegisterVersion version, handling::confirm_unchanged(mine, kind, line.get("reason"), act));
  const std::string label = handling::name_in_words(*office->library.registers, kind);
  if (terminal.language == Language::chinese) terminal.out << label << " 形成第 " << version.version << " 版，内容与前一版相同（" << version.rows << " 行）\n";
  else terminal.out << label << ": version " << version.version << " with the rows of the one before (" << version.rows << ")\n";
  return Done{};
}

template <Outcome (*act)(Terminal&, const CommandLine&)>
int run_with_report(Terminal& terminal, const CommandLine& line) {
  const Outcome done = act(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

OptionRule register_option() {
  return {"as", "种类", {"targets 检查对象、practitioners 执业人员、inspectors 执法检查人员、items 抽查事项、plan 年度计划、checks 检查台账", "targets, practitioners, inspectors, items, plan or checks"}, true};
}

Result<std::int64_t> version_number(const CommandLine& line, const std::string& option) {
  if (!line.has(option)) return std::int64_t{0};
  const auto n = parse_integer(line.get(option));
  if (!n || *n < 1) return diagnose(bad_version, Place{}, line.get(option));
  return *n;
}

Command register_list_command() {
  return {{"register list", {"列出一种名录的各个版本：日期、理由、批准人", "list the versions of a register: date, reason, who approved"}, {}, {register_option()}}, run_with_report<list_versions>};
}

Command register_compare_command() {
  return {{"register compare", {"名录两个版本的差异", "what two versions of a register have differently"}, {},
           {register_option(),
            {"from", "版本", {"原版本，默认是新版本的前一版", "the earlier version, default the one before the later"}},
            {"to", "版本", {"新版本，默认是最新一版", "the later version, default the latest"}},
            {"pdf", "文件", {"同时写成差异报告", "also write the report as PDF"}},
            {"xlsx", "文件", {"同时写成电子表格", "also write it as a workbook"}}}}, run_with_report<compare>};
}

Command register_confirm_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back(register_option());
  options.push_back({"reason", "理由", {"例如：年度核对无变化", "why, for example: looked through, unchanged"}, true});
  return {{"register confirm", {"名录核对无变化：形成内容相同的一版", "confirm a register unchanged: a version with the same rows"}, {}, options}, run_with_report<confirm>};
}

}  // namespace anjuan::cli
