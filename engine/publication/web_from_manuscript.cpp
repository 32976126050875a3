#include "publication/web_from_manuscript.h"

#include <variant>

#include "base/text.h"

namespace anjuan::publication {
namespace {

std::string words_of(const pages::Runs& runs) {
  std::string words;
  for (const pages::Run& run : runs) words += run.text;
  return replace_all(std::move(words), "\u2028", "\n");
}

std::string words_of(const pages::Cell& cell) {
  std::vector<std::string> lines;
  for (const pages::Block& block : cell.blocks) {
    if (const auto* paragraph = std::get_if<pages::Paragraph>(&block))
      lines.push_back(words_of(paragraph->runs));
  }
  return join(lines, "\n");
}

std::vector<std::string> cells_of(const pages::Row& row) {
  std::vector<std::string> cells;
  for (const pages::Cell& cell : row.cells) {
    cells.push_back(words_of(cell));
    for (int i = 1; i < cell.column_span; ++i) cells.emplace_back();
  }
  return cells;
}

/// Puts each block of the paper where it belongs on the page.
struct Converter {
  WebPage& page;

  void add(WebBlock::Kind kind, std::string text) {
    if (!trim(text).empty()) page.blocks.push_back({kind, std::move(text), {}});
  }
  void operator()(const pages::Paragraph& paragraph) {
    using pages::Role;
    std::string words = words_of(paragraph.runs);
    switch (paragraph.role) {
      case Role::title:
        if (page.title.empty()) {
          page.title = replace_all(std::move(words), "\n", "");
          return;
        }
        return add(WebBlock::Kind::heading, std::move(words));
      case Role::number:
        page.number = std::move(words);
        return;
      case Role::masthead:
        return;
      case Role::subtitle:
      case Role::heading1:
      case Role::heading2:
      case Role::heading3:
        return add(WebBlock::Kind::heading, std::move(words));
      case Role::body:
        return add(paragraph.indent_chars == 0 ? WebBlock::Kind::flush : WebBlock::Kind::paragraph,
                   std::move(words));
      default:
        return add(WebBlock::Kind::flush, std::move(words));
    }
  }
  void operator()(const pages::Table& table) {
    WebBlock block;
    block.kind = WebBlock::Kind::table;
    for (const pages::Row& row : table.rows) {
      std::vector<std::string> cells = cells_of(row);
      if (row.header && block.table.columns.empty()) {
        for (std::string& name : cells)
          block.table.columns.push_back({std::move(name), ColumnKind::open_text});
      } else {
        block.table.rows.push_back(std::move(cells));
      }
    }
    page.blocks.push_back(std::move(block));
  }
  void operator()(const pages::Signature& signature) {
    for (const std::string& organ : signature.organs) add(WebBlock::Kind::signature, organ);
    add(WebBlock::Kind::signature, signature.date);
  }
  template <class Other>
  void operator()(const Other&) {}
};

}  // namespace

WebPage web_page_of(const pages::Manuscript& manuscript) {
  WebPage page;
  Converter converter{page};
  for (const pages::Block& block : manuscript.blocks) std::visit(converter, block);
  if (page.title.empty()) page.title = manuscript.title;
  return page;
}

}  // namespace anjuan::publication
