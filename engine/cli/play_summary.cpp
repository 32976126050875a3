#include "cli/play_summary.h"

#include <filesystem>
#include <map>
#include <ostream>

#include "base/text.h"
#include "cases/case_value.h"
#include "cli/exit_status.h"
#include "handling/library.h"

namespace anjuan::cli {
namespace {

using cases::Case;

struct RoundCounts {
  std::size_t targets = 0, targets_out = 0, inspectors_out = 0, inspectors = 0;
  std::size_t papers = 0, served = 0, scans = 0, voided = 0, sheets_filled = 0, volumes = 0, pages = 0, published = 0, finished = 0, returned = 0;
  std::size_t cases = 0;
};

void count(const Case& c, RoundCounts& n) {
  for (const cases::Paper& p : c.papers) {
    ++n.papers;
    n.served += p.served_on ? 1 : 0;
    n.scans += p.scan.empty() ? 0 : 1;
    n.voided += p.state == cases::Paper::State::issued ? 0 : 1;
  }
  for (const cases::SheetIssue& s : c.sheets) n.sheets_filled += s.filled.empty() ? 0 : 1;
  if (c.dossier) {
    for (const cases::BoundVolume& v : c.dossier->volumes) {
      ++n.volumes;
      n.pages += static_cast<std::size_t>(v.pages);
    }
  }
  n.cases += c.kind == "case" ? 1 : 0;
  n.finished += c.kind == "case" && c.standing.finished ? 1 : 0;
  for (const cases::PublishedBatch& b : c.batches) n.published += b.files.size();
}

std::string list_of(const Value& list, const char* a, const char* b) {
  std::string out;
  if (!list.is(Value::Kind::list)) return out;
  for (const Value& item : list.list()) out += (out.empty() ? "" : "、") + display(item.field(a)) + (b ? "（" + display(item.field(b)) + "）" : "");
  return out;
}

std::uintmax_t files_below(const std::string& folder, const char* part) {
  std::error_code error;
  std::uintmax_t n = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder + "/" + part, error)) n += entry.is_regular_file() ? 1 : 0;
  return n;
}

void print_draw(Terminal& terminal, const Case& round) {
  const cases::DrawRecord* draw = cases::current_draw(round);
  if (!draw) return;
  std::string trades;
  for (const Value& row : draw->facts.field("行业").list()) {
    trades += (trades.empty() ? "" : "，") + display(row.field("业务类别")) + " " + display(row.field("基数")) + " 抽 " + display(row.field("抽中"));
  }
  terminal.out << " 二 抽取   " << draw->id << "：" << trades << "\n"
               << "           不参加：" << list_of(draw->facts.field("剔除"), "名称", "理由") << "\n"
               << "           检查人员不参加：" << list_of(draw->facts.field("不参加人员"), "姓名", "理由") << "\n";
}

}  // namespace

int print_summary(Terminal& terminal, const OpenOffice& office, const PlayNotes& notes) {
  auto reading = office.store->read();
  if (!reading.ok()) return report(terminal, reading.diagnostics());
  auto rows = (*reading)->list_cases(true);
  if (!rows.ok()) return report(terminal, rows.diagnostics());
  auto entries = (*reading)->read_journal();
  if (!entries.ok()) return report(terminal, entries.diagnostics());
  RoundCounts n;
  std::vector<Case> cases;
  for (const cases::CaseRow& row : *rows) cases.push_back(cases::case_from(row.body));
  for (const Case& c : cases) count(c, n);
  terminal.out << "案卷 anjuan " ANJUAN_VERSION " · " << office.library.bureau->facts.at("名称").text_or_empty() << " · " << notes.title << "（全部为虚构数据）\n\n";
  std::string imported;
  for (const Wording& line : notes.imports) imported += (imported.empty() ? " 一 名录   " : "           ") + line.in(terminal.language) + "\n";
  terminal.out << imported;
  for (const Case& c : cases) {
    if (c.kind == "round") print_draw(terminal, c);
  }
  terminal.out << " 三 检查   检查表读回 " << n.sheets_filled << " 份                 " << notes.folder << "/检查表/\n"
               << " 四 文书   " << n.papers << " 份，送达 " << n.served << " 份，扫描件 " << n.scans << " 份      " << notes.folder << "/文书/\n"
               << " 五 被拒绝 " << notes.refusals.size() << " 件（都记录在案）\n";
  for (const std::string& refusal : notes.refusals) terminal.out << "           " << refusal << "\n";
  terminal.out << " 六 案卷   " << n.volumes << " 卷 " << n.pages << " 页，封面、目录、备考表齐全        " << notes.folder << "/案卷/\n";
  for (const Case& c : cases) {
    if (c.kind != "case") continue;
    terminal.out << "           " << c.id.text() << " " << c.target.field("名称").text_or_empty() << "：" << (c.dossier ? c.dossier->result : "") << "\n";
  }
  terminal.out << " 七 公示   " << n.published << " 个文件                       " << notes.folder << "/公示/\n\n";
  terminal.out << " 案件办结 " << n.finished << "/" << n.cases << "，记录 " << entries->size() << " 条，链首 "
               << (entries->empty() ? "" : entries->back().digest.substr(0, 16)) << "，文件 "
               << files_below(notes.folder, "文书") + files_below(notes.folder, "检查表") + files_below(notes.folder, "案卷") + files_below(notes.folder, "公示") << " 个。\n";
  return status_done;
}

}  // namespace anjuan::cli
