// What happens to a paper after it was made: signed, served, voided.

#include "cases/case_value.h"
#include "cli/act_options.h"
#include "cli/messages.h"
#include "cli/sealing.h"
#include "handling/handle.h"
#include "handling/messages.h"

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

constexpr std::uintmax_t longest_scan = std::uintmax_t{128} << 20;

Result<std::string> scan_of(const CommandLine& line) {
  std::string bytes;
  const std::string path = line.get("scan");
  if (!path.empty() && !read_at_most(longest_scan, path, bytes)) return unreadable(path);
  return bytes;
}

/// The paper's present form with one signature more: nothing is recorded yet, and the office is not held up while a
/// person types and a server answers. The act refuses the form if others have signed meanwhile.
Result<handling::Signing> signed_electronically(const Terminal& terminal, const CommandLine& line, const OpenOffice& office, Diagnostics& remarks) {
  const cases::Bureau& bureau = *office.library.bureau;
  const std::string name = line.get("seal");
  ToSign what{"", "", cases::find_seal(bureau, name), office.folder, bureau.timestamp_server};
  if (!name.empty() && what.seal == nullptr) return diagnose(handling::seal_unknown, Place{}, name);
  ANJUAN_TRY(const auto reading, office.store->read());
  ANJUAN_TRY(const cases::CaseRow row, reading->load_case(CaseId(line.get("CASE"))));
  cases::Case c = cases::case_from(row.body);
  ANJUAN_TRY(const cases::Paper* const paper, handling::find_paper(c, line.get("PAPER")));
  what.file = paper->title;
  ANJUAN_TRY(what.pdf, reading->read_file(paper->signatures > 0 ? paper->scan : paper->print));
  ANJUAN_TRY(std::string form, sealed(terminal, line, what, remarks));
  return handling::Signing{"", std::move(form), "", name};
}

Result<handling::Signing> signing_of(const Terminal& terminal, const CommandLine& line, const OpenOffice& office, Diagnostics& remarks) {
  if (line.has("certificate") || line.has("seal")) return signed_electronically(terminal, line, office, remarks);
  ANJUAN_TRY(std::string scan, scan_of(line));
  return handling::Signing{"", std::move(scan), line.get("scan")};
}

int run_sign(Terminal& terminal, const CommandLine& line) {
  const bool electronic = line.has("certificate") || line.has("seal");
  if (electronic && line.has("scan")) return report(terminal, {diagnose(scan_or_certificate, Place{})});
  const auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  const auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  Diagnostics remarks;
  auto signing = signing_of(terminal, line, **office, remarks);
  if (!signing.ok()) return report(terminal, signing.diagnostics());
  signing->by = act->signatory;
  handling::Office mine = (*office)->office();
  auto receipt = handling::sign_paper(mine, CaseId(line.get("CASE")), line.get("PAPER"), *signing, *act);
  if (receipt.ok()) append(receipt->remarks, remarks);
  return tell(terminal, **office, receipt);
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
  const std::vector<OptionRule> electronic = with({{"certificate", "文件", {"电子签名：用这个证书文件（PKCS#12）签本库的原件，签好的存作签字件", "sign electronically with this certificate (PKCS#12); the result is kept as the signed form"}},
                                                   {"seal", "印章", {"盖上 bureau.xml 里登记的这枚印章，用登记的证书签", "set this seal of bureau.xml, with its certificate"}}}, signature_options());
  return {{"document sign", {"登记文书已经签署；写证书或者印章的，当场加电子签名", "record that a paper was signed; with a certificate or seal, sign it electronically"}, paper_arguments,
           with(with(act_options(false), {scan_option}), electronic)}, run_sign};
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
