#include "handling/due.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "base/text.h"
#include "cases/case_value.h"
#include "documents/compose.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "pages/setting.h"
#include "sheets/sheets.h"
#include "sheets/style.h"

namespace anjuan::handling {
namespace {

void in_order(std::vector<DueRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const DueRow& a, const DueRow& b) { return std::tie(a.due, a.id, a.label) < std::tie(b.due, b.id, b.label); });
}

Value ledger_rows(const std::vector<DueRow>& rows) {
  List out;
  for (const DueRow& r : rows) {
    out.push_back(Fields{{"编号", r.id.text()}, {"名称", r.title}, {"事项", r.label}, {"承办", r.unit}, {"起算日", r.from},
                         {"到期日", r.due}, {"剩余", left_of(r).zh}, {"依据", r.basis}, {"暂定", r.provisional}});
  }
  return out;
}

Fields office_facts(const Office& office) {
  Fields facts = office.bureau.facts;
  facts.insert_or_assign("示例", Value(office.bureau.exercise));
  return facts;
}

/// The ledger in the office's own words.
Result<pages::Manuscript> compose_ledger(const Office& office, const LedgerRequest& request) {
  const std::string& id = office.bureau.papers.ledger_template;
  const auto model = office.library.templates.find(id);
  if (model == office.library.templates.end()) return diagnose(unknown_template, Place{}, id, ids_instead(id, ids_of(office.library.templates)));
  const Fields names{{"机关", office_facts(office)}, {"日期", request.on}, {"统计日期", request.on}, {"统计股室", request.unit},
                     {"期限", ledger_rows(request.rows)}};
  ANJUAN_TRY(pages::Manuscript manuscript, documents::compose(model->second.content, names));
  if (office.bureau.exercise) manuscript.watermark = office.bureau.exercise_mark;
  return manuscript;
}

// ---- the paper as a workbook ----

std::string words_of(const pages::Runs& runs) {
  std::string words;
  for (const pages::Run& run : runs) words += run.text;
  return words;
}

std::string words_of(const pages::Cell& cell) {
  std::vector<std::string> lines;
  for (const pages::Block& block : cell.blocks) {
    if (const auto* paragraph = std::get_if<pages::Paragraph>(&block)) lines.push_back(words_of(paragraph->runs));
  }
  return join(lines, "\n");
}

const pages::Table* table_in(const pages::Manuscript& manuscript) {
  for (const pages::Block& block : manuscript.blocks) {
    if (const auto* table = std::get_if<pages::Table>(&block)) return table;
  }
  return nullptr;
}

/// Puts the blocks of a paper down row by row; paragraphs go across all columns.
class LedgerSheet {
 public:
  LedgerSheet(sheets::Sheet& sheet, const pages::Table& table) : sheet_(sheet), last_(static_cast<std::uint16_t>(table.columns.size() - 1)) {
    sheet_.column_widths = sheets::fill_page(table.columns, sheet_.landscape);
    size_ = sheets::size_for(table.columns, sheet_.landscape);
  }

  void add(const pages::Paragraph& paragraph) {
    const bool title = paragraph.role == pages::Role::title;
    const sheets::CellStyle style = title ? sheets::title_style() : sheets::remark_style();
    const sheets::Cell cell{{row_, 0}, words_of(paragraph.runs), style, {row_, last_}};
    sheet_.row_heights[row_] = std::max(title ? sheets::title_height : sheets::line_height, needed(cell));
    sheet_.cells.push_back(cell);
    ++row_;
  }

  void add(const pages::Table& table) {
    for (const pages::Row& row : table.rows) {
      if (row.header) sheet_.repeat_rows = {row_, row_};
      if (row.header) sheet_.freeze_rows = row_ + 1;
      std::uint16_t column = 0;
      for (const pages::Cell& cell : row.cells) {
        const bool centred = cell.align == pages::Align::center;
        const sheets::CellStyle style =
            sheets::sized(row.header ? sheets::label_style() : sheets::text_style(centred ? sheets::HorizontalAlign::center : sheets::HorizontalAlign::left), size_);
        const sheets::Address to{row_, static_cast<std::uint16_t>(column + cell.column_span - 1)};
        sheet_.cells.push_back({{row_, column}, words_of(cell), style, to});
        double& height = sheet_.row_heights[row_];
        height = std::max({height, row.header ? sheets::label_height : sheets::line_height, needed(sheet_.cells.back())});
        column = static_cast<std::uint16_t>(to.column + 1);
      }
      ++row_;
    }
  }

 private:
  double needed(const sheets::Cell& cell) const {
    double width = 0;
    for (std::uint16_t i = cell.at.column; i <= cell.merged_to.column && i < sheet_.column_widths.size(); ++i)
      width += sheet_.column_widths[i];
    return sheets::height_of(cell.text, width, cell.style.size_tenths);
  }

  sheets::Sheet& sheet_;
  int size_ = 0;  ///< of the table, in tenths of a point
  std::uint16_t last_;
  std::uint32_t row_ = 0;
};

}  // namespace

std::vector<DueRow> due_of(const cases::Case& c, const std::string& title, const calendar::WorkingCalendar& calendar, Day on) {
  std::vector<DueRow> rows;
  for (const auto& [id, limit] : c.standing.limits) {
    const calendar::Deadline deadline = calendar.deadline(limit.from, limit.limit);
    rows.push_back({c.id, title, limit.label.empty() ? id : limit.label, c.unit, limit.limit.basis.instrument + limit.limit.basis.article,
                    deadline.started, deadline.due, deadline.provisional, calendar.days_left(on, deadline.due), deadline.due < on});
  }
  in_order(rows);
  return rows;
}

Result<std::vector<DueRow>> list_due(cases::Reading& reading, const calendar::WorkingCalendar& calendar, Day on, const std::string& unit) {
  ANJUAN_TRY(const auto all, reading.list_cases(true));
  std::vector<DueRow> rows;
  for (const cases::CaseRow& row : all) {
    if (row.finished) continue;
    for (DueRow& due : due_of(cases::case_from(row.body), row.title, calendar, on)) {
      if (unit.empty() || due.unit == unit) rows.push_back(std::move(due));
    }
  }
  in_order(rows);
  return rows;
}

Wording left_of(const DueRow& r) {
  const std::string n = std::to_string(r.days_left < 0 ? -r.days_left : r.days_left);
  if (r.overdue && r.days_left == 0) return {"已逾期", "overdue"};
  if (r.overdue) return {"已逾期" + n + "个工作日", n + " working days overdue"};
  if (r.days_left == 0) return {"今日到期", "due today"};
  return {"还剩" + n + "个工作日", n + " working days left"};
}

Result<std::string> ledger_pdf(const Office& office, const LedgerRequest& request) {
  ANJUAN_TRY(const pages::Manuscript manuscript, compose_ledger(office, request));
  const std::string& id = office.bureau.papers.ledger_template;
  const auto style = office.library.styles.find(manuscript.style);
  if (style == office.library.styles.end()) return diagnose(unknown_style, Place{}, id, manuscript.style, "");
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style->second.content, office.fonts));
  return pages::write_pdf(setting, office.fonts,
                          {id + "-" + iso(request.on), manuscript.title, office.bureau.facts.at("名称").text_or_empty(), "", request.printed});
}

Result<std::string> ledger_workbook(const Office& office, const LedgerRequest& request) {
  ANJUAN_TRY(const pages::Manuscript manuscript, compose_ledger(office, request));
  const pages::Table* table = table_in(manuscript);
  if (!table || table->columns.empty()) return diagnose(no_table, Place{}, office.bureau.papers.ledger_template);
  sheets::Workbook book;
  book.title = manuscript.title;
  book.author = office.bureau.facts.at("名称").text_or_empty();
  book.created_seconds = request.printed.seconds;
  sheets::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = office.library.templates.at(office.bureau.papers.ledger_template).content.label;
  sheet.landscape = true;
  sheet.zoom = sheets::screen_zoom;
  sheet.footer = sheets::page_line("", "{page}／{pages}", "");
  LedgerSheet writer(sheet, *table);
  for (const pages::Block& block : manuscript.blocks) {
    if (const auto* paragraph = std::get_if<pages::Paragraph>(&block)) writer.add(*paragraph);
    else if (const auto* rows = std::get_if<pages::Table>(&block)) writer.add(*rows);
  }
  return sheets::write_xlsx(book, office.scratch_folder);
}

}  // namespace anjuan::handling
