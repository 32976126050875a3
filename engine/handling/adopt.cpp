#include "handling/adopt.h"

#include "base/check.h"
#include "handling/edition.h"
#include "handling/messages.h"
#include "handling/recording.h"
#include "handling/update.h"

namespace anjuan::handling {

namespace {

/// The adoption with its entry, in a transaction that the caller commits; gives the edition. `people`: among whom the
/// recorder is.
Result<int> append_adoption(cases::Transaction& tx, const std::vector<SourceFile>& files, const Adoption& adoption, const cases::Bureau& people) {
  ANJUAN_TRY(const Adopted adopted, adopt(tx, files, iso(adoption.recorded)));
  Fields entry = adopted.told;
  entry.insert_or_assign("kind", Value(adoption.kind));
  entry.insert_or_assign("case", Value(""));
  entry.insert_or_assign("recorder", cases::to_value(people, adoption.recorder));
  entry.insert_or_assign("recorded_as", Value(adoption.recorder));
  entry.insert_or_assign("recorded", Value(iso(adoption.recorded)));
  ANJUAN_TRY([[maybe_unused]] const journal::Entry appended, tx.append(Value(std::move(entry))));
  return adopted.edition;
}

/// The bureau in force, or the one that comes where there is none yet.
Result<cases::Bureau> bureau_in_force(cases::Reading& office, const Library& next) {
  ANJUAN_TRY(const Library now, current_library(office));
  if (now.bureau) return *now.bureau;
  return next.bureau ? *next.bureau : cases::Bureau{};
}

/// 演练 stays 演练: papers of an office are either all marked or none, and in an exercise one user may play all parts.
Outcome refuse_other_mode(const cases::Bureau& now, const cases::Bureau& next) {
  if (now.exercise == next.exercise) return Done{};
  return diagnose(next.exercise ? exercise_begun_later : exercise_ended_later, Place{});
}

}  // namespace

Outcome record_definitions(cases::CaseStore& store, const std::vector<SourceFile>& files,
                           const Adoption& adoption) {
  ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, store.begin());
  ANJUAN_TRY(const cases::Bureau people, bureau_in_force(*tx, load_adopted(files).library));
  ANJUAN_TRY([[maybe_unused]] const int edition, append_adoption(*tx, files, adoption, people));
  return tx->commit();
}

Result<Receipt> update_definitions(cases::CaseStore& store, const std::vector<SourceFile>& files,
                                   const Adoption& adoption, const Act& recount, const pages::Fonts& fonts) {
  LibraryResult loaded = load_adopted(files);
  if (has_error(loaded.found)) return std::move(loaded.found);
  ANJUAN_CHECK(loaded.library.bureau != nullptr);  // files without one are refused before they are adopted
  ANJUAN_TRY(const auto calendar, calendar::WorkingCalendar::make(loaded.library.years));
  Office office{store, *loaded.library.bureau,   loaded.library, calendar, fonts,
                "",    std::make_shared<Shelf>()};
  const auto attempt = [&]() -> Result<Receipt> {
    ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, store.begin());
    ANJUAN_TRY(const cases::Bureau now, bureau_in_force(*tx, loaded.library));
    ANJUAN_DO(refuse_other_mode(now, office.bureau));
    ANJUAN_TRY(loaded.library.edition, append_adoption(*tx, files, adoption, now));
    ANJUAN_TRY(Receipt receipt, recompute_limits_within(office, *tx, recount));
    ANJUAN_DO(tx->commit());
    return receipt;
  };
  Result<Receipt> result = attempt();
  if (!result.ok() && !has_fault(result.diagnostics())) record_refusal(office, adoption.kind, CaseId(), recount, result.diagnostics());
  return result;
}

}  // namespace anjuan::handling
