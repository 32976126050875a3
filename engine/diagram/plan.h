#pragma once
// Which page shows what, and how each is arranged.

#include <vector>

#include "diagram/place.h"

namespace anjuan::diagram {

/// A page of A4 and what stands on it.
struct Plan {
  View view;
  bool landscape = false;
  int extra_height = 0;  ///< of a page made longer because one box alone is higher than a page
  Placement placement;
};

/// The room for boxes on a page.
Rect room_of(const Plan&);
/// The room for arrows: wider, so that they pass around the boxes.
Rect road_room_of(const Plan&);
/// The boxes at their places on the page: in the middle, near the top.
Placement centred(const Plan&);
int width_of(const Plan&);
int height_of(const Plan&);

/// One page if everything fits; else an overview and pages for the parts.
std::vector<Plan> plan_pages(const procedure::Definition&, Language);
/// On which page, from 1, each state has its full box.
PageNumbers page_numbers(const std::vector<Plan>&);

}  // namespace anjuan::diagram
