// anjuan seal timestamp: a timestamp (RFC 3161) for the last signature of a PDF, from a server or, in an
// office without network, by way of two files: the query is carried out and the reply carried back.

#include <ostream>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/timestamp_server.h"
#include "pages/sign_pdf.h"
#include "signing/signing.h"

namespace anjuan::cli {
namespace {

/// The signature that nothing was added after: a change of an earlier one would break those that follow.
Result<pages::FoundSignature> last_signature(const std::string& pdf, const std::string& file) {
  ANJUAN_TRY(auto all, pages::signatures_of(pdf, file));
  if (all.empty()) return diagnose(nothing_signed, Place{}, file);
  if (!all.back().sound || all.back().revision_size != pdf.size())
    return diagnose(not_the_last, Place{}, file);
  ANJUAN_TRY(const signing::Verified said,
             signing::verify_detached(all.back().signed_bytes, all.back().signature, {}));
  if (!said.intact) return diagnose(not_the_last, Place{}, file);
  if (said.stamped_at)
    return diagnose(stamped_already, Place{}, file,
                    Wording(official(*said.stamped_at), iso(*said.stamped_at)));
  return std::move(all.back());
}

Result<std::string> answer_to(const CommandLine& line, const std::string& signature) {
  if (line.has("reply")) {
    std::string bytes;
    if (!read_whole(line.get("reply"), bytes)) return unreadable(line.get("reply"));
    return bytes;
  }
  ANJUAN_TRY(const std::string query, signing::timestamp_query(signature));
  return ask_timestamp(line.get("server"), query);
}

/// What is to be written, and where.
Result<std::pair<std::string, std::string>> outcome_of(const CommandLine& line) {
  const int ways = int{line.has("query")} + int{line.has("reply")} + int{line.has("server")};
  if (ways != 1 || line.has("query") == line.has("output")) return diagnose(one_way_to_stamp, Place{});
  const std::string file = line.get("FILE.pdf");
  std::string pdf;
  if (!read_whole(file, pdf)) return unreadable(file);
  ANJUAN_TRY(const pages::FoundSignature last, last_signature(pdf, file));
  if (line.has("query")) {
    ANJUAN_TRY(std::string query, signing::timestamp_query(last.signature));
    return std::pair(line.get("query"), std::move(query));
  }
  ANJUAN_TRY(const std::string answer, answer_to(line, last.signature));
  ANJUAN_TRY(const std::string stamped, signing::with_timestamp(last.signature, answer));
  ANJUAN_TRY(std::string out, pages::replace_signature(std::move(pdf), last, stamped));
  return std::pair(line.get("output"), std::move(out));
}

int run_timestamp(Terminal& terminal, const CommandLine& line) {
  const auto made = outcome_of(line);
  if (!made.ok()) return report(terminal, made.diagnostics());
  const Outcome kept = write_output(made->first, made->second);
  if (!kept.ok()) return report(terminal, kept.diagnostics());
  terminal.out << (line.has("query") ? terminal.say("已写出时间戳请求：", "query written: ")
                                     : terminal.say("已加时间戳：", "timestamp taken in: "))
               << made->first << "\n";
  return status_done;
}

}  // namespace

Command seal_timestamp_command() {
  return {
      {"seal timestamp",
       {"给一份 PDF 的最后一个签名加时间戳；不联网的，分请求、回复两步办",
        "a timestamp for the last signature of a PDF; without network in two steps"},
       {{"FILE.pdf", {"签好的 PDF", "the signed PDF"}}},
       {{"server", "网址", {"向这台时间戳服务器要（RFC 3161）", "take it from this server (RFC 3161)"}},
        {"query",
         "文件",
         {"把请求写成文件，拿到联网的计算机上去要", "write the query to a file, to be sent from elsewhere"}},
        {"reply", "文件", {"服务器回复的文件", "the server's reply"}},
        {"output,o", "文件", {"加好时间戳的 PDF 写到哪里", "where the stamped PDF goes"}}}},
      run_timestamp};
}

}  // namespace anjuan::cli
