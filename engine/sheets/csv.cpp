// CSV as RFC 4180 has it, in the encodings that bureaus' programs write, and tables out of workbooks.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "base/unseen.h"
#include "sheets/archive.h"
#include "sheets/bounds.h"
#include "sheets/messages.h"
#include "sheets/read_cells.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// What spreadsheets take for the beginning of a formula; those for Chinese and Japanese take wide signs, too.
constexpr std::array<std::string_view, 11> formula_signs{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view cell) {
  return std::any_of(formula_signs.begin(), formula_signs.end(), [&](std::string_view sign) { return cell.starts_with(sign); });
}

// A register of a province is read row by row and never held as cells; so it may be larger.
constexpr std::size_t max_streamed_cells = 200'000'000;

/// The text in UTF-8: a view of the bytes where they are, else in `converted`.
Result<std::string_view> decode(std::string_view bytes, std::size_t bound, const std::string& file, std::string& converted) {
  if (bytes.size() > bound)
    return diagnose(too_large, Place{file}, std::to_string(bound >> 20));
  const std::string_view start = bytes.substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") return diagnose(unknown_encoding, Place{file});
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return diagnose(null_byte, Place{file, static_cast<int>(line) + 1});
  }
  if (bytes.substr(0, 3) == byte_order_mark) bytes.remove_prefix(3);
  if (!find_invalid_utf8(bytes)) return bytes;
  if (std::optional<std::string> text = from_gb18030(bytes)) {
    converted = *std::move(text);
    return std::string_view(converted);
  }
  const std::size_t at = *find_invalid_utf8(bytes);
  const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return diagnose(unknown_encoding, Place{file, static_cast<int>(line) + 1});
}

struct RawRow {
  int line = 0;
  std::vector<std::string> cells;
};

/// Cuts the text into rows; quotes may hold commas, line ends and doubled quotes.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file, std::size_t bound = max_cells) : text_(text), file_(file), bound_(bound) {}

  Result<std::vector<RawRow>> read() {
    std::vector<RawRow> rows;
    RawRow row;
    for (;;) {
      ANJUAN_TRY(const bool more, next(row));
      if (!more) return rows;
      rows.push_back(std::move(row));
      row = {};
    }
  }

  /// The next row with any text, into cells that keep their memory. False at the end.
  Result<bool> next(RawRow& row) {
    while (at_ < text_.size()) {
      row.line = line_;
      std::size_t n = 0;
      bool filled = false, more = true;
      while (more) {
        if (n == row.cells.size()) row.cells.emplace_back();
        std::string& cell = row.cells[n++];
        ANJUAN_DO(read_cell(cell));
        if (cell.size() > max_cell_text && count_characters(cell) > max_cell_text) {
          return diagnose(cell_too_long, here(row.line), std::to_string(max_cell_text));
        }
        if (const auto unseen = unseen_character(cell)) return diagnose(unseen_in_cell, here(row.line), *unseen);
        if (++cells_ > bound_) return diagnose(too_many_cells, Place{file_}, std::to_string(bound_));
        filled = filled || !cell.empty();
        more = at_ < text_.size() && text_[at_] == ',';
        if (more) ++at_;
      }
      row.cells.resize(n);
      take_line_end();
      if (filled) return true;
    }
    return false;
  }

 private:
  Place here(int line) const { return Place{file_, line}; }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  static void clean(std::string_view cell, std::string& out) {
    cell = trim(cell);
    if (cell.size() > 1 && cell[0] == '\'' && looks_like_formula(cell.substr(1))) cell.remove_prefix(1);
    out.assign(cell);
  }

  std::size_t end_of_cell() const {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != ',' && text_[end] != '\n' && text_[end] != '\r') ++end;
    return end;
  }

  Outcome read_cell(std::string& out) {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(out);
    const std::size_t end = end_of_cell();
    clean(text_.substr(at_, end - at_), out);
    at_ = end;
    return Done{};
  }

  Outcome read_quoted(std::string& out) {
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
    const std::size_t end = end_of_cell();
    const std::string_view rest = trim(text_.substr(at_, end - at_));
    if (!rest.empty()) return diagnose(text_after_quote, here(line_), rest.substr(0, 60));
    at_ = end;
    clean(replace_all(std::move(cell), "\r\n", "\n"), out);
    return Done{};
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t bound_, at_ = 0, cells_ = 0;
  int line_ = 1;
};

/// Column names are compared without white space: a header cell often holds a line break.
std::string column_name(std::string_view cell) { return replace_all(collapse_space(cell), " ", ""); }

void strip_empty_end(std::vector<std::string>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

/// The names of the columns; what is wrong with them goes to `found`.
Result<std::vector<std::string>> header_of(RawRow header, const std::string& file, Diagnostics& found) {
  strip_empty_end(header.cells);
  if (header.cells.size() < 2) return diagnose(no_table, Place{file, header.line});
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const std::string& cell : header.cells) {
    names.push_back(column_name(cell));
    if (!names.back().empty() && !known.insert(names.back()).second)
      found.push_back(diagnose(double_column, Place{file, header.line}, names.back()));
  }
  return names;
}

/// Makes the row as long as the header; false where it does not fit.
bool fit_row(RawRow& row, std::size_t length, bool exact_length, const std::string& file, Diagnostics& found) {
  const std::size_t written = row.cells.size();
  const bool short_row = exact_length && written < length;
  strip_empty_end(row.cells);
  if (short_row || row.cells.size() > length) {
    found.push_back(diagnose(uneven_row, Place{file, row.line}, std::to_string(written), std::to_string(length)));
    return false;
  }
  row.cells.resize(length);
  return true;
}

/// Header and rows of equal length, or everything that does not fit.
Result<Table> to_table(std::vector<RawRow> rows, const std::string& file, bool exact_length) {
  if (rows.empty()) return diagnose(no_table, Place{file});
  Table table;
  Diagnostics found;
  const int header_line = rows.front().line;
  ANJUAN_TRY(table.header, header_of(std::move(rows.front()), file, found));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (fit_row(rows[i], table.header.size(), exact_length, file, found)) table.rows.push_back({rows[i].line, std::move(rows[i].cells)});
  }
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (!table.header[i].empty()) continue;
    const bool used =
        std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& r) { return !r.cells[i].empty(); });
    if (used) found.push_back(diagnose(unnamed_column, Place{file, header_line}, std::to_string(i + 1)));
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
  std::string converted;
  ANJUAN_TRY(const std::string_view text, decode(bytes, max_unpacked, file, converted));
  ANJUAN_TRY(std::vector<RawRow> rows, CsvReader(text, file).read());
  return to_table(std::move(rows), file, true);
}

Outcome read_csv_rows(std::string_view bytes, const std::string& file, const RowVisitor& visitor) {
  std::string converted;
  ANJUAN_TRY(const std::string_view text, decode(bytes, max_table_bytes, file, converted));
  CsvReader reader(text, file, max_streamed_cells);
  RawRow row;
  ANJUAN_TRY(const bool any, reader.next(row));
  if (!any) return diagnose(no_table, Place{file});
  Diagnostics found;
  ANJUAN_TRY(const std::vector<std::string> header, header_of(row, file, found));
  std::vector<bool> used(header.size(), false);
  const int header_line = row.line;
  ANJUAN_DO(found.empty() ? visitor.header(header) : Outcome(Done{}));
  Table::Row whole;
  for (;;) {
    ANJUAN_TRY(const bool more, reader.next(row));
    if (!more) break;
    if (!fit_row(row, header.size(), true, file, found)) continue;
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (header[i].empty() && !row.cells[i].empty()) used[i] = true;
    }
    if (!found.empty()) continue;
    whole.line = row.line;
    whole.cells.swap(row.cells);
    visitor.row(whole);
    whole.cells.swap(row.cells);
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (used[i]) found.push_back(diagnose(unnamed_column, Place{file, header_line}, std::to_string(i + 1)));
  }
  if (!found.empty()) return found;
  return Done{};
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
      if (looks_like_formula(cell)) cell.insert(0, "'");
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
