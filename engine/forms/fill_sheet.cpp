#include "forms/fill_sheet.h"

#include <algorithm>
#include <optional>
#include <set>

#include "forms/fit_sheet.h"
#include "forms/layout.h"

namespace anjuan::forms {
namespace {

/// The text that the cell shows for an answer: an option's code stands for the whole option.
std::string shown(const Form& form, const Column& column, const std::string& answer) {
  const OptionList* list = form.list(column.options);
  if (!list) return answer;
  for (const Option& option : list->options) {
    if (!option.code.empty() && option.code == answer) return option.shown();
  }
  return answer;
}

const std::string* answer_for(const Answers& answers, const PlacedCell& placed) {
  const auto& rows = answers.items;
  const auto item = rows.find(placed.item->code);
  const auto& columns = item == rows.end() ? answers.others : item->second;
  const auto found = columns.find(placed.column->id);
  return found == columns.end() ? nullptr : &found->second;
}

sheets::Cell* cell_at(sheets::Sheet& sheet, sheets::Address at) {
  const auto cell =
      std::find_if(sheet.cells.begin(), sheet.cells.end(), [&](const sheets::Cell& c) { return c.at == at; });
  return cell == sheet.cells.end() ? nullptr : &*cell;
}

/// The answer for a cell to fill, if there is one; its name is no longer unused.
std::optional<std::string> answer_for(const Form& form, const Answers& answers, const PlacedCell& placed,
                                      std::set<std::string>& unused) {
  if (placed.role == CellRole::field_input && placed.field) {
    unused.erase(placed.field->input);
    const auto found = answers.fields.find(placed.field->input);
    if (found != answers.fields.end()) return found->second;
  } else if (placed.role == CellRole::item_input && placed.item && placed.column) {
    unused.erase(placed.item->code);
    if (const std::string* answer = answer_for(answers, placed)) return shown(form, *placed.column, *answer);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> fill_sheet(const Form& form, sheets::Workbook& book, const Answers& answers) {
  std::set<std::string> unused;
  for (const auto& [name, text] : answers.fields) unused.insert(name);
  for (const auto& [code, columns] : answers.items) unused.insert(code);
  const auto sheet =
      std::find_if(book.sheets.begin(), book.sheets.end(), [](const sheets::Sheet& s) { return !s.hidden; });
  if (sheet == book.sheets.end()) return {unused.begin(), unused.end()};
  Layout layout = lay_out(form);
  for (PlacedCell& placed : layout.cells) {
    const sheets::Cell* cell = cell_at(*sheet, placed.cell.at);
    if (cell) placed.cell.text = cell->text;
    if (std::optional<std::string> text = answer_for(form, answers, placed, unused))
      placed.cell.text = *std::move(text);
  }
  count_totals(form, layout);
  for (const PlacedCell& placed : layout.cells) {
    if (sheets::Cell* cell = cell_at(*sheet, placed.cell.at)) cell->text = placed.cell.text;
  }
  fit_rows(layout, *sheet);
  return {unused.begin(), unused.end()};
}

}  // namespace anjuan::forms
