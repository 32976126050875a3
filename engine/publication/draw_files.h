#pragma once
// The files by which anybody can recompute a draw: which of them may be published, and when. Before
// the inspections end they would tell whom to expect; and a list may hold codes, never a reason in
// words that tells of a person.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "publication/publication_rules.h"

namespace anjuan::publication {

/// How far a drawn case has come.
struct DrawnCase {
  std::string number;
  bool inspection_ended = false;
};

/// Names every case whose inspection has not ended; empty: the files may be published.
Diagnostics check_draw_time(const std::vector<DrawnCase>&, const PublicationRules&);

/// What a published draw list may say: the reason codes of the round, and the names of the register
/// (none: names are not compared).
struct DrawWords {
  std::set<std::string> reason_codes, names;
};

/// Searches a list, seed, events or result file (draw/SPEC: anjuan-list, -seed, -events, -result) by
/// line: notes and reasons must be "-" or a reason code, names must be those of the register, and no
/// field may be a number that is not to be published.
Diagnostics check_draw_file(std::string_view text, const DrawWords&, const std::string& file);

}  // namespace anjuan::publication
