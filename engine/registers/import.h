#pragma once
// A bureau's table (CSV or XLSX) as typed rows. Columns are found by their headers, in any order.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "registers/mapping.h"
#include "registers/rows.h"
#include "sheets/sheets.h"

namespace anjuan::registers {

struct ImportRequest {
  const Mapping& mapping;
  std::string_view bytes;  ///< CSV or XLSX, told apart by content
  std::string file;        ///< name for messages
  Day on;                  ///< stated date of the import: certificates that ended before it are out
};

/// What a file gave. `refused` names each bad row with line, column, reason and rule; the caller takes
/// `rows` only if it is empty, or if the clerk asked to leave bad rows out. `warnings`: rows that came
/// in as out of the draw, columns not read.
template <class Row>
struct Imported {
  std::vector<Row> rows;
  std::size_t rows_in_file = 0;
  Diagnostics refused, warnings;
};

/// A table from CSV or XLSX, told apart by content.
Result<sheets::Table> read_table(std::string_view bytes, const std::string& file);

/// Where in a header a column stands, by its name or an alias; half-width and full-width brackets are the same.
std::optional<std::size_t> find_column(const std::vector<std::string>& header, const Column&);

/// Reads and checks all rows. A Result without value: the file as a whole cannot be used (unreadable,
/// required column missing).
template <class Row>
Result<Imported<Row>> import_rows(const ImportRequest&);

/// The rows if none was refused or `leave_out_bad_rows`; else the refusals.
template <class Row>
Result<std::vector<Row>> accepted(Imported<Row>, bool leave_out_bad_rows);

}  // namespace anjuan::registers
