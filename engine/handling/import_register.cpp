#include "handling/import_register.h"

#include "handling/each_register.h"
#include "handling/handle.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/register_versions.h"
#include "registers/import.h"
#include "registers/revision.h"

namespace anjuan::handling {
namespace {

template <class Row>
Result<ImportedRegister> import_as(Office& office, const std::string& name, const RegisterFile& file,
                                   const Act& act) {
  const registers::Mapping& mapping = file.columns ? *file.columns : *office.library.registers;
  ANJUAN_TRY(auto imported, registers::import_rows<Row>({mapping, file.bytes, file.path, act.on}));
  ImportedRegister out;
  out.name = name;
  out.remarks = imported.warnings;
  if (file.skip_bad_rows) {
    out.left_out = imported.refused.size();
    out.remarks.insert(out.remarks.end(), imported.refused.begin(), imported.refused.end());
  }
  ANJUAN_TRY(const std::vector<Row> rows, registers::accepted(std::move(imported), file.skip_bad_rows));
  Value before;
  {
    ANJUAN_TRY(const auto reading, office.store.read());
    ANJUAN_TRY(auto latest, reading->load_register(name));
    if (latest) before = std::move(latest->body);
  }
  out.first = before.empty();
  ANJUAN_TRY(registers::Revision revision, registers::revision_of(before, rows, file.reason, act.on, act.signatory));
  out.differences = std::move(revision.differences);
  out.rows = revision.rows;
  out.version = revision.version;
  if (file.only_show) return out;
  ANJUAN_TRY([[maybe_unused]] const Receipt receipt, change_register(office, {name, out.version, file.reason, act.on, false, std::move(revision.body)}, act));
  out.applied = true;
  return out;
}

}  // namespace

Result<ImportedRegister> import_register(Office& office, const std::string& kind, const RegisterFile& file,
                                         const Act& act) {
  ANJUAN_TRY(const registers::RegisterKind wanted, register_kind(*office.library.registers, kind));
  for (const RegisterName& name : register_names()) {
    if (name.kind != wanted) continue;
    auto imported = with_row(name.kind, [&](auto as) { return import_as<typename decltype(as)::type>(office, name.id, file, act); });
    if (imported.ok()) imported->label = Wording(std::string(name.chinese), std::string(name.id));
    return imported;
  }
  return diagnose(unknown_register, Place{}, kind, "");
}

}  // namespace anjuan::handling
