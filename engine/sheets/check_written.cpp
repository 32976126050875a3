#include "sheets/check_written.h"

#include "base/text.h"
#include "sheets/archive.h"
#include "sheets/messages.h"
#include "sheets/part_reader.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {
namespace {

Diagnostic incomplete(std::string_view where) { return diagnose(written_incomplete, Place{}, where); }

bool is_xml(const std::string& part) {
  return part.ends_with(".xml") || part.ends_with(".rels") || part.ends_with(".vml");
}

/// XML does not keep a carriage return before a line feed.
std::string as_read(const Cell& cell) {
  const auto number = cell.is_number ? parse_integer(cell.text) : std::nullopt;
  return number ? std::to_string(*number) : replace_all(cell.text, "\r", "");
}

Outcome check_cells(const Sheet& sheet, const ReadSheet* read) {
  if (read == nullptr) return incomplete(sheet.name);
  for (const Cell& cell : sheet.cells) {
    const auto found = read->cells.find(cell.at);
    const std::string there = found == read->cells.end() ? "" : replace_all(found->second, "\r", "");
    if (there != as_read(cell) || (!cell.formula.empty() && !read->formulas.contains(cell.at))) {
      return incomplete(sheet.name + "!" + name_of(cell.at));
    }
  }
  return Done{};
}

}  // namespace

Outcome check_written(std::string_view bytes, const Workbook& book) {
  const auto parts = unpack(bytes, "");
  if (!parts.ok()) return incomplete("ZIP");
  for (const auto& [part, content] : *parts) {
    if (content.empty() || (is_xml(part) && !read_part(content, part, "", {}).ok())) return incomplete(part);
  }
  const auto read = read_xlsx(bytes, "");
  if (!read.ok()) return incomplete("XLSX");
  for (const Sheet& sheet : book.sheets) {
    ANJUAN_TRY([[maybe_unused]] const Done whole, check_cells(sheet, read->sheet(sheet.name)));
  }
  return Done{};
}

}  // namespace anjuan::sheets
