#include "stories/scratch_office.h"

#include "handling/adopt.h"
#include "handling/edition.h"
#include "handling/update.h"
#include "store/sqlite_store.h"
#include "stories/messages.h"

namespace anjuan::stories {

Result<DefinitionsPtr> load_definitions(std::vector<handling::SourceFile> files) {
  handling::LibraryResult loaded = handling::load_library(files);
  if (has_error(loaded.found)) return loaded.found;
  const cases::Bureau& bureau = *loaded.library.bureau;
  if (!bureau.exercise) {
    const Value& name = bureau.facts.contains("名称") ? bureau.facts.at("名称") : Value();
    return diagnose(not_for_exercise, Place{}, name.text_or_empty());
  }
  loaded.library.edition = 1;  // each scratch office begins with these definitions
  ANJUAN_TRY(auto calendar, calendar::WorkingCalendar::make(loaded.library.years));
  return DefinitionsPtr(std::make_shared<const Definitions>(
      Definitions{std::move(files), std::move(loaded.library), std::move(calendar)}));
}

ScratchOffice::ScratchOffice(std::string folder, DefinitionsPtr definitions,
                             std::shared_ptr<const cases::Bureau> bureau,
                             std::shared_ptr<const pages::Fonts> fonts)
    : folder_(std::move(folder)),
      definitions_(std::move(definitions)),
      bureau_(std::move(bureau)),
      fonts_(std::move(fonts)),
      shelf_(std::make_shared<handling::Shelf>()) {}

Outcome ScratchOffice::open() {
  ANJUAN_TRY(store_, store::open_office_store(folder_));
  return Done{};
}

Result<std::unique_ptr<ScratchOffice>> ScratchOffice::make(const std::string& folder,
                                                           DefinitionsPtr definitions,
                                                           std::shared_ptr<const pages::Fonts> fonts,
                                                           Moment adopted, const std::string& recorder) {
  ANJUAN_DO(store::create_office_store(folder, Value(Fields{})));
  auto bureau = definitions->library.bureau;
  std::unique_ptr<ScratchOffice> out(
      new ScratchOffice(folder, std::move(definitions), std::move(bureau), std::move(fonts)));
  ANJUAN_DO(out->open());
  ANJUAN_TRY(
      [[maybe_unused]] const Done recorded,
      handling::record_definitions(*out->store_, out->definitions_->files, {"init", recorder, adopted}));
  return out;
}

Result<std::unique_ptr<ScratchOffice>> ScratchOffice::copy(const std::string& folder) {
  store_.reset();  // the database is at rest while it is copied
  ANJUAN_DO(store::copy_office_store(folder_, folder));
  ANJUAN_DO(open());
  std::unique_ptr<ScratchOffice> out(new ScratchOffice(folder, definitions_, bureau_, fonts_));
  ANJUAN_DO(out->open());
  return out;
}

handling::Office ScratchOffice::office() const {
  return {*store_, *bureau_, definitions_->library, definitions_->calendar, *fonts_, folder_ + "/files/tmp",
          shelf_};
}

Outcome ScratchOffice::adopt(const DefinitionsPtr& next, Moment recorded, const std::string& recorder) {
  handling::Act recount;
  recount.on = day_of(recorded);
  recount.recorded = recorded;
  recount.signatory = recount.recorder = recorder;
  ANJUAN_TRY([[maybe_unused]] const handling::Receipt counted,
             handling::update_definitions(*store_, next->files, {"update", recorder, recorded}, recount, *fonts_));
  ANJUAN_TRY(const auto reading, store_->read());
  ANJUAN_TRY(const std::vector<handling::Edition> editions, handling::editions(*reading));
  auto own = std::make_shared<Definitions>(*next);
  own->library.edition = editions.back().number;
  definitions_ = std::move(own);
  return Done{};
}

bool ScratchOffice::appoint(const std::string& name, const cases::Post& post) {
  auto changed = std::make_shared<cases::Bureau>(*bureau_);
  bool found = false;
  for (cases::Person& person : changed->people) {
    if (person.name != name) continue;
    person.posts.push_back(post);
    found = true;
  }
  bureau_ = std::move(changed);
  return found;
}

}  // namespace anjuan::stories
