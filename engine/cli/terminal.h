#pragma once
// Where words go: standard output and error, the language, and whether a person is watching.

#include <cstdint>
#include <iosfwd>
#include <string>

#include "base/diagnostic.h"
#include "base/date.h"

namespace anjuan::cli {

/// The edge: what a command may know of its surroundings.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::chinese;
  bool watched = false;          ///< standard error is a terminal: progress may be shown
  std::string user;              ///< operating-system user
  Moment now;
  std::string office_folder;     ///< of --office, ANJUAN_OFFICE or the current folder
  std::string font_folder;       ///< folders of ANJUAN_FONTS, then the program's; ':' between them
  std::istream* in = nullptr;    ///< standard input; null: nothing can be asked
  bool asked = false;            ///< standard input is a terminal: a person answers
  bool office_named = false;     ///< --office was written
  std::string template_folder = {};  ///< of ANJUAN_TEMPLATES or the program's own; "": none

  const char* say(const char* chinese, const char* english) const { return language == Language::chinese ? chinese : english; }
};

/// Prints each diagnostic with the line it is about: remarks on something that was done.
void remark(Terminal&, const Diagnostics&);
/// Prints each diagnostic, then that nothing was written if any is an error and this is sure; gives the exit status.
int report(Terminal&, const Diagnostics&);
/// The same of the exception that is being handled, which nobody below knew what to do with.
int report_exception(Terminal&);
/// The same with an ending for checks: "没有发现错误" where nothing is wrong.
int report_check(Terminal&, const Diagnostics&, std::size_t files);
/// Hands over what is still to be printed, and gives the exit status of a command that ended with `status`: a fault, told,
/// where not all that it printed could be written.
int end_output(Terminal&, int status);

/// The whole file; false, with errno, where it cannot be read or has more than so many bytes (EFBIG).
bool read_at_most(std::uintmax_t most, const std::string& path, std::string& bytes);
/// The same of a file of any use, up to 1 GiB.
bool read_whole(const std::string& path, std::string& bytes);
/// Why these did not, from errno: a path that is wrong is refused, a system that is short of something is a fault.
Diagnostic unreadable(const std::string& path);

}  // namespace anjuan::cli
