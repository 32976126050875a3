#pragma once
// A workshop for the tests of stories: files from disk, words through pdftotext.

#include "cli/story_workshop.h"
#include "support/fake_office.h"

namespace anjuan::stories {

/// One for the whole program, so that what is slow is loaded once.
inline const Workshop& workshop() {
  static const support::TemporaryFolder scratch;
  static const Workshop shared = [] {
    Workshop out = cli::story_workshop(scratch.path());
    out.fonts = support::shipped().fonts;
    return out;
  }();
  return shared;
}

}  // namespace anjuan::stories
