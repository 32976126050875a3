#include "registers/import.h"

#include <algorithm>
#include <optional>
#include <set>
#include <type_traits>
#include <unordered_map>

#include "base/text.h"
#include "registers/cell_value.h"
#include "registers/fields.h"
#include "registers/messages.h"
#include "sheets/sheets.h"

namespace anjuan::registers {

namespace {

bool is_workbook(std::string_view bytes) { return bytes.substr(0, 2) == "PK" || bytes.substr(0, 4) == "\xD0\xCF\x11\xE0"; }

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

Result<Layout> find_columns(const std::vector<std::string>& header, const RegisterColumns& columns,
                            const std::string& file, Diagnostics& warnings) {
  Layout layout;
  Diagnostics found;
  std::set<std::size_t> used;
  for (const Column& column : columns.columns) {
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (!is_named(column, header[i])) continue;
      if (at) found.push_back(diagnose(column_filled_twice, Place{file}, header[*at], header[i]));
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
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool ignored =
        std::any_of(columns.ignored.begin(), columns.ignored.end(),
                    [&](const std::string& name) { return comparable(name) == comparable(header[i]); });
    if (!used.contains(i) && !ignored && !header[i].empty()) {
      warnings.push_back(diagnose(column_unknown, Place{file}, header[i]));
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

/// What a text fills as it stands, without a check of its own.
bool is_plain(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::text:
    case ColumnKind::name:
    case ColumnKind::certificate:
    case ColumnKind::phone:
    case ColumnKind::home_address:
    case ColumnKind::note:
    case ColumnKind::status:
      return true;
    default:
      return false;
  }
}

/// A column that the table has, with the member that it fills; none: a field of the bureau's own.
template <class Row>
struct FilledColumn {
  const Column* column;
  std::size_t at;
  std::optional<Member<Row>> member;
  std::vector<std::size_t> digests{};           ///< of values that must not repeat
  std::unordered_map<std::string, int> seen{};  ///< these values → line, once one may repeat
};

/// Reads row after row; remembers what must not repeat. A register has a million rows: places and
/// names are worked out only for what is told.
template <class Row>
class RowReader {
 public:
  /// `exact`: remembers every value that must not repeat. A million of them take longer than all the rest, so
  /// a first reading keeps their hashes only; where two are the same, the table is read again.
  RowReader(const ImportRequest& request, const RegisterColumns& columns, Imported<Row>& imported, bool exact)
      : request_(request), columns_(columns), imported_(imported), exact_(exact) {}

  bool may_repeat() {
    for (FilledColumn<Row>& one : filled_) {
      std::sort(one.digests.begin(), one.digests.end());
      if (std::adjacent_find(one.digests.begin(), one.digests.end()) != one.digests.end()) return true;
    }
    return false;
  }

  Outcome begin(const std::vector<std::string>& header) {
    ANJUAN_TRY(const Layout layout, find_columns(header, columns_, request_.file, imported_.warnings));
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      if (!layout.position[i]) continue;
      const Column& column = columns_.columns[i];
      const auto table = fields_of<Row>();
      const auto field = std::find_if(table.begin(), table.end(), [&](const auto& f) { return f.name == column.field; });
      filled_.push_back({&column, *layout.position[i], field == table.end() ? std::nullopt : std::optional(field->member)});
    }
    return Done{};
  }

  void read(const sheets::Table::Row& row) {
    ++imported_.rows_in_file;
    row_ = &row;
    faults_.clear();
    out_.clear();
    Row typed;
    for (FilledColumn<Row>& one : filled_) fill(typed, one, row.cells[one.at]);
    for (const Diagnostic& out : out_) {
      typed.drawable = false;
      typed.why_not += (typed.why_not.empty() ? "" : "；") + out.values[1].zh + "：" + out.values[2].zh;
    }
    check_certificate(typed, Place{request_.file, row.line});
    if (faults_.empty()) {
      imported_.rows.push_back(std::move(typed));
      imported_.warnings.insert(imported_.warnings.end(), out_.begin(), out_.end());
    } else {
      refuse_row();
    }
  }

 private:
  /// A table of a million rows that is wrong throughout is told from its beginning.
  static constexpr std::size_t most_told = 10000;

  void refuse_row() {
    Diagnostics& told = imported_.refused;
    if (told.size() > most_told) return;
    append(told, faults_);
    if (told.size() <= most_told) return;
    told.resize(most_told, told.front());
    told.push_back(diagnose(more_wrong_rows, Place{request_.file, row_->line}, std::to_string(most_told)));
  }

  Place place_of(const Column& column) const {
    return {request_.file, row_->line, 0, {"“" + column.name + "”列", "column “" + column.name + "”"}};
  }

  /// Whom messages name: the person or body, else the id, else nothing but the line.
  std::string name() const {
    std::string id, name;
    for (const FilledColumn<Row>& one : filled_) {
      const std::string& cell = row_->cells[one.at];
      if (one.column->kind == ColumnKind::id && one.column->unique) id = cell;
      if (one.column->kind == ColumnKind::name && name.empty()) name = cell;
    }
    return !name.empty() ? name : id;
  }

  void refuse(Diagnostic diagnostic, const Column& column,
              const std::optional<LegalBasis>& nearer = std::nullopt) {
    diagnostic.basis = nearer ? nearer : column.basis ? column.basis : columns_.basis;
    faults_.push_back(std::move(diagnostic));
  }

  void fill(Row& typed, FilledColumn<Row>& one, const std::string& text) {
    const Column& column = *one.column;
    if (text.empty()) {
      if (column.required) refuse(diagnose(value_missing, place_of(column), name(), column.name), column);
      return;
    }
    if (is_plain(column.kind)) {
      if (one.member) typed.*std::get<std::string Row::*>(*one.member) = text;
      else typed.others[column.field] = Value(text);
    } else {
      Result<Value> value = read_cell(text, column, request_.mapping, Place{});
      if (!value.ok()) {
        for (Diagnostic fault : value.diagnostics()) {
          fault.place = place_of(column);
          refuse(std::move(fault), column);
        }
        return;
      }
      if (one.member) set_member(typed, *one.member, *value);
      else typed.others[column.field] = *std::move(value);
    }
    if (column.kind == ColumnKind::status) check_word(text, column);
    if (column.leaves) note_out(text, column, std::nullopt);
    if (column.unique) check_unique(text, one);
  }

  void check_word(const std::string& text, const Column& column) {
    const auto word = std::find_if(column.words.begin(), column.words.end(),
                                   [&](const StatusWord& w) { return w.text == text; });
    if (word == column.words.end())
      return refuse(diagnose(unknown_word, place_of(column), column.name, text, words_in(column)), column);
    if (word->standing == Standing::refused) {
      return refuse(diagnose(not_eligible, place_of(column), name(), column.name, text), column, word->basis);
    }
    if (word->standing == Standing::out) note_out(text, column, word->basis);
  }

  void note_out(const std::string& text, const Column& column, const std::optional<LegalBasis>& basis) {
    Diagnostic out = diagnose(kept_out, place_of(column), name(), column.name, text);
    out.basis = basis ? basis : column.basis;
    out_.push_back(std::move(out));
  }

  void check_unique(const std::string& text, FilledColumn<Row>& one) {
    if (!exact_) return one.digests.push_back(std::hash<std::string>()(text));
    const auto [first, added] = one.seen.try_emplace(text, row_->line);
    if (!added)
      refuse(diagnose(value_twice, place_of(*one.column), one.column->name, text, std::to_string(first->second)), *one.column);
  }

  void check_certificate(Row& typed, const Place& place) {
    if constexpr (Row::kind == RegisterKind::inspectors) {
      if (!typed.certificate_from || !typed.certificate_until) return;
      const Day from = *typed.certificate_from, until = *typed.certificate_until;
      if (until < from) {
        faults_.push_back(diagnose(ends_before_it_starts, place, name(), iso(from), iso(until)));
      } else if (until < request_.on && typed.drawable) {
        typed.drawable = false;
        typed.why_not = header_of(&Row::certificate_until) + "：" + iso(until);
        Diagnostic over = diagnose(certificate_over, place, name(), official(until));
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
  Imported<Row>& imported_;
  bool exact_;
  std::vector<FilledColumn<Row>> filled_;
  const sheets::Table::Row* row_ = nullptr;
  Diagnostics faults_, out_;
};

template <class Row>
Outcome read_all(const ImportRequest& request, RowReader<Row>& reader, Imported<Row>& imported) {
  if (is_workbook(request.bytes)) {
    ANJUAN_TRY(const sheets::Table table, read_table(request.bytes, request.file));
    ANJUAN_DO(reader.begin(table.header));
    for (const sheets::Table::Row& row : table.rows) reader.read(row);
    return Done{};
  }
  constexpr std::size_t most_reserved = std::size_t{1} << 20;  // lines may be empty: the file does not say how many rows
  imported.rows.reserve(std::min(most_reserved, static_cast<std::size_t>(std::count(request.bytes.begin(), request.bytes.end(), '\n'))));
  return sheets::read_csv_rows(request.bytes, request.file,
                               {[&](const std::vector<std::string>& header) { return reader.begin(header); },
                                [&](const sheets::Table::Row& row) { reader.read(row); }});
}

template <class Row>
Result<Imported<Row>> read_once(const ImportRequest& request, const RegisterColumns& columns, bool exact, bool& may_repeat) {
  Imported<Row> imported;
  RowReader<Row> reader(request, columns, imported, exact);
  ANJUAN_DO(read_all(request, reader, imported));
  if (imported.rows_in_file == 0) return diagnose(register_empty, Place{request.file});
  may_repeat = reader.may_repeat();
  return imported;
}

}  // namespace

Result<sheets::Table> read_table(std::string_view bytes, const std::string& file) {
  if (!is_workbook(bytes)) return sheets::read_csv(bytes, file);
  ANJUAN_TRY(const sheets::ReadWorkbook book, sheets::read_xlsx(bytes, file));
  return sheets::table_of(book, file);
}

std::optional<std::size_t> find_column(const std::vector<std::string>& header, const Column& column) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (is_named(column, header[i])) return i;
  }
  return std::nullopt;
}

template <class Row>
Result<Imported<Row>> import_rows(const ImportRequest& request) {
  const RegisterColumns* columns = request.mapping.columns_of(Row::kind);
  if (!columns) return diagnose(register_undefined, Place{request.file}, name_of(Row::kind));
  bool may_repeat = false;
  ANJUAN_TRY(Imported<Row> imported, read_once<Row>(request, *columns, false, may_repeat));
  if (!may_repeat) return imported;
  return read_once<Row>(request, *columns, true, may_repeat);
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
template Result<Imported<PlannedRound>> import_rows(const ImportRequest&);
template Result<std::vector<PlannedRound>> accepted(Imported<PlannedRound>, bool);
template Result<Imported<RecordedCheck>> import_rows(const ImportRequest&);
template Result<std::vector<RecordedCheck>> accepted(Imported<RecordedCheck>, bool);

}  // namespace anjuan::registers
