#pragma once
// What was added to a PDF after one of its revisions. A signature stands for the first bytes of a file; what
// follows them may be further signatures, or may change what a reader sees.

#include <string_view>

#include "base/result.h"

namespace anjuan::pages {

enum class Added {
  nothing,
  signatures,  ///< further signatures and the seals that are seen of them, nothing else
  other,       ///< pages, texts, remarks or anything else was added, changed or taken away
};

/// What follows the first `revision_size` bytes. Refused: a file or a revision that is no PDF. `file` is for
/// messages.
Result<Added> added_after(std::string_view pdf, std::size_t revision_size, const std::string& file);

}  // namespace anjuan::pages
