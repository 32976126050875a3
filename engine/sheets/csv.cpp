// CSV as RFC 4180 has it, in the encodings that bureaus' programs write, and tables out of workbooks.

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sheets/archive.h"
#include "sheets/messages.h"
#include "sheets/read_cells.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view formula_signs = "=+-@\t\r";

Result<std::string> decode(std::string_view bytes, const std::string& file) {
  if (bytes.size() > max_unpacked)
    return diagnose(too_large, Place{file}, std::to_string(max_unpacked >> 20));
  const std::string_view start = bytes.substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") return diagnose(unknown_encoding, Place{file});
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return diagnose(null_byte, Place{file, static_cast<int>(line) + 1});
  }
  if (bytes.substr(0, 3) == byte_order_mark) bytes.remove_prefix(3);
  if (!find_invalid_utf8(bytes)) return std::string(bytes);
  if (std::optional<std::string> text = from_gb18030(bytes)) return *std::move(text);
  const std::size_t at = *find_invalid_utf8(bytes);
  const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return diagnose(unknown_encoding, Place{file, static_cast<int>(line) + 1});
}

struct RawRow {
  int line;
  std::vector<std::string> cells;
};

/// Cuts the text into rows; quotes may hold commas, line ends and doubled quotes.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Result<std::vector<RawRow>> read() {
    std::vector<RawRow> rows;
    while (at_ < text_.size()) {
      RawRow row{line_, {}};
      bool more = true;
      while (more) {
        ANJUAN_TRY(std::string cell, read_cell());
        if (count_characters(cell) > max_cell_text) {
          return diagnose(cell_too_long, here(row.line), std::to_string(max_cell_text));
        }
        if (++cells_ > max_cells) return diagnose(too_many_cells, Place{file_}, std::to_string(max_cells));
        row.cells.push_back(std::move(cell));
        more = at_ < text_.size() && text_[at_] == ',';
        if (more) ++at_;
      }
      take_line_end();
      const bool filled =
          std::any_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return !c.empty(); });
      if (filled) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  Place here(int line) const { return Place{file_, line}; }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  static std::string clean(std::string_view cell) {
    std::string text(trim(cell));
    if (text.size() > 1 && text[0] == '\'' && formula_signs.find(text[1]) != std::string_view::npos)
      text.erase(0, 1);
    return text;
  }

  Result<std::string> read_cell() {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string cell = clean(text_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  Result<std::string> read_quoted() {
    const int opened = line_;
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      } else if (c == '\n' || (c == '\r' && text_.substr(at_, 2) != "\r\n")) {
        ++line_;
      }
      cell += c;
    }
    if (at_ >= text_.size()) return diagnose(open_quote, here(opened));
    ++at_;
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const std::string_view rest = trim(text_.substr(at_, end - at_));
    if (!rest.empty()) return diagnose(text_after_quote, here(line_), rest.substr(0, 60));
    at_ = end;
    return clean(replace_all(std::move(cell), "\r\n", "\n"));
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0, cells_ = 0;
  int line_ = 1;
};

/// Column names are compared without white space: a header cell often holds a line break.
std::string column_name(std::string_view cell) { return replace_all(collapse_space(cell), " ", ""); }

void strip_empty_end(std::vector<std::string>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

/// Header and rows of equal length, or everything that does not fit.
Result<Table> to_table(std::vector<RawRow> rows, const std::string& file, bool exact_length) {
  if (rows.empty()) return diagnose(no_table, Place{file});
  Table table;
  Diagnostics found;
  RawRow header = std::move(rows.front());
  strip_empty_end(header.cells);
  if (header.cells.size() < 2) return diagnose(no_table, Place{file, header.line});
  std::set<std::string> known;
  for (const std::string& cell : header.cells) {
    table.header.push_back(column_name(cell));
    const std::string& name = table.header.back();
    if (!name.empty() && !known.insert(name).second)
      found.push_back(diagnose(double_column, Place{file, header.line}, name));
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    RawRow& row = rows[i];
    const std::string written = std::to_string(row.cells.size()),
                      wanted = std::to_string(table.header.size());
    const bool short_row = exact_length && row.cells.size() < table.header.size();
    strip_empty_end(row.cells);
    if (short_row || row.cells.size() > table.header.size()) {
      found.push_back(diagnose(uneven_row, Place{file, row.line}, written, wanted));
      continue;
    }
    row.cells.resize(table.header.size());
    table.rows.push_back({row.line, std::move(row.cells)});
  }
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (!table.header[i].empty()) continue;
    const bool used =
        std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& r) { return !r.cells[i].empty(); });
    if (used) found.push_back(diagnose(unnamed_column, Place{file, header.line}, std::to_string(i + 1)));
  }
  if (!found.empty()) return found;
  return table;
}

/// Cells whose text is not what a person would read out of them.
Diagnostics check_values(const ReadSheet& sheet, const std::string& file) {
  Diagnostics found;
  const auto place = [&](Address at) { return Place{file, 0, 0, sheet.name + "!" + name_of(at)}; };
  for (const auto& [at, formula] : sheet.formulas) {
    if (!sheet.cells.contains(at)) found.push_back(diagnose(formula_without_value, place(at)));
  }
  for (const Address at : sheet.errors)
    found.push_back(diagnose(error_in_table, place(at), sheet.cells.at(at)));
  for (const Address at : sheet.rounded)
    found.push_back(diagnose(rounded_number, place(at), sheet.cells.at(at)));
  return found;
}

/// A value that stands for several rows, in cells merged downwards, is the value of each of them. False
/// where that is more work than a file may make.
bool spread_merged(const ReadSheet& sheet, std::map<std::uint32_t, RawRow>& rows) {
  std::size_t spread = 0;
  for (const MergedBlock& block : sheet.merged) {
    const auto value = sheet.cells.find(block.from);
    if (value == sheet.cells.end() || block.from.row == block.to.row) continue;
    for (auto row = rows.upper_bound(block.from.row); row != rows.end() && row->first <= block.to.row;
         ++row) {
      if (++spread > max_cells) return false;
      std::vector<std::string>& cells = row->second.cells;
      cells.resize(std::max<std::size_t>(cells.size(), block.from.column + std::size_t{1}));
      cells[block.from.column] = trim(value->second);
    }
  }
  return true;
}

}  // namespace

Result<Table> read_csv(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const std::string text, decode(bytes, file));
  ANJUAN_TRY(std::vector<RawRow> rows, CsvReader(text, file).read());
  return to_table(std::move(rows), file, true);
}

Result<Table> table_of(const ReadWorkbook& workbook, const std::string& file) {
  const auto sheet =
      std::find_if(workbook.sheets.begin(), workbook.sheets.end(), [](const auto& s) { return !s.hidden; });
  if (sheet == workbook.sheets.end()) return diagnose(no_table, Place{file});
  if (Diagnostics found = check_values(*sheet, file); !found.empty()) return found;
  std::map<std::uint32_t, RawRow> rows;
  for (const auto& [at, text] : sheet->cells) {
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) continue;
    RawRow& row = rows[at.row];
    row.line = static_cast<int>(at.row) + 1;
    row.cells.resize(std::max<std::size_t>(row.cells.size(), at.column + std::size_t{1}));
    row.cells[at.column] = trimmed;
  }
  if (!spread_merged(*sheet, rows)) return diagnose(too_many_cells, Place{file}, std::to_string(max_cells));
  std::vector<RawRow> list;
  for (auto& [number, row] : rows) {
    const auto filled =
        std::count_if(row.cells.begin(), row.cells.end(), [](const auto& c) { return !c.empty(); });
    if (list.empty() && filled < 2) continue;  // a title above the header
    list.push_back(std::move(row));
  }
  return to_table(std::move(list), file, false);
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string text(byte_order_mark);
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = row[i];
      if (!cell.empty() && formula_signs.find(cell[0]) != std::string_view::npos) cell.insert(0, "'");
      if (cell.find_first_of(",\"\r\n") != std::string::npos)
        cell = '"' + replace_all(std::move(cell), "\"", "\"\"") + '"';
      if (i > 0) text += ',';
      text += cell;
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace anjuan::sheets
