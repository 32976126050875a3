#pragma once
// What the big screen shows of a draw: one state, one headline, the values that can be checked. Pure.

#include <string>
#include <utility>
#include <vector>

#include "cases/case.h"

namespace anjuan::cli {

struct Screen {
  std::string title;
  std::vector<std::string> steps;  ///< of the ceremony, in order
  std::size_t step = 0;            ///< the one that is on now
  std::string headline, meaning;   ///< what happens now, and what it means to those who watch
  std::vector<std::pair<std::string, std::string>> facts;  ///< label and value, to read aloud
  std::vector<std::string> drawn;  ///< only for a closed room
};

/// The round's draw as it stands. `names`: who was drawn is shown too.
Screen draw_screen(const cases::Case& round, const std::string& title, bool names);

std::string as_text(const Screen&);
/// One file for any browser, offline; it reads itself anew every few seconds.
std::string as_page(const Screen&);

}  // namespace anjuan::cli
