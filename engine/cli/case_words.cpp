#include "cli/case_words.h"

#include <ostream>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/messages.h"
#include "cli/plan_words.h"
#include "procedure/definition.h"

namespace anjuan::cli {
namespace {

std::string type_words(const procedure::Opportunity::Input& input, Language language) {
  if (!input.choices.empty()) return join(input.choices, "｜");
  const auto type = expression::parse_type(input.type);
  if (!type || type->kind == expression::Type::Kind::any) return "";
  return expression::name_of(*type).in(language);
}

/// Which version of the procedure the case runs on, and the current one where that is another.
std::string version_words(const handling::CaseView& view, int current, bool zh) {
  const int own = view.content.edition;
  const Language language = zh ? Language::chinese : Language::english;
  std::string words = (zh ? "流程 " : "procedure ") + edition_words(own == 0 ? current : own).in(language);
  if (!view.definition->version.empty()) words += (zh ? "（" : " (") + view.definition->version + (zh ? "）" : ")");
  if (own != 0 && own != current && !view.content.standing.finished) words += (zh ? "，现行" : "; current: ") + edition_words(current).in(language);
  return words;
}

}  // namespace

Result<Day> asked_day(const Terminal& terminal, const std::string& on) {
  const auto day = on.empty() ? std::optional(day_of(terminal.now)) : parse_loose_day(on);
  if (!day) return diagnose(bad_date, Place{}, on);
  return *day;
}

Result<AskedCase> ask_case(const Terminal& terminal, const std::string& case_id, const std::string& on) {
  AskedCase out;
  ANJUAN_TRY(out.on, asked_day(terminal, on));
  ANJUAN_TRY(out.office, open_office(terminal));
  ANJUAN_TRY(out.reading, out.office->store->read());
  ANJUAN_TRY(out.view, handling::view_case(out.office->office(), *out.reading, CaseId(case_id), out.on));
  return out;
}

void print_heading(Terminal& terminal, const AskedCase& asked) {
  const handling::CaseView& view = asked.view;
  const bool zh = terminal.language == Language::chinese;
  const cases::Case& c = view.content;
  terminal.out << c.id.text() << "　" << view.title << "\n";
  std::vector<std::string> facts;
  if (view.definition->label != view.title) facts.push_back(view.definition->label);
  if (!c.round.empty()) facts.push_back((zh ? "任务 " : "round ") + c.round.text());
  if (!c.unit.empty()) facts.push_back((zh ? "承办 " : "unit ") + c.unit);
  facts.push_back(version_words(view, asked.office->library.edition, zh));
  terminal.out << join(facts, "　") << "\n";
  const auto labels = procedure::labels(*view.definition, c.standing);
  terminal.out << (zh ? "现在：" : "now: ") << join(labels, "\n" + std::string(zh ? "　　　" : "     ")) << "\n";
  if (!c.standing.incident.empty()) terminal.out << (zh ? "停住了：" : "halted: ") << c.standing.incident << "\n";
}

std::string who_words(const handling::NextAct& next, Language language) {
  const bool zh = language == Language::chinese;
  if (next.anybody) return zh ? "任何人都可以提出" : "anybody";
  if (next.outside) return next.what.role_label;
  if (next.people.empty()) return next.what.role_label + (zh ? "（暂无可办的人）" : " (nobody may)");
  return next.what.role_label + (zh ? "：" : ": ") + join(next.people, "、");
}

std::string input_words(const procedure::Opportunity& o, Language language, std::string_view indent) {
  const bool zh = language == Language::chinese;
  std::vector<std::vector<std::string>> rows;
  for (const auto& input : o.inputs) {
    const std::string type = type_words(input, language);
    const std::string must = input.required ? (zh ? "必填" : "required") : (zh ? "可选" : "optional");
    const bool same = input.label == input.name || input.label.empty();
    rows.push_back({rows.empty() ? (zh ? "要填" : "fill in") : "", input.name, must, type + (same ? "" : (type.empty() ? "" : "　") + input.label)});
  }
  return in_columns(rows, indent);
}

std::string obstacle_words(const procedure::Opportunity& o, Language language, std::string_view indent) {
  std::string out;
  for (const Diagnostic& d : o.because) {
    const std::string lead = out.empty() ? (language == Language::chinese ? "还差  " : "lacks ") : "      ";
    out += std::string(indent) + lead + wrapped(sentence(d, language), line_width, std::string(indent) + "      ") + "\n";
  }
  return out;
}

std::string limit_words(const std::vector<handling::DueRow>& rows, Language language, std::string_view indent) {
  const bool zh = language == Language::chinese;
  std::vector<std::vector<std::string>> lines;
  for (const handling::DueRow& r : rows) {
    const std::string mark = r.provisional ? (zh ? "（暂定）" : " (provisional)") : "";
    lines.push_back({r.label, (zh ? official(r.due) : iso(r.due)) + mark, handling::left_of(r).in(language), r.basis});
  }
  return in_columns(lines, indent);
}

std::string paper_name(const cases::Paper& p, const CaseId& of) {
  const std::string prefix = of.text() + "-";
  const std::string order = p.id.starts_with(prefix) ? p.id.substr(prefix.size()) : p.id;
  return order + "  " + p.title + (p.number.empty() ? "" : "　" + p.number);
}

}  // namespace anjuan::cli
