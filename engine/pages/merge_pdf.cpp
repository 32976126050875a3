// Binding: own settings are written again, so that they share fonts; foreign PDFs are read one after the
// other and copied page by page. Each numbered page gets the volume's number in its upper outer corner.

#include <memory>
#include <new>

#include "base/text.h"
#include "pages/foreign_pdf.h"
#include "pages/messages.h"
#include "pages/pages.h"
#include "pages/pdf_book.h"
#include "pages/photo.h"

namespace anjuan::pages {
namespace {

constexpr int kNumberSize = 4939;   // µm: 4号
constexpr int kNumberTop = 12000;   // µm from the upper edge to the digits' top
constexpr int kNumberSide = 16000;  // µm from the outer edge

/// The volume's number of a page: upper right on odd ones, upper left on even ones.
Words number_words(int number, const Page& page, const Fonts& fonts) {
  Words words{0, kNumberTop + kNumberSize * 88 / 100, 0, kNumberSize, {}, {}};
  int width = 0;
  for (const char digit : std::to_string(number)) {
    const auto found = fonts.find(FontRole::song, static_cast<char32_t>(digit));
    if (!found) continue;
    const Face& face = fonts.face(found->face);
    words.face = found->face;
    const int advance = face.advance(found->glyph) * kNumberSize / face.units_per_em();
    words.glyphs.push_back({found->glyph, static_cast<char32_t>(digit), advance});
    width += advance;
  }
  words.x = number % 2 == 1 ? page.width - kNumberSide - width : kNumberSide;
  return words;
}

/// A part with its pages counted; a foreign file is open only while it is read.
struct Prepared {
  const VolumePart* part = nullptr;
  int pages = 0;
  int first = 0;  ///< in the volume's numbering; 0: not numbered
  bool is_foreign = false, is_signed = false;
};

/// A foreign file with the bytes that it reads.
struct OpenFile {
  std::unique_ptr<const std::string> bytes;  // at one place, wherever this is moved to
  std::unique_ptr<ForeignPdf> pdf;
};

Result<OpenFile> open_file(const VolumePart& part) {
  OpenFile file;
  ANJUAN_TRY(std::string bytes, part.pdf());
  file.bytes = std::make_unique<const std::string>(std::move(bytes));
  try {
    file.pdf = std::make_unique<ForeignPdf>(*file.bytes);
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, {}, part.bookmark, meaning_of(error));
  }
  return file;
}

class Binder {
 public:
  Binder(const std::vector<VolumePart>& parts, const Fonts& fonts, const PdfStamp& stamp)
      : parts_(parts), fonts_(fonts), stamp_(stamp), uses_(fonts) {}

  Result<BoundVolume> bind(const Sink& sink) {
    if (parts_.empty()) return diagnose(nothing_to_bind, {});
    Diagnostics problems;
    for (const VolumePart& part : parts_) append(problems, prepare(part));
    if (!problems.empty()) return problems;
    note_glyphs();
    problems = uses_.make();
    if (!problems.empty()) return problems;
    return write(sink);
  }

 private:
  Diagnostics prepare(const VolumePart& part) {
    Prepared prepared{&part};
    if (part.own) {
      prepared.pages = page_count(*part.own);
    } else {
      const auto file = open_file(part);
      if (!file.ok()) return file.diagnostics();
      prepared.is_foreign = true;
      try {
        prepared.pages = file->pdf->page_count();
        prepared.is_signed = file->pdf->is_signed();
        lower_claim(*file->pdf, prepared.is_signed);
      } catch (const PoDoFo::PdfError& error) {
        return {diagnose(pdf_unreadable, {}, part.bookmark, meaning_of(error))};
      }
    }
    if (part.numbered) {
      prepared.first = next_number_;
      next_number_ += prepared.pages;
    }
    prepared_.push_back(prepared);
    return {};
  }

  /// What a foreign part allows the whole: its text is not ours to promise, and an attached file needs
  /// PDF/A-3.
  void lower_claim(ForeignPdf& foreign, bool is_signed) {
    if (!foreign.is_archival()) claim_ = Archive::none;
    if (claim_ == Archive::u2) claim_ = Archive::b2;
    if (claim_ == Archive::b2 && is_signed) claim_ = Archive::b3;
  }

  /// The page with the volume's number on it; of a foreign page (`page`: its size) only the number.
  Page numbered(const Prepared& prepared, int index, Page page) const {
    if (prepared.first > 0) page.marks.push_back(number_words(prepared.first + index, page, fonts_));
    return page;
  }
  Page own_page(const Prepared& prepared, int index) const {
    return numbered(prepared, index, prepared.part->own->pages[static_cast<std::size_t>(index)]);
  }

  void note_glyphs() {
    for (const Prepared& prepared : prepared_) {
      for (int i = 0; i < prepared.pages; ++i)
        uses_.note(prepared.is_foreign ? numbered(prepared, i, Page{}) : own_page(prepared, i));
    }
  }

  Outcome add_foreign(const Prepared& prepared, PdfBook& book) {
    ANJUAN_TRY(const OpenFile file, open_file(*prepared.part));
    for (int i = 0; i < prepared.pages; ++i) {
      std::string overlay;
      if (prepared.first > 0) {
        PictureUses none;
        overlay = replace_all(content_of(numbered(prepared, i, file.pdf->size_of(i)), uses_, none).operators,
                              "/F", "/VolumeF");
      }
      file.pdf->copy_page(i, overlay, book);
    }
    if (!prepared.is_signed) return Done{};
    const std::string name = "signed-" + std::to_string(++signed_files_) + ".pdf";
    book.attach({name, "application/pdf", prepared.part->bookmark, *file.bytes}, stamp_.created);
    return Done{};
  }

  Outcome add_own(const Prepared& prepared, PdfBook& book) {
    for (int i = 0; i < prepared.pages; ++i) {
      ANJUAN_DO(book.add_page(own_page(prepared, i), uses_));
    }
    return Done{};
  }

  Result<BoundVolume> write(const Sink& sink) {
    BoundVolume volume;
    const Prepared* current = nullptr;
    try {
      PdfBook book(claim_, sink);
      book.add_fonts(uses_);
      std::vector<Heading> bookmarks;
      for (const Prepared& prepared : prepared_) {
        current = &prepared;
        if (!prepared.part->bookmark.empty())
          bookmarks.push_back({prepared.part->bookmark, static_cast<int>(book.page_count()), 0});
        if (prepared.is_foreign) {
          ANJUAN_DO(add_foreign(prepared, book));
        } else {
          ANJUAN_DO(add_own(prepared, book));
        }
        volume.first_page.push_back(prepared.first);
        volume.page_counts.push_back(prepared.pages);
      }
      current = nullptr;
      for (const Attachment& attachment : stamp_.attachments) book.attach(attachment, stamp_.created);
      ANJUAN_TRY([[maybe_unused]] const Done done,
                 book.finish(bookmarks, stamp_, "zh-CN", fonts_.packed_color_profile()));
    } catch (const PoDoFo::PdfError& error) {
      return failed(current, meaning_of(error));
    } catch (const std::bad_alloc&) {
      return failed(current, {"内存不足", "there is not enough memory"});
    }
    return volume;
  }

  Diagnostic failed(const Prepared* current, Wording why) const {
    if (current != nullptr && current->is_foreign)
      return diagnose(pdf_unreadable, {}, current->part->bookmark, std::move(why));
    return diagnose(pdf_not_written, {}, stamp_.title, std::move(why));
  }

  const std::vector<VolumePart>& parts_;
  const Fonts& fonts_;
  const PdfStamp& stamp_;
  FontUses uses_;
  std::vector<Prepared> prepared_;
  int next_number_ = 1, signed_files_ = 0;
  Archive claim_ = stamp_.archive;
};

}  // namespace

Result<BoundVolume> bind(const std::vector<VolumePart>& parts, const Fonts& fonts, const PdfStamp& stamp,
                         const Sink& sink) {
  silence_podofo();
  return Binder(parts, fonts, stamp).bind(sink);
}

Result<int> count_pdf_pages(std::string_view pdf, const std::string& file) {
  silence_podofo();
  try {
    return ForeignPdf(pdf).page_count();
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, {file}, file, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_unreadable, {file}, file, Wording("内存不足", "there is not enough memory"));
  }
}

Result<Setting> page_of_scan(std::string picture, const std::string& file) {
  constexpr std::int64_t kLong = 297000, kShort = 210000;
  ANJUAN_TRY(PlacedPicture placed, place_picture(held(std::move(picture)), file));
  const std::int64_t across = placed.shown_width(), down = placed.shown_height();
  const std::int64_t width = across > down ? kLong : kShort, height = across > down ? kShort : kLong;
  std::int64_t w = width, h = width * down / across;
  if (h > height) {
    w = height * across / down;
    h = height;
  }
  Page page{static_cast<int>(width), static_cast<int>(height), {}};
  page.marks.push_back(Image{static_cast<int>((width - w) / 2), static_cast<int>((height - h) / 2), static_cast<int>(w),
                             static_cast<int>(h), std::make_shared<const PlacedPicture>(std::move(placed))});
  return Setting{file, "zh-CN", {std::move(page)}, {}};
}

}  // namespace anjuan::pages
