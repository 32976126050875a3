#include "handling/register_versions.h"

#include <algorithm>

#include "base/text.h"
#include "handling/each_register.h"
#include "handling/handle.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/printed_list.h"

namespace anjuan::handling {
namespace {

using registers::RegisterKind;

/// The name of a person of the office, else the id as it stands.
std::string name_of_person(const Office& office, const std::string& id) {
  const auto found = std::find_if(office.bureau.people.begin(), office.bureau.people.end(), [&](const auto& p) { return p.id.text() == id; });
  return found == office.bureau.people.end() ? id : found->name;
}

template <class Row>
RegisterVersion version_from(const Office& office, const cases::RegisterRow& row) {
  const auto content = registers::register_of<Row>(row.body);
  const auto in = std::count_if(content.rows.begin(), content.rows.end(), [](const Row& r) { return r.drawable; });
  return {row.version, row.on, row.reason, name_of_person(office, content.approver), content.rows.size(), static_cast<std::size_t>(in), row.frozen};
}

Result<cases::RegisterRow> version_in(cases::Reading& reading, const registers::Mapping& mapping, RegisterKind kind, std::int64_t version) {
  ANJUAN_TRY(const auto row, reading.load_register(std::string(registers::name_of(kind)), version));
  if (row) return *row;
  const std::string label = name_in_words(mapping, kind);
  return diagnose(no_register, Place{}, version == 0 ? label : label + "（第" + std::to_string(version) + "版）");
}

PrintedList printed(const Office& office, const DifferenceReport& report) {
  const registers::Differences& d = report.difference.differences;
  List changed, added, left;
  for (const auto& c : d.changed) changed.push_back(Fields{{"编号", c.id}, {"名称", c.name}, {"字段", c.field}, {"原内容", c.before}, {"新内容", c.after}});
  for (const std::string& id : d.added) added.emplace_back(id);
  for (const std::string& id : d.dropped) left.emplace_back(id);
  return {office.library.registers->difference_template,
          Fields{{"名录名称", report.label}, {"原版本", report.difference.from}, {"新版本", report.difference.to}, {"调整理由", report.difference.reason},
                 {"批准人", report.difference.approver}, {"新增", std::move(added)}, {"缺少", std::move(left)}, {"变化", std::move(changed)}},
          report.on, report.printed};
}

}  // namespace

std::string name_in_words(const registers::Mapping& mapping, RegisterKind kind) {
  const auto* columns = mapping.columns_of(kind);
  return columns ? columns->label : std::string(registers::name_of(kind));
}

Result<RegisterKind> register_kind(const registers::Mapping& mapping, const std::string& word) {
  std::vector<std::string> known;
  for (const RegisterName& name : register_names()) {
    if (word == name.id || word == name.chinese || word == name_in_words(mapping, name.kind)) return name.kind;
    known.push_back(std::string(name.id) + "（" + name.chinese + "）");
  }
  return diagnose(unknown_register, Place{}, word, enumerated(known));
}

Result<std::optional<cases::RegisterRow>> register_on(cases::Reading& reading, const std::string& name, Day on) {
  ANJUAN_TRY(const auto versions, reading.list_registers());
  std::int64_t latest = 0;
  for (const cases::RegisterRow& row : versions) {
    if (row.name == name && row.on <= on) latest = std::max(latest, row.version);
  }
  if (latest == 0) return std::optional<cases::RegisterRow>();
  return reading.load_register(name, latest);
}

Result<std::vector<RegisterVersion>> versions_of(const Office& office, RegisterKind kind) {
  ANJUAN_TRY(const auto reading, office.store.read());
  ANJUAN_TRY(const auto rows, reading->list_registers());
  std::vector<RegisterVersion> out;
  for (const cases::RegisterRow& row : rows) {
    if (row.name != registers::name_of(kind)) continue;
    ANJUAN_TRY(const cases::RegisterRow whole, version_in(*reading, *office.library.registers, kind, row.version));
    out.push_back(with_row(kind, [&](auto as) { return version_from<typename decltype(as)::type>(office, whole); }));
  }
  if (out.empty()) return diagnose(no_register, Place{}, name_in_words(*office.library.registers, kind));
  return out;
}

Result<VersionDifference> compare_versions(const Office& office, RegisterKind kind, std::int64_t from, std::int64_t to) {
  ANJUAN_TRY(const auto reading, office.store.read());
  const registers::Mapping& mapping = *office.library.registers;
  ANJUAN_TRY(const cases::RegisterRow later, version_in(*reading, mapping, kind, to));
  const std::int64_t before = from > 0 ? from : later.version - 1;
  if (before == 0) return diagnose(nothing_before_version, Place{}, name_in_words(mapping, kind));
  ANJUAN_TRY(const cases::RegisterRow earlier, version_in(*reading, mapping, kind, before));
  return with_row(kind, [&](auto as) {
    using Row = typename decltype(as)::type;
    const auto old_one = registers::register_of<Row>(earlier.body), new_one = registers::register_of<Row>(later.body);
    return VersionDifference{earlier.version, later.version, later.reason, name_of_person(office, new_one.approver), registers::differences(old_one.rows, new_one.rows)};
  });
}

Result<RegisterVersion> confirm_unchanged(Office& office, RegisterKind kind, const std::string& reason, const Act& act) {
  cases::RegisterRow latest;
  {
    ANJUAN_TRY(const auto reading, office.store.read());
    ANJUAN_TRY(latest, version_in(*reading, *office.library.registers, kind, 0));
  }
  return with_row(kind, [&](auto as) -> Result<RegisterVersion> {
    using Row = typename decltype(as)::type;
    const auto before = registers::register_of<Row>(latest.body);
    ANJUAN_TRY(const auto after, registers::revise(before, before.rows, reason, act.on, act.signatory));
    const cases::RegisterRow row{latest.name, after.version, after.reason, act.on, false, registers::register_to_value(after)};
    ANJUAN_TRY([[maybe_unused]] const Receipt receipt, change_register(office, row, act));
    return version_from<Row>(office, row);
  });
}

Result<std::vector<DueRow>> refreshes_due(cases::Reading& reading, const registers::Mapping& mapping, const calendar::WorkingCalendar& calendar, Day on) {
  ANJUAN_TRY(const auto versions, reading.list_registers());
  std::vector<DueRow> out;
  for (const registers::RegisterColumns& columns : mapping.registers) {
    if (!columns.refresh) continue;
    const std::string name(registers::name_of(columns.kind));
    std::optional<Day> latest;
    for (const cases::RegisterRow& row : versions) {
      if (row.name == name && row.on <= on) latest = latest ? std::max(*latest, row.on) : row.on;
    }
    if (!latest) continue;
    const int year = year_of(*latest) + 1;
    const Day due = columns.refresh->by.in(year), warn = columns.refresh->warn_from.in(year);
    if (on < warn) continue;
    const std::string basis = columns.basis ? columns.basis->instrument + columns.basis->article : "";
    out.push_back({CaseId(name), columns.label, std::to_string(year) + "年度更新公开", "", basis, *latest, due, false, calendar.days_left(on, due), due < on});
  }
  return out;
}

Result<std::string> difference_pdf(const Office& office, const DifferenceReport& report) { return list_pdf(office, printed(office, report)); }
Result<std::string> difference_workbook(const Office& office, const DifferenceReport& report) { return list_workbook(office, printed(office, report)); }

}  // namespace anjuan::handling
