#include "forms/make_sheet.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "forms/layout.h"
#include "qrcode/qrcode.h"
#include "sheets/sheets.h"

namespace anjuan::forms {

namespace {

constexpr int pixels_per_module = 4;
constexpr double symbol_height = 84;  // points: about 30 mm, read by any phone
constexpr double points_per_pixel = 72.0 / 96.0;
constexpr int quiet_zone = 4;

Result<std::string> text_from_facts(const HeaderField& field, const Fields& facts) {
  if (!field.each) {
    ANJUAN_TRY(const Value value, expression::evaluate(*field.value, {facts, {}, {}}));
    return display(value);
  }
  ANJUAN_TRY(const Value list, expression::evaluate(*field.each, {facts, {}, {}}));
  std::vector<std::string> parts;
  if (list.is(Value::Kind::list)) {
    for (const Value& one : list.list()) {
      Fields scope = facts;
      scope[field.as] = one;
      ANJUAN_TRY(const Value value, expression::evaluate(*field.value, {scope, {}, {}}));
      parts.push_back(display(value));
    }
  }
  return join(parts, field.joined);
}

/// Fills in what the case decides. All header expressions that fail are told.
Diagnostics fill_in(Layout& layout, const Fields& facts, const std::string& mark) {
  Diagnostics found;
  for (PlacedCell& placed : layout.cells) {
    if (placed.role == CellRole::mark) placed.cell.text = mark;
    if (placed.role != CellRole::fact) continue;
    Result<std::string> text = text_from_facts(*placed.field, facts);
    if (text.ok()) {
      placed.cell.text = *std::move(text);
    } else {
      found.insert(found.end(), text.diagnostics().begin(), text.diagnostics().end());
    }
  }
  return found;
}

double width_of(const Layout& layout, const sheets::Cell& cell) {
  double width = 0;
  for (std::size_t i = cell.at.column; i <= cell.merged_to.column && i < layout.widths.size(); ++i)
    width += layout.widths[i];
  return width;
}

std::map<std::uint32_t, double> heights_of(const Layout& layout) {
  std::map<std::uint32_t, double> heights;
  const PlacedCell* symbol = nullptr;
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role == CellRole::symbol) {
      symbol = &placed;
      continue;
    }
    double& height = heights[placed.cell.at.row];
    const double needed =
        sheets::height_of(placed.cell.text, width_of(layout, placed.cell), placed.cell.style.size_tenths);
    height = std::max({height, placed.least_height, needed});
  }
  if (symbol && layout.symbol_rows > 0) {
    const double least = (symbol_height + 8) / layout.symbol_rows;
    for (std::uint32_t row = symbol->cell.at.row; row <= symbol->cell.merged_to.row; ++row) {
      heights[row] = std::max(heights[row], least);
    }
  }
  return heights;
}

sheets::Choice choice_for(const Form& form, const PlacedCell& placed) {
  const Column& column = *placed.column;
  sheets::Choice choice;
  choice.from = choice.to = placed.cell.at;
  for (const Option& option : options_for(form, column, *placed.item))
    choice.options.push_back(option.shown());
  choice.prompt_title = column.label;
  choice.prompt = column.prompt;
  choice.error_title = column.label;
  choice.error = column.error.empty() ? column.prompt : column.error;
  choice.others_allowed = column.many;
  return choice;
}

/// Neighbouring rows with the same options share one rule.
void add_choices(const Form& form, const Layout& layout, sheets::Sheet& sheet) {
  std::map<std::uint16_t, sheets::Choice> open;
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role != CellRole::item_input || placed.column->options.empty()) continue;
    sheets::Choice next = choice_for(form, placed);
    const auto last = open.find(placed.cell.at.column);
    if (last != open.end() && last->second.options == next.options) {
      last->second.to = next.to;
      continue;
    }
    if (last != open.end()) sheet.choices.push_back(last->second);
    open[placed.cell.at.column] = std::move(next);
  }
  for (const auto& [column, choice] : open) sheet.choices.push_back(choice);
}

void add_highlights(const Form& form, const Layout& layout, sheets::Sheet& sheet) {
  const auto last_column = static_cast<std::uint16_t>(form.columns.size() - 1);
  for (std::uint16_t i = 0; i < form.columns.size(); ++i) {
    const OptionList* list = form.list(form.columns[i].options);
    if (!list) continue;
    for (const Option& option : list->options) {
      if (option.fill.empty() && option.color.empty()) continue;
      sheet.highlights.push_back({{layout.first_item, 0},
                                  {layout.last_item, last_column},
                                  i,
                                  option.shown(),
                                  option.fill,
                                  option.color});
    }
  }
}

Outcome add_symbol(const Layout& layout, const std::string& mark,
                   const std::map<std::uint32_t, double>& heights, sheets::Sheet& sheet) {
  const auto place = std::find_if(layout.cells.begin(), layout.cells.end(),
                                  [](const PlacedCell& c) { return c.role == CellRole::symbol; });
  if (place == layout.cells.end()) return Done{};
  ANJUAN_TRY(const qrcode::Symbol symbol, qrcode::encode(mark));
  sheets::Picture picture;
  picture.at = place->cell.at;
  picture.bytes = qrcode::bitmap(symbol, pixels_per_module);
  const double pixels = static_cast<double>((symbol.size + 2 * quiet_zone) * pixels_per_module);
  picture.scale = symbol_height / points_per_pixel / pixels;
  picture.description = mark;
  double room = 0;
  for (std::uint32_t row = place->cell.at.row; row <= place->cell.merged_to.row; ++row)
    room += heights.at(row);
  const double side = symbol_height / points_per_pixel;
  picture.y_offset = std::max(2, static_cast<int>((room / points_per_pixel - side) / 2));
  picture.x_offset = std::max(2, static_cast<int>((width_of(layout, place->cell) * 7 - side) / 2));
  sheet.pictures.push_back(std::move(picture));
  return Done{};
}

std::string footer_codes(const std::string& text) {
  std::string codes = replace_all(text, "&", "&&");
  codes = replace_all(std::move(codes), "{page}", "&P");
  return "&C" + replace_all(std::move(codes), "{pages}", "&N");
}

sheets::Sheet machine_sheet(const Layout& layout, const std::string& mark) {
  sheets::Sheet sheet;
  sheet.name = hidden_sheet;
  sheet.hidden = sheet.protect = true;
  sheets::CellStyle style;
  style.border = style.wrap = false;
  sheet.cells.push_back({{0, 0}, mark, style, {}});
  std::uint32_t row = 1;
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role != CellRole::fact) continue;
    sheet.cells.push_back({{row, 0}, name_of(placed.cell.at), style, {}});
    sheet.cells.push_back({{row++, 1}, placed.cell.text, style, {}});
  }
  return sheet;
}

}  // namespace

Result<sheets::Workbook> make_sheet(const Form& form, const Fields& facts, const SheetInstance& instance) {
  Fields known = facts;
  known[form.serial_field] = instance.serial;
  known[form.version_field] = form.version;
  const std::string mark = to_text(mark_of(form, instance));
  Layout layout = lay_out(form);
  if (Diagnostics found = fill_in(layout, known, mark); !found.empty()) return found;

  sheets::Sheet sheet;
  sheet.name = form.sheet;
  sheet.column_widths = layout.widths;
  sheet.row_heights = heights_of(layout);
  sheet.landscape = sheet.protect = true;
  sheet.freeze_rows = layout.header_row + 1;
  sheet.repeat_rows = {{layout.header_row, layout.header_row}};
  sheet.footer = footer_codes(form.page_footer);
  add_choices(form, layout, sheet);
  add_highlights(form, layout, sheet);
  ANJUAN_TRY([[maybe_unused]] Done drawn, add_symbol(layout, mark, sheet.row_heights, sheet));

  sheets::Workbook book;
  book.title = form.label;
  book.properties[mark_property] = mark;
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role == CellRole::mark) {
      const std::string column = name_of(sheets::Address{0, placed.cell.at.column});
      book.names[mark_name] = "'" + form.sheet + "'!$" + column.substr(0, column.size() - 1) + "$" +
                              std::to_string(placed.cell.at.row + 1);
    }
    sheet.cells.push_back(placed.cell);
  }
  sheets::Sheet machine = machine_sheet(layout, mark);
  book.sheets.push_back(std::move(sheet));
  book.sheets.push_back(std::move(machine));
  return book;
}

}  // namespace anjuan::forms
