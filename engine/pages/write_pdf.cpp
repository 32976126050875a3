// One setting → one PDF/A file, with fonts of its own or pooled with others.

#include <functional>
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

Outcome write(const Setting& setting, const FontUses& uses, const PdfStamp& stamp, const Sink& sink) {
  silence_podofo();
  try {
    PdfBook book(stamp.archive, sink);
    book.add_fonts(uses);
    book.tell_of(setting);
    for (const Page& page : setting.pages) {
      ANJUAN_DO(book.add_page(page, uses));
    }
    for (const Attachment& attachment : stamp.attachments) book.attach(attachment, stamp.created);
    return book.finish(bookmarks_of(setting), stamp, setting.language, uses.fonts().packed_color_profile());
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_not_written, {}, setting.title, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_not_written, {}, setting.title, Wording("内存不足", "there is not enough memory"));
  }
}

/// The whole file at once.
Result<std::string> gathered(const std::function<Outcome(const Sink&)>& write_into) {
  std::string bytes;
  ANJUAN_TRY([[maybe_unused]] const Done done, write_into([&](std::string_view piece) -> Outcome {
    bytes += piece;
    return Done{};
  }));
  return bytes;
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
  return gathered([&](const Sink& sink) { return write(setting, pool.uses, stamp, sink); });
}

Result<std::string> write_pdf(const Setting& setting, const Fonts& fonts, const PdfStamp& stamp) {
  return gathered([&](const Sink& sink) { return write_pdf(setting, fonts, stamp, sink); });
}

Outcome write_pdf(const Setting& setting, const Fonts& fonts, const PdfStamp& stamp, const Sink& sink) {
  FontUses uses(fonts);
  for (const Page& page : setting.pages) uses.note(page);
  Diagnostics problems = uses.make();
  if (!problems.empty()) return problems;
  return write(setting, uses, stamp, sink);
}

}  // namespace anjuan::pages
