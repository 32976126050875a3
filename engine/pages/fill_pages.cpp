#include "pages/fill_pages.h"

#include <algorithm>
#include <utility>

namespace anjuan::pages {
namespace {

class PageFiller {
 public:
  PageFiller(const Slices& slices, const Style& style, Setting& setting)
      : slices_(slices), style_(style), setting_(setting), room_(style.area_height()) {}

  FilledPages fill(std::size_t first) {
    if (slices_.empty()) add_page();
    for (std::size_t next = first; next < slices_.size();) {
      // The page before an imprint that has to stand on the next even one stays blank (7.5).
      if (slices_[next].even_page && !setting_.pages.empty() && !next_is_even()) {
        add_page().bare = true;
        filled_.begins.push_back(next);
      }
      filled_.begins.push_back(next);
      next = fill_page(next);
    }
    return std::move(filled_);
  }

 private:
  static constexpr int kTolerance = 600;  ///< µm: rounding of the grid and of sizes

  bool next_is_even() const { return setting_.pages.size() % 2 == 1; }

  /// Top of a slice that follows others at `y`.
  int top_of(const Slice& slice, int y, int after, bool first) const {
    int top = first ? y : y + after + slice.before;
    if (slice.place) return first ? *slice.place : std::max(top, *slice.place);
    if (slice.snap && style_.page.snap) {
      const int pitch = style_.grid_line();
      // A gap of a line or more may give half a line to the grid; text never moves up into what is above.
      const int give = !first && after + slice.before >= pitch ? pitch / 2 : kTolerance;
      top = (std::max(0, top - give) + pitch - 1) / pitch * pitch;
    }
    return top;
  }

  int head_height(std::size_t first) const {
    const auto& head = slices_[first].head_rows;
    return head ? height_of(*head) : 0;
  }

  /// One past the last slice of a page that begins with `first`.
  std::size_t choose_end(std::size_t first) const {
    const bool even = next_is_even();
    int y = head_height(first), after = 0;
    std::size_t allowed = first;
    for (std::size_t i = first; i < slices_.size(); ++i) {
      const Slice& slice = slices_[i];
      if (slice.even_page && !even && i > first) return i;
      const int bottom = top_of(slice, y, after, i == first) + slice.height;
      if (bottom > room_ + kTolerance && i > first) return allowed > first ? allowed : i;
      if (!slice.keep_with_next) allowed = i + 1;
      y = bottom;
      after = slice.after;
    }
    return slices_.size();
  }

  Page& add_page() {
    setting_.pages.push_back({style_.page.width, style_.page.height, {}, false});
    return setting_.pages.back();
  }

  void draw(const std::vector<Mark>& marks, int y, Page& page) const {
    for (Mark mark : marks) {
      move_mark(mark, style_.page.left, style_.page.top + y);
      page.marks.push_back(std::move(mark));
    }
  }

  int draw_head(std::size_t first, Page& page) const {
    int y = 0;
    if (!slices_[first].head_rows) return y;
    for (const Slice& row : *slices_[first].head_rows) {
      draw(row.marks, y, page);
      y += row.height;
    }
    return y;
  }

  void note_seals(const Slice& slice, int top) {
    for (SealPlace seal : slice.seals) {
      seal.page = static_cast<int>(setting_.pages.size()) - 1;
      seal.middle_x += style_.page.left;
      seal.middle_y += style_.page.top + top;
      setting_.seals.push_back(std::move(seal));
    }
  }

  std::size_t fill_page(std::size_t first) {
    const std::size_t end = choose_end(first);
    Page& page = add_page();
    page.bare = slices_[first].at_foot;
    int y = draw_head(first, page), after = 0;
    for (std::size_t i = first; i < end; ++i) {
      const Slice& slice = slices_[i];
      int top = top_of(slice, y, after, i == first);
      if (slice.at_foot) top = std::max(top, room_ - slice.height);
      draw(slice.marks, top, page);
      if (i == first) draw(slice.if_first, top, page);
      if (i + 1 == end && end < slices_.size()) draw(slice.if_last, top, page);
      if (slice.body && filled_.first_body == 0) filled_.first_body = static_cast<int>(setting_.pages.size());
      if (!slice.heading.empty())
        setting_.headings.push_back(
            {slice.heading, static_cast<int>(setting_.pages.size()) - 1, slice.level});
      note_seals(slice, top);
      y = top + slice.height;
      after = slice.after;
    }
    filled_.last_foot = y;
    return end;
  }

  const Slices& slices_;
  const Style& style_;
  Setting& setting_;
  int room_;
  FilledPages filled_;
};

}  // namespace

FilledPages fill_pages(const Slices& slices, std::size_t first, const Style& style, Setting& setting) {
  return PageFiller(slices, style, setting).fill(first);
}

}  // namespace anjuan::pages
