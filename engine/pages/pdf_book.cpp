#include "pages/pdf_book.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "base/check.h"
#include "pages/photo.h"

namespace anjuan::pages {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;

constexpr std::size_t kKids = 64;              // of a node of the page tree
constexpr std::size_t kMostWaiting = 8 << 20;  // bytes of streams held before they are written

/// Whole numbers always through an object: AddKey(name, 0) would take 0 for a null pointer.
PdfObject whole(std::int64_t value) { return PdfObject(static_cast<PoDoFo::pdf_int64>(value)); }

void set_raw(PdfObject* object, std::string_view bytes) {
  PoDoFo::PdfMemoryInputStream input(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
  object->GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(bytes.size()));
}

/// µm as points with three decimals: 210000 → "595.276".
std::string points(int um) {
  const std::int64_t thousandths = (std::int64_t{um} * 72000 * 2 + 25400) / (2 * 25400);
  const std::string fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  return std::to_string(thousandths / 1000) + "." + fraction;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) continue;
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

/// Part and conformance level of ISO 19005.
const char* identification(Archive archive) {
  switch (archive) {
    case Archive::b1:
      return "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    case Archive::b2:
      return "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    case Archive::u2:
      return "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n";
    case Archive::b3:
      return "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    case Archive::none:
      break;
  }
  return "";
}

/// A property of the packet; nothing where there is nothing to say, as in the document information.
std::string property(const char* name, const char* open, const std::string& text, const char* close) {
  if (text.empty()) return "";
  return "<" + std::string(name) + ">" + open + escape_xml(text) + close + "</" + name + ">\n";
}

std::string xmp(const PdfStamp& stamp, Archive archive) {
  constexpr const char* kOneText = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
  constexpr const char* kEndOfText = "</rdf:li></rdf:Alt>";
  const std::string created = iso(stamp.created);
  std::string packet =
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
      "xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
  packet += identification(archive);
  packet += property("dc:title", kOneText, stamp.title, kEndOfText);
  packet += property("dc:creator", "<rdf:Seq><rdf:li>", stamp.author, "</rdf:li></rdf:Seq>");
  packet += property("dc:description", kOneText, stamp.subject, kEndOfText);
  packet +=
      "<xmp:CreateDate>" + created + "</xmp:CreateDate>\n<xmp:ModifyDate>" + created + "</xmp:ModifyDate>\n";
  packet += "<xmp:CreatorTool>anjuan</xmp:CreatorTool>\n<pdf:Producer>anjuan</pdf:Producer>\n";
  packet += property("pdf:Keywords", "", stamp.document_id, "");
  return packet + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// One bit for each CID that the subset has, CID 0 first: PDF/A-1 (6.3.5) wants it, PDF/A-2 does not.
std::string cid_set(const FontSubset& subset) {
  std::string bits;
  const auto set = [&bits](std::uint32_t cid) {
    if (bits.size() <= cid / 8) bits.resize(cid / 8 + 1, '\0');
    bits[cid / 8] = static_cast<char>(static_cast<unsigned char>(bits[cid / 8]) | 0x80 >> cid % 8);
  };
  set(0);
  for (const std::uint32_t code : subset.codes) set(code);
  // Of a TrueType subset every glyph is a CID, also the parts that composite glyphs are made of.
  for (std::uint32_t glyph = 0; !subset.cff && glyph < subset.glyph_count; ++glyph) set(glyph);
  return bits;
}

std::string descriptor_box(const Face& face) {
  const auto scaled = [&](int units) { return std::to_string(units * 1000 / face.units_per_em()); };
  return "[-200 " + scaled(face.descent()) + " 1200 " + scaled(face.ascent()) + "]";
}

}  // namespace

std::string pdf_date(Moment moment) {
  const std::string text = iso(moment);
  return "D:" + text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) + text.substr(11, 2) +
         text.substr(14, 2) + text.substr(17, 2) + text.substr(19, 3) + "'" + text.substr(23, 2) + "'";
}

Wording meaning_of(const PoDoFo::PdfError& error) {
  switch (error.GetError()) {
    case PoDoFo::ePdfError_InvalidPassword:
    case PoDoFo::ePdfError_UnsupportedFilter:
      return {"文件有密码保护", "it is protected by a password"};
    case PoDoFo::ePdfError_NoPdfFile:
      return {"不是 PDF 文件", "it is no PDF file"};
    case PoDoFo::ePdfError_OutOfMemory:
      return {"展开以后超过允许的内存限度（128 MiB），或者内存不足",
              "unpacked it takes more memory than is allowed (128 MiB), or there is not enough"};
    case PoDoFo::ePdfError_UnexpectedEOF:
      return {"文件不完整", "it is incomplete"};
    case PoDoFo::ePdfError_ValueOutOfRange:
      return {"文件结构已损坏，或者大小、层次超过允许的限度", "its structure is damaged, or it is larger or deeper than is allowed"};
    default:
      return {"文件结构已损坏", "its structure is damaged"};
  }
}

void silence_podofo() {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
}

PoDoFo::PdfString text_string(const std::string& utf8) {
  return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(utf8.c_str()),
                           static_cast<PoDoFo::pdf_long>(utf8.size()));
}

PoDoFo::PdfVariant raw(const std::string& text) { return PoDoFo::PdfVariant(PoDoFo::PdfData(text.c_str())); }

PdfBook::PdfBook(Archive archive, Sink sink) : output_(std::move(sink)), archive_(archive) {
  output_.begin(archive == Archive::b1 ? "1.4" : "1.7");
}

PdfObject* PdfBook::make(const char* type) { return document_.GetObjects().CreateObject(type); }

PdfObject* PdfBook::make_stream(std::string_view bytes, bool packed) {
  if (packed) return make_packed_stream(deflated(bytes));
  PdfObject* object = document_.GetObjects().CreateObject();
  waiting_ += bytes.size();
  set_raw(object, bytes);
  return object;
}

PdfObject* PdfBook::make_packed_stream(std::string_view packed) {
  PdfObject* object = document_.GetObjects().CreateObject();
  object->GetDictionary().AddKey(PdfName("Filter"), PdfName("FlateDecode"));
  waiting_ += packed.size();
  set_raw(object, packed);
  return object;
}

void PdfBook::add_fonts(const FontUses& fonts) {
  PdfObject* resources = make();
  for (std::size_t i = 0; i < fonts.used().size(); ++i) {
    const UsedFont& font = fonts.used()[i];
    const Face& face = fonts.fonts().face(font.face);
    const std::string name = font.tag + "+" + face.name();
    PdfObject* file = make_packed_stream(font.packed_file);
    if (font.subset.cff)
      file->GetDictionary().AddKey(PdfName("Subtype"), PdfName("CIDFontType0C"));
    else
      file->GetDictionary().AddKey(PdfName("Length1"),
                                   whole(static_cast<std::int64_t>(font.subset.bytes.size())));

    PdfObject* descriptor = make("FontDescriptor");
    PdfDictionary& look = descriptor->GetDictionary();
    look.AddKey(PdfName("FontName"), PdfName(name));
    look.AddKey(PdfName("Flags"), whole(4));
    look.AddKey(PdfName("FontBBox"), raw(descriptor_box(face)));
    look.AddKey(PdfName("ItalicAngle"), whole(0));
    look.AddKey(PdfName("Ascent"), whole(face.ascent() * 1000 / face.units_per_em()));
    look.AddKey(PdfName("Descent"), whole(face.descent() * 1000 / face.units_per_em()));
    look.AddKey(PdfName("CapHeight"), whole(700));
    look.AddKey(PdfName("StemV"), whole(80));
    look.AddKey(PdfName(font.subset.cff ? "FontFile3" : "FontFile2"), file->Reference());
    if (archive_ == Archive::b1)
      look.AddKey(PdfName("CIDSet"), make_stream(cid_set(font.subset))->Reference());

    PdfObject* descendant = make("Font");
    PdfDictionary& cid = descendant->GetDictionary();
    cid.AddKey(PdfName("Subtype"), PdfName(font.subset.cff ? "CIDFontType0" : "CIDFontType2"));
    cid.AddKey(PdfName("BaseFont"), PdfName(name));
    cid.AddKey(PdfName("CIDSystemInfo"), raw("<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"));
    cid.AddKey(PdfName("FontDescriptor"), descriptor->Reference());
    cid.AddKey(PdfName("DW"), whole(1000));
    cid.AddKey(PdfName("W"), raw(font.widths));
    if (!font.subset.cff) cid.AddKey(PdfName("CIDToGIDMap"), PdfName("Identity"));

    PdfObject* composite = make("Font");
    PdfDictionary& dictionary = composite->GetDictionary();
    dictionary.AddKey(PdfName("Subtype"), PdfName("Type0"));
    dictionary.AddKey(PdfName("BaseFont"), PdfName(font.subset.cff ? name + "-Identity-H" : name));
    dictionary.AddKey(PdfName("Encoding"), PdfName("Identity-H"));
    PdfArray descendants;
    descendants.push_back(descendant->Reference());
    dictionary.AddKey(PdfName("DescendantFonts"), descendants);
    dictionary.AddKey(PdfName("ToUnicode"), make_packed_stream(font.packed_unicode)->Reference());
    resources->GetDictionary().AddKey(PdfName(font_name(i)), composite->Reference());
  }
  font_resources_ = resources->Reference();
}

Result<PdfReference> PdfBook::picture_object(std::size_t index) {
  while (picture_objects_.size() <= index) {
    ANJUAN_TRY(const Picture picture, read_again(*pictures_.used()[picture_objects_.size()]));
    PdfObject* object = make_stream(picture.bytes, !picture.jpeg);
    PdfDictionary& dictionary = object->GetDictionary();
    dictionary.AddKey(PdfName("Type"), PdfName("XObject"));
    dictionary.AddKey(PdfName("Subtype"), PdfName("Image"));
    dictionary.AddKey(PdfName("Width"), whole(picture.width));
    dictionary.AddKey(PdfName("Height"), whole(picture.height));
    dictionary.AddKey(PdfName("BitsPerComponent"), whole(8));
    dictionary.AddKey(PdfName("ColorSpace"), PdfName(picture.components == 1 ? "DeviceGray" : "DeviceRGB"));
    if (picture.jpeg) dictionary.AddKey(PdfName("Filter"), PdfName("DCTDecode"));
    picture_objects_.push_back(object->Reference());
    if (waiting_ > kMostWaiting) write_streams();
  }
  return picture_objects_[index];
}

Outcome PdfBook::add_pictures(const PageContent& content, PdfDictionary& resources) {
  if (content.pictures.empty()) return Done{};
  PdfDictionary images;
  for (const std::string& name : content.pictures) {
    ANJUAN_TRY(const PdfReference picture, picture_object(static_cast<std::size_t>(std::stoul(name.substr(1)))));
    images.AddKey(PdfName(name), picture);
  }
  resources.AddKey(PdfName("XObject"), images);
  return Done{};
}

Outcome PdfBook::add_page(const Page& page, const FontUses& fonts) {
  const PageContent content = content_of(page, fonts, pictures_);
  PdfObject* object = make("Page");
  PdfDictionary resources;
  resources.AddKey(PdfName("Font"), font_resources_);
  ANJUAN_DO(add_pictures(content, resources));
  PdfDictionary& dictionary = object->GetDictionary();
  dictionary.AddKey(PdfName("MediaBox"), raw("[0 0 " + points(page.width) + " " + points(page.height) + "]"));
  dictionary.AddKey(PdfName("Resources"), resources);
  dictionary.AddKey(PdfName("Contents"), make_stream(content.operators)->Reference());
  add_page(object);
  return Done{};
}

void PdfBook::add_page(PdfObject* page) {
  pages_.push_back(page);
  if (waiting_ > kMostWaiting) write_streams();
}

/// Objects with streams are complete when a page or a picture is; the others may still be added to.
void PdfBook::write_streams() {
  std::vector<PdfReference> written;
  for (PdfObject* object : document_.GetObjects()) {
    if (!object->HasStream()) continue;
    output_.write(*object);
    written.push_back(object->Reference());
  }
  for (const PdfReference& reference : written) {
    const std::unique_ptr<PdfObject> gone(document_.GetObjects().RemoveObject(reference, false));
  }
  waiting_ = 0;
}

void PdfBook::write_page_tree() {
  std::vector<std::pair<PdfObject*, std::int64_t>> nodes;  // with the pages below each
  for (PdfObject* page : pages_) nodes.emplace_back(page, 1);
  PdfObject* root = document_.GetObjects().GetObject(
      document_.GetCatalog()->GetDictionary().GetKey(PdfName("Pages"))->GetReference());
  for (bool top = false; !top;) {
    std::vector<std::pair<PdfObject*, std::int64_t>> above;
    top = nodes.size() <= kKids;
    for (std::size_t from = 0; from < nodes.size(); from += kKids) {
      PdfObject* parent = top ? root : make("Pages");
      PdfArray kids;
      std::int64_t count = 0;
      for (std::size_t i = from; i < std::min(nodes.size(), from + kKids); ++i) {
        kids.push_back(nodes[i].first->Reference());
        nodes[i].first->GetDictionary().AddKey(PdfName("Parent"), parent->Reference());
        count += nodes[i].second;
      }
      parent->GetDictionary().AddKey(PdfName("Kids"), kids);
      parent->GetDictionary().AddKey(PdfName("Count"), whole(count));
      above.emplace_back(parent, count);
    }
    nodes = std::move(above);
  }
}

void PdfBook::write_outlines(const std::vector<Heading>& headings) {
  if (headings.empty()) return;
  struct Node {
    PdfObject* object;
    PdfObject* last_child = nullptr;
    std::int64_t children = 0;
  };
  std::vector<Node> nodes{{make("Outlines")}};
  std::vector<std::size_t> open{0};  // path from the root to the last heading
  for (const Heading& heading : headings) {
    const std::size_t level = static_cast<std::size_t>(std::max(0, heading.level)) + 1;
    open.resize(std::min(open.size(), level));
    Node& parent = nodes[open.back()];
    PdfObject* object = make();
    PdfDictionary& dictionary = object->GetDictionary();
    dictionary.AddKey(PdfName("Title"), text_string(heading.title));
    dictionary.AddKey(PdfName("Parent"), parent.object->Reference());
    const auto page = std::min(static_cast<std::size_t>(std::max(0, heading.page)), pages_.size() - 1);
    PdfArray destination;
    destination.push_back(pages_[page]->Reference());
    destination.push_back(PdfName("Fit"));
    dictionary.AddKey(PdfName("Dest"), destination);
    if (parent.last_child != nullptr) {
      dictionary.AddKey(PdfName("Prev"), parent.last_child->Reference());
      parent.last_child->GetDictionary().AddKey(PdfName("Next"), object->Reference());
    } else {
      parent.object->GetDictionary().AddKey(PdfName("First"), object->Reference());
    }
    parent.last_child = object;
    ++parent.children;
    open.push_back(nodes.size());
    nodes.push_back({object});
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    if (node.last_child == nullptr) continue;
    PdfDictionary& dictionary = node.object->GetDictionary();
    dictionary.AddKey(PdfName("Last"), node.last_child->Reference());
    // The first level is shown open, deeper ones closed (negative).
    dictionary.AddKey(PdfName("Count"), whole(i == 0 ? node.children : -node.children));
  }
  document_.GetCatalog()->GetDictionary().AddKey(PdfName("Outlines"), nodes.front().object->Reference());
}

void PdfBook::write_metadata(const PdfStamp& stamp) {
  PdfObject* info = document_.GetObjects().GetObject(
      document_.GetTrailer()->GetDictionary().GetKey(PdfName("Info"))->GetReference());
  PdfDictionary& dictionary = info->GetDictionary();
  dictionary.Clear();
  for (const auto& [name, text] :
       {std::pair("Title", &stamp.title), std::pair("Author", &stamp.author),
        std::pair("Subject", &stamp.subject), std::pair("Keywords", &stamp.document_id)}) {
    if (!text->empty()) dictionary.AddKey(PdfName(name), text_string(*text));
  }
  dictionary.AddKey(PdfName("Creator"), PoDoFo::PdfString("anjuan"));
  dictionary.AddKey(PdfName("Producer"), PoDoFo::PdfString("anjuan"));
  dictionary.AddKey(PdfName("CreationDate"), PoDoFo::PdfString(pdf_date(stamp.created)));
  dictionary.AddKey(PdfName("ModDate"), PoDoFo::PdfString(pdf_date(stamp.created)));
  if (!style_.empty()) dictionary.AddKey(PdfName("Style"), text_string(style_));
  if (!watermark_.empty()) dictionary.AddKey(PdfName("Watermark"), text_string(watermark_));
  if (!seals_.empty()) dictionary.AddKey(PdfName("Seals"), text_string(seal_lines(seals_)));
  PdfObject* packet = make_stream(xmp(stamp, archive_), false);
  packet->GetDictionary().AddKey(PdfName("Type"), PdfName("Metadata"));
  packet->GetDictionary().AddKey(PdfName("Subtype"), PdfName("XML"));
  document_.GetCatalog()->GetDictionary().AddKey(PdfName("Metadata"), packet->Reference());
}

void PdfBook::attach(const Attachment& attachment, Moment created) {
  PdfObject* file = make_stream(attachment.bytes);
  PdfDictionary& embedded = file->GetDictionary();
  embedded.AddKey(PdfName("Type"), PdfName("EmbeddedFile"));
  embedded.AddKey(PdfName("Subtype"), PdfName(attachment.media_type));
  PdfDictionary about;
  about.AddKey(PdfName("Size"), whole(static_cast<std::int64_t>(attachment.bytes.size())));
  about.AddKey(PdfName("CreationDate"), PoDoFo::PdfString(pdf_date(created)));
  about.AddKey(PdfName("ModDate"), PoDoFo::PdfString(pdf_date(created)));
  embedded.AddKey(PdfName("Params"), about);
  PdfObject* specification = make("Filespec");
  PdfDictionary& names = specification->GetDictionary();
  names.AddKey(PdfName("F"), PoDoFo::PdfString(attachment.name));
  names.AddKey(PdfName("UF"), text_string(attachment.name));
  names.AddKey(PdfName("Desc"), text_string(attachment.description));
  names.AddKey(PdfName("AFRelationship"), PdfName("Data"));
  PdfDictionary bytes;
  bytes.AddKey(PdfName("F"), file->Reference());
  bytes.AddKey(PdfName("UF"), file->Reference());
  names.AddKey(PdfName("EF"), bytes);
  attachments_.emplace(attachment.name, specification->Reference());
}

void PdfBook::write_attachments() {
  if (attachments_.empty()) return;
  ANJUAN_CHECK(archive_ == Archive::b3 || archive_ == Archive::none);
  PdfArray leaves, associated;
  for (const auto& [name, reference] : attachments_) {
    leaves.push_back(PoDoFo::PdfString(name));
    leaves.push_back(reference);
    associated.push_back(reference);
  }
  PdfDictionary tree, names;
  tree.AddKey(PdfName("Names"), leaves);
  names.AddKey(PdfName("EmbeddedFiles"), tree);
  PdfDictionary& catalog = document_.GetCatalog()->GetDictionary();
  catalog.AddKey(PdfName("AF"), associated);
  catalog.AddKey(PdfName("Names"), names);
}

std::string seal_lines(const std::vector<SealPlace>& seals) {
  std::string text;
  for (const SealPlace& seal : seals) {
    text += std::to_string(seal.page + 1) + " " + std::to_string(seal.middle_x) + " " +
            std::to_string(seal.middle_y) + " " + seal.organ + "\n";
  }
  return text;
}

void PdfBook::write_color_profile(const std::string& packed) {
  PdfObject* stream = make_packed_stream(packed);
  stream->GetDictionary().AddKey(PdfName("N"), whole(3));
  PdfDictionary intent;
  intent.AddKey(PdfName("Type"), PdfName("OutputIntent"));
  intent.AddKey(PdfName("S"), PdfName("GTS_PDFA1"));
  intent.AddKey(PdfName("OutputConditionIdentifier"), PoDoFo::PdfString("sRGB"));
  intent.AddKey(PdfName("Info"), PoDoFo::PdfString("sRGB"));
  intent.AddKey(PdfName("DestOutputProfile"), stream->Reference());
  PdfArray intents;
  intents.push_back(intent);
  document_.GetCatalog()->GetDictionary().AddKey(PdfName("OutputIntents"), intents);
}

Outcome PdfBook::finish(const std::vector<Heading>& headings, const PdfStamp& stamp,
                        const std::string& language, const std::string& packed_profile) {
  write_page_tree();
  write_outlines(headings);
  write_metadata(stamp);
  write_attachments();
  write_color_profile(packed_profile);
  PdfDictionary& catalog = document_.GetCatalog()->GetDictionary();
  catalog.AddKey(PdfName("Lang"), PoDoFo::PdfString(language));
  catalog.AddKey(PdfName("ViewerPreferences"), raw("<</DisplayDocTitle true>>"));
  if (headings.size() > 1) catalog.AddKey(PdfName("PageMode"), PdfName("UseOutlines"));
  for (const PdfObject* object : document_.GetObjects()) output_.write(*object);
  const PdfReference information =
      document_.GetTrailer()->GetDictionary().GetKey(PdfName("Info"))->GetReference();
  output_.finish(document_.GetCatalog()->Reference(), *document_.GetObjects().GetObject(information));
  return output_.outcome();
}

}  // namespace anjuan::pages
