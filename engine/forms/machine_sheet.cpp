#include "forms/machine_sheet.h"

namespace anjuan::forms {

namespace {

constexpr char fact_word[] = "fact";

/// Puts the statements down, a row each.
class Statements {
 public:
  explicit Statements(sheets::Sheet& sheet) : sheet_(sheet) { style_.border = style_.wrap = false; }

  void mark(std::string text) { sheet_.cells.push_back({{0, 0}, std::move(text), style_}); }
  void add(const char* what, std::string of, std::string value) {
    ++row_;
    std::uint16_t column = 0;
    for (std::string* text : {&of, &value}) {
      ++column;
      if (!text->empty()) sheet_.cells.push_back({{row_, column}, std::move(*text), style_});
    }
    sheet_.cells.push_back({{row_, 0}, what, style_});
  }

 private:
  sheets::Sheet& sheet_;
  sheets::CellStyle style_;
  std::uint32_t row_ = 0;
};

std::string letters_of(std::uint16_t column) {
  std::string name = name_of(sheets::Address{0, column});
  name.pop_back();
  return name;
}

}  // namespace

sheets::Sheet machine_sheet(const Form& form, const SheetInstance& instance, const Layout& layout) {
  sheets::Sheet sheet;
  sheet.name = hidden_sheet;
  sheet.hidden = sheet.protect = true;
  Statements statements(sheet);
  statements.mark(to_text(mark_of(form, instance)));
  statements.add("form", form.id, form.label);
  statements.add("version", "", form.version);
  statements.add("digest", "", form.digest);
  statements.add("definition", "", instance.definition);
  statements.add("case", "", instance.case_id.text());
  statements.add("serial", "", instance.serial);
  statements.add("sheet", "", form.sheet);
  for (const PlacedCell& placed : layout.cells) {
    const sheets::Address at = placed.cell.at;
    if (placed.role == CellRole::fact) statements.add(fact_word, name_of(at), placed.cell.text);
    if (placed.role == CellRole::field_input) statements.add("field", placed.field->input, name_of(at));
    if (placed.role == CellRole::item_input && at.row == layout.first_item)
      statements.add("column", placed.column->id, letters_of(at.column));
  }
  for (const Item& item : form.items)
    statements.add("item", item.code,
                   std::to_string(layout.first_item + static_cast<std::uint32_t>(item.number)));
  return sheet;
}

std::map<std::string, std::string> printed_facts(const sheets::ReadWorkbook& book) {
  std::map<std::string, std::string> facts;
  const sheets::ReadSheet* hidden = book.sheet(hidden_sheet);
  if (!hidden) return facts;
  const auto text = [&](std::uint32_t row, std::uint16_t column) {
    const auto cell = hidden->cells.find({row, column});
    return cell == hidden->cells.end() ? std::string() : cell->second;
  };
  for (const auto& [at, what] : hidden->cells) {
    if (at.row > 0 && at.column == 0 && what == fact_word) facts[text(at.row, 1)] = text(at.row, 2);
  }
  return facts;
}

}  // namespace anjuan::forms
