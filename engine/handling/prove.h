#pragma once
// Procedures proved: each explored for itself, then held against the others it exchanges messages with
// and against the people of the office. Nothing that only reads definitions needs it; it is asked for
// where they are written and adopted.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "handling/library.h"
#include "handling/staff.h"

namespace anjuan::handling {

struct Proofs {
  Diagnostics found;
  Diagnostics teams;  ///< what tables say; roles that one person alone can fill, teams for which nobody is left to review
  std::size_t procedures = 0, assertions = 0, refuted = 0, unproved = 0, undecided = 0, scenes = 0;
  std::vector<std::pair<std::string, std::string>> proved;  ///< file and label of each assertion
  std::map<std::string, std::vector<analysis::Decision>> decisions;  ///< by file, of those that were explored
};

/// Of the procedures among the files. Those with errors of their own are left out: they are told by the
/// checks. `companions` lie beside the files: looked up, not proved. Teams are
/// looked at where a bureau is among the files or known to the staff. `only`: the files of which the procedures are
/// explored; the others are held against messages and people alone. None: all.
Proofs prove_files(const std::vector<SourceFile>& files, const std::vector<SourceFile>& companions,
                   const analysis::Limits&, Staff = {}, const std::set<std::string>* only = nullptr);

/// Files of the procedures that an office would take up anew: all but those that it works by already, byte for byte
/// and with the same facts. What is in force is not proved again.
std::set<std::string> taken_up_anew(const Library& given, const Library& in_force);

}  // namespace anjuan::handling
