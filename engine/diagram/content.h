#pragma once
// What stands in the boxes of a page: labels, roles, acts, papers and limits of each state, and which
// arrows leave it. Words only; no position yet.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::diagram {

/// Which part of a definition a page shows.
struct View {
  procedure::StateIndex root = 0;
  bool overview = false;                              ///< labels and arrows alone
  std::set<procedure::StateIndex> collapsed;          ///< compound states shown as one box
  std::size_t first = 0, last = procedure::no_index;  ///< children of the root shown, for one too long
  std::size_t first_row = 0, last_row = procedure::no_index;  ///< transitions shown of the only child
};

/// Where each state has its full box: numbers of pages from 1.
using PageNumbers = std::map<procedure::StateIndex, int>;

struct Line {
  enum class Kind { act, condition, paper, form, limit, note };
  Kind kind = Kind::act;
  std::string text, full;  ///< `full` where the text was shortened
};

/// A transition as lines of a box.
struct Row {
  procedure::TransitionIndex transition = procedure::no_index;
  std::vector<Line> lines;
};

struct Box {
  procedure::StateIndex state = 0;
  std::string title, role;
  bool collapsed = false;
  bool by_id = false;       ///< the title is the id, in a chart whose other states have labels
  std::vector<Line> entry;  ///< what happens on entering it
  std::vector<Row> rows;
};

struct Arrow {
  procedure::StateIndex from = 0, to = 0;
  std::size_t row = procedure::no_index;  ///< of the source box; no_index: from the box as a whole
  bool automatic = false;                 ///< the chart takes it by itself
  bool initial = false;                   ///< from the dot of `from`
};

struct Content {
  std::map<procedure::StateIndex, Box> boxes;
  std::vector<Arrow> arrows;
};

Content content_of(const procedure::Definition&, const View&, const PageNumbers&, Language);
/// Children of a state on the page, histories last; none of a collapsed one.
std::vector<procedure::StateIndex> shown_children(const procedure::Definition&, const View&,
                                                  procedure::StateIndex);

}  // namespace anjuan::diagram
