#pragma once
// Tells stories: plays each line by line in a scratch office, and notes what does not come out as told.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "stories/coverage.h"
#include "stories/judge.h"
#include "stories/player.h"
#include "stories/scratch_office.h"
#include "stories/story.h"

namespace anjuan::stories {

/// What a teller works with. The core reads no files itself.
struct Workshop {
  ReadFile read;
  /// Definition files below folders, and single files.
  std::function<Result<std::vector<handling::SourceFile>>(const std::vector<std::string>& paths)>
      read_definitions;
  /// The calendars that belong to a procedure's file; none given: plain weekdays.
  std::function<Result<std::vector<calendar::YearArrangement>>(const std::string& file)> calendars;
  ReadWords words_of;
  std::shared_ptr<const pages::Fonts> fonts;
  std::string scratch;                   ///< an existing folder for the offices; the caller removes it
  std::vector<std::string> definitions;  ///< instead of those that the stories name; empty: theirs
  std::string bureau;                    ///< instead of the office that they name; "": theirs
};

/// Something that did not come out as a line says.
struct Mistake {
  int line = 0;         ///< of the story; 0: the story as a whole
  Diagnostics why;      ///< with places
  std::string rewrite;  ///< the line as things are now, "" where a person has to think
};

/// A story as it went.
struct Told {
  Story story;
  std::vector<Mistake> wrong;
  std::size_t acts = 0, expectations = 0;  ///< lines played and judged
  std::size_t unjudged = 0;                ///< expectations that this machine cannot judge
  std::string bureau;                      ///< the file of the office that it plays in
  std::unique_ptr<ScratchOffice> office;   ///< as the story left it; null where it has none
  Desk desk;
};

/// The story's text with the lines of its mistakes rewritten where that is possible; each must then be
/// read by a person.
std::string accepted(const Told&);

class Teller {
 public:
  explicit Teller(Workshop workshop) : workshop_(std::move(workshop)) {}

  /// The story of this file; each is told once, those that it goes on from first.
  Told& tell(const std::string& file);
  const Coverage& coverage() const { return coverage_; }

 private:
  Told tell_anew(const std::string& file);
  Result<Told*> earlier(const Story&);
  Outcome begins_by_itself(const Story&);
  Outcome set_the_scene(Told&);
  std::string bureau_of(const Story&) const;
  /// The definitions below these paths, written as the story has them, with the office's own file.
  Result<DefinitionsPtr> load(const Story&, const std::vector<std::string>& written, const std::string& bureau);

  Workshop workshop_;
  Coverage coverage_;
  std::map<std::string, Told> told_;
  std::set<std::string> being_told_;
  std::map<std::vector<std::string>, DefinitionsPtr> loaded_;
};

}  // namespace anjuan::stories
