// anjuan seal verify: each signature of a PDF: whose, when, whether the file is as it was signed, what was
// added later, and whether somebody trusted stands above it. Of a bound volume, the signed papers that it
// carries.

#include <ostream>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/trust_options.h"
#include "handling/signed_form.h"
#include "pages/attached_files.h"

namespace anjuan::cli {
namespace {

using handling::ExaminedSignature;

class Printer {
 public:
  Printer(Terminal& terminal, bool has_roots)
      : terminal_(terminal), out_(terminal.out), has_roots_(has_roots) {}

  void print(std::size_t number, const ExaminedSignature& one) {
    out_ << say("第 ", "signature ") << number << say(" 个签名（", " (") << one.found.field
         << say("）\n", ")\n");
    if (one.verified) print_signer(*one.verified);
    if (!one.found.reason.empty()) row("事由", "reason", one.found.reason);
    print_content(one);
    if (one.found.sound) print_added(one.added);
    if (one.verified) print_trust(*one.verified);
  }

 private:
  const char* say(const char* chinese, const char* english) const { return terminal_.say(chinese, english); }
  void row(const char* chinese, const char* english, const std::string& text) {
    out_ << "  " << say(chinese, english) << say("　", ": ") << text << "\n";
  }
  std::string shown(Moment moment) const {
    return terminal_.language == Language::chinese ? official(moment) : iso(moment);
  }

  void print_signer(const signing::Verified& v) {
    const signing::CertificateFacts& c = v.signer;
    row("签名人", "signer",
        c.holder + (c.organ.empty() || c.organ == c.holder ? "" : say("，", ", ") + c.organ));
    row("证　书", "certificate",
        c.issuer + say(" 颁发，编号 ", ", serial ") + c.serial + say("，", ", ") + c.algorithm);
    row("指　纹", "fingerprint", c.fingerprint);
    row("有效期", "valid", shown(c.from) + say(" 至 ", " to ") + shown(c.until));
    if (v.signed_at) {
      const bool then = c.from <= *v.signed_at && *v.signed_at <= c.until;
      row("时　间", "signed",
          shown(*v.signed_at) + say("（签名人自己的时钟）", " (the signer's own clock)") +
              (then ? say("，证书在有效期内", ", certificate valid then")
                    : say("，证书不在有效期内", ", certificate NOT valid then")));
    } else {
      row("时　间", "signed", say("没有写明", "not said"));
    }
    if (v.stamped_at) row("时间戳", "timestamp", shown(*v.stamped_at) + say("，", ", ") + v.stamped_by);
  }

  void print_content(const ExaminedSignature& one) {
    const char* content =
        !one.found.sound       ? say("签名没有盖住整个文件，不能作数",
                                     "the signature leaves out part of the file: it does not count")
        : !one.verified        ? say("签名读不懂", "the signature cannot be read")
        : one.verified->intact ? say("与签名时一致", "as it was signed")
                               : say("改动过，与签名时不一致", "CHANGED since it was signed");
    row("内　容", "content", content);
  }

  void print_added(pages::Added added) {
    const char* after =
        added == pages::Added::nothing ? say("没有增加内容", "nothing was added")
        : added == pages::Added::signatures
            ? say("只增加了后来的签名", "only later signatures were added")
            : say("增加或者改动了签名以外的内容", "something besides signatures was added or CHANGED");
    row("此　后", "afterwards", after);
  }

  void print_trust(const signing::Verified& v) {
    row("信　任", "trust",
        v.trusted    ? say("由给出的根证书逐级签发", "a given root stands above it")
        : has_roots_ ? say("不是由给出的根证书签发的", "NO given root stands above it")
                     : say("没有给出根证书，不能判断是谁的证书",
                           "no roots were given: whose certificate it is cannot be judged"));
    if (v.trusted) row("吊　销", "revocation", revocation_of(v));
  }
  std::string revocation_of(const signing::Verified& v) const {
    using signing::Revocation;
    switch (v.revocation) {
      case Revocation::not_asked:
        return say("没有给出吊销名单，没有查", "no list was given, it was not asked");
      case Revocation::no_list:
        return say("给出的名单里没有发证机构在签名以后出的，不能判断", "NO given list is of its authority and later than the signature: it cannot be judged");
      case Revocation::not_listed:
        return say("不在吊销名单上", "it is on no list");
      case Revocation::later:
        return say("签名以后才吊销（时间戳在前）：", "revoked only after the timestamp: ") + shown(*v.revoked_at);
      default:
        return say("已经吊销：", "REVOKED: ") + shown(*v.revoked_at) + (v.stamped_at ? "" : say("（没有时间戳证明签名在前）", " (no timestamp shows that the signature is older)"));
    }
  }

  Terminal& terminal_;
  std::ostream& out_;
  bool has_roots_;
};

/// What all signatures of a file come to.
struct Verdict {
  std::size_t signatures = 0;
  bool intact = true, trusted = true, current = true;  ///< current: no certificate is revoked
};

Outcome print_signatures(Terminal& terminal, std::string_view pdf, const signing::Trust& trust,
                         const std::string& file, Verdict& verdict) {
  ANJUAN_TRY(const auto all, handling::examine_signatures(pdf, trust, file));
  Printer printer(terminal, !trust.roots.empty());
  for (std::size_t i = 0; i < all.size(); ++i) {
    printer.print(i + 1, all[i]);
    verdict.intact = verdict.intact && all[i].intact();
    verdict.trusted = verdict.trusted && all[i].verified && all[i].verified->trusted;
    verdict.current = verdict.current && all[i].verified && handling::is_current(*all[i].verified);
  }
  verdict.signatures += all.size();
  return Done{};
}

/// The signatures of the file and, of a bound volume, those of the papers that it carries whole.
Result<Verdict> verify_file(Terminal& terminal, const std::string& pdf, const signing::Trust& trust,
                            const std::string& file) {
  Verdict verdict;
  ANJUAN_DO(print_signatures(terminal, pdf, trust, file, verdict));
  ANJUAN_TRY([[maybe_unused]] const Done read, pages::read_attached_files(pdf, file, [&](const pages::AttachedFile& one) -> Outcome {
    if (!one.bytes.starts_with("%PDF-")) return Done{};
    terminal.out << terminal.say("附在卷内的 ", "carried in the volume: ") << one.name
                 << (one.description.empty()
                         ? ""
                         : terminal.say("（", " (") + one.description + terminal.say("）", ")"))
                 << "\n";
    return print_signatures(terminal, one.bytes, trust, one.name, verdict);
  }));
  return verdict;
}

int run_seal_verify(Terminal& terminal, const CommandLine& line) {
  const std::string file = line.get("FILE.pdf");
  std::string pdf;
  if (!read_whole(file, pdf)) return report(terminal, {unreadable(file)});
  const auto trust = trust_of(line);
  if (!trust.ok()) return report(terminal, trust.diagnostics());
  const auto verdict = verify_file(terminal, pdf, *trust, file);
  if (!verdict.ok()) return report(terminal, verdict.diagnostics());
  if (verdict->signatures == 0) return report(terminal, {diagnose(nothing_signed, Place{}, file)});
  const bool strangers = !trust->roots.empty() && !verdict->trusted;
  terminal.out << (!verdict->intact   ? terminal.say("核验不通过：文件与签名时不一致。\n",
                                                     "not passed: the file is not what was signed.\n")
                   : strangers        ? terminal.say("核验不通过：有签名不是由给出的根证书签发的。\n",
                                                     "not passed: a signature does not lead to a given root.\n")
                   : !verdict->current ? terminal.say("核验不通过：有证书已经吊销，或者给出的名单不能说明它没有吊销。\n",
                                                      "not passed: a certificate is revoked, or the given lists do not show that it is not.\n")
                                       : terminal.say("文件与签名时一致。\n", "the file is what was signed.\n"));
  return verdict->intact && !strangers && verdict->current ? status_done : status_refused;
}

}  // namespace

Command seal_verify_command() {
  return {{"seal verify",
           {"核验一份 PDF（或者一卷案卷）里的电子签名：谁签的、何时签的、签后有没有改动",
            "verify the signatures of a PDF or a bound volume: whose, when, and whether anything was changed "
            "since"},
           {{"FILE.pdf", {"PDF 文件", "the PDF"}}},
           trust_options()},
          run_seal_verify};
}

}  // namespace anjuan::cli
