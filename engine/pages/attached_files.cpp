#include "pages/attached_files.h"

#include <podofo/podofo.h>

#include <new>

#include "pages/messages.h"
#include "pages/pdf_book.h"

namespace anjuan::pages {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

/// The table of names of one file, walked down to the files.
class AttachmentReader {
 public:
  explicit AttachmentReader(std::string_view pdf) {
    document_.LoadFromBuffer(pdf.data(), static_cast<long>(pdf.size()));
  }

  std::vector<AttachedFile> all() {
    walk(entry(entry(document_.GetCatalog(), "Names"), "EmbeddedFiles"), 0);
    return std::move(found_);
  }

 private:
  PoDoFo::PdfMemDocument document_;
  std::vector<AttachedFile> found_;

  PdfObject* resolve(PdfObject* value) {
    return value != nullptr && value->IsReference() ? document_.GetObjects().GetObject(value->GetReference())
                                                    : value;
  }
  PdfObject* entry(PdfObject* owner, const char* key) {
    return owner != nullptr && owner->IsDictionary() ? resolve(owner->GetDictionary().GetKey(PdfName(key)))
                                                     : nullptr;
  }
  std::string text(PdfObject* owner, const char* key) {
    PdfObject* value = entry(owner, key);
    return value != nullptr && (value->IsString() || value->IsHexString())
               ? value->GetString().GetStringUtf8()
               : std::string();
  }

  void walk(PdfObject* node, int depth) {
    constexpr int deepest = 32;
    constexpr std::size_t most = 10'000;
    if (node == nullptr || depth > deepest) return;
    if (PdfObject* kids = entry(node, "Kids"); kids != nullptr && kids->IsArray()) {
      for (PdfObject& kid : kids->GetArray()) walk(resolve(&kid), depth + 1);
    }
    PdfObject* names = entry(node, "Names");
    if (names == nullptr || !names->IsArray()) return;
    for (std::size_t i = 1; i < names->GetArray().size() && found_.size() < most; i += 2) {
      take(resolve(&names->GetArray()[i]));
    }
  }

  void take(PdfObject* file) {
    PdfObject* stream = entry(entry(file, "EF"), "F");
    if (stream == nullptr || !stream->HasStream()) return;
    PoDoFo::PdfMemoryOutputStream bytes;
    stream->GetStream()->GetFilteredCopy(&bytes);
    const std::string name = text(file, "UF");
    found_.push_back({name.empty() ? text(file, "F") : name, text(file, "Desc"),
                      std::string(bytes.GetBuffer(), static_cast<std::size_t>(bytes.GetLength()))});
  }
};

}  // namespace

Result<std::vector<AttachedFile>> attached_files(std::string_view pdf, const std::string& file) {
  silence_podofo();
  try {
    return AttachmentReader(pdf).all();
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_unreadable, Place{}, file, Wording("内存不足", "there is not enough memory"));
  }
}

}  // namespace anjuan::pages
