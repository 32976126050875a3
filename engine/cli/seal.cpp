// anjuan seal: signs a finished PDF with the certificate of an organ or a person, and shows the seal where
// the paper keeps room for it. A paper of the office is signed with `document sign`, which records it.

#include <ostream>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/sealing.h"

namespace anjuan::cli {
namespace {

int run_seal(Terminal& terminal, const CommandLine& line) {
  ToSign what;
  what.file = line.get("FILE.pdf");
  if (!read_whole(what.file, what.pdf)) return report(terminal, {unreadable(what.file)});
  Diagnostics remarks;
  const auto pdf = sealed(terminal, line, what, remarks);
  if (!pdf.ok()) return report(terminal, pdf.diagnostics());
  const Outcome kept = write_output(line.get("output"), *pdf);
  if (!kept.ok()) return report(terminal, kept.diagnostics());
  remark(terminal, remarks);
  terminal.out << terminal.say("已签名：", "signed: ") << line.get("output") << "\n";
  return status_done;
}

std::vector<OptionRule> seal_options() {
  std::vector<OptionRule> out = {
      {"output,o", "文件", {"签好的 PDF 写到哪里", "where the signed PDF goes"}, true},
      {"certificate",
       "文件",
       {"证书文件（PKCS#12，.p12 或 .pfx），须用口令加密",
        "certificate and key (PKCS#12), locked with a password"},
       true},
      {"picture", "文件", {"本单位登记备案的印章图片（PNG）", "picture of the registered seal (PNG)"}},
      {"sample", "机关", {"画一枚练习用的圆章，中间横写“示例”", "draw a practice seal with 示例 across it"}},
      {"width-mm", "毫米", {"印章的宽，默认 42", "width of the seal, default 42"}}};
  for (OptionRule& rule : signature_options()) out.push_back(std::move(rule));
  return out;
}

}  // namespace

Command seal_command() {
  return {{"seal",
           {"用证书给一份做好的 PDF 加电子签名，可以带印章",
            "sign a finished PDF with a certificate, with a seal to be seen if wanted"},
           {{"FILE.pdf", {"要签的 PDF，原文不动", "the PDF; its bytes stay"}}},
           seal_options()},
          run_seal};
}

}  // namespace anjuan::cli
