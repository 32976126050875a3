#include "cli/trust_options.h"

#include "cli/messages.h"
#include "cli/terminal.h"

namespace anjuan::cli {

std::vector<OptionRule> trust_options() {
  return {{"roots",
           "文件",
           {"信任的根证书（文本格式，可以几张相接）；写了的，不由它们签发的签名不通过",
            "trusted roots (PEM); with it, signatures of others do not pass"}},
          {"revoked",
           "文件",
           {"发证机构的吊销名单（CRL，可以重复写）；写了的，证书已经吊销的不通过",
            "lists of revoked certificates (CRL; may be repeated); with them, revoked certificates do not pass"},
           false,
           true}};
}

Result<signing::Trust> trust_of(const CommandLine& line) {
  signing::Trust trust;
  if (line.has("roots")) {
    if (!read_whole(line.get("roots"), trust.roots)) return diagnose(cannot_read, Place{}, line.get("roots"));
    if (trust.roots.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
      return diagnose(no_roots, Place{}, line.get("roots"));
  }
  for (const std::string& file : line.all("revoked")) {
    std::string& list = trust.revoked.emplace_back();
    if (!read_whole(file, list)) return diagnose(cannot_read, Place{}, file);
    if (!signing::is_revocation_list(list)) return diagnose(no_revocation_list, Place{}, file);
  }
  if (trust.roots.empty() && !trust.revoked.empty()) return diagnose(revocation_needs_roots, Place{});
  return trust;
}

}  // namespace anjuan::cli
