#pragma once
// 文书模板: what an XML file of templates/ says, compiled. Immutable once loaded; knows words and
// their order, not how they look (pages/style) and not whose case it is (Fields).

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "documents/format.h"
#include "expression/expression.h"
#include "pages/manuscript.h"

namespace anjuan::documents {

using expression::Expression;

// ---- inside a line ----

struct Inline;
using Inlines = std::vector<Inline>;

/// {表达式|格式|…}
struct PrintedField {
  Expression expression;
  std::vector<Format> formats;
};
/// A ruled blank for handwriting, in characters.
struct HandwritingBlank {
  int characters = 0;
};
struct LineEnd {};
/// ☑ or ☐, then the words.
struct TickBox {
  Expression test;
  Inlines words;
};
struct StyledWords {
  std::optional<pages::FontRole> font;
  bool underline = false;
  Inlines words;
};
struct InlineBranch {
  std::optional<Expression> test;  ///< none: otherwise
  Inlines words;
};
/// The first branch whose test holds.
struct InlineChoice {
  std::vector<InlineBranch> branches;
};
struct Loop {
  Expression list;
  std::string item, index;  ///< names inside; index "" if not wanted, else from 1
};
struct InlineEach {
  Loop loop;
  std::string between;
  Inlines words;
};
struct Inline {
  std::variant<std::string, PrintedField, HandwritingBlank, LineEnd, TickBox, StyledWords, InlineChoice,
               InlineEach>
      piece;
};

// ---- blocks ----

struct TemplateBlock;
using TemplateBlocks = std::vector<TemplateBlock>;

struct TemplateParagraph {
  pages::Role role = pages::Role::body;
  int number_level = 0;  ///< 1: 一、 2: （一） 3: 1. 4: （1）; 0 not numbered
  std::optional<pages::Align> align;
  std::optional<int> indent;
  bool keep_with_next = false;
  Inlines label;    ///< in 黑体 before the words: 出席：
  Inlines signers;  ///< 签发人, with 、 between them
  Inlines words;
};
struct TemplateJointMasthead {
  std::vector<Inlines> organs;
  Inlines words;  ///< beside them: 文件
};
struct TemplateCell {
  int column_span = 1, row_span = 1;
  std::optional<pages::Align> align;
  bool middle = true;
  TemplateBlocks blocks;
};
struct TemplateRow {
  bool header = false;
  int min_height_um = 0;
  std::vector<TemplateCell> cells;
  Place place;
};
/// Rows that stand once, only if a test holds, or once for each item of a list.
struct RowGroup {
  std::optional<Expression> test;
  std::optional<Loop> loop;
  int at_least = 0;     ///< blank rows fill up to this number
  std::string ending;   ///< a last row over all columns: 以下空白
  std::string if_none;  ///< the only row if the list is blank: 无
  std::vector<TemplateRow> rows;
};
struct TemplateTable {
  std::vector<int> columns;
  int font_size_tenths = 0;
  bool ruled = true;
  std::vector<RowGroup> groups;
};
struct TemplateSignature {
  std::vector<Inlines> organs;
  Inlines date;
  bool seal = true, stamp = false;
};
struct TemplateSignLine {
  pages::Align align = pages::Align::left;
  Inlines words;
};
struct TemplateQrCode {
  int width_um = 25000;
  pages::Align align = pages::Align::right;
  bool beside = false;
  Inlines text;
};
struct TemplatePhoto {
  Expression source;  ///< a text value holding the bytes of the picture
  int width_um = 0;
  Inlines caption;
};
struct TemplateImprint {
  std::vector<Inlines> copied_to;
  Inlines printed_by, printed_on;
};
struct BlockBranch {
  std::optional<Expression> test;
  TemplateBlocks blocks;
};
struct BlockChoice {
  std::vector<BlockBranch> branches;
};
struct BlockEach {
  Loop loop;
  TemplateBlocks blocks;
};
struct TemplateBlock {
  std::variant<TemplateParagraph, TemplateTable, TemplateSignature, TemplateSignLine, TemplateQrCode,
               TemplatePhoto, TemplateImprint, TemplateJointMasthead, pages::PageBreak, pages::Space,
               pages::Rule, BlockChoice, BlockEach>
      block;
};

/// A data item that the document uses and that is not a fact known to every document.
struct Need {
  std::string name, label;
  expression::Type type;
  Place place;
  bool optional = false;  ///< a procedure may do without; it then counts as blank
};

struct DocumentTemplate {
  std::string id, label, style;
  std::string file;
  bool landscape = false, page_numbers = true;
  Inlines title, header, footer;  ///< title of the file; margin texts
  std::vector<Need> needs;
  TemplateBlocks blocks;
};

}  // namespace anjuan::documents
