// anjuan register receipt: a public list stands on a channel, with address, time and screenshot.

#include <ostream>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/messages.h"
#include "cli/register_options.h"
#include "handling/list_publication.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

Result<handling::ListReceipt> read_receipt(const OpenOffice& office, const CommandLine& line) {
  ANJUAN_TRY(const auto kind, handling::register_kind(*office.library.registers, line.get("as")));
  ANJUAN_TRY(const std::int64_t version, version_number(line, "version"));
  const std::string path = line.get("screenshot");
  handling::ListReceipt receipt{kind, version, line.get("channel"), line.get("url"), line.get("time"), "", file_name_of(path.substr(path.rfind('/') + 1))};
  if (!read_whole(path, receipt.screenshot)) return diagnose(cannot_read, Place{}, path);
  return receipt;
}

void print(Terminal& terminal, const handling::ListStanding& s) {
  const std::string n = std::to_string(s.version), missing = join(s.missing, terminal.say("、", ", "));
  if (terminal.language == Language::chinese) {
    terminal.out << s.label << "第" << n << "版" << (s.missing.empty() ? "已在全部渠道公开" : "还没有公开的渠道：" + missing) << "\n";
  } else {
    terminal.out << s.label << ", version " << n << (s.missing.empty() ? ": published on every channel" : ": not yet published on " + missing) << "\n";
  }
}

Outcome receive(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const handling::Act act, read_act(terminal, *office, line));
  ANJUAN_TRY(const handling::ListReceipt receipt, read_receipt(*office, line));
  handling::Office mine = office->office();
  ANJUAN_TRY(const handling::ListReceived received, handling::record_list_receipt(mine, receipt, act));
  print(terminal, received.standing);
  return Done{};
}

int run_receipt(Terminal& terminal, const CommandLine& line) {
  const Outcome done = receive(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

Command register_receipt_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back(register_option());
  options.push_back({"version", "版本", {"公开的是第几版，默认最新一版", "which version, default the latest"}});
  options.push_back({"channel", "渠道", {"在哪里公开：名录格式定义里写明的渠道", "where: a channel of the registers' definition"}, true});
  options.push_back({"url", "网址", {"公开的网址；新媒体填文章链接", "its address"}, true});
  options.push_back({"time", "时间", {"公开的日期或者时间", "day or time of publication"}, true});
  options.push_back({"screenshot", "文件", {"截图，随记录存入案卷库", "picture of it, kept with the record"}, true});
  return {{"register receipt", {"登记名录、清单、计划在一个渠道的公开凭证", "record that a public list stands on a channel"}, {}, options}, run_receipt};
}

}  // namespace anjuan::cli
