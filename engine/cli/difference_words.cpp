#include "cli/difference_words.h"

#include <map>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"

namespace anjuan::cli {
namespace {

constexpr std::size_t first_few = 20;

std::string shown(const std::string& text) { return text.empty() ? "—" : text; }

void print_ids(Terminal& terminal, const char* heading, const std::vector<std::string>& ids, bool all) {
  if (ids.empty()) return;
  const std::size_t n = all ? ids.size() : std::min(ids.size(), first_few);
  const std::vector<std::string> some(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(n));
  terminal.out << heading << wrapped(join(some, "、") + (n < ids.size() ? "……" : ""), line_width, "  ") << "\n";
}

}  // namespace

void print_differences(Terminal& terminal, const registers::Differences& d, bool all) {
  const bool zh = terminal.language == Language::chinese;
  if (d.empty()) {
    terminal.out << terminal.say("没有差异。\n", "No difference.\n");
    return;
  }
  const auto n = [](std::size_t count) { return std::to_string(count); };
  terminal.out << (zh ? "新增 " + n(d.added.size()) + " 行，变化 " + n(d.changed.size()) + " 处，缺少 " + n(d.dropped.size()) + " 行\n"
                      : n(d.added.size()) + " rows added, " + n(d.changed.size()) + " fields changed, " + n(d.dropped.size()) + " rows missing\n");
  print_ids(terminal, terminal.say("新增：", "added: "), d.added, all);
  print_ids(terminal, terminal.say("缺少：", "missing: "), d.dropped, all);
  if (d.changed.empty()) return;
  Rows lines{zh ? std::vector<std::string>{"编号", "名称", "字段", "原内容", "新内容"} : std::vector<std::string>{"id", "name", "field", "before", "after"}};
  for (const registers::ChangedField& c : d.changed) {
    if (!all && lines.size() > first_few) break;
    lines.push_back({c.id, c.name, c.field, shown(c.before), shown(c.after)});
  }
  const std::size_t listed = lines.size() - 1;
  terminal.out << in_columns(lines);
  if (listed < d.changed.size()) {
    const std::string more = n(d.changed.size() - listed);
    terminal.out << (zh ? "……另有 " + more + " 处，用 anjuan register compare 看全部\n" : "… and " + more + " more; see anjuan register compare\n");
  }
}

void remark_some(Terminal& terminal, const Diagnostics& all) {
  std::map<std::string, std::size_t> seen;
  Diagnostics some;
  for (const Diagnostic& d : all) {
    if (++seen[d.row->code] <= first_few) some.push_back(d);
  }
  remark(terminal, some);
  for (const auto& [code, n] : seen) {
    if (n <= first_few) continue;
    const std::string more = std::to_string(n - first_few);
    terminal.err << (terminal.language == Language::chinese ? "另有 " + more + " 条同类提示（" + code + "）\n" : more + " more of " + code + "\n");
  }
}

}  // namespace anjuan::cli
