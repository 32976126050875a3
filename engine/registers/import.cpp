#include "registers/import.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "registers/cell_value.h"
#include "registers/fields.h"
#include "registers/messages.h"
#include "sheets/sheets.h"

namespace anjuan::registers {

namespace {

Result<sheets::Table> read_table(const ImportRequest& request) {
  const bool zipped = request.bytes.substr(0, 2) == "PK" || request.bytes.substr(0, 4) == "\xD0\xCF\x11\xE0";
  if (!zipped) return sheets::read_csv(request.bytes, request.file);
  ANJUAN_TRY(const sheets::ReadWorkbook book, sheets::read_xlsx(request.bytes, request.file));
  return sheets::table_of(book, request.file);
}

/// Half-width and full-width brackets name the same column.
std::string comparable(std::string_view header) {
  std::string text = replace_all(std::string(header), "(", "（");
  return replace_all(std::move(text), ")", "）");
}

bool is_named(const Column& column, const std::string& header) {
  const std::string wanted = comparable(header);
  if (comparable(column.name) == wanted) return true;
  return std::any_of(column.aliases.begin(), column.aliases.end(),
                     [&](const std::string& a) { return comparable(a) == wanted; });
}

/// Where in the table each column of the mapping stands; nothing for one that is not there.
struct Layout {
  std::vector<std::optional<std::size_t>> position;
};

Result<Layout> find_columns(const sheets::Table& table, const RegisterColumns& columns,
                            const std::string& file, Diagnostics& warnings) {
  Layout layout;
  Diagnostics found;
  std::set<std::size_t> used;
  for (const Column& column : columns.columns) {
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      if (!is_named(column, table.header[i])) continue;
      if (at) found.push_back(diagnose(column_filled_twice, Place{file}, table.header[*at], table.header[i]));
      at = i;
      used.insert(i);
    }
    if (!at && column.required) {
      Diagnostic missing = diagnose(column_missing, Place{file}, column.name);
      missing.basis = column.basis;
      found.push_back(std::move(missing));
    }
    layout.position.push_back(at);
  }
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const bool ignored =
        std::any_of(columns.ignored.begin(), columns.ignored.end(),
                    [&](const std::string& name) { return comparable(name) == comparable(table.header[i]); });
    if (!used.contains(i) && !ignored && !table.header[i].empty()) {
      warnings.push_back(diagnose(column_unknown, Place{file}, table.header[i]));
    }
  }
  if (!found.empty()) return found;
  return layout;
}

std::string words_in(const Column& column) {
  std::vector<std::string> words;
  for (const StatusWord& word : column.words) words.push_back(word.text);
  return join(words, "、");
}

/// Reads row after row; remembers what must not repeat.
template <class Row>
class RowReader {
 public:
  RowReader(const ImportRequest& request, const RegisterColumns& columns, const Layout& layout,
            Imported<Row>& imported)
      : request_(request), columns_(columns), layout_(layout), imported_(imported) {}

  void read(const sheets::Table::Row& row) {
    Fields record;
    faults_.clear();
    out_.clear();
    name_ = name_of_row(row);
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      if (!layout_.position[i]) continue;
      const Column& column = columns_.columns[i];
      Value value = read_value(row.cells[*layout_.position[i]], column, place_of(row.line, column));
      if (!value.empty()) record[column.field] = std::move(value);
    }
    Row typed = from_value<Row>(record);
    for (const Diagnostic& out : out_) {
      typed.drawable = false;
      typed.why_not += (typed.why_not.empty() ? "" : "；") + out.values[1].zh + "：" + out.values[2].zh;
    }
    check_certificate(typed, Place{request_.file, row.line});
    if (faults_.empty()) {
      imported_.rows.push_back(std::move(typed));
      imported_.warnings.insert(imported_.warnings.end(), out_.begin(), out_.end());
    } else {
      imported_.refused.insert(imported_.refused.end(), faults_.begin(), faults_.end());
    }
  }

 private:
  Place place_of(int line, const Column& column) const {
    return {request_.file, line, 0, {"“" + column.name + "”列", "column “" + column.name + "”"}};
  }

  /// Whom messages name: the person or body, else the id, else nothing but the line.
  std::string name_of_row(const sheets::Table::Row& row) const {
    std::string id, name;
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      if (!layout_.position[i]) continue;
      const std::string& cell = row.cells[*layout_.position[i]];
      const Column& column = columns_.columns[i];
      if (column.kind == ColumnKind::id && column.unique) id = cell;
      if (column.kind == ColumnKind::name && name.empty()) name = cell;
    }
    return !name.empty() ? name : id;
  }

  void refuse(Diagnostic diagnostic, const Column& column,
              const std::optional<LegalBasis>& nearer = std::nullopt) {
    diagnostic.basis = nearer ? nearer : column.basis ? column.basis : columns_.basis;
    faults_.push_back(std::move(diagnostic));
  }

  Value read_value(const std::string& text, const Column& column, const Place& place) {
    if (text.empty()) {
      if (column.required) refuse(diagnose(value_missing, place, name_, column.name), column);
      return {};
    }
    Result<Value> value = read_cell(text, column, request_.mapping, place);
    if (!value.ok()) {
      for (const Diagnostic& fault : value.diagnostics()) refuse(fault, column);
      return {};
    }
    if (column.kind == ColumnKind::status) check_word(text, column, place);
    if (column.leaves) note_out(text, column, place, std::nullopt);
    if (column.unique) check_unique(text, column, place);
    return *std::move(value);
  }

  void check_word(const std::string& text, const Column& column, const Place& place) {
    const auto word = std::find_if(column.words.begin(), column.words.end(),
                                   [&](const StatusWord& w) { return w.text == text; });
    if (word == column.words.end())
      return refuse(diagnose(unknown_word, place, column.name, text, words_in(column)), column);
    if (word->standing == Standing::refused) {
      return refuse(diagnose(not_eligible, place, name_, column.name, text), column, word->basis);
    }
    if (word->standing == Standing::out) note_out(text, column, place, word->basis);
  }

  void note_out(const std::string& text, const Column& column, const Place& place,
                const std::optional<LegalBasis>& basis) {
    Diagnostic out = diagnose(kept_out, place, name_, column.name, text);
    out.basis = basis ? basis : column.basis;
    out_.push_back(std::move(out));
  }

  void check_unique(const std::string& text, const Column& column, const Place& place) {
    const auto [first, added] = seen_.try_emplace({column.name, text}, place.line);
    if (!added)
      refuse(diagnose(value_twice, place, column.name, text, std::to_string(first->second)), column);
  }

  void check_certificate(Row& typed, const Place& place) {
    if constexpr (Row::kind == RegisterKind::inspectors) {
      if (!typed.certificate_from || !typed.certificate_until) return;
      const Day from = *typed.certificate_from, until = *typed.certificate_until;
      if (until < from) {
        faults_.push_back(diagnose(ends_before_it_starts, place, name_, iso(from), iso(until)));
      } else if (until < request_.on && typed.drawable) {
        typed.drawable = false;
        typed.why_not = header_of(&Row::certificate_until) + "：" + iso(until);
        Diagnostic over = diagnose(certificate_over, place, name_, official(until));
        over.basis = columns_.basis;
        out_.push_back(std::move(over));
      }
    }
  }

  /// The bureau's own header of the column that fills a member.
  std::string header_of(std::optional<Day> Row::*member) const {
    for (const Field<Row>& field : fields_of<Row>()) {
      const auto* wanted = std::get_if<std::optional<Day> Row::*>(&field.member);
      if (!wanted || *wanted != member) continue;
      for (const Column& column : columns_.columns) {
        if (column.field == field.name) return column.name;
      }
    }
    return {};
  }

  const ImportRequest& request_;
  const RegisterColumns& columns_;
  const Layout& layout_;
  Imported<Row>& imported_;
  std::string name_;
  Diagnostics faults_, out_;
  std::map<std::pair<std::string, std::string>, int> seen_;
};

}  // namespace

template <class Row>
Result<Imported<Row>> import_rows(const ImportRequest& request) {
  const RegisterColumns* columns = request.mapping.columns_of(Row::kind);
  if (!columns) return diagnose(register_undefined, Place{request.file}, name_of(Row::kind));
  ANJUAN_TRY(const sheets::Table table, read_table(request));
  Imported<Row> imported;
  ANJUAN_TRY(const Layout layout, find_columns(table, *columns, request.file, imported.warnings));
  if (table.rows.empty()) return diagnose(register_empty, Place{request.file});
  imported.rows_in_file = table.rows.size();
  RowReader<Row> reader(request, *columns, layout, imported);
  for (const sheets::Table::Row& row : table.rows) reader.read(row);
  return imported;
}

template <class Row>
Result<std::vector<Row>> accepted(Imported<Row> imported, bool leave_out_bad_rows) {
  if (!imported.refused.empty() && !leave_out_bad_rows) return std::move(imported.refused);
  return std::move(imported.rows);
}

template Result<Imported<InspectionTarget>> import_rows(const ImportRequest&);
template Result<std::vector<InspectionTarget>> accepted(Imported<InspectionTarget>, bool);
template Result<Imported<Practitioner>> import_rows(const ImportRequest&);
template Result<std::vector<Practitioner>> accepted(Imported<Practitioner>, bool);
template Result<Imported<Inspector>> import_rows(const ImportRequest&);
template Result<std::vector<Inspector>> accepted(Imported<Inspector>, bool);
template Result<Imported<InspectionItem>> import_rows(const ImportRequest&);
template Result<std::vector<InspectionItem>> accepted(Imported<InspectionItem>, bool);

}  // namespace anjuan::registers
