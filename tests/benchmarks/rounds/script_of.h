#pragma once
// The acts of a round, in the words of a script (stories/script.h): what people do from the plan to the archive.

#include <string>
#include <vector>

#include "base/date.h"
#include "benchmarks/rounds/county.h"

namespace anjuan::rounds_benchmark {

/// From the plan to the draw; `drawn`: the day of the draw.
std::string acts_until_draw(const std::string& round, Day drawn, const std::vector<Inspector>&);

/// What a drawn case is played by.
struct DrawnCase {
  std::string id, target;
  std::vector<std::string> team;  ///< names
  bool rectified = false;         ///< a finding, an order to put it right, and the second visit
};
/// From the declarations of the team to the served result; each act as it falls, one case after another.
std::string acts_of_case(const DrawnCase&, Day drawn);

/// Publication of all results, in both channels.
std::string acts_of_publication(const std::string& round, Day drawn, int batch);

/// Signed for the file of the practice, and bound.
std::string acts_of_archive(const DrawnCase&, Day drawn);
std::string acts_of_round_archive(const std::string& round, Day drawn);

}  // namespace anjuan::rounds_benchmark
