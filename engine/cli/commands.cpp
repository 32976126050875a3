#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/messages.h"

namespace anjuan::cli {
namespace {

/// The command named by the first one or two words, and how many words that were.
std::pair<const Command*, std::size_t> find(const std::vector<std::string>& words) {
  for (std::size_t n = std::min<std::size_t>(2, words.size()); n > 0; --n) {
    const std::string name = join(std::vector<std::string>(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(n)), " ");
    for (const Command& c : commands()) {
      if (c.rules.name == name) return {&c, n};
    }
  }
  return {nullptr, 0};
}

void print_overview(Terminal& terminal) {
  terminal.out << terminal.say("案卷 anjuan " ANJUAN_VERSION "：把“双随机、一公开”的规则变成一份份文书和一卷卷案卷。\n\n用法：anjuan 命令 [选项]（anjuan 命令 --help 看用法）\n\n",
                               "anjuan " ANJUAN_VERSION ": a document-driven workflow engine for official paperwork.\n\nusage: anjuan COMMAND [options] (anjuan COMMAND --help)\n\n");
  std::size_t width = 0;
  for (const Command& c : commands()) width = std::max(width, c.rules.name.size());
  for (const Command& c : commands()) {
    terminal.out << "  " << c.rules.name << std::string(width + 2 - c.rules.name.size(), ' ') << c.rules.says.in(terminal.language) << "\n";
  }
  terminal.out << terminal.say("\n各命令都可加：--office 文件夹（默认当前文件夹或环境变量 ANJUAN_OFFICE）、--lang zh|en。\n退出状态：0 办成，1 被拒绝，2 命令行不对，3 故障。\n",
                               "\nWith each: --office FOLDER (default: the current folder, or ANJUAN_OFFICE), --lang zh|en.\nExit status: 0 done, 1 refused, 2 usage, 3 fault.\n");
}

/// Takes --lang and --office out of the words, wherever they stand.
Diagnostics take_common(Terminal& terminal, std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size();) {
    const auto taken = [&](const std::string& name) -> std::optional<std::string> {
      if (words[i].starts_with("--" + name + "=")) return words[i].substr(name.size() + 3);
      if (words[i] == "--" + name && i + 1 < words.size()) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return words[i];
      }
      return std::nullopt;
    };
    const auto language = taken("lang");
    const auto office = language ? std::nullopt : taken("office");
    if (!language && !office) {
      ++i;
      continue;
    }
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    if (office) {
      terminal.office_folder = *office;
      terminal.office_named = true;
    }
    if (language && *language != "zh" && *language != "en") return {diagnose(bad_option, Place{}, "--lang " + *language)};
    if (language) terminal.language = *language == "en" ? Language::english : Language::chinese;
  }
  return {};
}

int usage(Terminal& terminal, const Diagnostics& found) {
  report(terminal, found);
  return status_usage;
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      init_command(), update_command(), diff_command(), migrate_command(), check_command(), import_command(), register_list_command(), register_compare_command(), register_confirm_command(), register_check_command(), register_publish_command(), register_receipt_command(), round_command(), event_command(), sheet_read_command(),
      document_sign_command(), document_serve_command(), document_void_command(), document_preview_command(), tick_command(), due_command(), coverage_command(), list_command(),
      show_command(), why_command(), export_command(), dossier_verify_command(), verify_command(), journal_head_command(), journal_export_command(), journal_times_command(), backup_command(), backup_verify_command(), restore_command(), describe_command(), rules_command(), paper_check_command(), fonts_command(), seal_command(), seal_timestamp_command(), seal_verify_command(),
      draw_compute_command(), draw_verify_command(), draw_check_command(), draw_commit_command(), draw_chain_command(), draw_show_command(), play_command(), try_command(), test_command()};
  return all;
}

namespace {

int run_command(Terminal& terminal, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = arguments;
  if (Diagnostics wrong = take_common(terminal, words); !wrong.empty()) return usage(terminal, wrong);
  const auto asks_help = [](const std::string& w) { return w == "--help" || w == "-h" || w == "help"; };
  if (words.empty() || asks_help(words.front())) {
    print_overview(terminal);
    return words.empty() ? status_usage : status_done;
  }
  if (words.front() == "--version") {
    terminal.out << "anjuan " ANJUAN_VERSION "\n";
    return status_done;
  }
  const auto [command, used] = find(words);
  if (!command) {
    std::vector<std::string> names;
    for (const Command& c : commands()) names.push_back(c.rules.name);
    const std::string wanted = words.size() > 1 && !words[1].starts_with("-") ? words[0] + " " + words[1] : words[0];
    return usage(terminal, {diagnose(unknown_command, Place{}, wanted, nearest(wanted, names).value_or(nearest(words[0], names).value_or("check")))});
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(used));
  if (std::find(words.begin(), words.end(), "--help") != words.end()) {
    terminal.out << help(command->rules, terminal.language);
    return status_done;
  }
  auto line = parse_options(command->rules, words);
  if (!line.ok()) return usage(terminal, line.diagnostics());
  return command->run(terminal, *line);
}

}  // namespace

int run(Terminal& terminal, const std::vector<std::string>& arguments) { return end_output(terminal, run_command(terminal, arguments)); }

}  // namespace anjuan::cli
