#pragma once
// 重演: all acts of a journal are done again in a fresh office, with the definitions that held when
// they were done. Standings, numbers, limits, draws and cases must come out the same; papers too, byte for
// byte, unless another version of the program sets them: then their bytes are counted, and all else holds.

#include <functional>
#include <string>

#include "cases/case_store.h"
#include "pages/pages.h"

namespace anjuan::handling {

struct ReplayRequest {
  cases::Reading& original;
  cases::CaseStore& fresh;            ///< empty, with the same digest algorithm
  const pages::Fonts& fonts;          ///< those that the papers were set with
  std::string scratch_folder;
  std::function<void(std::size_t done, std::size_t all)> progress;  ///< after each entry, when it is committed; may be empty
};

struct Replayed {
  std::int64_t acts = 0;     ///< done again
  std::int64_t refusals = 0; ///< taken over: a refused act changes nothing
  std::int64_t cases = 0;    ///< compared at the end
  std::int64_t other_bytes = 0;  ///< entries whose papers came out in other bytes, and the same otherwise
  Diagnostics found;         ///< empty: everything came out the same
};

/// Stops at the first entry that is refused or comes out differently. A fault of the stores is
/// returned as such.
Result<Replayed> replay(const ReplayRequest&);

}  // namespace anjuan::handling
