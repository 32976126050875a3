// One setting → one PDF/A file.

#include <new>

#include "pages/messages.h"
#include "pages/pages.h"
#include "pages/pdf_book.h"
#include "pages/setting.h"

namespace anjuan::pages {
namespace {

/// The title, and below it the headings.
std::vector<Heading> bookmarks_of(const Setting& setting) {
  std::vector<Heading> bookmarks{{setting.title, 0, 0}};
  bookmarks.insert(bookmarks.end(), setting.headings.begin(), setting.headings.end());
  return bookmarks;
}

}  // namespace

Result<std::string> write_pdf(const Setting& setting, const Fonts& fonts, const PdfStamp& stamp) {
  silence_podofo();
  FontUses uses(fonts);
  for (const Page& page : setting.pages) uses.note(page);
  Diagnostics problems = uses.make();
  if (!problems.empty()) return problems;
  try {
    PdfBook book(stamp.archive);
    book.add_fonts(uses);
    book.tell_of(setting);
    for (const Page& page : setting.pages) book.add_page(page, uses);
    return book.finish(bookmarks_of(setting), stamp, setting.language, fonts.color_profile());
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_not_written, {}, setting.title, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_not_written, {}, setting.title, Wording("内存不足", "there is not enough memory"));
  }
}

}  // namespace anjuan::pages
