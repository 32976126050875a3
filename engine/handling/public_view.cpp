#include "handling/public_view.h"

#include "handling/each_register.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/printed_list.h"
#include "handling/register_versions.h"
#include "registers/fields.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

/// The rows with their public fields alone; the codes and licences in them may look like other numbers.
template <class Row>
List public_rows(const std::vector<Row>& rows, const registers::RegisterColumns& columns, publication::Screening& screening) {
  List out;
  for (const Row& row : rows) {
    const Value whole = registers::to_value(row);
    Fields shown;
    for (const registers::Column& column : columns.columns) {
      if (!column.published) continue;
      const Value& value = whole.field(column.field);
      shown.insert_or_assign(column.field, value);
      const bool code = column.kind == registers::ColumnKind::credit_code || column.kind == registers::ColumnKind::certificate;
      if (code) screening.permitted.insert(display(value));
    }
    shown.insert_or_assign("在库", Value(row.drawable));
    out.push_back(std::move(shown));
  }
  return out;
}

}  // namespace

Result<PublicView> public_view(const Office& office, const PublicViewRequest& request) {
  const registers::Mapping& mapping = *office.library.registers;
  const registers::RegisterColumns* columns = mapping.columns_of(request.kind);
  const std::string label = name_in_words(mapping, request.kind);
  if (!columns || columns->public_template.empty()) return diagnose(no_public_list, Place{}, label);
  ANJUAN_TRY(const auto reading, office.store.read());
  ANJUAN_TRY(const auto row, reading->load_register(std::string(registers::name_of(request.kind)), request.version));
  if (!row) return diagnose(no_register, Place{}, label);
  publication::Screening screening;
  const List rows = with_row(request.kind, [&](auto as) {
    return public_rows(registers::register_of<typename decltype(as)::type>(row->body).rows, *columns, screening);
  });
  const PrintedList list{columns->public_template,
                         Fields{{"名录名称", label}, {"名录版本", row->version}, {"名录版本日期", row->on}, {"名录各行", rows}}, request.on, request.printed};
  if (Diagnostics hits = check_list(office, list, screening); has_error(hits)) return hits;
  PublicView out{label, row->version, rows.size(), "", ""};
  ANJUAN_TRY(out.pdf, list_pdf(office, list));
  ANJUAN_TRY(out.xlsx, list_workbook(office, list));
  return out;
}

}  // namespace anjuan::handling
