// Tables and forms of a template. A <field> is a label and a cell; fields flow from left to right
// until the row is full.

#include <algorithm>

#include "base/text.h"
#include "documents/messages.h"
#include "documents/template_reader.h"

namespace anjuan::documents {

namespace {

using pages::Align;
using pages::Role;

constexpr std::string_view default_columns = "1";

std::optional<std::vector<int>> shares(std::string_view written) {
  std::vector<int> out;
  for (const std::string& part : split(collapse_space(written), ' ')) {
    const auto share = parse_integer(part);
    if (!share || *share < 1 || *share > 1000) return std::nullopt;
    out.push_back(static_cast<int>(*share));
  }
  return out;
}

/// "10.5" points as 105.
int tenths(std::string_view points) {
  const auto parts = split(points, '.');
  const auto whole_points = parse_integer(parts[0]);
  const auto part = parts.size() > 1 ? parse_integer(parts[1].substr(0, 1)) : std::nullopt;
  return whole_points ? static_cast<int>(*whole_points * 10 + part.value_or(0)) : 0;
}

bool is_block(const xml::Element& element) {
  static constexpr std::string_view inline_names[] = {"blank", "br", "check", "span", "if", "else", "join"};
  return std::find(std::begin(inline_names), std::end(inline_names), element.name) == std::end(inline_names);
}

bool has_blocks(const xml::Element& cell) {
  const auto children = cell.children();
  return std::any_of(children.begin(), children.end(), [](const xml::Element* e) { return is_block(*e); });
}

bool has_loose_words(const xml::Element& cell) {
  return std::any_of(cell.content.begin(), cell.content.end(), [](const xml::Node& node) {
    return node.is_element() ? !is_block(node.element.front()) : !trim(node.text).empty();
  });
}

int covered(const TemplateRow& row) {
  int columns = 0;
  for (const TemplateCell& cell : row.cells) columns += cell.column_span;
  return columns;
}

TemplateCell label_cell(Inlines words) {
  TemplateCell cell;
  TemplateParagraph paragraph;
  paragraph.role = Role::form_label;
  paragraph.words = std::move(words);
  cell.blocks.push_back({std::move(paragraph)});
  return cell;
}

}  // namespace

TemplateCell TemplateReader::cell(const xml::Element& element, Role role) {
  TemplateCell made;
  made.column_span = count_of(element, "span", 1);
  made.row_span = count_of(element, "rows", 1);
  made.align = alignment_of(element);
  made.middle = element.get("top") != "yes";
  if (has_blocks(element)) {
    if (has_loose_words(element)) problems_.push_back(diagnose(mixed_cell, element.place));
    made.blocks = blocks(element, role);
    return made;
  }
  TemplateParagraph paragraph;
  paragraph.role = role;
  paragraph.words = words(element);
  if (!paragraph.words.empty()) made.blocks.push_back({std::move(paragraph)});
  return made;
}

TemplateRow TemplateReader::row(const xml::Element& element) {
  TemplateRow made;
  made.place = element.place;
  made.header = element.name == "header";
  made.min_height_um = micrometres(element, "height");
  for (const xml::Element* child : element.children())
    made.cells.push_back(
        cell(*child, child->name == "label" || made.header ? Role::form_label : Role::form_text));
  return made;
}

std::vector<TemplateRow> TemplateReader::rows(const std::vector<const xml::Element*>& elements, int columns) {
  std::vector<TemplateRow> out;
  std::optional<TemplateRow> open;  // a row of fields that is not full yet
  const auto close = [&] {
    if (!open) return;
    open->cells.back().column_span += std::max(0, columns - covered(*open));
    out.push_back(*std::move(open));
    open.reset();
  };
  for (const xml::Element* element : elements) {
    if (element->name != "field") {
      close();
      out.push_back(row(*element));
      if (element->name != "band") continue;
      TemplateCell whole_width = cell(*element, Role::form_label);
      whole_width.column_span = columns;
      out.back().cells = {std::move(whole_width)};
      continue;
    }
    TemplateCell content = cell(*element, Role::form_text);
    const bool wide = element->get("wide") == "yes";
    if (open && (covered(*open) + 1 + content.column_span > columns)) close();
    if (!open) open = TemplateRow{false, 0, {}, element->place};
    open->min_height_um = std::max(open->min_height_um, micrometres(*element, "height"));
    open->cells.push_back(label_cell(attribute_words(*element, "label")));
    open->cells.push_back(std::move(content));
    if (wide || covered(*open) >= columns) close();
  }
  close();
  check_widths(out, columns);
  return out;
}

void TemplateReader::check_widths(const std::vector<TemplateRow>& rows, int columns) {
  std::vector<int> from_above;  // columns taken by cells that span into each following row
  for (const TemplateRow& row : rows) {
    int width = covered(row);
    if (!from_above.empty()) {
      width += from_above.front();
      from_above.erase(from_above.begin());
    }
    for (const TemplateCell& cell : row.cells) {
      const auto more = static_cast<std::size_t>(cell.row_span - 1);
      if (from_above.size() < more) from_above.resize(more, 0);
      for (std::size_t i = 0; i < more; ++i) from_above[i] += cell.column_span;
    }
    if (width != columns)
      problems_.push_back(
          diagnose(row_width_differs, row.place, std::to_string(width), std::to_string(columns)));
  }
}

RowGroup TemplateReader::row_group(const xml::Element& element, int columns) {
  RowGroup made;
  made.test = expression(element, "test");
  made.loop = loop(element);
  made.at_least = count_of(element, "at-least", 0);
  made.ending = element.get("ending");
  made.if_none = element.get("none");
  made.rows = rows(element.children(), columns);
  return made;
}

TemplateTable TemplateReader::table(const xml::Element& element) {
  TemplateTable made;
  auto columns = shares(element.get("columns", default_columns));
  if (!columns) {
    problems_.push_back(diagnose(bad_columns, element.place_of("columns"), element.get("columns")));
    return made;
  }
  made.columns = *std::move(columns);
  made.ruled = element.get("ruled", "yes") == "yes";
  made.font_size_tenths = tenths(element.get("size", "0"));
  const int count = static_cast<int>(made.columns.size());
  std::vector<const xml::Element*> plain;
  const auto close = [&] {
    if (plain.empty()) return;
    RowGroup group;
    group.rows = rows(plain, count);
    made.groups.push_back(std::move(group));
    plain.clear();
  };
  for (const xml::Element* child : element.children()) {
    if (child->name != "rows") {
      plain.push_back(child);
      continue;
    }
    close();
    made.groups.push_back(row_group(*child, count));
  }
  close();
  return made;
}

}  // namespace anjuan::documents
