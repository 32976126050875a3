#pragma once
// A PDF made elsewhere (a scan): its pages are found and copied object by object, with only what a
// page shows. Nothing that acts (scripts, links, forms) comes along. Throws PoDoFo::PdfError for
// damaged files; the callers catch it.

#include <podofo/podofo.h>

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "pages/pdf_book.h"

namespace anjuan::pages {

class ForeignPdf {
 public:
  /// `bytes` must outlive this.
  explicit ForeignPdf(std::string_view bytes);

  int page_count() const { return static_cast<int>(pages_.size()); }
  /// It says of itself that it is PDF/A-1 or PDF/A-2.
  bool is_archival();
  /// Somebody signed it electronically: a signature field of its form has a value.
  bool is_signed();
  /// Copies page `index` (from 0) into the book, with `overlay` (operators in µm, as content_of makes
  /// them, for a page of `size_of`) drawn over it; "" for none.
  void copy_page(int index, const std::string& overlay, PdfBook& book);
  /// Width and height in µm as shown.
  Page size_of(int index) const;

 private:
  struct FoundPage {
    PoDoFo::PdfObject* object = nullptr;
    std::map<std::string, PoDoFo::PdfObject> inherited;
  };
  struct Box {
    int left = 0, bottom = 0, right = 0, top = 0;  ///< thousandths of a point
  };

  bool has_signature(PoDoFo::PdfObject* field, int depth);
  void find_pages(PoDoFo::PdfObject* node, std::map<std::string, PoDoFo::PdfObject> inherited, int depth);
  PoDoFo::PdfObject* resolve(const PoDoFo::PdfObject* value) const;
  const PoDoFo::PdfObject* attribute(const FoundPage& page, const char* name) const;
  Box box_of(const FoundPage& page) const;
  int turns_of(const FoundPage& page) const;
  std::string placement(const FoundPage& page) const;

  PoDoFo::PdfObject copy_value(const PoDoFo::PdfObject& value, PdfBook& book, int depth);
  PoDoFo::PdfObject copy_reference(const PoDoFo::PdfReference& reference, PdfBook& book);
  void copy_waiting(PdfBook& book);
  PoDoFo::PdfArray copy_annotations(const PoDoFo::PdfObject* list, PdfBook& book);
  PoDoFo::PdfArray contents_with(const FoundPage& page, const std::string& overlay, PdfBook& book);
  PoDoFo::PdfDictionary resources_with_fonts(const FoundPage& page, bool overlaid, PdfBook& book);

  mutable PoDoFo::PdfMemDocument document_;
  std::vector<FoundPage> pages_;
  std::set<PoDoFo::PdfReference> visited_;
  std::map<PoDoFo::PdfReference, PoDoFo::PdfReference> copied_;
  std::vector<std::pair<PoDoFo::PdfReference, PoDoFo::PdfReference>> waiting_;
};

}  // namespace anjuan::pages
