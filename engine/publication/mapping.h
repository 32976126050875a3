#pragma once
// A mapping table in XML: columns of a published or pushed table, each with an expression over a
// row's facts, a code table, whether it is required, its length and what kind of matter it holds. A
// platform that changes its columns changes a file here, not the program.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/expression.h"
#include "publication/publishable.h"
#include "xml/outline.h"

namespace anjuan::publication {

struct MappingColumn {
  std::string name;   ///< heading, and how messages call it
  std::string field;  ///< name in JSON
  expression::Expression value;
  bool required = false;
  std::optional<expression::Expression> required_when;
  std::int64_t max_length = 0;  ///< characters; 0: no bound
  std::string codes;            ///< id of a code table, "" none
  ColumnKind kind = ColumnKind::open_text;
  std::int64_t width = 0;  ///< of the column in a workbook, in characters; 0: by its name
};

/// The rows of a code table: what stands in the facts → what the receiver wants.
using CodeTable = std::map<std::string, std::string>;

struct Mapping {
  std::string file;
  std::string id, title;
  std::string sheet, footer;   ///< of a workbook: name of its sheet, page footer
  expression::Expression key;  ///< names a row in messages: the case number
  std::map<std::string, CodeTable> codes;
  std::vector<MappingColumn> columns;
};

const xml::Outline& mapping_outline();

/// Reads and checks the file. Refused: what the outline does not allow, expressions that do not
/// compile, columns, fields or codes given twice, a code table that is not defined.
Result<Mapping> load_mapping(std::string_view bytes, const std::string& file);

/// Names and types of all its expressions against what the rows declare.
Diagnostics check_mapping(const Mapping&, const expression::Names&);

/// Values by row and column of the mapping; never records.
struct MappedTable {
  std::vector<std::vector<Value>> rows;
};

/// Evaluates every column for every row. Refused, all at once and by row and column: required and
/// empty, too long, a code the table does not have, an expression that fails, a record as value.
Result<MappedTable> apply_mapping(const Mapping&, const std::vector<Fields>& rows);

/// As it stands in a cell: days as 2026-09-10, lists joined by 、.
std::string cell_text(const Value&);

PublishedTable published(const Mapping&, const MappedTable&);
std::string write_csv(const Mapping&, const MappedTable&);
/// A list of records by the columns' fields; empty values are left out.
std::string write_json(const Mapping&, const MappedTable&);

}  // namespace anjuan::publication
