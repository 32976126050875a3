// anjuan show: everything about one case: team, papers, sheets, limits, what is filled in, and what
// may be done next.

#include <ostream>

#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/diagram.h"
#include "expression/expression.h"
#include "procedure/definition.h"

namespace anjuan::cli {
namespace {

using cases::Paper;
void section(Terminal& terminal, const char* chinese, const char* english, const std::string& text) {
  if (!text.empty()) terminal.out << "\n" << terminal.say(chinese, english) << "\n" << text;
}

std::string team_words(const cases::Case& c) {
  if (!c.inspectors.is(Value::Kind::list)) return "";
  Rows lines;
  for (const Value& person : c.inspectors.list()) {
    lines.push_back({person.field("姓名").text_or_empty(), person.field("职务").text_or_empty(), person.field("单位").text_or_empty(),
                     person.field("执法证号").text_or_empty()});
  }
  return in_columns(lines, "  ");
}

std::string state_words(const Paper& p, bool zh) {
  const auto day = [&](Day d) { return zh ? official(d) : iso(d); };
  if (p.state == Paper::State::voided) return (zh ? "已作废：" : "void: ") + p.void_reason;
  if (p.state == Paper::State::superseded) return zh ? "已重新制作" : "replaced";
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : (zh ? "，" : ", ")) + words; };
  if (p.draft) add(zh ? "送审稿" : "draft");
  if (p.signed_on) add(day(*p.signed_on) + (zh ? "签署" : " signed"));
  else if (p.sign) add(zh ? "待签署" : "to be signed");
  if (p.served_on) add(day(*p.served_on) + (zh ? "送达" : " served"));
  else if (p.serve) add(zh ? "待送达" : "to be served");
  if (p.signatures > 0) add(zh ? "电子签名 " + std::to_string(p.signatures) + " 个" : std::to_string(p.signatures) + " electronic signatures");
  else if (!p.scan.empty()) add(zh ? "有扫描件" : "scanned");
  return out;
}

std::string papers_words(const cases::Case& c, bool zh) {
  Rows lines;
  for (const Paper& p : c.papers) {
    const std::string prefix = c.id.text() + "-";
    lines.push_back({p.id.starts_with(prefix) ? p.id.substr(prefix.size()) : p.id, p.title, p.number, zh ? official(p.date) : iso(p.date), state_words(p, zh)});
  }
  return in_columns(lines, "  ");
}

std::string sheets_words(const cases::Case& c, bool zh) {
  Rows lines;
  for (const cases::SheetIssue& s : c.sheets) {
    lines.push_back({s.serial, s.slot, zh ? official(s.date) : iso(s.date), s.filled.empty() ? (zh ? "待填写读回" : "not yet read back") : (zh ? "已读回" : "read back")});
  }
  return in_columns(lines, "  ");
}

/// What stands in a data item, on one line; lists of records by their number.
std::string value_words(const Value& value, bool zh) {
  constexpr int longest = 60;
  if (value.is(Value::Kind::list) && !value.list().empty() && value.list().front().is(Value::Kind::record)) {
    return (zh ? "共" : "") + std::to_string(value.list().size()) + (zh ? "项" : " items");
  }
  return shortened(display(value), longest);
}

/// A label without what it explains in brackets at its end.
std::string plain_label(const procedure::DataItem& item) {
  std::string label = item.label.empty() ? item.id : item.label;
  const auto bracket = label.find("（");
  if (bracket != std::string::npos && bracket > 0 && label.ends_with("）")) label.erase(bracket);
  return label;
}

std::string data_words(const handling::CaseView& view, bool zh) {
  Rows lines;
  for (const procedure::DataItem& item : view.definition->data) {
    const auto found = view.content.standing.data.find(item.id);
    if (found == view.content.standing.data.end()) continue;
    const std::string words = value_words(found->second, zh);
    if (!words.empty()) lines.push_back({plain_label(item), words});
  }
  return in_columns(lines, "  ");
}

/// Where an act leads, in words also where the state has no label.
std::string destination(const procedure::Definition& d, const procedure::Opportunity& o, Language language) {
  const auto state = d.find(o.destination);
  return state && d.states[*state].label.empty() ? name_of_state(d, *state, language) : o.destination;
}

std::string next_words(const handling::CaseView& view, const std::vector<handling::NextAct>& acts, bool open, Language language) {
  const bool zh = language == Language::chinese;
  std::string out;
  for (const handling::NextAct& act : acts) {
    const procedure::Opportunity& o = act.what;
    if (o.open != open) continue;
    out += "  " + o.event + (o.label == o.event ? "" : "　" + o.label) + "\n";
    out += "      " + std::string(zh ? "谁办  " : "who   ") + who_words(act, language) + "\n";
    if (!o.destination.empty()) out += "      " + std::string(zh ? "去向  " : "next  ") + destination(*view.definition, o, language) + "\n";
    if (!act.basis.empty()) out += "      " + std::string(zh ? "依据  " : "basis ") + act.basis + "\n";
    out += input_words(o, language, "      ") + obstacle_words(o, language, "      ");
  }
  return out;
}

int run_show(Terminal& terminal, const CommandLine& line) {
  const auto asked = ask_case(terminal, line.get("CASE"), line.get("on"));
  if (!asked.ok()) return report(terminal, asked.diagnostics());
  const bool zh = terminal.language == Language::chinese;
  const handling::CaseView& view = asked->view;
  const cases::Case& c = view.content;
  const handling::Office office = asked->office->office();
  print_heading(terminal, *asked);
  section(terminal, "检查人员", "team", team_words(c));
  section(terminal, "已填内容", "data", data_words(view, zh));
  section(terminal, "文书", "papers", papers_words(c, zh));
  section(terminal, "检查表", "sheets", sheets_words(c, zh));
  if (!c.standing.finished) section(terminal, "期限", "time limits", limit_words(handling::due_of(c, view.title, *asked->office->calendar, asked->on), terminal.language, "  "));
  const auto acts = handling::next_acts(view, office, asked->on);
  section(terminal, "现在可以办（anjuan event 编号 事件）", "may be done now (anjuan event CASE EVENT)", next_words(view, acts, true, terminal.language));
  section(terminal, "现在还不能办", "may not be done yet", next_words(view, acts, false, terminal.language));
  if (c.dossier) terminal.out << "\n" << terminal.say("案卷：", "dossier: ") << c.dossier->archival_code << "\n";
  return status_done;
}

}  // namespace

Command show_command() {
  return {{"show", {"看一个案件：人员、内容、文书、期限，接下来可以办什么", "show a case: team, data, papers, limits, and what may be done next"},
           {{"CASE", {"案件或任务编号", "id of the case or round"}}},
           {{"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}}}}, run_show};
}

}  // namespace anjuan::cli
