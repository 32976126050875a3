#pragma once
// One PDF file under construction: PoDoFo as object writer only. Pages, page tree, fonts, metadata and
// outlines are our own objects, because those of PoDoFo 0.9.8 break PDF/A or are slow. Included by the
// .cpp files that write PDFs; throws PoDoFo::PdfError.

#include <podofo/podofo.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/deflated.h"
#include "pages/pages.h"
#include "pages/pdf_content.h"
#include "pages/pdf_fonts.h"
#include "pages/pdf_output.h"
#include "pages/setting.h"

namespace anjuan::pages {

class PdfBook {
 public:
  /// `archive`: what the file will say of itself.
  PdfBook(Archive archive, Sink sink);

  PoDoFo::PdfObject* make(const char* type = nullptr);
  PoDoFo::PdfObject* make_stream(std::string_view bytes, bool packed = true);
  /// Of bytes that are packed already.
  PoDoFo::PdfObject* make_packed_stream(std::string_view packed);
  PoDoFo::PdfMemDocument& document() { return document_; }
  /// So many bytes of streams were made elsewhere.
  void note_stream(std::size_t bytes) { waiting_ += bytes; }

  /// Makes the font objects; `fonts` have their subsets.
  void add_fonts(const FontUses& fonts);
  PoDoFo::PdfReference font_resources() const { return font_resources_; }
  /// A page of our own marks. Refused: a picture that cannot be read again.
  Outcome add_page(const Page& page, const FontUses& fonts);
  /// A page made elsewhere; its Parent is set here.
  void add_page(PoDoFo::PdfObject* page);
  std::size_t page_count() const { return pages_.size(); }
  /// Style, watermark and places for seals are told in the document information: so whoever measures or
  /// seals the file needs nothing but it.
  void tell_of(const Setting& setting) {
    style_ = setting.style;
    watermark_ = setting.watermark;
    seals_ = setting.seals;
  }

  /// The file says no more of itself than this, because a foreign part does not allow it.
  void lower_claim(Archive archive) { archive_ = archive; }
  /// Puts a file inside; it is associated with the whole.
  void attach(const Attachment& attachment, Moment created);
  /// Page tree, outlines, metadata, all that is not written yet; then what the sink said.
  Outcome finish(const std::vector<Heading>& headings, const PdfStamp& stamp, const std::string& language,
                 const std::string& packed_profile);

 private:
  Outcome add_pictures(const PageContent& content, PoDoFo::PdfDictionary& resources);
  Result<PoDoFo::PdfReference> picture_object(std::size_t index);
  void write_page_tree();
  void write_outlines(const std::vector<Heading>& headings);
  void write_metadata(const PdfStamp& stamp);
  void write_attachments();
  void write_streams();
  void write_color_profile(const std::string& packed);

  PoDoFo::PdfMemDocument document_;
  PdfOutput output_;
  std::size_t waiting_ = 0;  ///< bytes of streams that could be written
  Archive archive_;
  std::map<std::string, PoDoFo::PdfReference> attachments_;  ///< a name tree is in order of its keys
  PoDoFo::PdfReference font_resources_;
  std::string style_, watermark_;
  std::vector<SealPlace> seals_;
  std::vector<PoDoFo::PdfObject*> pages_;
  PictureUses pictures_;
  std::vector<PoDoFo::PdfReference> picture_objects_;
};

/// 2026-09-10T09:30:00+08:00 → D:20260910093000+08'00'
std::string pdf_date(Moment moment);
/// Seal places as a text: one in each line, page from 1, x, y, organ.
std::string seal_lines(const std::vector<SealPlace>& seals);
/// What PoDoFo's error means to a reader.
Wording meaning_of(const PoDoFo::PdfError& error);
/// Turns off PoDoFo's own printing.
void silence_podofo();
/// Text as a PDF string (UTF-16).
PoDoFo::PdfString text_string(const std::string& utf8);
/// A value written as it stands, e.g. "[0 0 595.276 841.89]".
PoDoFo::PdfVariant raw(const std::string& text);

}  // namespace anjuan::pages
