// anjuan draw …: the verifiable draw on files alone, for witnesses and for practice. What is printed
// is the draw's own file format, byte for byte; a refusal begins with its code.

#include <optional>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/password.h"
#include "draw/draw.h"
#include "draw/roster.h"

namespace anjuan::cli {
namespace {

constexpr int status_differs = 3;  ///< of `draw verify` alone

/// The files of a draw as handed in; `events` and `result` where they are given.
struct DrawFiles {
  std::string list, seed, events, result;
  std::string list_path, seed_path, events_path, result_path;

  std::optional<draw::NamedBytes> named_events() const {
    return events_path.empty() ? std::nullopt : std::optional(draw::NamedBytes{events, events_path});
  }
};

/// Reads those whose path is not empty; all that cannot be read are named.
Diagnostics read_files(DrawFiles& files) {
  Diagnostics wrong;
  const auto read = [&](const std::string& path, std::string& bytes) {
    if (!path.empty() && !read_whole(path, bytes)) wrong.push_back(unreadable(path));
  };
  read(files.list_path, files.list);
  read(files.seed_path, files.seed);
  read(files.events_path, files.events);
  read(files.result_path, files.result);
  return wrong;
}

/// The code of anjuan-draw-1 stands first, so that a program can read it.
int refuse(Terminal& terminal, const Diagnostics& found) {
  if (!found.empty()) {
    const std::string_view code = draw::refusal_code(found.front());
    if (!code.empty()) terminal.err << code << " ";
  }
  for (const Diagnostic& d : found) terminal.err << render(d, terminal.language);
  return has_fault(found) ? status_fault : status_refused;
}

int run_compute(Terminal& terminal, const CommandLine& line) {
  DrawFiles files;
  files.list_path = line.get("LIST");
  files.seed_path = line.get("SEED");
  files.events_path = line.get("EVENTS");
  if (Diagnostics wrong = read_files(files); !wrong.empty()) return refuse(terminal, wrong);
  const Outcome drawn = draw::draw_files({files.list, files.list_path}, {files.seed, files.seed_path}, files.named_events(),
                                         [&](std::string_view piece) { terminal.out << piece; });
  return drawn.ok() ? status_done : refuse(terminal, drawn.diagnostics());
}

int run_verify_draw(Terminal& terminal, const CommandLine& line) {
  const std::vector<std::string> rest = line.all("[EVENTS] RESULT");
  if (rest.size() > 2) {
    report(terminal, {diagnose(too_many_arguments, Place{}, rest.back())});
    return status_usage;
  }
  DrawFiles files;
  files.list_path = line.get("LIST");
  files.seed_path = line.get("SEED");
  files.events_path = rest.size() == 2 ? rest.front() : "";
  files.result_path = rest.back();
  if (Diagnostics wrong = read_files(files); !wrong.empty()) return refuse(terminal, wrong);
  const Diagnostics found = draw::verify({files.list, files.list_path}, {files.seed, files.seed_path}, files.named_events(),
                                         {files.result, files.result_path});
  if (!found.empty()) {
    const int status = refuse(terminal, found);
    // As the public reference tells a result that differs from files that are refused.
    return draw::refusal_code(found.front()).empty() ? status_differs : status;
  }
  terminal.out << terminal.say("核验一致：按名单和种子重新计算，抽取结果逐字节相同。\n",
                               "verified: computed anew from list and seed, every byte of the result is the same.\n");
  return status_done;
}

int run_draw_check(Terminal& terminal, const CommandLine& line) {
  DrawFiles files;
  files.list_path = line.get("LIST");
  if (Diagnostics wrong = read_files(files); !wrong.empty()) return refuse(terminal, wrong);
  const auto list = draw::parse_roster(files.list, files.list_path);
  if (!list.ok()) return refuse(terminal, list.diagnostics());
  terminal.out << list->head().digest << "\n";
  return status_done;
}

Result<DigestKind> hash_of(const CommandLine& line) {
  const auto kind = parse_digest_kind(line.get("HASH"));
  if (!kind) return diagnose(unknown_hash, Place{}, line.get("HASH"));
  return *kind;
}

/// A value that is still secret; "-": typed, or from standard input, so that the list of running programs does not show it.
Result<std::string> secret_of(const Terminal& terminal, const CommandLine& line, const char* argument) {
  const std::string word = line.get(argument);
  if (word != "-") return word;
  return read_password(terminal, terminal.asked ? "" : "0", terminal.say("请输入（不显示）：", "type it (it is not shown): "));
}

int run_commit(Terminal& terminal, const CommandLine& line) {
  const auto kind = hash_of(line);
  if (!kind.ok()) return report(terminal, kind.diagnostics());
  const auto value = secret_of(terminal, line, "VALUE");
  if (!value.ok()) return report(terminal, value.diagnostics());
  terminal.out << draw::commitment(*kind, line.get("DRAW"), line.get("CONTRIBUTOR"), *value) << "\n";
  return status_done;
}

int run_chain(Terminal& terminal, const CommandLine& line) {
  constexpr std::int64_t longest = 1000;
  const auto kind = hash_of(line);
  if (!kind.ok()) return report(terminal, kind.diagnostics());
  const auto secret = secret_of(terminal, line, "SECRET");
  if (!secret.ok()) return report(terminal, secret.diagnostics());
  if (!is_hex_digest(*secret)) {
    terminal.err << "E_SYNTAX ";
    return report(terminal, {diagnose(bad_chain_secret, Place{}, *secret)});
  }
  const auto length = parse_integer(line.get("N"));
  if (!length || *length < 0 || *length > longest) return report(terminal, {diagnose(bad_chain_length, Place{}, line.get("N"))});
  const std::vector<std::string> values = draw::reserve_chain(*kind, *secret, static_cast<int>(*length));
  for (std::size_t n = 0; n < values.size(); ++n) terminal.out << n << " " << values[n] << "\n";
  return status_done;
}

const ArgumentRule list_argument{"LIST", {"冻结清单文件", "the frozen list"}};
const ArgumentRule seed_argument{"SEED", {"种子文件", "the seed file"}};
const ArgumentRule hash_argument{"HASH", {"摘要算法：sha256 或 sm3", "digest algorithm: sha256 or sm3"}};

}  // namespace

Command draw_compute_command() {
  return {{"draw compute", {"按冻结清单和种子计算抽取结果", "compute a draw's result from its list and seed"},
           {list_argument, seed_argument, {"EVENTS", {"抽取后的递补、剔除事件文件", "events after the draw"}, false}}, {}}, run_compute};
}

Command draw_verify_command() {
  return {{"draw verify", {"核验抽取结果：一致退出 0，不一致退出 3", "verify a draw's result: exit 0 if it holds, 3 if not"},
           {list_argument, seed_argument, {"[EVENTS] RESULT", {"事件文件（没有就省略），然后是结果文件", "the events, if any, then the result"}, true, true}}, {}},
          run_verify_draw};
}

Command draw_check_command() {
  return {{"draw check", {"检查冻结清单，打印它的摘要值", "check a frozen list and print its digest"}, {list_argument}, {}}, run_draw_check};
}

Command draw_commit_command() {
  return {{"draw commit", {"计算随机数的承诺值", "compute the commitment to a secret value"},
           {hash_argument, {"DRAW", {"抽取号", "id of the draw"}}, {"CONTRIBUTOR", {"出数人的代号", "id of the contributor"}},
            {"VALUE", {"随机数；写 - 的，另行输入，不留在命令行里", "the secret value; -: typed, so that it does not stay in the command line"}}}, {}}, run_commit};
}

Command draw_chain_command() {
  return {{"draw chain", {"由封存值推出递补用的一串数值，第 0 个公布在清单里", "compute the chain of sealed reserve values; value 0 goes into the list"},
           {hash_argument, {"SECRET", {"封存值（64 位十六进制数字）；写 - 的，另行输入", "the sealed value (64 hexadecimal digits); -: typed"}}, {"N", {"个数", "how many"}}}, {}}, run_chain};
}

}  // namespace anjuan::cli
