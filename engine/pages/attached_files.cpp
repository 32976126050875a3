#include "pages/attached_files.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <new>

#include "pages/messages.h"
#include "pages/open_pdf.h"
#include "pages/pdf_book.h"

namespace anjuan::pages {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

using Take = std::function<Outcome(const AttachedFile&)>;

/// The table of names of one file, walked down to the files.
class AttachmentReader {
 public:
  AttachmentReader(std::string_view pdf, const Take& take) : take_(take), room_(100 * pdf.size()) {
    open_pdf(document_, pdf);
  }

  Outcome read() {
    walk(entry(entry(document_.GetCatalog(), "Names"), "EmbeddedFiles"), 0);
    return std::move(outcome_);
  }

 private:
  PoDoFo::PdfMemDocument document_;
  const Take& take_;
  std::size_t room_;  ///< for what is still to be unpacked
  std::size_t taken_ = 0;
  Outcome outcome_ = Done{};

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
    for (std::size_t i = 1; i < names->GetArray().size() && taken_ < most && outcome_.ok(); i += 2) {
      take(resolve(&names->GetArray()[i]));
    }
  }

  void take(PdfObject* file) {
    PdfObject* stream = entry(entry(file, "EF"), "F");
    if (stream == nullptr || !stream->HasStream()) return;
    std::string bytes = unpacked(*stream->GetStream(), std::min(most_unpacked, room_));
    room_ -= bytes.size();
    ++taken_;
    const std::string name = text(file, "UF");
    outcome_ = take_({name.empty() ? text(file, "F") : name, text(file, "Desc"), std::move(bytes)});
  }
};

}  // namespace

Outcome read_attached_files(std::string_view pdf, const std::string& file, const Take& take) {
  silence_podofo();
  try {
    return AttachmentReader(pdf, take).read();
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  } catch (const std::bad_alloc&) {
    return diagnose(pdf_unreadable, Place{}, file, Wording("内存不足", "there is not enough memory"));
  }
}

}  // namespace anjuan::pages
