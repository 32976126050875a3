#pragma once
// Reads the elements of a template, gathering all problems. Private to load_template.cpp,
// read_blocks.cpp and read_table.cpp.

#include <string_view>

#include "documents/document_template.h"
#include "xml/document.h"

namespace anjuan::documents {

class TemplateReader {
 public:
  explicit TemplateReader(Diagnostics& problems) : problems_(problems) {}

  TemplateBlocks blocks(const xml::Element& parent, pages::Role paragraph_role = pages::Role::body);
  std::vector<Need> needs(const xml::Element& parent);
  Inlines attribute_words(const xml::Element&, std::string_view name);

 private:
  Inlines words(const xml::Element&);
  void add_inline(const xml::Element&, Inlines& out);
  void add_inline_branch(const xml::Element&, Inlines& out, bool follows_choice);
  std::optional<Expression> expression(const xml::Element&, std::string_view attribute);
  std::optional<Loop> loop(const xml::Element&);

  void add_block(const xml::Element&, pages::Role paragraph_role, bool follows_choice, TemplateBlocks& out);
  bool add_paragraph(const xml::Element&, pages::Role paragraph_role, TemplateBlocks& out);
  void add_branch(const xml::Element&, pages::Role paragraph_role, bool follows_choice, TemplateBlocks& out);
  void add_end(const xml::Element&, TemplateBlocks& out);
  TemplateSignature signature(const xml::Element&);
  TemplateImprint imprint(const xml::Element&);
  expression::Type type_of_need(const xml::Element&, const std::vector<Need>& fields);

  TemplateTable table(const xml::Element&);
  RowGroup row_group(const xml::Element&, int columns);
  TemplateRow row(const xml::Element&);
  TemplateCell cell(const xml::Element&, pages::Role role);
  std::vector<TemplateRow> rows(const std::vector<const xml::Element*>&, int columns);
  void check_widths(const std::vector<TemplateRow>&, int columns);

  void keep(const Diagnostics& found) { problems_.insert(problems_.end(), found.begin(), found.end()); }

  Diagnostics& problems_;
};

/// A number above zero from an attribute; `otherwise` if it holds none.
int count_of(const xml::Element&, std::string_view attribute, int otherwise);
/// Millimetres of an attribute as micrometres; 0 if it is not there.
int micrometres(const xml::Element&, std::string_view attribute);
std::optional<pages::Align> alignment_of(const xml::Element&);

}  // namespace anjuan::documents
