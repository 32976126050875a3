#pragma once
// Plays state-chart tests of others on a simulated clock, where a delay of an hour takes no time. A chart
// of the W3C's passes when it ends in the top-level final state `pass`; a script in SCION's manner gives
// the atomic states expected at first and after each event.

#include <filesystem>
#include <string>
#include <string_view>

#include "procedure/procedure.h"

namespace anjuan::conformance {

/// Delayed events taken for one chart before it counts as one that never ends.
inline constexpr int max_delayed_events = 1000;

struct Verdict {
  enum class Outcome { pass, fail, unsupported };
  Outcome outcome = Outcome::pass;
  std::string reason;  ///< of any but pass: what was expected, or the construct that needs a full ECMAScript
};
const char* word_for(Verdict::Outcome);  ///< "pass", "fail", "unsupported"

std::string read_bytes(const std::filesystem::path&);  ///< of a file; none if it cannot be read

/// A file with those beside it whose names stand in it, or in one of them. Charts that name no data model
/// are taken as ecmascript, as their authors mean them.
struct Chart {
  std::string xml;
  std::string name;  ///< of the file, for messages
  procedure::Accompanying with;
};
Chart read_chart(const std::filesystem::path&);

/// Runs the chart until it ends or waits for nothing more. One with no way to its state `pass` passes when it is
/// refused.
Verdict run_chart(const Chart&);
/// Plays the JSON script: initialConfiguration; events with after (milliseconds), event and
/// nextConfiguration. Where it also gives legacySemantics, another reading of the same chart, either will do.
/// Mostly the Recommendation is on the side of the first: of two transitions that conflict, the one whose
/// state comes first in document order is taken (Appendix D). Where a region of a parallel leads to itself it
/// is on the side of the other: the parallel is left too, as only a compound state can be the domain (3.13).
Verdict play_script(const Chart&, std::string_view json);

/// What a program prints for each file, with the counts in the last line; its exit status is 0 if none fails.
class Tally {
 public:
  std::string add(const std::string& name, const Verdict&);  ///< "fail NAME reason\n"
  std::string counts() const;                                ///< "182 passed, 0 failed, 0 unsupported\n"
  int exit_status() const { return failed_ > 0 ? 1 : 0; }

 private:
  int passed_ = 0, failed_ = 0, unsupported_ = 0;
};

}  // namespace anjuan::conformance
