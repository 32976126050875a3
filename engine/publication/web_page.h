#pragma once
// The announcement as a page to paste into a portal's or 微信公众号's editor. Those editors throw away
// style sheets, classes, ids and scripts, so every element carries its own style, and nothing is
// loaded from anywhere.

#include <string>
#include <vector>

#include "publication/publishable.h"

namespace anjuan::publication {

struct WebBlock {
  enum class Kind {
    heading,    ///< a head within the page
    paragraph,  ///< indented by two characters
    flush,      ///< not indented: an addressee, an attachment's name
    signature,  ///< at the right: organ, day
    table,      ///< `table`, with `text` as its caption
  };
  Kind kind = Kind::paragraph;
  std::string text;
  PublishedTable table;
};

struct WebPage {
  std::string title;
  std::string number;  ///< 文号, under the title; "" none
  std::vector<WebBlock> blocks;
};

/// The part to paste: one <section>.
std::string write_section(const WebPage&);
/// The whole file: the section within a page that opens in any browser. What stands between <body>
/// and </body> is what write_section gives.
std::string write_page(const WebPage&);

/// Every hit in title, blocks and tables; see publishable.h. The codes and licences of the tables may
/// stand in the text too.
Diagnostics check_publishable(const WebPage&, const Screening&, const std::string& file);

}  // namespace anjuan::publication
