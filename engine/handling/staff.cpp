#include "handling/staff.h"

#include <algorithm>

#include "handling/freeze_values.h"
#include "handling/messages.h"
#include "registers/import.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

/// Whether the table is a register of this kind; then its rows, and what an import would say.
template <class Row>
bool read_as(const registers::Mapping& mapping, const SourceFile& table, Day on, Diagnostics& found,
             std::optional<std::vector<Row>>* rows) {
  if (mapping.columns_of(Row::kind) == nullptr) return false;
  auto imported = registers::import_rows<Row>({mapping, table.bytes, table.path, on});
  if (!imported.ok()) return false;
  append(found, imported->refused);
  append(found, imported->warnings);
  if (rows != nullptr) *rows = std::move(imported->rows);
  return true;
}

template <class Row>
Outcome read_register(cases::Reading& reading, const char* name, std::optional<std::vector<Row>>& rows) {
  ANJUAN_TRY(const auto row, reading.load_register(name));
  if (row) rows = registers::register_of<Row>(row->body).rows;
  return Done{};
}

/// The procedures of both, those asked about first.
std::vector<const procedure::Definition*> all_of(const Library& library, const Library& beside) {
  std::vector<const procedure::Definition*> out;
  for (const Library* known : {&library, &beside}) {
    for (const auto& [name, loaded] : known->procedures) out.push_back(loaded.content.get());
  }
  return out;
}

/// How many the procedure draws for one target, as its freezing of the list says; 0: it draws nobody.
std::size_t team_drawn_by(const procedure::Definition& definition) {
  const Fields values = freeze_values(definition);
  const auto seats = values.find("席位");
  if (seats != values.end() && seats->second.is(Value::Kind::list) && !seats->second.list().empty()) return seats->second.list().size();
  const auto size = values.find("每组人数");
  const bool known = size != values.end() && size->second.is(Value::Kind::integer) && size->second.integer() > 0;
  return known ? static_cast<std::size_t>(size->second.integer()) : 0;
}

bool opens(const procedure::Definition& round, const procedure::Definition& one) {
  bool found = false;
  procedure::for_every_action(round, [&](const procedure::Action& action) {
    const auto* open = std::get_if<procedure::OpenCasesAction>(&action.what);
    found = found || (open != nullptr && open->definition == one.name);
  });
  return found;
}

/// Those who stand in the register and hold a certificate, and what is inspected.
analysis::DrawBase base_of(const Staff& staff) {
  analysis::DrawBase base;
  if (staff.inspectors) {
    base.inspectors.emplace();
    for (const registers::Inspector& one : *staff.inspectors) {
      if (one.drawable)
        base.inspectors->push_back({one.id, one.name, one.certificate_from, one.certificate_until});
    }
  }
  if (!staff.targets) return base;
  for (const registers::InspectionTarget& target : *staff.targets) {
    if (!target.drawable) continue;
    analysis::Inspected inspected{target.trade, target.section, {}};
    for (const registers::Inspector& one : staff.inspectors.value_or(std::vector<registers::Inspector>())) {
      if (std::find(one.interests.begin(), one.interests.end(), target.id) != one.interests.end())
        inspected.barred.insert(one.id);
    }
    base.targets.push_back(std::move(inspected));
  }
  return base;
}

}  // namespace

Result<Staff> staff_of(cases::Reading& reading, const Library& library, Day on) {
  Staff staff;
  staff.on = on;
  staff.bureau = library.bureau;
  staff.mapping = library.registers;
  ANJUAN_DO(read_register(reading, "inspectors", staff.inspectors));
  ANJUAN_DO(read_register(reading, "targets", staff.targets));
  return staff;
}

Diagnostics read_tables(Staff& staff, const registers::Mapping* mapping) {
  Diagnostics found;
  for (const SourceFile& table : staff.tables) {
    if (mapping == nullptr) {
      found.push_back(diagnose(no_register_map, Place{table.path}));
      continue;
    }
    const bool known =
        read_as<registers::Inspector>(*mapping, table, staff.on, found, &staff.inspectors) ||
        read_as<registers::InspectionTarget>(*mapping, table, staff.on, found, &staff.targets) ||
        read_as<registers::Practitioner>(*mapping, table, staff.on, found, nullptr) ||
        read_as<registers::InspectionItem>(*mapping, table, staff.on, found, nullptr) ||
        read_as<registers::PlannedRound>(*mapping, table, staff.on, found, nullptr) ||
        read_as<registers::RecordedCheck>(*mapping, table, staff.on, found, nullptr);
    if (!known) found.push_back(diagnose(table_is_no_register, Place{table.path}));
  }
  return found;
}

std::vector<analysis::Officer> officers_of(const cases::Bureau& bureau) {
  std::vector<analysis::Officer> officers;
  for (const cases::Person& person : bureau.people) {
    analysis::Officer officer{person.name, {}, person.id.text()};
    for (const cases::Post& post : person.posts)
      officer.posts.push_back({post.name, post.unit, post.from, post.until});
    officers.push_back(std::move(officer));
  }
  return officers;
}

Diagnostics check_teams(const Library& library, const Library& beside, const cases::Bureau& bureau,
                        const Staff& staff) {
  const std::vector<analysis::Officer> officers = officers_of(bureau);
  const auto definitions = all_of(library, beside);
  Diagnostics found;
  for (const procedure::Definition* one : definitions) {
    analysis::DrawBase base = base_of(staff);
    // A procedure that draws sees all that it drew; one that is opened by it, its own team.
    if (const std::size_t team = team_drawn_by(*one); team > 0) {
      base.whole_draw = true;
      base.team = team;
    } else {
      std::size_t largest = 0;
      for (const procedure::Definition* round : definitions) {
        if (opens(*round, *one)) largest = std::max(largest, team_drawn_by(*round));
      }
      if (largest > 0) base.team = largest;
    }
    append(found, analysis::check_teams(*one, officers, base, staff.on));
  }
  return found;
}

}  // namespace anjuan::handling
