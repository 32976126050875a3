#pragma once
// Files that a PDF carries whole (ISO 32000-1, 7.11.4): a bound volume has its electronically signed papers
// so.

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::pages {

struct AttachedFile {
  std::string name, description, bytes;
};
/// A file unpacks to no more than this, nor all of one PDF to more than hundred times its size: beyond, it is
/// meant to harm.
inline constexpr std::size_t most_unpacked = std::size_t{256} << 20;

/// Hands over each file, one at a time, in the order of the table of names, until `take` refuses. Refused: a
/// file that is no PDF; files larger than they may be. `file` is for messages.
Outcome read_attached_files(std::string_view pdf, const std::string& file, const std::function<Outcome(const AttachedFile&)>& take);

}  // namespace anjuan::pages
