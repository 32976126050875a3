#pragma once
// An office for a story: made new, or as another story has left it.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "handling/library.h"
#include "handling/office.h"

namespace anjuan::stories {

/// What offices of several stories share; loaded once.
struct Definitions {
  std::vector<handling::SourceFile> files;
  handling::Library library;
  calendar::WorkingCalendar calendar;
};
using DefinitionsPtr = std::shared_ptr<const Definitions>;
/// Refused: definitions with errors; an office that is not for exercises.
Result<DefinitionsPtr> load_definitions(std::vector<handling::SourceFile>);

class ScratchOffice {
 public:
  /// A new office in `folder`, which does not exist yet, that adopts the definitions at that moment.
  static Result<std::unique_ptr<ScratchOffice>> make(const std::string& folder, DefinitionsPtr,
                                                     std::shared_ptr<const pages::Fonts>, Moment adopted,
                                                     const std::string& recorder);
  /// A copy of this office as it stands, in another folder.
  Result<std::unique_ptr<ScratchOffice>> copy(const std::string& folder);

  handling::Office office() const;
  const std::string& folder() const { return folder_; }
  const Definitions& definitions() const { return *definitions_; }

  /// 采用: these definitions instead of those it has, as its next edition; cases stay on theirs.
  Outcome adopt(const DefinitionsPtr&, Moment recorded, const std::string& recorder);
  /// 任职: a post held from and until these days; false where there is no such person.
  bool appoint(const std::string& name, const cases::Post&);

 private:
  ScratchOffice(std::string folder, DefinitionsPtr, std::shared_ptr<const cases::Bureau>,
                std::shared_ptr<const pages::Fonts>);
  Outcome open();

  std::string folder_;
  DefinitionsPtr definitions_;
  std::shared_ptr<const cases::Bureau> bureau_;
  std::shared_ptr<const pages::Fonts> fonts_;
  std::shared_ptr<handling::Shelf> shelf_;
  std::unique_ptr<cases::CaseStore> store_;
};

}  // namespace anjuan::stories
