#pragma once
// Writing and reading XLSX, reading and writing CSV.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheets/workbook.h"

namespace anjuan::sheets {

/// The bytes of an .xlsx file; equal workbooks give equal bytes. libxlsxwriter 1.1.4 writes only to
/// a path: `scratch_folder` is where the temporary file may live; nothing is left in it.
Result<std::string> write_xlsx(const Workbook&, const std::string& scratch_folder);

/// Reads an .xlsx of Excel, WPS, LibreOffice, openpyxl, exceljs or libxlsxwriter. Bounds (each refused by
/// name): 64 MiB unpacked, ratio 100, 1,000 entries, names with "..", XML nested 100 deep or with a DTD, 200
/// sheets, 1,000,000 cells, 32,767 characters in a cell and 64 MiB of text in all. Macros, embedded objects,
/// links to other files and binary workbooks are refused too; formulas are told apart, never evaluated.
Result<ReadWorkbook> read_xlsx(std::string_view bytes, const std::string& file);

/// A table with a header row. Line of each row in the file (a quoted cell may span lines).
struct Table {
  std::vector<std::string> header;
  struct Row {
    int line;                        ///< line in a CSV file, row number in an XLSX sheet
    std::vector<std::string> cells;  ///< as many as the header
  };
  std::vector<Row> rows;
};

/// RFC 4180 CSV; UTF-8 with or without BOM, or GB18030; cells are trimmed, rows without any text are
/// left out, white space inside a header cell is dropped. All faults of rows are found at once. The
/// apostrophe that `write_csv` put before a formula sign is taken off. Bounds as for XLSX.
Result<Table> read_csv(std::string_view bytes, const std::string& file);
/// What becomes of a table that is read row by row: first the header, then each row, whose cells last until
/// the next.
struct RowVisitor {
  std::function<Outcome(const std::vector<std::string>&)> header;
  std::function<void(const Table::Row&)> row;
};
/// The same reading without holding the table, for up to 768 MiB and 200,000,000 cells: what the visitor was
/// given counts only if the outcome is well.
Outcome read_csv_rows(std::string_view bytes, const std::string& file, const RowVisitor&);
/// The first visible sheet of a workbook; the first row with two or more cells is the header. A value in
/// cells merged downwards is the value of each row. Refused, by cell: formulas without a stored result, error
/// values, numbers that a spreadsheet has rounded.
Result<Table> table_of(const ReadWorkbook&, const std::string& file);

/// CSV with BOM, CRLF (as Excel and WPS want it); a cell that starts with = + - @ (also wide ones), TAB, CR or LF
/// gets a leading apostrophe, so that no spreadsheet takes it for a formula.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace anjuan::sheets
