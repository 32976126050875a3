#include "pages/sign_pdf.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/text.h"
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

/// Room for a signature with its chain of certificates and a timestamp, in bytes.
constexpr std::size_t hole_bytes = 16384;
/// Stands where the byte range will; as long as any byte range of files up to ten digits.
constexpr std::string_view range_mark = "[0 1111111111 2222222222 3333333333]";
/// Red as seals are printed.
constexpr const char* seal_red = "0.85 0.07 0.12 rg ";

PdfObject integer(std::int64_t value) { return PdfObject(static_cast<PoDoFo::pdf_int64>(value)); }

std::string points(std::int64_t um) {
  const std::int64_t thousandths = um * 72000 / 25400;
  const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
  return (thousandths < 0 ? "-" : "") + std::to_string(size / 1000) + "." +
         std::to_string(1000 + size % 1000).substr(1);
}

/// The value behind a reference, or the value.
PdfObject* resolve(PoDoFo::PdfMemDocument& document, PdfObject* value) {
  return value != nullptr && value->IsReference() ? document.GetObjects().GetObject(value->GetReference())
                                                  : value;
}

/// An entry of a dictionary, made if it is not there. Lists and dictionaries only.
PdfObject& entry(PoDoFo::PdfMemDocument& document, PdfDictionary& owner, const char* key,
                 const PdfObject& fresh) {
  PdfObject* found = resolve(document, owner.GetKey(PdfName(key)));
  if (found == nullptr) {
    owner.AddKey(PdfName(key), fresh);
    found = owner.GetKey(PdfName(key));
  }
  return *found;
}

/// One file being signed.
class SignaturePlace {
 public:
  SignaturePlace(std::string_view pdf, const SignatureField& field) : pdf_(pdf), field_(field) {
    open_pdf(document_, pdf, Purpose::appending);
    document_.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    // PoDoFo has put the time of this machine's clock there; the information stays as it was.
    document_.GetInfo()->GetObject()->GetDictionary().SetDirty(false);
  }

  /// False: the page is not there.
  bool add_field() {
    const int page_number = field_.place ? field_.place->page : 0;
    if (page_number < 0 || page_number >= document_.GetPageCount()) return false;
    PdfObject* page = document_.GetPage(page_number)->GetObject();
    PdfObject* widget = document_.GetObjects().CreateObject("Annot");
    PdfDictionary& look = widget->GetDictionary();
    look.AddKey(PdfName("Subtype"), PdfName("Widget"));
    look.AddKey(PdfName("FT"), PdfName("Sig"));
    look.AddKey(PdfName("T"), text_string(free_name()));
    look.AddKey(PdfName("F"), integer(132));  // printed, locked
    look.AddKey(PdfName("P"), page->Reference());
    look.AddKey(PdfName("V"), signature_dictionary()->Reference());
    place(look, page);
    PdfArray& annotations = entry(document_, page->GetDictionary(), "Annots", PdfArray()).GetArray();
    annotations.push_back(widget->Reference());
    PdfObject& form = entry(document_, document_.GetCatalog()->GetDictionary(), "AcroForm", PdfDictionary());
    entry(document_, form.GetDictionary(), "Fields", PdfArray()).GetArray().push_back(widget->Reference());
    form.GetDictionary().AddKey(PdfName("SigFlags"), integer(3));  // signatures exist; append only
    return true;
  }

  UnsignedPdf written() {
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    document_.WriteUpdate(&device, true);
    UnsignedPdf out;
    out.bytes.assign(buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength()));
    const std::size_t range = out.bytes.find(range_mark, pdf_.size());
    out.hole_begin = out.bytes.find("<" + std::string(64, '0'), pdf_.size());
    ANJUAN_CHECK(out.bytes.starts_with(pdf_) && range != std::string::npos &&
                 out.hole_begin != std::string::npos);
    out.hole_end = out.hole_begin + 2 * hole_bytes + 2;
    std::string ranges = "[0 " + std::to_string(out.hole_begin) + " " + std::to_string(out.hole_end) + " " +
                         std::to_string(out.bytes.size() - out.hole_end);
    ranges.resize(range_mark.size() - 1, ' ');
    out.bytes.replace(range, range_mark.size(), ranges + "]");
    return out;
  }

 private:
  std::string_view pdf_;
  const SignatureField& field_;
  PoDoFo::PdfMemDocument document_;

  /// The wanted name, with a number where the file has it already.
  std::string free_name() {
    std::set<std::string> taken;
    PdfObject* form = resolve(document_, document_.GetCatalog()->GetDictionary().GetKey(PdfName("AcroForm")));
    PdfObject* fields = form != nullptr && form->IsDictionary()
                            ? resolve(document_, form->GetDictionary().GetKey(PdfName("Fields")))
                            : nullptr;
    if (fields != nullptr && fields->IsArray()) {
      for (PdfObject& one : fields->GetArray()) {
        PdfObject* known = resolve(document_, &one);
        PdfObject* title =
            known != nullptr && known->IsDictionary() ? known->GetDictionary().GetKey(PdfName("T")) : nullptr;
        if (title != nullptr && title->IsString()) taken.insert(title->GetString().GetStringUtf8());
      }
    }
    std::string name = field_.name;
    for (int n = 2; taken.count(name) > 0; ++n) name = field_.name + std::to_string(n);
    return name;
  }

  PdfObject* signature_dictionary() {
    PdfObject* object = document_.GetObjects().CreateObject("Sig");
    PdfDictionary& dictionary = object->GetDictionary();
    dictionary.AddKey(PdfName("Filter"), PdfName("Adobe.PPKLite"));
    dictionary.AddKey(PdfName("SubFilter"),
                      PdfName(field_.cades ? "ETSI.CAdES.detached" : "adbe.pkcs7.detached"));
    dictionary.AddKey(PdfName("M"), PoDoFo::PdfString(pdf_date(field_.at)));
    if (!field_.signer.empty()) dictionary.AddKey(PdfName("Name"), text_string(field_.signer));
    if (!field_.reason.empty()) dictionary.AddKey(PdfName("Reason"), text_string(field_.reason));
    if (!field_.location.empty()) dictionary.AddKey(PdfName("Location"), text_string(field_.location));
    dictionary.AddKey(PdfName("ByteRange"), raw(std::string(range_mark)));
    dictionary.AddKey(PdfName("Contents"), raw("<" + std::string(2 * hole_bytes, '0') + ">"));
    return object;
  }

  void place(PdfDictionary& look, PdfObject* page) {
    if (!field_.place || !field_.picture) {
      look.AddKey(PdfName("Rect"), raw("[0 0 0 0]"));
      return;
    }
    const SealPicture& seal = *field_.picture;
    const std::int64_t left = field_.place->middle_x - seal.width / 2;
    const std::int64_t bottom = height_of(page) - field_.place->middle_y - seal.height / 2;
    look.AddKey(PdfName("Rect"), raw("[" + points(left) + " " + points(bottom) + " " +
                                     points(left + seal.width) + " " + points(bottom + seal.height) + "]"));
    PdfDictionary appearance;
    appearance.AddKey(PdfName("N"), appearance_of(seal)->Reference());
    look.AddKey(PdfName("AP"), appearance);
  }

  /// Height of the page in µm, from its own or an inherited box.
  std::int64_t height_of(PdfObject* page) {
    for (PdfObject* node = page; node != nullptr && node->IsDictionary();
         node = resolve(document_, node->GetDictionary().GetKey(PdfName("Parent")))) {
      PdfObject* box = resolve(document_, node->GetDictionary().GetKey(PdfName("MediaBox")));
      if (box == nullptr || !box->IsArray() || box->GetArray().size() != 4) continue;
      const PdfArray& sides = box->GetArray();
      const auto thousandths = [](const PdfObject& side) {
        return static_cast<std::int64_t>(side.GetReal() * 1000 + 0.5);
      };
      return (thousandths(sides[3]) - thousandths(sides[1])) * 25400 / 72000;
    }
    return 297000;
  }

  PdfObject* appearance_of(const SealPicture& seal) {
    PdfObject* form = document_.GetObjects().CreateObject("XObject");
    PdfDictionary& dictionary = form->GetDictionary();
    dictionary.AddKey(PdfName("Subtype"), PdfName("Form"));
    dictionary.AddKey(PdfName("BBox"), raw("[0 0 " + points(seal.width) + " " + points(seal.height) + "]"));
    std::string operators = std::string("q /Ink gs ") + seal_red;
    PdfDictionary resources;
    resources.AddKey(PdfName("ExtGState"),
                     raw("<</Ink<</BM/Multiply>>>>"));  // what is under ink stays legible
    if (seal.outlines.empty()) {
      PdfDictionary images;
      images.AddKey(PdfName("Seal"), stencil_of(seal)->Reference());
      resources.AddKey(PdfName("XObject"), images);
      operators += points(seal.width) + " 0 0 " + points(seal.height) + " 0 0 cm /Seal Do Q";
    } else {
      operators += "0.0028346457 0 0 0.0028346457 0 0 cm " + seal.outlines + " Q";
    }
    dictionary.AddKey(PdfName("Resources"), resources);
    set_stream(form, operators);
    return form;
  }

  PdfObject* stencil_of(const SealPicture& seal) {
    PdfObject* image = document_.GetObjects().CreateObject("XObject");
    PdfDictionary& dictionary = image->GetDictionary();
    dictionary.AddKey(PdfName("Subtype"), PdfName("Image"));
    dictionary.AddKey(PdfName("Width"), integer(seal.columns));
    dictionary.AddKey(PdfName("Height"), integer(seal.rows));
    dictionary.AddKey(PdfName("BitsPerComponent"), integer(1));
    dictionary.AddKey(PdfName("ImageMask"), PdfObject(true));
    set_stream(image, seal.stencil);
    return image;
  }

  void set_stream(PdfObject* object, std::string_view bytes) {
    const std::string packed = deflated(bytes);
    object->GetDictionary().AddKey(PdfName("Filter"), PdfName("FlateDecode"));
    PoDoFo::PdfMemoryInputStream input(packed.data(), static_cast<PoDoFo::pdf_long>(packed.size()));
    object->GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(packed.size()));
  }
};

/// A signature field that holds one: what it stands for.
class Reading {
 public:
  explicit Reading(std::string_view pdf) : pdf_(pdf) {
    open_pdf(document_, pdf);
  }

  std::vector<FoundSignature> all() {
    std::vector<FoundSignature> found;
    PdfObject* form = resolve(document_, document_.GetCatalog()->GetDictionary().GetKey(PdfName("AcroForm")));
    PdfObject* fields = form != nullptr && form->IsDictionary()
                            ? resolve(document_, form->GetDictionary().GetKey(PdfName("Fields")))
                            : nullptr;
    if (fields != nullptr && fields->IsArray()) look_at(fields->GetArray(), found, 0);
    std::sort(found.begin(), found.end(), [](const FoundSignature& a, const FoundSignature& b) {
      return a.revision_size < b.revision_size;
    });
    return found;
  }

 private:
  std::string_view pdf_;
  PoDoFo::PdfMemDocument document_;

  void look_at(PdfArray& fields, std::vector<FoundSignature>& found, int depth) {
    constexpr int deepest = 32;
    constexpr std::size_t most = 1000;
    for (PdfObject& one : fields) {
      PdfObject* field = resolve(document_, &one);
      if (field == nullptr || !field->IsDictionary() || found.size() >= most) continue;
      if (PdfObject* kids = resolve(document_, field->GetDictionary().GetKey(PdfName("Kids")));
          kids != nullptr && kids->IsArray() && depth < deepest) {
        look_at(kids->GetArray(), found, depth + 1);
      }
      PdfObject* value = resolve(document_, field->GetDictionary().GetKey(PdfName("V")));
      if (value == nullptr || !value->IsDictionary() ||
          value->GetDictionary().GetKey(PdfName("ByteRange")) == nullptr)
        continue;
      FoundSignature signature = read(value->GetDictionary());
      signature.field = text(field->GetDictionary(), "T");
      found.push_back(std::move(signature));
    }
  }

  std::string text(PdfDictionary& dictionary, const char* key) {
    PdfObject* value = resolve(document_, dictionary.GetKey(PdfName(key)));
    if (value == nullptr) return {};
    if (value->IsName()) return value->GetName().GetName();
    return value->IsString() || value->IsHexString() ? value->GetString().GetStringUtf8() : std::string();
  }

  FoundSignature read(PdfDictionary& dictionary) {
    FoundSignature found;
    found.signer = text(dictionary, "Name");
    found.reason = text(dictionary, "Reason");
    found.sub_filter = text(dictionary, "SubFilter");
    PdfObject* range = resolve(document_, dictionary.GetKey(PdfName("ByteRange")));
    if (range == nullptr || !range->IsArray() || range->GetArray().size() != 4) return found;
    std::size_t ends[4];
    for (std::size_t i = 0; i < 4; ++i) {
      const PdfObject& number = range->GetArray()[i];
      if (!number.IsNumber() || number.GetNumber() < 0) return found;
      ends[i] = static_cast<std::size_t>(number.GetNumber());
    }
    const auto [first, size, second, rest] = std::tuple(ends[0], ends[1], ends[2], ends[3]);
    if (first != 0 || size > pdf_.size() || second > pdf_.size() || rest > pdf_.size() - second ||
        second < size + 2)
      return found;
    const std::string_view hole = pdf_.substr(size, second - size);
    if (hole.front() != '<' || hole.back() != '>') return found;
    found.signature = from_hex(hole.substr(1, hole.size() - 2));
    found.sound = !found.signature.empty();
    found.hole_begin = size;
    found.hole_end = second;
    found.revision_size = second + rest;
    found.signed_bytes = std::string(pdf_.substr(0, size)) + std::string(pdf_.substr(second, rest));
    return found;
  }

  /// DER from hexadecimal digits, without the zeros that fill the hole up.
  static std::string from_hex(std::string_view digits) {
    std::string out;
    const auto value = [](char c) {
      return c >= '0' && c <= '9'   ? c - '0'
             : c >= 'a' && c <= 'f' ? c - 'a' + 10
             : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                    : -1;
    };
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
      const int high = value(digits[i]), low = value(digits[i + 1]);
      if (high < 0 || low < 0) return {};
      out += static_cast<char>(high * 16 + low);
    }
    return out;
  }
};

/// A place from a line of the document information; nothing where it is none.
std::optional<SealPlace> seal_place(const std::string& line) {
  SealPlace place;
  int* const figures[] = {&place.page, &place.middle_x, &place.middle_y};
  constexpr int furthest = 100'000'000;
  std::size_t at = 0;
  for (int* figure : figures) {
    const std::size_t end = line.find(' ', at);
    const auto number = end == std::string::npos ? std::nullopt : parse_integer(line.substr(at, end - at));
    if (!number || *number < 0 || *number > furthest) return std::nullopt;
    *figure = static_cast<int>(*number);
    at = end + 1;
  }
  if (place.page-- == 0) return std::nullopt;
  place.organ = line.substr(at);
  return place;
}

}  // namespace

Result<UnsignedPdf> make_place_for_signature(std::string_view pdf, const SignatureField& field,
                                             const std::string& file) {
  silence_podofo();
  try {
    SignaturePlace signing(pdf, field);
    if (!signing.add_field())
      return diagnose(page_missing, Place{file}, std::to_string(field.place ? field.place->page + 1 : 1));
    return signing.written();
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  }
}

Result<std::string> put_signature(UnsignedPdf place, std::string_view signature) {
  if (signature.size() > hole_bytes) {
    return diagnose(signature_too_long, Place{}, std::to_string(signature.size()),
                    std::to_string(hole_bytes));
  }
  const std::string digits = hex(signature);
  place.bytes.replace(place.hole_begin + 1, digits.size(), digits);
  return std::move(place.bytes);
}

Result<std::string> replace_signature(std::string pdf, const FoundSignature& found,
                                      std::string_view signature) {
  ANJUAN_CHECK(found.sound && found.hole_end <= pdf.size() && found.hole_begin + 2 <= found.hole_end);
  const std::size_t room = found.hole_end - found.hole_begin - 2;
  std::string digits = hex(signature);
  if (digits.size() > room) {
    return diagnose(signature_too_long, Place{}, std::to_string(signature.size()), std::to_string(room / 2));
  }
  digits.resize(room, '0');
  pdf.replace(found.hole_begin + 1, room, digits);
  return pdf;
}

Result<std::vector<FoundSignature>> signatures_of(std::string_view pdf, const std::string& file) {
  silence_podofo();
  try {
    return Reading(pdf).all();
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  }
}

Result<RoomForSeals> room_for_seals(std::string_view pdf, const std::string& file) {
  silence_podofo();
  try {
    PoDoFo::PdfMemDocument document;
    open_pdf(document, pdf);
    const auto told = [&](const char* key) {
      PdfObject* value =
          resolve(document, document.GetInfo()->GetObject()->GetDictionary().GetKey(PdfName(key)));
      const bool text = value != nullptr && (value->IsString() || value->IsHexString());
      return text ? value->GetString().GetStringUtf8() : std::string();
    };
    RoomForSeals room{{}, told("Watermark")};
    for (const std::string& line : split(told("Seals"), '\n')) {
      if (auto place = seal_place(line)) room.places.push_back(std::move(*place));
    }
    return room;
  } catch (const PoDoFo::PdfError& error) {
    return diagnose(pdf_unreadable, Place{}, file, meaning_of(error));
  }
}

}  // namespace anjuan::pages
