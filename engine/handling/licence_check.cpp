#include "handling/licence_check.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "handling/each_register.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/register_versions.h"
#include "registers/fields.h"
#include "registers/import.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

using registers::Column;
using registers::ColumnKind;

struct Listed {
  std::string name;
  bool in_base;
};

/// The rows of the register by the field of the key.
template <class Row>
std::map<std::string, Listed> by_key(const std::vector<Row>& rows, const std::string& field) {
  std::map<std::string, Listed> out;
  for (const Row& row : rows) {
    const std::string key = display(registers::to_value(row).field(field));
    if (!key.empty()) out.insert_or_assign(key, Listed{row.name, row.drawable});
  }
  return out;
}

/// The first column of the register that never repeats and stands in the table; the bureau's own ids are
/// not known to those who keep the licences.
const Column* key_of(const registers::RegisterColumns& columns, const sheets::Table& table, std::size_t& at) {
  for (const Column& column : columns.columns) {
    if (!column.unique || column.kind == ColumnKind::id) continue;
    const auto found = registers::find_column(table.header, column);
    if (!found) continue;
    at = *found;
    return &column;
  }
  return nullptr;
}

std::string cell_of(const sheets::Table::Row& row, const std::optional<std::size_t>& at) { return at ? row.cells[*at] : std::string(); }

}  // namespace

Result<LicenceCheck> check_licences(const Office& office, registers::RegisterKind kind, const std::string& bytes, const std::string& file) {
  const registers::Mapping& mapping = *office.library.registers;
  const registers::RegisterColumns* columns = mapping.columns_of(kind);
  LicenceCheck out;
  out.label = name_in_words(mapping, kind);
  ANJUAN_TRY(const auto reading, office.store.read());
  ANJUAN_TRY(const auto row, reading->load_register(std::string(registers::name_of(kind))));
  if (!columns || !row) return diagnose(no_register, Place{}, out.label);
  ANJUAN_TRY(const sheets::Table table, registers::read_table(bytes, file));
  std::size_t at = 0;
  const Column* key = key_of(*columns, table, at);
  if (!key) {
    std::vector<std::string> wanted;
    for (const Column& column : columns->columns) {
      if (column.unique && column.kind != ColumnKind::id) wanted.push_back(column.name);
    }
    return diagnose(no_key_column, Place{file}, enumerated(wanted));
  }
  std::optional<std::size_t> name_at;
  for (const Column& column : columns->columns) {
    if (column.kind == ColumnKind::name && !name_at) name_at = registers::find_column(table.header, column);
  }
  auto registered = with_row(kind, [&](auto as) { return by_key(registers::register_of<typename decltype(as)::type>(row->body).rows, key->field); });
  out.version = row->version;
  out.key = key->name;
  out.in_list = table.rows.size();
  out.in_register = registered.size();
  for (const sheets::Table::Row& one : table.rows) {
    const std::string& code = one.cells[at];
    const auto found = registered.find(code);
    if (found == registered.end()) out.not_registered.push_back({code, cell_of(one, name_at), one.line});
    else if (!found->second.in_base) out.out_of_base.push_back({code, found->second.name, one.line});
    if (found != registered.end()) registered.erase(found);
  }
  for (const auto& [code, listed] : registered) {
    if (listed.in_base) out.not_listed.push_back({code, listed.name, 0});
  }
  return out;
}

}  // namespace anjuan::handling
