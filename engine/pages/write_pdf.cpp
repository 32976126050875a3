// One setting → one PDF/A file, with fonts of its own or pooled with others.

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

Result<std::string> write(const Setting& setting, const FontUses& uses, const PdfStamp& stamp) {
  silence_podofo();
  try {
    std::string bytes;
    PdfBook book(stamp.archive, [&](std::string_view piece) -> Outcome {
      bytes += piece;
      return Done{};
    });
    book.add_fonts(uses);
    book.tell_of(setting);
    for (const Page& page : setting.pages) book.add_page(page, uses);
    for (const Attachment& attachment : stamp.attachments) book.attach(attachment, stamp.created);
    ANJUAN_TRY([[maybe_unused]] const Done done, book.finish(bookmarks_of(setting), stamp, setting.language,
                                                             uses.fonts().packed_color_profile()));
    return bytes;
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_not_written, {}, setting.title, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_not_written, {}, setting.title, Wording("内存不足", "there is not enough memory"));
  }
}

}  // namespace

class FontPool {
 public:
  explicit FontPool(std::shared_ptr<const Fonts> fonts) : fonts_(std::move(fonts)), uses(*fonts_) {}

 private:
  std::shared_ptr<const Fonts> fonts_;

 public:
  FontUses uses;
};

Result<std::shared_ptr<const FontPool>> pool_fonts(const std::vector<Setting>& settings,
                                                   std::shared_ptr<const Fonts> fonts) {
  auto pool = std::make_shared<FontPool>(std::move(fonts));
  for (const Setting& setting : settings) {
    for (const Page& page : setting.pages) pool->uses.note(page);
  }
  Diagnostics problems = pool->uses.make();
  if (!problems.empty()) return problems;
  return std::shared_ptr<const FontPool>(std::move(pool));
}

Result<std::string> write_pdf(const Setting& setting, const FontPool& pool, const PdfStamp& stamp) {
  return write(setting, pool.uses, stamp);
}

Result<std::string> write_pdf(const Setting& setting, const Fonts& fonts, const PdfStamp& stamp) {
  FontUses uses(fonts);
  for (const Page& page : setting.pages) uses.note(page);
  Diagnostics problems = uses.make();
  if (!problems.empty()) return problems;
  return write(setting, uses, stamp);
}

}  // namespace anjuan::pages
