#include "benchmarks/sheets/description.h"

#include <map>

namespace anjuan::sheets_benchmark {

namespace {

using sheets::Address;

std::int64_t hundredths(double length) { return static_cast<std::int64_t>(length * 100 + 0.5); }

const char* face_of(sheets::FontRole role) {
  constexpr const char* faces[] = {"宋体", "黑体", "仿宋", "楷体"};
  return faces[static_cast<int>(role)];
}

Value style_of(const sheets::CellStyle& style) {
  constexpr const char* aligns[] = {"left", "center", "right"};
  Fields told{{"font_name", face_of(style.font)},
              {"font_size", style.size_tenths / 10},
              {"align", aligns[static_cast<int>(style.align)]},
              {"valign", "vcenter"}};
  if (style.bold) told["bold"] = true;
  if (style.border) told["border"] = 1;
  if (style.wrap) told["text_wrap"] = true;
  if (style.unlocked) told["locked"] = false;
  if (!style.fill.empty()) told["bg_color"] = "#" + style.fill;
  if (style.format == sheets::NumberFormat::text) told["num_format"] = "@";
  if (style.format == sheets::NumberFormat::day) told["num_format"] = "yyyy\\-mm\\-dd";
  return told;
}

Value range_of(Address from, Address to) {
  return List{std::int64_t{from.row}, std::int64_t{from.column}, std::int64_t{to.row},
              std::int64_t{to.column}};
}

Value rule_of(const sheets::EntryRule& entry) {
  Fields rule{{"validate", "any"}, {"input_message", entry.prompt}};
  if (!entry.prompt_title.empty()) rule["input_title"] = entry.prompt_title;
  if (entry.kind == sheets::EntryRule::Kind::option) {
    List options;
    for (const std::string& option : entry.options) options.emplace_back(option);
    rule["validate"] = "list";
    rule["source"] = options;
  } else if (entry.kind == sheets::EntryRule::Kind::day) {
    rule["validate"] = "date";
    rule["criteria"] = ">";
    rule["value"] = 0;
  }
  if (entry.kind != sheets::EntryRule::Kind::anything) {
    rule["error_title"] = entry.error_title;
    rule["error_message"] = entry.error;
    rule["error_type"] = entry.others_allowed ? "warning" : "stop";
  }
  return Fields{{"range", range_of(entry.from, entry.to)}, {"rule", rule}};
}

Value highlight_of(const sheets::Highlight& one) {
  Fields colours;
  if (!one.fill.empty()) colours["bg_color"] = "#" + one.fill;
  if (!one.color.empty()) colours["font_color"] = "#" + one.color;
  return Fields{
      {"range", range_of(one.from, one.to)},
      {"formula", "=$" + sheets::name_of(Address{one.from.row, one.column}) + "=\"" + one.text + "\""},
      {"colours", colours}};
}

Value picture_of(const sheets::Picture& one) {
  std::string digits;
  for (const char c : one.bytes) {
    digits += "0123456789ABCDEF"[static_cast<unsigned char>(c) / 16];
    digits += "0123456789ABCDEF"[static_cast<unsigned char>(c) % 16];
  }
  return Fields{{"row", std::int64_t{one.at.row}},
                {"column", std::int64_t{one.at.column}},
                {"bytes", digits},
                {"scale", static_cast<std::int64_t>(one.scale * 10000)},
                {"x", one.x_offset},
                {"y", one.y_offset}};
}

Value cell_of(const sheets::Cell& cell, std::int64_t style) {
  Fields told{{"row", std::int64_t{cell.at.row}},
              {"column", std::int64_t{cell.at.column}},
              {"text", cell.text},
              {"style", style}};
  if (cell.merged_to > cell.at)
    told["to"] = List{std::int64_t{cell.merged_to.row}, std::int64_t{cell.merged_to.column}};
  if (!cell.formula.empty()) told["formula"] = cell.formula;
  return told;
}

}  // namespace

Value description_of(const sheets::Workbook& book) {
  std::map<sheets::CellStyle, std::int64_t> known;
  List styles, all;
  for (const sheets::Sheet& sheet : book.sheets) {
    List widths, heights, cells, rules, highlights, pictures;
    for (const double width : sheet.column_widths) widths.emplace_back(hundredths(width));
    for (const auto& [row, height] : sheet.row_heights)
      heights.emplace_back(List{std::int64_t{row}, hundredths(height)});
    for (const sheets::Cell& cell : sheet.cells) {
      const auto [style, fresh] = known.emplace(cell.style, static_cast<std::int64_t>(known.size()));
      if (fresh) styles.push_back(style_of(cell.style));
      cells.push_back(cell_of(cell, style->second));
    }
    for (const sheets::EntryRule& entry : sheet.entry_rules) rules.push_back(rule_of(entry));
    for (const sheets::Highlight& one : sheet.highlights) highlights.push_back(highlight_of(one));
    for (const sheets::Picture& one : sheet.pictures) pictures.push_back(picture_of(one));
    const auto repeat = sheet.repeat_rows.value_or(std::pair(0u, 0u));
    all.push_back(Fields{{"name", sheet.name},
                         {"hidden", sheet.hidden},
                         {"widths", widths},
                         {"heights", heights},
                         {"cells", cells},
                         {"rules", rules},
                         {"highlights", highlights},
                         {"pictures", pictures},
                         {"header", sheet.header},
                         {"footer", sheet.footer},
                         {"zoom", sheet.zoom},
                         {"freeze", std::int64_t{sheet.freeze_rows.value_or(0)}},
                         {"repeat", List{std::int64_t{repeat.first}, std::int64_t{repeat.second}}}});
  }
  Fields names, properties;
  for (const auto& [name, target] : book.names) names[name] = target;
  for (const auto& [name, value] : book.properties) properties[name] = value;
  return Fields{{"title", book.title},
                {"styles", styles},
                {"sheets", all},
                {"names", names},
                {"properties", properties}};
}

}  // namespace anjuan::sheets_benchmark
