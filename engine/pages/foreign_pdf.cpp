#include "pages/foreign_pdf.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "pages/open_pdf.h"

namespace anjuan::pages {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;

// More than any scanned volume has; beyond these a file is meant to harm.
constexpr int kDeepest = 64;
constexpr std::size_t kMostPages = 5000;
constexpr std::size_t kMostObjects = 400'000;
constexpr std::size_t kLongestPacket = std::size_t{4} << 20;  // bytes of metadata

[[noreturn]] void give_up() { throw PoDoFo::PdfError(PoDoFo::ePdfError_ValueOutOfRange, __FILE__, __LINE__); }

constexpr const char* kInherited[] = {"Resources", "MediaBox", "CropBox", "Rotate"};

/// Keys that lead to other pages or that act.
bool is_left_out(const std::string& key) {
  static const std::set<std::string> kLeftOut{
      "Parent", "StructParent", "StructParents", "AA",        "A",
      "JS",     "JavaScript",   "OpenAction",    "PieceInfo", "Metadata",
      "B",      "OC",           "Popup",         "IRT",       "P"};
  return kLeftOut.count(key) > 0;
}

bool is_shown_annotation_key(const std::string& key) {
  static const std::set<std::string> kShown{"Type", "Subtype", "Rect", "F",      "AP",
                                            "AS",   "C",       "BS",   "Border", "FT"};
  return kShown.count(key) > 0;
}

std::string thousandths(std::int64_t value) {
  const std::int64_t whole = value < 0 ? -value : value;
  return (value < 0 ? "-" : "") + std::to_string(whole / 1000) + "." +
         std::to_string(1000 + whole % 1000).substr(1);
}

int in_um(std::int64_t thousandths_of_point) {
  return static_cast<int>(thousandths_of_point * 25400 / 72000);
}

}  // namespace

ForeignPdf::ForeignPdf(std::string_view bytes) {
  if (bytes.size() < 16 || bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos)
    throw PoDoFo::PdfError(PoDoFo::ePdfError_NoPdfFile, __FILE__, __LINE__);
  open_pdf(document_, bytes);
  PdfObject* root = resolve(document_.GetCatalog()->GetDictionary().GetKey(PdfName("Pages")));
  if (root == nullptr) throw PoDoFo::PdfError(PoDoFo::ePdfError_PageNotFound, __FILE__, __LINE__);
  find_pages(root, {}, 0);
  if (pages_.empty()) throw PoDoFo::PdfError(PoDoFo::ePdfError_PageNotFound, __FILE__, __LINE__);
}

PdfObject* ForeignPdf::resolve(const PdfObject* value) const {
  for (int step = 0; value != nullptr && value->IsReference(); ++step) {
    if (step > kDeepest) give_up();
    value = document_.GetObjects().GetObject(value->GetReference());
  }
  return const_cast<PdfObject*>(value);
}

void ForeignPdf::find_pages(PdfObject* node, std::map<std::string, PdfObject> inherited, int depth) {
  if (depth > kDeepest || pages_.size() >= kMostPages) give_up();
  if (!node->IsDictionary() || !visited_.insert(node->Reference()).second) return;
  for (const char* name : kInherited) {
    if (const PdfObject* value = node->GetDictionary().GetKey(PdfName(name))) inherited[name] = *value;
  }
  PdfObject* kids = resolve(node->GetDictionary().GetKey(PdfName("Kids")));
  if (kids == nullptr || !kids->IsArray()) {
    pages_.push_back({node, std::move(inherited)});
    return;
  }
  for (const PdfObject& kid : kids->GetArray()) {
    if (PdfObject* below = resolve(&kid)) find_pages(below, inherited, depth + 1);
  }
}

const PdfObject* ForeignPdf::attribute(const FoundPage& page, const char* name) const {
  const auto found = page.inherited.find(name);
  return found == page.inherited.end() ? nullptr : resolve(&found->second);
}

ForeignPdf::Box ForeignPdf::box_of(const FoundPage& page) const {
  const PdfObject* box = attribute(page, "CropBox");
  if (box == nullptr || !box->IsArray()) box = attribute(page, "MediaBox");
  int sides[4] = {0, 0, 595276, 841890};
  if (box != nullptr && box->IsArray() && box->GetArray().size() >= 4) {
    for (int i = 0; i < 4; ++i) {
      const PdfObject* side = resolve(&box->GetArray()[i]);
      if (side == nullptr || !(side->IsNumber() || side->IsReal())) continue;
      sides[i] = static_cast<int>(std::clamp<std::int64_t>(static_cast<std::int64_t>(side->GetReal() * 1000),
                                                           -20'000'000, 20'000'000));
    }
  }
  return {std::min(sides[0], sides[2]), std::min(sides[1], sides[3]), std::max(sides[0], sides[2]),
          std::max(sides[1], sides[3])};
}

int ForeignPdf::turns_of(const FoundPage& page) const {
  const PdfObject* rotate = attribute(page, "Rotate");
  if (rotate == nullptr || !rotate->IsNumber()) return 0;
  return static_cast<int>((rotate->GetNumber() / 90 % 4 + 4) % 4);
}

Page ForeignPdf::size_of(int index) const {
  const FoundPage& page = pages_[static_cast<std::size_t>(index)];
  const Box box = box_of(page);
  Page size{in_um(box.right - box.left), in_um(box.top - box.bottom), {}};
  if (turns_of(page) % 2 == 1) std::swap(size.width, size.height);
  return size;
}

/// From the page as shown, its lower left corner as origin, to the page's own space.
std::string ForeignPdf::placement(const FoundPage& page) const {
  const Box box = box_of(page);
  switch (turns_of(page)) {
    case 1:
      return "0 1 -1 0 " + thousandths(box.right) + " " + thousandths(box.bottom) + " cm\n";
    case 2:
      return "-1 0 0 -1 " + thousandths(box.right) + " " + thousandths(box.top) + " cm\n";
    case 3:
      return "0 -1 1 0 " + thousandths(box.left) + " " + thousandths(box.top) + " cm\n";
    default:
      return "1 0 0 1 " + thousandths(box.left) + " " + thousandths(box.bottom) + " cm\n";
  }
}

bool ForeignPdf::is_archival() {
  PdfObject* metadata = resolve(document_.GetCatalog()->GetDictionary().GetKey(PdfName("Metadata")));
  if (metadata == nullptr || !metadata->HasStream()) return false;
  const std::string packet = unpacked(*metadata->GetStream(), kLongestPacket);
  for (const char* says : {"pdfaid:part>1", "pdfaid:part>2", "pdfaid:part=\"1", "pdfaid:part=\"2"}) {
    if (packet.find(says) != std::string::npos) return true;
  }
  return false;
}

bool ForeignPdf::has_signature(PdfObject* field, int depth) {
  if (field == nullptr || !field->IsDictionary() || depth > kDeepest) return false;
  const PdfObject* value = resolve(field->GetDictionary().GetKey(PdfName("V")));
  if (value != nullptr && value->IsDictionary() && value->GetDictionary().HasKey(PdfName("ByteRange"))) return true;
  PdfObject* kids = resolve(field->GetDictionary().GetKey(PdfName("Kids")));
  if (kids == nullptr || !kids->IsArray()) return false;
  const PdfArray& below = kids->GetArray();
  return std::any_of(below.begin(), below.end(), [&](const PdfObject& kid) { return has_signature(resolve(&kid), depth + 1); });
}

bool ForeignPdf::is_signed() {
  PdfObject* form = resolve(document_.GetCatalog()->GetDictionary().GetKey(PdfName("AcroForm")));
  if (form == nullptr || !form->IsDictionary()) return false;
  PdfObject* fields = resolve(form->GetDictionary().GetKey(PdfName("Fields")));
  if (fields == nullptr || !fields->IsArray()) return false;
  const PdfArray& all = fields->GetArray();
  return std::any_of(all.begin(), all.end(), [&](const PdfObject& field) { return has_signature(resolve(&field), 0); });
}

PdfObject ForeignPdf::copy_reference(const PdfReference& reference, PdfBook& book) {
  const auto known = copied_.find(reference);
  if (known != copied_.end()) return PdfObject(known->second);
  if (document_.GetObjects().GetObject(reference) == nullptr) return PdfObject(PoDoFo::PdfVariant::NullValue);
  if (copied_.size() >= kMostObjects) give_up();
  const PdfReference made = book.make()->Reference();
  copied_[reference] = made;
  waiting_.emplace_back(reference, made);
  return PdfObject(made);
}

PdfObject ForeignPdf::copy_value(const PdfObject& value, PdfBook& book, int depth) {
  if (depth > kDeepest) give_up();
  if (value.IsReference()) return copy_reference(value.GetReference(), book);
  if (value.IsArray()) {
    PdfArray array;
    for (const PdfObject& item : value.GetArray()) array.push_back(copy_value(item, book, depth + 1));
    return PdfObject(array);
  }
  if (value.IsDictionary()) {
    PdfDictionary dictionary;
    for (const auto& [key, item] : value.GetDictionary().GetKeys()) {
      if (!is_left_out(key.GetName())) dictionary.AddKey(key, copy_value(*item, book, depth + 1));
    }
    return PdfObject(dictionary);
  }
  return PdfObject(static_cast<const PoDoFo::PdfVariant&>(value));
}

void ForeignPdf::copy_waiting(PdfBook& book) {
  while (!waiting_.empty()) {
    const auto [from, to] = waiting_.back();
    waiting_.pop_back();
    PdfObject* source = document_.GetObjects().GetObject(from);
    PdfObject* target = book.document().GetObjects().GetObject(to);
    // Only the value: the object's own assignment would take over its number too.
    static_cast<PoDoFo::PdfVariant&>(*target) = copy_value(*source, book, 0);
    if (!source->HasStream()) continue;
    char* buffer = nullptr;
    PoDoFo::pdf_long length = 0;
    source->GetStream()->GetCopy(&buffer, &length);
    PoDoFo::PdfMemoryInputStream input(buffer, length);
    target->GetStream()->SetRawData(&input, length);
    PoDoFo::podofo_free(buffer);
    book.note_stream(static_cast<std::size_t>(length));
    document_.FreeObjectMemory(source);  // it is read from the bytes again if it is needed again
  }
}

/// What annotations show (a stamp, the picture of an electronic seal), without what they do.
PdfArray ForeignPdf::copy_annotations(const PdfObject* list, PdfBook& book) {
  PdfArray kept;
  if (list == nullptr || !list->IsArray()) return kept;
  for (const PdfObject& item : list->GetArray()) {
    const PdfObject* annotation = resolve(&item);
    if (annotation == nullptr || !annotation->IsDictionary() ||
        !annotation->GetDictionary().HasKey(PdfName("AP")))
      continue;
    PdfDictionary shown;
    for (const auto& [key, value] : annotation->GetDictionary().GetKeys()) {
      if (is_shown_annotation_key(key.GetName())) shown.AddKey(key, copy_value(*value, book, 1));
    }
    PdfObject* made = book.make();
    made->GetDictionary() = shown;
    kept.push_back(made->Reference());
  }
  return kept;
}

PdfArray ForeignPdf::contents_with(const FoundPage& page, const std::string& overlay, PdfBook& book) {
  PdfArray contents;
  if (!overlay.empty()) contents.push_back(book.make_stream("q\n")->Reference());
  const PdfObject* own = page.object->GetDictionary().GetKey(PdfName("Contents"));
  const PdfObject* resolved = own == nullptr ? nullptr : resolve(own);
  if (resolved != nullptr && resolved->IsArray()) {
    for (const PdfObject& part : resolved->GetArray()) contents.push_back(copy_value(part, book, 1));
  } else if (resolved != nullptr && own->IsReference()) {
    contents.push_back(copy_value(*own, book, 1));
  }
  if (!overlay.empty())
    contents.push_back(book.make_stream("\nQ\nq\n" + placement(page) + overlay + "Q\n")->Reference());
  return contents;
}

PdfDictionary ForeignPdf::resources_with_fonts(const FoundPage& page, bool overlaid, PdfBook& book) {
  const PdfObject* own = attribute(page, "Resources");
  PdfDictionary resources;
  if (own != nullptr && own->IsDictionary()) resources = copy_value(*own, book, 0).GetDictionary();
  if (!overlaid) return resources;
  PdfDictionary fonts;
  const PdfObject* theirs = own == nullptr || !own->IsDictionary()
                                ? nullptr
                                : resolve(own->GetDictionary().GetKey(PdfName("Font")));
  if (theirs != nullptr && theirs->IsDictionary()) fonts = copy_value(*theirs, book, 1).GetDictionary();
  const PdfObject* ours = book.document().GetObjects().GetObject(book.font_resources());
  for (const auto& [key, font] : ours->GetDictionary().GetKeys())
    fonts.AddKey(PdfName("Volume" + key.GetName()), *font);
  resources.AddKey(PdfName("Font"), fonts);
  return resources;
}

void ForeignPdf::copy_page(int index, const std::string& overlay, PdfBook& book) {
  const FoundPage& page = pages_[static_cast<std::size_t>(index)];
  PdfObject* made = book.make("Page");
  PdfDictionary& dictionary = made->GetDictionary();
  for (const char* name : {"MediaBox", "CropBox", "Rotate"}) {
    if (const PdfObject* value = attribute(page, name))
      dictionary.AddKey(PdfName(name), copy_value(*value, book, 1));
  }
  if (!dictionary.HasKey(PdfName("MediaBox")))
    dictionary.AddKey(PdfName("MediaBox"), raw("[0 0 595.276 841.89]"));
  for (const char* name : {"UserUnit", "Group"}) {
    if (const PdfObject* value = page.object->GetDictionary().GetKey(PdfName(name)))
      dictionary.AddKey(PdfName(name), copy_value(*value, book, 1));
  }
  dictionary.AddKey(PdfName("Resources"), resources_with_fonts(page, !overlay.empty(), book));
  dictionary.AddKey(PdfName("Contents"), contents_with(page, overlay, book));
  const PdfArray annotations =
      copy_annotations(resolve(page.object->GetDictionary().GetKey(PdfName("Annots"))), book);
  if (!annotations.empty()) dictionary.AddKey(PdfName("Annots"), annotations);
  copy_waiting(book);
  book.add_page(made);
}

}  // namespace anjuan::pages
