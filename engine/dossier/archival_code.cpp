#include "dossier/archival_code.h"

#include "dossier/blanks.h"

namespace anjuan::dossier {
namespace {

Fields fields_of(const DossierRules& rules, const ArchivalParts& parts) {
  Fields fields;
  fields["全宗号"] = parts.fonds;
  fields["门类"] = rules.category;
  if (parts.year > 0) fields["年度"] = parts.year;
  fields["保管期限"] = parts.period.code;
  fields["机构"] = parts.unit;
  if (parts.serial > 0) fields[rules.serial_name] = parts.serial;
  return fields;
}

}  // namespace

Result<std::string> archival_series(const DossierRules& rules, const ArchivalParts& parts) {
  const std::string& pattern = rules.code_pattern;
  ANJUAN_TRY(const std::vector<Blank> blanks, parse_pattern(pattern, {rules.file}));
  std::string before;
  for (const Blank& blank : blanks) {
    if (blank.is_name && blank.text == rules.serial_name) break;
    before += blank.is_name
                  ? "{" + blank.text + (blank.digits ? ":" + std::to_string(blank.digits) : "") + "}"
                  : blank.text;
  }
  return fill_pattern(before, fields_of(rules, parts), {rules.file});
}

Result<std::string> archival_code(const DossierRules& rules, const ArchivalParts& parts) {
  return fill_pattern(rules.code_pattern, fields_of(rules, parts), {rules.file});
}

}  // namespace anjuan::dossier
