#include "handling/typed_values.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/unseen.h"
#include "cases/case_value.h"
#include "handling/edition.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

/// Types of all inputs that transitions for this event ask for, whatever the state.
std::map<std::string, expression::Type> input_types(const procedure::Definition& d,
                                                    const std::string& event) {
  std::map<std::string, expression::Type> out;
  for (const procedure::Transition& t : d.transitions) {
    if (std::find(t.events.begin(), t.events.end(), event) == t.events.end()) continue;
    for (const procedure::Input& input : t.inputs) {
      const procedure::DataItem* item = input.of_data ? d.data_item(input.name) : nullptr;
      out.emplace(input.name, item ? item->type : input.type);
    }
  }
  return out;
}

/// A table's rows as records by header; the values stay text.
Result<Value> table_value(const std::string& bytes, const std::string& path) {
  Result<sheets::Table> table = path.ends_with(".xlsx")
                                    ? sheets::read_xlsx(bytes, path).and_then([&](sheets::ReadWorkbook book) {
                                        return sheets::table_of(book, path);
                                      })
                                    : sheets::read_csv(bytes, path);
  if (!table.ok()) return table.diagnostics();
  List rows;
  for (const auto& row : table->rows) {
    Fields record;
    for (std::size_t i = 0; i < table->header.size(); ++i)
      record.insert_or_assign(table->header[i], Value(row.cells[i]));
    rows.push_back(std::move(record));
  }
  return Value(std::move(rows));
}

/// A text file in UTF-8, or in the encoding of older Chinese editors.
Result<Value> material_text(std::string bytes, const std::string& path) {
  if (find_invalid_utf8(bytes)) {
    std::optional<std::string> read = from_gb18030(bytes);
    if (!read) return diagnose(material_no_text, Place{}, path, Wording("编码不对", "its encoding is wrong"));
    bytes = std::move(*read);
  }
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
  if (const auto unseen = unseen_character(bytes)) {
    return diagnose(material_no_text, Place{}, path, Wording("有看不见的字符 " + *unseen, "it holds the character " + *unseen + ", which nobody sees"));
  }
  return Value(std::string(trim(bytes)));
}

Result<Value> typed_value(const std::string& text, const expression::Type* type, const std::string& name,
                          const ReadFile& read) {
  if (text.starts_with("@")) {
    const std::string path = text.substr(1);
    std::string bytes;
    if (!read(path, bytes)) return diagnose(material_unreadable, Place{}, path);
    if (path.ends_with(".csv") || path.ends_with(".xlsx")) return table_value(bytes, path);
    return material_text(std::move(bytes), path);
  }
  if (!type) return Value(text);
  return expression::read_value(text, *type, Place{"", 0, 0, name});
}

Result<Fields> with_types(const std::map<std::string, expression::Type>& types, const Typed& typed,
                          const ReadFile& read) {
  Fields values;
  Diagnostics wrong;
  for (const auto& [name, text] : typed) {
    const auto type = types.find(name);
    auto value = typed_value(text, type == types.end() ? nullptr : &type->second, name, read);
    if (value.ok())
      values.insert_or_assign(name, std::move(*value));
    else
      wrong.insert(wrong.end(), value.diagnostics().begin(), value.diagnostics().end());
  }
  if (!wrong.empty()) return wrong;
  return values;
}

}  // namespace

Result<Fields> typed_values(const procedure::Definition& definition, const std::string& event,
                            const Typed& typed, const ReadFile& read) {
  return with_types(input_types(definition, event), typed, read);
}

Result<Fields> typed_values(Office& office, const CaseId& id, const std::string& event, const Typed& typed,
                            const ReadFile& read) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store.read());
  ANJUAN_TRY(const cases::CaseRow row, reading->load_case(id));
  ANJUAN_TRY(const procedure::DefinitionPtr definition,
             definition_of(office, *reading, cases::case_from(row.body)));
  return typed_values(*definition, event, typed, read);
}

Result<Typed> typed_pairs(const std::vector<std::string>& pairs) {
  Typed out;
  Diagnostics wrong;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    const std::string name(trim(pair.substr(0, equals)));
    if (equals == std::string::npos || name.empty())
      wrong.push_back(diagnose(bad_setting, Place{}, pair));
    else
      out.emplace_back(name, std::string(trim(pair.substr(equals + 1))));
  }
  if (!wrong.empty()) return wrong;
  return out;
}

}  // namespace anjuan::handling
