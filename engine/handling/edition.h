#pragma once
// 版本: the definition files that an office adopted at one time. A case stays on the edition that it
// was opened under, procedure, templates, forms, styles and rules together, until it is migrated; people,
// calendars and registers are always those of today.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/case_store.h"
#include "handling/library.h"

namespace anjuan::handling {

struct AdoptedFile {
  std::string path, digest;
};

/// Numbered from 1 in the order of their adoption.
struct Edition {
  int number = 0;
  std::string adopted;  ///< the recorded time, ISO
  std::vector<AdoptedFile> files;
};

/// All editions of the office, oldest first. Offices made before editions were kept have none.
Result<std::vector<Edition>> editions(cases::Reading&);
/// The bytes of an edition's files.
Result<std::vector<SourceFile>> files_of(cases::Reading&, const std::vector<AdoptedFile>&);

/// Makes the files the office's current definitions. Where those that a case stays with are the current
/// ones already (a new calendar, say), that is no new edition. Gives the edition and what the journal tells of it (fields definitions and edition).
struct Adopted {
  int edition = 0;
  Fields told;
};
Result<Adopted> adopt(cases::Transaction&, const std::vector<SourceFile>&, const std::string& recorded);
/// The same as an earlier journal told it, whose entry may know no editions.
Result<Adopted> adopt_again(cases::Transaction&, const std::vector<SourceFile>&, const Value& entry);

/// The files of the office's current definitions.
Result<std::vector<SourceFile>> current_files(cases::Reading&);
/// The office's current definitions, loaded without being checked anew: that was done when they were
/// adopted, and what a later program would ask of a new file is not asked of them.
Result<Library> current_library(cases::Reading&);

/// Libraries of earlier editions, each loaded when a case first needs it.
class Shelf {
 public:
  Result<const Library*> library(cases::Reading&, int edition);

 private:
  std::map<int, std::unique_ptr<const Library>> loaded_;
};

struct Office;
/// The edition that a case runs on.
Result<const Library*> library_of(const Office&, cases::Reading&, const cases::Case&);
/// The procedure that a case runs on: by its digest, from its edition or from the store's files.
Result<procedure::DefinitionPtr> definition_of(const Office&, cases::Reading&, const cases::Case&);

}  // namespace anjuan::handling
