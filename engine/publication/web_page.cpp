#include "publication/web_page.h"

#include "base/text.h"

namespace anjuan::publication {
namespace {

constexpr const char* section_style =
    "max-width:960px;margin:0 auto;padding:0 8px;color:#222;font-size:16px;line-height:1.8;";
constexpr const char* title_style =
    "margin:16px 0;font-size:22px;line-height:1.5;text-align:center;font-weight:bold;";
constexpr const char* h3_style = "margin:16px 0 8px;font-size:17px;font-weight:bold;";
constexpr const char* cell_style =
    "border:1px solid #999;padding:4px 6px;text-align:left;vertical-align:middle;";
constexpr const char* head_cell_style =
    "border:1px solid #999;padding:4px 6px;text-align:center;background-color:#ededed;font-weight:bold;";

/// Text as it may stand in an element or in a quoted attribute; characters HTML forbids are dropped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
        if (c == '\t') out += ' ';
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view style, std::string_view content) {
  std::string out = "<" + std::string(name);
  if (!style.empty()) out += " style=\"" + std::string(style) + "\"";
  return out + ">" + std::string(content) + "</" + std::string(name) + ">";
}

std::string write_table(const WebBlock& block) {
  std::string head, body;
  for (const PublishedColumn& column : block.table.columns) {
    head +=
        "<th scope=\"col\" style=\"" + std::string(head_cell_style) + "\">" + escaped(column.name) + "</th>";
  }
  for (const std::vector<std::string>& row : block.table.rows) {
    std::string cells;
    for (const std::string& cell : row) cells += element("td", cell_style, escaped(cell));
    body += "<tr>" + cells + "</tr>\n";
  }
  std::string table =
      "<table style=\"border-collapse:collapse;width:100%;min-width:720px;font-size:14px;\">\n";
  if (!block.text.empty()) {
    table += element("caption", "padding:8px 0;font-weight:bold;", escaped(block.text)) + "\n";
  }
  table += "<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body + "</tbody>\n</table>";
  return element("section", "overflow-x:auto;margin:16px 0;", "\n" + table + "\n");
}

std::string write_block(const WebBlock& block) {
  switch (block.kind) {
    case WebBlock::Kind::heading:
      return element("h3", h3_style, escaped(block.text));
    case WebBlock::Kind::paragraph:
      return element("p", "margin:0 0 8px;text-indent:2em;", escaped(block.text));
    case WebBlock::Kind::flush:
      return element("p", "margin:0 0 8px;", escaped(block.text));
    case WebBlock::Kind::signature:
      return element("p", "margin:0 2em 8px 0;text-align:right;", escaped(block.text));
    case WebBlock::Kind::table:
      break;
  }
  return write_table(block);
}

}  // namespace

std::string write_section(const WebPage& page) {
  std::string content = "\n" + element("h2", title_style, escaped(page.title)) + "\n";
  if (!page.number.empty()) {
    content += element("p", "margin:0 0 16px;text-align:center;", escaped(page.number)) + "\n";
  }
  for (const WebBlock& block : page.blocks) content += write_block(block) + "\n";
  return element("section", section_style, content) + "\n";
}

std::string write_page(const WebPage& page) {
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element("title", "", escaped(page.title)) + "\n</head>\n<body>\n" + write_section(page) +
         "</body>\n</html>\n";
}

Diagnostics check_publishable(const WebPage& page, const Screening& screening, const std::string& file) {
  Screening wider = screening;
  for (const WebBlock& block : page.blocks) wider = with_permitted(std::move(wider), block.table);
  Diagnostics found = check_publishable(page.title, {"标题", "the title"}, wider, file);
  const auto append = [&](const Diagnostics& more) { found.insert(found.end(), more.begin(), more.end()); };
  append(check_publishable(page.number, {"文号", "the number"}, wider, file));
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    append(check_publishable(page.blocks[i].text, {"第" + n + "段", "paragraph " + n}, wider, file));
    append(check_publishable(page.blocks[i].table, wider, file));
  }
  return found;
}

}  // namespace anjuan::publication
