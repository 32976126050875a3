#include "forms/layout.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace anjuan::forms {

namespace {

using sheets::Address;
using sheets::CellStyle;
using sheets::FontRole;
using sheets::HorizontalAlign;

constexpr int body_size = 110, label_size = 105, title_size = 200, mark_size = 70;  // tenths of a point
constexpr double title_height = 36, header_height = 24, table_header_height = 32, item_height = 44;
constexpr int label_width = 12, symbol_width = 17;  // characters
constexpr char fill_color[] = "FFF9E5", label_color[] = "F2F2F2";

CellStyle printed_style(HorizontalAlign align = HorizontalAlign::left) {
  CellStyle style;
  style.size_tenths = body_size;
  style.align = align;
  return style;
}
CellStyle label_style() {
  CellStyle style = printed_style(HorizontalAlign::center);
  style.font = FontRole::hei;
  style.size_tenths = label_size;
  style.fill = label_color;
  return style;
}
CellStyle input_style(HorizontalAlign align = HorizontalAlign::left) {
  CellStyle style = printed_style(align);
  style.unlocked = true;
  style.fill = fill_color;
  return style;
}

/// Columns that the blocks of the header take: label, value, label, value, then the QR code.
struct Blocks {
  std::uint16_t first_value, second_label, second_value, symbol, end;
  bool two_columns;
};

class Builder {
 public:
  explicit Builder(const Form& form) : form_(form) {
    for (const Column& column : form.columns) layout_.widths.push_back(column.width);
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
    return static_cast<int>(std::accumulate(layout_.widths.begin() + from, layout_.widths.begin() + to, 0.0));
  }

  /// The first column from `from` on at which at least `wanted` characters are behind.
  std::uint16_t after(std::uint16_t from, int wanted) const {
    std::uint16_t to = from;
    while (to < layout_.widths.size() && width(from, to) < wanted) ++to;
    return to;
  }

  std::uint16_t nearest_border(int wanted) const {
    const std::uint16_t to = after(0, wanted);
    return to > 0 && wanted - width(0, to - 1) < width(0, to) - wanted ? to - 1 : to;
  }

  Blocks find_blocks() const {
    const auto end = static_cast<std::uint16_t>(layout_.widths.size());
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
    layout_.cells.push_back(std::move(placed));
    return layout_.cells.back();
  }

  void title() {
    CellStyle style;
    style.font = FontRole::hei;
    style.size_tenths = title_size;
    style.border = false;
    style.align = HorizontalAlign::center;
    put(row_++, 0, blocks_.end, form_.label, style).least_height = title_height;
  }

  void field(const HeaderField& one, std::uint16_t label, std::uint16_t value, std::uint16_t end,
             double least) {
    put(row_, label, value, one.label, label_style());
    const bool filled = !one.input.empty();
    PlacedCell& cell = put(row_, value, end, one.text, filled ? input_style() : printed_style());
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
    if (!left) put(row_++, blocks_.second_label, blocks_.symbol, "", printed_style());
    if (row_ == first) return;
    PlacedCell& symbol = put(first, blocks_.symbol, blocks_.end, "", printed_style(HorizontalAlign::center));
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
  }

  void item_cell(const Item& item, const Column& column, std::uint16_t at) {
    const bool short_text = column.shows == Shows::number || column.shows == Shows::code ||
                            column.shows == Shows::treatments || column.shows == Shows::weight ||
                            column.holds == Holds::result || column.holds == Holds::corrected;
    const HorizontalAlign align = short_text ? HorizontalAlign::center : HorizontalAlign::left;
    PlacedCell& cell = put(row_, at, static_cast<std::uint16_t>(at + 1), shown_text(form_, column, item),
                           column.holds ? input_style(align) : printed_style(align));
    cell.role = column.holds ? CellRole::item_input : CellRole::printed;
    cell.item = &item;
    cell.column = &column;
    cell.least_height = item_height;
  }

  std::string total_text(const FooterRow& row) const {
    std::vector<std::string> parts;
    for (const Option& option : form_.list(row.options)->options)
      parts.push_back(replace_all(row.pattern, "{}", option.value));
    return join(parts, "　");
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
        labelled(row, total_text(row));
        break;
      case FooterRow::Kind::legend:
        labelled(row, legend_text(row));
        break;
      case FooterRow::Kind::note:
        put(row_, 0, blocks_.end, row.text, printed_style()).least_height = header_height;
        break;
      case FooterRow::Kind::signatures:
        signatures(row);
        break;
    }
    ++row_;
  }

  void labelled(const FooterRow& row, std::string text) {
    put(row_, 0, blocks_.first_value, row.label, label_style());
    put(row_, blocks_.first_value, blocks_.end, std::move(text), printed_style()).least_height =
        header_height;
  }

  void signatures(const FooterRow& row) {
    const auto count = static_cast<int>(row.signatures.size());
    std::uint16_t from = 0;
    for (int i = 0; i < count; ++i) {
      std::uint16_t to = nearest_border(width(0, blocks_.end) * (i + 1) / count);
      to = i + 1 == count ? blocks_.end : std::max<std::uint16_t>(to, from + 1);
      if (from >= to) break;
      put(row_, from, to, row.signatures[static_cast<std::size_t>(i)], printed_style()).least_height =
          std::max(row.height, 36);
      from = to;
    }
  }

  void mark() {
    CellStyle style;
    style.size_tenths = mark_size;
    style.border = false;
    PlacedCell& cell = put(row_, 0, blocks_.end, "", style);
    cell.role = CellRole::mark;
    cell.least_height = 14;
  }

  const Form& form_;
  Layout layout_;
  Blocks blocks_{};
  std::uint32_t row_ = 0;
};

}  // namespace

Layout lay_out(const Form& form) { return Builder(form).build(); }

}  // namespace anjuan::forms
