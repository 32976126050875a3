#include "forms/layout.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/text.h"
#include "forms/totals.h"
#include "sheets/style.h"

namespace anjuan::forms {

namespace {

using sheets::Address;
using sheets::CellStyle;
using sheets::entry_style;
using sheets::HorizontalAlign;
using sheets::label_style;
using sheets::text_style;

constexpr double header_height = 20, table_header_height = 26, item_height = 26, signature_height = 34,
                 mark_height = 12;
constexpr int label_width = 12, symbol_width = 17;  // characters
constexpr double symbol_padding = 8;

/// Columns that the blocks of the header take: label, value, label, value, then the QR code.
struct Blocks {
  std::uint16_t first_value, second_label, second_value, symbol, end;
  bool two_columns;
};

CellStyle entry_style_of(const HeaderField& field) {
  const sheets::NumberFormat format =
      field.input_is_date ? sheets::NumberFormat::day : sheets::NumberFormat::text;
  return entry_style(HorizontalAlign::left, format);
}

class Builder {
 public:
  explicit Builder(const Form& form) : form_(form) {
    for (const Column& column : form.columns) shares_.push_back(column.width);
    layout_.widths = sheets::fill_page(shares_, true);
    size_ = sheets::size_for(shares_, true);
    blocks_ = find_blocks();
  }

  Layout build() {
    title();
    narrow_fields();
    for (const HeaderField& field : form_.header) {
      if (field.wide) wide_field(field);
    }
    table();
    for (const FooterRow& row : form_.footer) footer(row);
    mark();
    std::stable_sort(layout_.cells.begin(), layout_.cells.end(),
                     [](const PlacedCell& a, const PlacedCell& b) { return a.cell.at < b.cell.at; });
    return std::move(layout_);
  }

 private:
  int width(std::uint16_t from, std::uint16_t to) const {
    return std::accumulate(shares_.begin() + from, shares_.begin() + to, 0);
  }

  /// The first column from `from` on at which at least `wanted` characters are behind.
  std::uint16_t after(std::uint16_t from, int wanted) const {
    std::uint16_t to = from;
    while (to < shares_.size() && width(from, to) < wanted) ++to;
    return to;
  }

  std::uint16_t nearest_border(int wanted) const {
    const std::uint16_t to = after(0, wanted);
    return to > 0 && wanted - width(0, to - 1) < width(0, to) - wanted ? to - 1 : to;
  }

  Blocks find_blocks() const {
    const auto end = static_cast<std::uint16_t>(shares_.size());
    Blocks blocks{after(0, label_width), 0, 0, end, end, false};
    while (blocks.symbol > 0 && width(blocks.symbol, end) < symbol_width) --blocks.symbol;
    blocks.second_label = after(0, width(0, blocks.symbol) / 2);
    blocks.second_value = after(blocks.second_label, label_width);
    blocks.two_columns = blocks.first_value < blocks.second_label && blocks.second_value < blocks.symbol;
    return blocks;
  }

  PlacedCell& put(std::uint32_t row, std::uint16_t from, std::uint16_t to, std::string text,
                  CellStyle style) {
    PlacedCell placed;
    placed.cell.at = {row, from};
    placed.cell.merged_to = {row, static_cast<std::uint16_t>(to - 1)};
    placed.cell.text = std::move(text);
    placed.cell.style = std::move(style);
    placed.cell.style.size_tenths = size_;
    layout_.cells.push_back(std::move(placed));
    return layout_.cells.back();
  }

  void title() {
    PlacedCell& cell = put(row_++, 0, blocks_.end, form_.label, {});
    cell.cell.style = sheets::title_style();
    cell.least_height = sheets::title_height;
  }

  void field(const HeaderField& one, std::uint16_t label, std::uint16_t value, std::uint16_t end,
             double least) {
    put(row_, label, value, one.label, label_style());
    const bool filled = !one.input.empty();
    PlacedCell& cell = put(row_, value, end, one.text, filled ? entry_style_of(one) : text_style());
    cell.role = filled ? CellRole::field_input : one.value ? CellRole::fact : CellRole::printed;
    cell.field = &one;
    cell.least_height = std::max<double>(least, one.height);
  }

  void narrow_fields() {
    const std::uint32_t first = row_;
    bool left = true;
    for (const HeaderField& one : form_.header) {
      if (one.wide) continue;
      if (!blocks_.two_columns) {
        field(one, 0, blocks_.first_value, blocks_.symbol, header_height);
        ++row_;
      } else if (left) {
        field(one, 0, blocks_.first_value, blocks_.second_label, header_height);
        left = false;
      } else {
        field(one, blocks_.second_label, blocks_.second_value, blocks_.symbol, header_height);
        left = true;
        ++row_;
      }
    }
    if (!left) put(row_++, blocks_.second_label, blocks_.symbol, "", text_style());
    if (row_ == first) return;
    PlacedCell& symbol = put(first, blocks_.symbol, blocks_.end, "", text_style(HorizontalAlign::center));
    symbol.cell.merged_to.row = row_ - 1;
    symbol.role = CellRole::symbol;
    layout_.symbol_rows = row_ - first;
  }

  void wide_field(const HeaderField& one) {
    field(one, 0, blocks_.first_value, blocks_.end, header_height);
    ++row_;
  }

  void table() {
    layout_.header_row = row_;
    for (std::uint16_t i = 0; i < form_.columns.size(); ++i) {
      put(row_, i, static_cast<std::uint16_t>(i + 1), form_.columns[i].label, label_style()).least_height =
          table_header_height;
    }
    layout_.first_item = ++row_;
    for (const Item& item : form_.items) {
      for (std::uint16_t i = 0; i < form_.columns.size(); ++i) item_cell(item, form_.columns[i], i);
      ++row_;
    }
    layout_.last_item = row_ - 1;
    layout_.first_footer = row_;
  }

  void item_cell(const Item& item, const Column& column, std::uint16_t at) {
    const bool short_text = column.shows == Shows::number || column.shows == Shows::code ||
                            column.shows == Shows::treatments || column.shows == Shows::weight ||
                            column.holds == Holds::result || column.holds == Holds::corrected;
    const HorizontalAlign align = short_text ? HorizontalAlign::center : HorizontalAlign::left;
    PlacedCell& cell = put(row_, at, static_cast<std::uint16_t>(at + 1), shown_text(form_, column, item),
                           column.holds ? entry_style(align) : text_style(align));
    cell.role = column.holds ? CellRole::item_input : CellRole::printed;
    cell.item = &item;
    cell.column = &column;
    cell.least_height = item_height;
  }

  std::string legend_text(const FooterRow& row) const {
    std::vector<std::string> parts;
    for (const Option& option : form_.list(row.options)->options) parts.push_back(option.shown());
    return join(parts, "；");
  }

  void footer(const FooterRow& row) {
    switch (row.kind) {
      case FooterRow::Kind::field:
        return wide_field(row.field);
      case FooterRow::Kind::total:
        total(row);
        break;
      case FooterRow::Kind::legend:
        labelled(row, legend_text(row));
        break;
      case FooterRow::Kind::note:
        put(row_, 0, blocks_.end, row.text, text_style()).least_height = header_height;
        break;
      case FooterRow::Kind::signatures:
        signatures(row);
        break;
    }
    ++row_;
  }

  PlacedCell& labelled(const FooterRow& row, std::string text) {
    put(row_, 0, blocks_.first_value, row.label, label_style());
    PlacedCell& cell = put(row_, blocks_.first_value, blocks_.end, std::move(text), text_style());
    cell.least_height = header_height;
    return cell;
  }

  void total(const FooterRow& row) {
    PlacedCell& cell = labelled(row, blank_total(form_, row));
    if (!counted_column(form_, row)) return;
    cell.role = CellRole::total;
    cell.total = &row;
  }

  void signatures(const FooterRow& row) {
    const auto count = static_cast<int>(row.signatures.size());
    std::uint16_t from = 0;
    for (int i = 0; i < count; ++i) {
      std::uint16_t to = nearest_border(width(0, blocks_.end) * (i + 1) / count);
      to = i + 1 == count ? blocks_.end : std::max<std::uint16_t>(to, from + 1);
      if (from >= to) break;
      put(row_, from, to, row.signatures[static_cast<std::size_t>(i)], text_style()).least_height =
          std::max<double>(row.height, signature_height);
      from = to;
    }
  }

  void mark() {
    PlacedCell& cell = put(row_, 0, blocks_.end, "", {});
    cell.cell.style = sheets::mark_style();
    cell.role = CellRole::mark;
    cell.least_height = mark_height;
  }

  const Form& form_;
  Layout layout_;
  std::vector<int> shares_;
  int size_ = 0;  ///< of all texts but title and mark, in tenths of a point
  Blocks blocks_{};
  std::uint32_t row_ = 0;
};

/// A name that a spreadsheet takes: letters, digits, Chinese characters and the low line.
std::string spreadsheet_name(std::string name, std::set<std::string>& taken) {
  for (char& c : name) {
    if (c == '-' || c == '.') c = '_';
  }
  while (!taken.insert(name).second) name += '_';
  return name;
}

}  // namespace

double Layout::width_of(const sheets::Cell& cell) const {
  constexpr double padding = 5.0 / 7.0;  // pixels between two columns, in the unit of widths
  double width = -padding;
  for (std::size_t i = cell.at.column; i <= cell.merged_to.column && i < widths.size(); ++i)
    width += widths[i] + padding;
  return width;
}

std::map<std::uint32_t, double> Layout::heights() const {
  std::map<std::uint32_t, double> heights;
  const PlacedCell* symbol = nullptr;
  for (const PlacedCell& placed : cells) {
    if (placed.role == CellRole::symbol) {
      symbol = &placed;
      continue;
    }
    double& height = heights[placed.cell.at.row];
    const double needed =
        sheets::height_of(placed.cell.text, width_of(placed.cell), placed.cell.style.size_tenths);
    height = std::max({height, placed.least_height, needed});
  }
  if (symbol && symbol_rows > 0) {
    const double least = (symbol_height + symbol_padding) / symbol_rows;
    for (std::uint32_t row = symbol->cell.at.row; row <= symbol->cell.merged_to.row; ++row)
      heights[row] = std::max(heights[row], least);
  }
  for (auto& [row, height] : heights) height = sheets::whole_pixels(height);
  return heights;
}

std::vector<Layout::Named> Layout::named_ranges() const {
  std::vector<Named> ranges;
  std::set<std::string> taken;
  for (const PlacedCell& placed : cells) {
    if (placed.role == CellRole::field_input) {
      ranges.push_back(
          {spreadsheet_name("field_" + placed.field->input, taken), placed.cell.at, placed.cell.at, nullptr});
    } else if (placed.role == CellRole::item_input && placed.cell.at.row == first_item) {
      const Address to{last_item, placed.cell.at.column};
      ranges.push_back(
          {spreadsheet_name("column_" + placed.column->id, taken), placed.cell.at, to, placed.column});
    }
  }
  return ranges;
}

std::string range_in(const std::string& sheet, sheets::Address from, sheets::Address to) {
  const auto fixed = [](sheets::Address at) {
    std::string name = name_of(at);
    name.insert(name.find_first_of("0123456789"), "$");
    return "$" + name;
  };
  const std::string first = "'" + replace_all(sheet, "'", "''") + "'!" + fixed(from);
  return from == to ? first : first + ":" + fixed(to);
}

Layout lay_out(const Form& form) { return Builder(form).build(); }

}  // namespace anjuan::forms
