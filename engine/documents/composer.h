#pragma once
// The state of one composition. Private to compose.cpp, compose_words.cpp and compose_table.cpp.

#include <set>
#include <string>
#include <string_view>

#include "documents/compose.h"
#include "documents/document_template.h"
#include "pages/manuscript.h"

namespace anjuan::documents {

/// How words look where they stand.
struct Look {
  std::optional<pages::FontRole> font;
  bool underline = false;
};

class Composer {
 public:
  Composer(std::string label, Fields fields, int blank_unit_um, FindPicture picture)
      : label_(std::move(label)), fields_(std::move(fields)), blank_unit_um_(blank_unit_um), picture_(std::move(picture)) {}

  std::vector<pages::Block> blocks(const TemplateBlocks&);
  pages::Runs runs(const Inlines&);
  std::string plain(const Inlines&);

  Diagnostics problems;
  std::vector<pages::PrintedValue> printed;
  expression::Readings readings;  ///< what the words so far were made of

 private:
  void add(const Inlines&, const Look&, pages::Runs& out);
  void add_piece(const std::string&, const Look&, pages::Runs&);
  void add_piece(const PrintedField&, const Look&, pages::Runs&);
  void add_piece(const HandwritingBlank&, const Look&, pages::Runs&);
  void add_piece(const LineEnd&, const Look&, pages::Runs&);
  void add_piece(const TickBox&, const Look&, pages::Runs&);
  void add_piece(const StyledWords&, const Look&, pages::Runs&);
  void add_piece(const InlineChoice&, const Look&, pages::Runs&);
  void add_piece(const InlineEach&, const Look&, pages::Runs&);
  void add_blank_field(const PrintedField&, const Look&, pages::Runs&);
  void add_text(std::string_view text, const Look&, pages::Runs&);
  void add_ruled(int characters, pages::Runs&);

  using Blocks = std::vector<pages::Block>;
  void add_block(const TemplateParagraph&, Blocks&);
  void add_block(const TemplateTable&, Blocks&);
  void add_block(const TemplateSignature&, Blocks&);
  void add_block(const TemplateSignLine&, Blocks&);
  void add_block(const TemplateQrCode&, Blocks&);
  void add_block(const TemplatePhoto&, Blocks&);
  void add_block(const TemplateImprint&, Blocks&);
  void add_block(const TemplateJointMasthead&, Blocks&);
  std::vector<std::string> names(const std::vector<Inlines>&);
  void add_block(const BlockChoice&, Blocks&);
  void add_block(const BlockEach&, Blocks&);
  template <class Same>
  void add_block(const Same& same, Blocks& out) {
    out.push_back(same);
  }
  void add_all(const TemplateBlocks&, Blocks&);

  void add_group(const RowGroup&, int columns, std::vector<pages::Row>&);
  void add_rows(const std::vector<TemplateRow>&, std::vector<pages::Row>&);
  pages::Cell cell(const TemplateCell&);

  bool holds(const Expression&);
  Value evaluate(const Expression&);
  void note(const Expression&);
  /// The items of the loop's list; a blank list has none. Refused: anything but a list.
  List items(const Loop&);
  /// Runs `body` once for each item, with the item and its number from 1 under their names.
  template <class Body>
  void each(const Loop& loop, const List& list, Body&& body) {
    const Fields outside = fields_;
    std::int64_t number = 0;
    for (const Value& item : list) {
      if (!loop.item.empty()) fields_.insert_or_assign(loop.item, item);
      if (!loop.index.empty()) fields_.insert_or_assign(loop.index, Value(++number));
      body();
      if (too_long()) break;
    }
    fields_ = outside;
  }
  std::string number_prefix(int level);
  /// Whether the text may be printed; if not, says why.
  bool printable(const std::string& text, const Expression& source);
  bool too_long();
  void keep(const Diagnostics& found) { problems.insert(problems.end(), found.begin(), found.end()); }

  std::string label_;
  Fields fields_;
  int blank_unit_um_;
  std::set<const expression::Node*> noted_;  ///< expressions whose readings are known
  FindPicture picture_;
  int counters_[4] = {0, 0, 0, 0};
  int pieces_ = 0;
  bool after_field_ = false;  ///< the last words came from a value
};

}  // namespace anjuan::documents
