#include "handling/printed_list.h"

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "documents/compose.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "pages/setting.h"
#include "sheets/sheets.h"
#include "sheets/style.h"

namespace anjuan::handling {
namespace {

Fields office_facts(const Office& office) {
  Fields facts = office.bureau.facts;
  facts.insert_or_assign("示例", Value(office.bureau.exercise));
  return facts;
}

/// The list in the office's own words.
Result<pages::Manuscript> compose_list(const Office& office, const PrintedList& list) {
  const std::string& id = list.template_id;
  const auto model = office.library.templates.find(id);
  if (model == office.library.templates.end()) return diagnose(unknown_template, Place{}, id, ids_instead(id, ids_of(office.library.templates)));
  Fields names = list.names;
  names.insert_or_assign("机关", Value(office_facts(office)));
  names.insert_or_assign("日期", Value(list.on));
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
class ListSheet {
 public:
  ListSheet(sheets::Sheet& sheet, const pages::Table& table) : sheet_(sheet), last_(static_cast<std::uint16_t>(table.columns.size() - 1)) {
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

Result<sheets::Workbook> book_of(const Office& office, const PrintedList& list) {
  ANJUAN_TRY(const pages::Manuscript manuscript, compose_list(office, list));
  const pages::Table* table = table_in(manuscript);
  if (!table || table->columns.empty()) return diagnose(no_table, Place{}, list.template_id);
  sheets::Workbook book;
  book.title = manuscript.title;
  book.author = office.bureau.facts.at("名称").text_or_empty();
  book.created_seconds = list.printed.seconds;
  sheets::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = office.library.templates.at(list.template_id).content.label;
  sheet.landscape = true;
  sheet.zoom = sheets::screen_zoom;
  sheet.footer = sheets::page_line("", "{page}／{pages}", "");
  ListSheet writer(sheet, *table);
  for (const pages::Block& block : manuscript.blocks) {
    if (const auto* paragraph = std::get_if<pages::Paragraph>(&block)) writer.add(*paragraph);
    else if (const auto* rows = std::get_if<pages::Table>(&block)) writer.add(*rows);
  }
  return book;
}

}  // namespace

Result<std::string> list_pdf(const Office& office, const PrintedList& list) {
  ANJUAN_TRY(const pages::Manuscript manuscript, compose_list(office, list));
  const auto style = office.library.styles.find(manuscript.style);
  if (style == office.library.styles.end()) return diagnose(unknown_style, Place{}, list.template_id, manuscript.style, "");
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style->second.content, office.fonts));
  return pages::write_pdf(setting, office.fonts,
                          {list.template_id + "-" + iso(list.on), manuscript.title, office.bureau.facts.at("名称").text_or_empty(), "", list.printed});
}

Result<std::string> list_workbook(const Office& office, const PrintedList& list) {
  ANJUAN_TRY(const sheets::Workbook book, book_of(office, list));
  return sheets::write_xlsx(book, office.scratch_folder);
}

Diagnostics check_list(const Office& office, const PrintedList& list, const publication::Screening& screening) {
  const auto book = book_of(office, list);
  return book.ok() ? publication::check_publishable(*book, screening, list.template_id) : book.diagnostics();
}

}  // namespace anjuan::handling
