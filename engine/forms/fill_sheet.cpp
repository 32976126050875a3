#include "forms/fill_sheet.h"

#include <algorithm>
#include <set>

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

}  // namespace

std::vector<std::string> fill_sheet(const Form& form, sheets::Workbook& book, const Answers& answers) {
  std::set<std::string> unused;
  for (const auto& [name, text] : answers.fields) unused.insert(name);
  for (const auto& [code, columns] : answers.items) unused.insert(code);
  const auto sheet = std::find_if(book.sheets.begin(), book.sheets.end(), [](const sheets::Sheet& s) { return !s.hidden; });
  if (sheet == book.sheets.end()) return {unused.begin(), unused.end()};
  for (const PlacedCell& placed : lay_out(form).cells) {
    const std::string* text = nullptr;
    std::string whole;
    if (placed.role == CellRole::field_input && placed.field) {
      const auto found = answers.fields.find(placed.field->input);
      if (found != answers.fields.end()) text = &found->second;
      unused.erase(placed.field->input);
    } else if (placed.role == CellRole::item_input && placed.item && placed.column) {
      unused.erase(placed.item->code);
      if (const std::string* answer = answer_for(answers, placed)) {
        whole = shown(form, *placed.column, *answer);
        text = &whole;
      }
    }
    if (!text) continue;
    const auto cell = std::find_if(sheet->cells.begin(), sheet->cells.end(), [&](const sheets::Cell& c) { return c.at == placed.cell.at; });
    if (cell != sheet->cells.end()) cell->text = *text;
  }
  return {unused.begin(), unused.end()};
}

}  // namespace anjuan::forms
