#include "handling/adopt.h"

#include "handling/edition.h"

namespace anjuan::handling {

Outcome record_definitions(cases::CaseStore& store, const std::vector<SourceFile>& files,
                           const Adoption& adoption) {
  ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, store.begin());
  ANJUAN_TRY(const Adopted adopted, adopt(*tx, files, iso(adoption.recorded)));
  Fields entry = adopted.told;
  entry.insert_or_assign("kind", Value(adoption.kind));
  entry.insert_or_assign("case", Value(""));
  entry.insert_or_assign("recorder", Value(Fields{{"姓名", adoption.recorder}}));
  entry.insert_or_assign("recorded", Value(iso(adoption.recorded)));
  ANJUAN_TRY([[maybe_unused]] const journal::Entry appended, tx->append(Value(std::move(entry))));
  return tx->commit();
}

}  // namespace anjuan::handling
