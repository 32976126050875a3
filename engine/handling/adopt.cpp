#include "handling/adopt.h"

namespace anjuan::handling {

Outcome record_definitions(cases::CaseStore& store, const std::vector<SourceFile>& files,
                           const Adoption& adoption) {
  ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, store.begin());
  List list;
  for (const SourceFile& file : files) {
    ANJUAN_TRY(const std::string digest, tx->put_file(file.bytes));
    list.push_back(Fields{{"path", file.path}, {"digest", digest}});
  }
  const Value definitions(std::move(list));
  ANJUAN_TRY(auto adopted, tx->set(definitions_setting, definitions));
  ANJUAN_TRY(auto entry, tx->append(Fields{{"kind", adoption.kind},
                                           {"case", ""},
                                           {"recorder", Fields{{"姓名", adoption.recorder}}},
                                           {"recorded", iso(adoption.recorded)},
                                           {"definitions", definitions}}));
  static_cast<void>(adopted), static_cast<void>(entry);
  return tx->commit();
}

}  // namespace anjuan::handling
