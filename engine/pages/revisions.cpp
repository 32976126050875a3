#include "pages/revisions.h"

#include <podofo/podofo.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pages/messages.h"
#include "pages/open_pdf.h"
#include "pages/pdf_book.h"

namespace anjuan::pages {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;
using Reference = std::pair<unsigned, unsigned>;

Reference name_of(const PdfReference& reference) {
  return {reference.ObjectNumber(), reference.GenerationNumber()};
}

/// One revision of the file, its objects readable.
class Revision {
 public:
  explicit Revision(std::string_view pdf) { open_pdf(document_, pdf); }

  PdfObject* resolve(PdfObject* value) {
    return value != nullptr && value->IsReference() ? document_.GetObjects().GetObject(value->GetReference())
                                                    : value;
  }
  PdfObject* entry(PdfObject* owner, const char* key) {
    return owner != nullptr && owner->IsDictionary() ? resolve(owner->GetDictionary().GetKey(PdfName(key)))
                                                     : nullptr;
  }
  PdfObject* catalog() { return document_.GetCatalog(); }
  PdfObject* form() { return entry(catalog(), "AcroForm"); }
  PdfObject* page(int number) { return document_.GetPage(number)->GetObject(); }
  int page_count() { return document_.GetPageCount(); }
  PdfObject* object(const Reference& name) {
    return document_.GetObjects().GetObject(
        PdfReference(name.first, static_cast<PoDoFo::pdf_gennum>(name.second)));
  }
  std::vector<Reference> names() {
    std::vector<Reference> all;
    for (PdfObject* one : document_.GetObjects()) all.push_back(name_of(one->Reference()));
    return all;
  }
  /// The elements of a list as they are written.
  std::vector<PdfObject> elements(PdfObject* owner, const char* key) {
    PdfObject* list = entry(owner, key);
    if (list == nullptr || !list->IsArray()) return {};
    return {list->GetArray().begin(), list->GetArray().end()};
  }

 private:
  PoDoFo::PdfMemDocument document_;
};

/// The value and its stream as bytes, without some entries of a dictionary.
std::string written(const PdfObject& object, const std::set<std::string>& without = {}) {
  std::string text;
  if (object.IsDictionary()) {
    PdfObject kept(object.GetDictionary());
    for (const std::string& key : without) kept.GetDictionary().RemoveKey(PdfName(key));
    kept.ToString(text);
  } else {
    object.ToString(text);
  }
  if (object.HasStream()) {
    PoDoFo::PdfMemoryOutputStream stream;
    object.GetStream()->GetCopy(&stream);
    text.append(stream.GetBuffer(), static_cast<std::size_t>(stream.GetLength()));
  }
  return text;
}

class Comparison {
 public:
  Comparison(std::string_view before, std::string_view after) : before_(before), after_(after) {}

  bool only_signatures() {
    if (before_.page_count() != after_.page_count()) return false;
    if (!same(before_.catalog(), after_.catalog(), {"AcroForm"})) return false;
    if (!forms_agree()) return false;
    for (int i = 0; i < before_.page_count(); ++i) {
      if (!pages_agree(before_.page(i), after_.page(i))) return false;
    }
    return rest_agrees();
  }

 private:
  Revision before_, after_;
  std::set<Reference> compared_;  ///< objects that may differ in what was looked at

  /// One object in both revisions, under the same name.
  bool same(PdfObject* a, PdfObject* b, const std::set<std::string>& without) {
    if (a == nullptr || b == nullptr) return a == b;
    if (name_of(a->Reference()) != name_of(b->Reference())) return false;
    compared_.insert(name_of(a->Reference()));
    return written(*a, without) == written(*b, without);
  }

  bool is_signature(PdfObject& element) {
    PdfObject* field = after_.resolve(&element);
    PdfObject *kind = after_.entry(field, "FT"), *look = after_.entry(field, "Subtype");
    return kind != nullptr && kind->IsName() && kind->GetName() == "Sig" && look != nullptr &&
           look->IsName() && look->GetName() == "Widget";
  }

  /// The list goes on as it was; what follows are signature fields.
  bool grows_by_signatures(PdfObject* a, PdfObject* b, const char* key) {
    const std::vector<PdfObject> old = before_.elements(a, key);
    std::vector<PdfObject> now = after_.elements(b, key);
    if (now.size() < old.size()) return false;
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (i < old.size() ? written(old[i]) != written(now[i]) : !is_signature(now[i])) return false;
    }
    for (auto [revision, owner] : {std::pair(&before_, a), std::pair(&after_, b)}) {
      PdfObject* list = revision->entry(owner, key);
      if (list != nullptr && list->Reference().ObjectNumber() > 0)
        compared_.insert(name_of(list->Reference()));
    }
    return true;
  }

  bool forms_agree() {
    PdfObject *a = before_.form(), *b = after_.form();
    if (a != nullptr && b == nullptr) return false;
    if (!grows_by_signatures(a, b, "Fields")) return false;
    // Bytes that bring no signature may mean one thing to one reader and another to the next.
    if (after_.elements(b, "Fields").size() == before_.elements(a, "Fields").size()) return false;
    const std::set<std::string> may_differ = {"Fields", "SigFlags"};
    const std::string old = a == nullptr ? written(PdfObject(PdfDictionary())) : written(*a, may_differ);
    if (b != nullptr && written(*b, may_differ) != old) return false;
    if (a != nullptr && a->Reference().ObjectNumber() > 0) compared_.insert(name_of(a->Reference()));
    return true;
  }

  bool pages_agree(PdfObject* a, PdfObject* b) {
    return grows_by_signatures(a, b, "Annots") && same(a, b, {"Annots"});
  }

  /// Every other object of the earlier revision is in the later one as it was.
  bool rest_agrees() {
    for (const Reference& name : before_.names()) {
      if (compared_.contains(name)) continue;
      PdfObject *a = before_.object(name), *b = after_.object(name);
      if (a == nullptr || is_of_the_writing(*a)) continue;
      if (b == nullptr || written(*a) != written(*b)) return false;
    }
    return true;
  }

  /// Cross-reference and object streams are of how a file is written.
  static bool is_of_the_writing(PdfObject& object) {
    PdfObject* type = object.IsDictionary() ? object.GetDictionary().GetKey(PdfName("Type")) : nullptr;
    return type != nullptr && type->IsName() && (type->GetName() == "XRef" || type->GetName() == "ObjStm");
  }
};

bool is_blank(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view("\0\t\n\f\r ", 6)) == std::string_view::npos;
}

}  // namespace

Result<Added> added_after(std::string_view pdf, std::size_t revision_size, const std::string& file) {
  if (revision_size >= pdf.size() || is_blank(pdf.substr(revision_size))) return Added::nothing;
  silence_podofo();
  try {
    return Comparison(pdf.substr(0, revision_size), pdf).only_signatures() ? Added::signatures : Added::other;
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  }
}

}  // namespace anjuan::pages
