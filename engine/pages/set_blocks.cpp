// Blocks in reading order → slices, with the rules that join neighbours: a signature never stands on a
// page alone, a heading stays with what follows.

#include <algorithm>
#include <type_traits>
#include <utility>

#include "pages/messages.h"
#include "pages/photo.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

int left_for(Align align, int room, int width) {
  if (align == Align::center) return (room - width) / 2;
  return align == Align::right ? room - width : 0;
}

void append(Slices& slices, Slices more) { std::move(more.begin(), more.end(), std::back_inserter(slices)); }

/// At least two lines of the body stand on the page of what follows (7.3.5.5); a list of attachments
/// between them goes along, unless it is long.
void tie_two(Slices& slices) {
  constexpr std::size_t kMost = 12;
  int lines = 0;
  for (std::size_t i = slices.size(); i > 0 && lines < 2 && i + kMost > slices.size(); --i) {
    Slice& slice = slices[i - 1];
    slice.keep_with_next = true;
    if (!slice.no_body) ++lines;
  }
}

bool is_red_rule(const Block& block) {
  const Rule* rule = std::get_if<Rule>(&block);
  return rule != nullptr && rule->red;
}

/// The style draws the red line below the document number; a template that asks for it too gets one.
bool draws_rule_below(const Block& block, const Style& style) {
  const Paragraph* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && style.look(paragraph->role).rule_below.kind != RuleLook::Kind::none;
}

bool has_role(const Block& block, Role role) {
  const Paragraph* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->role == role;
}

/// 份号, 密级, 紧急程度.
bool is_class_mark(const Block& block) {
  return has_role(block, Role::copy_number) || has_role(block, Role::secrecy) ||
         has_role(block, Role::urgency);
}

class BlockSetter {
 public:
  BlockSetter(const Column& column, TypeCase& types) : column_(column), types_(types) {}

  Slices set(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (i > 0 && is_red_rule(blocks[i]) && draws_rule_below(blocks[i - 1], types_.style)) continue;
      const Paragraph* paragraph = std::get_if<Paragraph>(&blocks[i]);
      // 7.3.6: a note stands on the line below the date.
      if (after_signature_ && paragraph != nullptr && paragraph->role == Role::note) slices_.back().after = 0;
      std::visit([this](const auto& block) { add(block); }, blocks[i]);
      if (i + 1 < blocks.size() && has_role(blocks[i], Role::number) && is_class_mark(blocks[i + 1]))
        slices_.back().height = slices_.back().after = 0;  // 10.1: number right and secrecy left on one line
      after_signature_ = std::holds_alternative<Signature>(blocks[i]);
      after_ = paragraph == nullptr ? std::nullopt : std::optional(paragraph->role);
    }
    return std::move(slices_);
  }

 private:
  void add(const Paragraph& paragraph) {
    Slices made = set_paragraph(paragraph, column_, types_);
    const bool attachment = paragraph.role == Role::attachment;
    if (paragraph.role == Role::footnote_line && !column_.in_table && !slices_.empty()) {
      slices_.back().keep_with_next = true;
      if (after_signature_) made.front().before = 0;  // the seal's line below the date is room enough
    }
    const bool listed = attachment || paragraph.role == Role::attendance;
    if (listed && after_ == paragraph.role)
      made.front().before = 0;  // 7.3.4, 10.3: one blank line above the list
    const bool body = paragraph.role == Role::body || paragraph.role == Role::heading1;
    for (Slice& slice : made) {
      slice.no_body = attachment;
      slice.body = body;
    }
    append(slices_, std::move(made));
  }
  void add(const Table& table) {
    Slices made = set_table(table, column_, types_);
    if (!made.empty()) {
      made.front().before = column_.in_table ? 0 : 1500;
      made.back().after = column_.in_table ? 0 : 1500;
    }
    append(slices_, std::move(made));
  }
  void add(const Signature& signature) {
    if (!column_.in_table) tie_two(slices_);
    append(slices_, set_signature(signature, column_, types_));
  }
  void add(const SignLine& line) {
    if (after_signature_ && !slices_.empty()) slices_.back().keep_with_next = true;
    if (!column_.in_table && !after_signature_) tie_two(slices_);
    append(slices_, set_sign_line(line, column_, types_));
  }
  void add(const QrCode& code) { append(slices_, set_code(code, column_)); }
  void add(const Photo& photo) { append(slices_, set_photo(photo, column_, types_)); }
  /// Pages are parted before blocks are set; within a cell there is no page.
  void add(const PageBreak&) {}
  void add(const JointMasthead& masthead) { append(slices_, set_joint_masthead(masthead, column_, types_)); }
  void add(const Space& space) {
    Slice slice;
    slice.height = space.height_um;
    slice.no_body = true;
    slices_.push_back(std::move(slice));
  }
  void add(const Rule& rule) {
    Slice slice;
    slice.before = slice.after = 1000;
    slice.height = rule.thickness_um;
    const Color red = types_.style.look(Role::masthead).color;
    slice.marks.push_back(Bar{0, 0, column_.width, rule.thickness_um, rule.red ? red : Color{}});
    slices_.push_back(std::move(slice));
  }
  void add(const Imprint& imprint) { append(slices_, set_imprint(imprint, column_, types_)); }

  const Column& column_;
  TypeCase& types_;
  Slices slices_;
  bool after_signature_ = false;
  std::optional<Role> after_;  ///< the role of the paragraph before
};

}  // namespace

Slices set_code(const QrCode& code, const Column& column) {
  if (code.size <= 0 || code.dark.size() != static_cast<std::size_t>(code.size) * code.size) return {};
  const int width = std::min(code.width_um, column.width);
  Slice slice;
  slice.height = code.beside ? 0 : width;
  slice.before = slice.after = code.beside ? 0 : 1000;
  slice.keep_with_next = slice.no_body = code.beside;
  slice.snap = code.beside && !column.in_table;
  slice.marks.push_back(
      CodeSquares{left_for(code.align, column.width, width), 0, width, code.size, code.dark});
  return {slice};
}

Slices set_photo(const Photo& photo, const Column& column, TypeCase& types) {
  auto placed = place_picture(photo.read, photo.caption);
  if (!placed.ok()) {
    const Diagnostics& found = placed.diagnostics();
    types.problems.insert(types.problems.end(), found.begin(), found.end());
    return {};
  }
  const auto picture = std::make_shared<const PlacedPicture>(std::move(placed).value());
  const int caption_line = photo.caption.empty() ? 0 : 8000;
  std::int64_t width = photo.width_um > 0 ? std::min(photo.width_um, column.width) : column.width;
  std::int64_t height = width * picture->shown_height() / picture->shown_width();
  const int tallest = types.page_height - caption_line - 2000;
  if (height > tallest) {
    width = width * tallest / height;
    height = tallest;
  }
  Slice slice;
  slice.before = slice.after = 1000;
  slice.height = static_cast<int>(height);
  slice.marks.push_back(Image{static_cast<int>((column.width - width) / 2), 0, static_cast<int>(width),
                              static_cast<int>(height), picture});
  Slices slices{slice};
  if (!photo.caption.empty()) {
    slices.front().keep_with_next = true;
    Paragraph caption{Role::small, {{photo.caption, std::nullopt, false, 0}}, Align::center, 0, false};
    append(slices, set_paragraph(caption, column, types));
  }
  return slices;
}

Slices set_blocks(const std::vector<Block>& blocks, const Column& column, TypeCase& types) {
  return BlockSetter(column, types).set(blocks);
}

int height_of(const Slices& slices) {
  int height = 0, after = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    height += slices[i].height + (i == 0 ? 0 : after + slices[i].before);
    after = slices[i].after;
  }
  return height;
}

}  // namespace anjuan::pages
