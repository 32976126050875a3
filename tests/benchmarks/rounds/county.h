#pragma once
// A county of any size, made up: registers as files to import, and its bureau.

#include <string>
#include <vector>

namespace anjuan::rounds_benchmark {

/// An inspector, as register and bureau know him.
struct Inspector {
  std::string id, name;
};

/// What a round is played in. All of it is a function of the two sizes.
struct County {
  std::vector<Inspector> inspectors;
  std::string targets_csv, inspectors_csv;
  std::string bureau_xml;  ///< that of the example, with these inspectors
};

/// `bureau_xml`: the bureau of the example. Two in five targets are law firms, one in twenty a notary office, the rest
/// legal service offices; all can be drawn in each of the years that have a calendar.
County make_county(int targets, int inspectors, const std::string& bureau_xml);

}  // namespace anjuan::rounds_benchmark
