#include "forms/make_sheet.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "forms/fit_sheet.h"
#include "forms/layout.h"
#include "forms/machine_sheet.h"
#include "forms/page_lines.h"
#include "qrcode/qrcode.h"
#include "sheets/sheets.h"
#include "sheets/style.h"

namespace anjuan::forms {

namespace {

constexpr int pixels_per_module = 4;
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

/// Excel's limit for the title of a prompt is 32 characters.
std::string first_characters(const std::string& label) { return to_utf8(to_u32(label).substr(0, 32)); }

/// What a cell to fill takes.
sheets::EntryRule rule_for(const Form& form, const PlacedCell& placed) {
  sheets::EntryRule entry;
  entry.from = entry.to = placed.cell.at;
  if (placed.role == CellRole::field_input) {
    entry.kind =
        placed.field->input_is_date ? sheets::EntryRule::Kind::day : sheets::EntryRule::Kind::anything;
    entry.prompt_title = entry.error_title = first_characters(placed.field->label);
    entry.prompt = entry.error = placed.field->prompt;
    return entry;
  }
  const Column& column = *placed.column;
  entry.kind = column.options.empty() ? sheets::EntryRule::Kind::anything : sheets::EntryRule::Kind::option;
  for (const Option& option : options_for(form, column, *placed.item))
    entry.options.push_back(option.shown());
  entry.prompt_title = entry.error_title = first_characters(column.label);
  entry.prompt = column.prompt;
  entry.error = column.error.empty() ? column.prompt : column.error;
  entry.others_allowed = column.many;
  return entry;
}

/// Neighbouring rows with the same options share one rule.
void add_entry_rules(const Form& form, const Layout& layout, sheets::Sheet& sheet) {
  std::map<std::uint16_t, sheets::EntryRule> open;
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role != CellRole::item_input && placed.role != CellRole::field_input) continue;
    sheets::EntryRule next = rule_for(form, placed);
    if (next.kind == sheets::EntryRule::Kind::anything && next.prompt.empty()) continue;
    if (placed.role == CellRole::field_input) {
      sheet.entry_rules.push_back(std::move(next));
      continue;
    }
    const auto last = open.find(placed.cell.at.column);
    if (last != open.end() && last->second.options == next.options) {
      last->second.to = next.to;
      continue;
    }
    if (last != open.end()) sheet.entry_rules.push_back(last->second);
    open[placed.cell.at.column] = std::move(next);
  }
  for (const auto& [column, entry] : open) sheet.entry_rules.push_back(entry);
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
  picture.x_offset = std::max(2, static_cast<int>((layout.width_of(place->cell) * 7 - side) / 2));
  sheet.pictures.push_back(std::move(picture));
  return Done{};
}

/// Defined names: the mark, and what is to be filled, so that formulas and programs find it by name.
void add_names(const Form& form, const Layout& layout, sheets::Workbook& book) {
  for (const Layout::Named& range : layout.named_ranges())
    book.names[range.name] = range_in(form.sheet, range.from, range.to);
  for (const PlacedCell& placed : layout.cells) {
    if (placed.role == CellRole::mark)
      book.names[mark_name] = range_in(form.sheet, placed.cell.at, placed.cell.at);
  }
}

sheets::Sheet visible_sheet(const Form& form, const SheetInstance& instance, const Layout& layout) {
  sheets::Sheet sheet;
  sheet.name = form.sheet;
  sheet.column_widths = layout.widths;
  sheet.landscape = sheet.protect = true;
  sheet.zoom = sheets::screen_zoom;
  sheet.freeze_rows = layout.header_row + 1;
  sheet.repeat_rows = {{layout.header_row, layout.header_row}};
  sheet.print_area = {
      {{0, 0}, {layout.cells.back().cell.at.row, static_cast<std::uint16_t>(form.columns.size() - 1)}}};
  sheet.header = page_line_of(form.page_header, form, instance);
  sheet.footer = page_line_of(form.page_footer, form, instance);
  add_entry_rules(form, layout, sheet);
  add_highlights(form, layout, sheet);
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

  count_totals(form, layout);
  sheets::Sheet sheet = visible_sheet(form, instance, layout);
  fit_rows(layout, sheet);
  ANJUAN_DO(add_symbol(layout, mark, sheet.row_heights, sheet));
  for (const PlacedCell& placed : layout.cells) sheet.cells.push_back(placed.cell);

  sheets::Workbook book;
  book.title = form.label;
  book.properties[mark_property] = to_property(mark_of(form, instance));
  add_names(form, layout, book);
  book.sheets.push_back(std::move(sheet));
  book.sheets.push_back(machine_sheet(form, instance, layout));
  return book;
}

}  // namespace anjuan::forms
