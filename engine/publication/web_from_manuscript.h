#pragma once
// The composed announcement as blocks of a web page: the words on the portal are those on the paper.

#include "documents/compose.h"
#include "publication/web_page.h"

namespace anjuan::publication {

/// Title, number, heads, paragraphs, tables with a header row, and the signature; places for hand
/// and seal, page breaks, rules and pictures are left out. Cells that span columns are followed by
/// blank ones.
WebPage web_page_of(const pages::Manuscript&);

}  // namespace anjuan::publication
