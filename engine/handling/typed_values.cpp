#include "handling/typed_values.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "base/text.h"
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

/// Words and nothing else: what is recorded can be read, printed and compared for ever.
bool is_words(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
  return !find_invalid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

/// The text of a file in UTF-8, or in GB18030 as editors of Windows write it.
Result<Value> text_value(std::string_view bytes, const std::string& path) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto decoded = find_invalid_utf8(bytes) ? from_gb18030(bytes) : std::optional<std::string>(bytes);
  if (!decoded || !is_words(*decoded)) return diagnose(material_no_text, Place{}, path);
  return Value(std::string(trim(*decoded)));
}

Result<Value> typed_value(const std::string& text, const expression::Type* type, const std::string& name,
                          const ReadFile& read) {
  if (text.starts_with("@")) {
    const std::string path = text.substr(1);
    std::string bytes;
    if (!read(path, bytes)) return diagnose(material_unreadable, Place{}, path);
    if (path.ends_with(".csv") || path.ends_with(".xlsx")) return table_value(bytes, path);
    return text_value(bytes, path);
  }
  if (!is_words(text)) return diagnose(material_no_text, Place{}, name);
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
