// Tables: cells into a grid of columns and rows, heights from their contents, rules around them. A row
// is one slice; only a row taller than a page is split, between lines.

#include <algorithm>
#include <numeric>
#include <utility>

#include "pages/messages.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

/// A cell in its place. Columns and rows from 0, ends exclusive.
struct Placed {
  const Cell* cell = nullptr;
  int column = 0, column_end = 0, row = 0, row_end = 0;
  Slices content;
  int height = 0;  ///< of the content, without padding
};

class TableSetter {
 public:
  TableSetter(const Table& table, const Column& column, TypeCase& types)
      : table_(table), column_(column), types_(types), look_(types.style.table) {}

  Slices set() {
    if (table_.columns.empty() || table_.rows.empty()) return {};
    measure_columns();
    if (!place_cells()) return {};
    for (Placed& placed : cells_) set_content(placed);
    measure_rows();
    return make_slices();
  }

 private:
  void measure_columns() {
    const std::int64_t shares =
        std::accumulate(table_.columns.begin(), table_.columns.end(), std::int64_t{0});
    std::int64_t sum = 0;
    edges_.push_back(0);
    for (const int share : table_.columns) {
      sum += std::max(0, share);
      edges_.push_back(static_cast<int>(column_.width * sum / std::max<std::int64_t>(1, shares)));
    }
  }

  /// Gives each cell its columns, leaving out those taken by cells of rows above. False: refused.
  bool place_cells() {
    const int columns = static_cast<int>(table_.columns.size()), rows = static_cast<int>(table_.rows.size());
    std::vector<int> taken_until(columns, 0);  // for each column, the first free row
    for (int row = 0; row < rows; ++row) {
      int column = 0;
      for (const Cell& cell : table_.rows[row].cells) {
        while (column < columns && taken_until[column] > row) ++column;
        Placed placed{&cell,
                      column,
                      column + std::max(1, cell.column_span),
                      row,
                      std::min(rows, row + std::max(1, cell.row_span)),
                      {},
                      0};
        if (placed.column_end > columns) {
          types_.problems.push_back(
              diagnose(table_shape, {}, std::to_string(row + 1), std::to_string(columns)));
          return false;
        }
        for (int c = placed.column; c < placed.column_end; ++c) taken_until[c] = placed.row_end;
        column = placed.column_end;
        cells_.push_back(std::move(placed));
      }
    }
    return true;
  }

  void set_content(Placed& placed) {
    const int width = edges_[placed.column_end] - edges_[placed.column] - 2 * look_.pad_across;
    const int size = size_in_um(table_.font_size_tenths > 0 ? table_.font_size_tenths : look_.size);
    if (width < size) {
      const bool known = std::any_of(types_.problems.begin(), types_.problems.end(), [](const Diagnostic& d) {
        return d.row->code == column_too_narrow.code;
      });
      if (!known && !placed.cell->blocks.empty()) {
        types_.problems.push_back(diagnose(column_too_narrow, {}, std::to_string(placed.column + 1),
                                           std::to_string(std::max(0, width)), std::to_string(size)));
      }
      return;
    }
    const int tenths = table_.font_size_tenths > 0 ? table_.font_size_tenths : look_.size;
    placed.content = set_blocks(placed.cell->blocks, {width, true, tenths, placed.cell->align}, types_);
    const int empty_line = static_cast<int>(std::int64_t{size_in_um(tenths)} * look_.line_percent / 100);
    placed.height = placed.cell->blocks.empty() ? empty_line : height_of(placed.content);
  }

  void measure_rows() {
    heights_.assign(table_.rows.size(), 0);
    for (std::size_t row = 0; row < heights_.size(); ++row)
      heights_[row] =
          std::min(std::max(table_.rows[row].min_height_um, 2 * look_.pad_down), types_.page_height);
    for (const Placed& placed : cells_) {
      if (placed.row_end - placed.row == 1)
        heights_[placed.row] = std::max(heights_[placed.row], placed.height + 2 * look_.pad_down);
    }
    for (const Placed& placed : cells_) {  // what a cell over several rows needs more, its last row gives
      const int have = std::accumulate(heights_.begin() + placed.row, heights_.begin() + placed.row_end, 0);
      const int need = placed.height + 2 * look_.pad_down;
      if (need > have) heights_[placed.row_end - 1] += need - have;
    }
  }

  std::size_t header_rows() const {
    std::size_t count = 0;
    while (count < table_.rows.size() && table_.rows[count].header) ++count;
    return count < table_.rows.size() ? count : 0;
  }

  Slices make_slices() {
    Slices slices;
    const std::size_t headers = header_rows();
    std::shared_ptr<const Slices> head;
    int room = types_.page_height;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (row == headers && headers > 0) {
        head = std::make_shared<const Slices>(slices);
        room -= height_of(slices);
        for (Slice& slice : slices) slice.keep_with_next = true;
      }
      Slices made = heights_[row] > room && row >= headers ? split_row(static_cast<int>(row))
                                                           : Slices{whole_row(static_cast<int>(row))};
      for (Slice& slice : made) {
        slice.head_rows = head;
        slices.push_back(std::move(slice));
      }
    }
    tie_end_rows(slices, headers);
    return slices;
  }

  /// No single row before or after a page's end, where rows are low enough.
  void tie_end_rows(Slices& slices, std::size_t headers) const {
    if (slices.size() < headers + 4) return;
    for (const std::size_t at : {headers, slices.size() - 2}) {
      if (slices[at].height + slices[at + 1].height < types_.page_height / 4)
        slices[at].keep_with_next = true;
    }
  }

  bool joined_to_next(int row) const {
    return std::any_of(cells_.begin(), cells_.end(),
                       [row](const Placed& p) { return p.row <= row && p.row_end > row + 1; });
  }

  Slice whole_row(int row) {
    Slice slice;
    slice.height = heights_[row];
    slice.keep_with_next = joined_to_next(row);
    for (const Placed& placed : cells_) {
      if (placed.row == row) draw_content(placed, slice.marks);
    }
    draw_rules(row, 0, slice.height, true, true, slice.marks);
    draw_level(row, 0, true, slice.if_first);
    draw_level(row, slice.height, true, slice.if_last);
    return slice;
  }

  void draw_content(const Placed& placed, std::vector<Mark>& into) const {
    const int room = std::accumulate(heights_.begin() + placed.row, heights_.begin() + placed.row_end, 0);
    const bool signed_at_foot = !placed.content.empty() && placed.content.back().at_foot;
    int y = look_.pad_down;
    if (placed.cell->middle && !signed_at_foot) y = std::max(y, (room - placed.height) / 2);
    int after = 0;
    for (std::size_t i = 0; i < placed.content.size(); ++i) {
      const Slice& slice = placed.content[i];
      y += i == 0 ? 0 : after + slice.before;
      if (slice.at_foot) y = std::max(y, room - look_.pad_down - height_from(placed.content, i));
      add_moved(slice.marks, edges_[placed.column] + look_.pad_across, y, into);
      y += slice.height;
      after = slice.after;
    }
  }

  static int height_from(const Slices& slices, std::size_t first) {
    return height_of(Slices(slices.begin() + static_cast<std::ptrdiff_t>(first), slices.end()));
  }

  static void add_moved(const std::vector<Mark>& marks, int dx, int dy, std::vector<Mark>& into) {
    for (Mark mark : marks) {
      move_mark(mark, dx, dy);
      into.push_back(std::move(mark));
    }
  }

  int thickness(bool outer) const { return outer ? look_.outer_rule : look_.inner_rule; }

  void upright(int x, int top, int bottom, bool outer, std::vector<Mark>& into) const {
    const int t = thickness(outer);
    into.push_back(Bar{x - t / 2, top - look_.inner_rule / 2, t, bottom - top + look_.inner_rule, {}});
  }

  void level(int x, int x_end, int y, bool outer, std::vector<Mark>& into) const {
    const int t = thickness(outer);
    const int reach = look_.outer_rule / 2;
    into.push_back(Bar{x - reach, y - t / 2, x_end - x + 2 * reach, t, {}});
  }

  /// A level rule over the whole table, where a page begins or ends within it.
  void draw_level(int, int y, bool outer, std::vector<Mark>& into) const {
    if (table_.ruled) level(edges_.front(), edges_.back(), y, outer, into);
  }

  /// Upright rules of the cells in a row between two heights, and the level ones that it begins or ends.
  void draw_rules(int row, int top, int bottom, bool begins, bool ends, std::vector<Mark>& into) const {
    if (!table_.ruled) return;
    const int last = static_cast<int>(table_.rows.size()) - 1;
    const int columns = static_cast<int>(table_.columns.size());
    if (begins && row == 0) draw_level(row, top, true, into);
    if (ends && row == last) draw_level(row, bottom, true, into);
    upright(edges_.front(), top, bottom, true, into);
    upright(edges_.back(), top, bottom, true, into);
    for (const Placed& placed : cells_) {
      if (row < placed.row || row >= placed.row_end) continue;
      if (placed.column_end < columns) upright(edges_[placed.column_end], top, bottom, false, into);
      if (ends && placed.row_end == row + 1 && row != last)
        level(edges_[placed.column], edges_[placed.column_end], bottom, false, into);
    }
  }

  /// A row taller than a page: one slice for each line, so that pages fill; contents from the top.
  Slices split_row(int row) {
    std::vector<const Placed*> cells;
    std::size_t lines = 1;
    for (const Placed& placed : cells_) {
      if (placed.row == row && placed.row_end == row + 1) cells.push_back(&placed);
      if (placed.row == row) lines = std::max(lines, placed.content.size());
    }
    Slices slices;
    for (std::size_t line = 0; line < lines; ++line) {
      const bool begins = line == 0, ends = line + 1 == lines;
      Slice slice;
      const int top = begins ? look_.pad_down : 0;
      for (const Placed* placed : cells) {
        if (line >= placed->content.size()) continue;
        const Slice& piece = placed->content[line];
        const int y = top + (begins ? 0 : piece.before);
        add_moved(piece.marks, edges_[placed->column] + look_.pad_across, y, slice.marks);
        slice.height = std::max(slice.height, y + piece.height + piece.after);
      }
      slice.height += ends ? look_.pad_down : 0;
      slice.keep_with_next = begins || (line + 2 == lines);
      draw_rules(row, 0, slice.height, begins, ends, slice.marks);
      draw_level(row, 0, true, slice.if_first);
      draw_level(row, slice.height, true, slice.if_last);
      slices.push_back(std::move(slice));
    }
    return slices;
  }

  const Table& table_;
  const Column& column_;
  TypeCase& types_;
  const TableLook& look_;
  std::vector<int> edges_, heights_;
  std::vector<Placed> cells_;
};

}  // namespace

Slices set_table(const Table& table, const Column& column, TypeCase& types) {
  return TableSetter(table, column, types).set();
}

}  // namespace anjuan::pages
