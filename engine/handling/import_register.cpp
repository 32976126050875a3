#include "handling/import_register.h"

#include "base/text.h"
#include "handling/handle.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "registers/import.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

template <class Row>
Result<ImportedRegister> import_as(Office& office, const std::string& name, const RegisterFile& file,
                                   const Act& act) {
  ANJUAN_TRY(auto imported,
             registers::import_rows<Row>({*office.library.registers, file.bytes, file.path, act.on}));
  ImportedRegister out;
  out.name = name;
  out.remarks = imported.warnings;
  if (file.skip_bad_rows) {
    out.left_out = imported.refused.size();
    out.remarks.insert(out.remarks.end(), imported.refused.begin(), imported.refused.end());
  }
  ANJUAN_TRY(std::vector<Row> rows, registers::accepted(std::move(imported), file.skip_bad_rows));
  ANJUAN_TRY(const auto reading, office.store.read());
  ANJUAN_TRY(const auto latest, reading->load_register(name));
  registers::Register<Row> before;
  if (latest) before = registers::register_of<Row>(latest->body);
  const auto differences = registers::differences(before.rows, rows);
  out.added = differences.added.size();
  out.changed_fields = differences.changed.size();
  ANJUAN_TRY(const registers::Register<Row> after,
             registers::revise(before, std::move(rows), file.reason, act.on));
  out.rows = after.rows.size();
  out.version = after.version;
  const cases::RegisterRow row{name,   after.version, file.reason,
                               act.on, false,         registers::register_to_value(after)};
  ANJUAN_TRY([[maybe_unused]] const Receipt receipt, change_register(office, row, act));
  return out;
}

struct Kind {
  const char *name, *chinese;
  Result<ImportedRegister> (*import)(Office&, const std::string&, const RegisterFile&, const Act&);
};
constexpr Kind register_kinds[] = {{"targets", "检查对象", import_as<registers::InspectionTarget>},
                          {"practitioners", "执业人员", import_as<registers::Practitioner>},
                          {"inspectors", "执法检查人员", import_as<registers::Inspector>},
                          {"items", "抽查事项", import_as<registers::InspectionItem>}};

}  // namespace

Result<ImportedRegister> import_register(Office& office, const std::string& kind, const RegisterFile& file,
                                         const Act& act) {
  std::vector<std::string> known;
  for (const Kind& k : register_kinds) {
    known.push_back(std::string(k.name) + "（" + k.chinese + "）");
    if (kind != k.name && kind != k.chinese) continue;
    ANJUAN_TRY(ImportedRegister imported, k.import(office, k.name, file, act));
    imported.label = Wording(std::string(k.chinese), std::string(k.name));
    return imported;
  }
  return diagnose(unknown_register, Place{}, kind, join(known, "、"));
}

}  // namespace anjuan::handling
