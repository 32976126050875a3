// Faces by HarfBuzz. The subset is taken from a second face that holds only the tables a PDF needs:
// without cmap and layout tables hb-subset is ten times faster on the large Chinese fonts.

#include "pages/face.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include "base/text.h"
#include "pages/cff_charset.h"

namespace anjuan::pages {

struct Face::Handles {
  hb_blob_t* blob = nullptr;
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
  hb_face_t* lean = nullptr;  ///< glyph tables only
  bool cff = false;
  ~Handles() {
    hb_face_destroy(lean);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
  }
};

namespace {

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f');

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  std::string bytes(data == nullptr ? "" : data, data == nullptr ? 0 : length);
  hb_blob_destroy(blob);
  return bytes;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  const bool present = hb_blob_get_length(blob) > 0;
  hb_blob_destroy(blob);
  return present;
}

hb_face_t* make_lean(hb_face_t* face) {
  hb_face_t* lean = hb_face_builder_create();
  for (const hb_tag_t tag :
       {kGlyf, HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'), kCff}) {
    hb_blob_t* blob = hb_face_reference_table(face, tag);
    if (hb_blob_get_length(blob) > 0) hb_face_builder_add_table(lean, tag, blob);
    hb_blob_destroy(blob);
  }
  hb_face_make_immutable(lean);
  return lean;
}

/// A text of the name table as UTF-8, at most 500 bytes of it.
std::string name_entry(hb_face_t* face, hb_ot_name_id_t id) {
  char buffer[512];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer);
  return {buffer, size < sizeof buffer ? size : sizeof buffer - 1};
}

std::string postscript_name(hb_face_t* face) {
  std::string safe;
  for (const char c : name_entry(face, HB_OT_NAME_ID_POSTSCRIPT_NAME)) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    if (plain) safe += c;
  }
  return safe.empty() ? "Font" : safe;
}

/// OpenType, OS/2, fsType: 0x0002 alone restricted, 0x0100 no subsetting, 0x0200 bitmaps only.
bool allows_a_subset(std::string_view os2) {
  if (os2.size() < 10) return true;
  const unsigned low = static_cast<unsigned char>(os2[9]) & 0x0f, high = static_cast<unsigned char>(os2[8]);
  return low != 0x02 && (high & 0x03) == 0;
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<std::vector<PathStep>*>(data)->push_back({PathStep::Kind::move, {int(x)}, {int(y)}});
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<std::vector<PathStep>*>(data)->push_back({PathStep::Kind::line, {int(x)}, {int(y)}});
}
void curve_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
              float y, void*) {
  static_cast<std::vector<PathStep>*>(data)->push_back(
      {PathStep::Kind::curve, {int(x1), int(x2), int(x)}, {int(y1), int(y2), int(y)}});
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  static_cast<std::vector<PathStep>*>(data)->push_back({PathStep::Kind::close, {}, {}});
}

}  // namespace

Face::Face() : handles_(std::make_unique<Handles>()) {}
Face::~Face() = default;

std::shared_ptr<const Face> Face::open(const std::string& path, int index) {
  std::shared_ptr<Face> made(new Face);
  Handles& h = *made->handles_;
  h.blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (h.blob == nullptr) return nullptr;
  h.face = hb_face_create(h.blob, static_cast<unsigned>(index));
  hb_face_make_immutable(h.face);
  h.cff = has_table(h.face, kCff);
  if (!h.cff && !has_table(h.face, kGlyf)) return nullptr;
  h.font = hb_font_create(h.face);
  made->units_per_em_ = static_cast<int>(hb_face_get_upem(h.face));
  hb_font_set_scale(h.font, made->units_per_em_, made->units_per_em_);
  hb_font_make_immutable(h.font);
  h.lean = make_lean(h.face);
  made->path_ = path;
  made->index_ = index;
  made->name_ = postscript_name(h.face);
  hb_font_extents_t extents{};
  if (hb_font_get_h_extents(h.font, &extents)) {
    made->ascent_ = extents.ascender;
    made->descent_ = extents.descender > 0 ? -extents.descender : extents.descender;
  }
  made->may_be_embedded_ = allows_a_subset(table_of(h.face, HB_TAG('O', 'S', '/', '2')));
  return made;
}

std::uint32_t Face::glyph(char32_t character) const {
  hb_codepoint_t id = 0;
  return hb_font_get_nominal_glyph(handles_->font, character, &id) ? id : 0;
}

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(handles_->font, glyph); }

std::string Face::licence() const {
  for (const hb_ot_name_id_t id :
       {HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL, HB_OT_NAME_ID_COPYRIGHT}) {
    const std::string text(trim(name_entry(handles_->face, id)));
    if (!text.empty()) return text.substr(0, text.find_first_of("\r\n"));
  }
  return "";
}

std::vector<PathStep> Face::outline(std::uint32_t glyph) const {
  std::vector<PathStep> steps;
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs, curve_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs, close_path, nullptr, nullptr);
  hb_font_get_glyph_shape(handles_->font, glyph, funcs, &steps);
  hb_draw_funcs_destroy(funcs);
  return steps;
}

std::optional<FontSubset> Face::subset(const std::vector<std::uint32_t>& glyphs) const {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  if (input == nullptr) return std::nullopt;
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_subset_plan_t* plan = hb_subset_plan_create_or_fail(handles_->lean, input);
  hb_face_t* made = plan == nullptr ? nullptr : hb_subset_plan_execute_or_fail(plan);
  std::optional<FontSubset> result;
  if (made != nullptr) {
    result.emplace();
    result->cff = handles_->cff;
    result->glyph_count = hb_face_get_glyph_count(made);
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (const std::uint32_t glyph : glyphs) result->codes.push_back(hb_map_get(renumbered, glyph));
    if (handles_->cff) {
      result->bytes = table_of(made, kCff);
      if (!cids_of_glyphs(result->bytes, result->codes)) result.reset();
    } else {
      hb_blob_t* blob = hb_face_reference_blob(made);
      unsigned length = 0;
      const char* data = hb_blob_get_data(blob, &length);
      result->bytes.assign(data, length);
      hb_blob_destroy(blob);
    }
  }
  hb_face_destroy(made);
  hb_subset_plan_destroy(plan);
  hb_subset_input_destroy(input);
  if (result && result->bytes.empty()) result.reset();
  return result;
}

}  // namespace anjuan::pages
