#pragma once
// 核验: every draw of an office computed anew from its own files, and the chain of draws.

#include <map>
#include <string>
#include <vector>

#include "cases/case.h"

namespace anjuan::cli {

/// Takes the draws of all rounds, one after another, and holds no more of each than its links.
class DrawCheck {
 public:
  /// `round`: the round's id. A draw that was not opened has no result yet.
  void take(const std::string& round, const cases::DrawRecord&);
  /// What was found, the chain last: each list names the draw before it by the digest of its first result or of its
  /// voiding; no two name the same one, so nothing was drawn in between and left out.
  Diagnostics finish() &&;
  std::size_t opened() const { return opened_; }

 private:
  struct Named {
    std::string round, draw, previous;  ///< previous: what the list names
  };
  void compute(const std::string& round, const cases::DrawRecord&);
  void link(const std::string& round, const cases::DrawRecord&);

  Diagnostics found_;
  std::size_t opened_ = 0;
  std::map<std::string, std::string> links_;  ///< what a list may name, and the draw that named it
  std::vector<Named> named_;
  int unkept_ = 0;  ///< voidings from before their text was kept: each may be what one list names
};

}  // namespace anjuan::cli
