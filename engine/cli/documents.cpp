// What happens to a paper after it was made: signed, served, voided.

#include "cli/act_options.h"
#include "cli/messages.h"
#include "handling/handle.h"

namespace anjuan::cli {
namespace {

using Body = std::function<Result<handling::Receipt>(handling::Office&, const handling::Act&, const CaseId&, const std::string&)>;

int on_paper(Terminal& terminal, const CommandLine& line, const Body& body) {
  auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  handling::Office mine = (*office)->office();
  return tell(terminal, **office, body(mine, *act, CaseId(line.get("CASE")), line.get("PAPER")));
}

Result<std::string> scan_of(const CommandLine& line) {
  std::string bytes;
  const std::string path = line.get("scan");
  if (!path.empty() && !read_whole(path, bytes)) return diagnose(cannot_read, Place{}, path);
  return bytes;
}

int run_sign(Terminal& terminal, const CommandLine& line) {
  return on_paper(terminal, line, [&](handling::Office& office, const handling::Act& act, const CaseId& id, const std::string& paper) -> Result<handling::Receipt> {
    ANJUAN_TRY(const std::string scan, scan_of(line));
    return handling::sign_paper(office, id, paper, {act.signatory, scan, line.get("scan")}, act);
  });
}

int run_serve(Terminal& terminal, const CommandLine& line) {
  return on_paper(terminal, line, [&](handling::Office& office, const handling::Act& act, const CaseId& id, const std::string& paper) -> Result<handling::Receipt> {
    ANJUAN_TRY(const std::string scan, scan_of(line));
    return handling::serve_paper(office, id, paper, {line.get("way"), line.get("place"), line.get("received-by"), line.get("relation"), act.signatory,
                                                     line.get("refusal"), line.get("witness"), scan, line.get("scan")}, act);
  });
}

int run_void(Terminal& terminal, const CommandLine& line) {
  return on_paper(terminal, line, [&](handling::Office& office, const handling::Act& act, const CaseId& id, const std::string& paper) {
    return handling::annul_paper(office, id, paper, line.get("reason"), act);
  });
}

const std::vector<ArgumentRule> paper_arguments = {{"CASE", {"案件或任务编号", "id of the case or round"}},
                                                   {"PAPER", {"文书：编号、文号或名称", "the paper: id, number or name"}}};
const OptionRule scan_option{"scan", "文件", {"签字件扫描（PDF、JPEG、PNG）", "scan of the signed paper (PDF, JPEG, PNG)"}};

std::vector<OptionRule> with(std::vector<OptionRule> options, std::vector<OptionRule> more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

}  // namespace

Command document_sign_command() {
  return {{"document sign", {"登记文书已经签署", "record that a paper was signed"}, paper_arguments, with(act_options(false), {scan_option})}, run_sign};
}

Command document_serve_command() {
  return {{"document serve", {"登记文书已经送达，制作送达回证", "record the service of a paper and make its receipt"}, paper_arguments,
           with(act_options(false), {{"way", "方式", {"送达方式：直接送达、留置送达、邮寄送达、电子送达……", "way of service"}, true},
                                     {"received-by", "姓名", {"收件人", "who received it"}, true},
                                     {"place", "地点", {"送达地点", "place of service"}},
                                     {"relation", "关系", {"代收人与受送达人的关系", "relation of the person who took it"}},
                                     {"refusal", "事由", {"拒收事由", "reason of refusal"}},
                                     {"witness", "姓名", {"见证人", "witness"}}, scan_option})}, run_serve};
}

Command document_void_command() {
  return {{"document void", {"作废一份文书，文号不再使用", "void a paper; its number is never used again"}, paper_arguments,
           with(act_options(false), {{"reason", "理由", {"作废的理由", "the reason"}, true}})}, run_void};
}

}  // namespace anjuan::cli
