// Rows of facts through a mapping, and the result as cells, CSV and JSON.

#include "base/text.h"
#include "json/json.h"
#include "publication/mapping.h"
#include "publication/messages.h"
#include "sheets/sheets.h"

namespace anjuan::publication {
namespace {

using expression::Surroundings;

/// One row while it is computed: its number, its name and the diagnostics of all rows.
struct RowAt {
  const Mapping& mapping;
  const Fields& facts;
  std::string number, key;
  Diagnostics& found;

  Surroundings surroundings() const { return {facts, {}, {}}; }
  Place place() const { return {mapping.file}; }
  void keep(const Diagnostics& more) const { found.insert(found.end(), more.begin(), more.end()); }
};

bool is_record(const Value& value) {
  if (value.is(Value::Kind::record)) return true;
  if (!value.is(Value::Kind::list)) return false;
  for (const Value& item : value.list()) {
    if (is_record(item)) return true;
  }
  return false;
}

bool is_required(const MappingColumn& column, const RowAt& row) {
  if (column.required || !column.required_when) return column.required;
  const auto holds = expression::holds(*column.required_when, row.surroundings());
  if (holds.ok()) return *holds;
  row.found.push_back(diagnose(messages::cannot_compute, row.place(), row.number, row.key, column.name));
  row.keep(holds.diagnostics());
  return false;
}

/// The code that the receiver wants; the value itself where the column has no code table.
Value translate(const MappingColumn& column, Value value, const RowAt& row) {
  if (column.codes.empty() || cell_text(value).empty()) return value;
  const CodeTable& table = row.mapping.codes.at(column.codes);
  if (const auto code = table.find(cell_text(value)); code != table.end()) return code->second;
  std::vector<std::string> known;
  for (const auto& [from, to] : table) known.push_back(from);
  row.found.push_back(diagnose(messages::unknown_code, row.place(), row.number, row.key, column.name,
                               cell_text(value), column.codes, join(known, "、")));
  return {};
}

Value compute(const MappingColumn& column, const RowAt& row) {
  auto value = expression::evaluate(column.value, row.surroundings());
  if (!value.ok()) {
    row.found.push_back(diagnose(messages::cannot_compute, row.place(), row.number, row.key, column.name));
    row.keep(value.diagnostics());
    return {};
  }
  if (is_record(*value)) {
    row.found.push_back(diagnose(messages::not_text, row.place(), row.number, row.key, column.name));
    return {};
  }
  const std::string text = cell_text(*value);
  if (trim(text).empty()) {
    if (is_required(column, row)) {
      row.found.push_back(
          diagnose(messages::required_missing, row.place(), row.number, row.key, column.name));
    }
    return {};
  }
  Value translated = translate(column, std::move(*value), row);
  const auto length = static_cast<std::int64_t>(count_characters(cell_text(translated)));
  if (column.max_length > 0 && length > column.max_length) {
    row.found.push_back(diagnose(messages::too_long, row.place(), row.number, row.key, column.name,
                                 std::to_string(length), std::to_string(column.max_length)));
  }
  return translated;
}

std::string key_of(const Mapping& mapping, const Fields& facts) {
  const auto key = expression::evaluate(mapping.key, {facts, {}, {}});
  const std::string text = key.ok() && !is_record(*key) ? cell_text(*key) : "";
  return text.empty() ? "?" : text;
}

}  // namespace

Result<MappedTable> apply_mapping(const Mapping& mapping, const std::vector<Fields>& rows) {
  MappedTable table;
  Diagnostics found;
  for (const Fields& facts : rows) {
    const RowAt row{mapping, facts, std::to_string(table.rows.size() + 1), key_of(mapping, facts), found};
    std::vector<Value>& cells = table.rows.emplace_back();
    for (const MappingColumn& column : mapping.columns) cells.push_back(compute(column, row));
  }
  if (has_error(found)) return found;
  return table;
}

std::string cell_text(const Value& value) {
  if (value.is(Value::Kind::date)) return iso(value.date());
  if (!value.is(Value::Kind::list)) return display(value);
  std::vector<std::string> items;
  for (const Value& item : value.list()) items.push_back(cell_text(item));
  return join(items, "、");
}

PublishedTable published(const Mapping& mapping, const MappedTable& table) {
  PublishedTable out;
  for (const MappingColumn& column : mapping.columns) out.columns.push_back({column.name, column.kind});
  for (const std::vector<Value>& row : table.rows) {
    std::vector<std::string>& cells = out.rows.emplace_back();
    for (const Value& value : row) cells.push_back(cell_text(value));
  }
  return out;
}

std::string write_csv(const Mapping& mapping, const MappedTable& table) {
  std::vector<std::vector<std::string>> rows(1);
  for (const MappingColumn& column : mapping.columns) rows[0].push_back(column.name);
  for (std::vector<std::string>& row : published(mapping, table).rows) rows.push_back(std::move(row));
  return sheets::write_csv(rows);
}

std::string write_json(const Mapping& mapping, const MappedTable& table) {
  List records;
  for (const std::vector<Value>& row : table.rows) {
    Fields record;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].empty()) record[mapping.columns[i].field] = row[i];
    }
    records.emplace_back(std::move(record));
  }
  return json::write_plain(records);
}

}  // namespace anjuan::publication
