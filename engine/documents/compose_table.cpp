// Rows of tables: once, on a condition, or once for each item of a list.

#include <algorithm>

#include "documents/composer.h"

namespace anjuan::documents {

namespace {

/// A row of one cell over all columns: 无, 以下空白.
pages::Row row_of_words(const std::string& words, int columns) {
  pages::Paragraph paragraph;
  paragraph.role = pages::Role::form_text;
  paragraph.runs.push_back({words, std::nullopt, false, 0});
  pages::Cell cell;
  cell.blocks.push_back(std::move(paragraph));
  cell.column_span = columns;
  cell.align = pages::Align::center;
  return {{std::move(cell)}, 0, false};
}

/// A row of the list that nobody has filled: its cells as they are, without words.
pages::Row blank_row(const TemplateRow& from) {
  pages::Row row;
  row.min_height_um = from.min_height_um;
  for (const TemplateCell& cell : from.cells) {
    pages::Cell blank;
    blank.column_span = cell.column_span;
    blank.row_span = cell.row_span;
    row.cells.push_back(std::move(blank));
  }
  return row;
}

}  // namespace

pages::Cell Composer::cell(const TemplateCell& from) {
  int outside[4];
  std::copy(std::begin(counters_), std::end(counters_), outside);
  std::fill(std::begin(counters_), std::end(counters_), 0);
  pages::Cell made;
  made.blocks = blocks(from.blocks);
  made.column_span = from.column_span;
  made.row_span = from.row_span;
  made.align = from.align;
  made.middle = from.middle;
  std::copy(std::begin(outside), std::end(outside), counters_);
  return made;
}

void Composer::add_rows(const std::vector<TemplateRow>& from, std::vector<pages::Row>& out) {
  for (const TemplateRow& row : from) {
    pages::Row made;
    made.header = row.header;
    made.min_height_um = row.min_height_um;
    for (const TemplateCell& c : row.cells) made.cells.push_back(cell(c));
    out.push_back(std::move(made));
  }
}

void Composer::add_group(const RowGroup& group, int columns, std::vector<pages::Row>& out) {
  if (group.test && !holds(*group.test)) return;
  const std::size_t before = out.size();
  if (group.loop) {
    const List list = items(*group.loop);
    each(*group.loop, list, [&] { add_rows(group.rows, out); });
    if (list.empty() && !group.if_none.empty()) out.push_back(row_of_words(group.if_none, columns));
  } else {
    add_rows(group.rows, out);
  }
  if (!group.ending.empty()) out.push_back(row_of_words(group.ending, columns));
  while (!group.rows.empty() && out.size() - before < static_cast<std::size_t>(group.at_least)) {
    for (const TemplateRow& row : group.rows) out.push_back(blank_row(row));
  }
}

void Composer::add_block(const TemplateTable& from, Blocks& out) {
  pages::Table made;
  made.columns = from.columns;
  made.ruled = from.ruled;
  made.font_size_tenths = from.font_size_tenths;
  for (const RowGroup& group : from.groups)
    add_group(group, static_cast<int>(from.columns.size()), made.rows);
  if (!made.rows.empty()) out.push_back(std::move(made));
}

}  // namespace anjuan::documents
