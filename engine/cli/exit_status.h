#pragma once

namespace anjuan::cli {

/// What the shell sees.
enum ExitStatus : int {
  status_done = 0,     ///< done
  status_refused = 1,  ///< a person's material or request was refused
  status_usage = 2,    ///< the command line was not understood
  status_fault = 3,    ///< the surroundings failed: disk, lock, library
};

}  // namespace anjuan::cli
